import { expect, test } from "vitest";
import { foldWord } from "../../src/tables/fold.ts";
import { givenNameRank, givenNames, surnameRaces, surnameRank, surnames } from "../../src/tables/names.ts";
import { ranksFrom, setFrom, wordsFrom } from "../../src/tables/ranks.ts";

test("the commonest names have the highest ranks", () => {
  expect([surnameRank("smith"), surnameRank("johnson"), surnameRank("garcia")]).toEqual([15, 15, 15]);
  expect([givenNameRank("james"), givenNameRank("mary"), givenNameRank("maria")]).toEqual([15, 15, 15]);
});

test("rare names have low ranks and other words none", () => {
  expect(surnameRank("zyla")).toBeGreaterThan(0);
  expect(surnameRank("zyla")).toBeLessThan(6);
  expect(["qzxv", "the", "hypertension", "", "tomography"].map((word) => givenNameRank(word))).toEqual([0, 0, 0, 0, 0]);
  expect(["qzxv", "hypertension", "", "tomography"].map((word) => surnameRank(word))).toEqual([0, 0, 0, 0]);
});

test("names of other countries are known, and surnames by their endings", () => {
  expect(["vladislava", "dalibor", "nomvula", "akinori"].map((word) => givenNameRank(word) > 0)).toEqual([true, true, true, false]);
  expect(["karataev", "asgeirsdottir", "szczepanska", "yefremova"].map(surnameRank)).toEqual([1, 1, 1, 1]);
  expect(["supernova", "improv", "nova", "lesson", "linen"].map((word) => surnameRank(word) === 1)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("names are looked up folded", () => {
  expect(foldWord("Muñoz")).toBe("munoz");
  expect(foldWord("GROẞ")).toBe("gross");
  expect(foldWord("Łukasz")).toBe("lukasz");
  expect(surnameRank(foldWord("Muñoz"))).toBeGreaterThan(8);
});

test("given names follow the decade of birth", () => {
  const top = (sex: "F" | "M", decade: number): string => givenNames(sex, decade).names[0]!;
  expect([top("F", 1925), top("M", 1925), top("F", 1984), top("M", 1984)]).toEqual(["Mary", "Robert", "Jessica", "Michael"]);
  expect(givenNames("F", 2024)).toBe(givenNames("F", 2010));
  expect(givenNames("M", 1888)).toBe(givenNames("M", 1900));
});

test("running totals rise and end in the sum", () => {
  for (const list of [givenNames("F", 1950), givenNames("U", 1950), surnames()]) {
    expect(list.cumulative).toHaveLength(list.names.length);
    expect(list.cumulative.every((total, i) => total > (list.cumulative[i - 1] ?? 0))).toBe(true);
  }
});

test("a name of the generator is a name of the detector", () => {
  expect(surnames().names.filter((name) => surnameRank(foldWord(name).replace("'", "")) === 0)).toEqual([]);
  expect(givenNames("F", 1990).names.filter((name) => givenNameRank(foldWord(name)) === 0)).toEqual([]);
});

test("race shares of a surname make about 100 percent", () => {
  const { names, shares } = surnames();
  expect(shares).toHaveLength(names.length * surnameRaces.length);
  const sums = names.map((_, i) => surnameRaces.reduce((sum, _race, j) => sum + shares[5 * i + j]!, 0));
  expect(Math.min(...sums)).toBeGreaterThanOrEqual(97);
  expect(Math.max(...sums)).toBeLessThanOrEqual(103);
  expect([...shares.subarray(5 * names.indexOf("Nguyen"), 5 * names.indexOf("Nguyen") + 5)][3]).toBeGreaterThan(90);
});

test("a front-coded table gives back its words and no others", () => {
  expect(wordsFrom("AsmithFeFsonDlt")).toEqual(["smith", "smithe", "smithson", "smilt"]);
  const rankOf = ranksFrom(["Aab", "AabcBz"]);
  expect([rankOf("ab"), rankOf("abc"), rankOf("az"), rankOf("a"), rankOf("abcd")]).toEqual([1, 2, 2, 0, 0]);
  expect(setFrom("")("x")).toBe(false);
});
