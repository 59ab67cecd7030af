import type { Day } from "../days.ts";
import type { GoalSpec } from "../profile/goals.ts";
import { type Case, diagnosis, yearsOf } from "./case.ts";
import { below, keyOf, uniform } from "./dice.ts";
import type { Entry } from "./model.ts";
import type { Taking } from "./prescriptions.ts";
import type { Opened } from "./visits.ts";

/** What somebody does about values. */
export interface Reactions {
  /** Looks at what the encounter measured. */
  react(opened: Opened): void;
}

interface Means {
  readonly taking: ReadonlyMap<string, Taking>;
  raise(name: string, current: Taking, opened: Opened, strength: number): void;
  /** Whether there was a drug that suits. */
  begin(name: string, opened: Opened): boolean;
  end(name: string, current: Taking, day: Day): void;
}

const keys = { goal: keyOf("goal"), begins: keyOf("begins") } as const;

/** Days in which a dose is given the time to work. */
const settling = 14;

export function createReactions(own: Case, { taking, raise, begin, end }: Means): Reactions {
  /** By goal: how many visits in a row it was too much, or, below 0, too little. */
  const runs = new Map<string, number>();

  return {
    react(opened) {
      const { goals } = own.model;
      if (goals.length === 0) return;
      const values = valuesOf(opened);
      if (values.size === 0) return;
      for (const goal of goals) {
        const value = values.get(goal.code.code);
        if (value === undefined) continue;
        const { spec } = goal;
        const run = runs.get(goal.name) ?? 0;
        const isHigh = value >= own.model.at(spec.above, own.sex, yearsOf(own, opened.day));
        const isLow = spec.below !== undefined && value < spec.below;
        const now = isHigh ? Math.max(0, run) + 1 : isLow ? Math.min(0, run) - 1 : 0;
        runs.set(goal.name, now);
        if (Math.abs(now) < (spec.times ?? 2) || !spec.for.some((condition) => diagnosis(own, condition, opened.day))) continue;
        const draws = below(opened.dice, goal.key ^ keys.goal);
        if (uniform(draws, keys.goal) >= spec.acts) continue;
        if (isLow ? lower(goal, opened) : step(goal, opened, uniform(draws, keys.begins))) runs.set(goal.name, 0);
      }
    },
  };

  /** Of this encounter, by LOINC; they stand last in the chart. */
  function valuesOf({ id }: Opened): ReadonlyMap<string, number> {
    const values = new Map<string, number>();
    const { observations } = own.chart;
    for (let i = observations.length - 1; i >= 0 && observations[i]!.encounterId === id; i--) {
      const { code, value } = observations[i]!;
      if (value !== undefined) values.set(code.code, value);
    }
    return values;
  }

  function step({ spec }: Entry<GoalSpec>, opened: Opened, draw: number): boolean {
    const { drugs, most = drugs.length, begins = 1 } = spec;
    let taken = 0;
    for (const name of drugs) {
      const current = taking.get(name);
      if (!current) continue;
      taken++;
      if (current.strength + 1 >= current.drug.strengths.length || !isSettled(current, opened.day)) continue;
      raise(name, current, opened, current.strength + 1);
      return true;
    }
    return taken < most && draw < begins && drugs.some((name) => !taking.has(name) && begin(name, opened));
  }

  function lower({ spec: { drugs, ends } }: Entry<GoalSpec>, opened: Opened): boolean {
    for (const name of [...drugs].reverse()) {
      const current = taking.get(name);
      if (!current || !isSettled(current, opened.day)) continue;
      if (current.strength > 0) raise(name, current, opened, current.strength - 1);
      else if (ends) end(name, current, opened.day);
      else continue;
      return true;
    }
    return false;
  }
}

const isSettled = ({ start }: Taking, day: Day): boolean => day - start >= settling;
