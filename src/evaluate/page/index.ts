import type { Share } from "../bootstrap.ts";
import type { Evaluation, FinderRow, FoundRow } from "../evaluation.ts";
import { metrics } from "../metrics.ts";
import { count, percent } from "../table.ts";
import { curveDrawing } from "./curve.ts";
import { escaped } from "./escaped.ts";
import { noteSection, type PageNote } from "./note.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";

export type { PageNote } from "./note.ts";

export interface PageOptions {
  /** SHA-256 of a text in base64: the page runs its own program and style only. */
  readonly sha256: (text: string) => string;
  /** Whether the notes' texts stand in it. */
  readonly show: boolean;
}

/**
 * An evaluation as one HTML page that needs nothing else and can load nothing: figures, then a section a note with what was
 * hit, found in part, missed and removed too much, to be filtered by outcome, label, style and detector. In pieces, to be written one by one.
 */
export function* evaluationPage(evaluation: Evaluation, notes: readonly PageNote[], { sha256, show }: PageOptions): Generator<string> {
  const policy = `default-src 'none'; script-src 'sha256-${sha256(script)}'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>What was found in ${count(evaluation.notes)} notes</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>What was found in ${count(evaluation.notes)} notes</h1>
<p class="soft">${count(evaluation.identifiers)} identifiers in the gold, ${count(evaluation.found)} found; ${count(evaluation.notesWithoutIdentifiers)} notes without identifiers. 95 % intervals by bootstrap over notes: ${count(evaluation.bootstrap.samples)} samples, seed ${escaped(evaluation.bootstrap.seed)}.</p>
<p class="warning">${show ? "This page holds the text of the notes, identifiers and all. It must stay home." : "This page holds no text of the notes, but their ids: it must stay home. With --show it has the marked text."}</p>
${figures(evaluation)}
</header>
${filters(notes)}
<main>
`;
  for (const note of notes) yield noteSection(note);
  yield `</main>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function figures(evaluation: Evaluation): string {
  const { labels, categories, styles, detectors, kinds, agreement, leftOut, comparison } = evaluation;
  const main = table(
    ["", "value", "95 % interval", "of"],
    metrics.map(({ name, title, of }) => {
      const share = evaluation.metrics[name];
      return [title, percent(share.value), interval(share), `${count(share.whole)} ${of}`];
    }),
  );
  const compared = comparison
    ? fold(
        "Compared with the second system",
        ["", "first", "second", "difference", "95 % interval", "first higher in"],
        metrics.map(({ name, title }) => {
          const { value, low, high, higher } = comparison.differences[name];
          const signed = (share: number | null): string => (share === null ? "-" : `${share > 0 ? "+" : ""}${(share * 100).toFixed(2)}`);
          return [
            title,
            percent(evaluation.metrics[name].value),
            percent(comparison.metrics[name].value),
            signed(value),
            low === null ? "" : `${signed(low)} – ${signed(high)}`,
            value === null ? "" : percent(higher),
          ];
        }),
      )
    : "";
  const recall = ["identifiers", "touched", "whole", "95 % interval"];
  const foundCells = ({ name, any, full }: FoundRow): string[] => [
    name || "(none)",
    count(any.whole),
    percent(any.value),
    percent(full.value),
    interval(full),
  ];
  const finding = ["found", "right", "95 % interval", "right letters"];
  const finderCells = ({ name, p, letters }: FinderRow): string[] => [
    name || "(none)",
    count(p.whole),
    percent(p.value),
    interval(p),
    percent(letters.value),
  ];
  const hasExact = metrics.some(({ name }) => evaluation.metrics[name].interval === "exact");
  return [
    main,
    hasExact ? '<p class="soft">* every note agrees: the interval\'s open end is exact, by the number of notes</p>' : "",
    compared,
    evaluation.curve ? curveDrawing(evaluation.curve) : "",
    fold("By label", ["label", ...recall], labels.map(foundCells)),
    fold("By category", ["category", ...recall], categories.map(foundCells)),
    fold(
      "By style",
      ["style", ...recall, "notes", "without leak", "precision"],
      styles.map((row) => [...foundCells(row), count(row.notes), percent(row.sealed.value), percent(row.p.value)]),
    ),
    fold("By detector", ["detector", ...finding], detectors.map(finderCells)),
    fold("By kind", ["kind", ...finding], kinds.map(finderCells)),
    fold(
      "Agreement in category",
      ["gold", "found as", "times"],
      agreement.map((row) => [row.gold, row.found || "(none)", count(row.count)]),
    ),
    fold(
      "Left out of the gold",
      ["label", "why", "times"],
      leftOut.map((row) => [row.label, row.why, count(row.count)]),
    ),
  ].join("\n");
}

function interval({ low, high, interval }: Share): string {
  return low === null || high === null ? "" : `${percent(low).replace(" %", "")} – ${percent(high)}${interval === "exact" ? " *" : ""}`;
}

function fold(title: string, heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : `<details><summary>${title}</summary>${table(heading, rows)}</details>`;
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  // Columns that begin with a digit or a sign hold numbers.
  const isNumber = heading.map((_, i) => i > 0 && rows.some((row) => /^[\d+-]/.test(row[i] ?? "")) && heading[i] !== "of");
  const cell = (tag: "th" | "td") => (text: string, i: number) => {
    const kind = isNumber[i] ? ' class="n"' : text.startsWith("  ") ? ' class="in"' : "";
    return `<${tag}${kind}>${escaped(text.trim())}</${tag}>`;
  };
  const body = rows.map((row) => `<tr>${row.map(cell("td")).join("")}</tr>`).join("");
  return `<div class="wide"><table><thead><tr>${heading.map(cell("th")).join("")}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function filters(notes: readonly PageNote[]): string {
  const marks = notes.flatMap((note) => note.marks);
  const choice = (name: string, values: Iterable<string>): string => {
    const sorted = [...new Set(values)].filter((value) => value !== "").sort();
    if (sorted.length < 2) return "";
    const options = sorted.map((value) => `<option>${escaped(value)}</option>`).join("");
    return `<label>${name} <select name="${name}"><option value="">any</option>${options}</select></label>`;
  };
  const outcome = (name: string, isOn: boolean): string =>
    `<label><input type="checkbox" name="outcome" value="${name}"${isOn ? " checked" : ""}> <span class="key-${name}">${name}</span></label>`;
  return `<nav><form hidden>
${outcome("missed", true)}${outcome("partial", true)}${outcome("over-scrubbed", true)}${outcome("hit", true)}${outcome("left-out", false)}
${choice(
  "label",
  marks.map(({ label }) => label),
)}${choice(
  "style",
  notes.map((note) => note.style),
)}${choice(
  "detector",
  marks.map(({ found }) => found?.detector ?? ""),
)}
<label>notes <select name="notes"><option value="marked">with such marks</option><option value="all">all</option></select></label>
<button type="button" name="back" title="p">previous</button><button type="button" name="on" title="n">next</button><output></output>
</form></nav>`;
}
