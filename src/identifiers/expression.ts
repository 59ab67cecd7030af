import { everything, inAnyCase, isWord, only, setOf, setWhere, type UnitSet, unitsOf } from "./unit-sets.ts";

/** An expression, as far as its first units ask for. `least`: the fewest units that it matches. */
export type Node = { readonly least: number } & (
  | { readonly is: "units"; readonly units: UnitSet }
  | { readonly is: "row" | "choice"; readonly nodes: readonly Node[] }
  | { readonly is: "repeat"; readonly node: Node; readonly min: number; readonly max: number }
  | { readonly is: "before"; readonly units: UnitSet }
  | { readonly is: "edge" }
);

/** Reads the beginnings of an expression. What stands behind `enough` units is left out, and assertions further in count as nothing. */
export function parse(pattern: RegExp, enough: number): Node {
  return new Parser(pattern, enough).choice();
}

const nothing: Node = { is: "row", nodes: [], least: 0 };

class Parser {
  readonly #source: string;
  readonly #anyCase: boolean;
  readonly #unicode: boolean;
  readonly #lines: boolean;
  #enough: number;
  #at = 0;

  constructor({ source, flags }: RegExp, enough: number) {
    this.#source = source;
    this.#anyCase = flags.includes("i");
    this.#unicode = flags.includes("u");
    this.#lines = flags.includes("m");
    this.#enough = enough;
  }

