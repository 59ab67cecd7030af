import { expect, test } from "vitest";
import { evaluatePopulation } from "../../../src/evaluate/population/evaluate.ts";
import { expandInputs } from "../../../src/io/inputs.ts";
import { createStream } from "../../../src/random/stream.ts";
import { folderOf } from "../../support/command.ts";

const declared = {
  reference: 20_454,
  states: [
    { state: "OH", share: 0.5 },
    { state: "VT", share: 0.5 },
  ],
  prevalences: [],
  measures: [],
  correlations: [],
};

/** Twelve thousand people in groups of `together` who live in one state, Ohio for a share of the groups. */
async function verdictOf(together: number, share: number) {
  const stream = createStream("states");
  let state = "OH";
  const rows = Array.from({ length: 12_000 }, (_, i) => {
    if (i % together === 0) state = stream.next() < share ? "OH" : "VT";
    return `p${i},1985-06-01,male,${state},h${i}`;
  });
  const folder = folderOf({ "patients.csv": `patient_id,birth_date,sex,state,household_id\n${rows.join("\n")}\n` });
  const { roundTrip } = await evaluatePopulation(await expandInputs([folder]), { declared, asOf: 20_454 });
  return roundTrip!.distributions.find(({ name }) => name === "states")!;
}

test("states are tested by how blocks of people differ: those who belong together live together", async () => {
  expect(await verdictOf(1, 0.5)).toMatchObject({ people: 12_000, verdict: "holds" });
  const clustered = await verdictOf(100, 0.5);
  expect(clustered.tv).toBeGreaterThan(0.02);
  expect(clustered.verdict).toBe("holds");
  expect((await verdictOf(1, 0.53)).verdict).toBe("fails");
});
