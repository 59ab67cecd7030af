// Rebuilds samples/input and samples/gold: node scripts/make-samples.js, after npm run build. The same build gives the same bytes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "csv-stringify/sync";
import { loadProfile } from "../dist/generate/load-profile.js";
import { createPopulation } from "../dist/generate/population.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const profileText = (name) => readFileSync(join(root, "profiles", `${name}.yaml`), "utf8");
const profile = loadProfile(readFileSync(join(root, "samples/profile.yaml"), "utf8"), "samples/profile.yaml", profileText);

// Written down in samples/README.md too.
const seed = "samples/272";
const asOf = "2026-03-31";
const count = 30;

const population = createPopulation(profile, { seed, asOf });
const records = Array.from({ length: count }, (_, index) => population.patient(index));
const facilityOf = new Map(population.shared.facilities.map((facility) => [facility.id, facility]));
const providerOf = new Map(population.shared.providers.map((provider) => [provider.id, provider]));
const encounterOf = new Map(records.flatMap(({ encounters }) => encounters.map((encounter) => [encounter.id, encounter])));

const nameOf = ({ given, family }) => `${given} ${family}`;
const american = (iso) => `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)}${iso.length > 10 ? ` ${iso.slice(11, 16)}` : ""}`;
/** A table whose columns also say what they hold: [name, holds, value of a row]. */
const table = (rows, columns) => ({
  text: stringify(
    rows.map((row) => columns.map(([, , value]) => value(row) ?? "")),
    { header: true, columns: columns.map(([name]) => name) },
  ),
  holds: Object.fromEntries(columns.map(([name, holds]) => [name, holds])),
});

const hasAge = ({ spans }) => spans.some(({ kind }) => kind === "age");

const patients = table(records, [
  ["patient_id", "patient-id", ({ patient }) => patient.id],
  ["mrn", "mrn", ({ patient }) => patient.identifiers.mrn],
  ["first_name", "given-name", ({ patient }) => patient.name.given],
  ["last_name", "family-name", ({ patient }) => patient.name.family],
  ["sex", "clinical", ({ patient }) => patient.sex],
  ["birth_date", "birth-date", ({ patient }) => patient.birthDate],
  ["ssn", "ssn", ({ patient }) => patient.identifiers.ssn],
  ["street", "street-address", ({ patient }) => patient.address.street],
  ["city", "city", ({ patient }) => patient.address.city],
  ["county", "county", ({ patient }) => patient.address.county],
  ["state", "clinical", ({ patient }) => patient.address.state],
  ["zip", "zip", ({ patient }) => patient.address.zip],
  ["phone", "phone", ({ patient }) => patient.identifiers.phone],
  ["email", "email", ({ patient }) => patient.identifiers.email],
  ["race", "clinical", ({ patient }) => patient.race],
  ["employer", "employer", ({ patient }) => patient.employer],
  ["drivers_license", "drivers-license", ({ patient }) => patient.identifiers["drivers-license"]],
  ["payer", "clinical", ({ coverages }) => coverages[0]?.payer],
  ["member_id", "member-id", ({ coverages }) => Object.values(coverages[0]?.identifiers ?? {})[0]],
  ["emergency_contact", "name", ({ contacts }) => nameOf(contacts[0].name)],
  ["emergency_phone", "phone", ({ contacts }) => contacts[0].phone],
]);

const encounters = table(
  records.flatMap((record) => record.encounters),
  [
    ["encounter_id", "encounter-id", (row) => row.id],
    ["patient_id", "patient-id", (row) => row.patientId],
    ["class", "clinical", (row) => row.class],
    ["start", "date", (row) => row.start],
    ["end", "date", (row) => row.end],
    ["age", "age", (row) => row.age],
    ["provider", "name", (row) => `${nameOf(providerOf.get(row.providerId).name)}, ${providerOf.get(row.providerId).credential}`],
    ["provider_npi", "npi", (row) => providerOf.get(row.providerId).identifiers.npi],
    ["facility", "facility", (row) => facilityOf.get(row.facilityId).name],
    ["reason_code", "clinical", (row) => row.reason.code],
    ["reason", "clinical", (row) => row.reason.display],
    ["account_number", "account-number", (row) => row.identifiers["account-number"]],
  ],
);

