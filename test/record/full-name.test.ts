import { expect, test } from "vitest";
import { fullName } from "../../src/record/full-name.ts";

test.each([
  [{ given: "Ana", family: "Ruiz" }, "Ana Ruiz"],
  [{ given: "Ana", middle: "Maria", family: "Ruiz" }, "Ana M. Ruiz"],
  [{ given: "Leo", family: "O'Hara", suffix: "Jr." }, "Leo O'Hara Jr."],
])("%j reads %s", (name, expected) => {
  expect(fullName(name)).toBe(expected);
});
