import type { Stream } from "../../random/stream.ts";
import type { Coded } from "../../record/coded.ts";
import type { Medication, Renewal } from "../../record/health.ts";
import { type Day, isoOf } from "../days.ts";
import type { Taken } from "../health/health.ts";
import { makeAll } from "../make.ts";
import type { DrugSpec, MedicationSpec } from "../profile/medications.ts";
import { type Case, diagnosis } from "./case.ts";
import { alsoHas } from "./conditions.ts";
import { below, type Dice, keyOf, uniform, uuidBy } from "./dice.ts";
import { dispensesOf } from "./dispenses.ts";
import { createFitting } from "./fitting.ts";
import type { Entry } from "./model.ts";
import { createReactions } from "./reactions.ts";
import type { Opened, Work } from "./visits.ts";

/** What is prescribed to one person over time. */
export interface Prescriptions {
  /** Looks through what is taken for good: begins, renews, changes and ends it. */
  manage(opened: Opened, work: Pick<Work, "acute">): void;
  /** Short courses to go home with. */
  courses(opened: Opened, shares: Readonly<Record<string, number>>, reason: Coded): void;
  /** What is given from admission to discharge. */
  inHospital(opened: Opened, shares: Readonly<Record<string, number>>): void;
  /** Whether nothing of what is to be avoided is there: allergies, conditions, drugs that are taken. */
  suits(avoid: readonly string[], day: Day): boolean;
  /** Writes what goes on. Nothing can be prescribed afterwards. */
  end(): void;
}

/** Something taken for good, under one prescription and its renewals. */
export interface Taking {
  readonly entry: Entry<MedicationSpec>;
  readonly drug: DrugSpec;
  readonly strength: number;
  readonly reason: Coded;
  readonly start: Day;
  /** When the whole treatment with the class began. */
  readonly since: Day;
  /** Absent where it was begun before the record. */
  readonly encounterId?: string;
  readonly stream: Stream;
  readonly dice: Dice;
  /** The days of the prescription and its renewals. */
  readonly prescribed: readonly Day[];
  readonly renewals: readonly Renewal[];
}

type StopReason = NonNullable<Medication["stopReason"]>;

const keys = {
  course: keyOf("course"),
  hospital: keyOf("hospital"),
  stronger: keyOf("stronger"),
  changed: keyOf("changed"),
  id: keyOf("medication"),
  remembered: keyOf("remembered"),
  phase: keyOf("refill phase"),
} as const;

/** Of what was taken before the record, lists tell the beginning as far back as this, in days: judgement. */
const remembered = [200, 3300] as const;
/** Days that something due waits for a visit that is not for something new; and before the last fill, that it is renewed. */
const patience = { begin: 150, renew: 60 } as const;
/** Of what is taken for good, begun at one visit. */
const mostAtOnce = 2;