const labs = table(
  records.flatMap(({ patient, observations }) =>
    observations.filter(({ category }) => category === "laboratory").map((observation) => ({ patient, observation })),
  ),
  [
    ["Accession", "accession-number", ({ observation }) => observation.identifiers["accession-number"]],
    ["MRN", "mrn", ({ patient }) => patient.identifiers.mrn],
    ["Patient Name", "name", ({ patient }) => `${patient.name.family}, ${patient.name.given}`],
    ["Collected", "date", ({ observation }) => american(observation.time)],
    ["LOINC", "clinical", ({ observation }) => observation.code.code],
    ["Test", "clinical", ({ observation }) => observation.code.display],
    ["Result", "clinical", ({ observation }) => observation.value.toFixed(observation.decimals)],
    ["Units", "clinical", ({ observation }) => observation.unit],
  ],
);

const notes = records.flatMap((record) => record.notes);
const isLetter = ({ title }) => title === "Referral letter" || title === "Letter";
const inNotes = notes.filter((note) => !isLetter(note) && note.title !== "Portal message");
// Of three families, the oldest first.
const written = notes.filter((note) => isLetter(note) && note.spans.some(({ kind }) => kind === "birth-date"));
const familyOf = new Map(records.map(({ patient }) => [patient.id, patient.name.family]));
const letters = written
  .sort((a, b) => Number(hasAge(b)) - Number(hasAge(a)))
  .filter(({ patientId }, i, all) => all.findIndex((other) => familyOf.get(other.patientId) === familyOf.get(patientId)) === i)
  .slice(0, 3);
const messages = (patientId) => notes.filter((note) => note.title === "Portal message" && note.patientId === patientId);

const notesText = inNotes
  .map(({ id, patientId, encounterId, title, time, text }) =>
    JSON.stringify({ note_id: id, patient_id: patientId, encounter_id: encounterId, type: title, written: time, text }),
  )
  .join("\n");

const portal = records
  .filter(({ patient }) => patient.identifiers["user-name"] !== undefined)
  .map(({ patient, devices }) => ({
    account: {
      user_name: patient.identifiers["user-name"],
      email: patient.identifiers.email ?? null,
      profile_url: patient.identifiers.url,
      photo: patient.identifiers.photo,
      last_login: { ip: patient.identifiers["ip-address"], uuid: patient.identifiers.uuid },
    },
    patient: {
      mrn: patient.identifiers.mrn,
      name: { given: [patient.name.given, patient.name.middle].filter(Boolean), family: patient.name.family },
      birthDate: patient.birthDate,
    },
    devices: devices.map(({ description, implanted, identifiers }) => ({
      description,
      implanted,
      udi: identifiers.udi,
      serial: identifiers["device-serial"],
    })),
    messages: messages(patient.id).map(({ id, encounterId, time, text }) => ({
      id,
      sent: time,
      visit: encounterOf.get(encounterId).identifiers["encounter-id"],
      body: text,
    })),
  }));

const files = {
  "input/patients.csv": patients.text,
  "input/encounters.csv": encounters.text,
  "input/labs.csv": labs.text,
  "input/notes.ndjson": `${notesText}\n`,
  "input/portal.json": `${JSON.stringify(portal, null, 2)}\n`,
  ...Object.fromEntries(letters.map(({ text }, i) => [`input/letters/letter-${i + 1}.txt`, `${text}\n`])),
  "gold/columns.json": `${JSON.stringify({ "patients.csv": patients.holds, "encounters.csv": encounters.holds, "labs.csv": labs.holds }, null, 2)}\n`,
  "gold/notes.jsonl": `${notes.map(({ id, text, spans }) => JSON.stringify({ id, text, spans })).join("\n")}\n`,
};

for (const folder of ["input", "gold"]) rmSync(join(root, "samples", folder), { recursive: true, force: true });
for (const [file, text] of Object.entries(files)) {
  const path = join(root, "samples", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
const oldest = records.map(({ encounters }) => Math.max(0, ...encounters.map(({ age }) => age))).reduce((a, b) => Math.max(a, b));
console.log(`${count} patients, the oldest ${oldest}; ${notes.length} notes; ${Object.keys(files).length} files`);
