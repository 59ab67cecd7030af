import { isLabel } from "./label.ts";
import type { Slot } from "./slot.ts";
import { slotList } from "./slot-list.ts";

/** An object with more keys than this is a map: later keys are `*`. */
const maxKeys = 1024;
const maxKeyUnits = 80;

/** A place in the shape of the entries. Made once a path, however many entries there are. */
export interface Place {
  readonly path: string;
  readonly label: string;
  /** The key as it stands in canonical spelling, quotes included; empty for roots, items and `*`. */
  readonly raw: string;
  /** Whether keys that lead here are values themselves. */
  readonly isStar: boolean;
  readonly keys: Map<string, Place>;
  items: Place | null;
  star: Place | null;
  /** Slot of scalars that stand here; -1 until one does. */
  slot: number;
  /** Slot of the keys of this object that are values; -1 until there is one. */
  keySlot: number;
  /** The child that followed this one last time: keys tend to come in one order. */
  next: Place | null;
  /** The child that came first last time. */
  first: Place | null;
  /** Serial of the object in which this key was last seen: tells a duplicate. */
  seen: number;
}

export interface Places {
  readonly root: Place;
  /** Slot of every key that is spelled in paths. */
  readonly keysSlot: number;
  slotOf(place: Place): number;
  keySlotOf(place: Place): number;
  /** The child of an object under a key, given unescaped. */
  child(place: Place, key: string): Place;
  item(place: Place): Place;
}

export function createPlaces(slots: Slot[], isValue: (text: string) => boolean): Places {
  const idOf = slotList(slots);
  const keysSlot = idOf("{keys}", "", "key");
  return {
    root: place("", "", "", false),
    keysSlot,
    slotOf(at) {
      if (at.slot < 0) at.slot = idOf(at.path === "" ? "$" : at.path, at.label, "value");
      return at.slot;
    },
    keySlotOf(at) {
      if (at.keySlot < 0) at.keySlot = idOf(`${at.path}{*}`, at.label, "key");
      return at.keySlot;
    },
    child(at, key) {
      const known = at.keys.get(key);
      if (known) return known;
      // Beside keys that are values, one that is not spelled as a label is one too.
      const isBesideValues = at.star !== null && /[^A-Za-z0-9_]/.test(key);
      if (at.keys.size >= maxKeys || !spells(key) || ((isBesideValues || isValue(key)) && !isLabel(key))) {
        at.star ??= place(at.path === "" ? "*" : `${at.path}.*`, at.label, "", true);
        return at.star;
      }
      const made = place(join(at.path, key), key, JSON.stringify(key), false);
      at.keys.set(key, made);
      return made;
    },
    item(at) {
      at.items ??= place(`${at.path}[]`, at.label, "", false);
      return at.items;
    },
  };
}

function place(path: string, label: string, raw: string, isStar: boolean): Place {
  return { path, label, raw, isStar, keys: new Map(), items: null, star: null, slot: -1, keySlot: -1, next: null, first: null, seen: 0 };
}

/** Whether a key may stand in a path at all: short, printable, not a bare number. */
function spells(key: string): boolean {
  if (key.length === 0 || key.length > maxKeyUnits || /^\d{1,80}$/.test(key)) return false;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    if (unit < 32 || unit === 127 || (unit >= 0xd800 && unit < 0xe000)) return false;
  }
  return true;
}

/** `a.b[].c`; a key that holds path punctuation stands in `["…"]`, so that no two places share a path. */
function join(path: string, key: string): string {
  if (/[.[\]{}*"$\\]/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
