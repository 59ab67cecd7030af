/** Which units a place may hold: 1 at each code below 127; 127 stands for every other unit, 0 for the end or the beginning of the text. */
export type Units = Uint8Array;

/** One way in which a match may begin: what may stand before it, and what its first units may be. */
export interface Start {
  readonly before: Units;
  readonly units: readonly Units[];
}

/** Units of a match that are looked at. More tell patterns apart better, and make more states of them. */
export const deepest = 4;
/** A pattern that may begin in more ways than this is looked at less deeply. */
const most = 800;

/**
 * The ways in which a match of `pattern` may begin: wide, so that every match begins in one of them, while not all that
 * begins so is a match. Undefined when a match may begin with anything.
 */
export function startsOf(pattern: RegExp): readonly Start[] | undefined {
  const node = new Parser(pattern).parse();
  for (let depth = deepest; depth > 0; depth--) {
    const ways = expand(node, depth, new Map());
    if (ways.length > most) continue;
    if (ways.some(({ units }) => units.length === 0)) return undefined;
    return ways.map(({ before, units }) => ({ before, units }));
  }
  return undefined;
}

type Node =
  | { readonly is: "units"; readonly units: Units }
  | { readonly is: "row" | "choice"; readonly nodes: readonly Node[] }
  | { readonly is: "repeat"; readonly node: Node; readonly min: number; readonly max: number }
  | { readonly is: "before"; readonly units: Units }
  | { readonly is: "edge" };

const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;

function unitsWhere(test: (code: number) => boolean, others: boolean): Units {
  const units = new Uint8Array(128);
  for (let code = 1; code < 127; code++) units[code] = test(code) ? 1 : 0;
  units[127] = others ? 1 : 0;
  return units;
}

const everything = unitsWhere(() => true, true).fill(1, 0, 1);
const nothing: Node = { is: "row", nodes: [] };

function both(a: Units, b: Units): Units {
  if (a === everything) return b;
  if (b === everything) return a;
  return a.map((bit, code) => bit & b[code]!);
}

/** A beginning under way: `open` while what follows may still be added to it. */
interface Way {
  readonly before: Units;
  readonly units: readonly Units[];
  readonly open: boolean;
  /** `\b` stood before the first unit. */
  readonly edge: boolean;
}

const empty: Way = { before: everything, units: [], open: true, edge: false };

/** The ways of a node to begin, by the units that are asked for. */
type Expanded = Map<Node, (readonly Way[])[]>;

function expand(node: Node, depth: number, known: Expanded): readonly Way[] {
  let byDepth = known.get(node);
  if (!byDepth) {
    byDepth = [];
    known.set(node, byDepth);
  }
  byDepth[depth] ??= expanded(node, depth, known);
  return byDepth[depth];
}

function expanded(node: Node, depth: number, known: Expanded): readonly Way[] {
  switch (node.is) {
    case "units":
      return [{ before: everything, units: [node.units], open: depth > 1, edge: false }];
    case "before":
      return [{ ...empty, before: node.units }];
    case "edge":
      return [{ ...empty, edge: true }];
    case "choice":
      return unlike(node.nodes.flatMap((one) => expand(one, depth, known)));
    case "row": {
      let ways: readonly Way[] = [empty];
      for (const next of node.nodes) {
        if (!ways.some(({ open }) => open)) break;
        ways = follow(ways, next, depth, known);
      }
      return ways;
    }
    case "repeat": {
      let ways: readonly Way[] = [empty];
      const out: Way[] = [];
      for (let times = 0; times <= Math.min(node.max, depth) && ways.length > 0; times++) {
        if (times >= node.min) out.push(...ways);
        if (times < node.max) ways = follow(ways, node.node, depth, known);
        out.push(...ways.filter(({ open }) => !open));
        ways = ways.filter(({ open }) => open);
      }
      return unlike([...out, ...ways]);
    }
  }
}

/** Each of `ways` with `next` behind it. */
function follow(ways: readonly Way[], next: Node, depth: number, known: Expanded): readonly Way[] {
  if (ways.length > most) return ways.map((way) => ({ ...way, open: false }));
  const out: Way[] = [];
  for (const way of ways) {
    if (!way.open) {
      out.push(way);
      continue;
    }
    for (const then of expand(next, depth - way.units.length, known)) {
      if (way.units.length > 0) {
        out.push(then.units.length === 0 ? way : { ...way, units: [...way.units, ...then.units], open: then.open });
        continue;
      }
      let before = both(way.before, then.before);
      if (way.edge && then.units.length > 0) before = both(before, edgeBefore(then.units[0]!));
      out.push({ before, units: then.units, open: then.open, edge: way.edge || then.edge });
    }
  }
  return unlike(out);
}

