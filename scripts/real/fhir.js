import { join } from "node:path";
import { bytesOf, deidentify, filesIn } from "./command.js";
import { createSearch } from "./search.js";

/** De-identifies a folder of FHIR in NDJSON or JSON and looks for what its Patient resources tell. */
export function checkFhir(title, input, out, report) {
  report.note(`\n${title}`);
  const { seconds } = deidentify(input, out);
  const before = filesIn(input).map((name) => ({ name, bytes: bytesOf(join(input, name)) }));
  const after = filesIn(out).map((name) => ({ name, bytes: bytesOf(join(out, name)) }));
  const size = before.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const [was, is] = [before, after.filter(({ name }) => name !== "manifest.json")].map((files) => files.flatMap(resourcesOf));
  report.note(
    `  ${before.length} files, ${was.length.toLocaleString("en-US")} resources, ${(size / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s (${(size / 1e6 / seconds).toFixed(1)} MB/s)`,
  );
  report.check(was.length === is.length, "every resource has come out");

  const patients = was.filter(({ resourceType }) => resourceType === "Patient");
  const groups = {
    names: patients.flatMap(({ name = [] }) => name.flatMap(({ given = [], family = "" }) => [...given, family])),
    identifiers: patients.flatMap(({ identifier = [] }) => identifier.map(({ value = "" }) => value)),
    "street addresses": patients.flatMap(({ address = [] }) => address.flatMap(({ line = [] }) => line)),
    "phones and mail": patients.flatMap(({ telecom = [] }) => telecom.map(({ value = "" }) => value)),
    "dates of birth and death": patients.flatMap(({ birthDate = "", deceasedDateTime = "" }) => [birthDate, deceasedDateTime.slice(0, 10)]),
    "resource ids": was.map(({ id = "" }) => id),
  };
  const [textBefore, textAfter] = [before, after].map((files) => files.map(({ bytes }) => opened(bytes)).join("\n"));
  for (const [group, list] of Object.entries(groups)) {
    const values = new Set(list.filter((value) => value.length >= 4));
    const search = createSearch([...values]);
    const left = [...search(textAfter)].map(([, { times }], n) => `value ${n + 1}: ${times} times`);
    const seen = search(textBefore).size;
    report.check(
      left.length === 0 && seen === values.size,
      `${group}: ${values.size} values, ${seen} seen in the input, ${left.length} in the output`,
      left,
    );
  }
  const names = createSearch([...new Set(groups.names)]);
  report.check(names(after.map(({ name }) => name).join("\n")).size === 0, "no patient's name in the name of an output");

  for (const [what, pick] of [
    ["codes", (node) => (typeof node.code === "string" && typeof node.system === "string" ? `${node.system}|${node.code}` : null)],
    ["quantities", (node) => (typeof node.value === "number" ? `${node.value} ${node.unit ?? ""}` : null)],
  ]) {
    const [a, b] = [was, is].map((resources) => tallyOf(resources, pick));
    const gone = [...a]
      .filter(([key, times]) => b.get(key) !== times)
      .map(([key, times]) => `${key}: ${times} before, ${b.get(key) ?? 0} after`);
    report.check(gone.length === 0, `${what}: ${[...a.values()].reduce((x, y) => x + y, 0).toLocaleString("en-US")}, the same after`, gone);
  }
  const [joined, stillJoined] = [was, is].map(joins);
  report.check(
    joined === stillJoined,
    `references that lead to a resource of the set: ${joined.toLocaleString("en-US")} before, ${stillJoined.toLocaleString("en-US")} after`,
  );
}

function resourcesOf({ bytes }) {
  const text = bytes.toString();
  if (/^\s*\{[^\n]*\}\s*(?:\n\s*\{|$)/.test(text.slice(0, 1 << 22)) && text.trimStart().indexOf("\n") !== 1) {
    try {
      return text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .flatMap(unbundled);
    } catch {}
  }
  return unbundled(JSON.parse(text));
}

function unbundled(resource) {
  return resource.resourceType === "Bundle" ? (resource.entry ?? []).map((entry) => entry.resource) : [resource];
}

/** The text with its base64 attachments opened beside it. */
function opened(bytes) {
  const text = bytes.toString();
  const inside = [...text.matchAll(/"data":\s?"([A-Za-z0-9+/=]{24,})"/g)].map(([, data]) => Buffer.from(data, "base64").toString());
  return [text, ...inside].join("\n");
}

function tallyOf(resources, pick) {
  const tally = new Map();
  const pending = [...resources];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === null || typeof node !== "object") continue;
    const key = pick(node);
    if (key !== null) tally.set(key, (tally.get(key) ?? 0) + 1);
    pending.push(...Object.values(node));
  }
  return tally;
}

function joins(resources) {
  const ids = new Set(resources.flatMap(({ resourceType, id }) => [`${resourceType}/${id}`, `urn:uuid:${id}`]));
  const references = tallyOf(resources, (node) => (typeof node.reference === "string" && ids.has(node.reference) ? "joined" : null));
  return references.get("joined") ?? 0;
}