  choice(): Node {
    const nodes = [this.#row()];
    while (this.#source[this.#at] === "|") {
      this.#at++;
      nodes.push(this.#row());
    }
    if (nodes.length === 1) return nodes[0]!;
    return { is: "choice", nodes, least: nodes.reduce((least, node) => Math.min(least, node.least), this.#enough) };
  }

  #row(): Node {
    const nodes: Node[] = [];
    let least = 0;
    while (this.#at < this.#source.length && this.#source[this.#at] !== "|" && this.#source[this.#at] !== ")") {
      if (least >= this.#enough) {
        this.#skip(false);
        break;
      }
      const node = this.#repeated(this.#one());
      least += node.least;
      nodes.push(node);
    }
    return nodes.length === 1 ? nodes[0]! : { is: "row", nodes, least };
  }

  /** To the end of the group that is open; without `whole` no further than its next choice. */
  #skip(whole: boolean): void {
    const source = this.#source;
    for (let open = 0; this.#at < source.length; this.#at++) {
      const char = source[this.#at];
      if (char === "\\") this.#at++;
      else if (char === "[") while (source[this.#at] !== "]") this.#at += source[this.#at] === "\\" ? 2 : 1;
      else if (char === "(") open++;
      else if (open === 0 && (char === ")" || (char === "|" && !whole))) return;
      else if (char === ")") open--;
    }
  }

  #repeated(node: Node): Node {
    const source = this.#source;
    const sign = source[this.#at];
    let min = sign === "+" ? 1 : 0;
    let max = sign === "?" ? 1 : Number.POSITIVE_INFINITY;
    if (sign === "{") {
      const match = /^\{(\d{1,5})(,?)(\d{0,5})\}/.exec(source.slice(this.#at, this.#at + 16));
      if (!match) return node;
      this.#at += match[0].length;
      min = Number(match[1]);
      if (match[2] === "") max = min;
      else if (match[3] !== "") max = Number(match[3]);
    } else if (sign === "*" || sign === "+" || sign === "?") this.#at++;
    else return node;
    if (source[this.#at] === "?") this.#at++;
    return { is: "repeat", node, min, max, least: min === 0 ? 0 : min * node.least };
  }

  #one(): Node {
    const char = this.#source[this.#at]!;
    if (char === "(") return this.#group();
    if (char === "[") return oneOf(this.#class());
    if (char === "\\") {
      const next = this.#source[this.#at + 1]!;
      if (next === "b") {
        this.#at += 2;
        return { is: "edge", least: 0 };
      }
      if (next === "B") {
        this.#at += 2;
        return nothing;
      }
      // A group again: anything, and of any length.
      if (next === "k" || (next >= "1" && next <= "9")) {
        this.#at = next === "k" ? this.#source.indexOf(">", this.#at) + 1 : this.#at + 2;
        return { is: "repeat", node: oneOf(everything), min: 0, max: Number.POSITIVE_INFINITY, least: 0 };
      }
      return oneOf(this.#cased(this.#escape()));
    }
    this.#at++;
    if (char === "^") return { is: "before", units: this.#lines ? lineStarts : textStart, least: 0 };
    if (char === "$") return nothing;
    if (char === ".") return oneOf(inLine);
    return oneOf(this.#cased(only(char.charCodeAt(0))));
  }

  #group(): Node {
    const open = /^\((?:\?(?:[:=!]|<[=!]|<\w{1,40}>))?/.exec(this.#source.slice(this.#at, this.#at + 48))![0];
    this.#at += open.length;
    if (open === "(?=" || open === "(?!") {
      this.#skip(true);
      this.#at++;
      return nothing;
    }
    const enough = this.#enough;
    // Of what must stand before, the last unit counts, so that all of it is read.
    const before = open === "(?<!" || open === "(?<=";
    if (before) this.#enough = Number.POSITIVE_INFINITY;
    const inner = this.choice();
    this.#enough = enough;
    this.#at++;
    if (!before) return inner;
    return { is: "before", units: open === "(?<!" ? withoutLast(inner) : (lastOf(inner) ?? everything), least: 0 };
  }

  #class(): UnitSet {
    this.#at++;
    const negated = this.#source[this.#at] === "^";
    if (negated) this.#at++;
    const units = new Uint8Array(128);
    while (this.#source[this.#at] !== "]") {
      const from = this.#member();
      if (this.#source[this.#at] === "-" && this.#source[this.#at + 1] !== "]" && from.code !== undefined) {
        this.#at++;
        const to = this.#member().code!;
        for (let code = from.code; code <= Math.min(to, 126); code++) units[code] = 1;
        if (to > 126) units[127] = 1;
      } else {
        const more = unitsOf(from.units);
        for (let code = 0; code < 128; code++) units[code]! |= more[code]!;
      }
    }
    this.#at++;
    const set = this.#cased(setOf(units));
    if (!negated) return set;
    const held = unitsOf(set);
    return setWhere((code) => held[code] === 0, true);
  }

  #member(): { readonly code?: number; readonly units: UnitSet } {
    if (this.#source[this.#at] === "\\") {
      const before = this.#at;
      const units = this.#escape();
      const kind = this.#source[before + 1]!;
      if (/[dDwWsSpP]/.test(kind)) return { units };
      const code = codeOf(this.#source.slice(before, this.#at));
      return { code, units };
    }
    const code = this.#source.codePointAt(this.#at)!;
    this.#at += code > 0xffff ? 2 : 1;
    return { code, units: only(code) };
  }

  /** What an escape with a unit or a class of units stands for. */
  #escape(): UnitSet {
    switch (this.#source[this.#at + 1]) {
      case "d":
        this.#at += 2;
        return digits;
      case "D":
        this.#at += 2;
        return noDigits;
      case "w":
        this.#at += 2;
        // With `iu` it holds ſ and the sign of Kelvin too.
        return this.#unicode && this.#anyCase ? wordsAndMore : words;
      case "W":
        this.#at += 2;
        return noWords;
      case "s":
        this.#at += 2;
        return spaces;
      case "S":
        this.#at += 2;
        return noSpaces;
    }
    const match = /^\\(?:u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[pP]\{[\w=]{1,40}\}|c[a-z]|[\s\S])/i.exec(
      this.#source.slice(this.#at, this.#at + 48),
    )![0];
    this.#at += match.length;
    if (match[1] === "p") return properties[match.slice(3, -1)] ?? anyUnit;
    return match[1] === "P" ? anyUnit : only(codeOf(match));
  }

  #cased(set: UnitSet): UnitSet {
    return this.#anyCase ? inAnyCase(set, this.#unicode) : set;
  }
}

const oneOf = (units: UnitSet): Node => ({ is: "units", units, least: 1 });

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean => (code >= 9 && code <= 13) || code === 32;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isLineEnd = (code: number): boolean => code === 10 || code === 13;

const digits = setWhere(isDigit, false);
const noDigits = setWhere((code) => !isDigit(code), true);
const words = setWhere(isWord, false);
const wordsAndMore = setWhere(isWord, true);
const noWords = setWhere((code) => !isWord(code), true);
const spaces = setWhere(isSpace, true);
const noSpaces = setWhere((code) => !isSpace(code), true);
const anyUnit = setWhere(() => true, true);
const inLine = setWhere((code) => !isLineEnd(code), true);
const lineStarts = setWhere(isLineEnd, true, true);
const textStart = setWhere(() => false, false, true);
const properties: Readonly<Record<string, UnitSet>> = {
  L: setWhere((code) => isUpper(code) || isLower(code), true),
  Lu: setWhere(isUpper, true),
  Ll: setWhere(isLower, true),
  M: setWhere(() => false, true),
};

const signs: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };

function codeOf(written: string): number {
  const hex = /^\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))$/i.exec(written);
  if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16);
  if (written.length === 3) return written.charCodeAt(2) & 31;
  return signs[written[1]!] ?? written.codePointAt(1)!;
}

/** What may stand before a place that none of `node`'s single units may stand before. */
function withoutLast(node: Node): UnitSet {
  const choices = node.is === "choice" ? node.nodes : [node];
  const units = unitsOf(everything).slice();
  for (const choice of choices) {
    if (choice.is !== "units") continue;
    const held = unitsOf(choice.units);
    for (let code = 1; code < 127; code++) if (held[code] === 1) units[code] = 0;
  }
  return setOf(units);
}

/** The last unit of whatever `node` matches; undefined when that is not plain to see. */
function lastOf(node: Node): UnitSet | undefined {
  switch (node.is) {
    case "units":
    case "before":
      return node.units;
    case "edge":
      return undefined;
    case "repeat":
      return node.min > 0 ? lastOf(node.node) : undefined;
    case "row": {
      // An optional last part: what stands before it may be last as well.
      const out = new Uint8Array(128);
      for (let i = node.nodes.length - 1; i >= 0; i--) {
        const part = node.nodes[i]!;
        const last = part.is === "repeat" ? lastOf(part.node) : lastOf(part);
        if (last === undefined) return undefined;
        add(out, last);
        if (part.is === "units" || part.is === "choice" || part.is === "before" || (part.is === "repeat" && part.min > 0))
          return setOf(out);
      }
      return undefined;
    }
    case "choice": {
      const out = new Uint8Array(128);
      for (const choice of node.nodes) {
        const last = lastOf(choice);
        if (last === undefined) return undefined;
        add(out, last);
      }
      return setOf(out);
    }
  }
}

function add(out: Uint8Array, set: UnitSet): void {
  const units = unitsOf(set);
  for (let code = 0; code < 128; code++) out[code]! |= units[code]!;
}
