import type { Difference, Share } from "./bootstrap.ts";
import type { Evaluation, FinderRow, FoundRow, StyleRow } from "./evaluation.ts";
import { metrics } from "./metrics.ts";

/** An evaluation as lines of text. `bold` marks headings. */
export function evaluationTable(evaluation: Evaluation, bold: (text: string) => string = (text) => text): string[] {
  const { notes, notesWithoutIdentifiers, identifiers, found, bootstrap, comparison } = evaluation;
  const { samples, seed } = bootstrap;
  const lines = [
    `${count(notes)} ${notes === 1 ? "note" : "notes"}, ${count(notesWithoutIdentifiers)} of them without identifiers; ${count(identifiers)} identifiers in the gold, ${count(found)} found`,
    `95 % intervals by bootstrap over notes: ${count(samples)} samples, seed ${seed}`,
    "",
    ...table(
      ["", "value", "95 % interval", "of"],
      metrics.map(({ name, title, of }) => [
        title,
        ...shareCells(evaluation.metrics[name]),
        `${count(evaluation.metrics[name].whole)} ${of}`,
      ]),
      bold,
      [2],
    ),
  ];
  if (metrics.some(({ name }) => evaluation.metrics[name].interval === "exact"))
    lines.push("", "* every note agrees: the interval's open end is exact, by the number of notes");
  const section = (title: string, heading: readonly string[], rows: readonly (readonly string[])[], left: readonly number[] = []): void => {
    if (rows.length > 0) lines.push("", ...table([title, ...heading], rows, bold, left));
  };
  if (comparison) {
    const rows = metrics.map(({ name, title }) => {
      const difference = comparison.differences[name];
      return [title, percent(evaluation.metrics[name].value), percent(comparison.metrics[name].value), ...differenceCells(difference)];
    });
    section("compared on the same notes", ["first", "second", "difference", "95 % interval", "first higher in"], rows);
  }
  section(
    "threshold of the tagger",
    ["touched", "whole", "precision", "by letter"],
    (evaluation.curve ?? []).map((point) => [
      String(point.threshold),
      ...[point.any, point.full, point.precision, point.precisionByLetter].map(percent),
    ]),
  );
  const foundCells = ({ name, any, full }: FoundRow): string[] => [
    name === "" ? "(none)" : name,
    count(any.whole),
    percent(any.value),
    ...shareCells(full),
  ];
  const recall = ["identifiers", "touched", "whole", "95 % interval"];
  section("label", recall, evaluation.labels.map(foundCells));
  section("category", recall, evaluation.categories.map(foundCells));
  const styleCells = (row: StyleRow): string[] => [...foundCells(row), count(row.notes), percent(row.sealed.value), percent(row.p.value)];
  if (evaluation.styles.length > 1) section("style", [...recall, "notes", "without leak", "precision"], evaluation.styles.map(styleCells));
  const finderCells = ({ name, p, letters }: FinderRow): string[] => [
    name === "" ? "(none)" : name,
    count(p.whole),
    ...shareCells(p),
    percent(letters.value),
  ];
  const finding = ["found", "right", "95 % interval", "right letters"];
  section("detector", finding, evaluation.detectors.map(finderCells));
  section("kind", finding, evaluation.kinds.map(finderCells));
  section("category of the gold", ["found as"], agreementRows(evaluation), [1]);
  section(
    "left out of the gold",
    ["why", "spans"],
    evaluation.leftOut.map(({ label, why, count: times }) => [label, why, count(times)]),
    [1],
  );
  return lines;
}

/** Every error by its position: notes by their place in the gold, and with what they hold only where the evaluation has it. */
export function errorTable({ errors }: Evaluation, bold: (text: string) => string = (text) => text): string[] {
  if (errors.length === 0) return [];
  const shown = errors.some(({ text }) => text !== undefined);
  const rows = errors.map(({ note, id, start, end, outcome, label, category, detector, strength, text }) => [
    `#${note}`,
    String(start),
    String(end),
    outcome,
    label,
    category ?? "",
    [detector, strength].filter(Boolean).join(", "),
    ...(shown ? [String(id), JSON.stringify(text ?? "")] : []),
  ]);
  return table(
    ["note", "start", "end", "outcome", "label", "category", "found by", ...(shown ? ["id", "text"] : [])],
    rows,
    bold,
    [3, 4, 5, 6, 7, 8],
  );
}

/** One line a category of the gold: `C  C 1,204, R 3`. */
function agreementRows({ agreement }: Evaluation): string[][] {
  const rows = new Map<string, string[]>();
  for (const { gold, found, count: times } of agreement) {
    const row = rows.get(gold) ?? [];
    row.push(`${found === "" ? "(none)" : found} ${count(times)}`);
    rows.set(gold, row);
  }
  return [...rows].map(([gold, row]) => [gold, row.join(", ")]);
}

function shareCells({ value, low, high, interval }: Share): [string, string] {
  return [
    percent(value),
    low === null || high === null ? "" : `${percent(low).replace(" %", "")} – ${percent(high)}${interval === "exact" ? " *" : ""}`,
  ];
}

function differenceCells({ value, low, high, higher }: Difference): [string, string, string] {
  const signed = (share: number | null): string => (share === null ? "-" : `${share > 0 ? "+" : ""}${(share * 100).toFixed(2)}`);
  return [signed(value), low === null ? "" : `${signed(low)} to ${signed(high)}`, value === null ? "" : percent(higher)];
}

/** Two decimals: at 33 identifiers a note the second one counts. All and none stand without, and are never rounded to. */
export function percent(share: number | null): string {
  if (share === null) return "-";
  if (share === 1 || share === 0) return `${share * 100} %`;
  return `${Math.min(99.99, Math.max(0.01, share * 100)).toFixed(2)} %`;
}

export function count(number: number): string {
  return number.toLocaleString("en-US");
}

/** Numbers stand to the right, in all columns but the first and those of `left`. */
function table(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  bold: (text: string) => string,
  left: readonly number[] = [],
): string[] {
  const widths = heading.map((word, i) => Math.max(word.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 || left.includes(i) ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join("  ")
      .trimEnd();
  return [bold(line(heading)), ...rows.map(line)];
}
