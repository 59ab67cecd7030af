import { zip3 as rows } from "./generated/zip3.ts";

interface Zip3 {
  readonly state: string | undefined;
  readonly population2020: number | undefined;
  readonly population2010: number | undefined;
}

/** 2020 Census of the Island Areas: US Virgin Islands (008); Guam and the Northern Mariana Islands (969). They have no ZCTA. */
const islandAreas: Readonly<Record<string, number>> = { "008": 87_146, "969": 153_836 + 47_329 };

/** The version of the ZIP3 facts, for the manifest. */
export const zip3Version = "2020 Census ZCTA populations, table P1; union with the 2000 Census list of HHS (2012)";

/**
 * Three-digit prefixes with 20,000 people or fewer: the 18 of the 2020 Census (the 2010 Census gives the same), and
 * 063, 790, 830, 831 and 890 of the 2000 Census in HHS's guidance on de-identification (26 November 2012).
 * 45 CFR 164.514(b)(2)(i)(B): these become 000, and so does a prefix without a population.
 */
const restricted: ReadonlySet<string> = new Set(
  "036 059 063 102 202 203 204 205 369 556 692 753 772 790 821 823 830 831 878 879 884 890 893".split(" "),
);

export function restrictedZip3(): ReadonlySet<string> {
  return restricted;
}

let decoded: ReadonlyMap<string, Zip3> | undefined;

function table(): ReadonlyMap<string, Zip3> {
  decoded ??= new Map(
    rows.split(";").map((row) => {
      const [prefix, state, population2020, population2010] = row.split(" ");
      return [
        prefix!,
        { state: state === "-" ? undefined : state, population2020: count(population2020!), population2010: count(population2010!) },
      ];
    }),
  );
  return decoded;
}

const count = (text: string): number | undefined => (text === "-" ? undefined : Number(text));

/** People in a three-digit ZIP prefix, 2020 Census; undefined for one without a ZCTA (unissued, military, one building). */
export function zip3Population(zip3: string): number | undefined {
  return islandAreas[zip3] ?? table().get(zip3)?.population2020;
}

/** The same of the 2010 Census, to compare. */
export function zip3Population2010(zip3: string): number | undefined {
  return table().get(zip3)?.population2010;
}

/** Whether Safe Harbor lets the three digits stay: more than 20,000 people, and on no list of restricted prefixes. */
export function keepsZip3(zip3: string): boolean {
  return (zip3Population(zip3) ?? 0) > 20_000 && !restricted.has(zip3);
}

/** The state that holds most people of a three-digit prefix (a few cross a border); undefined when it is not in use. */
export function zipState(zip3: string): string | undefined {
  return table().get(zip3)?.state;
}

/** Every prefix of the table, in order. */
export function zip3Prefixes(): readonly string[] {
  return [...table().keys()];
}
