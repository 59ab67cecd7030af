import { addCell, type Cells } from "./cells.ts";
import type { Place, Places } from "./json-paths.ts";

/** Arrays and objects within one another, at most. FHIR and the exports of EHRs stay under 30. */
export const maxDepth = 512;

/** Why a scan stopped. `incomplete`: the text ended first. */
export interface Fault {
  readonly code: "incomplete" | "malformed" | "too-large";
  readonly message: string;
  readonly at: number;
}

interface Open {
  place: Place;
  isArray: boolean;
  serial: number;
  /** The child read last. */
  last: Place | null;
  /** Keys under `*` seen in this object. */
  stars: Set<string> | null;
}

/**
 * A strict RFC 8259 scanner by position: no recursion, no value built. `scan` reads one value from `from` (leading
 * white space allowed), adds its cells, and returns the offset after it, or the fault.
 */
export function createJsonScanner(places: Places): (text: string, from: number, to: number, cells: Cells) => number | Fault {
  const stack: Open[] = [];
  let serial = 0;

  return (text, from, to, cells) => {
    let depth = 0;
    let place = places.root;
    let i = skipSpace(text, from, to);

    for (;;) {
      // A value is due at i, in `place`.
      if (i >= to) return fault("incomplete", "the text ends inside a value", to);
      const unit = text.charCodeAt(i);
      if (unit === 123 || unit === 91) {
        if (depth === maxDepth) return fault("too-large", `nested deeper than ${maxDepth}`, i);
        let open = stack[depth];
        if (!open) {
          open = { place, isArray: false, serial: 0, last: null, stars: null };
          stack.push(open);
        }
        depth++;
        open.place = place;
        open.isArray = unit === 91;
        open.serial = ++serial;
        open.last = null;
        open.stars = null;
        i = skipSpace(text, i + 1, to);
        if (i >= to) return fault("incomplete", "the text ends inside a value", to);
        if (text.charCodeAt(i) === (unit === 91 ? 93 : 125)) {
          i++;
          depth--;
        } else if (unit === 91) {
          place = places.item(place);
          continue;
        } else {
          const after = key(text, i, to, open, cells);
          if (typeof after !== "number") return after;
          i = after;
          place = open.last!;
          continue;
        }
      } else {
        const end =
          unit === 34 ? stringEnd(text, i, to) : unit === 45 || (unit >= 48 && unit <= 57) ? numberEnd(text, i, to) : wordEnd(text, i, to);
        if (typeof end !== "number") return end;
        addCell(cells, place.slot < 0 ? places.slotOf(place) : place.slot, i, end);
        i = end;
      }

      // A value is done: close what closes, up to the next value that is due.
      for (;;) {
        if (depth === 0) return i;
        const open = stack[depth - 1]!;
        i = skipSpace(text, i, to);
        if (i >= to) return fault("incomplete", "the text ends inside a value", to);
        const mark = text.charCodeAt(i);
        if (mark === 44) {
          i = skipSpace(text, i + 1, to);
          if (open.isArray) {
            place = places.item(open.place);
            break;
          }
          const after = key(text, i, to, open, cells);
          if (typeof after !== "number") return after;
          i = after;
          place = open.last!;
          break;
        }
        if (mark !== (open.isArray ? 93 : 125)) return fault("malformed", open.isArray ? "a comma or ] is due" : "a comma or } is due", i);
        i++;
        depth--;
      }
    }
  };

  /** Reads `"key" :` at i and leaves its place in `open.last`; returns the offset of the value. */
  function key(text: string, i: number, to: number, open: Open, cells: Cells): number | Fault {
    if (i >= to) return fault("incomplete", "the text ends inside an object", to);
    if (text.charCodeAt(i) !== 34) return fault("malformed", "an object key in quotes is due", i);
    const previous = open.last;
    const guess = previous === null ? open.place.first : previous.next;
    let child: Place;
    let end: number;
    if (guess !== null && guess.raw !== "" && text.startsWith(guess.raw, i)) {
      child = guess;
      end = i + guess.raw.length;
      if (end > to) return fault("incomplete", "the text ends inside an object", to);
    } else {
      const found = stringEnd(text, i, to);
      if (typeof found !== "number") return found;
      end = found;
      const spelled = text.slice(i + 1, end - 1);
      const name: string = spelled.includes("\\") ? unquoted(text.slice(i, end)) : spelled;
      child = places.child(open.place, name);
      if (child.isStar) {
        open.stars ??= new Set();
        if (open.stars.has(name)) return fault("malformed", "a key stands twice in one object", i);
        open.stars.add(name);
      }
      if (previous === null) open.place.first = child;
      else previous.next = child;
    }
    if (!child.isStar) {
      if (child.seen === open.serial) return fault("malformed", "a key stands twice in one object", i);
      child.seen = open.serial;
    }
    addCell(cells, child.isStar ? places.keySlotOf(open.place) : places.keysSlot, i, end);
    open.last = child;
    i = skipSpace(text, end, to);
    if (i >= to) return fault("incomplete", "the text ends inside an object", to);
    if (text.charCodeAt(i) !== 58) return fault("malformed", "a colon is due after a key", i);
    return skipSpace(text, i + 1, to);
  }
}

