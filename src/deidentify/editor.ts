import { createCellCheck, createWordCheck, isWholeName, isWhollyIdentifier } from "../classify/cell-check.ts";
import { classifySlots } from "../classify/classify.ts";
import { isMadeOfLabelWords } from "../classify/label.ts";
import { createProfile } from "../classify/profile.ts";
import type { Known } from "../detect/finding.ts";
import { DeidError } from "../errors.ts";
import type { Batch, Format } from "../formats/format.ts";
import { render } from "../formats/render.ts";
import type { Slot } from "../formats/slot.ts";
import { holdsGluedName } from "../identifiers/glued-name.ts";
import { kindByName } from "../identifiers/kinds/index.ts";
import type { Policy } from "../policy/index.ts";
import type { Roster } from "../subjects/roster.ts";
import { foldWord, wordsOf } from "../subjects/words.ts";
import { type EntryContext, type RunContext, transformByName } from "../transform/index.ts";
import { openNested } from "./nested.ts";
import { type InputPlan, planSlot, type SlotPlan } from "./plan.ts";
import { editReference } from "./reference.ts";
import type { Prose, Scrubber } from "./scrub.ts";
import { createSubjectReader, type EntrySubject, nobody } from "./subject.ts";
import type { Tally } from "./tally.ts";

export interface EditorOptions {
  readonly plan: InputPlan;
  readonly format: Format;
  /** The list that `decode` appends to. */
  readonly slots: readonly Slot[];
  /** Of the table, for slots that appear later. */
  readonly inputName: string;
  readonly policy: Policy;
  readonly run: RunContext;
  readonly roster: Roster | undefined;
  readonly scrubber: Scrubber;
  readonly tally: Tally;
  /** Given for a document inside a string: what is known, and whose entry it is, where the string stands. */
  readonly within?: Prose | undefined;
}

export interface Editor {
  /** The text of a batch with every edit made. */
  edit(batch: Batch): Promise<string>;
}

/** A slot ready to run: its plan, its edit, and what the edit gave for values that come again. */
interface Ready {
  readonly plan: SlotPlan;
  readonly isKey: boolean;
  /** Moves dates by whose entry it is. */
  readonly isShifted: boolean;
  readonly edit: ((value: string, entry: EntryContext) => string | null) | undefined;
  memo: Map<string, string | null> | undefined;
  asked: number;
  readonly counter: number;
}

const memoLimit = 8192;

