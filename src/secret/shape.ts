/** The character class of each place of a code: `d` digit, `u` upper case, `l` lower case. */
export interface Shape {
  readonly classes: string;
  /** How many texts have this shape. */
  readonly size: bigint;
}

/** NIST SP 800-38G Rev. 1, 5.2: a smaller domain can be searched whole. */
const smallest = 1_000_000n;

/** Null for a text with anything but ASCII letters and digits in it, longer than 64, or of a shape with under 10^6 members. */
export function shapeOf(core: string): Shape | null {
  if (core.length > 64) return null;
  let classes = "";
  let size = 1n;
  for (let i = 0; i < core.length; i++) {
    const unit = core.charCodeAt(i);
    const sort = unit >= 48 && unit <= 57 ? "d" : unit >= 65 && unit <= 90 ? "u" : unit >= 97 && unit <= 122 ? "l" : null;
    if (!sort) return null;
    classes += sort;
    size *= radix(sort);
  }
  return size < smallest ? null : { classes, size };
}

/**
 * A permutation of all texts of one shape, so that two values never share a code: ten Feistel rounds with modular addition
 * on the two halves, as in FF1 (NIST SP 800-38G). `round` is a pseudorandom function of 256 bits.
 */
export function permute(core: string, shape: Shape, round: (number: number, half: string) => bigint): string {
  const middle = core.length >> 1;
  const sizes = [sizeOf(shape.classes.slice(0, middle)), sizeOf(shape.classes.slice(middle))] as const;
  let left = rank(core.slice(0, middle));
  let right = rank(core.slice(middle));
  for (let i = 0; i < 10; i += 2) {
    left = (left + round(i, right.toString(36))) % sizes[0];
    right = (right + round(i + 1, left.toString(36))) % sizes[1];
  }
  return unrank(left, shape.classes.slice(0, middle)) + unrank(right, shape.classes.slice(middle));
}

/** A text of the shape from random words; `draw(i)` gives 32 bits. The bias is under 26 in 2^32. */
export function drawShaped(shape: Shape, draw: (index: number) => number): string {
  let text = "";
  for (let i = 0; i < shape.classes.length; i++) {
    const sort = shape.classes[i]!;
    text += String.fromCharCode(first(sort) + (draw(i) % Number(radix(sort))));
  }
  return text;
}

function rank(text: string): bigint {
  let number = 0n;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const sort = unit <= 57 ? "d" : unit <= 90 ? "u" : "l";
    number = number * radix(sort) + BigInt(unit - first(sort));
  }
  return number;
}

function unrank(number: bigint, classes: string): string {
  let text = "";
  let rest = number;
  for (let i = classes.length - 1; i >= 0; i--) {
    const sort = classes[i]!;
    text = String.fromCharCode(first(sort) + Number(rest % radix(sort))) + text;
    rest /= radix(sort);
  }
  return text;
}

function sizeOf(classes: string): bigint {
  let size = 1n;
  for (const sort of classes) size *= radix(sort);
  return size;
}

function radix(sort: string): bigint {
  return sort === "d" ? 10n : 26n;
}

function first(sort: string): number {
  return sort === "d" ? 48 : sort === "u" ? 65 : 97;
}
