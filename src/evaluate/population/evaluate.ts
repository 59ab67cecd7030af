import { civilOf } from "../../calendar/civil.ts";
import type { InputFile } from "../../io/inputs.ts";
import { type Collected, collect } from "./collect.ts";
import { compare } from "./compare.ts";
import type { Comparison } from "./comparison.ts";
import type { Declared } from "./declared.ts";
import { type PopulationEvaluation, shareHeld, type Tally, tally } from "./evaluation.ts";
import type { Grade, Verdict } from "./grade.ts";
import { isAlive } from "./people.ts";
import { type ReferenceMap, traitOf } from "./reference-map.ts";
import { type RoundTrip, roundTrip, traitsOf } from "./round-trip.ts";
import type { RuleResult } from "./rules.ts";
import { type Columns, matched, readReference, recorded } from "./sample.ts";
import { judge, type Target, type TargetResult, traitsOfTarget } from "./target.ts";

export interface PopulationOptions {
  readonly profile?: string | undefined;
  readonly declared?: Declared | undefined;
  readonly targets?: readonly Target[] | undefined;
  readonly reference?: { readonly path: string; readonly map: ReferenceMap } | undefined;
  /**
   * Measures everybody on a day (from 1970) as a survey would, in place of what the records hold: columns by the map's names. Care
   * tests those who are ill, so that records and surveys differ by who is measured.
   */
  readonly examine?: ((map: ReferenceMap, asOf: number, people: number) => Columns) | undefined;
  /** Days from 1970. */
  readonly asOf?: number | undefined;
  readonly seeds?: readonly string[] | undefined;
  readonly resamples?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (rows: number) => void;
}

/** Reads a generated folder once and holds it against its profile, its targets, real rows and what can be. */
export async function evaluatePopulation(files: readonly InputFile[], options: PopulationOptions): Promise<PopulationEvaluation> {
  const { declared, targets = [], reference, signal, onProgress } = options;
  const collected = await collect(files, {
    traits: [
      ...(declared ? traitsOf(declared) : []),
      ...targets.flatMap(traitsOfTarget),
      ...(reference ? Object.values(reference.map.columns).map(traitOf) : []),
    ],
    asOf: options.asOf,
    signal,
    ...(onProgress && { onProgress }),
  });
  const trip = declared ? roundTrip(collected, declared) : null;
  const results = targets.map((target) => judge(target, collected));
  const comparison = reference ? await against(collected, reference, options) : null;
  const tallies = talliesOf(collected.rules, trip, results, comparison);
  const { people, asOf, rules } = collected;
  let alive = 0;
  for (let i = 0; i < people.size; i++) if (isAlive(people, i, asOf)) alive++;
  const measuredRules = rules.filter(({ checked }) => checked > 0);
  const share = (verdicts: readonly Verdict[]): number | null => shareHeld(tally(verdicts));
  const finite = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);
  const tasks = comparison?.tasks.filter(({ verdict }) => verdict !== "not measured").map((task) => task.share) ?? [];
  return {
    version: 1,
    profile: options.profile ?? null,
    asOf: isoOf(asOf),
    people: people.size,
    alive,
    rows: collected.rows,
    rules,
    roundTrip: trip,
    targets: results,
    comparison,
    headline: tallies["out of sample"],
    grades: tallies,
    metrics: {
      rules: measuredRules.length === 0 ? null : measuredRules.filter(({ broken }) => broken === 0).length / measuredRules.length,
      "round-trip": trip ? share(verdictsOf(trip)) : null,
      // A target that was not measured is not met.
      targets: results.length === 0 ? null : results.filter(({ verdict }) => verdict === "holds").length / results.length,
      columns: finite(comparison?.columnShapes.ours),
      pairs: finite(comparison?.pairTrends.ours),
      progress: finite(comparison?.progress),
      cells: comparison ? share(comparison.cells.map(({ verdict }) => verdict)) : null,
      correlations: comparison ? share(comparison.correlations.map(({ verdict }) => verdict)) : null,
      shares: comparison ? share(comparison.shares.map(({ verdict }) => verdict)) : null,
      c2st: finite(comparison?.classifier?.ours),
      "c2st-excess": comparison?.classifier ? comparison.classifier.ours - comparison.classifier.real : null,
      tstr: tasks.length === 0 ? null : Math.min(...tasks),
    },
    unvalidated: unvalidatedOf(collected, trip, targets, comparison),
  };
}

async function against(
  collected: Collected,
  { path, map }: NonNullable<PopulationOptions["reference"]>,
  { seeds = ["1", "2", "3"], resamples = 40, signal, examine }: PopulationOptions,
): Promise<Comparison> {
  const { fit, test } = await readReference(path, map, signal);
  const columns = examine ? examine(map, collected.asOf, collected.people.size) : recorded(collected, map);
  return { ...compare(matched(columns, map, test), fit, test, map, { seeds, resamples }), by: examine ? "examined" : "recorded" };
}

const verdictsOf = ({ distributions, prevalences, measures, correlations }: RoundTrip): Verdict[] =>
  [...distributions, ...prevalences, ...measures, ...correlations].map(({ verdict }) => verdict);

function talliesOf(
  rules: readonly RuleResult[],
  trip: RoundTrip | null,
  targets: readonly TargetResult[],
  comparison: Comparison | null,
): Readonly<Record<Grade, Tally>> {
  const ofTargets = (grade: Grade): Verdict[] => targets.filter((target) => target.grade === grade).map(({ verdict }) => verdict);
  const held: Verdict[] = comparison
    ? [
        ...[...comparison.cells, ...comparison.correlations, ...comparison.shares, ...comparison.tasks].map(({ verdict }) => verdict),
        comparison.classifier?.verdict ?? "not measured",
        Number.isNaN(comparison.progress) ? "not measured" : comparison.progress >= 0.8 ? "holds" : "fails",
      ]
    : [];
  return {
    identity: tally(rules.map(({ checked, broken }) => (checked === 0 ? "not measured" : broken === 0 ? "holds" : "fails"))),
    "round trip": tally([...(trip ? verdictsOf(trip) : []), ...ofTargets("round trip")]),
    calibration: tally(ofTargets("calibration")),
    "out of sample": tally([...held, ...ofTargets("out of sample")]),
  };
}

const tableOfEvents: Readonly<Record<string, string>> = { readmissions: "encounters", deaths: "patients", drugs: "medications" };

function unvalidatedOf({ rows }: Collected, trip: RoundTrip | null, targets: readonly Target[], comparison: Comparison | null): string[] {
  const covered = new Set<string>(["facilities", "providers"]);
  if (trip && trip.distributions.length > 0) covered.add("patients");
  if (trip && trip.prevalences.length > 0) covered.add("conditions");
  if (trip && trip.measures.length > 0) covered.add("observations");
  for (const { conditions, drugs, measure, all, events } of targets) {
    if (conditions) covered.add("conditions");
    if (drugs) covered.add("medications");
    if (measure || all) covered.add("observations");
    if (events) covered.add(tableOfEvents[events] ?? events);
  }
  if (comparison) for (const name of ["patients", "conditions", "observations", "medications"]) covered.add(name);
  return Object.keys(rows).filter((table) => !covered.has(table));
}

function isoOf(day: number): string {
  const { year, month, day: ofMonth } = civilOf(day);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(ofMonth)}`;
}
