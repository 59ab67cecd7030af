import { expect, test } from "vitest";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { createPopulation } from "../../src/generate/population.ts";
import { profileText } from "./shipped.ts";

test("an id is of one thing in the whole population, also where a household shares a plan", () => {
  const profile = loadProfile(profileText("us-population"), "us-population", profileText);
  const population = createPopulation(profile, { seed: "ids", asOf: "2026-03-31" });
  const seen = new Map<string, string>();
  const twice: string[] = [];
  const take = (what: string, list: readonly { readonly id: string }[]): void => {
    for (const { id } of list) {
      if (seen.has(id)) twice.push(`${what} and ${seen.get(id)}`);
      seen.set(id, what);
    }
  };
  for (const [what, list] of Object.entries(population.shared)) take(what, list);
  let plans = 0;
  const members = new Set<string>();
  for (let index = 0; index < 60; index++) {
    const { patient, index: _, merges, mergedInto, opensAtFirstVisit, ...lists } = population.patient(index);
    take("patient", [patient]);
    for (const [what, list] of Object.entries(lists)) take(what, list as readonly { readonly id: string }[]);
    for (const { identifiers } of lists.coverages) {
      const member = identifiers["member-id"];
      if (member === undefined) continue;
      plans++;
      members.add(member);
    }
  }
  expect(twice).toEqual([]);
  expect(seen.size).toBeGreaterThan(5000);
  // Some do share one: the test would see an id that they shared with it.
  expect(members.size).toBeLessThan(plans);
});
