import type { ConditionSpec } from "../profile/conditions.ts";
import { type AgeCurve, crossing, falling, valueAt } from "./curve.ts";

/** A time of life in which something is there, in years of age: `[from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Nobody lives on: no span begins later. */
export const oldest = 115;

/** Where the curve lies above the rank, that has begun by the reference age, it stays; else it begins when the curve gets there. */
export function lastingSpans(curve: AgeCurve, rank: number, reference: number): readonly Span[] {
  const isThere = reference >= curve.ages[0]! && valueAt(curve, reference) > rank;
  const from = crossing(curve, rank, isThere ? 0 : Math.max(reference, curve.ages[0]!), isThere ? reference : oldest);
  return from === undefined ? [] : [{ from, to: Number.POSITIVE_INFINITY }];
}

/** Wherever the curve lies above the rank. */
export function passingSpans(curve: AgeCurve, rank: number): readonly Span[] {
  const spans: Span[] = [];
  let from = crossing(curve, rank, 0, oldest);
  while (from !== undefined) {
    const to = falling(curve, rank, from);
    spans.push({ from, to: to ?? Number.POSITIVE_INFINITY });
    from = to === undefined ? undefined : crossing(curve, rank, to + 1e-6, oldest);
  }
  return spans;
}

/** How many of those who have it at one time have it at some time beside: as many again (judgement). */
const prone = 2;

/**
 * What lasts some years: there at the reference age for the share of the curve, with as much behind as ahead on average.
 * Whoever is prone to it and has it not then, had it before and gets it again.
 */
export function episodes(
  curve: AgeCurve,
  rank: number,
  reference: number,
  [shortest, longest]: readonly [number, number],
  draws: { readonly years: number; readonly elapsed: number; readonly before: number; readonly after: number },
): readonly Span[] {
  const earliest = curve.ages[0]!;
  const years = shortest + (longest - shortest) * draws.years;
  const share = reference < earliest ? 0 : valueAt(curve, reference);
  if (share > rank) {
    const from = Math.max(earliest, reference - years * draws.elapsed);
    return [{ from, to: reference + years * (1 - draws.elapsed) }];
  }
  // The highest share still to come, for those who are too young yet.
  const later = Math.max(share, ...curve.values.filter((_, i) => curve.ages[i]! > reference));
  if (rank > prone * later) return [];
  const gap = ((shortest + longest) / 2) * (prone - 1);
  const before = reference - gap * draws.before - years;
  const begins = Math.max(reference, earliest) + gap * draws.after;
  return [
    ...(before >= earliest && rank <= prone * share ? [{ from: before, to: before + years }] : []),
    ...(begins < oldest ? [{ from: begins, to: begins + years }] : []),
  ];
}

/** Years between two looks at a rule, at whole multiples of it for all rules; what changes within is found by halving. */
export const look = 5;

/**
 * Where a rule holds. `breaks`: ages at which what it asks for begins or ends. `lasts` always: from the first time before the
 * reference age, if it holds then, or the first after it.
 */
export function ruleSpans(
  holds: (age: number) => boolean,
  breaks: readonly number[],
  earliest: number,
  reference: number,
  lasts: NonNullable<ConditionSpec["lasts"]>,
): readonly Span[] {
  const looks = [oldest, reference, ...breaks];
  for (let age = look * Math.ceil(earliest / look); age < oldest; age += look) looks.push(age);
  const ages = looks.filter((age) => age >= earliest && age <= oldest).sort((a, b) => a - b);
  const isLasting = lasts !== "while";
  const isThere = reference >= earliest && holds(reference);
  const from = isLasting && !isThere ? Math.max(earliest, reference) : earliest;
  const spans: Span[] = [];
  let begun: number | undefined;
  let before = from;
  let held = holds(from);
  if (held) begun = from;
  for (const age of ages) {
    if (isLasting && begun !== undefined) break;
    if (age <= from) continue;
    const holding = holds(age);
    if (holding !== held) {
      const at = edge(holds, before, age, held);
      if (holding) begun = at;
      else {
        spans.push({ from: begun!, to: at });
        begun = undefined;
      }
    }
    before = age;
    held = holding;
  }
  if (begun !== undefined) spans.push({ from: begun, to: Number.POSITIVE_INFINITY });
  return spans;
}

/** The age after which a rule no longer holds as it did at `low`, to half a day. */
function edge(holds: (age: number) => boolean, low: number, high: number, held: boolean): number {
  let [from, to] = [low, high];
  while (to - from > 0.0014) {
    const half = (from + to) / 2;
    if (holds(half) === held) from = half;
    else to = half;
  }
  return to;
}

export const isIn = (spans: readonly Span[], age: number): boolean => spanAt(spans, age) !== undefined;

export function spanAt(spans: readonly Span[], age: number): Span | undefined {
  for (const span of spans) if (span.from <= age && age < span.to) return span;
  return undefined;
}

/** What lies in both. */
export function intersect(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap((x) =>
    b.flatMap((y) => {
      const span = { from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) };
      return span.from < span.to ? [span] : [];
    }),
  );
}
