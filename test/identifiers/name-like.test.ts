import { expect, test } from "vitest";
import { nameLike } from "../../src/identifiers/name-like.ts";
import { createStream } from "../../src/random/stream.ts";

const like = (name: string, seed = "1"): string => nameLike(name, createStream(seed), undefined);

test("a suffix of birth is not kept", () => {
  expect(like("Walter Quist III")).toMatch(/^\p{Lu}[\p{L}']+ \p{Lu}[\p{L}']+$/u);
  expect(like("Quist Jr., Walter")).toMatch(/^\p{Lu}[\p{L}']+, \p{Lu}[\p{L}']+$/u);
});

test("initials that are alike are drawn apart", () => {
  const twice = Array.from({ length: 40 }, (_, i) => like("K.K. Quist", String(i)));
  expect(twice.filter((name) => name[0] === name[2]).length).toBeLessThan(10);
});

test("tags, entities and the end of a line within a name leave words alone", () => {
  expect(like("<b>Wa</b>lter Qu<i>is</i>t")).toMatch(/^\p{Lu}[\p{L}']+ \p{Lu}[\p{L}']+$/u);
  expect(like("Wal-\nter Quist")).toMatch(/^\p{Lu}[\p{L}']+ \p{Lu}[\p{L}']+$/u);
  expect(like("Mu&ntilde;oz")).toMatch(/^\p{Lu}[\p{L}']+$/u);
});
