import { expect, test } from "vitest";
import type { Profile } from "../../../src/generate/profile.ts";
import { quiet, recordsOf } from "./kit.ts";

const before = recordsOf(quiet, 150, "leaf");

const panel = quiet.panels["blood-count"]!;
const leaves: readonly (readonly [string, Profile])[] = [
  ["a panel that nothing orders", { ...quiet, panels: { ...quiet.panels, another: { ...panel, code: "57021-8" } } }],
  [
    "a vaccine that nobody takes",
    { ...quiet, immunizations: { ...quiet.immunizations, another: { ...quiet.immunizations.measles!, taken: 0 } } },
  ],
  ["a medication that is for nothing", { ...quiet, medications: { ...quiet.medications, another: quiet.medications.statin! } }],
  ["a procedure that is never done", { ...quiet, procedures: { ...quiet.procedures, another: { ...quiet.procedures.transfusion! } } }],
  [
    "a reason to come that never does",
    { ...quiet, acute: { ...quiet.acute, another: { ...quiet.acute.covid!, office: 0, emergency: 0 } } },
  ],
];

test.each(leaves)("%s leaves everything as it was", (_, profile) => {
  expect(recordsOf(profile, 150, "leaf")).toEqual(before);
});

test("a vaccine more adds its doses, and to the bills, and changes nothing else", () => {
  // Nobody comes for it alone.
  const another = { ...quiet.immunizations.influenza!, code: "150", taken: 90, clinic: 0 };
  const more = recordsOf({ ...quiet, immunizations: { ...quiet.immunizations, another } }, 150, "leaf");
  const without = more.map((record) => ({
    ...record,
    immunizations: record.immunizations.filter(({ code }) => code.code !== "150"),
    claims: [],
  }));
  expect(without).toEqual(before.map((record) => ({ ...record, claims: [] })));
  expect(more.flatMap(({ immunizations }) => immunizations).length).toBeGreaterThan(
    before.flatMap(({ immunizations }) => immunizations).length,
  );
});

test("a reason more to come takes its part of the visits, and leaves when they are", () => {
  const more = recordsOf(
    { ...quiet, acute: { ...quiet.acute, another: { ...quiet.acute.rash!, code: "L29.9", office: 8, emergency: 0 } } },
    150,
    "leaf",
  );
  const starts = (records: typeof before) =>
    records.map(({ encounters }) => encounters.filter((encounter) => encounter.class !== "emergency").map(({ start }) => start));
  expect(starts(more)).toEqual(starts(before));
  const reasons = (records: typeof before) => records.flatMap(({ encounters }) => encounters.map(({ reason }) => reason.code));
  const now = reasons(more);
  expect(now).toContain("L29.9");
  expect(reasons(before).filter((code, i) => code !== now[i] && now[i] !== "L29.9")).toEqual([]);
});
