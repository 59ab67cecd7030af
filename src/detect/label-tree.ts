import type { Kind } from "../identifiers/kind.ts";
import { kindByName, kinds } from "../identifiers/kinds/index.ts";
import { abbreviations } from "../identifiers/label-words.ts";

export interface Labelled {
  readonly kind: Kind;
  /** The label counts only when nothing else belongs to it. */
  readonly whole: boolean;
}

export interface Node {
  readonly next: Map<string, Node>;
  readonly ends: Labelled[];
}

export interface Root extends Node {
  /** `next` by the words that a note writes: few begin a label, and one look-up tells. */
  readonly begins: Map<string, Node>;
}

/** All labels of all kinds, word by word. */
export function labelTree(): Root {
  const root: Root = { next: new Map(), ends: [], begins: new Map() };
  for (const kind of kinds) for (const label of kind.labels) plant(root, label, kind);
  for (const label of planLabels) plant(root, label, kindByName("member-id"));
  for (const word of [...root.next.keys(), ...meanings.keys()]) {
    const node = root.next.get(meanings.get(word) ?? word);
    if (node) root.begins.set(word, node);
  }
  return root;
}

function plant(root: Node, label: string, kind: Kind): void {
  const whole = label.startsWith("=");
  let node = root;
  for (const word of (whole ? label.slice(1) : label).split(" ")) {
    const next = node.next.get(word) ?? { next: new Map(), ends: [] };
    node.next.set(word, next);
    node = next;
  }
  node.ends.push({ kind, whole });
}

/** What stands for the word `number` in a label. */
const numberWords = new Set(["no", "nr", "num", "nbr", "nos", "numb", "number", "numbers", "numero", "#", "n"]);

export const idWords = new Set(["id", "ids", "identifier", "code", "number"]);

/** Short forms of notes, besides those that headers use too. */
const longForms: ReadonlyMap<string, string> = new Map([
  ["reg", "registration"],
  ["medrec", "mrn"],
  ["emr", "mrn"],
  ["ehr", "mrn"],
]);

/** What notes call the number of a health plan without saying number. They count where a long number follows. */
const planLabels = ["insurance", "plan", "health plan", "insurance policy", "insurance plan", "coverage", "hmo", "ppo", "hbn", "policy"];

/** What a word of a note stands for in a label, where that is another word. */
export const meanings: ReadonlyMap<string, string> = new Map([
  ...[...abbreviations].flatMap(([short, words]): [string, string][] => (words.length === 1 ? [[short, words[0]!]] : [])),
  ...longForms,
  ...[...numberWords].map((word): [string, string] => [word, "number"]),
]);