export function createEditor(options: EditorOptions): Editor {
  const { plan, format, slots, policy, roster, scrubber, tally, within } = options;
  const { dialect } = plan;
  const run: RunContext = { ...options.run, dateOrder: plan.dateOrder };
  const planOf = new Map(plan.slots.map((slot) => [slot.path, slot]));
  const ready: Ready[] = [];
  const mayStay = createCellCheck();
  const holdsRareWord = createWordCheck();
  const subjects = createSubjectReader({ plan, run, policy, roster });

  const prepare = (slot: Slot): Ready => {
    const slotPlan = planOf.get(slot.path) ?? lateSlot(slot);
    const { rule, kind, action } = slotPlan;
    const isKey = slot.part === "key";
    // Keys of a map that are identifiers, as one column of them would be.
    if (action === "edit" && isKey && kind && slot.path.endsWith("{*}")) {
      const { domain, normalize } = kindByName(kind);
      const edit = (value: string): string =>
        run.codes.token(domain === "record" ? domain : "record", domain === "record" ? normalize(value) : value);
      return {
        plan: slotPlan,
        isKey,
        isShifted: false,
        edit,
        memo: undefined,
        asked: 0,
        counter: tally.counter(slot.path, kind, "tokenize"),
      };
    }
    if (action !== "edit" || !rule || !kind || isKey) {
      const counter = (action === "strict" || action === "check") && !isKey ? tally.counter(slot.path, "unknown", "redact") : -1;
      return { plan: slotPlan, isKey, isShifted: false, edit: undefined, memo: undefined, asked: 0, counter };
    }
    const transform = transformByName(rule.transform);
    const compiled = transform.compile(kindByName(kind), rule.options, {
      ...run,
      ...(slotPlan.dateOrder && { dateOrder: slotPlan.dateOrder }),
      ...(slotPlan.epoch && { epoch: slotPlan.epoch }),
      ...(slotPlan.excelSerial && { excelSerial: true }),
    });
    const edit: Ready["edit"] = slotPlan.reference ? (value, entry) => editReference(value, (id) => compiled(id, entry)) : compiled;
    // A shift depends on whose entry it is; whatever else looks at its entry asks for its latest year, which is rarely given.
    // What removes or keeps is done sooner than looked up.
    const isShifted = transform.derivation(false) === "shifted";
    const isMemorable = !isShifted && transform.derivation(false) !== "none";
    const memo = isMemorable ? new Map<string, string | null>() : undefined;
    return { plan: slotPlan, isKey, isShifted, edit, memo, asked: 0, counter: tally.counter(slot.path, kind, rule.transform) };
  };

  const lateSlot = (slot: Slot): SlotPlan => {
    if (plan.closed) {
      throw new DeidError(
        "schema-drift",
        "a slot appears that the policy does not name",
        { slot: slot.path },
        "classify the input again and review the new slot",
      );
    }
    const verdict = classifySlots([slot], [createProfile()], { inputName: options.inputName, entries: 0 })[0]!;
    return planSlot(slot, verdict, policy, undefined);
  };

  const edited = (slot: Ready, value: string, entry: EntryContext): string | null => {
    const { memo, edit } = slot;
    if (!memo || entry.latestYear !== undefined) return edit!(value, entry);
    slot.asked++;
    const found = memo.get(value);
    if (found !== undefined) return found;
    const next = edit!(value, entry);
    // A column of nearly distinct values: remembering them costs more than it saves.
    if (slot.asked === 2000 && memo.size > 1500) slot.memo = undefined;
    if (memo.size >= memoLimit) memo.clear();
    memo.set(value, next);
    return next;
  };

  /** What the identifier slots of an entry say of its subject, with what the roster and the surroundings know. */
  const knownOf = (
    batch: Batch,
    first: number,
    last: number,
    read: (cell: number) => string | undefined,
    entry: EntrySubject,
  ): Known | undefined => {
    const words = new Map<string, NonNullable<ReturnType<Known["has"]>>>();
    for (let cell = first; cell < last; cell++) {
      const { kind, action } = ready[batch.slot[cell]!]!.plan;
      if (!kind || action === "scrub") continue;
      const value = read(cell);
      if (value === undefined) continue;
      for (const word of wordsOf(value, kind)) if (!words.has(word)) words.set(word, kind);
    }
    for (const [word, kind] of within?.known?.words ?? []) if (!words.has(word)) words.set(word, kind);
    const onRoster = entry.onRoster > 0 ? roster?.knownOf(entry.onRoster) : within?.known;
    if (words.size === 0) return onRoster;
    return { words, has: (word) => words.get(word) ?? onRoster?.has(word) };
  };

  return {
    async edit(batch) {
      const { slot, start, end, text } = batch;
      for (let id = ready.length; id < slots.length; id++) ready.push(prepare(slots[id]!));
      const replacements: (string | null | undefined)[] = new Array(batch.cells);
      const edits = new Int32Array(ready.length);
      const pending: number[] = [];
      const prose: Prose[] = [];
      const read = (cell: number): string | undefined =>
        start[cell] === end[cell] ? undefined : format.read(text.slice(start[cell], end[cell]), dialect);

      let cell = 0;
      let record = batch.firstEntry;
      let lastWithout = -1;
      for (let e = 0; e < batch.entries; e++) {
        const first = cell;
        const last = batch.cellsEnd[e]!;
        const isFrame = batch.frame[e] === 1;
        if (!isFrame) record++;
        const entry =
          subjects.needed && !isFrame ? subjects.entry(batch, first, last, read, ready, within) : (within?.entrySubject ?? nobody);
        let known: Known | undefined;
        let isKnownRead = false;
        const knownHere = (): Known | undefined => {
          if (isKnownRead) return known;
          isKnownRead = true;
          known = isFrame ? within?.known : knownOf(batch, first, last, read, entry);
          return known;
        };
        for (; cell < last; cell++) {
          const now = ready[slot[cell]!]!;
          const { action } = now.plan;
          if (action === "keep") continue;
          const value = read(cell);
          if (value === undefined || value === "") continue;
          if (now.edit) {
            if (now.isShifted && entry.offsetDays === null && lastWithout !== record) {
              lastWithout = record;
              tally.warn("no-subject", { slot: now.plan.path, record });
            }
            const next = edited(now, value, entry);
            if (next !== value) replacements[cell] = next;
            edits[slot[cell]!]!++;
            continue;
          }
          const isClinical = action !== "scrub" && mayStay(value, action === "check" ? "clinical" : "unknown", now.plan);
          const isGlued = now.isKey && holdsGluedName(value);
          if (now.isKey && !isGlued && isMadeOfLabelWords(value)) continue;
          if (isClinical && !isGlued && (now.isKey || isFrame || !holdsRareWord(value) || !namesSubject(value, knownHere()))) {
            if (isFormula(value)) tally.warn("formula-cell", { slot: now.plan.path, record });
            continue;
          }
          if (action !== "scrub") {
            if (!now.isKey) tally.warn("surprising-cell", { slot: now.plan.path, record });
            const isIdentifier = !isClinical && (action === "strict" || isWhollyIdentifier(value));
            if (isIdentifier && !now.isKey && !openNested(value, 0)) {
              replacements[cell] = null;
              tally.add(now.counter);
              continue;
            }
          }
          pending.push(cell);
          prose.push({
            value,
            entry,
            entrySubject: entry,
            known: !isClinical && !now.isKey && isWholeName(value) ? withName(knownHere(), value) : knownHere(),
            path: now.plan.path,
            isKey: now.isKey,
            isSurprising: action !== "scrub" && !isClinical && openNested(value, 0) === undefined,
            record,
            run,
            depth: within?.depth ?? 0,
          });
        }
      }
      for (let id = 0; id < edits.length; id++) if (edits[id]! > 0) tally.add(ready[id]!.counter, edits[id]);
      if (pending.length > 0) {
        const scrubbed = await scrubber.scrub(prose);
        for (let i = 0; i < pending.length; i++) {
          const next = scrubbed[i]!;
          const { value, isKey, isSurprising } = prose[i]!;
          if (next !== value) replacements[pending[i]!] = next;
          // Something about it was no clinical value, and nothing was found that could be taken out of it alone.
          else if (isSurprising && !isKey) {
            replacements[pending[i]!] = null;
            tally.add(ready[slot[pending[i]!]!]!.counter);
          }
        }
      }
      return render(batch, format, dialect, (at) => replacements[at]);
    },
  };
}

/** Whether a name that the entry's own identifiers hold stands in a cell. */
function namesSubject(value: string, known: Known | undefined): boolean {
  if (!known) return false;
  return value.split(/[^\p{L}\p{M}'’-]{1,200}/u).some((word) => {
    if (word.length < 3 && word.charCodeAt(0) < 0x2e80) return false;
    const kind = known.has(foldWord(word));
    return kind !== undefined && kindByName(kind).category === "A";
  });
}

/** A comment that is nothing but a name: its words count as known. */
function withName(known: Known | undefined, value: string): Known {
  const words = new Map(wordsOf(value, "name").map((word) => [word, "name" as const]));
  return { words: new Map([...(known?.words ?? []), ...words]), has: (word) => words.get(word) ?? known?.has(word) };
}

/** What a spreadsheet would run (OWASP, CSV injection): it begins with `=`, `@`, or a sign before what is no number. */
function isFormula(value: string): boolean {
  const first = value.charCodeAt(0);
  if (first === 0x3d || first === 0x40) return value.length > 1;
  return (first === 0x2b || first === 0x2d) && value.length > 1 && /^[+-][A-Za-z(@=]/.test(value);
}
