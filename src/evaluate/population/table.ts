import { count } from "../table.ts";
import type { Comparison, Marked } from "./comparison.ts";
import { type PopulationEvaluation, type PopulationMetric, populationMetrics, type Tally } from "./evaluation.ts";
import type { Grade, Verdict } from "./grade.ts";
import { cellName } from "./round-trip.ts";

type Bold = (text: string) => string;

/** An evaluation as lines of text; with `isWhole` every check, else those that do not hold. */
export function populationTable(evaluation: PopulationEvaluation, isWhole: boolean, bold: Bold = (text) => text): string[] {
  const { people, alive, asOf, rows, headline, grades, rules, roundTrip, targets, comparison, unvalidated } = evaluation;
  const lines: string[] = [
    `${count(people)} people, ${count(alive)} of them alive on ${asOf}; ${count(Object.values(rows).reduce((sum, each) => sum + each, 0))} rows`,
    bold(`out of sample: ${told(headline)}`),
  ];
  const section = (heading: readonly string[], body: readonly (readonly string[])[], left: readonly number[] = []): void => {
    if (body.length > 0) lines.push("", ...table(heading, body, bold, left));
  };
  section(
    ["grade", "held", "of", "open", ""],
    (Object.entries(grades) as [Grade, Tally][]).map(([grade, { checks, held, open }]) => [
      grade,
      count(held),
      count(checks),
      count(open),
      meanings[grade],
    ]),
    [4],
  );
  const broken = rules.filter(({ checked, broken: times }) => times > 0 || (isWhole && checked >= 0));
  section(
    ["plausibility", "broken", "of", "where first"],
    broken.map(({ title, checked, broken: times, positions }) => [
      title,
      checked === 0 ? "-" : count(times),
      checked === 0 ? "not measured" : count(checked),
      positions
        .slice(0, 3)
        .map(({ table: name, row }) => `${name} ${row}`)
        .join(", "),
    ]),
    [3],
  );
  section(
    ["target", "wanted", "came out", "95 % interval", "people", "verdict", "grade", "source"],
    targets.map(({ name, wanted, tolerance, value, low, high, people: of, verdict, grade, source }) => [
      name,
      `${figure(wanted)} ± ${figure(tolerance)}`,
      figure(value),
      low === null || high === null ? "" : `${figure(low)} – ${figure(high)}`,
      count(of),
      verdict,
      grade,
      source,
    ]),
    [5, 6, 7],
  );
  if (roundTrip) {
    const shown = <T extends { readonly verdict: Verdict }>(list: readonly T[]): readonly T[] =>
      isWhole ? list : list.filter(({ verdict }) => verdict === "fails");
    section(
      ["declared", "people", "TV", "p", "verdict"],
      roundTrip.distributions.map(({ name, people: of, tv, p, verdict }) => [name, count(of), tv.toFixed(4), p.toFixed(4), verdict]),
      [4],
    );
    section(
      ["declared prevalence", "", "people", "declared", "came out", "95 % interval", "Holm's p", "verdict"],
      shown(roundTrip.prevalences).map((row) => [
        row.name,
        cellName(row),
        count(row.people),
        percent(row.declared),
        percent(row.value),
        `${percent(row.low)} – ${percent(row.high)}`,
        row.adjusted.toFixed(4),
        row.verdict,
      ]),
      [1, 7],
    );
    section(
      ["declared distribution", "", "people", "measured", "KS", "limit", "verdict"],
      shown(roundTrip.measures).map((row) => [
        row.name,
        cellName(row),
        count(row.people),
        count(row.measured),
        row.ks.toFixed(3),
        row.limit.toFixed(3),
        row.verdict,
      ]),
      [1, 6],
    );
    section(
      ["declared correlation", "", "", "people", "declared", "came out", "verdict"],
      shown(roundTrip.correlations).map((row) => [
        row.first,
        row.second,
        cellName(row),
        count(row.people),
        row.declared.toFixed(2),
        row.value.toFixed(2),
        row.verdict,
      ]),
      [1, 2, 6],
    );
  }
  if (comparison) lines.push(...comparisonLines(comparison, isWhole, bold));
  if (unvalidated.length > 0) lines.push("", `not held against any figure: ${unvalidated.join(", ")}`);
  return lines;
}

export const meanings: Readonly<Record<Grade, string>> = {
  identity: "must be so: rules and formulas",
  "round trip": "the profile declares it",
  calibration: "fitted on the same figures",
  "out of sample": "nothing was fitted on it",
};

export function told({ checks, held, open }: Tally): string {
  if (checks === 0) return "no check (give --reference, or targets of that grade)";
  return `${count(held)} of ${count(checks - open)} checks held${open > 0 ? `, ${count(open)} could not be decided` : ""}`;
}

