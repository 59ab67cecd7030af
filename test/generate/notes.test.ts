import { expect, test } from "vitest";
import { mention, prose } from "../../src/generate/notes/prose.ts";
import { writeDate } from "../../src/generate/notes/write-date.ts";
import { createPopulation } from "../../src/generate/population.ts";
import { fullName } from "../../src/record/full-name.ts";
import { tiny } from "./shipped.ts";

const population = createPopulation(tiny, { seed: 7, asOf: "2026-03-31" });
const people = Array.from({ length: 150 }, (_, i) => population.patient(i));
const notes = people.flatMap((record) => record.notes.map((note) => ({ note, record })));

test("prose puts each span where its identifier came to stand", () => {
  const inner = prose`from ${mention("city", "Erie")}`;
  expect(prose`${mention("name", "Ana")} ${inner}, ${42}${mention("zip", "16501", "relative")}.`).toEqual({
    text: "Ana from Erie, 4216501.",
    spans: [
      { start: 0, end: 3, kind: "name", role: "subject" },
      { start: 9, end: 13, kind: "city", role: "subject" },
      { start: 17, end: 22, kind: "zip", role: "relative" },
    ],
  });
});

test("every style is written, and every encounter has its note", () => {
  expect([...new Set(notes.map(({ note }) => note.title))].sort()).toEqual([
    "ED note",
    "Portal message",
    "Progress note",
    "Referral letter",
  ]);
  for (const { notes: written, encounters } of people)
    expect(written.map(({ encounterId }) => encounterId)).toEqual(encounters.map(({ id }) => id));
});

test("spans ascend, do not overlap, are not empty and are trimmed", () => {
  for (const { note } of notes) {
    let done = 0;
    for (const { start, end } of note.spans) {
      const text = note.text.slice(start, end);
      expect([start >= done, text.length > 0, text.trim() === text]).toEqual([true, true, true]);
      done = end;
    }
  }
});

test("no name, number, contact or address of the patient stands outside the spans", () => {
  for (const { note, record } of notes) {
    let outside = "";
    let done = 0;
    for (const { start, end } of note.spans) {
      outside += `${note.text.slice(done, start)}\u0000`;
      done = end;
    }
    outside += note.text.slice(done);
    const { name, identifiers, address, birthDate } = record.patient;
    const contact = record.contacts[0]!;
    const known = [
      ...Object.values(identifiers),
      address.street,
      address.zip,
      contact.phone,
      birthDate,
      fullName(name),
      fullName(contact.name),
      name.given,
      name.family,
    ];
    const words = ` ${outside.replace(/[.,;:()]/g, " ")} `;
    expect(
      known.filter((value) => value.length > 3 && (/\d/.test(value) ? outside.includes(value) : words.includes(` ${value} `))),
    ).toEqual([]);
    expect(outside).not.toMatch(/\d{1,2}\/\d{1,2}\/\d{2}|\b20\d\d-\d\d|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|undefined|null/);
  }
});

test("a span's text is what its kind says", () => {
  for (const { note, record } of notes) {
    for (const { start, end, kind, role } of note.spans) {
      const text = note.text.slice(start, end);
      if (kind === "mrn" || (kind === "ssn" && role === "subject")) expect(text).toBe(record.patient.identifiers[kind]);
      if (kind === "phone") expect([record.patient.identifiers.phone, record.contacts[0]!.phone]).toContain(text);
      if (kind === "age") expect(Number(text)).toBeGreaterThan(89);
    }
  }
  expect(notes.some(({ note }) => note.spans.some(({ kind }) => kind === "age"))).toBe(true);
});

test("a note tells what the record says", () => {
  for (const { note, record } of notes) {
    const pressure = /BP (\d+)\/(\d+)/.exec(note.text);
    const measured = record.observations.filter(({ encounterId }) => encounterId === note.encounterId);
    const value = (code: string) => measured.find((observation) => observation.code.code === code)?.value;
    if (pressure) expect([Number(pressure[1]), Number(pressure[2])]).toEqual([value("8480-6"), value("8462-4")]);
  }
});

test.each([
  ["iso", "2026-03-04"],
  ["us", "03/04/2026"],
  ["short", "3/4/26"],
  ["long", "March 4, 2026"],
  ["day-month", "4 Mar 2026"],
] as const)("a date in style %s reads %s", (style, expected) => {
  expect(writeDate("2026-03-04T10:00:00", style)).toBe(expected);
});
