import { DeidError } from "../errors.ts";
import { createCounts } from "../evidence/counts.ts";
import { buildManifest, type Manifest, type ManifestInput, type ManifestOutput } from "../evidence/manifest.ts";
import { type PrivateEvidence, renderQuarantined } from "../evidence/private.ts";
import { sentencesFor } from "../evidence/sentences.ts";
import type { Malformed } from "../formats/format.ts";
import { bomBytes, encodeText } from "../io/encoding.ts";
import { openSource } from "../io/source.ts";
import type { Written } from "../io/staging.ts";
import { type Codes, createAssignedCodes, createKeyedCodes } from "../secret/codes.ts";
import { inputDigests, randomWords } from "../secret/input-digest.ts";
import type { Secret } from "../secret/key.ts";
import { EPOCH } from "../secret/token.ts";
import { createRoster, type Roster } from "../subjects/roster.ts";
import { version } from "../version.ts";
import { detectorsFor, type Engine, editorFor, readAsOf } from "./engine.ts";
import { type OpenInput, openInput, type ReadingOptions, type RunInput } from "./input.ts";
import { editInParallel } from "./parallel.ts";
import { isRoster, surveyRoster } from "./survey.ts";

/** Where the output of one input goes; the caller stages it. */
export interface RunSink {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<Written>;
  /** The input turned out bad: what was written is taken back. */
  drop(): Promise<void>;
}

export interface RunOptions extends ReadingOptions {
  readonly inputs: readonly RunInput[];
  /** Read for who is who before anything else; gives no output. */
  readonly rosters?: readonly RunInput[];
  readonly asOf: string;
  readonly surrogates: boolean;
  /** Codes are keyed with it, unless codes from a vault are given. */
  readonly secret?: Secret | undefined;
  readonly codes?: Codes | undefined;
  readonly workers: number;
  readonly onError: "refuse" | "quarantine";
  readonly determination?: string | undefined;
  readonly dataUseAgreement?: string | undefined;
  /** The output of an input, by its place in `inputs`; `name` is how the manifest calls it. */
  readonly open: (index: number, input: OpenInput) => Promise<{ readonly sink: RunSink; readonly name: string }>;
  /** Takes what must stay home; also holds something when the run throws `schema-drift`. */
  readonly evidence: PrivateEvidence;
  /** Takes one line of the quarantine, which holds what was read. */
  readonly quarantine: (line: string) => Promise<void>;
  readonly onProgress?: (progress: {
    readonly display: string;
    readonly index: number;
    readonly bytes: number;
    readonly records: number;
  }) => void;
  readonly onNotice?: (notice: string) => void;
}

export interface RunReport {
  readonly manifest: Manifest;
  readonly codes: Codes;
  /** Of inputs that gave no output; the other files of the run are whole. */
  readonly failures: readonly DeidError[];
  readonly quarantined: number;
}

/**
 * One run: one key, one crosswalk, one manifest. Every input is opened and planned before any output is written, so that
 * drift refuses the run; then rosters are surveyed, then each input is edited. A malformed input fails alone.
 * Throws `schema-drift`, `interrupted`, `output-failed` and other failures of the whole.
 */