function comparisonLines(comparison: Comparison, isWhole: boolean, bold: Bold): string[] {
  const { rows, classifier } = comparison;
  const lines = [
    "",
    `held against: ${comparison.reference}`,
    `${count(rows.ours)} of ours ${byWhat[comparison.by]}, ${count(rows.test)} held-out rows, ${count(rows.fit)} that may have been fitted on; ${count(comparison.resamples)} resamples, seeds ${comparison.seeds.join(", ")}`,
  ];
  if (comparison.notMeasured.length > 0) lines.push(`not measured: ${comparison.notMeasured.join(", ")}`);
  const marked = ({ ours, real, independent, drift }: Marked): string[] => [ours, real, independent, drift].map(score);
  const summary: string[][] = [
    ["column shapes (SDMetrics)", ...marked(comparison.columnShapes), ""],
    ["pair trends (SDMetrics)", ...marked(comparison.pairTrends), `${percent(comparison.progress)} of the way to real`],
    ...(classifier
      ? [
          ["classifier, AUC", ...marked(classifier), classifier.verdict],
          ["  ours against the years fitted on", score(classifier.oursAgainstFit), "", "", "", "calibration"],
          ["  told by", "", "", "", "", toldBy(classifier.by)],
          ...(classifier.unchanged
            ? [
                [
                  `  without ${classifier.unchanged.without.join(", ")}`,
                  ...marked({ ...classifier.unchanged, independent: Number.NaN }),
                  classifier.unchanged.verdict,
                ],
              ]
            : []),
        ]
      : []),
    ...comparison.tasks.map((task) => [
      `model of ${task.name}, AUC`,
      ...marked({ ...task, drift: null }),
      `${percent(task.share)} of real-trained: ${task.verdict}`,
    ]),
  ];
  lines.push("", ...table(["score", "ours", "real", "independent", "years fitted on", ""], summary, bold, [5]));
  const counts = (name: string, list: readonly { readonly verdict: Verdict; readonly driftVerdict?: Verdict }[]): string[] => {
    const decided = list.filter(({ verdict }) => verdict === "holds" || verdict === "fails");
    const held = (of: "verdict" | "driftVerdict"): number => decided.filter((each) => each[of] === "holds").length;
    const isKnown = decided.some(({ driftVerdict }) => driftVerdict === "holds" || driftVerdict === "fails");
    return [name, count(held("verdict")), isKnown ? count(held("driftVerdict")) : "-", count(decided.length)];
  };
  const tallies = [
    counts("distributions by sex and age, as near as nine of ten real halves", comparison.cells),
    counts("rank correlations within .03 or their interval", comparison.correlations),
    counts("shares by sex and age (Holm)", comparison.shares),
  ];
  lines.push("", ...table(["out of sample", "held", "years fitted on", "of"], tallies, bold));
  const shown = <T extends { readonly verdict: Verdict }>(list: readonly T[]): readonly T[] =>
    list.filter(({ verdict }) => isWhole || verdict === "fails");
  const section = (heading: readonly string[], body: readonly (readonly string[])[], left: readonly number[]): void => {
    if (body.length > 0) lines.push("", ...table(heading, body, bold, left));
  };
  section(
    ["column", "ours", "real", "independent", "years fitted on", "metric"],
    comparison.columns.map((row) => [row.name, ...marked(row), row.metric]),
    [5],
  );
  section(
    ["distribution", "", "KS", "real", "limit", "years fitted on", "verdict"],
    shown(comparison.cells).map((row) => [
      row.name,
      row.cell,
      score(row.ours),
      score(row.real),
      score(row.limit),
      score(row.drift),
      row.verdict,
    ]),
    [1, 6],
  );
  section(
    ["rank correlation", "", "ours", "real", "95 % interval", "years fitted on", "verdict"],
    shown(comparison.correlations).map((row) => [
      row.first,
      row.second,
      row.ours.toFixed(2),
      row.real.toFixed(2),
      `${row.low.toFixed(2)} – ${row.high.toFixed(2)}`,
      row.drift === null ? "-" : row.drift.toFixed(2),
      row.verdict,
    ]),
    [1, 6],
  );
  section(
    ["share", "", "ours", "real", "Holm's p", "verdict"],
    shown(comparison.shares).map((row) => [row.name, row.cell, percent(row.ours), percent(row.real), row.adjusted.toFixed(4), row.verdict]),
    [1, 5],
  );
  return lines;
}

/** The columns by which a classifier tells ours. */
export const toldBy = (by: readonly { readonly name: string; readonly lost: number }[]): string =>
  by
    .slice(0, 5)
    .map(({ name, lost }) => `${name} ${lost.toFixed(3)}`)
    .join(", ");

export const byWhat = {
  recorded: "as their records have them (care measures the ill more often than a survey)",
  examined: "all measured on the day, as in a survey",
} as const;

/** A gate's metric as it is printed. */
export const metricText = (name: PopulationMetric, value: number): string => `${populationMetrics[name].title}: ${score(value)}`;

export const score = (value: number | null): string => (value === null || Number.isNaN(value) ? "-" : value.toFixed(3));

export const percent = (share: number): string => (Number.isNaN(share) ? "-" : `${(share * 100).toFixed(1)} %`);

/** Three digits that count. */
export function figure(value: number | null): string {
  if (value === null) return "-";
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4);
}

function table(heading: readonly string[], rows: readonly (readonly string[])[], bold: Bold, left: readonly number[] = []): string[] {
  const widths = heading.map((word, i) => Math.max(word.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 || left.includes(i) ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join("  ")
      .trimEnd();
  return [bold(line(heading)), ...rows.map(line)];
}
