import { expect, test } from "vitest";
import { z } from "zod";
import { issueOf } from "../../src/generate/profile/issue.ts";

const schema = z.strictObject({
  rates: z
    .record(
      z.string(),
      z
        .strictObject({
          perYear: z.union([
            z.number(),
            z.array(z.tuple([z.number(), z.number()])),
            z.strictObject({ female: z.number(), male: z.number() }),
          ]),
          hours: z.number().optional(),
        })
        .nullable(),
    )
    .optional(),
});

function refused(value: unknown) {
  const parsed = schema.safeParse(value);
  return parsed.success ? "accepted" : issueOf(schema, parsed.error);
}

test.each([
  [
    "a key that is nearly one is asked after",
    { rates: { a: { perYear: 1, hour: 2 } } },
    { path: ["rates", "a", "hour"], message: "unknown key", hint: "did you mean hours?" },
  ],
  [
    "of one that is far from all, all are named",
    { rates: { a: { perYear: 1, colour: 2 } } },
    { path: ["rates", "a", "colour"], message: "unknown key", hint: "one of: perYear, hours" },
  ],
  ["what is absent is said to be so", { rates: { a: { hours: 2 } } }, { path: ["rates", "a", "perYear"], message: "perYear is not given" }],
  [
    "of several forms the nearest one speaks",
    { rates: { a: { perYear: { femal: 1, male: 1 } } } },
    { path: ["rates", "a", "perYear", "femal"], message: "unknown key", hint: "did you mean female?" },
  ],
  [
    "a value of none of several types is told which would do",
    { rates: { a: { perYear: "often" } } },
    { path: ["rates", "a", "perYear"], message: "expected number, or array, or object" },
  ],
])("%s", (_name, value, expected) => {
  expect(refused(value)).toMatchObject(expected);
});

test("a value never stands in it", () => {
  expect(JSON.stringify(refused({ rates: { a: { perYear: "17.25 or so" } } }))).not.toContain("17.25");
});
