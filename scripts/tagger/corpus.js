// Marked documents from every source that is at hand, as {id, source, author, text, spans: [{start, end, type}]}.
// Types are the tagger's labels; `open` is a stretch about which the source says nothing.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Varied copies of notes a pass, of all notes together. */
const noteCopies = 4500;

const types = {
  name: "PATIENT RELATIVE PROVIDER PERSON NAME",
  organization: "FACILITY EMPLOYER SCHOOL ORGANIZATION HOSPITAL",
  place: "ADDRESS CITY COUNTY ZIP GEOGRAPHIC_LOCATION GPE STREET_ADDRESS ZIP_CODE LOCATION",
  date: "DATE DATE_TIME",
  number:
    "PHONE FAX EMAIL URL IP SSN MRN ACCOUNT PLAN LICENSE DEVICE VEHICLE USERNAME USER ID UNIQUE_IDENTIFIER MEDICAL_RECORD_NUMBER HEALTH_PLAN_BENEFICIARY_NUMBER EMAIL_ADDRESS SOCIAL_SECURITY_NUMBER ACCOUNT_NUMBER PHONE_NUMBER CERTIFICATE_LICENSE_NUMBER IP_ADDRESS FAX_NUMBER US_SSN US_DRIVER_LICENSE CREDIT_CARD DOMAIN_NAME IBAN_CODE",
  open: "AGE PAYER",
  none: "TITLE NRP",
};
const typeOf = Object.fromEntries(Object.entries(types).flatMap(([type, names]) => names.split(" ").map((name) => [name, type])));

const kindTypes = {
  name: "name",
  facility: "organization",
  employer: "organization",
  "street-address": "place",
  city: "place",
  county: "place",
  zip: "place",
  date: "date",
  "birth-date": "date",
};

const facilityWord =
  /\b(?:hospital|clinic|center|centre|medical|health|facility|institute|university|memorial|general|hospice|care|st|saint|vincent|mercy|mayo|methodist|sinai|hopkins)\b/i;

/** What a source calls a span, in our labels; null where it is no identifier under our convention. */
function typed({ label, text }, tables) {
  const type = typeOf[label];
  if (type === undefined) throw new Error(`a label that nobody has mapped: ${label}`);
  if (type === "none") return null;
  if (type === "date" && /^(?:\d{4}|\d{1,2}:\d{2}(?: ?[AP]M)?|\d{4} ?(?:hours|hrs)?)$/i.test(text.trim())) return null;
  if (type === "place" && isWide(text, tables)) return null;
  if (label === "GEOGRAPHIC_LOCATION" && facilityWord.test(text)) return "organization";
  return type;
}

/** A state or a country. */
function isWide(text, { isState, isCountry }) {
  const word = text.trim().toLowerCase();
  return isState(word) !== null || isCountry(word) || /^(?:southern|northern|eastern|western) /.test(word);
}

function lines(path) {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line)); // prettier-ignore
}

function document(raw, source, author, tables, weight) {
  const spans = [];
  for (const span of raw.spans ?? []) {
    const type = typed({ label: span.label, text: raw.text.slice(span.start, span.end) }, tables);
    if (type !== null) spans.push({ start: span.start, end: span.end, type, label: span.label });
  }
  spans.sort((a, b) => a.start - b.start);
  return {
    id: raw.id,
    source,
    author,
    weight,
    text: raw.text,
    spans: spans.filter((span, i) => i === 0 || span.start >= spans[i - 1].end),
  };
}

/** The text of a sentence with its values masked, so that sentences of one template stay on one side of a split. */
export function templateOf({ text, spans }) {
  let out = "";
  let at = 0;
  for (const { start, end, type } of spans) {
    out += `${text.slice(at, start)}<${type}>`;
    at = end;
  }
  return (out + text.slice(at)).replace(/[\d\s]+/g, " ");
}

/** All documents; says what is not at hand. `extra`: further files of marked notes. */
export function readCorpora({ root, corpora, extra = [], dist, tables, say }) {
  const out = [];
  const notes = join(root, "test/detect/notes");
  const own = readdirSync(notes)
    .filter((name) => /^dev.*\.jsonl$/.test(name))
    .sort(); // prettier-ignore
  for (const path of [...own.map((name) => join(notes, name)), ...extra]) {
    for (const raw of lines(path)) out.push(document(raw, "notes", authorOf(raw.id, path), tables, 1));
  }
  // The more notes there are, the fewer copies of each.
  for (const note of out) note.weight = Math.min(12, noteCopies / out.length);
  for (const [name, author, weight] of [
    ["pype-notes", "pype", 5],
    ["asq-phi-dev", "asq", 1],
    ["presidio-synth-dev", "presidio", 1],
  ]) {
    const path = join(corpora, `${name}.jsonl`);
    if (!existsSync(path)) say(`not at hand, so not learned from: ${name}`);
    else for (const raw of lines(path)) out.push(document(raw, name, author, tables, weight));
  }
  const background = join(corpora, "aci-bench-notes-unlabelled.jsonl");
  if (!existsSync(background)) say("not at hand, so not learned from: aci-bench-notes-unlabelled");
  else for (const raw of lines(background)) out.push({ id: raw.id, source: "aci", author: "aci", weight: 2, text: raw.text, spans: [] });
  out.push(...generated(root, dist));
  return out;
}

function authorOf(id, path) {
  return /^[a-z]-/.test(id) ? id[0] : basename(path, ".jsonl");
}

function generated(root, dist) {
  const folder = mkdtempSync(join(tmpdir(), "tagger-"));
  const main = pathToFileURL(join(dist, "cli/main.js")).href;
  const args = ["generate", "--profile", join(root, "profiles/tiny.yaml"), "--patients", "60", "--seed", "tagger", "--as-of", "2025-06-01"];
  const program = "const [main, ...args] = process.argv.slice(1); process.exitCode = await (await import(main)).main(args);";
  execFileSync(process.execPath, ["--input-type=module", "-e", program, main, ...args, "--out", folder, "--force"]);
  const out = lines(join(folder, "notes.gold.jsonl")).map(({ id, text, spans }) => ({
    id,
    source: "generated",
    author: "generated",
    weight: 0.5,
    text,
    spans: spans.map(({ start, end, kind }) => ({
      start,
      end,
      type: kind === "age" ? "open" : (kindTypes[kind] ?? "number"),
      label: kind,
    })),
  }));
  rmSync(folder, { recursive: true });
  return out;
}
