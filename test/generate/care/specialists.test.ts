import { expect, test } from "vitest";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import { profileText } from "../shipped.ts";

const profile = loadProfile(
  "profile: elders\nextends: us-population\npeople: { ages: [60, 90], states: [OH] }\nfacilities: { count: 2 }\nproviders: { count: 28 }\n",
  "elders.yaml",
  profileText,
);
const population = createPopulation({ ...profile, notes: { ...profile.notes, share: 0 } }, { seed: "trades", asOf: "2026-01-01" });
const records = Array.from({ length: 1200 }, (_, index) => population.patient(index));
const specialtyOf = new Map(population.shared.providers.map(({ id, specialty }) => [id, specialty]));
const facilityOf = new Map(population.shared.providers.map(({ id, facilityId }) => [id, facilityId]));
const seen = (code: string, where: readonly string[]) =>
  records.flatMap((record) =>
    record.encounters
      .filter((encounter) => encounter.reason.code.startsWith(code) && where.includes(encounter.class))
      .map((encounter) => ({ patient: record.index, specialty: specialtyOf.get(encounter.providerId)! })),
  );
const office = ["ambulatory", "virtual"];

test("a facility has first whom everybody needs, then specialists", () => {
  for (const { id } of population.shared.facilities) {
    const trades = population.shared.providers.filter(({ facilityId }) => facilityId === id).map(({ specialty }) => specialty);
    expect(trades.slice(1, 3)).toEqual(["Emergency Medicine", "Pediatrics"]);
    expect(trades).toEqual(expect.arrayContaining(["Cardiology", "Neurology", "Nephrology"]));
  }
});

test("a heart is seen by a cardiologist or the patient's own doctor, an emergency by who is trained for it", () => {
  const hearts = [...seen("I50", office), ...seen("I25", office), ...seen("I48", office)];
  const byCardiologist = hearts.filter(({ specialty }) => specialty === "Cardiology");
  expect(hearts.length).toBeGreaterThan(60);
  expect(byCardiologist.length).toBeGreaterThan(hearts.length * 0.15);
  expect(byCardiologist.length).toBeLessThan(hearts.length * 0.6);
  expect(new Set(seen("", ["emergency"]).map(({ specialty }) => specialty))).toEqual(new Set(["Emergency Medicine"]));
  const others = new Set(seen("I10", office).map(({ specialty }) => specialty));
  expect(
    [...others].filter(
      (specialty) =>
        !["Family Medicine", "Internal Medicine", "Nurse Practitioner, Family", "Physician Assistant, Medical"].includes(specialty),
    ),
  ).toEqual([]);
});

test("whoever sees a patient works where the patient is seen", () => {
  for (const { encounters, appointments } of records) {
    for (const { providerId, facilityId } of [...encounters, ...appointments]) expect(facilityOf.get(providerId)).toBe(facilityId);
  }
});

const trades: Readonly<Record<string, string>> = {
  "referral-cardiology": "Cardiology",
  "referral-neurology": "Neurology",
  "referral-nephrology": "Nephrology",
  "referral-pulmonology": "Pulmonary Disease",
  "referral-orthopedics": "Orthopedic Surgery",
  "referral-behavioral-health": "Psychiatry",
};

test("a referral to somebody at the facility is answered by a visit to them, and else stays open or is answered elsewhere", () => {
  let answered = 0;
  for (const { orders, encounters } of records) {
    for (const { category, code, status, time } of orders) {
      const specialty = category === "referral" ? trades[code.code] : undefined;
      if (specialty === undefined) continue;
      const came = encounters.some(({ providerId, start }) => start > time && specialtyOf.get(providerId) === specialty);
      if (!came) continue;
      answered++;
      expect(status).toBe("completed");
    }
  }
  expect(answered).toBeGreaterThan(2);
});
