/** Which units a place may hold: 1 at each code below 127; 127 stands for every other unit, 0 for the end or the beginning of the text. */
export type Units = Uint8Array;

/** The number of a set of units: sets of the same units have the same number. */
export type UnitSet = number;

// What is worked out of constants, kept: sets by number, numbers by content, and what operations on them gave.
const sets: Units[] = [];
const byContent = new Map<string, UnitSet>();
const byCode = new Map<number, UnitSet>();
const cased = new Map<UnitSet, UnitSet>();
const common = new Map<number, UnitSet>();
const edged = new Map<UnitSet, readonly (readonly [UnitSet, UnitSet])[]>();

export function unitsOf(set: UnitSet): Units {
  return sets[set]!;
}

/** The set of these units, which must not change any more. */
export function setOf(units: Units): UnitSet {
  let content = "";
  for (let code = 0; code < 128; code += 16) {
    let bits = 0;
    for (let i = 0; i < 16; i++) bits |= units[code + i]! << i;
    content += String.fromCharCode(bits);
  }
  let set = byContent.get(content);
  if (set === undefined) {
    set = sets.push(units) - 1;
    byContent.set(content, set);
  }
  return set;
}

export function setWhere(test: (code: number) => boolean, others: boolean, edge = false): UnitSet {
  const units = new Uint8Array(128);
  for (let code = 1; code < 127; code++) units[code] = test(code) ? 1 : 0;
  units[127] = others ? 1 : 0;
  units[0] = edge ? 1 : 0;
  return setOf(units);
}

export const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;

export const everything: UnitSet = setWhere(() => true, true, true);
const wordUnits = setWhere(isWord, true);
const otherUnits = setWhere((code) => !isWord(code), true, true);
const asciiWords = setWhere(isWord, false);
const asciiOthers = setWhere((code) => !isWord(code), false);
const beyond = setWhere(() => false, true);
const none = setWhere(() => false, false);

export function only(code: number): UnitSet {
  const unit = code > 0 && code < 127 ? code : 127;
  let set = byCode.get(unit);
  if (set === undefined) {
    const units = new Uint8Array(128);
    units[unit] = 1;
    set = setOf(units);
    byCode.set(unit, set);
  }
  return set;
}

/** With the other case of every letter; with `u` also what Unicode folds to `k` and `s`. */
export function inAnyCase(set: UnitSet, unicode: boolean): UnitSet {
  const key = 2 * set + (unicode ? 1 : 0);
  let out = cased.get(key);
  if (out === undefined) {
    const units = sets[set]!.slice();
    for (let code = 65; code <= 90; code++) if (units[code] === 1 || units[code + 32] === 1) units[code] = units[code + 32] = 1;
    if (unicode && (units[75] === 1 || units[83] === 1)) units[127] = 1;
    out = setOf(units);
    cased.set(key, out);
  }
  return out;
}

export function both(a: UnitSet, b: UnitSet): UnitSet {
  if (a === everything || a === b) return b;
  if (b === everything) return a;
  const key = a * 65_536 + b;
  let out = common.get(key);
  if (out === undefined) {
    const other = sets[b]!;
    out = setOf(sets[a]!.map((bit, code) => bit & other[code]!));
    common.set(key, out);
  }
  return out;
}

/** Sets of units with what may stand before them at an edge of a word: those of words, other ones, and those above ASCII, which may be either. */
export function atEdge(set: UnitSet): readonly (readonly [set: UnitSet, before: UnitSet])[] {
  let parts = edged.get(set);
  if (parts === undefined) {
    const sides = [
      [both(set, asciiWords), otherUnits],
      [both(set, asciiOthers), wordUnits],
      [both(set, beyond), everything],
    ] as const;
    parts = sides.filter(([part]) => part !== none);
    edged.set(set, parts);
  }
  return parts;
}
