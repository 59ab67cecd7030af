import { isWholeName } from "../classify/cell-check.ts";
import { classifySlots, type SlotVerdict } from "../classify/classify.ts";
import { isMadeOfLabelWords } from "../classify/label.ts";
import { createProfile, type Profile } from "../classify/profile.ts";
import { holdsIdentifier } from "../detect/index.ts";
import type { Batch, DecodeOptions, Dialect, Format, FormatName } from "../formats/format.ts";
import { sniffFormat } from "../formats/index.ts";
import type { Slot } from "../formats/slot.ts";
import { holdsGluedName } from "../identifiers/glued-name.ts";

/** Values of a slot are looked at for this many entries, or this much text, and then its verdict stands. */
const sampleEntries = 1000;
const sampleUnits = 8 * 1024 * 1024;
const headUnits = 64 * 1024;

export interface AnalyzeOptions {
  /** Of the input: its extension breaks ties. Never printed. */
  readonly name: string;
  /** The table's name, which tells what its `id` column holds. */
  readonly inputName: string;
  readonly format?: FormatName | undefined;
  readonly header?: DecodeOptions["header"];
  readonly onMalformed?: DecodeOptions["onMalformed"];
  readonly batchUnits?: number;
}

/** What the head of an input tells, and the batches: those already read first. */
export interface Analysis {
  readonly format: Format;
  readonly dialect: Dialect;
  /** Appended to while `batches` is read. */
  readonly slots: Slot[];
  readonly verdicts: readonly SlotVerdict[];
  /** Entries that the verdicts rest on. */
  readonly entries: number;
  readonly batches: AsyncIterable<Batch>;
  /** Ends the reading early. */
  close(): Promise<void>;
}

/** Recognizes the format, reads a sample, and judges every slot seen in it. Throws `format-unknown`, `malformed` and what reading throws. */
export async function analyze(text: AsyncIterable<string>, options: AnalyzeOptions): Promise<Analysis> {
  const isValue = keyJudge();
  const chunks = text[Symbol.asyncIterator]();
  const held: string[] = [];
  let units = 0;
  let isWhole = false;
  while (units < headUnits && !isWhole) {
    const next = await chunks.next();
    if (next.done) isWhole = true;
    else {
      held.push(next.value);
      units += next.value.length;
    }
  }
  const { format, dialect } = sniffFormat(held.join("").slice(0, headUnits), isWhole, options.name, {
    isValue,
    ...(options.header && { header: options.header }),
    ...(options.format && { format: options.format }),
  });
  const slots: Slot[] = [];
  const decoded = format
    .decode(chain(held, chunks), dialect, slots, {
      isValue,
      header: options.header,
      columns: dialect.columns,
      onMalformed: options.onMalformed,
      batchUnits: options.batchUnits,
    })
    [Symbol.asyncIterator]();

  const sample: Batch[] = [];
  const profiles: Profile[] = [];
  let entries = 0;
  let sampled = 0;
  while (entries < sampleEntries && sampled < sampleUnits) {
    const next = await decoded.next();
    if (next.done) break;
    sample.push(next.value);
    sampled += next.value.text.length;
    entries += profileBatch(next.value, format, dialect, slots, profiles, sampleEntries - entries);
  }
  while (profiles.length < slots.length) profiles.push(createProfile());
  const verdicts = classifySlots(slots, profiles, { inputName: options.inputName, entries });
  return { format, dialect, slots, verdicts, entries, batches: chain(sample, decoded), close: async () => void (await decoded.return?.()) };
}

function profileBatch(batch: Batch, format: Format, dialect: Dialect, slots: readonly Slot[], profiles: Profile[], atMost: number): number {
  while (profiles.length < slots.length) profiles.push(createProfile());
  let cell = 0;
  let records = 0;
  for (let e = 0; e < batch.entries && records < atMost; e++) {
    const last = batch.cellsEnd[e]!;
    if (batch.frame[e] === 1) {
      cell = last;
      continue;
    }
    records++;
    for (; cell < last; cell++) {
      const value = format.read(batch.text.slice(batch.start[cell], batch.end[cell]), dialect);
      if (value !== undefined) profiles[batch.slot[cell]!]!.add(value);
    }
  }
  return records;
}

async function* chain<T>(held: T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    while (held.length > 0) yield held.shift()!;
    for (;;) {
      const next = await rest.next();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

/** Whether a header or an object key is itself an identifier. Keys come again in every record, so each is judged once. */
export function keyJudge(): (text: string) => boolean {
  const judged = new Map<string, boolean>();
  return (text) => {
    let answer = judged.get(text);
    if (answer === undefined) {
      answer = ((holdsIdentifier(text) || isWholeName(text)) && !isMadeOfLabelWords(text)) || holdsGluedName(text);
      if (judged.size >= 10_000) judged.clear();
      judged.set(text, answer);
    }
    return answer;
  };
}
