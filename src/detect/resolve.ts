import { kindByName } from "../identifiers/kinds/index.ts";
import { compareStrength } from "../identifiers/strength.ts";
import type { Finding } from "./finding.ts";

/**
 * Findings without overlap, in order: overlapping ones become one over the union of their spans, and so do parts of a
 * person's name that only a space parts (`Maria` and `Lopez`), where `text` is given. The strongest names the
 * kind and the detector; between equals the longer does.
 */
export function resolve(findings: readonly Finding[], text?: string): Finding[] {
  if (findings.length === 0) return [];
  const ordered = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Finding[] = [];
  let best = ordered[0]!;
  let start = best.start;
  let end = best.end;
  const close = (): void => {
    if (end > start) out.push(best.start === start && best.end === end ? best : { ...best, start, end });
  };
  for (let i = 1; i < ordered.length; i++) {
    const next = ordered[i]!;
    if (next.start < end || (text !== undefined && isSameThing(best, next, text, end))) {
      if (isStronger(next, best)) best = next;
      end = Math.max(end, next.end);
      continue;
    }
    close();
    best = next;
    start = next.start;
    end = next.end;
  }
  close();
  return out;
}

function isStronger(a: Finding, b: Finding): boolean {
  // A kind that says what something is names it, however surely another detector holds it for some number.
  if ((a.kind === "unique-id") !== (b.kind === "unique-id")) return b.kind === "unique-id";
  const order = compareStrength(a.strength, b.strength);
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
