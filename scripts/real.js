// `npm run real`: de-identifies exports that nobody here wrote and proves by literal search that no identifier is left.
// `npm run real -- tables|fhir|identity` runs a part.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReport } from "./real/command.js";
import { checkFhir } from "./real/fhir.js";
import { checkIdentity } from "./real/identity.js";
import { checkTables } from "./real/tables.js";

const shared = new URL("../../shared/", import.meta.url).pathname;
const inputs = join(shared, "inputs");
if (!existsSync(inputs)) {
  console.log("SKIPPED: ../shared/inputs is not there, so nothing real was de-identified.");
  process.exit(0);
}

const parts = process.argv.slice(2);
const wants = (part) => parts.length === 0 || parts.includes(part);
const report = createReport();
const work = mkdtempSync(join(tmpdir(), "scrubjay-real-"));
const attempt = async (title, run) => {
  try {
    await run();
  } catch (error) {
    report.check(false, `${title}: ${error.message.split("\n").slice(0, 6).join("\n         ")}`);
  }
};
try {
  for (const set of ["csv-28", "csv-232"]) {
    if (wants("tables") || wants(set))
      await attempt(set, () => checkTables(`Synthea tables, ${set}`, join(inputs, "synthea", set), join(work, set), report));
  }
  for (const [title, folder] of [
    ["FHIR Bulk Data, 10 patients", "synthea/fhir-bulk-10"],
    ["FHIR transaction bundles; file names hold patients' names", "synthea/fhir-bundles"],
  ]) {
    if (wants("fhir") || wants(folder)) await attempt(title, () => checkFhir(title, join(inputs, folder), join(work, folder), report));
  }
  if (wants("identity")) await attempt("identity", () => checkIdentity(shared, report));
} finally {
  if (process.env.KEEP) console.log(`\noutputs kept in ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
console.log(report.failures.length === 0 ? "\nall of it holds" : `\n${report.failures.length} of these do not hold`);
process.exitCode = report.failures.length === 0 ? 0 : 1;
