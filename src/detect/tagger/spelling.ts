/**
 * A word or number as the tagger reads it. Digits lose their values, so that no weight can hang on a reserved range:
 * what is left is whether a number can be a month, a day or a year, and how long it is.
 */
export interface Spelling {
  /** Lower case; digits as `0`. */
  readonly lower: string;
  /** Runs of `A`, `a` and `0`; no more than four of one sort in a row, digits up to eleven. */
  readonly pattern: string;
}

export function spellingOf(text: string, hasDigits: boolean): Spelling {
  if (!hasDigits) return { lower: text.toLowerCase(), pattern: patternOf(text) };
  return { lower: /^\d{1,400}$/.test(text) ? numeral(text) : text.toLowerCase().replace(/\d{1,12}/g, "0"), pattern: patternOf(text) };
}

/** `#m` for 1 to 12, `#d` to 31, `#n` for other numbers of two digits, `#y` for years, else the count of digits. */
function numeral(text: string): string {
  if (text.length <= 2) {
    const value = Number(text);
    return (text.length === 2 && text[0] === "0" ? "0" : "") + (value === 0 ? "#n" : value <= 12 ? "#m" : value <= 31 ? "#d" : "#n");
  }
  if (text.length === 4 && /^(?:19|20)/.test(text)) return "#y";
  return `#${Math.min(text.length, 12)}`;
}

function patternOf(text: string): string {
  let out = "";
  let run = 0;
  let last = "";
  for (const char of text.slice(0, 24)) {
    const code = char.charCodeAt(0);
    const next = code >= 48 && code <= 57 ? "0" : char === "'" ? "'" : char.toLowerCase() === char ? "a" : "A";
    run = next === last ? run + 1 : 1;
    last = next;
    if (run <= (next === "0" ? 11 : 4)) out += next;
  }
  return out;
}
