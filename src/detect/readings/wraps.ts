import type { Edit } from "./edits.ts";

/** `Hen-⏎derson` as one word, `Smith-⏎Reyes` with its hyphen, `(207) 338-⏎4410`, `03/04/⏎2019` and `j.moss@⏎mail.org` on one line. */
export function wrapEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) {
    let start = source[at - 1] === "\r" ? at - 1 : at;
    while (start > 0 && at - start < 5 && isBlank(source, start - 1)) start--;
    if (start === 0 || !"-/@.)".includes(source[start - 1]!)) continue;
    let end = at + 1;
    while (end < source.length && end - at < 40 && isBlank(source, end)) end++;
    const left = source.slice(Math.max(0, start - 40), start);
    const right = source.slice(end, end + 6);
    if (/(?<![A-Za-z])[A-Z][a-z]{1,14}-$/.test(left) && /^[a-z]{3}/.test(right)) edits.push({ start: start - 1, end, text: "" });
    else if (goesOn(left, right)) edits.push({ start, end, text: "" });
  }
  return edits;
}

function goesOn(left: string, right: string): boolean {
  if (/^\d/.test(right) && /\d[-/]$/.test(left)) return true;
  if (/^[A-Z][a-z]/.test(right) && /(?<![A-Za-z])[A-Z][a-z]{1,14}-$/.test(left)) return true;
  if (/^[a-z0-9]/.test(right) && /\w@(?:[\w.-]{0,30}[.-])?$/.test(left)) return true;
  return /^\d{3}[-. ]\d/.test(right) && /\(\d{3}\)$/.test(left);
}

function isBlank(source: string, index: number): boolean {
  return source[index] === " " || source[index] === "\t";
}
