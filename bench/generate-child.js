// One measured run in a process of its own: prints as JSON what it took and what came out.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [dist, name, patients, workers, part] = process.argv.slice(2);
/** `1/2`: the first half of the patients alone. */
const shard = part && { index: Number(part.split("/")[0]), count: Number(part.split("/")[1]) };
const of = (path) => pathToFileURL(`${dist}/${path}`).href;
const whole = await profile();

/** As the command takes it: as the build read it, where it was built whole. */
async function profile() {
  const { builtProfile } = await import(of("generate/built-profile.js"));
  const built = builtProfile("us-population");
  if (built) return built;
  const { loadProfile } = await import(of("generate/load-profile.js"));
  return loadProfile(readFileSync(new URL("../profiles/us-population.yaml", import.meta.url), "utf8"), "us-population");
}

/** People and what goes with them: nobody is ill, nothing is measured, nobody comes but to be born and to die. */
function demographics() {
  const names = ["treatments", "conditions", "allergies", "measures", "effects", "checkUps", "followUps", "acute", "immunizations"];
  const none = Object.fromEntries([...names, "procedures"].map((name) => [name, {}]));
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

const { generate, generatePatients } = await import(of("generate/generate.js"));
const options = { seed: "bench", asOf: whole.reference, patients: Number(patients) };
const [what, isFloor] = name.startsWith("floor ") ? [name.slice(6), true] : [name, false];
const measured = isFloor ? await floor(what) : await run(what);
process.stdout.write(JSON.stringify({ ...measured, peakMB: process.resourceUsage().maxRSS / 1024 }));

async function run(what) {
  const begun = [process.cpuUsage(), performance.now()];
  const patientFile = /^(?:patients\.csv|bundles\.ndjson|population\.hl7)$/;
  let bytes = 0;
  let firstRow;
  const sink = (file) => {
    let writes = 0;
    const count = (length) => {
      bytes += length;
      // The first write of a table is its header.
      if (patientFile.test(file) && ++writes === (file === "patients.csv" ? 2 : 1)) firstRow ??= performance.now();
    };
    return { write: (text) => count(Buffer.from(text).length), writeBytes: (part) => count(part.length) };
  };
  const rssMB = [];
  const onProgress = ({ patients, of }) => {
    while (patients >= ((rssMB.length + 1) * of) / 10) rssMB.push(Math.round(process.memoryUsage.rss() / 2 ** 20));
  };
  const outcome = await generate({ ...options, ...cases[what], workers: Number(workers), shard, sink, onProgress });
  const counts = [outcome.rows, ...Object.values(outcome.counts)].flatMap(Object.values);
  // Since the process began, the reading of the profile included.
  const firstRowSeconds = firstRow === undefined ? null : firstRow / 1000;
  return { ...took(begun), patients: outcome.patients, things: sum(counts), bytes, firstRowSeconds, rssMB };
}

/** The same objects, made beforehand, as JSON and nothing else. */
async function floor(what) {
  const { objects, things } = what === "fhir" ? await bundles() : records(what);
  const begun = [process.cpuUsage(), performance.now()];
  let bytes = 0;
  for (const object of objects) bytes += Buffer.from(`${JSON.stringify(object)}\n`).length;
  return { ...took(begun), patients: objects.length, things, bytes, firstRowSeconds: null };
}

function records(what) {
  const objects = [...generatePatients(cases[what].profile, options)];
  return {
    objects,
    things: sum(objects.flatMap((record) => Object.values(record).map((part) => (Array.isArray(part) ? part.length : 0)))),
  };
}

async function bundles() {
  const parts = [];
  await generate({ ...options, ...cases.fhir, sink: () => ({ write: (part) => void parts.push(part) }) });
  const objects = parts.join("").trimEnd().split("\n").map(JSON.parse);
  return { objects, things: sum(objects.map(({ entry }) => entry.length)) };
}

function took([cpu, time]) {
  const { user, system } = process.cpuUsage(cpu);
  return { cpuSeconds: (user + system) / 1e6, seconds: (performance.now() - time) / 1000 };
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