const wordUnits = unitsWhere(isWord, true);
const otherUnits = unitsWhere((code) => !isWord(code), true).fill(1, 0, 1);

/** What may stand before the edge of a word whose first unit is one of these. */
function edgeBefore(units: Units): Units {
  if (units[127] === 1) return everything;
  if (units.every((bit, code) => bit === 0 || isWord(code))) return otherUnits;
  return units.every((bit, code) => bit === 0 || !isWord(code)) ? wordUnits : everything;
}

function unlike(ways: readonly Way[]): readonly Way[] {
  if (ways.length < 2) return ways;
  const seen = new Map<string, Way>();
  for (const way of ways) {
    let key = String.fromCharCode((way.open ? 2 : 0) + (way.edge ? 1 : 0), idOf(way.before));
    for (const units of way.units) key += String.fromCharCode(idOf(units));
    if (!seen.has(key)) seen.set(key, way);
  }
  return seen.size === ways.length ? ways : [...seen.values()];
}

const ids = new WeakMap<Units, number>();
const idByContent = new Map<string, number>();

/** One number for all units of the same content. */
function idOf(units: Units): number {
  let id = ids.get(units);
  if (id === undefined) {
    let content = "";
    for (let code = 0; code < 128; code += 16) {
      let bits = 0;
      for (let i = 0; i < 16; i++) bits |= units[code + i]! << i;
      content += String.fromCharCode(bits);
    }
    id = idByContent.get(content) ?? idByContent.size;
    idByContent.set(content, id);
    ids.set(units, id);
  }
  return id;
}

/** Reads the source of an expression as far as its beginnings ask for: assertions further in count as nothing. */
class Parser {
  readonly #source: string;
  readonly #anyCase: boolean;
  readonly #unicode: boolean;
  readonly #lines: boolean;
  #at = 0;

  constructor({ source, flags }: RegExp) {
    this.#source = source;
    this.#anyCase = flags.includes("i");
    this.#unicode = flags.includes("u");
    this.#lines = flags.includes("m");
  }

  parse(): Node {
    return this.#choice();
  }

  #choice(): Node {
    const nodes = [this.#row()];
    while (this.#source[this.#at] === "|") {
      this.#at++;
      nodes.push(this.#row());
    }
    return nodes.length === 1 ? nodes[0]! : { is: "choice", nodes };
  }

  #row(): Node {
    const nodes: Node[] = [];
    while (this.#at < this.#source.length && this.#source[this.#at] !== "|" && this.#source[this.#at] !== ")") {
      nodes.push(this.#repeated(this.#one()));
    }
    return nodes.length === 1 ? nodes[0]! : { is: "row", nodes };
  }

  #repeated(node: Node): Node {
    const rest = this.#source.slice(this.#at, this.#at + 16);
    const match = /^(?:[*+?]|\{(\d{1,5})(,?)(\d{0,5})\})\??/.exec(rest);
    if (!match) return node;
    this.#at += match[0].length;
    const sign = match[0][0];
    if (sign === "*") return { is: "repeat", node, min: 0, max: Number.POSITIVE_INFINITY };
    if (sign === "+") return { is: "repeat", node, min: 1, max: Number.POSITIVE_INFINITY };
    if (sign === "?") return { is: "repeat", node, min: 0, max: 1 };
    const min = Number(match[1]);
    const max = match[2] === "" ? min : match[3] === "" ? Number.POSITIVE_INFINITY : Number(match[3]);
    return { is: "repeat", node, min, max };
  }

  #one(): Node {
    const char = this.#source[this.#at]!;
    if (char === "(") return this.#group();
    if (char === "[") return { is: "units", units: this.#class() };
    if (char === "\\") {
      const next = this.#source[this.#at + 1]!;
      if (next === "b") {
        this.#at += 2;
        return { is: "edge" };
      }
      if (next === "B") {
        this.#at += 2;
        return nothing;
      }
      // A group again: anything, and of any length.
      if (next === "k" || (next >= "1" && next <= "9")) {
        this.#at = next === "k" ? this.#source.indexOf(">", this.#at) + 1 : this.#at + 2;
        return { is: "repeat", node: { is: "units", units: everything }, min: 0, max: Number.POSITIVE_INFINITY };
      }
      return { is: "units", units: this.#cased(this.#escape()) };
    }
    this.#at++;
    if (char === "^") return this.#lines ? { is: "before", units: lineStarts } : { is: "before", units: textStart };
    if (char === "$") return nothing;
    if (char === ".") return { is: "units", units: unitsWhere((code) => code !== 10 && code !== 13, true) };
    return { is: "units", units: this.#cased(only(char.charCodeAt(0))) };
  }

  #group(): Node {
    const open = /^\((?:\?(?:[:=!]|<[=!]|<\w{1,40}>))?/.exec(this.#source.slice(this.#at, this.#at + 48))![0];
    this.#at += open.length;
    const inner = this.#choice();
    this.#at++;
    if (open === "(?=" || open === "(?!") return nothing;
    if (open === "(?<!") return { is: "before", units: withoutLast(inner) };
    if (open === "(?<=") return { is: "before", units: lastOf(inner) ?? everything };
    return inner;
  }

  #class(): Units {
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
      } else for (let code = 0; code < 128; code++) units[code]! |= from.units[code]!;
    }
    this.#at++;
    const cased = this.#cased(units);
    return negated ? unitsWhere((code) => cased[code] === 0, true) : cased;
  }

