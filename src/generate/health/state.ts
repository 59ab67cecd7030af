import { normalCdf } from "../../random/arithmetic.ts";
import type { Stream } from "../../random/stream.ts";
import type { Coded } from "../../record/coded.ts";
import type { Day } from "../days.ts";
import type { ConditionSpec } from "../profile/conditions.ts";
import type { Model } from "./create-health.ts";
import type { HealthAllergy, HealthCondition, Taken } from "./health.ts";
import type { Person } from "./person.ts";
import { isIn, lastingSpans, type Span, spanAt } from "./spans.ts";

export const icd = (code: string, display: string): Coded => ({ system: "ICD-10-CM", code, display });

/** What is diagnosed and has a code, in the order of onset. */
export function conditionsOf({ profile }: Model, person: Person): readonly HealthCondition[] {
  const list: HealthCondition[] = [];
  const known = person.stream.fork("diagnosed");
  for (const [name, spec] of profile.conditions) {
    if (spec.code === undefined) continue;
    const spans = person.spans(name);
    if (spans.length === 0) continue;
    const isSure = isPlain(spec, person);
    if (!isSure && spec.knownBut !== undefined && isElsewise(spec.knownBut, spec, profile, name, person)) continue;
    const isKnown = isSure || spec.diagnosed === undefined || known.fork(spec.knownWith ?? name).chance(spec.diagnosed);
    if (!isKnown && !spec.knownBy) continue;
    const code = icd(spec.code, spec.display!);
    const severity = severityOf(spec, person.stream.fork("severity").fork(name));
    for (const { from: begins, to } of isKnown ? spans : sinceTreated(spans, spec.knownBy!, person)) {
      const from = begins <= (spec.earliest ?? 0) + 0.003 ? foundOut(begins, to, name, person) : begins;
      // What comes and goes within a month is nobody's diagnosis.
      if (to - from < 0.1) continue;
      const aged = spec.becomes === undefined ? Number.POSITIVE_INFINITY : from + spec.becomes.years;
      const ends = Math.min(to, aged);
      list.push({
        name,
        code,
        onset: person.dayAt(from),
        ...(ends === Number.POSITIVE_INFINITY ? {} : { resolved: person.dayAt(ends) }),
        ...(severity ? { severity } : {}),
      });
      if (aged >= to) continue;
      const history = icd(spec.becomes!.code, spec.becomes!.display);
      const over = to === Number.POSITIVE_INFINITY ? {} : { resolved: person.dayAt(to) };
      list.push({ name, code: history, onset: person.dayAt(aged), ...over });
    }
  }
  return list.sort((a, b) => a.onset - b.onset);
}

/** Years before the reference date in which visits look at a measure, and how often. */
const looks = [0, 0.5, 1, 1.5];

/** Whether the measures leave no doubt: most days, or in most of the last months. */
function isPlain({ knownFrom = {} }: ConditionSpec, person: Person): boolean {
  return Object.entries(knownFrom).some(([measure, from]) => {
    const isFrom = (value: number | undefined): boolean => value !== undefined && value >= from;
    if (isFrom(person.usual(measure, person.referenceAge))) return true;
    const times = looks.filter((years) => isFrom(person.lately(measure, person.referenceAge - years))).length;
    return 2 * times >= looks.length;
  });
}

/** Whether all of the treatments by which it would be known are taken for something else that the person has. */
function isElsewise(share: number, { knownBy = [] }: ConditionSpec, profile: Model["profile"], name: string, person: Person): boolean {
  const age = person.referenceAge;
  const takes = knownBy.filter((treatment) => person.has(treatment, age));
  if (takes.length === 0) return false;
  const isForOther = (treatment: string): boolean =>
    profile.treatments
      .get(treatment)
      ?.for.some((other) => other !== name && profile.conditions.get(other)?.when === undefined && person.has(other, age)) ?? false;
  return takes.every(isForOther) && person.stream.fork("elsewise").fork(name).chance(share);
}

/** What is there at the first age at which anybody has it is found some time later, not on that birthday: within three years by judgement. */
function foundOut(begins: number, to: number, name: string, person: Person): number {
  if (begins === 0) return begins;
  const draw = person.stream.fork("found").fork(name).next();
  const until = begins < person.referenceAge ? Math.min(to, person.referenceAge) : to;
  return begins + Math.min(3 * draw, 0.9 * (until - begins) * draw);
}

/** Of what nobody knew of, the time from the first treatment on. */
function sinceTreated(spans: readonly Span[], treatments: readonly string[], person: Person): readonly Span[] {
  const begins = treatments.flatMap((name) => person.spans(name).map(({ from }) => from));
  return spans.flatMap(({ from, to }) => {
    const first = Math.min(...begins.filter((age) => age < to));
    return first === Number.POSITIVE_INFINITY ? [] : [{ from: Math.max(from, first), to }];
  });
}

function severityOf({ severity }: ConditionSpec, stream: Stream): HealthCondition["severity"] {
  if (!severity) return undefined;
  const draw = stream.next();
  return draw < severity.mild ? "mild" : draw < severity.mild + severity.moderate ? "moderate" : "severe";
}

export function taken({ profile }: Model, person: Person, day: Day): readonly Taken[] {
  const age = person.ageOn(day);
  const list: Taken[] = [];
  for (const [name, spec] of profile.treatments) {
    const span = spanAt(person.spans(name), age);
    if (!span) continue;
    const reason = spec.for.find((condition) => person.has(condition, age));
    list.push({ name, ...(reason === undefined ? {} : { for: reason }), since: person.dayAt(span.from) });
  }
  return list;
}

export function allergiesOf(model: Model, person: Person): readonly HealthAllergy[] {
  const list: HealthAllergy[] = [];
  for (const [name, spec] of model.profile.allergies) {
    const curve = model.shareOf(name, person.body.sex)!;
    const [span] = lastingSpans(curve, normalCdf(-person.score(name)), person.referenceAge);
    if (!span) continue;
    const own = person.stream.fork("reaction").fork(name);
    let total = 0;
    const reaction = spec.reactions[own.weighted(spec.reactions.map(({ share }) => (total += share)))]!;
    list.push({
      name,
      category: spec.category,
      code: spec.code,
      reaction: icd(reaction.code, reaction.display),
      severity: reaction.severity,
      onset: person.dayAt(span.from),
    });
  }
  return list.sort((a, b) => a.onset - b.onset);
}

/** The weight of all that is no condition of the profile. */
const otherCauses = 4;

export function causeOfDeath({ profile }: Model, person: Person, day: Day, stream: Stream): Coded | undefined {
  const age = person.ageOn(day);
  const causes: (Coded | undefined)[] = [undefined];
  const cumulative = [otherCauses];
  for (const [name, { code, display, death }] of profile.conditions) {
    if (!death || code === undefined || death.weight === 0 || !isIn(person.spans(name), age)) continue;
    causes.push(icd(death.code ?? code, death.display ?? display!));
    cumulative.push(cumulative.at(-1)! + death.weight);
  }
  return causes[stream.weighted(cumulative)];
}
