import { escaped } from "../../page/escaped.ts";
import { count } from "../../table.ts";
import type { Comparison, Marked } from "../comparison.ts";
import type { PopulationEvaluation, Tally } from "../evaluation.ts";
import type { Grade } from "../grade.ts";
import { cellName, type RoundTrip } from "../round-trip.ts";
import { byWhat, figure, meanings, percent, score, told, toldBy } from "../table.ts";
import { dotPlot, type HeatCell, heatMap, quantileCharts } from "./charts.ts";
import { type Drawing, svg } from "./drawing.ts";
import { prevalenceCharts } from "./prevalence.ts";
import { pyramid } from "./pyramid.ts";
import { style } from "./style.ts";

/** An evaluation as one HTML page with charts, that runs no program and can load nothing. `sha256` gives a text's digest in base64. */
export function* populationPage(evaluation: PopulationEvaluation, sha256: (text: string) => string): Generator<string> {
  const { people, alive, asOf, rows, profile, headline, roundTrip, comparison, unvalidated } = evaluation;
  const title = profile === null ? "A generated population" : `The population ${profile}`;
  const all = Object.values(rows).reduce((sum, each) => sum + each, 0);
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="soft">${count(people)} people, ${count(alive)} of them alive on ${asOf}; ${count(all)} rows in ${Object.keys(rows).length} tables. Out of sample: ${escaped(told(headline))}.</p>
`;
  yield cards(evaluation);
  yield `<h2>What the checks are worth</h2>${grades(evaluation.grades as Readonly<Record<Grade, Tally>>)}`;
  if (evaluation.targets.length > 0) yield `<h2>Targets</h2>${targets(evaluation)}`;
  yield `<h2>Plausibility</h2>${plausibility(evaluation)}`;
  if (roundTrip) yield* declared(roundTrip);
  if (comparison) yield* compared(comparison);
  if (unvalidated.length > 0)
    yield `<h2>Not held against any figure</h2><p>${unvalidated.map(escaped).join(", ")}. What stands there may be as wrong as it likes without a check that says so.</p>`;
  yield "</body>\n</html>\n";
}

function cards({ headline, metrics, rules, targets: list }: PopulationEvaluation): string {
  const broken = rules.filter((rule) => rule.broken > 0).length;
  const card = (value: string, label: string): string => `<div class="card"><b>${value}</b>${label}</div>`;
  const shown = [
    ...(headline.checks > 0 ? [card(`${headline.held} / ${headline.checks - headline.open}`, "out-of-sample checks held")] : []),
    ...(list.length > 0 ? [card(`${list.filter(({ verdict }) => verdict === "holds").length} / ${list.length}`, "targets met")] : []),
    card(String(broken), broken === 1 ? "plausibility rule broken" : "plausibility rules broken"),
    ...(metrics["round-trip"] === null ? [] : [card(percent(metrics["round-trip"]), "of declared figures came out")]),
    ...(metrics.progress === null ? [] : [card(percent(metrics.progress), "of the way from independent to real pairs")]),
    ...(metrics.c2st === null ? [] : [card(score(metrics.c2st), "AUC of a classifier told to separate")]),
  ];
  return `<div class="cards">${shown.join("")}</div>`;
}

const verdictCell = (verdict: string): string =>
  `<span class="${verdict === "holds" || verdict === "fails" ? verdict : "open"}">${escaped(verdict)}</span>`;

/** Cells are HTML; `numbers` are columns that stand to the right. */
function table(heading: readonly string[], rows: readonly (readonly string[])[], numbers: readonly number[]): string {
  const cell = (tag: "th" | "td") => (content: string, i: number) =>
    `<${tag}${numbers.includes(i) ? ' class="n"' : ""}>${content}</${tag}>`;
  const body = rows.map((row) => `<tr>${row.map(cell("td")).join("")}</tr>`).join("\n");
  return `<div class="wide"><table><thead><tr>${heading.map(cell("th")).join("")}</tr></thead><tbody>${body}</tbody></table></div>`;
}

const fold = (summary: string, content: string): string => `<details><summary>${summary}</summary>${content}</details>`;

function grades(tallies: Readonly<Record<Grade, Tally>>): string {
  const rows = (Object.entries(tallies) as [Grade, Tally][]).map(([grade, { checks, held, open }]) => [
    grade,
    meanings[grade],
    count(held),
    count(checks - open),
    count(open),
  ]);
  return table(["grade", "means", "held", "of", "undecided or not measured"], rows, [2, 3, 4]);
}

function targets({ targets: list }: PopulationEvaluation): string {
  return table(
    ["target", "wanted", "came out", "95 % interval", "people", "", "grade", "source"],
    list.map(({ name, wanted, tolerance, value, low, high, people, verdict, grade, source }) => [
      escaped(name),
      `${figure(wanted)} ± ${figure(tolerance)}`,
      figure(value),
      low === null || high === null ? "" : `${figure(low)} – ${figure(high)}`,
      count(people),
      verdictCell(verdict),
      `<span class="whole">${grade}</span>`,
      escaped(source),
    ]),
    [1, 2, 3, 4],
  );
}

function plausibility({ rules }: PopulationEvaluation): string {
  const broken = rules.filter((rule) => rule.broken > 0);
  const said =
    broken.length === 0
      ? `<p>None of ${rules.filter(({ checked }) => checked > 0).length} rules is broken.</p>`
      : table(
          ["broken rule", "times", "of", "where first (table and row)"],
          broken.map(({ title, broken: times, checked, positions }) => [
            `<span class="fails">${title}</span>`,
            count(times),
            count(checked),
            positions
              .slice(0, 6)
              .map(({ table: name, row }) => `${name} ${row}`)
              .join(", "),
          ]),
          [1, 2],
        );
  const kept = table(
    ["rule", "times asked"],
    rules
      .filter((rule) => rule.broken === 0)
      .map(({ title, checked }) => [title, checked === 0 ? '<span class="open">not measured</span>' : count(checked)]),
    [1],
  );
  return `${said}${fold("Rules that hold, and what was not measured", kept)}`;
}

const all = (drawings: readonly Drawing[]): string => drawings.map(svg).join("\n");

const sexes = '<span class="key women"></span>women <span class="key men"></span>men';

function* declared({ pyramid: cells, distributions, prevalences, curves, measures, correlations }: RoundTrip): Generator<string> {
  yield `<h2>As the profile declares</h2><p class="soft">Round trip: shows that the generator does as it is told, not that it is told what is true.</p>`;
  if (cells.length > 0)
    yield `<figure>${svg(pyramid(cells))}<figcaption>People by five years of age on the profile's reference date; the stroke is what the profile declares.</figcaption></figure>`;
  yield table(
    ["distribution", "people", "total variation", "p", ""],
    distributions.map(({ name, people, tv, p, verdict }) => [
      escaped(name),
      count(people),
      tv.toFixed(4),
      p.toFixed(4),
      verdictCell(verdict),
    ]),
    [1, 2, 3],
  );
  if (prevalences.length > 0) {
    yield `<h2>Prevalence by age</h2><figure><div class="grid-of">${all(prevalenceCharts(prevalences, curves))}</div><figcaption>Lines: declared at an age; dashes: declared for the people of a band of ages. Points with bars: what came out, with Wilson's 95 % intervals; a red rim where Holm's test over all ${count(prevalences.length)} cells rejects.${sexes}</figcaption></figure>`;
    yield fold(
      "All prevalences",
      table(
        ["condition", "", "people", "declared", "came out", "95 % interval", "Holm's p", ""],
        prevalences.map((row) => [
          escaped(row.name),
          cellName(row),
          count(row.people),
          percent(row.declared),
          percent(row.value),
          `${percent(row.low)} – ${percent(row.high)}`,
          row.adjusted.toFixed(4),
          verdictCell(row.verdict),
        ]),
        [2, 3, 4, 5, 6],
      ),
    );
  }
  yield fold(
    "Declared distributions of measures",
    table(
      ["measure", "", "people", "measured", "KS of ranks", "limit", ""],
      measures.map((row) => [
        escaped(row.name),
        cellName(row),
        count(row.people),
        count(row.measured),
        row.ks.toFixed(3),
        row.limit.toFixed(3),
        verdictCell(row.verdict),
      ]),
      [2, 3, 4, 5],
    ),
  );
  yield fold(
    "Declared correlations",
    table(
      ["", "", "", "people", "declared", "came out", ""],
      correlations.map((row) => [
        escaped(row.first),
        escaped(row.second),
        cellName(row),
        count(row.people),
        row.declared.toFixed(2),
        row.value.toFixed(2),
        verdictCell(row.verdict),
      ]),
      [3, 4, 5],
    ),
  );
}

