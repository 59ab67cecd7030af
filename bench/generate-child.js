// One measured run in a process of its own: prints as JSON what it took and what came out.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [dist, name, patients, workers] = process.argv.slice(2);
const of = (path) => pathToFileURL(`${dist}/${path}`).href;
const { loadProfile } = await import(of("generate/load-profile.js"));
const whole = loadProfile(readFileSync(new URL("../profiles/us-population.yaml", import.meta.url), "utf8"), "us-population");

/** People and what goes with them: nobody is ill, nothing is measured, nobody comes. */
function demographics() {
  const names = ["treatments", "conditions", "allergies", "measures", "checkUps", "followUps", "acute", "immunizations", "procedures"];
  const none = Object.fromEntries(names.map((name) => [name, {}]));
  const encounters = { ...whole.encounters };
  for (const kind of ["ambulatory", "emergency"]) encounters[kind] = { ...encounters[kind], perYear: [[0, 0]] };
  return { ...whole, ...none, correlations: undefined, encounters, notes: { ...whole.notes, share: 0 } };
}

const withoutNotes = { ...whole, notes: { ...whole.notes, share: 0 } };
const cases = {
  demographics: { profile: demographics(), formats: ["csv"], gold: false },
  csv: { profile: withoutNotes, formats: ["csv"], gold: false },
  notes: { profile: whole, formats: ["csv"], gold: true },
  fhir: { profile: withoutNotes, formats: ["fhir"], gold: false },
  hl7v2: { profile: withoutNotes, formats: ["hl7v2"], gold: false },
};

const options = { seed: "bench", asOf: whole.reference, patients: Number(patients) };
const { generate, generatePatients } = await import(of("generate/generate.js"));
let bytes = 0;
let firstRow;
let begun;
let outcome;
if (name === "floor") {
  const records = [...generatePatients(whole, options)];
  begun = [process.cpuUsage(), performance.now()];
  for (const record of records) bytes += Buffer.from(`${JSON.stringify(record)}\n`).length;
  outcome = { patients: records.length, rows: {}, counts: {} };
} else {
  begun = [process.cpuUsage(), performance.now()];
  const patientFile = /^(?:patients\.csv|bundles\.ndjson|population\.hl7)$/;
  const sink = (file) => {
    let writes = 0;
    const count = (length) => {
      bytes += length;
      // The first write of a table is its header.
      if (patientFile.test(file) && ++writes === (file === "patients.csv" ? 2 : 1)) firstRow ??= performance.now();
    };
    return { write: (text) => count(Buffer.from(text).length), writeBytes: (part) => count(part.length) };
  };
  outcome = await generate({ ...options, ...cases[name], workers: Number(workers), sink });
}
const { user, system } = process.cpuUsage(begun[0]);
const sum = (numbers) => Object.values(numbers).reduce((a, b) => a + b, 0);
process.stdout.write(
  JSON.stringify({
    cpuSeconds: (user + system) / 1e6,
    seconds: (performance.now() - begun[1]) / 1000,
    patients: outcome.patients,
    things: sum(outcome.rows) + Object.values(outcome.counts).reduce((all, counts) => all + sum(counts), 0),
    bytes,
    // Since the process began, the reading of the profile included.
    firstRowSeconds: firstRow === undefined ? null : firstRow / 1000,
    peakMB: process.resourceUsage().maxRSS / 1024,
  }),
);
