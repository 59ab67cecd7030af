import { DeidError } from "../errors.ts";
import { createCounts } from "../evidence/counts.ts";
import { buildManifest, type Manifest, type ManifestInput, type ManifestOutput } from "../evidence/manifest.ts";
import { sentencesFor } from "../evidence/sentences.ts";
import { type Codes, createAssignedCodes, createKeyedCodes } from "../secret/codes.ts";
import { inputDigests, randomWords } from "../secret/input-digest.ts";
import { EPOCH } from "../secret/token.ts";
import { createRoster, type Roster } from "../subjects/roster.ts";
import { version } from "../version.ts";
import { editInput } from "./edit-input.ts";
import { type Engine, finderFor, readAsOf } from "./engine.ts";
import { type OpenInput, openInput, type RunInput } from "./input.ts";
import { type Pool, startPool } from "./parallel.ts";
import type { RunOptions } from "./run-options.ts";
import { isRoster, surveyRoster } from "./survey.ts";

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
  const pool = options.workers > 1 ? startPool(options.workers) : undefined;
  try {
    return await runOn(pool, options);
  } finally {
    await pool?.stop();
  }
}

async function runOn(pool: Pool | undefined, options: RunOptions): Promise<RunReport> {
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
    find: finderFor(policy, options.detection),
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
      const done = await editInput(index, input, engine, options, digestOf, pool);
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
    options: {
      onError: options.onError,
      surrogates: options.surrogates,
      ...(options.header && { header: options.header }),
      ...detectionOf(options),
    },
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

/** What a manifest says of the detection asked for: how much was listed, never what. */
function detectionOf({ detection = {} }: RunOptions) {
  const { lists, recallTarget, model } = detection;
  return {
    ...(lists?.allow?.length && { allowed: lists.allow.length }),
    ...(lists?.deny?.length && { denied: lists.deny.length }),
    ...(recallTarget !== undefined && { recallTarget }),
    ...(model !== undefined && { model: true }),
  };
}

async function survey(rosters: readonly RunInput[], options: RunOptions, { codes, asOf }: Pick<Engine, "codes" | "asOf">): Promise<Roster> {
  const roster = createRoster(randomWords());
  for (const input of rosters) {
    const { analysis, plan } = await openInput(input, { ...options, subject: undefined }, { onMalformed: () => {} });
    await surveyRoster({ analysis, plan, roster, run: { codes, asOf, surrogates: false, dateOrder: plan.dateOrder } });
  }
  return roster;
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
