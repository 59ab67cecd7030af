import type { Stream } from "../random/stream.ts";
import type { Race, Sex } from "../record/patient.ts";
import { zipGroupTotals } from "../tables/zip-people.ts";
import { valueAt } from "./health/curve.ts";
import { survival } from "./person/life.ts";

/**
 * People in thousands by single year of age, 0 to 100: Census Bureau population estimates of 1 July 2019 by five-year band;
 * within a band by the Bureau's projection for 2020 by single age and sex.
 */
const people: Readonly<Record<Sex, string>> = {
  female:
    "1920 1917 1915 1912 1911 1981 1981 1979 1977 1975 2044 2040 2036 2034 2034 2063 2064 2056 2057 2069 2135 2124 2111 2121 2155 2248 2274 2319 2360 2402 2289 2237 2208 2182 2186 2156 2129 2139 2154 2187 2119 2026 1966 1919 1890 2009 1968 2002 2078 2182 2174 2071 2022 2022 2071 2220 2256 2248 2247 2263 2246 2167 2152 2101 2036 2008 1915 1846 1771 1694 1659 1581 1562 1520 1241 1178 1151 1128 1008 903 852 788 733 668 622 575 504 464 423 387 349 300 261 221 184 152 120 91 70 51 106",
  male: "2008 2003 1999 1996 1994 2066 2064 2061 2058 2054 2125 2122 2120 2120 2123 2154 2155 2146 2143 2149 2215 2195 2176 2182 2219 2314 2337 2382 2415 2459 2345 2287 2251 2220 2227 2200 2178 2197 2192 2204 2139 2048 1985 1933 1895 2014 1959 1984 2054 2146 2155 2035 1972 1957 1998 2139 2147 2125 2118 2115 2108 2009 1985 1920 1848 1823 1714 1638 1563 1482 1445 1361 1335 1289 1035 969 932 899 789 693 643 584 532 471 425 382 324 287 253 222 192 157 130 104 81 63 47 34 25 17 29",
};

/**
 * Per thousand people of a state: white, black, Asian or Pacific Islander, American Indian or Alaska Native, each not
 * Hispanic; then the four again, Hispanic. Census Bureau estimates of 1 July 2019, races bridged.
 */
const origins =
  "AK 635 44 84 165 54 5 3 11;AL 662 270 16 6 39 4 1 2;AR 732 160 21 9 71 3 1 3;AZ 552 50 39 41 289 8 4 16;CA 379 62 160 5 360 10 9 14;CO 689 47 39 8 197 7 3 12;CT 668 110 51 3 141 21 2 4;DC 381 456 47 3 87 19 3 5;DE 627 231 43 4 78 13 2 4;FL 541 160 32 3 243 15 2 3;GA 529 324 46 3 83 10 2 3;HI 254 27 610 2 49 4 52 2;IA 859 45 29 3 57 2 1 3;ID 829 11 19 13 117 2 2 8;IL 616 146 61 2 162 6 2 5;IN 793 104 27 3 65 4 1 2;KS 767 66 34 10 111 5 1 5;KY 852 89 17 2 35 3 1 1;LA 591 329 19 7 45 6 1 2;MA 721 79 74 2 99 19 2 4;MD 511 309 71 3 87 13 2 4;ME 941 19 14 8 15 1 0 1;MI 758 146 36 7 46 4 1 2;MN 803 75 54 12 48 3 1 4;MO 803 123 25 6 38 3 1 2;MS 570 379 12 5 28 4 1 1;MT 874 9 11 66 32 1 1 7;NC 636 221 33 12 81 10 2 5;ND 848 37 19 55 34 2 1 5;NE 792 56 29 9 101 4 2 7;NH 908 18 31 3 35 4 1 1;NJ 553 134 101 2 177 24 3 5;NM 376 23 18 91 455 9 4 25;NV 498 103 97 10 263 12 8 10;NY 561 151 92 4 147 35 3 8;OH 794 136 27 3 34 4 1 1;OK 681 85 27 96 92 5 1 12;OR 770 26 57 14 119 4 3 9;PA 766 116 39 2 61 13 2 3;RI 724 70 38 5 126 27 3 7;SC 645 271 20 4 51 6 1 2;SD 826 27 17 88 32 1 1 8;TN 745 173 21 3 50 4 1 2;TX 421 124 54 4 378 9 3 8;UT 791 15 40 11 131 4 3 7;VA 626 200 74 3 84 9 2 3;VT 938 17 20 4 18 1 0 1;WA 696 49 109 15 113 5 4 8;WI 818 70 32 10 63 4 1 3;WV 931 40 9 2 15 1 0 0;WY 848 15 13 23 90 2 1 7";

