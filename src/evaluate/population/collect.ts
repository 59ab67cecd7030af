import type { InputFile } from "../../io/inputs.ts";
import { createClinicalChecks } from "./clinical-checks.ts";
import { createGathering, type Gathering } from "./gather.ts";
import { createIds, type Ids } from "./ids.ts";
import { createPeople, type People } from "./people.ts";
import { createPlaceChecks } from "./places.ts";
import { type Row, readRows } from "./rows.ts";
import { createRuleBook, type RuleName, type RuleResult } from "./rules.ts";
import { type TableName, type TableSpec, tables } from "./tables.ts";
import { ageOn, dayOf, secondsOf } from "./time.ts";
import { type EventTable, eventTables, raceOf, type Trait } from "./trait.ts";

/** A generated folder, read once: what the figures need, and which rules it breaks. */
export interface Collected {
  readonly people: People;
  /** The day for ages and for what people have; counted from 1970. */
  readonly asOf: number;
  /** Rows by table; tables that are not there are absent. */
  readonly rows: Readonly<Partial<Record<TableName, number>>>;
  /** By `keyOf` of the trait: one number a person. */
  readonly traits: ReadonlyMap<string, Float64Array>;
  /** By `keyOf` of the trait: the second at which it was measured. */
  readonly taken: ReadonlyMap<string, Float64Array>;
  readonly rules: readonly RuleResult[];
}

export interface CollectOptions {
  readonly traits: readonly Trait[];
  /** Days from 1970; absent: the day of the latest encounter, and nothing is taken to lie in the future. */
  readonly asOf?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (rows: number) => void;
}

