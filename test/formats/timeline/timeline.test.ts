import { expect, test } from "vitest";
import { timelineOf } from "../../../src/formats/timeline/index.ts";
import { generatePatients } from "../../../src/generate/generate.ts";
import { usPopulation } from "../../generate/shipped.ts";
import { fullRecord } from "../../support/full-record.ts";

const source = { profile: "us-population", profileDigest: "0123456789abcdef", seed: "1", asOf: "2026-03-31" };

test("a record reads as who it is, and a line for each thing that happened", () => {
  expect(timelineOf(fullRecord, source).text).toMatchInlineSnapshot(`
    "Renée S. Müller-Ortiz III, woman, born 1948-07-15, died 2025-03-20
    of several races (Hispanic), widowed, Teacher, Akron OH 44310, Medicare, Blue Heron Health Plan
    Allergic to penicillin G, Peanut
    Family: mother Acute myocardial infarction at 71
    Invented: patient 17 of us-population 01234567, seed 1, as of 2026-03-31

    1948-07-15    0 d  born       in Ponce, PR
    1960-01-01   11 y  allergy    penicillin G: Allergic urticaria, moderate
    1971-05-01   22 y  allergy    Peanut: Rash and other nonspecific skin eruption, mild
    2001-04-01   52 y  begins     Essential (primary) hypertension, moderate
    2014-01-01   65 y  insured    by Blue Heron Health Plan
    2019-05-06   70 y  device     Dual-chamber pacemaker
    2025-03-02   76 y  visit      Essential (primary) hypertension
                       measured   BP 142/91
                       asked      Smoking: Former smoker
                       referral   to cardiology
                       vaccine    Influenza, split virus, trivalent, PF; dose 1
                       starts     lisinopril 10 MG Oral Tablet: 1 tablet daily
                       result     Comprehensive metabolic 2000 panel: Creatinine 1.30 mg/dL high,
                                  Sodium not done
    2025-03-05   76 y  missed     Essential (primary) hypertension
    2025-03-06   76 y  booked     for 2025-03-30 and later cancelled: Essential (primary) hypertension
    2025-03-10   76 y  begins     Pneumonia, unspecified organism; severe
                       emergency  Pneumonia, unspecified organism
                       asked      Pain severity 6
                       picture    XR Chest 2 Views: Right lower lobe consolidation | no effusion. No
                                  pneumothorax.
    2025-03-11   76 y  hospital   Pneumonia, unspecified organism; from emergency; Medicine 4 West
                       starts     ceftriaxone 1000 MG Injection: 1 g IV daily
    2025-03-15   76 y  moves      to ICU
                       procedure  Insertion of endotracheal airway into trachea, via opening
    2025-03-20   76 y  stops      ceftriaxone 1000 MG Injection: died
                       dies       of Pneumonia, unspecified organism
    "
  `);
});

test("of a panel of many values those within limits are counted, and all others told", () => {
  const [first] = fullRecord.observations.filter(({ category }) => category === "laboratory");
  const values = [1.3, 0.9, 0.8, 0.7, 1, 1.1, 0.2].map((value, i) => ({ ...first!, id: `o${i}`, value }));
  const [panel] = fullRecord.reports;
  const record = { ...fullRecord, observations: values, reports: [{ ...panel!, observationIds: values.map(({ id }) => id) }] };
  expect(timelineOf(record, source).text.replaceAll(/\s+/g, " ")).toContain(
    "Comprehensive metabolic 2000 panel: Creatinine 1.30 mg/dL high, Creatinine 0.20 mg/dL low, 5 others within limits",
  );
});

const people = [...generatePatients(usPopulation, { seed: "timelines", asOf: source.asOf, patients: 200 })];
const texts = people.map((record) => timelineOf(record, source).text);
const dated = texts.map((text) => [...text.matchAll(/^(\d{4}-\d\d-\d\d) {1,5}(\d{1,3} (?:y|mo|d)) {2}(\S+)/gm)].map((match) => match[1]!));

test("lines are in order of time, and nothing happens after death", () => {
  for (const dates of dated) expect(dates).toEqual([...dates].sort());
  const dead = people.flatMap(({ patient }, i) => (patient.deceased === undefined ? [] : [texts[i]!]));
  expect(dead.length).toBeGreaterThan(0);
  for (const text of dead) expect(text.slice(text.lastIndexOf("\n\n"))).toMatch(/ {2}dies {7}[^\n]*\n( {30}[^\n]+\n)*$/);
});

test("every line fits in 100 columns", () => {
  expect(texts.flatMap((text) => text.split("\n")).filter((line) => line.length > 100 || line.endsWith(" "))).toEqual([]);
});

test("every encounter, drug, vaccine and condition stands in it", () => {
  people.forEach(({ encounters, medications, immunizations, conditions }, i) => {
    const whats = [...texts[i]!.matchAll(/^.{19}([a-z]+) /gm)].map((match) => match[1]!);
    const count = (...words: string[]): number => whats.filter((what) => words.includes(what)).length;
    expect([count("visit", "online", "emergency", "hospital"), count("starts"), count("vaccine"), count("begins", "noted")]).toEqual([
      encounters.length,
      medications.length,
      immunizations.length,
      conditions.length,
    ]);
  });
});

test("weeks of pregnancy are noted on a day, and neither begin nor end", () => {
  const weeks = { system: "ICD-10-CM", code: "Z3A.39", display: "39 weeks gestation of pregnancy" } as const;
  const [condition] = fullRecord.conditions;
  const noted = { ...condition!, code: weeks, onset: "2025-03-01", resolved: "2025-03-01" };
  const { text } = timelineOf({ ...fullRecord, conditions: [noted] }, source);
  expect(text).toMatch(/2025-03-01 {3}76 y {2}noted {6}39 weeks gestation/);
  expect(text).not.toMatch(/(?:begins|ends) +39 weeks/);
});
