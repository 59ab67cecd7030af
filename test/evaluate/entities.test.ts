import { expect, test } from "vitest";
import { entitiesOf } from "../../src/evaluate/entities.ts";

const name = (text: string, isHidden = true, group: "direct" | "relatives" = "direct", entity?: string) =>
  ({ text, isHidden, group, category: "A", isName: true, entity }) as const;
const number = (text: string, isHidden = true, category = "H") =>
  ({ text, isHidden, group: "direct", category, isName: false, entity: undefined }) as const;
const hidden = (...mentions: Parameters<typeof entitiesOf>[0][number][]): boolean[] => entitiesOf(mentions).map(({ isHidden }) => isHidden);

test("case, accents, spaces and punctuation make no other identifier", () => {
  expect(hidden(number("40-288-713"), number("40288713", false), number("MR 40 288 713"))).toEqual([false, true]);
  expect(hidden(name("Muñoz, José"), name("JOSE MUNOZ", false))).toEqual([false]);
});

test("a name whose words stand in a fuller one belongs to it, initials and possessives too", () => {
  expect(hidden(name("Maria Elena Lopez"), name("Lopez"), name("M. Lopez"), name("Maria's", false))).toEqual([false]);
  expect(hidden(name("Maria Lopez"), name("Lopes", false))).toEqual([true, false]);
});

test("a part of several names exposes each, and a chain of parts the fullest", () => {
  expect(hidden(name("John Smith"), name("Mary Smith"), name("Smith", false))).toEqual([false, false]);
  expect(hidden(name("Ana", false), name("Ana Ruiz"), name("Ana Maria Ruiz"))).toEqual([false]);
});

test("names of another group, and numbers of another category, are other identifiers", () => {
  expect(hidden(name("Maria Lopez"), name("Lopez", false, "relatives"))).toEqual([true, false]);
  expect(hidden(number("123456"), number("123456", false, "J"))).toEqual([true, false]);
});

test("where the gold says the entity, that counts alone", () => {
  expect(hidden(name("Maria Lopez", true, "direct", "e1"), name("Lopez", false, "direct", "e2"))).toEqual([true, false]);
  expect(hidden(name("Mrs L", true, "direct", "e1"), name("the actress", false, "direct", "e1"))).toEqual([false]);
});
