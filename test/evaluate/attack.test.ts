import { expect, test } from "vitest";
import { simulateAttack } from "../../src/deidentify/simulate-attack.ts";
import { findAll } from "../../src/detect/index.ts";
import { attack, leaksIn } from "../../src/evaluate/attack.ts";
import { isReserved } from "../../src/evaluate/reserved.ts";
import { kindByName } from "../../src/identifiers/kinds/index.ts";
import { createStream } from "../../src/random/stream.ts";

function suspectsIn(...texts: string[]): string[][] {
  const notes = texts.map((text) => ({ text, found: findAll(text) }));
  return attack(notes).map((all, i) => all.map(({ start, end, method }) => `${method}: ${texts[i]!.slice(start, end)}`));
}

test("a number that surrogates are never drawn from is suspected, one that they are drawn from is not", () => {
  expect(suspectsIn("Call 617-555-0134 or 617-482-9917, write to a.tern12@example.org or dmoss@gmail.com.")).toEqual([
    ["out-of-range: 617-482-9917", "out-of-range: dmoss@gmail.com"],
  ]);
});

test("a name that stands among tags is suspected", () => {
  expect(suspectsIn("Seen by Dr. [NAME-1] with [NAME-2]. Husband Tom Alvarez called [NAME-1].", "Dr. [NAME-1] agrees.")).toEqual([
    ["in-clear: Tom Alvarez"],
    [],
  ]);
});

test("of the subject's names the one that is not as the others is suspected", () => {
  const text = "Patient: Ana Ruiz. Ms. Ruiz is well. Ms. Ruiz walks. Ms. Okafor denies pain. Dr. Helena Voss agrees.";
  expect(suspectsIn(text)).toEqual([["odd-one-out: Okafor"]]);
  expect(suspectsIn(text.replace("Okafor", "Ruiz"))).toEqual([[]]);
});

test("what is left of the gold is found word for word, whatever its case", () => {
  const text = "Mrs. QUINTANAR came; Quintanarii did not. MRN 40-288.";
  expect(leaksIn(text, ["Quintanar", "40-288", "288", "Lopez"]).map(([start, end]) => text.slice(start, end))).toEqual([
    "QUINTANAR",
    "40-288",
  ]);
});

test("what kinds make lies in the ranges that the attack knows", () => {
  for (const kind of ["phone", "fax", "email", "url", "ip-address", "ssn"] as const)
    for (let i = 0; i < 50; i++)
      expect([kind, isReserved(kind, kindByName(kind).make(createStream(`${i}`), { asOf: "2026-01-31" }))]).toEqual([kind, true]);
  expect(isReserved("name", "Ana")).toBe(undefined);
});

test("where one name in three is missed, the attack tells more of them from consistent surrogates than chance, and none where none is missed", () => {
  const text = "Patient: Ana Ruiz. Ms. Ruiz is well. Ms. Ruiz walks. Ms. Ruiz sleeps. Ms. Ruiz denies pain.";
  const names = [...text.matchAll(/Ana Ruiz|Ruiz/g)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    isSubject: true,
  }));
  const notes = Array.from({ length: 100 }, () => ({ text, names }));
  const asOf = { year: 2026, month: 1, day: 31 };
  const outcome = simulateAttack(notes, { missRate: 0.2, surrogates: "consistent", seed: "a", asOf });
  expect(outcome.leaks).toBeGreaterThan(60);
  expect(outcome.exposed / outcome.suspected).toBeGreaterThan(0.6);
  expect(simulateAttack(notes, { missRate: 0, surrogates: "consistent", seed: "a", asOf })).toMatchObject({ leaks: 0, suspected: 0 });
  const varied = simulateAttack(notes, { missRate: 0.2, surrogates: "varied", seed: "a", asOf });
  expect(varied.exposed / varied.suspected).toBeLessThan(outcome.exposed / outcome.suspected);
});
