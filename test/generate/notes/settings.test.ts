import { expect, test } from "vitest";
import { createPopulation } from "../../../src/generate/population.ts";
import { tiny } from "../shipped.ts";

const population = createPopulation({ ...tiny, notes: { ...tiny.notes, typos: 0 } }, { seed: 11, asOf: "2026-03-31" });
const notes = Array.from({ length: 300 }, (_, i) => population.patient(i)).flatMap((record) =>
  record.notes.map((note) => ({
    record,
    title: note.title,
    text: note.text.toLowerCase().replace(/\s+/g, " "),
    time: note.time,
    encounter: record.encounters.find(({ id }) => id === note.encounterId)!,
  })),
);
const having = (title: string, pattern: RegExp) => notes.filter((each) => each.title === title && pattern.test(each.text));

test("what is ordered on admission is not told on discharge", () => {
  const ordered = /nothing by mouth|lactate|large-bore|telemetry, |cultures drawn/;
  expect(having("History and physical", ordered).length).toBeGreaterThan(3);
  expect(having("Discharge summary", ordered).map(({ text }) => text)).toEqual([]);
});

test("a pressure far too high is never passed over in an office", () => {
  const high = notes.filter(({ record, encounter, title, time }) => {
    if ((title !== "Progress note" && title !== "Letter") || encounter.class !== "ambulatory" || encounter.age < 18) return false;
    const last = record.observations.findLast(
      (each) => each.encounterId === encounter.id && each.code.code === "8480-6" && each.time <= time,
    );
    return (last?.value ?? 0) >= 160;
  });
  const told = high.filter(({ text }) =>
    /recheck|repeat reading|nurse visit for pressure|back in|results of your|enclosed|your tests|please excuse|may not attend|is excused/.test(
      text,
    ),
  );
  expect(high.length).toBeGreaterThan(5);
  expect(high.filter((each) => !told.includes(each)).map(({ text }) => text)).toEqual([]);
});

test("nobody comes by ambulance with a cold", () => {
  const brought = /\bems\b|ambulance/;
  const trivial = notes.filter(({ title, encounter }) => title === "ED note" && /^(?:J06|J02|H10|L30|H66|L23)/.test(encounter.reason.code));
  expect(having("ED note", brought).length).toBeGreaterThan(3);
  expect(trivial.length).toBeGreaterThan(3);
  expect(trivial.filter(({ text }) => brought.test(text)).map(({ text }) => text)).toEqual([]);
});

test("who is under 65 and walks is sent home without a walker", () => {
  const plain = having("Social work note", /./).filter(
    ({ encounter }) => encounter.age < 65 && encounter.admission?.disposition === "home" && !/^(?:S|I63|M1)/.test(encounter.reason.code),
  );
  expect(plain.length).toBeGreaterThan(3);
  expect(plain.filter(({ text }) => /walker|commode|shower chair|accepted at/.test(text)).map(({ text }) => text)).toEqual([]);
});

test("nobody whose vital signs are those of the gravely ill looks well", () => {
  const feverish = notes.filter(({ record, encounter, time }) => {
    const last = record.observations.findLast(
      (each) => each.encounterId === encounter.id && each.code.code === "8310-5" && each.time <= time,
    );
    return (last?.value ?? 37) >= 38.5;
  });
  expect(feverish.length).toBeGreaterThan(10);
  expect(feverish.filter(({ text }) => /well appearing|looks well|no acute distress|\bnad\b/.test(text)).map(({ text }) => text)).toEqual(
    [],
  );
});

test("a cesarean is done for a reason", () => {
  const done = having("Operative note", /cesarean/);
  for (const { text } of done) expect(text).not.toMatch(/with cesarean delivery\.|diagnosis:? cesarean/);
});

test("other places, other people and their numbers stand in passing, each in its span", () => {
  const spans = Array.from({ length: 300 }, (_, i) => population.patient(i)).flatMap(({ notes: own }) =>
    own.flatMap(({ text, spans: marked }) => marked.map(({ start, end, kind, role }) => `${kind} ${role} ${text.slice(start, end)}`)),
  );
  expect(
    spans.filter((each) => /^facility facility .*(?:Urgent Care|Walk-In|Day Care|Pediatrics|Medical Group|Family Practice)/i.test(each))
      .length,
  ).toBeGreaterThan(5);
  expect(spans.filter((each) => /^name relative [A-Z][a-z]+ [A-Z]\.$/.test(each)).length).toBeGreaterThan(2);
});

test("no variant, mark or doubled comma is left in a note", () => {
  for (const { text } of notes) expect(text).not.toMatch(/[{}]|,,|@they|@their|[~^<&*](?:has|was|the|feels|some|pain) /);
});