export function createPrescriptions(own: Case): Prescriptions {
  const taking = new Map<string, Taking>();
  /** Begun for what was measured, beside what is due. */
  const added = new Set<string>();
  const declined = new Set<string>();
  const courses = new Map<string, Day>();
  /** What is taken for another reason than the conditions of the treatment. */
  const others = new Map<string, Coded>();
  let due: { readonly day: Day; readonly list: readonly Taken[]; readonly names: ReadonlySet<string> } | undefined;

  const fitting = createFitting(own, (name, day) => taking.has(name) || day < (courses.get(name) ?? day));
  const reactions = createReactions(own, { taking, raise, begin: beginFor, end: decline });
  takenBefore();

  return {
    manage(opened, work) {
      const { day } = opened;
      const isPlanned = work.acute === undefined;
      const { list, names } = dueOn(day);
      for (const [name, current] of taking) if (!names.has(name) && !added.has(name)) stop(name, current, day, "no longer needed");
      let begun = 0;
      for (const { name, since } of list) {
        const entry = own.model.medications.get(name);
        if (!entry || declined.has(name)) continue;
        const current = taking.get(name);
        const reason = reasonFor(name, entry, day, opened);
        if (!reason) {
          if (current) stop(name, current, day, "no longer needed");
        } else if (current) review(name, current, opened, reason, isPlanned);
        else if (begun < mostAtOnce && (isPlanned || day - since > patience.begin) && begin(name, entry, opened, reason, day)) begun++;
      }
      for (const name of added) {
        const current = taking.get(name);
        if (current && !names.has(name)) review(name, current, opened, current.reason, isPlanned);
      }
      if (isPlanned) reactions.react(opened);
      // What was begun before that which forbids it.
      if (begun > 0)
        for (const [name, current] of taking) if (fitting.isUnfit(current.drug, day)) stop(name, current, day, "contraindicated");
    },
    courses(opened, shares, reason) {
      const { day } = opened;
      for (const name in shares) {
        const entry = own.model.medications.get(name);
        const dice = entry && below(opened.dice, entry.key ^ keys.course);
        // Whoever takes it for good has it at home, and so has who was given it the other day.
        if (!entry || taking.has(name) || day < (courses.get(name) ?? day) || uniform(dice!, keys.course) >= shares[name]!) continue;
        const drug = fitting.choose(entry.spec, [day], dice!);
        if (!drug) continue;
        courses.set(name, day + drug.days);
        const course = { drug, strength: 0, reason, start: day, encounterId: opened.id, stream: opened.stream, dice: dice! };
        write({ ...course, prescribed: [day], renewals: [] }, { day: day + drug.days, why: "completed" }, 0);
      }
      for (const [name, current] of taking)
        if (current.drug.avoid?.some((other) => other in shares) && fitting.isUnfit(current.drug, day))
          stop(name, current, day, "contraindicated");
    },
    inHospital(opened, shares) {
      for (const name in shares) {
        const entry = own.model.medications.get(name);
        const dice = entry && below(opened.dice, entry.key ^ keys.hospital);
        if (!entry || uniform(dice!, keys.hospital) >= shares[name]!) continue;
        const { day: start, reason, stream } = opened;
        const drug = fitting.choose(entry.spec, [start], dice!);
        if (!drug) continue;
        const given = { drug, strength: 0, reason, start, encounterId: opened.id, stream, dice: dice! };
        write({ ...given, prescribed: [], renewals: [] }, { day: Math.floor(opened.end / 1440), why: "completed" }, undefined);
      }
    },
    suits: (avoid, day) => !fitting.isUnfit({ avoid }, day) && (fitting.allergyDay({ avoid }, Number.NEGATIVE_INFINITY) ?? day + 1) > day,
    end() {
      for (const [name, current] of [...taking]) stop(name, current, undefined, undefined);
    },
  };

  function dueOn(day: Day): NonNullable<typeof due> {
    if (due?.day !== day) {
      const list = own.health.takes(day);
      due = { day, list, names: new Set(list.map(({ name }) => name)) };
    }
    return due;
  }

  /** What was begun before the first day told, and is on the list from then on. */
  function takenBefore(): void {
    const day = own.first;
    // What goes with another comes after it.
    const { list } = dueOn(day);
    for (const { name, since } of [...list.filter((each) => !hasCompany(each.name)), ...list.filter((each) => hasCompany(each.name))]) {
      const entry = own.model.medications.get(name);
      if (!entry || since >= day) continue;
      const dice = below(own.dice, entry.key ^ keys.remembered);
      const [least, most] = remembered;
      const listed = Math.max(since, own.birth, day - least - Math.floor((most - least) * uniform(dice, keys.remembered)));
      const known = knownReason(name, day);
      if (!known && !entry.spec.otherwise) continue;
      const start = Math.max(listed, known?.onset ?? listed);
      if (start >= day) continue;
      const drug = fitting.choose(entry.spec, [start, day], below(own.dice, entry.key));
      if (!drug) continue;
      const reason = known?.code ?? otherReason(name, entry, start, undefined, dice);
      // Somewhere within what was last prescribed.
      const { refills = 0, stronger = 0 } = entry.spec;
      const last = Math.max(start, day - Math.floor(uniform(dice, keys.phase) * drug.days * (refills + 1)));
      let strength = 0;
      while (strength + 1 < drug.strengths.length && uniform(dice, keys.stronger + strength) < stronger) strength++;
      const stream = own.stream.fork(entry.key);
      taking.set(name, { entry, drug, strength, reason: reason!, start, since: start, stream, dice, prescribed: [last], renewals: [] });
    }
    // What was begun before that which forbids it.
    for (const [name, { drug }] of taking) if (fitting.isUnfit(drug, day)) taking.delete(name);
  }

  function hasCompany(name: string): boolean {
    return own.model.medications.get(name)?.spec.drugs.some((drug) => drug.with !== undefined) ?? false;
  }

  /** Of the conditions that the treatment is for, the first that is on record. */
  function knownReason(name: string, day: Day) {
    for (const condition of own.model.health.treatments.get(name)?.for ?? []) {
      const found = diagnosis(own, condition, day);
      if (found) return found;
    }
    return undefined;
  }

  function reasonFor(name: string, entry: Entry<MedicationSpec>, day: Day, opened: Opened): Coded | undefined {
    return knownReason(name, day)?.code ?? otherReason(name, entry, day, opened.id, opened.dice);
  }

  /** What else the profile says that it is taken for, recorded when it first is. */
  function otherReason(
    name: string,
    { spec: { otherwise } }: Entry<MedicationSpec>,
    day: Day,
    encounterId: string | undefined,
    dice: Dice,
  ): Coded | undefined {
    if (!otherwise) return undefined;
    let code = others.get(name);
    if (!code) {
      code = { system: "ICD-10-CM", code: otherwise.code, display: otherwise.display };
      others.set(name, code);
      alsoHas(own, code, encounterId, day, dice);
    }
    return code;
  }

  function begin(name: string, entry: Entry<MedicationSpec>, opened: Opened, reason: Coded, since: Day, not?: DrugSpec): boolean {
    const { day } = opened;
    const drug = fitting.choose(entry.spec, [day], not ? below(opened.dice, entry.key ^ keys.changed) : below(own.dice, entry.key), not);
    if (!drug) return false;
    if (!own.started.has(name)) own.started.set(name, day);
    taking.set(name, { ...anew(entry, opened), drug, strength: 0, reason, since });
    return true;
  }

  /** A prescription of today. */
  function anew(entry: Entry<MedicationSpec>, opened: Opened): Omit<Taking, "drug" | "strength" | "reason" | "since"> {
    const { id: encounterId, day, stream, dice } = opened;
    return { entry, start: day, encounterId, stream, dice: below(dice, entry.key), prescribed: [day], renewals: [] };
  }

  /** For what was measured: something that is not due. */
  function beginFor(name: string, opened: Opened): boolean {
    const entry = own.model.medications.get(name);
    const reason = entry && !declined.has(name) ? knownReason(name, opened.day)?.code : undefined;
    if (!reason || !begin(name, entry!, opened, reason, opened.day)) return false;
    added.add(name);
    return true;
  }

  /** To another strength of the same drug. */
  function raise(name: string, current: Taking, opened: Opened, strength: number): void {
    stop(name, current, opened.day, "dose changed");
    const { drug, reason, since } = current;
    taking.set(name, { ...anew(current.entry, opened), drug, strength, reason, since });
  }

  function decline(name: string, current: Taking, day: Day): void {
    declined.add(name);
    stop(name, current, day, "not tolerated");
  }

  /** Most visits change nothing; what is nearly used up is renewed, at visits that are not for something new unless it is gone. */
  function review(name: string, current: Taking, opened: Opened, reason: Coded, isPlanned: boolean): void {
    const { entry, drug, strength, since, start } = current;
    const { day, dice } = opened;
    const { spec } = entry;
    if (fitting.isUnfit(drug, day)) {
      stop(name, current, day, "contraindicated");
      begin(name, entry, opened, reason, since, drug);
      return;
    }
    const stopDay = fitting.allergyDay(drug, start);
    if (stopDay !== undefined && stopDay <= day) {
      stop(name, current, day, "not tolerated");
      begin(name, entry, opened, reason, since, drug);
      return;
    }
    const draws = below(dice, entry.key ^ keys.changed);
    // In the first year; somebody new to a drug comes back about three times.
    const isFirstYear = day - since < 365 && day > start;
    if (isFirstYear && spec.drugs.length > 1 && uniform(draws, keys.changed) < (spec.changed ?? 0) / 3) {
      stop(name, current, day, "not tolerated");
      begin(name, entry, opened, reason, since, drug);
      return;
    }
    const isStepped = !own.model.goals.some((goal) => goal.spec.drugs.includes(name));
    if (isFirstYear && isStepped && strength + 1 < drug.strengths.length && uniform(draws, keys.stronger) < (spec.stronger ?? 0) / 3) {
      raise(name, current, opened, strength + 1);
      return;
    }
    const until = current.prescribed.at(-1)! + drug.days * ((spec.refills ?? 0) + 1);
    if (day < until - (isPlanned ? patience.renew : 0)) return;
    taking.set(name, {
      ...current,
      prescribed: [...current.prescribed, day],
      renewals: [...current.renewals, { date: isoOf(day), encounterId: opened.id }],
    });
  }

  function stop(name: string, current: Taking, day: Day | undefined, why: StopReason | undefined): void {
    taking.delete(name);
    // Whoever begins and ends it on one day never had it.
    if (day !== undefined && day <= current.start) return;
    write(current, day === undefined ? undefined : { day, why: why! }, current.entry.spec.refills ?? 0);
  }

  /** `refills` undefined: given in hospital, where no pharmacy hands it out. */
  function write(
    { drug, strength, reason, start, encounterId, stream, dice, prescribed, renewals }: Omit<Taking, "entry" | "since">,
    ends: { readonly day: Day; readonly why: StopReason } | undefined,
    refills: number | undefined,
  ): void {
    const allergic = fitting.allergyDay(drug, start);
    let end = ends;
    if (allergic !== undefined && (end === undefined || allergic < end.day)) end = { day: allergic, why: "not tolerated" };
    if (own.death <= own.asOf && (end === undefined || own.death < end.day)) end = { day: own.death, why: "died" };
    const isOver = end !== undefined && end.day <= own.asOf;
    // What is stopped or changed at the visit that renewed it was not renewed.
    const renewed = renewals.filter(({ date }) => end === undefined || date < isoOf(end.day));
    const { code, display } = drug.strengths[strength]!;
    const before = end === undefined ? own.asOf + 1 : Math.min(end.day, own.asOf + 1);
    own.chart.medications.push({
      id: uuidBy(dice, keys.id),
      patientId: own.patient.id,
      ...(encounterId === undefined ? {} : { encounterId }),
      code: { system: "RxNorm", code, display },
      start: isoOf(start),
      ...(isOver ? { stop: isoOf(end!.day), stopReason: end!.why } : {}),
      instructions: drug.strengths[strength]!.instructions ?? drug.instructions,
      reason,
      ...(refills === undefined
        ? {}
        : {
            quantity: drug.quantity,
            daysSupply: drug.days,
            refills,
            ...(renewed.length === 0 ? {} : { renewals: renewed }),
            dispenses: dispensesOf(own, { drug, refills, prescribed, isOld: encounterId === undefined }, dice, before),
          }),
      identifiers: makeAll(["prescription-number"], stream.fork(Number(code))),
    });
  }
}
