import type { NoteSpan } from "../note.ts";
import type { Mark, Outcome } from "../score.ts";
import { escaped } from "./escaped.ts";

/** A note of the page. The text is there only where values may be shown. */
export interface PageNote {
  /** Place in the gold, from 1. */
  readonly place: number;
  readonly id: string | number;
  readonly style: string;
  readonly text: string | undefined;
  readonly marks: readonly Mark[];
  /** What was found, for the covered part of marks. */
  readonly found: readonly NoteSpan[];
}

/** A section: the marked text, or a table of positions. */
export function noteSection(note: PageNote): string {
  const { place, id, style, text, marks } = note;
  const count = (outcome: Outcome): number => marks.filter((mark) => mark.outcome === outcome).length;
  const counts = (["missed", "partial", "over-scrubbed", "hit"] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${count(outcome)} ${outcome}`)
    .join(", ");
  const heading = `<header><h2>#${place}</h2><span>${escaped(String(id))}</span><span class="soft">${escaped(style)}</span><span class="soft">${counts || "nothing marked, nothing found"}</span></header>`;
  const body = text === undefined ? positions(note) : `<pre>${markedText(text, note)}</pre>`;
  return `<section id="n${place}" data-style="${escaped(style)}">${heading}${body}</section>\n`;
}

function attributes({ outcome, label, found }: Mark): string {
  return `data-outcome="${outcome}" data-label="${escaped(label)}" data-detector="${escaped(found?.detector ?? "")}"`;
}

function saidOf({ outcome, label, category, found }: Mark): string {
  const by = found
    ? `found as ${[found.kind ?? found.label, found.strength, found.detector && `by ${found.detector}`].filter(Boolean).join(", ")}`
    : "";
  const scored = found?.score === undefined ? "" : `score ${found.score.toFixed(3)}`;
  return [outcome, `${label}${category && category !== label ? ` (${category})` : ""}`, by, scored]
    .filter((part) => part !== "")
    .join("; ");
}

function positions({ marks }: PageNote): string {
  const rows = marks.map((mark) => {
    const { start, end, outcome, label, category, found } = mark;
    return `<tr ${attributes(mark)}><td class="n">${start}</td><td class="n">${end}</td><td><span class="key-${outcome}">${outcome}</span></td><td>${escaped(label)}</td><td>${category ?? ""}</td><td>${escaped([found?.kind, found?.strength, found?.detector].filter(Boolean).join(", "))}</td></tr>`;
  });
  if (rows.length === 0) return "";
  return `<div class="wide"><table><thead><tr><th class="n">start</th><th class="n">end</th><th>outcome</th><th>label</th><th>category</th><th>found as</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

/** The text with each mark in its place. A mark that begins inside another is not drawn a second time. */
function markedText(text: string, { marks, found }: PageNote): string {
  const bare = uncovered(found);
  const out: string[] = [];
  let at = 0;
  for (const mark of marks) {
    const { start, end, outcome, label } = mark;
    if (start < at) continue;
    const inner = outcome === "partial" ? withBare(text, start, end, bare) : escaped(text.slice(start, end));
    const tag = outcome === "left-out" ? "" : `<span class="tag">${escaped(label)}</span>`;
    out.push(escaped(text.slice(at, start)));
    out.push(`<mark class="${outcome}" ${attributes(mark)} title="${escaped(saidOf(mark))}">${inner}${tag}</mark>`);
    at = end;
  }
  out.push(escaped(text.slice(at)));
  return out.join("");
}

/** Of a span that was found in part, what was not. */
function withBare(text: string, start: number, end: number, isBare: (unit: number) => boolean): string {
  let out = "";
  for (let from = start; from < end; ) {
    let to = from + 1;
    while (to < end && isBare(to) === isBare(from)) to++;
    const piece = escaped(text.slice(from, to));
    out += isBare(from) && /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? `<span class="bare">${piece}</span>` : piece;
    from = to;
  }
  return out;
}

function uncovered(found: readonly NoteSpan[]): (unit: number) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return (unit) => {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (merged[middle]!.end <= unit) low = middle + 1;
      else high = middle;
    }
    return low === merged.length || merged[low]!.start > unit;
  };
}
