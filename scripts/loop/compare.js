import { compareNotes } from "./notes.js";
import { formsOf, isPhrase } from "./planted.js";
import { mayStay } from "./standards.js";
import { createPhrases, wordsOf } from "./words.js";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const code = /[a-z]{2,12}_[0-9a-z]{20}/g;
const dateLike = /^\d{4}-\d\d(?:-\d\d|$)/;

/**
 * Holds an output against its input, slot by slot. `noteOf` gives the gold of a note by its text, `phrases` finds what is
 * distinct anywhere. Without a policy's effect (the input for its own output) everything planted must come out as a leak.
 */
export function createComparison(policy, { noteOf, phrases }) {
  const seen = new Map();
  const tally = {
    records: 0,
    slots: 0,
    leaks: new Map(),
    strays: new Map(),
    clinical: 0,
    clinicalKept: 0,
    changed: new Map(),
    notes: 0,
    notesLeaking: 0,
    spans: new Map(),
    words: 0,
    wordsKept: 0,
  };
  const count = (map, what) => map.set(what, (map.get(what) ?? 0) + 1);

  /** What no output may hold, wherever it stands. */
  function stray(place, text) {
    if (text.length < 5) return;
    let found = seen.get(text);
    if (found === undefined) {
      const bare = text.replace(code, " ");
      found = uuid.test(bare) ? "uuid" : [...phrases.in(wordsOf(bare))].sort()[0];
      if (seen.size > 200_000) seen.clear();
      seen.set(text, found ?? null);
    }
    if (found) count(tally.strays, `${found} in ${place}`);
  }

  function identifier(place, kind, before, after) {
    if (mayStay(policy, kind, before)) return;
    tally.slots++;
    // What ages over 89 become: 164.514(b)(2)(i)(C).
    if (after === "" || (kind === "age" && after === "90+")) return;
    const words = wordsOf(after.replace(code, " "));
    if (after === before || formsOf(kind, before).some((form) => stands(form, words))) count(tally.leaks, `${kind} in ${place}`);
  }

  function clinical(place, before, after) {
    tally.clinical++;
    if (before === after) tally.clinicalKept++;
    else count(tally.changed, place);
    stray(place, after);
  }

  function note(gold, after) {
    const { survivors, words, kept } = compareNotes(policy, gold, after);
    tally.notes++;
    if (survivors.some(({ outcome }) => outcome !== "gone")) tally.notesLeaking++;
    for (const { kind, outcome } of survivors) {
      const of = tally.spans.get(kind) ?? { gone: 0, partial: 0, whole: 0 };
      of[outcome]++;
      tally.spans.set(kind, of);
    }
    tally.words += words;
    tally.wordsKept += kept;
  }

  return {
    tally,
    stray,
    /** A record has come: rows, lines, files. */
    record: () => void tally.records++,
    /** A cell of a table whose columns say what they hold. */
    cell(place, holds, before, after) {
      if (before === "") return;
      if (holds === "clinical") return clinical(place, before, after);
      if (holds !== "prose") {
        identifier(place, holds, before, after);
        return stray(place, after);
      }
      const gold = noteOf(before);
      if (gold) note(gold, after);
      else clinical(place, before, after);
    },
    /** A file that is a note. */
    note(before, after) {
      const gold = noteOf(before);
      if (!gold) throw new Error("a note that nobody wrote");
      note(gold, after);
    },
    /** A leaf of a tree: `planted` finds what its patient's record holds. */
    leaf(place, before, after, planted) {
      const gold = noteOf(before) ?? noteOf(opened(before));
      if (gold) return note(gold, noteOf(before) ? after : opened(after));
      // The time of day stays where dates are moved, and `03:05:25` may read as a date.
      const had = planted(withoutTime(before));
      for (const { kind, value } of had) {
        if (/coding\[\]\.(?:code|display|system)$/.test(place)) continue;
        // `White` and `Cook` are names, and a race and a county as well.
        if (kind.endsWith("name") && !/[ ,]/.test(value) && !namePath.test(place)) continue;
        identifier(place, kind, value, withoutTime(after));
      }
      const isId = uuid.test(before);
      if (isId) {
        tally.slots++;
        if (after.includes(uuid.exec(before)[0])) count(tally.leaks, `uuid in ${place}`);
      }
      if (had.length === 0 && !isId && clinicalPath.test(place) && !dateLike.test(before)) return clinical(place, before, after);
      stray(place, after);
    },
  };
}

const withoutTime = (text) => (dateLike.test(text) ? text.slice(0, 10) : text);

/** Where FHIR keeps names: in a HumanName, and beside a reference. */
const namePath = /(?:^|\.)name(?:\[\])?(?:\.|$)|(?<![cC]oding(?:\[\])?)\.display$/;

/** Whether words stand in others, in their order and without a gap. */
function stands(form, words) {
  if (form.length === 0) return false;
  for (let at = words.indexOf(form[0]); at >= 0; at = words.indexOf(form[0], at + 1))
    if (form.every((word, i) => words[at + i] === word)) return true;
  return false;
}

/** Where FHIR keeps codes and their words, results with units and ranges, doses, money and states of things. */
const clinicalPath =
  /(?<!identifier\[\]\.type\.)coding\[\]\.|(?:[qQ]uantity|low|high|daysSupply|Duration|onsetAge)\.(?:value|unit|code|system)$|(?:[cC]ode|[cC]oncept|vaccineCode|manifestation|category|class|type|interpretation|reasonCode|method|modality)(?:\[\])?\.(?:text|code|display)$|dosageInstruction\[\]\.text$|conclusion$|[sS]tatus$|(?:net|total|amount)\.value$|resourceType$/;

const opened = (text) => (text.length > 40 && /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, "base64").toString() : "");

/** Finds the planted values of one record in a leaf: the whole leaf, or a phrase in it. */
export function createFinder(planted) {
  const phrases = createPhrases();
  const whole = new Map();
  for (const item of planted) {
    for (const form of formsOf(item.kind, item.value)) {
      if (isPhrase(form)) phrases.add(form, item);
      // `F` is a sex and `DO` a degree as well.
      else if (form.length > 0 && item.value.length > 2) whole.set(form.join(" "), [...(whole.get(form.join(" ")) ?? []), item]);
    }
  }
  return (text) => {
    if (text === "") return [];
    const words = wordsOf(text);
    return [...phrases.in(words), ...(whole.get(words.join(" ")) ?? [])];
  };
}

/** Every leaf of two trees of one shape, by its path; what is missing in the second is empty. */
export function* leavesOf(before, after, path = "") {
  if (Array.isArray(before)) for (const [i, each] of before.entries()) yield* leavesOf(each, after?.[i], `${path}[]`);
  else if (before !== null && typeof before === "object") {
    for (const [key, each] of Object.entries(before)) yield* leavesOf(each, after?.[key], path === "" ? key : `${path}.${key}`);
  } else if (before !== null && before !== undefined) {
    yield { path, before: String(before), after: after === null || after === undefined ? "" : String(after) };
  }
}
