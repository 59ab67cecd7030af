import { expect, test } from "vitest";
import { mean, quiet, recordsOf } from "./kit.ts";

test("who comes to an emergency department with chest pain has troponin measured, and it is high in a heart attack", () => {
  const people = recordsOf({ ...quiet, people: { ...quiet.people, ages: [55, 90] } }, 500, "chest pain");
  const seen = (reason: string) =>
    people.flatMap(({ encounters, observations }) =>
      encounters
        .filter((encounter) => encounter.class === "emergency" && encounter.reason.code === reason)
        .map(({ id }) => observations.find(({ encounterId, code }) => encounterId === id && code.code === "89579-7")?.value),
    );
  const pain = seen("R07.9");
  expect(pain.length).toBeGreaterThan(20);
  const measured = pain.filter((value) => value !== undefined);
  expect(measured.length / pain.length).toBeGreaterThan(0.8);
  expect(mean(measured)).toBeLessThan(26);
  const attacks = seen("I21.4");
  expect(attacks.length).toBeGreaterThan(3);
  for (const value of attacks) expect(value).toBeGreaterThan(26);
});
