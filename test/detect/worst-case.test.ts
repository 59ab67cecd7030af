import { describe, expect, test } from "vitest";
import { detectAll, findAll } from "../../src/detect/index.ts";

/** The least of three runs: what another program does at the same time only adds. */
function milliseconds(text: string, work: (text: string) => unknown): number {
  const runs = [1, 2, 3].map(() => {
    const { user, system } = process.cpuUsage();
    work(text);
    const after = process.cpuUsage();
    return (after.user - user + after.system - system) / 1000;
  });
  return Math.min(...runs);
}

/** Eight times the text takes no more than some eight times as long; what is quadratic takes 64 times. */
function isLinear(make: (count: number) => string, work: (text: string) => unknown = findAll): boolean {
  work(make(500));
  for (let count = 1000; count <= 64_000; count *= 2) {
    const once = milliseconds(make(count), work);
    // Too short to be measured; what is quadratic grows out of it soon.
    if (once < 8) continue;
    return milliseconds(make(8 * count), work) < 24 * once;
  }
  return true;
}

const triggers = [
  ["titles", "Dr. "],
  ["strokes", "1/"],
  ["dates without a year", "3/4 "],
  ["at signs", "a@"],
  ["brackets", "((("],
  ["tags", "[**"],
  ["labels", "Name:"],
  ["labels with a space", "MRN: "],
  ["points", "a."],
  ["hyphens", "A-"],
  ["digits", "1 "],
  ["phone numbers", "617-555-0134 "],
  ["entities", "&#"],
  ["quoted-printable", "=20"],
  ["rich text", "\\par "],
  ["names", "John "],
  ["months", "Mar "],
  ["streets", "12 Main St. "],
  ["hospitals", "General Hospital "],
  ["numbers in words", "one two "],
  ["cells", "| a "],
  ["addresses", "http://a "],
  ["kin", "son "],
  ["scanner's errors", "l1 O0 "],
] as const;

describe("time grows with the text and no faster", () => {
  test("what looks at all the rest of a text from everywhere in it does not pass", () => {
    const work = (text: string): void => {
      for (let i = 0; i < text.length; i++) if (text.indexOf("#", i) >= 0) throw new Error("unreachable: there is none");
    };
    expect(isLinear((count) => "abcd ".repeat(count), work)).toBe(false);
  });

  test.each(triggers)("%s over and over", { timeout: 120_000 }, (_, trigger) => {
    expect(isLinear((count) => trigger.repeat(count))).toBe(true);
  });

  test("without a space", { timeout: 120_000 }, () => {
    expect(isLinear((count) => "abcdefghij".repeat(count))).toBe(true);
    expect(isLinear((count) => "0123456789".repeat(count))).toBe(true);
  });

  test("names of a thousand people", { timeout: 120_000 }, () => {
    const name = (i: number): string => `Qz${String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26))}son`;
    expect(isLinear((count) => Array.from({ length: count / 10 }, (_, i) => `Dr. ${name(i)} said so. `).join(""))).toBe(true);
  });
});

test("a megabyte without a space is read to its end", { timeout: 120_000 }, () => {
  const found = findAll(`${"x".repeat(1_000_000)} 617-555-0134`);
  expect(found.length).toBeLessThan(20);
  expect(found.at(-1)).toMatchObject({ start: 1_000_001, end: 1_000_013 });
});

test("a hundred thousand identifiers in one note are found, each in its place", { timeout: 120_000 }, () => {
  const line = "Patient seen on 03/04/2021. ";
  const found = findAll(line.repeat(100_000));
  expect(found).toHaveLength(100_000);
  expect(found.every(({ start, end }, i) => start === i * line.length + 16 && end === start + 10)).toBe(true);
});

describe("a text read in windows", () => {
  const filler = "The wound is clean and dry, and he walks without help. ".repeat(9000);

  test("gives what its parts give", () => {
    const note = "Seen by Dr. Okonkwo-Reyes on 03/04/2021, MRN: 00482913. ";
    const text = filler + note.repeat(40) + filler;
    const alone = findAll(note.repeat(40)).map(({ start, end, kind }) => ({
      start: start + filler.length,
      end: end + filler.length,
      kind,
    }));
    expect(alone.length).toBeGreaterThan(100);
    expect(findAll(text).map(({ start, end, kind }) => ({ start, end, kind }))).toEqual(alone);
  });

  test("is searched before and behind for a name that one place is sure of", () => {
    const text = `Then Brzycki left. ${filler}Patient: Halvard Brzycki, DOB 01/02/1950. ${filler}Then Brzycki came.`;
    const found = findAll(text).map(({ start, end }) => text.slice(start, end));
    expect(found.filter((value) => value === "Brzycki")).toHaveLength(2);
  });

  test("waits for detectors that answer later", async () => {
    const later = {
      name: "later",
      detect: async () => [[{ start: 0, end: 3, kind: "name", strength: "shaped", detector: "later" }]],
    } as const;
    const found = await detectAll([filler, "one"], [], [later as never]);
    expect(found.map((findings) => findings.map(({ start, end }) => [start, end]))).toEqual([[[0, 3]], [[0, 3]]]);
  });
});
