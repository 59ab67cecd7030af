import { DeidError } from "../errors.ts";
import type { PatientRecord } from "../record/record.ts";
import type { Assembler, Piece } from "./encode/encoder.ts";
import { renderInParallel } from "./parallel.ts";
import { createPartWriter } from "./part.ts";
import { createPopulation, type PopulationOptions } from "./population.ts";
import type { Profile } from "./profile.ts";
import { addTally, createRenderer, type Renderer, type RenderOptions } from "./render.ts";
import { createUtf8, type Utf8 } from "./utf8.ts";

export interface Range {
  /** How many in all, also where a shard writes only a part of them. */
  readonly patients: number;
  /** The index of the first, counting from 0. */
  readonly offset?: number | undefined;
}

export interface GenerateOptions extends RenderOptions, Range {
  /** Part `index` of `count`, counting from 1. The files of all parts, joined in order, are the files of the whole. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
  /** Threads; any number gives the same bytes. Default 1: the calling thread. */
  readonly workers?: number | undefined;
  /** Called once for each file, also for one that stays empty in this shard. `notes/…` are many: each ends before the next. */
  readonly sink: (file: string) => Sink;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { readonly patients: number; readonly of: number }) => void) | undefined;
}

export interface Sink {
  write(text: string): void | Promise<void>;
  /** Takes the place of `write` where it is there: the text in UTF-8, or Parquet, which is no text. The bytes are the sink's own. */
  writeBytes?(bytes: Uint8Array): void | Promise<void>;
  /** Nothing more comes: called for files in folders, of which there may be more than can be open at once. */
  end?(): void | Promise<void>;
}

export interface Generated {
  readonly patients: number;
  /** Rows written by table, shared tables included; empty where no format has tables. */
  readonly rows: Readonly<Record<string, number>>;
  /** What was written in formats without tables, by format: resources by type, messages by type. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Folders, which end with `/`, stand for what lies in them. */
  readonly files: readonly string[];
}

/**
 * Writes a population, or a shard of it, in each of the formats. Memory does not grow with the number of patients.
 * Throws `bad-usage` for a range or shard that makes no sense, `interrupted` when the signal aborts.
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const { profile, seed, asOf, formats, layout, annotations, gold, workers = 1, signal, onProgress } = options;
  const { from, to, isFirst, isLast } = rangeOf(options);
  const job: RenderOptions = { profile, seed, asOf, formats, layout, annotations, gold };
  const renderer = await createRenderer(job);
  const outputs = createOutputs(options.sink, await renderer.assemblers());
  const write = (file: string, text: string): void => outputs.add(file, text);

  for (const { file, text } of renderer.heads()) write(file, isFirst ? text : "");
  if (isFirst) renderer.shared(write);
  await outputs.flush();
  const count = to - from;
  /** Lets messages, timers and signals in: writes to memory never leave the microtask queue. */
  const othersTurn = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) throw new DeidError("interrupted", "generation was interrupted");
  };
  /** On this thread, from the first up to but not including an index. */
  const renderTo = async (end: number): Promise<void> => {
    for (let index = from; index < end; index++) {
      renderer.patient(index, write);
      // Whoever reads along sees the first at once.
      await (index === from ? outputs.flush() : outputs.flushFull());
      const done = index - from + 1;
      if (done % 64 !== 0 && index + 1 !== end) continue;
      onProgress?.({ patients: done, of: count });
      await othersTurn();
    }
    await outputs.flush();
  };
  if (workers === 1 || count <= alone) await renderTo(to);
  else {
    await renderTo(from + alone);
    let done = alone;
    const parts = createPartWriter(renderer);
    await renderInParallel({
      ...{ job, from: from + alone, to, workers, signal },
      async renderHere(begin, end) {
        for (let index = begin; index < end; index++) {
          parts.patient(index);
          if ((index - begin) % 32 === 31) await othersTurn();
        }
        return parts.take();
      },
      write: outputs.writeBytes,
      onPart(patients, tally) {
        // What this thread counted was taken with its part.
        addTally(renderer.tally, tally);
        done += patients;
        onProgress?.({ patients: done, of: count });
      },
    });
  }
  if (isLast) for (const { file, text } of renderer.ends()) write(file, text);
  await outputs.end();
  return { patients: to - from, ...renderer.tally, files: outputs.files() };
}

/** So many patients are made before threads are thought of: the first is seen soon. */
const alone = 20;