export async function runDeidentify(options: RunOptions): Promise<RunReport> {
  const { policy, secret, signal } = options;
  const codes = options.codes ?? (secret ? createKeyedCodes(secret) : createAssignedCodes());
  const counts = createCounts();
  const { evidence } = options;
  const digestOf = inputDigests(secret);
  const shared = {
    policy,
    codes,
    asOf: readAsOf(options.asOf),
    surrogates: options.surrogates,
    detectors: detectorsFor(policy),
    counts,
    evidence,
  };
  const failures: DeidError[] = [];
  const refused: { input: string; code: string }[] = [];
  const fail = (error: unknown, { display }: RunInput): void => {
    const told = asFailure(error);
    failures.push(told.at({ input: display }));
    refused.push({ input: display, code: told.code });
  };

  const isStream = options.inputs.some(({ from }) => typeof from !== "string");
  const planned = new Map<number, OpenInput>();
  const rosterInputs: RunInput[] = [...(options.rosters ?? [])];
  if (!isStream) {
    for (const [index, input] of options.inputs.entries()) {
      try {
        const open = await openInput(input, options, {
          ...(options.onError === "quarantine" && { onMalformed: () => {} }),
          onDrift: (drift) => evidence.drift(drift),
        });
        await open.analysis.close();
        planned.set(index, open);
        if (isRoster(open.plan)) rosterInputs.push(input);
      } catch (error) {
        fail(error, input);
      }
    }
    const drifted = failures.filter(({ code }) => code === "schema-drift");
    if (drifted.length > 0) throw drifted[0]!;
  }

  // One input that is its own roster needs no survey for its prose: what an entry knows of its subject stands in it.
  const roster =
    rosterInputs.length > 0 && (options.inputs.length > 1 || (options.rosters?.length ?? 0) > 0)
      ? await survey(rosterInputs, options, shared)
      : undefined;
  const engine: Engine = { ...shared, roster };

  const inputs: ManifestInput[] = [];
  const outputs: ManifestOutput[] = [];
  for (const [index, input] of options.inputs.entries()) {
    if (!isStream && !planned.has(index)) continue;
    try {
      const done = await editOne(index, input, engine, options, digestOf);
      inputs.push(done.input);
      outputs.push(done.output);
    } catch (error) {
      if (error instanceof DeidError && (error.code === "interrupted" || error.exitCode === 3 || error.code.startsWith("output-")))
        throw error.at({ input: input.display });
      fail(error, input);
    }
  }
  if (signal?.aborted) throw new DeidError("interrupted", "the run was interrupted");

  const rows = counts.rows();
  const manifest = buildManifest({
    version,
    epoch: Number(EPOCH),
    standard: policy.standard,
    policy: { name: policy.name, digest: policy.digest },
    codes: { derivation: codes.derivation, key: codes.derivation === "keyed" && secret ? secret.fingerprint() : null },
    inputDigests: secret ? "key" : "run",
    referenceDate: options.asOf,
    determination: options.determination,
    dataUseAgreement: options.dataUseAgreement,
    options: { onError: options.onError, surrogates: options.surrogates, ...(options.header && { header: options.header }) },
    outputs,
    inputs,
    counts: rows,
    placeholders: [],
    dropped: [],
    refused,
    sentences: sentencesFor({
      standard: policy.standard,
      policy: policy.name,
      codes: codes.derivation,
      surrogates: options.surrogates,
      surveyed: roster !== undefined,
      timesKept: policy.text.timesOfDay === "keep",
      prose: [...planned.values()].some(({ plan }) => plan.slots.some(({ action }) => action === "scrub")) || isStream,
      determination: options.determination,
      dataUseAgreement: options.dataUseAgreement,
    }),
  });
  return { manifest, codes, failures, quarantined: manifest.totals.quarantined };
}

async function survey(rosters: readonly RunInput[], options: RunOptions, { codes, asOf }: Pick<Engine, "codes" | "asOf">): Promise<Roster> {
  const roster = createRoster(randomWords());
  for (const input of rosters) {
    const { analysis, plan } = await openInput(input, { ...options, subject: undefined }, { onMalformed: () => {} });
    await surveyRoster({ analysis, plan, roster, run: { codes, asOf, surrogates: false, dateOrder: plan.dateOrder } });
  }
  return roster;
}

