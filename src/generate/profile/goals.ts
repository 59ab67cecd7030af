import { z } from "zod";
import { curve, name, source } from "./curves.ts";

const share = z.number().min(0).max(1);

const goal = z
  .strictObject({
    for: z.array(name).min(1).describe("conditions: only who has one of them on record"),
    measure: name.describe("what is looked at, at visits that are not for something new"),
    above: curve.describe("by age: so much or more is too much"),
    below: z.number().optional().describe("less is too little: doses are lowered"),
    times: z.int().min(1).max(4).optional().describe("visits in a row at which it must be so. Default 2"),
    acts: share.describe("share of the visits, at which it has been so often enough, at which somebody does something"),
    begins: share.optional().describe("of those at which no dose can be raised, the share at which a drug is begun. Default 1"),
    drugs: z
      .array(name)
      .min(1)
      .describe(
        "treatments: the dose of the first that is taken and can be raised is raised; else the first that is not taken, and suits, is begun",
      ),
    most: z.int().min(1).optional().describe("of these drugs at a time. Default all of them"),
    ends: z.boolean().optional().describe("what is at its least dose and too much is stopped. Default false"),
    source,
  })
  .nullable();

/** An entry of null takes away what the extended profile declares. */
export const goals = z
  .record(name, goal)
  .describe(
    "what is done about values: doses that are raised or lowered and drugs that are begun at visits, beside what people take anyway",
  );

export type GoalSpec = NonNullable<z.infer<typeof goal>>;