/** The patients of a range one after the other, each made when it is asked for. */
export function* generatePatients(profile: Profile, options: PopulationOptions & Range): Generator<PatientRecord, void, undefined> {
  const { from, to } = rangeOf(options);
  const population = createPopulation(profile, options);
  for (let index = from; index < to; index++) yield population.patient(index);
}

/** Indices from `from` up to but not including `to`; shards differ by at most one patient. */
function rangeOf({ patients, offset = 0, shard = { index: 1, count: 1 } }: Range & Pick<GenerateOptions, "shard">) {
  const isWhole = (number: number, low: number): boolean => Number.isSafeInteger(number) && number >= low;
  if (!isWhole(patients, 0)) throw new DeidError("bad-usage", "patients is a whole number from 0");
  // The range in which medical record numbers are unique.
  if (!isWhole(offset, 0) || offset + patients > 100_000_000)
    throw new DeidError("bad-usage", "offset and patients together reach at most 100,000,000");
  if (!isWhole(shard.count, 1) || !isWhole(shard.index, 1) || shard.index > shard.count) {
    throw new DeidError("bad-usage", "a shard is written i/n, with i from 1 to n", undefined, "for example --shard 2/8");
  }
  const cut = (part: number): number => offset + Math.floor((patients * part) / shard.count);
  return { from: cut(shard.index - 1), to: cut(shard.index), isFirst: shard.index === 1, isLast: shard.index === shard.count };
}

const flushBytes = 65_536;

interface Output {
  readonly to: Sink;
  readonly text: Utf8;
}

/** Gathers the many small texts of a file before they go to its sink. What lies in a folder is a whole file at once. */
function createOutputs(sink: (file: string) => Sink, assemblerOf: Awaited<ReturnType<Renderer["assemblers"]>>) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const open = new Map<string, Output>();
  const full = new Set<Output>();
  const folders = new Set<string>();
  const assemblers: Assembler[] = [];
  let whole: Piece[] = [];
  let wholeUnits = 0;
  const assembled = (file: string, to: Sink): Sink => {
    const assembler = assemblerOf(file, async (bytes) => {
      if (!to.writeBytes) throw new DeidError("bad-usage", "Parquet is no text: the sink needs writeBytes");
      await to.writeBytes(bytes);
    });
    if (!assembler) return to;
    assemblers.push(assembler);
    return { write: (text) => assembler.add(text) };
  };
  const outputOf = (file: string): Output => {
    let output = open.get(file);
    if (!output) {
      output = { to: assembled(file, sink(file)), text: createUtf8() };
      open.set(file, output);
    }
    return output;
  };
  const put = async ({ to, text }: Output): Promise<void> => {
    if (text.length > 0) await writeTo(to, text.take());
  };
  const putWhole = async (): Promise<void> => {
    const pieces = whole;
    whole = [];
    wholeUnits = 0;
    for (const { file, text } of pieces) {
      const to = sinkOfWhole(file);
      await to.write(text);
      await to.end?.();
    }
  };
  const sinkOfWhole = (file: string): Sink => {
    folders.add(file.slice(0, file.lastIndexOf("/") + 1));
    return sink(file);
  };
  const writeTo = async (to: Sink, bytes: Uint8Array): Promise<void> => {
    if (to.writeBytes) await to.writeBytes(bytes);
    else await to.write(decoder.decode(bytes));
  };
  return {
    add(file: string, text: string): void {
      if (file.includes("/")) {
        whole.push({ file, text });
        wholeUnits += text.length;
        return;
      }
      const output = outputOf(file);
      output.text.add(text);
      if (output.text.length >= flushBytes) full.add(output);
    },
    async flushFull(): Promise<void> {
      if (wholeUnits >= flushBytes) await putWhole();
      if (full.size === 0) return;
      for (const output of full) await put(output);
      full.clear();
    },
    async flush(): Promise<void> {
      await putWhole();
      for (const output of open.values()) await put(output);
      full.clear();
    },
    async end(): Promise<void> {
      await this.flush();
      for (const assembler of assemblers) await assembler.end();
    },
    async writeBytes(file: string, bytes: Uint8Array): Promise<void> {
      if (!file.includes("/")) return writeTo(outputOf(file).to, bytes);
      const to = sinkOfWhole(file);
      await writeTo(to, bytes);
      await to.end?.();
    },
    files: (): string[] => [...open.keys(), ...folders],
  };
}
