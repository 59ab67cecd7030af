import { expect, test } from "vitest";
import { chads } from "../../../src/generate/notes/stroke-risk.ts";
import { varied } from "../../../src/generate/notes/varied.ts";
import { acuityOf } from "../../../src/generate/notes/words/acuity.ts";
import { commonIllnesses } from "../../../src/generate/notes/words/common-illnesses.ts";
import { courseOf } from "../../../src/generate/notes/words/courses.ts";
import { followedConditions } from "../../../src/generate/notes/words/followed-conditions.ts";
import { graveIllnesses } from "../../../src/generate/notes/words/grave-illnesses.ts";
import { createStream } from "../../../src/random/stream.ts";

const all = (text: string): readonly string[] =>
  [...new Set(Array.from({ length: 60 }, (_, i) => varied(text, createStream("words").fork(i))))].sort();

test("a text with variants is each of them in turn", () => {
  expect(all("{Seen|Met} today{, well|}.")).toEqual(["Met today, well.", "Met today.", "Seen today, well.", "Seen today."]);
});

test("an empty variant leaves no space behind", () => {
  expect(all("walks {slowly|} now")).toEqual(["walks now", "walks slowly now"]);
});

test("a text without variants stays as it is", () => {
  expect(all("as it is")).toEqual(["as it is"]);
});

test("no variant of a table stands within another, and each ends", () => {
  const texts = JSON.stringify([commonIllnesses, graveIllnesses, followedConditions]).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  const courses = Object.keys({ ...commonIllnesses, ...graveIllnesses }).flatMap((code) => Object.values(courseOf(code)).flat());
  expect(texts.length).toBeGreaterThan(500);
  for (const text of [...texts, ...courses]) expect([text, /^[^{}]*(?:\{[^{}]*\}[^{}]*)*$/.test(text)]).toEqual([text, true]);
});

test("a cold can wait and comes on foot, a heart attack does neither", () => {
  expect([acuityOf("J06.9").ambulance, Math.min(...acuityOf("J06.9").levels), Math.max(...acuityOf("I21.4").levels)]).toEqual([0, 4, 2]);
});

test.each([
  [{ age: 60, sex: "male", codes: ["I48.91"] }, 0],
  [{ age: 70, sex: "female", codes: ["I10"] }, 3],
  [{ age: 80, sex: "male", codes: ["I50.9", "I10", "E11.9", "Z86.73", "I25.2"] }, 8],
])("the risk of stroke of %o is %i", (who, score) => {
  expect(chads(who)).toBe(score);
});