  #member(): { readonly code?: number; readonly units: Units } {
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
  #escape(): Units {
    const match = /^\\(?:u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[pP]\{[\w=]{1,40}\}|c[a-z]|[\s\S])/i.exec(
      this.#source.slice(this.#at, this.#at + 48),
    )![0];
    this.#at += match.length;
    switch (match[1]) {
      case "d":
        return unitsWhere((code) => code >= 48 && code <= 57, false);
      case "D":
        return unitsWhere((code) => code < 48 || code > 57, true);
      case "w":
        // With `iu` it holds ſ and the sign of Kelvin too.
        return unitsWhere(isWord, this.#unicode && this.#anyCase);
      case "W":
        return unitsWhere((code) => !isWord(code), true);
      case "s":
        return unitsWhere((code) => (code >= 9 && code <= 13) || code === 32, true);
      case "S":
        return unitsWhere((code) => !((code >= 9 && code <= 13) || code === 32), true);
      case "p":
        return property(match);
      case "P":
        return everything.map((_, code) => (code === 0 ? 0 : 1));
      default:
        return only(codeOf(match));
    }
  }

  #cased(units: Units): Units {
    if (!this.#anyCase) return units;
    const out = units.slice();
    for (let code = 65; code <= 90; code++) if (units[code] === 1 || units[code + 32] === 1) out[code] = out[code + 32] = 1;
    if (this.#unicode && (out[75] === 1 || out[83] === 1)) out[127] = 1;
    return out;
  }
}

function only(code: number): Units {
  const units = new Uint8Array(128);
  units[code > 0 && code < 127 ? code : 127] = 1;
  return units;
}

const signs: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };

function codeOf(written: string): number {
  const hex = /^\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))$/i.exec(written);
  if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16);
  if (written.length === 3) return written.charCodeAt(2) & 31;
  return signs[written[1]!] ?? written.codePointAt(1)!;
}

function property(written: string): Units {
  const name = written.slice(3, -1);
  const upper = (code: number): boolean => code >= 65 && code <= 90;
  const lower = (code: number): boolean => code >= 97 && code <= 122;
  if (name === "L") return unitsWhere((code) => upper(code) || lower(code), true);
  if (name === "Lu") return unitsWhere(upper, true);
  if (name === "Ll") return unitsWhere(lower, true);
  if (name === "M") return unitsWhere(() => false, true);
  return unitsWhere(() => true, true);
}

const textStart = new Uint8Array(128);
textStart[0] = 1;
const lineStarts = unitsWhere((code) => code === 10 || code === 13, true);
lineStarts[0] = 1;

/** What may stand before a place that none of `node`'s single units may stand before. */
function withoutLast(node: Node): Units {
  const choices = node.is === "choice" ? node.nodes : [node];
  const units = everything.slice();
  for (const choice of choices) {
    if (choice.is !== "units") continue;
    for (let code = 1; code < 127; code++) if (choice.units[code] === 1) units[code] = 0;
  }
  return units;
}

/** The last unit of whatever `node` matches; undefined when that is not plain to see. */
function lastOf(node: Node): Units | undefined {
  switch (node.is) {
    case "units":
      return node.units;
    case "before":
      return node.units;
    case "edge":
      return undefined;
    case "repeat": {
      const last = node.min > 0 ? lastOf(node.node) : undefined;
      return last;
    }
    case "row": {
      // An optional last part: what stands before it may be last as well.
      const out = new Uint8Array(128);
      for (let i = node.nodes.length - 1; i >= 0; i--) {
        const part = node.nodes[i]!;
        const last = part.is === "repeat" ? lastOf(part.node) : lastOf(part);
        if (last === undefined) return undefined;
        for (let code = 0; code < 128; code++) out[code]! |= last[code]!;
        if (part.is === "units" || part.is === "choice" || part.is === "before" || (part.is === "repeat" && part.min > 0)) return out;
      }
      return undefined;
    }
    case "choice": {
      const out = new Uint8Array(128);
      for (const choice of node.nodes) {
        const last = lastOf(choice);
        if (last === undefined) return undefined;
        for (let code = 0; code < 128; code++) out[code]! |= last[code]!;
      }
      return out;
    }
  }
}