/** A sex and an age in whole years on the reference date; 100 stands for all older ages too. */
export interface Cell {
  readonly sex: Sex;
  readonly age: number;
}

/**
 * The cells of the pyramid between two ages, with running totals of the people in them: those alive on the reference date come out
 * as frequent as they are among people of these ages, times `weigh`, after those were added who die in the `years` before it.
 */
export function createAges(
  [youngest, oldest]: readonly [number, number],
  years: number,
  weigh: (cell: Cell) => number = () => 1,
): { readonly cells: readonly Cell[]; readonly cumulative: readonly number[] } {
  const cells: Cell[] = [];
  const cumulative: number[] = [];
  let total = 0;
  for (const sex of ["female", "male"] as const) {
    const thousands = people[sex].split(" ").map(Number);
    for (let age = youngest; age <= oldest; age++) {
      total += (thousands[age]! * weigh({ sex, age })) / survival(sex, age, years);
      cells.push({ sex, age });
      cumulative.push(total);
    }
  }
  return { cells, cumulative };
}

const races: readonly Race[] = ["white", "black", "asian-pacific-islander", "american-indian-alaska-native"];

/**
 * How much more or less frequent the groups are among people of an age than among all: white, black, Asian, American Indian, Hispanic.
 * Adults of NHANES 2013-2016 (NCHS, examination weights) by 18-39, 40-59, 60-74 and 75 and over, against the Census Bureau's shares of
 * 2019; American Indians as all. Children have their parents' origin: scaled so that
 * over all ages the shares of 2019 still come out.
 */
const byAge: Tilts = {
  ages: [28, 50, 67, 80],
  ratios: [
    [0.87, 1.02, 1.2, 1.3],
    [1.12, 1.02, 0.8, 0.67],
    [1.12, 1, 0.82, 0.61],
    [1, 1, 1, 1],
    [1.5, 1.02, 0.5, 0.3],
  ],
};

interface Tilts {
  readonly ages: readonly number[];
  readonly ratios: readonly (readonly number[])[];
}

/** Draws race and Hispanic origin as frequent as they are in the ZIP code of a row of `zipPlaces`, among people of an age. */
export function createOrigins(): (
  stream: Stream,
  row: number,
  state: string,
  age: number,
) => { readonly race: Race; readonly hispanic: boolean } {
  // The race of Hispanic people is known by state.
  const hispanics = new Map(
    origins.split(";").map((row) => {
      const [state, ...shares] = row.split(" ");
      let total = 0;
      return [state!, shares.slice(4).map((share) => (total += Number(share)))] as const;
    }),
  );
  const byRow = new Map<number, Float64Array>();
  const tilted = new Float64Array(byAge.ratios.length);
  return (stream, row, state, age) => {
    let totals = byRow.get(row);
    if (!totals) {
      totals = zipGroupTotals(row);
      byRow.set(row, totals);
    }
    let sum = 0;
    byAge.ratios.forEach((values, group) => {
      sum += (totals[group]! - (totals[group - 1] ?? 0)) * valueAt({ ages: byAge.ages, values }, age);
      tilted[group] = sum;
    });
    const group = stream.weighted(tilted);
    if (group < 4) return { race: races[group]!, hispanic: false };
    return { race: races[stream.weighted(hispanics.get(state)!)]!, hispanic: true };
  };
}
