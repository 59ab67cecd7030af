// `npm run bench -- tables [--mb 200] [--repeats 5]`, `npm run bench -- tokens [--count 1000000]`,
// `npm run bench -- text [--notes FILE.jsonl]... [--repeats 3] [--dist FOLDER]`,
// `npm run bench -- generate [--patients 4000] [--repeats 3] [--million] [--dist FOLDER]`,
// `npm run bench -- memory [--notes FILE.jsonl]... [--count 1000000] [--dist FOLDER]`. Wants a build; text also
// `npm install --prefix bench` for the systems that it measures beside.
import { cpus, totalmem } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { generate } from "./generate.js";
import { memory } from "./memory.js";
import { tables } from "./tables.js";
import { text } from "./text.js";
import { tokens } from "./tokens.js";

const benches = { tables, tokens, text, memory, generate };
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mb: { type: "string" },
    repeats: { type: "string" },
    patients: { type: "string" },
    count: { type: "string" },
    notes: { type: "string", multiple: true },
    dist: { type: "string" },
    million: { type: "boolean" },
  },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(benches);
if (!chosen.every((name) => name in benches)) {
  console.error(
    `Benches: ${Object.keys(benches).join(", ")}. Options: --mb N, --repeats N, --patients N, --count N, --notes FILE (several times), --million, --dist FOLDER.`,
  );
  process.exit(2);
}
const options = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [
    name,
    name === "notes" ? value.map((file) => resolve(file)) : name === "dist" ? resolve(value) : name === "million" ? value : Number(value),
  ]),
);
const [{ model }] = cpus();
console.log(`Node ${process.version}, ${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB`);
for (const name of chosen) await benches[name](options);
