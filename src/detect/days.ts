import type { Finding } from "./finding.ts";
import type { Sentence } from "./people.ts";
import { gap, shape, type Tokens } from "./tokens.ts";

/**
 * Days without a year that others beside them tell: the rest of a row of which two cells are dates (`3/4  3/5  3/6`), cells of
 * a piped table, and days in six digits at the beginnings of lines (`090319 PPD 0 mm`) and with their year elsewhere.
 */
export function findDays(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  const { tokens } = sentence;
  const dated = new Uint8Array(tokens.count);
  let at = 0;
  let some = 0;
  for (const { start, kind } of [...findings].sort((a, b) => a.start - b.start)) {
    if (kind !== "date") continue;
    while (at < tokens.count && tokens.start[at]! < start) at++;
    if (at < tokens.count && tokens.start[at] === start) {
      dated[at] = 1;
      some++;
    }
  }
  const out: Finding[] = [];
  if (some > 0) inRows(tokens, dated, out);
  inSixDigits(tokens, out);
  return out;
}

/** Cells of a row: two numbers and a stroke or a point between wide gaps or pipes. */
function inRows(tokens: Tokens, dated: Uint8Array, out: Finding[]): void {
  for (let i = 0; i < tokens.count; i++) {
    if (!isCell(tokens, i)) continue;
    const row: number[] = [i];
    let last = i;
    for (let next = i + 3; next < tokens.count && tokens.gap[next]! < gap.line; next++)
      if (isCell(tokens, next)) {
        row.push(next);
        last = next;
      } else if (tokens.gap[next] !== gap.none && next > last + 3) break;
    i = last + 2;
    if (row.length < 3 || !goesOn(tokens, row)) continue;
    let known = 0;
    for (const cell of row) known += dated[cell]!;
    if (known > 0) for (const cell of row) if (!dated[cell]) put(tokens, out, cell, cell + 3);
  }
}

function isCell(tokens: Tokens, i: number): boolean {
  if (tokens.shape[i] !== shape.number || tokens.shape[i + 2] !== shape.number || i + 2 >= tokens.count) return false;
  if (tokens.gap[i + 1] !== gap.none || tokens.gap[i + 2] !== gap.none || !/^[/.]$/.test(tokens.at(i + 1))) return false;
  if (i > 0 && tokens.gap[i]! < gap.wide) return false;
  if (i + 3 < tokens.count && tokens.gap[i + 3]! < gap.wide) return false;
  return /^\d{1,2}$/.test(tokens.lower(i)) && /^\d{1,2}$/.test(tokens.lower(i + 2));
}

/** Whether the cells follow one another in time, by month and day or by day and month. */
function goesOn(tokens: Tokens, row: readonly number[]): boolean {
  const rises = (month: 0 | 2): boolean => {
    let before = 0;
    for (const cell of row) {
      const [m, d] = [Number(tokens.lower(cell + month)), Number(tokens.lower(cell + 2 - month))];
      if (m < 1 || m > 12 || d < 1 || d > 31) return false;
      const day = m * 31 + d;
      if (day <= before || (before > 0 && day > before + 62)) return false;
      before = day;
    }
    return true;
  };
  return rises(0) || rises(2);
}

/** Month, day and year in six digits, three of them at the beginnings of lines with one year. */
function inSixDigits(tokens: Tokens, out: Finding[]): void {
  const years = new Map<string, number>();
  const all: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.shape[i] !== shape.number || tokens.end[i]! - tokens.start[i]! !== 6) continue;
    const value = tokens.lower(i);
    if (!/^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d\d$/.test(value)) continue;
    if (i > 0 && tokens.gap[i] === gap.none) continue;
    if (i + 1 < tokens.count && tokens.gap[i + 1] === gap.none && !/^[,.:;)]$/.test(tokens.at(i + 1))) continue;
    all.push(i);
    const year = value.slice(4);
    if (i === 0 || tokens.gap[i]! >= gap.line) years.set(year, (years.get(year) ?? 0) + 1);
  }
  for (const i of all) if ((years.get(tokens.lower(i).slice(4)) ?? 0) >= 3) put(tokens, out, i, i + 1);
}

function put(tokens: Tokens, out: Finding[], first: number, end: number): void {
  out.push({ start: tokens.start[first]!, end: tokens.end[end - 1]!, kind: "date", strength: "contextual", detector: "known" });
}