async function editOne(
  index: number,
  input: RunInput,
  engine: Engine,
  options: RunOptions,
  digestOf: ReturnType<typeof inputDigests>,
): Promise<{ readonly input: ManifestInput; readonly output: ManifestOutput }> {
  const { display } = input;
  let digest = digestOf();
  let bytesRead = 0;
  let records = 0;
  const quarantined: Malformed[] = [];
  let putAside = 0;
  const onMalformed = options.onError === "quarantine" ? (malformed: Malformed) => void quarantined.push(malformed) : undefined;
  const onBytes = (bytes: Uint8Array): void => {
    bytesRead += bytes.length;
    digest.update(bytes);
  };
  const open = await openInput(input, options, { onBytes, onMalformed });
  const { analysis, plan, source } = open;
  for (const notice of source.notices) {
    options.onNotice?.(`${display}: ${notice}`);
    if (source.encoding.name === "windows-1252") engine.evidence.warn({ reason: "windows-1252", input: display });
  }
  const { sink, name } = await options.open(index, open);
  const putQuarantineAway = async (): Promise<void> => {
    for (const malformed of quarantined.splice(0)) {
      putAside++;
      await options.quarantine(renderQuarantined(display, malformed));
    }
  };
  try {
    const bom = bomBytes(source.encoding);
    if (bom.length > 0) await sink.write(bom);
    const parallel =
      options.workers > 1 &&
      analysis.format.splitBytes &&
      source.rewindable &&
      // A header longer than the head settles no columns that a later chunk could be read by.
      (analysis.dialect.hasHeader !== true || analysis.dialect.columns !== undefined) &&
      (source.encoding.name === "utf-8" || source.encoding.name === "windows-1252");
    if (parallel) {
      // The head was read to plan; the threads read from the start.
      await analysis.close();
      quarantined.length = 0;
      digest = digestOf();
      bytesRead = 0;
      const again = await openSource(input.from, { display, encoding: source.encoding.name, signal: options.signal, onBytes });
      const done = await editInParallel({
        bytes: again.raw(),
        format: analysis.format,
        dialect: analysis.dialect,
        workers: options.workers,
        counts: engine.counts,
        evidence: engine.evidence,
        onMalformed,
        write: async (bytes) => {
          await putQuarantineAway();
          await sink.write(bytes);
        },
        onRecords: (done) => options.onProgress?.({ display, index, bytes: bytesRead, records: done }),
        job: {
          plan,
          inputName: input.table,
          display,
          policy: engine.policy,
          codes: engine.codes.transfer(),
          asOf: options.asOf,
          surrogates: options.surrogates,
          roster: engine.roster?.transfer(),
          encoding: source.encoding.name,
          quarantine: onMalformed !== undefined,
        },
      });
      records = done.records - done.malformed;
    } else {
      const editor = editorFor(engine, { plan, format: analysis.format, slots: analysis.slots, inputName: input.table, display });
      for await (const batch of analysis.batches) {
        if (options.signal?.aborted) throw new DeidError("interrupted", "the run was interrupted");
        for (let e = 0; e < batch.entries; e++) if (batch.frame[e] === 0) records++;
        await sink.write(encodeText(await editor.edit(batch), source.encoding.name));
        await putQuarantineAway();
        options.onProgress?.({ display, index, bytes: bytesRead, records });
      }
    }
    await putQuarantineAway();
    const written = await sink.close();
    const about = { format: analysis.format.name, encoding: source.encoding.name };
    return {
      input: { name: display, digest: digest.hex(), records: records + putAside, quarantined: putAside, ...about },
      output: { name, ...written, records, ...about },
    };
  } catch (error) {
    await analysis.close().catch(() => undefined);
    await sink.drop();
    throw error;
  }
}

/** A failure of ours keeps its words; any other may quote a value and keeps none. */
function asFailure(error: unknown): DeidError {
  if (error instanceof DeidError) return error;
  const frame = error instanceof Error ? /[\\/](?:dist|src)[\\/]([\w\\/.-]{1,80}:\d{1,6})/.exec(error.stack ?? "")?.[1] : undefined;
  return new DeidError(
    "malformed",
    `a defect in scrubjay${frame ? ` at ${frame}` : ""} kept this input from being read; nothing of it is shown`,
  );
}
