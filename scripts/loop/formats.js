import { createReadStream, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { parse } from "csv-parse";
import { layoutByName } from "../../dist/layouts/index.js";
import { leavesOf } from "./compare.js";

/** Each way to write a population that can be read back: how it is generated, and how an output is held against its input. */
export const formats = {
  csv: { options: ["--format", "csv"], compare: (...args) => compareTables("scrubjay", csvRows, ...args) },
  "csv-synthea": { options: ["--format", "csv", "--layout", "synthea"], compare: (...args) => compareTables("synthea", csvRows, ...args) },
  ndjson: { options: ["--format", "ndjson"], compare: (...args) => compareTables("scrubjay", lineRows, ...args) },
  fhir: { options: ["--format", "fhir"], compare: compareBundles },
  "fhir-json": { options: ["--format", "fhir"], prepare: asOneDocument, compare: compareDocument },
  "fhir-bulk": { options: ["--format", "fhir-bulk"], compare: compareResources },
  notes: { options: ["--format", "notes"], folder: "notes", compare: compareNotes },
};

/** What is written and not read yet: it must be refused by name. */
export const notRead = ["sql", "hl7v2"];

async function compareTables(layout, rowsOf, input, output, comparison) {
  for (const { name, columns } of layoutByName(layout).tables) {
    for await (const [before, after] of together(rowsOf(input, name), rowsOf(output, name))) {
      comparison.record();
      for (const column of columns)
        comparison.cell(`${name}.${column.name}`, column.holds, textOf(before[column.name]), textOf(after[column.name]));
    }
  }
}

const textOf = (value) => (value === null || value === undefined ? "" : String(value));

const csvRows = (folder, table) => createReadStream(join(folder, `${table}.csv`)).pipe(parse({ columns: true }));

async function* lineRows(folder, table) {
  for await (const line of linesOf(join(folder, `${table}.ndjson`))) yield JSON.parse(line);
}

async function* linesOf(path) {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== "") yield line;
}

async function* together(first, second) {
  const other = second[Symbol.asyncIterator]();
  for await (const each of first) {
    const { value, done } = await other.next();
    if (done) throw new Error("records are missing");
    yield [each, value];
  }
  if (!(await other.next()).done) throw new Error("there are more records than before");
}

async function compareBundles(input, output, comparison, { finderOf }) {
  let index = 0;
  for await (const [before, after] of together(linesOf(join(input, "bundles.ndjson")), linesOf(join(output, "bundles.ndjson")))) {
    comparison.record();
    compareTrees(JSON.parse(before), JSON.parse(after), comparison, finderOf(index++));
  }
}

/** A file of one array, as a server's export or a test fixture has it. Held whole, so only of the first hundred. */
async function asOneDocument(folder) {
  const lines = [];
  for await (const line of linesOf(join(folder, "bundles.ndjson"))) if (lines.length < 100) lines.push(line);
  for (const file of readdirSync(folder)) writeFileSync(join(folder, file), "");
  writeFileSync(join(folder, "bundles.json"), `[\n${lines.join(",\n")}\n]\n`);
  return ["bundles.ndjson"];
}

async function compareDocument(input, output, comparison, { finderOf }) {
  const [before, after] = [input, output].map((folder) => JSON.parse(readFileSync(join(folder, "bundles.json"), "utf8")));
  for (const [index, bundle] of before.entries()) {
    comparison.record();
    compareTrees(bundle, after[index], comparison, finderOf(index));
  }
}

async function compareResources(input, output, comparison, { finderOf, indexOf }) {
  for (const file of readdirSync(input)) {
    let last;
    let find;
    for await (const [before, after] of together(linesOf(join(input, file)), linesOf(join(output, file)))) {
      comparison.record();
      const index = (before.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []).map(indexOf).find((each) => each !== undefined);
      if (!find || index !== last) find = finderOf(index);
      last = index;
      compareTrees(JSON.parse(before), JSON.parse(after), comparison, find);
    }
  }
}

function compareTrees(before, after, comparison, find) {
  for (const leaf of leavesOf(before, after)) comparison.leaf(leaf.path, leaf.before, leaf.after, find);
}

async function compareNotes(input, output, comparison) {
  for (const file of readdirSync(input)) {
    comparison.record();
    comparison.note(readFileSync(join(input, file), "utf8"), readFileSync(join(output, basename(file)), "utf8"));
  }
}