export function skipSpace(text: string, i: number, to: number): number {
  while (i < to) {
    const unit = text.charCodeAt(i);
    if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) break;
    i++;
  }
  return i;
}

/** The offset after the string that opens at i. */
function stringEnd(text: string, i: number, to: number): number | Fault {
  for (i++; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) return i + 1;
    if (unit < 32) return fault("malformed", "a control character inside a string", i);
    if (unit !== 92) continue;
    i++;
    if (i >= to) break;
    const letter = text.charCodeAt(i);
    if (letter === 117) {
      for (let n = 1; n <= 4; n++) {
        if (i + n >= to) return fault("incomplete", "the text ends inside a string", to);
        if (!isHex(text.charCodeAt(i + n))) return fault("malformed", "an escape that JSON does not have", i);
      }
      i += 4;
    } else if (!isEscape(letter)) return fault("malformed", "an escape that JSON does not have", i);
  }
  return fault("incomplete", "the text ends inside a string", to);
}

/** `"` `\` `/` b f n r t */
function isEscape(unit: number): boolean {
  return unit === 34 || unit === 92 || unit === 47 || unit === 98 || unit === 102 || unit === 110 || unit === 114 || unit === 116;
}

function isHex(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 102);
}

function numberEnd(text: string, from: number, to: number): number | Fault {
  let i = from;
  if (text.charCodeAt(i) === 45) i++;
  const whole = digitsEnd(text, i, to);
  if (whole === i || (whole > i + 1 && text.charCodeAt(i) === 48)) return badNumber(whole, to);
  i = whole;
  if (i < to && text.charCodeAt(i) === 46) {
    const fraction = digitsEnd(text, i + 1, to);
    if (fraction === i + 1) return badNumber(fraction, to);
    i = fraction;
  }
  if (i < to && (text.charCodeAt(i) | 32) === 101) {
    i++;
    if (i < to && (text.charCodeAt(i) === 43 || text.charCodeAt(i) === 45)) i++;
    const exponent = digitsEnd(text, i, to);
    if (exponent === i) return badNumber(exponent, to);
    i = exponent;
  }
  return i;
}

function badNumber(at: number, to: number): Fault {
  return at >= to ? fault("incomplete", "the text ends inside a number", to) : fault("malformed", "a number that JSON does not allow", at);
}

function digitsEnd(text: string, i: number, to: number): number {
  while (i < to) {
    const unit = text.charCodeAt(i);
    if (unit < 48 || unit > 57) break;
    i++;
  }
  return i;
}

function wordEnd(text: string, i: number, to: number): number | Fault {
  for (const word of ["null", "true", "false"]) {
    if (text.startsWith(word, i)) return i + word.length <= to ? i + word.length : fault("incomplete", "the text ends inside a value", to);
    if (to - i < word.length && word.startsWith(text.slice(i, to))) return fault("incomplete", "the text ends inside a value", to);
  }
  return fault("malformed", "a value is due", i);
}

/** A string token that the scanner has passed. */
function unquoted(raw: string): string {
  const value: unknown = JSON.parse(raw);
  return typeof value === "string" ? value : "";
}

function fault(code: Fault["code"], message: string, at: number): Fault {
  return { code, message, at };
}
