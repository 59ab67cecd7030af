import { describe, expect, test } from "vitest";
import { createDetectors, detectAll, type Finding } from "../../../src/detect/index.ts";
import type { ClassCases } from "./cases.ts";
import { datesAgesNumbers } from "./dates-ages-numbers.ts";
import { ids } from "./ids.ts";
import { failuresOf, readMarks } from "./judge.ts";
import { names } from "./names.ts";
import { noiseFormat } from "./noise-format.ts";
import { placesOrgs } from "./places-orgs.ts";
import { reasons } from "./reasons.ts";

const classes: readonly ClassCases[] = [...names, ...datesAgesNumbers, ...ids, ...placesOrgs, ...noiseFormat];

test("a judge that is given what is marked is content, and one that is given nothing or all is not", () => {
  const { text, parts } = readMarks("Seen by [NAME:Ana Ruiz], [?:age ]40.");
  expect(text).toBe("Seen by Ana Ruiz, age 40.");
  const [start, end] = [8, 16];
  expect(failuresOf(parts, text, [{ start, end }])).toEqual([]);
  expect(failuresOf(parts, text, [])).toEqual(["leaves Ana Ruiz"]);
  expect(failuresOf(parts, text, [{ start, end: 12 }])).toEqual(["leaves Ana Ruiz"]);
  expect(failuresOf(parts, text, [{ start: 0, end: text.length }])).toEqual(["takes Seen by", "takes 40"]);
});

test("there are 105 classes, in order", () => {
  expect(classes.map(({ number }) => number)).toEqual(Array.from({ length: 105 }, (_, i) => i + 1));
});

test("every class has three texts or more, all different", () => {
  const seen = new Set<string>();
  for (const { number, texts } of classes) {
    expect(texts.length, `class ${number}`).toBeGreaterThanOrEqual(3);
    for (const text of texts) seen.add(text);
  }
  expect(seen.size).toBe(classes.reduce((sum, { texts }) => sum + texts.length, 0));
});

const all = createDetectors();
const rules = createDetectors({ without: ["tagger"] });
const found = (text: string, detectors: typeof all): Finding[] => (detectAll([text], [], detectors) as Finding[][])[0]!;

/** `25.2 leaves Wi1son`; `by rules too` where it is not the tagger alone that fails. */
const failures = classes.flatMap(({ number, texts }) =>
  texts.flatMap((marks, i) => {
    const { text, parts } = readMarks(marks);
    const byRules = failuresOf(parts, text, found(text, rules));
    return failuresOf(parts, text, found(text, all)).map((failure) => ({
      id: `${number}.${i + 1}`,
      failure: failure.replaceAll("\n", " "),
      byRules: byRules.includes(failure),
    }));
  }),
);
const total = classes.reduce((sum, { texts }) => sum + texts.length, 0);
const failing = new Set(failures.map(({ id }) => id));

describe(`${total - failing.size} of ${total} texts pass; the ledger holds the others`, () => {
  test("what fails is what the ledger says, no more and no less", async () => {
    const lines = failures.map(({ id, failure, byRules }) => `${id} ${failure}${byRules ? " (by rules too)" : ""}\n`);
    await expect(lines.join("")).toMatchFileSnapshot("ledger.txt");
  });

  test("what rules fail at has a reason, and nothing else has", () => {
    const ids = [...new Set(failures.filter(({ byRules }) => byRules).map(({ id }) => id))];
    expect(Object.keys(reasons).sort()).toEqual(ids.sort());
  });

  test("more than six texts in seven pass", () => {
    expect(failing.size / total).toBeLessThan(1 / 7);
  });
});