/** Memory grows by a few bytes a person, trait and id, not by the rows' texts. Throws `malformed`, and what reading throws. */
export async function collect(files: readonly InputFile[], options: CollectOptions): Promise<Collected> {
  const { signal, onProgress } = options;
  const book = createRuleBook();
  const people = createPeople();
  const encounters = { ids: createIds(), start: [] as number[], end: [] as number[], person: [] as number[], class: [] as string[] };
  const idsOf: Partial<Record<TableName, Ids>> = { patients: people.ids, encounters: encounters.ids };
  const clinical = createClinicalChecks(book, people);
  const places = createPlaceChecks(book);
  const rows: Partial<Record<TableName, number>> = {};
  const numbers = createIds();
  const medications = { start: [] as number[], person: [] as number[] };
  let gathering: Gathering | undefined;
  let asOf = options.asOf ?? Number.NEGATIVE_INFINITY;
  let total = 0;
  for (const [name, spec] of Object.entries(tables) as [TableName, TableSpec][]) {
    const file = fileOf(files, spec);
    if (!file) continue;
    rows[name] = 0;
    if (!firstRead.has(name)) begin();
    const ids = idsOf[name] ?? createIds();
    idsOf[name] = ids;
    const take = (row: Row<TableSpec["fields"]>, number: number): void => {
      rows[name] = number;
      if (++total % 50_000 === 0) onProgress?.(total);
      takeRow(name, spec, ids, row, number);
    };
    await readRows(file.path, spec.fields, take, { display: file.name, signal });
    if (name === "patients") people.size = people.birth.length;
  }
  begin();
  people.stays.sort((a, b) => a.person - b.person || a.start - b.start || a.row - b.row);
  for (const [i, stay] of people.stays.entries()) {
    const before = people.stays[i - 1];
    book.check("stays-apart", before?.person !== stay.person || before.end <= stay.start, "encounters", stay.row);
  }
  clinical.finish();
  const traits = gathering!.finish((table) => rows[table] !== undefined);
  return { people, asOf, rows, traits, taken: gathering!.taken, rules: book.finish() };

  /** Once the people and their encounters are known, the rest can be told by person. */
  function begin(): void {
    if (gathering) return;
    if (asOf === Number.NEGATIVE_INFINITY) for (const start of encounters.start) if (start / 86400 > asOf) asOf = dayOf(start);
    gathering = createGathering(options.traits, people, asOf);
    // They were read before it was known which day the year ends on.
    for (const [i, person] of encounters.person.entries())
      if (person >= 0) gathering.event(person, encounters.start[i]!, "encounters", encounters.class[i]!, "");
  }

  function takeRow(name: TableName, spec: TableSpec, ids: Ids, row: Row<TableSpec["fields"]>, number: number): void {
    const at = (field: string): string => row[field] ?? "";
    const check = (rule: RuleName, holds: boolean): void => book.check(rule, holds, name, number);
    const id = at("id");
    const isNew = id === "" || ids.add(id) >= 0;
    if (id !== "") check("unique-ids", isNew);
    if (name === "patients") {
      takePatient(row, number, check, isNew && id !== "");
      return;
    }
    if (name === "facilities") {
      places.check(row, name, number);
      return;
    }
    for (const [field, table] of links) {
      const other = at(field);
      const known = idsOf[table];
      if (other !== "" && known && rows[table] !== undefined) check("links-lead", known.find(other) >= 0);
    }
    const person = people.ids.find(at("patient"));
    const encounter = at("encounter") === "" ? -1 : encounters.ids.find(at("encounter"));
    const medication = at("medication") === "" ? -1 : (idsOf.medications?.find(at("medication")) ?? -1);
    const who =
      person >= 0 ? person : encounter >= 0 ? encounters.person[encounter]! : medication >= 0 ? medications.person[medication]! : -1;
    if (person >= 0 && encounter >= 0) check("links-agree", encounters.person[encounter] === person);
    const [start, end] = [timeOf(at("start"), check), timeOf(at("end"), check)];
    const [startIsDay, endIsDay] = [at("start").length === 10, at("end").length === 10];
    if (!Number.isNaN(start) && !Number.isNaN(end))
      check("ends-after-begins", startIsDay || endIsDay ? dayOf(end) >= dayOf(start) : end >= start);
    if (name === "encounters" && isNew && id !== "") {
      encounters.class.push(at("class"));
      encounters.start.push(start);
      encounters.end.push(end);
      encounters.person.push(who);
    }
    if (name === "medications" && isNew && id !== "") {
      medications.start.push(start);
      medications.person.push(who);
    }
    if (name === "dispenses" && medication >= 0 && !Number.isNaN(start))
      check("dispensed-after", dayOf(start) >= dayOf(medications.start[medication]!));
    if (name === "claims" && at("total") !== "")
      check("claims-add-up", Number(at("paid")) + Number(at("patientPaid")) <= Number(at("total")) + 0.005);
    if (!Number.isNaN(start) && options.asOf !== undefined && !spec.mayBeAhead) check("before-as-of", dayOf(start) <= asOf);
    if (encounter >= 0 && !Number.isNaN(start)) {
      const [opened, closed] = [encounters.start[encounter]!, encounters.end[encounter]!];
      if (name === "conditions") {
        check("onset-before-recorded", dayOf(start) <= dayOf(closed) && !(dayOf(end) < dayOf(opened)));
      } else if (!spec.mayBeginBefore && !spec.mayBeAhead)
        check("within-encounter", startIsDay ? dayOf(start) >= dayOf(opened) : start >= opened);
    }
    if (who < 0) return;
    if (!Number.isNaN(start)) {
      check("after-birth", !(dayOf(start) < people.birth[who]!));
      const death = people.death[who]!;
      if (spec.isCare && !Number.isNaN(death))
        check("before-death", startIsDay || !people.deathHasTime[who] ? dayOf(start) <= dayOf(death) : start <= death);
    }
    const isNow = !Number.isNaN(start) && dayOf(start) <= asOf && !(dayOf(end) <= asOf);
    if (name === "encounters") {
      if (at("class") === "inpatient" && !Number.isNaN(end)) people.stays.push({ person: who, start, end, row: number });
      const age = at("age");
      if (age !== "" && !Number.isNaN(start)) check("age-agrees", Number(age) === ageOn(people.birth[who]!, dayOf(start)));
      if (at("disposition") === "died") check("died-in-hospital", dayOf(people.death[who]!) === dayOf(end));
      clinical.condition(who, at("code"), start, name, number);
    } else if (name === "stays") clinical.stay(at("encounter"), encounter, start, end, encounters, number);
    else if (name === "conditions") {
      clinical.condition(who, at("code"), start, name, number);
      gathering!.condition(who, at("code"), isNow);
    } else if (name === "allergies") clinical.allergy(who, at("description"), start);
    else if (name === "procedures") clinical.procedure(who, at("code"), number);
    else if (name === "medications") {
      clinical.medication(who, at("description"), start, number);
      gathering!.drug(who, at("code"), at("description"), isNow);
    } else if (name === "immunizations") clinical.immunization(who, at("code"), start, number);
    else if (name === "observations") {
      clinical.observation(who, at("loinc"), start, at("value"), at("unit"), number);
      gathering!.observation(who, start, at("loinc"), at("value"), at("answer"));
    }
    if (counted.has(name)) gathering!.event(who, start, name as EventTable, "", at("code"));
  }

  function takePatient(
    row: Row<TableSpec["fields"]>,
    number: number,
    check: (rule: RuleName, holds: boolean) => void,
    isNew: boolean,
  ): void {
    const at = (field: string): string => row[field] ?? "";
    if (at("mrn") !== "") check("unique-ids", numbers.add(at("mrn")) >= 0);
    const birth = timeOf(at("birth"), check);
    const death = timeOf(at("death"), check);
    if (!Number.isNaN(death)) {
      check("after-birth", dayOf(death) >= dayOf(birth));
      if (options.asOf !== undefined) check("before-as-of", dayOf(death) <= asOf);
    }
    if (options.asOf !== undefined && !Number.isNaN(birth)) check("before-as-of", dayOf(birth) <= asOf);
    places.check(row, "patients", number);
    // The place of a person is that of the id: a second row of one id says nothing new.
    if (!isNew) return;
    people.birth.push(dayOf(birth));
    people.death.push(death);
    people.deathHasTime.push(at("death").length > 10);
    const sex = at("sex").toLowerCase();
    people.female.push(sex === "female" || sex === "f" ? 1 : sex === "male" || sex === "m" ? 0 : Number.NaN);
    people.race.push(raceOf(at("race"), at("hispanic")));
    people.state.push(at("state"));
    // Families live near each other, also in several homes.
    const home = at("zip") || at("household");
    if (home !== "") people.households.set(home, (people.households.get(home) ?? 0) + 1);
  }

  function timeOf(text: string, check: (rule: RuleName, holds: boolean) => void): number {
    if (text === "") return Number.NaN;
    const seconds = secondsOf(text);
    check("dates", !Number.isNaN(seconds));
    return seconds;
  }
}

// A contact may be a patient too who was not drawn: no more than a part of a block was asked for.
const links: readonly (readonly [string, TableName])[] = [
  ["patient", "patients"],
  ["encounter", "encounters"],
  ["provider", "providers"],
  ["facility", "facilities"],
  ["medication", "medications"],
  ["coverage", "coverages"],
  ["appointment", "appointments"],
  ["order", "orders"],
  ["report", "reports"],
  ["fromEncounter", "encounters"],
];
/** What the other tables refer to, and what is read before anything can be counted by person. */
const firstRead: ReadonlySet<string> = new Set(["facilities", "providers", "patients", "coverages", "appointments", "encounters"]);
/** Encounters are counted as they are read, with their class. */
const counted: ReadonlySet<string> = new Set(eventTables.filter((table) => table !== "encounters"));

function fileOf(files: readonly InputFile[], spec: TableSpec): InputFile | undefined {
  for (const table of spec.files)
    for (const ending of ["csv", "ndjson"])
      for (const packed of ["", ".gz"]) {
        const file = files.find(({ name }) => name === `${table}.${ending}${packed}` || name.endsWith(`/${table}.${ending}${packed}`));
        if (file) return file;
      }
  return undefined;
}
