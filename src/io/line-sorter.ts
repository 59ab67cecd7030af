import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { DeidError } from "../errors.ts";

export interface LineSorterOptions {
  /** What lines are ordered by, by UTF-16 units. Lines with one key keep their order. */
  readonly keyOf: (line: string) => string;
  /** Where the folder with what does not fit into memory is made, once it is needed. */
  readonly folder: string;
  /** How much stays in memory, in UTF-16 units. Default 32 Mi. */
  readonly memoryUnits?: number;
  /** How many files are merged at a time. Default 64. */
  readonly fanIn?: number;
}

/** Orders the lines of a text that may be larger than memory: sorted runs on disk, merged. */
export interface LineSorter {
  /** A piece of the text, cut anywhere. */
  add(text: string): Promise<void>;
  /** All lines in order, each with its line feed, in pieces of some size. To be called once, after the last `add`. */
  sorted(): AsyncGenerator<string, void, undefined>;
  /** Removes what was written to disk. */
  discard(): Promise<void>;
}

interface Entry {
  readonly key: string;
  readonly line: string;
}

export function createLineSorter({ keyOf, folder, memoryUnits = 33_554_432, fanIn = 64 }: LineSorterOptions): LineSorter {
  let entries: Entry[] = [];
  let units = 0;
  let rest = "";
  let made: string | null = null;
  let files = 0;
  // Those of earlier lines first, so that equal keys keep their order.
  let runs: string[] = [];

  const spill = async (source: AsyncIterable<string> | Iterable<string>): Promise<string> => {
    try {
      made ??= await mkdtemp(join(folder, ".scrubjay-order-"));
      const path = join(made, String(files++));
      const file = await open(path, "wx", 0o600);
      try {
        for await (const piece of source) await file.write(piece);
      } finally {
        await file.close();
      }
      return path;
    } catch {
      // The system's error names the path.
      throw new DeidError("output-failed", "what is to be put in order cannot be written to disk");
    }
  };

  const spillMemory = async (): Promise<void> => {
    if (runs.length >= fanIn) {
      const merged = await spill(gathered(mergeRuns(runs.map((path) => linesOf(path, keyOf)))));
      for (const path of runs) await rm(path);
      runs = [merged];
    }
    runs.push(await spill(gathered(sortedEntries(entries))));
    entries = [];
    units = 0;
  };

  return {
    async add(text) {
      const lines = (rest + text).split("\n");
      rest = lines.pop()!;
      for (const line of lines) {
        entries.push({ key: keyOf(line), line });
        units += line.length;
      }
      if (units >= memoryUnits) await spillMemory();
    },
    async *sorted() {
      if (rest !== "") entries.push({ key: keyOf(rest), line: rest });
      rest = "";
      yield* gathered(mergeRuns([...runs.map((path) => linesOf(path, keyOf)), sortedEntries(entries)]));
    },
    async discard() {
      if (made !== null) await rm(made, { recursive: true, force: true });
      made = null;
    },
  };
}

async function* sortedEntries(entries: Entry[]): AsyncGenerator<Entry[], void, undefined> {
  yield entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The entries of a run in pieces. A carriage return ends no line here. */
async function* linesOf(path: string, keyOf: (line: string) => string): AsyncGenerator<Entry[], void, undefined> {
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 65_536 })) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    if (lines.length > 0) yield lines.map((line) => ({ key: keyOf(line), line }));
  }
}

type Run = AsyncGenerator<Entry[], void, undefined>;

/** Always the least of the runs' first lines; of equal ones that of the earlier run. */
async function* mergeRuns(runs: readonly Run[]): AsyncGenerator<string[], void, undefined> {
  const heads: { readonly run: Run; entries: Entry[]; at: number }[] = [];
  for (const run of runs) {
    const first = await run.next();
    if (!first.done && first.value.length > 0) heads.push({ run, entries: first.value, at: 0 });
  }
  let piece: string[] = [];
  while (heads.length > 0) {
    let least = 0;
    for (let i = 1; i < heads.length; i++) {
      if (heads[i]!.entries[heads[i]!.at]!.key < heads[least]!.entries[heads[least]!.at]!.key) least = i;
    }
    const head = heads[least]!;
    piece.push(head.entries[head.at++]!.line);
    if (piece.length >= 256) {
      yield piece;
      piece = [];
    }
    if (head.at < head.entries.length) continue;
    const next = await head.run.next();
    if (next.done) heads.splice(least, 1);
    else {
      head.entries = next.value;
      head.at = 0;
    }
  }
  if (piece.length > 0) yield piece;
}

async function* gathered(pieces: AsyncIterable<readonly (string | Entry)[]>): AsyncGenerator<string, void, undefined> {
  for await (const piece of pieces) {
    let text = "";
    for (const each of piece) {
      text += `${typeof each === "string" ? each : each.line}\n`;
      if (text.length < 262_144) continue;
      yield text;
      text = "";
    }
    if (text !== "") yield text;
  }
}
