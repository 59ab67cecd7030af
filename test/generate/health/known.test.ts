import { expect, test } from "vitest";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { shippedProfileText } from "../../../src/io/shipped.ts";
import { createStream } from "../../../src/random/stream.ts";
import { people, reference, share } from "./kit.ts";

const profile = loadProfile(shippedProfileText("us-population")!, "us-population");
const lowering = ["ace-inhibitor", "arb", "beta-blocker", "calcium-channel-blocker", "thiazide"];

const elders = people(profile, "male", [60, 80], 1500).map((health, i) => {
  const visits = [0, 150, 300, 450, 600].map(
    (ago) => health.measure(reference - ago, ["systolic"], createStream(`visit ${i} ${ago}`))[0]!.value!,
  );
  return {
    isKnown: health.conditions.some(({ code, onset }) => code.code === "I10" && onset <= reference),
    isTreated: health.takes(reference).some(({ name }) => lowering.includes(name)),
    // Of five visits the third.
    middling: visits.sort((a, b) => a - b)[2]!,
  };
});

test("most, but not all, who take a drug that lowers pressure have hypertension on record", () => {
  // NHANES 2013-2016: 87 % at all ages.
  const known = share(
    elders.filter(({ isTreated }) => isTreated),
    ({ isKnown }) => isKnown,
  );
  expect(known).toBeGreaterThan(0.74);
  expect(known).toBeLessThan(0.9);
});

test("whoever has 160 at most visits knows of it, with a drug or without", () => {
  const high = elders.filter(({ middling }) => middling >= 160);
  expect(high.length).toBeGreaterThan(30);
  expect(share(high, ({ isKnown }) => isKnown)).toBeGreaterThan(0.93);
});

test("pressures are measured from three years on, the pulse from birth, and are those of children", () => {
  const at = (age: number, name: string): number => {
    const values = people(profile, "female", [age, age + 0.1], 300).flatMap((health, i) =>
      health.measure(reference, [name], createStream(`child ${i}`)).map(({ value }) => value!),
    );
    return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  };
  expect(at(2.5, "systolic")).toBe(0);
  expect(Math.abs(at(10, "diastolic") - 60.5)).toBeLessThan(2);
  expect(Math.abs(at(4, "systolic") - 91.5)).toBeLessThan(2.5);
  expect(Math.abs(at(0.08, "pulse") - 145)).toBeLessThan(4);
  expect(Math.abs(at(2, "pulse") - 113)).toBeLessThan(4);
});
