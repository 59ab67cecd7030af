import { given, surnames as surnameGroups } from "./generated/names.ts";
import { givenByDecade, surnameShares } from "./generated/people.ts";
import { type RankOf, ranksFrom } from "./ranks.ts";

/**
 * How frequent a word is as a US given name: 0 not one, 1 rare (about 40 births since 1880) to 15 (650,000 or more), a step
 * about a doubling. `word` is folded (`foldWord`). Many are ordinary words too (hope, may, will); see `wordRank`.
 * Source: SSA national totals 1880-2019; names of other countries have rank 2.
 */
export const givenNameRank: RankOf = ranksFrom(given);

/**
 * How frequent a word is as a US surname: 0 not one, 1 rare (about 100 bearers) to 15 (600,000 or more). `word` is
 * folded and without apostrophe, hyphen or space (`obrien`, `delacruz`). Source: 2010 Census surnames; names of other
 * countries have rank 2, and words that only end like one (Karataev, Ásgeirsdóttir) rank 1.
 */
export const surnameRank: RankOf = (word) => listedSurname(word) || (endsLikeSurname(word) ? 1 : 0);

const listedSurname = ranksFrom(surnameGroups);

// Patronymics and adjectives of northern and eastern Europe by their last letter; few English words end so.
const surnameEndings: Readonly<Record<string, readonly string[]>> = {
  a: ["ova", "eva", "ovskaya", "owska", "ewska", "anska", "inska"],
  c: ["ovic", "evic"],
  h: ["ovich", "evich", "zadeh"],
  i: ["owski", "ewski", "anski", "inski", "shvili"],
  k: ["chuk", "czyk"],
  n: ["sson", "anen", "inen", "onen", "ssen"],
  o: ["enko"],
  r: ["dottir"],
  s: ["opoulos"],
  u: ["oglu", "escu"],
  v: ["ov", "ev"],
  y: ["ovsky", "evsky", "ansky", "insky"],
  z: ["wicz"],
};
const noSurnames: ReadonlySet<string> = new Set(
  "improv supernova bossanova pavlova geneva caisson frisson cavesson bedlinen underlinen".split(" "),
);

function endsLikeSurname(word: string): boolean {
  const endings = word.length < 6 ? undefined : surnameEndings[word.at(-1)!];
  return endings?.some((ending) => word.length >= ending.length + 3 && word.endsWith(ending)) === true && !noSurnames.has(word);
}

/** Names with running totals of their counts: draw `u * cumulative.at(-1)` and take the first total above it. */
export interface WeightedNames {
  readonly names: readonly string[];
  readonly cumulative: Float64Array;
}

/** Surnames with the shares of their bearers by race and Hispanic origin, in percent, in the order of `surnameRaces`. */
export interface WeightedSurnames extends WeightedNames {
  /** Five numbers a name: `shares[5 * i + j]` is the percent of race `j` among the bearers of name `i`. */
  readonly shares: Uint8Array;
}

export const surnameRaces = ["white", "black", "hispanic", "asian", "other"] as const;

const decoded = new Map<string, WeightedNames>();

/**
 * The 500 most frequent given names of the births of a decade (1880 or 1883 for 1880-1889); the nearest decade of the table
 * (1900 to 2010) answers for one outside it. `sex` other than F or M draws from both.
 */
export function givenNames(sex: "F" | "M" | "U", birthDecade: number): WeightedNames {
  const decade = Math.min(2010, Math.max(1900, Math.floor(birthDecade / 10) * 10));
  const key = `${decade}${sex}`;
  let names = decoded.get(key);
  if (names === undefined) {
    names = sex === "U" ? joined(givenNames("F", decade), givenNames("M", decade)) : weighted(lineOf(key));
    decoded.set(key, names);
  }
  return names;
}

let sexes: ReadonlyMap<string, "F" | "M" | "U"> | undefined;

/** The sex of four in five bearers or more of a given name in lower case, among the frequent ones of any decade; else U. */
export function givenNameSex(word: string): "F" | "M" | "U" {
  sexes ??= sexesOfNames();
  return sexes.get(word) ?? "U";
}

function sexesOfNames(): ReadonlyMap<string, "F" | "M" | "U"> {
  const counts = new Map<string, [number, number]>();
  for (const line of givenByDecade) {
    const colon = line.indexOf(":");
    const at = line[colon - 1] === "F" ? 0 : 1;
    for (const row of line.slice(colon + 1).split(";")) {
      const space = row.indexOf(" ");
      const name = row.slice(0, space).toLowerCase();
      const there = counts.get(name) ?? [0, 0];
      there[at] += Number(row.slice(space + 1));
      counts.set(name, there);
    }
  }
  return new Map([...counts].map(([name, [female, male]]) => [name, female >= 4 * male ? "F" : male >= 4 * female ? "M" : "U"] as const));
}

let allSurnames: WeightedSurnames | undefined;

/** The 5,000 most frequent US surnames. */
export function surnames(): WeightedSurnames {
  if (allSurnames === undefined) {
    const rows = surnameShares.split(";").map((row) => row.split(" "));
    allSurnames = {
      names: rows.map((row) => row[0]!),
      cumulative: running(rows.map((row) => Number(row[1]))),
      shares: Uint8Array.from(rows.flatMap((row) => row.slice(2).map(Number))),
    };
  }
  return allSurnames;
}

function lineOf(key: string): string {
  const line = givenByDecade.find((candidate) => candidate.startsWith(`${key}:`));
  if (line === undefined) throw new Error("unreachable: a decade without names");
  return line.slice(key.length + 1);
}

function weighted(line: string): WeightedNames {
  const rows = line.split(";").map((row) => row.split(" "));
  return { names: rows.map((row) => row[0]!), cumulative: running(rows.map((row) => Number(row[1]))) };
}

function joined(first: WeightedNames, second: WeightedNames): WeightedNames {
  const base = first.cumulative.at(-1)!;
  return {
    names: [...first.names, ...second.names],
    cumulative: Float64Array.from([...first.cumulative, ...second.cumulative.map((total) => total + base)]),
  };
}

function running(counts: readonly number[]): Float64Array {
  let total = 0;
  return Float64Array.from(counts, (count) => {
    total += count;
    return total;
  });
}
