import type { Detection } from "../detect/index.ts";
import { DeidError, type ErrorCode, type Location } from "../errors.ts";
import { type CountsTransfer, createCounts } from "../evidence/counts.ts";
import { createPrivateEvidence, type PrivateEvidence, type PrivateEvidenceTransfer } from "../evidence/private.ts";
import type { Malformed } from "../formats/format.ts";
import { formatByName } from "../formats/index.ts";
import type { Slot } from "../formats/slot.ts";
import { createDecoder, type EncodingName, encodeText } from "../io/encoding.ts";
import { serveThread } from "../io/threads.ts";
import type { Policy } from "../policy/index.ts";
import { type CodesTransfer, openCodes } from "../secret/codes.ts";
import { openRoster, type RosterTransfer } from "../subjects/roster.ts";
import type { Surrogates } from "../transform/index.ts";
import { keyJudge } from "./analyze.ts";
import { editorFor, finderFor, readAsOf } from "./engine.ts";
import type { InputPlan } from "./plan.ts";

/** What a thread must know of one input. */
export interface WorkerJob {
  readonly plan: InputPlan;
  readonly inputName: string;
  readonly display: string;
  readonly policy: Policy;
  readonly codes: CodesTransfer;
  readonly asOf: string;
  readonly surrogates: Surrogates;
  readonly detection: Detection;
  readonly roster: RosterTransfer | undefined;
  readonly encoding: EncodingName;
  readonly quarantine: boolean;
}

/** An input begins with its job; then come whole records, `isFirst` when the header, if any, stands in them; then a call for the counts. */
export type WorkerCall = { readonly job: WorkerJob } | ChunkCall | { readonly finish: true };

interface ChunkCall {
  readonly bytes: Uint8Array;
  readonly isFirst: boolean;
}

/** Positions in it count from the start of the chunk; who asked knows where that is. */
export type WorkerAnswer =
  | {
      readonly bytes: Uint8Array;
      readonly records: number;
      readonly lines: number;
      readonly malformed: readonly Malformed[];
      readonly evidence: PrivateEvidenceTransfer;
    }
  | { readonly ready: true }
  | { readonly counts: CountsTransfer }
  | {
      readonly code: ErrorCode | "defect";
      readonly message: string;
      readonly location?: Location | undefined;
      readonly hint?: string | undefined;
    };

interface Work {
  edit(call: ChunkCall): Promise<{ readonly answer: WorkerAnswer; readonly transfer?: readonly ArrayBuffer[] }>;
  counts(): CountsTransfer;
}

serveThread<WorkerCall, WorkerAnswer>(() => {
  let work: Work | undefined;
  return async (call) => {
    if ("job" in call) {
      try {
        work = takeUp(call.job);
        return { answer: { ready: true } };
      } catch {
        return { answer: { code: "defect", message: "" } };
      }
    }
    if (!work) return { answer: { code: "defect", message: "" } };
    return "finish" in call ? { answer: { counts: work.counts() } } : work.edit(call);
  };
});

function takeUp(job: WorkerJob): Work {
  const { plan, encoding } = job;
  const format = formatByName(plan.dialect.format);
  const slots: Slot[] = [];
  const shared = {
    policy: job.policy,
    codes: openCodes(job.codes),
    asOf: readAsOf(job.asOf),
    surrogates: job.surrogates,
    roster: job.roster && openRoster(job.roster),
    find: finderFor(job.policy, job.detection),
  };
  const counts = createCounts();
  let evidence = createPrivateEvidence();
  const evidenceNow: PrivateEvidence = {
    warn: (warning) => evidence.warn(warning),
    drift: (drift) => evidence.drift(drift),
    merge: (other) => evidence.merge(other),
    transfer: () => evidence.transfer(),
    files: () => evidence.files(),
  };
  const isValue = keyJudge();
  let editor: ReturnType<typeof editorFor> | undefined;

  const edit: Work["edit"] = async ({ bytes, isFirst }) => {
    try {
      const malformed: Malformed[] = [];
      const dialect = isFirst ? plan.dialect : { ...plan.dialect, hasHeader: false };
      const batches = format.decode([textOf(bytes, encoding)], dialect, slots, {
        isValue,
        header: dialect.hasHeader ? "yes" : "no",
        columns: plan.dialect.columns,
        ...(job.quarantine && { onMalformed: (one: Malformed) => void malformed.push(one) }),
      });
      const parts: Uint8Array[] = [];
      let records = 0;
      for await (const batch of batches) {
        editor ??= editorFor(
          { ...shared, counts, evidence: evidenceNow },
          { plan, format, slots, inputName: job.inputName, display: job.display },
        );
        for (let e = 0; e < batch.entries; e++) if (batch.frame[e] === 0) records++;
        parts.push(encodeText(await editor.edit(batch), encoding));
      }
      const encoded = joined(parts);
      const answer = { bytes: encoded, records, lines: countLines(bytes), malformed, evidence: evidence.transfer() };
      return { answer, transfer: [encoded.buffer] };
    } catch (error) {
      if (!(error instanceof DeidError)) return { answer: { code: "defect", message: "" } };
      return { answer: { code: error.code, message: error.message, location: error.location, hint: error.hint } };
    } finally {
      evidence = createPrivateEvidence();
    }
  };
  return { edit, counts: () => counts.rows() };
}

/** In memory of its own, which can be handed over: small buffers share that of a pool. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function textOf(bytes: Uint8Array, encoding: EncodingName): string {
  const decoder = createDecoder(encoding, 0);
  return decoder.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) + decoder.end();
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}
