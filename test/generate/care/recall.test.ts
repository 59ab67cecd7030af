import { expect, test } from "vitest";
import { dayOf } from "../../../src/generate/days.ts";
import type { Profile } from "../../../src/generate/profile.ts";
import { quiet, recordsOf } from "./kit.ts";

const daysFrom = (time: string, later: string): number => dayOf(later.slice(0, 10)) - dayOf(time.slice(0, 10));

test("one mammogram in ten is incomplete, and most of these are followed by another within weeks", () => {
  const people = recordsOf({ ...quiet, people: { ...quiet.people, ages: [45, 75] } }, 500, "recall");
  const screened = people.flatMap(({ reports }) => reports.filter(({ code }) => code.code === "24606-6"));
  const incomplete = screened.filter(({ conclusion, time }) => conclusion?.startsWith("BI-RADS 0") && time < "2025-11");
  expect(incomplete.length / screened.length).toBeGreaterThan(0.04);
  expect(incomplete.length / screened.length).toBeLessThan(0.15);
  const answered = incomplete.filter(({ patientId, time }) =>
    people.some(({ reports }) =>
      reports.some(
        (report) =>
          report.patientId === patientId &&
          report.code.code === "24605-8" &&
          dayOf(report.time.slice(0, 10)) - dayOf(time.slice(0, 10)) >= 7 &&
          dayOf(report.time.slice(0, 10)) - dayOf(time.slice(0, 10)) <= 40,
      ),
    ),
  );
  expect(answered.length / incomplete.length).toBeGreaterThan(0.75);
});

test("a grave potassium is measured again within days, a grave hemoglobin within weeks", () => {
  const measures: Profile["measures"] = {
    ...quiet.measures,
    potassium: { ...quiet.measures.potassium!, marginal: { normal: { mean: 4.5, sd: 1.2 } }, range: [2, 8] },
    hemoglobin: { ...quiet.measures.hemoglobin!, marginal: { normal: { mean: 11, sd: 3 } } },
  };
  const people = recordsOf({ ...quiet, measures, people: { ...quiet.people, ages: [50, 80] } }, 60, "grave");
  const share = (code: string, isGrave: (value: number) => boolean, days: number): number => {
    let [grave, again] = [0, 0];
    for (const { observations, encounters, patient } of people) {
      const series = observations.filter((each) => each.code.code === code);
      for (const { value, time, encounterId } of series) {
        const visit = encounters.find(({ id }) => id === encounterId)!;
        const isAdmitted = encounters.some(({ fromEncounterId }) => fromEncounterId === visit.id);
        if (!isGrave(value!) || visit.class === "inpatient" || isAdmitted || time > "2025-11" || patient.deceased !== undefined) continue;
        grave++;
        if (series.some((each) => each.time > time && daysFrom(time, each.time) <= days)) again++;
      }
    }
    expect(grave).toBeGreaterThan(30);
    return again / grave;
  };
  expect(share("2823-3", (value) => value >= 6 || value < 3, 11)).toBeGreaterThan(0.7);
  expect(share("718-7", (value) => value < 8, 23)).toBeGreaterThan(0.7);
});

test("who is advised to have a biopsy of the breast has it within weeks", () => {
  const mammogram = { ...quiet.imaging.mammogram!, usual: ["BI-RADS 0: incomplete."] };
  const second = { ...quiet.imaging["diagnostic-mammogram"]!, usual: ["BI-RADS 4: suspicious."] };
  const people = recordsOf(
    { ...quiet, imaging: { ...quiet.imaging, mammogram, "diagnostic-mammogram": second }, people: { ...quiet.people, ages: [45, 75] } },
    150,
    "biopsy",
  );
  const advised = people.flatMap(({ reports, patient }) =>
    patient.deceased !== undefined
      ? []
      : reports
          .filter(({ conclusion, time }) => conclusion?.startsWith("BI-RADS 4") && time < "2025-11")
          .map(({ time }) =>
            reports.some((each) => each.code.code === "24603-3" && daysFrom(time, each.time) >= 5 && daysFrom(time, each.time) <= 30),
          ),
  );
  expect(advised.length).toBeGreaterThan(8);
  expect(advised.filter(Boolean).length / advised.length).toBeGreaterThan(0.75);
});
