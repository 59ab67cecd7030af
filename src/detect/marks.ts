import { tokenSpans } from "../secret/token.ts";

/** What is already removed or replaced and must be left: `[NAME]`, `[**Name 3**]`, `XXXX`, `____`, and tokens of this program. */
const removed =
  /\[\*\*[^\]\n]{0,80}\*\*\]|\[[A-Z][A-Z0-9 _-]{1,30}\]|<[A-Z][A-Z_]{2,24}>|(?<![A-Za-z-])[Xx]{3,40}(?![A-Za-z0-9]|-[xX\d])|_{2,200}/g;

/** Spans `[start, end)` in order in which nothing may be found. */
export function settledSpans(text: string): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = text.includes("_") ? tokenSpans(text) : [];
  const some = text.includes("[") || text.includes("__") || text.includes("XXX") || text.includes("xxx") || text.includes("<");
  if (some) for (const match of text.matchAll(removed)) spans.push([match.index, match.index + match[0].length]);
  return spans.sort((a, b) => a[0] - b[0]);
}
