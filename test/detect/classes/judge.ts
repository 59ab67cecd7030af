export interface Part {
  readonly start: number;
  readonly end: number;
  /** Whether the part must be found, must stay, or may do either. */
  readonly want: "found" | "kept" | "either";
}

const mark = /\[(NAME|PLACE|DATE|AGE|PHONE|EMAIL|ID|\?):([^\]]{1,300})\]/g;

/** A marked text without its marks, and its parts in order. */
export function readMarks(marks: string): { readonly text: string; readonly parts: readonly Part[] } {
  const parts: Part[] = [];
  let text = "";
  let done = 0;
  const add = (piece: string, want: Part["want"]): void => {
    if (piece !== "") parts.push({ start: text.length, end: text.length + piece.length, want });
    text += piece;
  };
  for (const match of marks.matchAll(mark)) {
    add(marks.slice(done, match.index), "kept");
    add(match[2]!, match[1] === "?" ? "either" : "found");
    done = match.index + match[0].length;
  }
  add(marks.slice(done), "kept");
  return { text, parts };
}

/**
 * `leaves` each marked part of which a letter or digit is not found; `takes` each run of words that should have stayed.
 * Punctuation and spaces count for neither.
 */
export function failuresOf(
  parts: readonly Part[],
  text: string,
  found: readonly { readonly start: number; readonly end: number }[],
): string[] {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of found) covered.fill(1, start, end);
  const failures: string[] = [];
  for (const { start, end, want } of parts) {
    if (want === "either") continue;
    const wrong = want === "found" ? 0 : 1;
    let first = -1;
    let last = -1;
    const close = (): void => {
      if (first >= 0) failures.push(want === "found" ? `leaves ${text.slice(start, end)}` : `takes ${text.slice(first, last + 1)}`);
      first = -1;
    };
    for (let i = start; i < end; i++) {
      if (!/[\p{L}\p{N}]/u.test(text[i]!)) continue;
      if (covered[i] === wrong) {
        if (first < 0) first = i;
        last = i;
      } else if (want === "kept") close();
    }
    close();
  }
  return failures;
}
