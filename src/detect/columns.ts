import { type KindName, kindByName } from "../identifiers/kinds/index.ts";
import { kindsForLabel } from "../identifiers/labels.ts";
import type { Detector, Finding } from "./finding.ts";

/** Tables that stand in prose: a line of headings parted by wide gaps, tabs or strokes, and the lines below it. */
export function createColumns(): Detector {
  return { name: "columns", detect: (readings) => readings.map(({ text }) => findColumns(text)) };
}

interface Cell {
  readonly start: number;
  readonly end: number;
}

const mostRows = 200;

export function findColumns(text: string): Finding[] {
  if (!text.includes("\n") || !/ {2}|\t|\|/.test(text)) return [];
  const out: Finding[] = [];
  let kinds: readonly (KindName | undefined)[] = [];
  let heads: readonly Cell[] = [];
  let rows = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const stop = next < 0 ? text.length : next;
    const cells = stop - start < 400 ? cellsOf(text, start, stop) : [];
    const headings = cells.length > 2 ? headingsOf(text, cells) : [];
    if (headings.length > 0) {
      kinds = headings;
      heads = cells;
      rows = 0;
    } else if (heads.length > 0 && cells.length === heads.length && rows++ < mostRows) {
      cells.forEach(({ start: from, end }, i) => {
        const kind = kinds[i];
        if (kind === undefined) return;
        const value = text.slice(from, end);
        const { category, accepts } = kindByName(kind);
        if (!/[A-Za-z0-9]{2}/.test(value) || (accepts && !accepts(value))) return;
        // Ages and dates have forms of their own, which say whether they are to go.
        if (category === "C") return;
        if (category === "A" && !/^\p{Lu}[\p{L}'. ,-]{1,40}$/u.test(value)) return;
        out.push({ start: from, end, kind, strength: "labelled", detector: "columns" });
      });
    } else if (cells.length !== heads.length) heads = [];
    start = stop + 1;
  }
  return out;
}

/** Cells parted by `|`, a tab, or two spaces and more. */
function cellsOf(text: string, start: number, stop: number): Cell[] {
  const cells: Cell[] = [];
  const line = text.slice(start, stop);
  for (const match of line.matchAll(/[^\s|](?:[^\s|]|[ ](?=[^\s|])){0,120}/g)) {
    cells.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return cells;
}

/** What the headings announce; empty unless two thirds of them hold no digit and one announces an identifier. */
function headingsOf(text: string, cells: readonly Cell[]): (KindName | undefined)[] {
  let some = false;
  // Most lines are none: a look at each cell before any is asked for its kinds.
  for (const { start, end } of cells) {
    if (end - start > 30) return [];
    for (let i = start; i < end; i++) if (text.charCodeAt(i) <= 58 && text.charCodeAt(i) >= 48) return [];
  }
  const kinds = cells.map(({ start, end }) => {
    const label = text.slice(start, end);
    const exact = kindsForLabel(label)[0];
    const person =
      /^(?:pt|patient|caller|resident|client|nurse|rn|np|pa|md|provider|contact|mother|guardian|name|who|staff|author|initials|(?:seen|signed|given|done|performed|recorded|entered|ordered|verified|witnessed|taken|administered) by)s?$/i.test(
        label,
      )
        ? "name"
        : undefined;
    const kind = person ?? (exact?.exact ? exact.kind : undefined);
    if (kind !== undefined) some = true;
    return kind;
  });
  return some ? kinds : [];
}
