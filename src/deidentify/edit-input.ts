import { DeidError } from "../errors.ts";
import type { ManifestInput, ManifestOutput } from "../evidence/manifest.ts";
import { renderQuarantined } from "../evidence/private.ts";
import type { Malformed } from "../formats/format.ts";
import { bomBytes, encodeText } from "../io/encoding.ts";
import { openSource } from "../io/source.ts";
import type { InputDigest } from "../secret/input-digest.ts";
import { type Engine, editorFor } from "./engine.ts";
import { type OpenInput, openInput, type RunInput } from "./input.ts";
import { editInParallel, type Pool } from "./parallel.ts";
import type { RunOptions, RunSink } from "./run-options.ts";

export interface EditedInput {
  readonly input: ManifestInput;
  readonly output: ManifestOutput;
}

/**
 * De-identifies one input into its sink, on one thread or several, and tells what the manifest says of both. Throws what
 * reading and writing throw; the sink is then dropped.
 */
export async function editInput(
  index: number,
  input: RunInput,
  engine: Engine,
  options: RunOptions,
  digestOf: () => InputDigest,
  pool: Pool | undefined,
): Promise<EditedInput> {
  const { display } = input;
  const quarantine = createQuarantine(display, options);
  const watch = createWatch(digestOf);
  const open = await openInput(input, options, { onBytes: watch.onBytes, onMalformed: quarantine.onMalformed });
  const { analysis, source } = open;
  for (const notice of source.notices) options.onNotice?.(`${display}: ${notice}`);
  if (source.encoding.name === "windows-1252") engine.evidence.warn({ reason: "windows-1252", input: display });
  const { sink, name } = await options.open(index, open);
  try {
    const bom = bomBytes(source.encoding);
    if (bom.length > 0) await sink.write(bom);
    const onRecords = (records: number): void => options.onProgress?.({ display, index, bytes: watch.bytes(), records });
    const job: EditJob = { open, engine, options, sink, quarantine, watch, onRecords };
    const records = await (pool && maySplit(open) ? editOnThreads(job, pool) : editHere(job));
    await quarantine.flush();
    const written = await sink.close();
    const about = { format: analysis.format.name, encoding: source.encoding.name };
    return {
      input: { name: display, digest: watch.hex(), records: records + quarantine.count(), quarantined: quarantine.count(), ...about },
      output: { name, ...written, records, ...about },
    };
  } catch (error) {
    await analysis.close().catch(() => undefined);
    await sink.drop();
    throw error;
  }
}

interface EditJob {
  readonly open: OpenInput;
  readonly engine: Engine;
  readonly options: RunOptions;
  readonly sink: RunSink;
  readonly quarantine: ReturnType<typeof createQuarantine>;
  readonly watch: ReturnType<typeof createWatch>;
  readonly onRecords: (records: number) => void;
}

/** The number of records written. */
async function editHere({ open, engine, options, sink, quarantine, onRecords }: EditJob): Promise<number> {
  const { input, analysis, plan, source } = open;
  const { format, slots, batches } = analysis;
  const editor = editorFor(engine, { plan, format, slots, inputName: input.table, display: input.display });
  let records = 0;
  for await (const batch of batches) {
    if (options.signal?.aborted) throw new DeidError("interrupted", "the run was interrupted");
    for (let e = 0; e < batch.entries; e++) if (batch.frame[e] === 0) records++;
    await sink.write(encodeText(await editor.edit(batch), source.encoding.name));
    await quarantine.flush();
    onRecords(records);
  }
  return records;
}

function maySplit({ analysis, source }: OpenInput): boolean {
  const { format, dialect } = analysis;
  return (
    format.splitBytes !== undefined &&
    source.rewindable &&
    // A header longer than the head settles no columns that a later chunk could be read by.
    (dialect.hasHeader !== true || dialect.columns !== undefined) &&
    (source.encoding.name === "utf-8" || source.encoding.name === "windows-1252")
  );
}

/** The same on several threads. The head was read to plan; the threads read from the start. */
async function editOnThreads({ open, engine, options, sink, quarantine, watch, onRecords }: EditJob, pool: Pool): Promise<number> {
  const { input, analysis, plan, source } = open;
  await analysis.close();
  quarantine.restart();
  watch.restart();
  const { display } = input;
  const encoding = source.encoding.name;
  const again = await openSource(input.from, { display, encoding, signal: options.signal, onBytes: watch.onBytes });
  const { records, malformed } = await editInParallel({
    bytes: again.raw(),
    format: analysis.format,
    dialect: analysis.dialect,
    pool,
    counts: engine.counts,
    evidence: engine.evidence,
    onMalformed: quarantine.onMalformed,
    write: async (bytes) => {
      await quarantine.flush();
      await sink.write(bytes);
    },
    onRecords,
    job: {
      plan,
      inputName: input.table,
      display,
      policy: engine.policy,
      codes: engine.codes.transfer(),
      asOf: options.asOf,
      surrogates: options.surrogates,
      detection: options.detection ?? {},
      roster: engine.roster?.transfer(),
      encoding,
      quarantine: quarantine.onMalformed !== undefined,
    },
  });
  return records - malformed;
}

/** Holds malformed records until they can be written away; without a quarantine they are errors. */
function createQuarantine(display: string, { onError, quarantine }: RunOptions) {
  const held: Malformed[] = [];
  let count = 0;
  return {
    onMalformed: onError === "quarantine" ? (malformed: Malformed) => void held.push(malformed) : undefined,
    flush: async (): Promise<void> => {
      for (const malformed of held.splice(0)) {
        count++;
        await quarantine(renderQuarantined(display, malformed));
      }
    },
    restart: (): void => {
      held.length = 0;
    },
    count: () => count,
  };
}

/** Counts and sums the bytes of an input as they are read. */
function createWatch(digestOf: () => InputDigest) {
  let digest = digestOf();
  let bytes = 0;
  return {
    onBytes: (chunk: Uint8Array): void => {
      bytes += chunk.length;
      digest.update(chunk);
    },
    restart: (): void => {
      digest = digestOf();
      bytes = 0;
    },
    bytes: () => bytes,
    hex: () => digest.hex(),
  };
}
