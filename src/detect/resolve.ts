import { kindByName } from "../identifiers/kinds/index.ts";
import { compareStrength } from "../identifiers/strength.ts";
import type { Finding } from "./finding.ts";

/**
 * Findings without overlap, in order: overlapping ones become one over the union of their spans, and so do parts of a
 * person's name that only a space parts (`Maria` and `Lopez`), where `text` is given. The strongest names the
 * kind and the detector; between equals what no shipped policy keeps does, then the longer. A date or a town takes in nothing of
 * another sort: where it is kept, `2/17/25` before `Dunwhistle Clinic` must not keep the clinic.
 */
export function resolve(findings: readonly Finding[], text?: string): Finding[] {
  if (findings.length === 0) return [];
  const ordered = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Finding[] = [];
  let best = ordered[0]!;
  let start = best.start;
  let end = best.end;
  let first = 0;
  const close = (behind: number): void => {
    if (end <= start) return;
    if (best.start === start && best.end === end) out.push(best);
    else {
      const rest = mayStay(best) ? besides(best, ordered.slice(first, behind), text) : [];
      if (rest.length === 0) out.push({ ...best, start, end });
      else out.push(...[...resolve(rest, text), best].sort((a, b) => a.start - b.start));
    }
  };
  for (let i = 1; i < ordered.length; i++) {
    const next = ordered[i]!;
    if (next.start < end || (text !== undefined && isSameThing(best, next, text, end))) {
      if (isStronger(next, best)) best = next;
      end = Math.max(end, next.end);
      continue;
    }
    close(i);
    first = i;
    best = next;
    start = next.start;
    end = next.end;
  }
  close(ordered.length);
  return out;
}

/** Kinds that a limited data set leaves, 164.514(e)(2), and with them what is named by them. */
function mayStay({ kind }: Finding): boolean {
  return kindByName(kind).category === "C" || kind === "city" || kind === "county" || kind === "zip";
}

/** A town and a person of one name: nothing says which, and the grammar's town stands first. */
function isTownsman(a: Finding, b: Finding): boolean {
  const [one, other] = [kindByName(a.kind).category, kindByName(b.kind).category];
  return (one === "A" && other === "B") || (one === "B" && other === "A");
}

/** What is left on both sides of `best` of findings of other sorts; none where no more is left than the end of a word. */
function besides(best: Finding, group: readonly Finding[], text: string | undefined): Finding[] {
  const rest = group.flatMap((finding) => {
    const before = clipped(finding, finding.start, Math.min(finding.end, best.start), text);
    const behind = clipped(finding, Math.max(finding.start, best.end), finding.end, text);
    return [...before, ...behind];
  });
  return rest.some((finding) => !mayStay(finding) && finding.end - finding.start > 3) ? rest : [];
}

/** The part of a finding from `start` to `end` without spaces and marks around it; none where no letter or digit is left. */
function clipped(finding: Finding, start: number, end: number, text = ""): Finding[] {
  const isOutside = (at: number): boolean => at < text.length && !/[\p{L}\p{N}]/u.test(text[at]!);
  let [from, to] = [start, end];
  while (from < to && isOutside(from)) from++;
  while (to > from && isOutside(to - 1)) to--;
  return from < to ? [{ ...finding, start: from, end: to }] : [];
}

function isStronger(a: Finding, b: Finding): boolean {
  // A kind that says what something is names it, however surely another detector holds it for some number.
  if ((a.kind === "unique-id") !== (b.kind === "unique-id")) return b.kind === "unique-id";
  const order = compareStrength(a.strength, b.strength);
  if (order === 0 && mayStay(a) !== mayStay(b) && !isTownsman(a, b)) return mayStay(b);
  return order < 0 || (order === 0 && a.end - a.start > b.end - b.start);
}

/** Two parts of a person's name, with a space, the point of an initial or a letter alone between. */
function isSameThing(a: Finding, b: Finding, text: string, end: number): boolean {
  if (b.start - end > 3 || b.start === end || kindByName(a.kind).category !== "A" || kindByName(b.kind).category !== "A") return false;
  // lorraine m pickett
  if (b.start - end === 3 && text.charCodeAt(end) === 32 && text.charCodeAt(end + 2) === 32 && /[A-Za-z]/.test(text[end + 1]!)) return true;
  if (b.start - end > 2) return false;
  for (let i = end; i < b.start; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && (code !== 46 || text.charCodeAt(i - 2) > 64)) return false;
  }
  return true;
}
