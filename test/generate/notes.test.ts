import { expect, test } from "vitest";
import { documents } from "../../src/generate/notes/documents.ts";
import { createPopulation } from "../../src/generate/population.ts";
import type { Profile } from "../../src/generate/profile.ts";
import { kindByName } from "../../src/identifiers/kinds/index.ts";
import type { Note } from "../../src/record/note.ts";
import type { PatientRecord } from "../../src/record/record.ts";
import { tiny } from "./shipped.ts";

const options = { seed: 7, asOf: "2026-03-31" };

interface Written {
  readonly note: Note;
  readonly record: PatientRecord;
}

function writtenBy(
  notes: Partial<Profile["notes"]>,
  patients: number,
): { readonly people: readonly PatientRecord[]; readonly notes: readonly Written[] } {
  const population = createPopulation({ ...tiny, notes: { ...tiny.notes, ...notes } }, options);
  const people = Array.from({ length: patients }, (_, i) => population.patient(i));
  return { people, notes: people.flatMap((record) => record.notes.map((note) => ({ note, record }))) };
}

const population = createPopulation(tiny, options);
const { people, notes } = writtenBy({}, 250);
const clean = writtenBy({ typos: 0 }, 120);

/** A note without its identifiers. */
function outside({ text, spans }: Note): string {
  let rest = "";
  let done = 0;
  for (const { start, end } of spans) {
    rest += `${text.slice(done, start)}\u0000`;
    done = end;
  }
  return rest + text.slice(done);
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}'-]{2,40}/gu));

const rests = notes.map(({ note }) => outside(note));
const restWords = rests.map(wordsOf);

test("every document is written, with its title and code, in the order of time", () => {
  expect(new Set(notes.map(({ note }) => note.title))).toEqual(new Set(Object.values(documents).map(({ title }) => title)));
  for (const { note } of notes) expect(Object.values(documents)).toContainEqual({ title: note.title, code: note.code });
  for (const { notes: written } of people) expect(written.map(({ time }) => time)).toEqual(written.map(({ time }) => time).sort());
});

test("an encounter long enough ago has a note, and a stay begins with one and ends with one", () => {
  for (const { notes: written, encounters } of people) {
    for (const { id, end, class: sort } of encounters) {
      const titles = written.filter(({ encounterId }) => encounterId === id).map(({ title }) => title);
      if (end < "2026-03-20") expect(titles.length).toBeGreaterThan(0);
      if (sort === "inpatient")
        expect([titles.includes("History and physical"), titles.includes("Discharge summary")]).toEqual([true, true]);
      if (sort === "emergency") expect(titles).toContain("ED note");
    }
  }
});

test("spans ascend, do not overlap, are not empty, are trimmed and hold no line break", () => {
  for (const { note } of notes) {
    let done = 0;
    for (const { start, end } of note.spans) {
      const text = note.text.slice(start, end);
      expect([start >= done, text.length > 0, text.trim() === text, text.includes("\n")]).toEqual([true, true, true, false]);
      done = end;
    }
  }
});

test("no number, contact or address of anybody stands outside the spans", () => {
  const { facilities, providers } = population.shared;
  const shared = [...facilities, ...providers].flatMap(({ identifiers }) => Object.values(identifiers));
  const places = facilities.flatMap(({ name, address }) => [name, address.street, address.zip]);
  notes.forEach(({ record }, i) => {
    const { patient, contacts, coverages, devices, encounters, orders, reports, observations, medications } = record;
    const owners = [patient, ...coverages, ...devices, ...encounters, ...orders, ...reports, ...observations, ...medications];
    const values = [
      ...owners.flatMap(({ identifiers }) => Object.values(identifiers)),
      ...contacts.flatMap(({ phone, email }) => (email === undefined ? [phone] : [phone, email])),
      patient.address.street,
      patient.address.zip,
      patient.birthDate,
      ...(patient.employer === undefined ? [] : [patient.employer]),
      ...shared,
      ...places,
    ].map((value) => value.toLowerCase());
    const rest = rests[i]!.toLowerCase();
    // Last four digits may be anything's.
    const digits = new Set(rest.match(/\d{5,20}/g));
    const letters = values.filter((value) => value.length > 5 && /[^\d]/.test(value) && rest.includes(value));
    expect([letters, values.map((value) => value.replace(/\D/g, "")).filter((value) => value.length > 4 && digits.has(value))]).toEqual([
      [],
      [],
    ]);
  });
});

