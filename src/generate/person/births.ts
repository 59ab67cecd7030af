import type { Stream } from "../../random/stream.ts";
import type { Day } from "../days.ts";
import { curveFor, valueAt } from "../health/curve.ts";
import type { PregnancySpec } from "../profile/pregnancy.ts";
import type { Member } from "./member.ts";

/** How one child was born, or twins were: what the mother's record and the children's must agree on. */
export interface Birth {
  readonly day: Day;
  /** Days since the first day of the last period. */
  readonly gestation: number;
  /** Ids, in the order in which they were born. */
  readonly children: readonly string[];
  /** How many times the mother had given birth before, as far as those children are patients. */
  readonly earlier: number;
  /** Whole years on the day; undefined where the mother is no patient. */
  readonly motherAge?: number;
  readonly cesarean: boolean;
  /** Why; absent where nobody said. */
  readonly indication?: Indication;
  /** The names of the profile's complications, whether or not what the mother has besides allows for them. */
  readonly complications: readonly string[];
  /** Minute of the day at which the first child is born. */
  readonly minute: number;
}

export type Indication = "earlier" | "breech" | "distress" | "arrest" | "disproportion";

export interface BirthSetting {
  readonly pregnancy: PregnancySpec | undefined;
  streamOf(index: number): Stream;
  idOf(index: number): string;
}

export interface Births {
  /** Of whom a woman bore, in the order of time. */
  of(mother: Member): readonly Birth[];
  /** How somebody was born, and which of the children they were, counting from 0. */
  ofChild(child: Member): { readonly birth: Birth; readonly place: number };
}

/** Of singletons from 24 completed weeks on, and of twins. By week judgement; together 10.4 % before 37 weeks, as NVSR 74-1 (2025) counts for 2023. */
const weeks = {
  single: [0.1, 0.12, 0.15, 0.18, 0.2, 0.22, 0.28, 0.35, 0.45, 0.65, 1.1, 1.7, 3.2, 9.5, 19, 38.5, 19.5, 4.4, 0.3],
  twins: [0.3, 0.5, 1, 1, 1.2, 1.4, 2, 2.5, 4, 6, 10, 12, 19, 24, 12.7, 2.4],
};
const firstWeek = 24;

/** Of first cesareans with one child; of two, the one lies across more often. Judgement. */
const indications: readonly (readonly [Indication | undefined, number])[] = [
  ["arrest", 33],
  ["distress", 26],
  ["breech", 17],
  ["disproportion", 10],
  [undefined, 14],
];

/** Of women who had one before: NVSR counts some 15 in 100 who give birth without another; from memory. */
const usualAgain = 0.86;

/** Whoever has given birth without one seldom has one later: times the share of first births. Judgement. */
const afterVaginal = 0.35;

export function createBirths({ pregnancy, streamOf, idOf }: BirthSetting): Births {
  const known = new WeakMap<Member, readonly Birth[]>();

  function of(mother: Member): readonly Birth[] {
    let births = known.get(mother);
    if (!births) {
      births = draw(
        mother.children.filter((child) => child.mother === mother),
        mother,
      );
      known.set(mother, births);
    }
    return births;
  }

  function ofChild(child: Member): { birth: Birth; place: number } {
    const siblings = child.father?.children.filter((other) => !other.mother && other.birth === child.birth) ?? [child];
    const births = child.mother ? of(child.mother) : draw(siblings.length > 0 ? siblings : [child], undefined);
    const id = idOf(child.index);
    const birth = births.find(({ children }) => children.includes(id))!;
    return { birth, place: birth.children.indexOf(id) };
  }

  function draw(children: readonly Member[], mother: Member | undefined): Birth[] {
    const births: Birth[] = [];
    const inOrder = [...children].sort((a, b) => a.birth - b.birth || a.index - b.index);
    for (const first of inOrder) {
      if (births.some(({ day }) => day === first.birth)) continue;
      const together = inOrder.filter(({ birth }) => birth === first.birth);
      births.push(drawBirth(first, together, mother, births));
    }
    return births;
  }

  function drawBirth(first: Member, together: readonly Member[], mother: Member | undefined, before: readonly Birth[]): Birth {
    const stream = streamOf(first.index).fork("born");
    const years = mother === undefined ? 29 : (first.birth - mother.birth) / 365.2425;
    const complications = Object.entries(pregnancy?.complications ?? {}).flatMap(([name, spec]) =>
      spec !== null &&
      stream
        .fork("complication")
        .fork(name)
        .chance(valueAt(curveFor(spec.percent, "female"), years) / 100)
        ? [[name, spec] as const]
        : [],
    );
    const twins = together.length > 1;
    const shares = weeks[twins ? "twins" : "single"];
    let total = 0;
    const drawn = firstWeek + stream.fork("week").weighted(shares.map((share) => (total += share)));
    // Some complications end a pregnancy as soon as it is at term.
    const week = Math.min(drawn, ...complications.map(([, { endsBy = 42 }]) => endsBy));
    const hadOne = before.some(({ cesarean }) => cesarean);
    const share = hadOne
      ? (pregnancy?.cesareanAgain ?? usualAgain)
      : Math.min(1, (pregnancy?.cesarean ?? 0) * (twins ? 2.6 : week < 34 ? 1.9 : 1) * (before.length > 0 ? afterVaginal : 1));
    const cesarean = stream.fork("cesarean").chance(share);
    const indication = !cesarean ? undefined : hadOne ? "earlier" : drawIndication(stream.fork("why"), week);
    return {
      day: first.birth,
      gestation: week * 7 + stream.fork("day").int(0, 6),
      children: together.map(({ index }) => idOf(index)),
      earlier: before.length,
      ...(mother === undefined ? {} : { motherAge: Math.floor(years) }),
      cesarean,
      ...(indication ? { indication } : {}),
      complications: complications.map(([name]) => name),
      // Planned ones are in the morning.
      minute: indication === "earlier" && week >= 38 ? 450 + stream.fork("minute").int(0, 330) : stream.fork("minute").int(0, 1399),
    };
  }

  return { of, ofChild };
}

function drawIndication(stream: Stream, week: number): Indication | undefined {
  // Labor that comes early seldom stops.
  const rows = indications.filter(([name]) => week >= 37 || (name !== "arrest" && name !== "disproportion" && name !== undefined));
  let total = 0;
  return rows[stream.weighted(rows.map(([, weight]) => (total += weight)))]![0];
}