function* compared(comparison: Comparison): Generator<string> {
  const { rows, classifier, notMeasured, seeds, resamples } = comparison;
  const marks = ({ ours, real, independent, drift }: Marked): string[] => [ours, real, independent, drift].map(score);
  yield `<h2>Against real rows: ${escaped(comparison.reference)}</h2>
<p class="soft">${escaped(comparison.source)}. ${count(rows.ours)} of ours ${byWhat[comparison.by]}, ${count(rows.test)} held-out rows, ${count(rows.fit)} of the years fitted on; ${count(resamples)} resamples, seeds ${seeds.map(escaped).join(", ")}.${notMeasured.length > 0 ? ` Not measured: ${notMeasured.map(escaped).join(", ")}.` : ""}</p>`;
  const summary = [
    ["column shapes (SDMetrics)", ...marks(comparison.columnShapes), ""],
    ["pair trends (SDMetrics)", ...marks(comparison.pairTrends), `${percent(comparison.progress)} of the way from independent to real`],
    ...(classifier
      ? [
          ["classifier told to separate, AUC", ...marks(classifier), verdictCell(classifier.verdict)],
          ["&emsp;ours against the years fitted on", score(classifier.oursAgainstFit), "", "", "", '<span class="soft">calibration</span>'],
          ["&emsp;told by, AUC lost without", "", "", "", "", escaped(toldBy(classifier.by))],
          ...(classifier.unchanged
            ? [
                [
                  `&emsp;without ${escaped(classifier.unchanged.without.join(", "))}`,
                  ...marks({ ...classifier.unchanged, independent: Number.NaN }),
                  verdictCell(classifier.unchanged.verdict),
                ],
              ]
            : []),
        ]
      : []),
    ...comparison.tasks.map((task) => [
      `model of ${escaped(task.name)}, AUC on real rows`,
      ...marks({ ...task, drift: null }),
      `${percent(task.share)} of real-trained ${verdictCell(task.verdict)}`,
    ]),
  ];
  yield table(["score", "ours", "real halves", "independent", "years fitted on", ""], summary, [1, 2, 3, 4]);
  yield `<p class="soft">Real halves: held-out rows against held-out rows, the best there is. Independent: real columns, each drawn by itself. Years fitted on: what a perfect copy of those rows would score, where times or devices changed in between.</p>`;
  if (comparison.quantiles.length > 0)
    yield `<h2>Measures by age</h2><figure><div class="grid-of">${all(quantileCharts(comparison.quantiles))}</div><figcaption>Bands: 5 to 95 and 25 to 75 % of the real rows, dotted their median. Lines: ours at 5, 25, 50, 75 and 95 %.</figcaption></figure>`;
  if (comparison.correlations.length > 0) {
    const cells = (of: "ours" | "real"): HeatCell[] =>
      comparison.correlations.map((row) => ({
        first: row.first,
        second: row.second,
        value: row[of],
        said: `${row.first} and ${row.second}: ours ${row.ours.toFixed(3)}, real ${row.real.toFixed(3)} (${row.low.toFixed(3)} to ${row.high.toFixed(3)})`,
      }));
    const apart = comparison.correlations.map(
      (row): HeatCell => ({
        first: row.first,
        second: row.second,
        value: row.ours - row.real,
        said: `${row.first} and ${row.second}: ${(row.ours - row.real).toFixed(3)} apart`,
      }),
    );
    yield `<h2>Rank correlations</h2><figure><div class="grid-of">${all([heatMap("ours", cells("ours"), 0.8), heatMap("real", cells("real"), 0.8), heatMap("ours less real", apart, 0.2)])}</div><figcaption>Spearman's. Red above zero, blue below; of the difference the full colour is .2.</figcaption></figure>`;
  }
  const measured = comparison.cells.filter(({ verdict }) => verdict !== "not measured");
  if (measured.length > 0)
    yield `<figure>${svg(
      dotPlot(
        "Distance of distributions by sex and age (KS)",
        measured.map(({ name, cell, ours, real, limit, drift, verdict }) => ({
          label: `${name}, ${cell}`,
          ours,
          real,
          limit,
          drift,
          odd: verdict === "fails",
        })),
      ),
    )}<figcaption>Bar: from the mean of real halves to what nine of ten lie under. Dot: ours, with a red rim where beyond. Ring: the years fitted on.</figcaption></figure>`;
  yield fold(
    "Columns",
    table(
      ["column", "metric", "ours", "real halves", "independent", "years fitted on"],
      comparison.columns.map((row) => [escaped(row.name), row.metric, ...marks(row)]),
      [2, 3, 4, 5],
    ),
  );
  yield fold(
    "Pairs",
    table(
      ["", "", "metric", "ours", "real halves", "independent", "years fitted on"],
      comparison.pairs.map((row) => [escaped(row.first), escaped(row.second), row.metric, ...marks(row)]),
      [3, 4, 5, 6],
    ),
  );
  yield fold(
    "Shares by sex and age",
    table(
      ["", "", "ours", "real", "Holm's p", ""],
      comparison.shares.map((row) => [
        escaped(row.name),
        row.cell,
        percent(row.ours),
        percent(row.real),
        row.adjusted.toFixed(4),
        verdictCell(row.verdict),
      ]),
      [2, 3, 4],
    ),
  );
}