test("a name stands outside the spans only where it is a word that notes of people without it have too", () => {
  const bearers = new Map<string, Set<number>>();
  const shared = new Set(population.shared.providers.flatMap(({ name }) => [name.given, name.family].map((word) => word.toLowerCase())));
  notes.forEach(({ record }, i) => {
    const { patient, contacts } = record;
    for (const { given, family } of [
      patient.name,
      ...contacts.map(({ name }) => name),
      ...(patient.otherNames ?? []).map(({ name }) => name),
    ])
      for (const word of [given, family]) {
        const own = bearers.get(word.toLowerCase()) ?? new Set();
        bearers.set(word.toLowerCase(), own.add(i));
      }
  });
  const loose: string[] = [];
  const elsewhere = (word: string, own: ReadonlySet<number>): boolean => restWords.some((words, i) => !own.has(i) && words.has(word));
  for (const [word, own] of bearers) {
    if (word.length < 3) continue;
    for (const i of own) if (restWords[i]!.has(word) && !elsewhere(word, own)) loose.push(word);
  }
  expect(loose).toEqual([]);
  // Providers are in many notes: an ordinary word is one that is in small letters somewhere.
  const small = new Set(rests.flatMap((rest) => rest.match(/(?<![\p{L}'-])\p{Ll}{3,40}(?![\p{L}'-])/gu) ?? []));
  expect([...shared].filter((word) => word.length > 2 && restWords.some((words) => words.has(word)) && !small.has(word))).toEqual([]);
});

test("no date stands outside the spans", () => {
  for (const rest of rests) {
    expect(rest).not.toMatch(/\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b|\b20\d\d-\d\d|undefined|null|NaN|\[object/);
    expect(rest).not.toMatch(/\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b/i);
  }
});

test("a span's text is what its kind says", () => {
  for (const { note, record } of notes) {
    for (const { start, end, kind, role } of note.spans) {
      const text = note.text.slice(start, end).replace(/\s/g, " ");
      if (kind === "mrn" || (kind === "ssn" && role === "subject"))
        expect(text.toLowerCase()).toBe(record.patient.identifiers[kind]!.toLowerCase());
      if (kind === "age") expect(Number(text)).toBeGreaterThan(89);
      if (kind === "birth-date") expect(text).toMatch(/\d/);
      // A month without its day is told from memory.
      if (kind === "date") expect(text).toMatch(/\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}$/i);
      if (kind === "phone") expect(text.replace(/\D/g, "")).toMatch(/^(?:\d{3})?55501\d\d$/);
    }
  }
});

test("all eighteen categories of identifiers are planted", () => {
  const categories = new Set(notes.flatMap(({ note }) => note.spans.map(({ kind }) => kindByName(kind).category)));
  expect([...categories].sort().join("")).toBe("ABCDEFGHIJKLMNOPQR");
});

test("each role is planted", () => {
  expect(new Set(notes.flatMap(({ note }) => note.spans.map(({ role }) => role)))).toEqual(
    new Set(["subject", "relative", "provider", "facility"]),
  );
});

const measured = (record: PatientRecord, code: string): ReadonlySet<string> =>
  new Set(
    record.observations.flatMap(({ code: of, value, decimals }) =>
      of.code === code && value !== undefined ? [value.toFixed(decimals ?? 0)] : [],
    ),
  );

test("a note tells what the record says: pressures, pulses, results", () => {
  let pressures = 0;
  for (const { note, record } of clean.notes) {
    for (const [, systolic, diastolic] of note.text.matchAll(/(?:BP|B\/P)[:]? {1,8}(\d{2,3})\/(\d{2,3})/gi)) {
      expect([measured(record, "8480-6").has(systolic!), measured(record, "8462-4").has(diastolic!)]).toEqual([true, true]);
      pressures++;
    }
    for (const [, value] of note.text.matchAll(/\b(?:A1c|Hemoglobin A1c) (\d{1,2}\.\d)/gi))
      expect(measured(record, "4548-4")).toContain(value);
    for (const [, value] of note.text.matchAll(/\bLDL (\d{1,3})\b/gi)) expect(measured(record, "13457-7")).toContain(value);
    for (const [, value] of note.text.matchAll(/\bTemp:? (3\d\.\d) C/g)) expect(measured(record, "8310-5")).toContain(value);
  }
  expect(pressures).toBeGreaterThan(100);
});

