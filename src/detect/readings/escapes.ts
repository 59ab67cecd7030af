import { type Edit, editsBy } from "./edits.ts";

/**
 * Characters that programs write with a backslash, as in JSON pasted into a note: a letter by its number, and breaks of
 * lines and tabs where a word, a number or a mark begins behind them. HL7's `\.br\` too (v2.5.1, 2.7.6).
 */
export function escapeEdits(source: string): Edit[] {
  return editsBy(
    source,
    /\\u00[0-9a-fA-F]{2}|\\u20[0-9a-fA-F]{2}|\\x[0-9a-fA-F]{2}|\\\.br\\|(?:\\r)?\\n(?![a-z])|\\t(?![a-z])|\\\//g,
    ([found]) => {
      if (/^\\[ux]/.test(found)) return String.fromCharCode(Number.parseInt(found.slice(2), 16));
      return found === "\\t" ? "\t" : found === "\\/" ? "/" : "\n";
    },
  );
}
