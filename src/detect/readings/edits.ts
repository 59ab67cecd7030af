/** `[start, end)` of a text reads as `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text as it reads after edits, and the way back. */
export interface Layer {
  readonly text: string;
  /** The smallest span of the text before the edits that covers `[start, end)` of the text behind them. */
  toSource(start: number, end: number): readonly [number, number];
}

/** Applies edits, which are in order and do not overlap. */
export function layerOf(source: string, edits: readonly Edit[]): Layer {
  const at = new Int32Array(edits.length);
  let text = "";
  let done = 0;
  for (let i = 0; i < edits.length; i++) {
    const edit = edits[i]!;
    text += source.slice(done, edit.start);
    at[i] = text.length;
    text += edit.text;
    done = edit.end;
  }
  text += source.slice(done);

  /** The last edit that begins at or before `position` of the new text; -1 for none. */
  const before = (position: number): number => {
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at[middle]! <= position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const startOf = (position: number): number => {
    const index = before(position);
    if (index < 0) return position;
    const edit = edits[index]!;
    const inside = position - at[index]!;
    return inside < edit.text.length ? edit.start : edit.end + inside - edit.text.length;
  };
  const endOf = (last: number): number => {
    const index = before(last);
    if (index < 0) return last + 1;
    const edit = edits[index]!;
    const inside = last - at[index]!;
    return inside < edit.text.length ? edit.end : edit.end + inside - edit.text.length + 1;
  };
  return {
    text,
    toSource(start, end) {
      const from = startOf(start);
      return [from, end > start ? endOf(end - 1) : from];
    },
  };
}

/** One edit a match; null leaves the match as it is. */
export function editsBy(source: string, pattern: RegExp, reads: (match: RegExpExecArray) => string | null): Edit[] {
  const edits: Edit[] = [];
  for (const match of source.matchAll(pattern)) {
    const text = reads(match);
    if (text !== null) edits.push({ start: match.index, end: match.index + match[0].length, text });
  }
  return edits;
}
