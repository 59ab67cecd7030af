/** Offsets of one text in code points, as Python counts, and in UTF-16 units, as we do. */
export interface Points {
  /** How many code points the text has. */
  readonly length: number;
  /** The unit at which a code point begins; undefined outside the text. */
  toUnit(point: number): number | undefined;
  /** The code point that a unit belongs to. */
  toPoint(unit: number): number;
}

export function pointsOf(text: string): Points {
  const starts = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? startsOf(text) : undefined;
  if (!starts) {
    return {
      length: text.length,
      toUnit: (point) => (Number.isInteger(point) && point >= 0 && point <= text.length ? point : undefined),
      toPoint: (unit) => unit,
    };
  }
  return {
    length: starts.length - 1,
    toUnit: (point) => starts[point],
    toPoint(unit) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= unit) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** The unit at which each code point begins, and the end of the text. */
function startsOf(text: string): Uint32Array {
  const starts = new Uint32Array(text.length + 1);
  let points = 0;
  for (let unit = 0; unit < text.length; unit += text.codePointAt(unit)! > 0xffff ? 2 : 1) starts[points++] = unit;
  starts[points] = text.length;
  return starts.subarray(0, points + 1);
}