test("nobody with an allergy on record by then has none in a note, and nobody without has one", () => {
  let some = 0;
  for (const { note, record } of clean.notes) {
    const has = record.allergies.some(({ onset }) => onset <= note.time.slice(0, 10));
    if (has) expect(note.text).not.toMatch(/NKDA|\bNKA\b|no known (?:drug )?allergies|Allergies: none known/i);
    else expect(note.text).not.toMatch(/\((?:hives|rash|anaphylaxis|angioedema)\)|(?:penicillin|latex|sulfa|peanuts) (?:-|->) /i);
    if (has && /Allergies|\bAll\b/i.test(note.text)) some++;
  }
  expect(some).toBeGreaterThan(5);
});

test("a drug in a note is one of the record, in a strength of the record", () => {
  for (const { note, record } of clean.notes) {
    const displays = record.medications
      .filter(({ start }) => start <= note.time.slice(0, 10))
      .map(({ code }) => code.display.toLowerCase());
    for (const [, name, strength] of note.text.matchAll(
      /\b(lisinopril|atorvastatin|sertraline|amlodipine|losartan|simvastatin) (\d{1,3}(?:\.\d)?) mg/gi,
    ))
      expect(displays.some((display) => display.startsWith(name!.toLowerCase()) && display.includes(` ${strength} mg`))).toBe(true);
  }
});

test("pronouns and titles are the patient's", () => {
  for (const { note, record } of clean.notes) {
    if (note.title === "Portal message") continue;
    expect(note.text).not.toMatch(
      record.patient.sex === "female"
        ? /\bMr\. |\b(?:he|He) (?:is|has|was|denies|lives|works|takes)\b/
        : /\bM(?:rs|s)\. (?!.{0,40}Dear)|\b(?:she|She) (?:is|has|was|denies|lives|works|takes)\b/,
    );
  }
});

test("children do not work, and infants deny nothing", () => {
  let children = 0;
  for (const { note, record } of clean.notes) {
    const age = Number(note.time.slice(0, 4)) - Number(record.patient.birthDate.slice(0, 4));
    if (age >= 17) continue;
    children++;
    expect(note.text).not.toMatch(/works (?:at|for|as)|Employer|Retired|smoker/i);
    if (age < 3) expect(note.text).not.toMatch(/\bdenies\b/i);
  }
  expect(children).toBeGreaterThan(20);
});

test("an author keeps to their habits: all small letters always or never", () => {
  const by = new Map<string, Set<boolean>>();
  for (const { note } of notes) {
    if (note.title !== "Progress note" && note.title !== "ED note") continue;
    const isSmall = !/[A-Z]/.test(note.text);
    by.set(note.providerId, (by.get(note.providerId) ?? new Set()).add(isSmall));
  }
  for (const habits of by.values()) expect(habits.size).toBe(1);
});

test("nobody writes what a profile does not ask for", () => {
  const titlesOf = (of: Partial<Profile["notes"]>): readonly string[] =>
    [...new Set(writtenBy(of, 40).notes.map(({ note }) => note.title))].sort();
  const beside = { radiology: 0, triage: 0, admission: 0, daily: 0, nursing: 0, operative: 0, social: 0, discharge: 0 };
  expect(titlesOf({ share: 0 })).toEqual([]);
  expect(titlesOf({ styles: { progress: 1, emergency: 1, letter: 0, message: 0, telephone: 0 }, beside })).toEqual([
    "ED note",
    "Progress note",
  ]);
  expect(
    titlesOf({ styles: { progress: 0, emergency: 0, letter: 0, message: 0, telephone: 1 }, beside: { ...beside, radiology: 1 } }),
  ).toEqual(["Radiology report", "Telephone encounter"]);
});

test("many typing errors leave every span whole, and change no number", () => {
  const hasty = writtenBy({ typos: 0.1 }, 40).notes;
  const exact = writtenBy({ typos: 0 }, 40).notes;
  expect(hasty.map(({ note }) => note.spans.length)).toEqual(exact.map(({ note }) => note.spans.length));
  hasty.forEach(({ note }, i) => {
    note.spans.forEach(({ start, end, kind }, j) => {
      const other = exact[i]!.note.spans[j]!;
      const [text, spelled] = [note.text.slice(start, end), exact[i]!.note.text.slice(other.start, other.end)];
      if (kind !== "name") expect(text).toBe(spelled);
      else expect(Math.abs(text.length - spelled.length)).toBeLessThan(2);
    });
    expect(note.text.replace(/\D/g, "")).toBe(exact[i]!.note.text.replace(/\D/g, ""));
  });
  expect(hasty.some(({ note }, i) => note.text !== exact[i]!.note.text)).toBe(true);
});
