// Writes profiles/parts/us-adults.yaml: distributions and correlations of adults, fitted on NHANES 2013-2016, and the growth of children.
//
//   npm run build && node scripts/fit-nhanes.js [--tables ../shared/tables] [--out profiles/parts/us-adults.yaml]
//
// The same inputs give the same bytes. Without the tables it says so and writes nothing.

import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fitStratum, leaning, strata } from "./nhanes/copula.js";
import { readGrowth, shiftOf } from "./nhanes/growth.js";
import { bodyMassQuantiles, fitQuantiles, fitShares } from "./nhanes/marginals.js";
import { readAnthropometry, readRows } from "./nhanes/rows.js";
import { classes, measures } from "./nhanes/variables.js";
import { writeProfile } from "./nhanes/write.js";

const { values } = parseArgs({
  options: {
    tables: { type: "string", default: "../shared/tables" },
    out: { type: "string", default: "profiles/parts/us-adults.yaml" },
  },
});
const nhanes = resolve(values.tables, "nhanes");
if (!existsSync(nhanes)) {
  console.error(`skipped: no survey tables in ${values.tables}`);
  process.exit(0);
}

const rows = readRows(nhanes);
const anthropometry = readAnthropometry(nhanes);
const quantiles = fitQuantiles(rows);
const shares = fitShares(rows);
const growth = readGrowth(resolve(values.tables, "growth"));
const fitted = strata.map((stratum) => fitStratum(rows, stratum, { quantiles, shares }));
const text = writeProfile({
  quantiles: Object.fromEntries(measures.map(({ name }, j) => [name, quantiles[j]])),
  shares: Object.fromEntries(classes.map(({ name }, k) => [name, shares[k]])),
  bodyMass: bodyMassQuantiles(anthropometry, shares[0]),
  growth,
  bodyMassShift: shiftOf(growth.bmi, anthropometry),
  anthropometry,
  fitted: leaning(fitted, rows),
});
writeFileSync(values.out, text);
console.log(`${rows.length} adults, ${text.length} characters`);
