import { civilOf, dayNumberOf } from "../../calendar/civil.ts";
import { normalCdf, normalQuantile } from "../../random/arithmetic.ts";
import type { Day } from "../days.ts";
import type { ImmunizationSpec } from "../profile/immunizations.ts";
import { lineOf } from "./bills.ts";
import { weeksOn } from "./births.ts";
import { type Case, stamp, yearsOf } from "./case.ts";
import { below, keyOf, uniform, uuidBy } from "./dice.ts";
import type { Entry } from "./model.ts";
import type { Opened } from "./visits.ts";

/** What one person is given, as it falls due. */
export interface Vaccinations {
  /** Gives what is due at an encounter; what is missed waits for the next. */
  give(opened: Opened): void;
  /** Whether a vaccine of a season would be given on a day. */
  isDue(name: string, day: Day): boolean;
}

interface Given {
  doses: number;
  last: Day;
}

const keys = {
  attitude: keyOf("vaccines"),
  own: keyOf("vaccine"),
  phase: keyOf("phase"),
  season: keyOf("season"),
  id: keyOf("dose"),
} as const;

const daysAMonth = 30.436875;

/** A dose was given that long after it fell due, before the record begins. */
const usualDelay = 10;

export function createVaccinations(own: Case): Vaccinations {
  const { dice, birth, sex, model } = own;
  const state = new Map<string, Given>();

  return {
    isDue(name, day) {
      const entry = model.immunizations.get(name);
      return entry?.spec.every !== undefined && recurringDose(entry, day, yearsOf(own, day)) !== undefined;
    },
    give(opened) {
      const { day } = opened;
      const age = yearsOf(own, day);
      for (const entry of model.immunizations.values()) {
        const { spec } = entry;
        if (spec.needs !== undefined && spec.needs !== sex) continue;
        const dose = spec.doses
          ? seriesDose(entry, day)
          : spec.pregnancy
            ? doseInPregnancy(entry, day, age)
            : recurringDose(entry, day, age);
        if (dose === undefined) continue;
        state.set(keyFor(entry), { doses: dose, last: day });
        own.chart.immunizations.push({
          id: uuidBy(opened.dice, entry.key ^ keys.id),
          patientId: own.patient.id,
          encounterId: opened.id,
          code: entry.code,
          time: stamp(Math.max(opened.start, Math.min(opened.end - 5, opened.start + 20))),
          dose,
          identifiers: {},
        });
        if (model.claims) opened.lines.push(lineOf(model.claims.vaccination), { code: entry.code, cents: model.claims.vaccine });
      }
    },
  };

  /** 1 in the weeks of each pregnancy in which it is given. */
  function doseInPregnancy(entry: Entry<ImmunizationSpec>, day: Day, age: number): number | undefined {
    const { weeks, months } = entry.spec.pregnancy!;
    if (entry.spec.since !== undefined && civilOf(day).year < entry.spec.since) return undefined;
    if (months && !isInSeason(months, civilOf(day).month)) return undefined;
    const birth = own.deliveries.find((each) => day < each.day && weeksOn(each, day) >= weeks[0] && weeksOn(each, day) <= weeks[1]);
    const last = state.get(keyFor(entry))?.last ?? Number.NEGATIVE_INFINITY;
    if (!birth || last > birth.day - birth.gestation) return undefined;
    return accepts(own, entry, age, birth.day) ? 1 : undefined;
  }

  /** The number of the dose of a series that may be given on a day. */
  function seriesDose(entry: Entry<ImmunizationSpec>, day: Day): number | undefined {
    const { doses, until, since } = entry.spec;
    const months = (day - birth) / daysAMonth;
    if (months < doses![0]!.months || (until !== undefined && months > until)) return undefined;
    const given = state.get(keyFor(entry)) ?? before(entry);
    const next = doses![given.doses];
    if (!next || months < next.months || day < given.last + (next.after ?? 28)) return undefined;
    if (since !== undefined && civilOf(day).year < since) return undefined;
    if (!accepts(own, entry, doses![0]!.months / 12, 0)) return undefined;
    return given.doses + 1;
  }

  /** What was given before the record begins: whatever had fallen due, in time, or within some years of a new vaccine's coming. */
  function before({ spec, key }: Entry<ImmunizationSpec>): Given {
    const came =
      spec.since === undefined ? birth : dayNumberOf(spec.since, 1, 1) + Math.floor(uniform(below(dice, key), keys.phase) * 2200);
    let doses = 0;
    let last = Number.NEGATIVE_INFINITY;
    for (const { months, after = 28 } of spec.doses!) {
      const due = Math.max(birth + Math.ceil(months * daysAMonth) + usualDelay, came, last + after);
      if (due >= own.first) break;
      doses++;
      last = due;
    }
    return { doses, last };
  }

  /** 1 where it is the season or the year for another. */
  function recurringDose(entry: Entry<ImmunizationSpec>, day: Day, age: number): number | undefined {
    const { every, since } = entry.spec;
    const { years, from, to = 200, months } = every!;
    if (age < from || age >= to) return undefined;
    const { year, month } = civilOf(day);
    if (since !== undefined && year < since) return undefined;
    const last = state.get(keyFor(entry))?.last;
    if (months) {
      const [first, final] = months;
      if (!isInSeason(months, month) || (last !== undefined && day - last < 200)) return undefined;
      // Of the year in which the season begins.
      return accepts(own, entry, age, first > final && month <= final ? year - 1 : year) ? 1 : undefined;
    }
    // Due on the person's own day in every so many years; what fell due before the record begins was given then.
    const turn = from + uniform(below(dice, entry.key), keys.phase) * years;
    const round = Math.floor((age - turn) / years);
    if (round < 0) return undefined;
    const due = birth + Math.ceil((turn + round * years) * 365.2425);
    if (due < own.first || (last !== undefined && last >= due)) return undefined;
    return accepts(own, entry, age, 0) ? 1 : undefined;
  }
}

const isInSeason = ([first, final]: readonly [number, number], month: number): boolean =>
  first <= final ? first <= month && month <= final : month >= first || month <= final;

/** Whether the person takes a vaccine, in a season or for good: who takes one, takes others. */
export function accepts({ dice, sex, model }: Case, { spec, key }: Entry<ImmunizationSpec>, age: number, season: number): boolean {
  const attitude = scoreOf(uniform(dice, keys.attitude));
  const mood = scoreOf(uniform(below(dice, key), keys.own));
  const score =
    season === 0
      ? 0.7 * attitude + 0.714 * mood
      : 0.6 * attitude + 0.6 * mood + 0.529 * scoreOf(uniform(below(dice, key), keys.season ^ season));
  return normalCdf(score) < model.at(spec.taken, sex, age) / 100;
}

const keyFor = ({ name, spec }: Entry<ImmunizationSpec>): string => spec.against ?? name;

const scoreOf = (rank: number): number => normalQuantile(Math.min(0.999999, Math.max(0.000001, rank)));
