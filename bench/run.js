// `npm run bench -- tables [--mb 200] [--repeats 5]`, `npm run bench -- tokens [--count 1000000]`. Wants a build.
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { tables } from "./tables.js";
import { tokens } from "./tokens.js";

const benches = { tables, tokens };
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { mb: { type: "string" }, repeats: { type: "string" }, count: { type: "string" } },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(benches);
if (!chosen.every((name) => name in benches)) {
  console.error(`Benches: ${Object.keys(benches).join(", ")}. Options: --mb N, --repeats N, --count N.`);
  process.exit(2);
}
const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
const [{ model }] = cpus();
console.log(`Node ${process.version}, ${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB`);
for (const name of chosen) benches[name](options);
