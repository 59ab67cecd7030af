import type { Malformed } from "../formats/format.ts";

/** Why a person should look at a place before the output leaves. */
export const warningReasons = {
  "rare-occupation": "an occupation or role that few people have",
  "public-figure": "words that tell of a public figure or a reported event",
  "unique-event": "an event that was in the news or happened to few",
  "formula-cell": "a cell that a spreadsheet would run as a formula; kept as it was",
  "surprising-cell": "a cell unlike its slot; it was treated more strictly",
  "name-in-path": "a file or folder name that may identify someone; the output has another",
  "windows-1252": "no valid UTF-8 beyond ASCII; read as Windows-1252",
  "no-subject": "a record without a subject; its dates were removed",
} as const;
export type WarningReason = keyof typeof warningReasons;

/** A place in an input, as it may be printed; positions stay home and never travel. */
export interface Warning {
  readonly reason: WarningReason;
  readonly input: string;
  readonly slot?: string | undefined;
  /** Counts from 1. */
  readonly record?: number | undefined;
  /** `[start, end)` in UTF-16 units of the value. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** How an input's slots differ from those that a policy names. */
export interface Drift {
  readonly input: string;
  readonly unnamed: readonly string[];
  readonly absent: readonly string[];
}

export interface PrivateEvidence {
  warn(warning: Warning): void;
  drift(drift: Drift): void;
  merge(other: PrivateEvidenceTransfer): void;
  transfer(): PrivateEvidenceTransfer;
  /** Names and contents of the files for the evidence folder; each wants mode 0600. Empty when there is nothing to say. */
  files(): readonly { readonly name: string; readonly text: string }[];
}

export interface PrivateEvidenceTransfer {
  readonly warnings: readonly Warning[];
  readonly tallies: readonly (readonly [input: string, reason: WarningReason, count: number])[];
  readonly drifts: readonly Drift[];
}

/** The mark by which `verifyOutput` knows a file that must stay home. */
export const evidenceMark = '"scrubjay-evidence":';

/** Past so many positions of one reason in one input, warnings are only counted: memory must not grow with the input. */
const positionsKept = 1000;

/** Evidence that stays home. Holds no value of an input; the quarantine, which does, is written apart. */
export function createPrivateEvidence(): PrivateEvidence {
  const warnings: Warning[] = [];
  const tallies = new Map<string, [string, WarningReason, number]>();
  const drifts: Drift[] = [];

  const tally = (input: string, reason: WarningReason, times: number): number => {
    const name = `${input}\u0000${reason}`;
    const row = tallies.get(name) ?? [input, reason, 0];
    row[2] += times;
    tallies.set(name, row);
    return row[2];
  };

  return {
    warn(warning) {
      if (tally(warning.input, warning.reason, 1) <= positionsKept) warnings.push(warning);
    },
    drift(drift) {
      drifts.push(drift);
    },
    merge(other) {
      for (const [input, reason, count] of other.tallies) tally(input, reason, count);
      warnings.push(...other.warnings);
      drifts.push(...other.drifts);
    },
    transfer: () => ({ warnings, tallies: [...tallies.values()], drifts }),
    files() {
      const files: { name: string; text: string }[] = [];
      if (tallies.size > 0) {
        files.push({
          name: "warnings.json",
          text: render("warnings", {
            counts: [...tallies.values()].map(([input, reason, count]) => ({ input, reason, means: warningReasons[reason], count })),
            positions: warnings,
          }),
        });
      }
      if (drifts.length > 0) files.push({ name: "drift.json", text: render("drift", { inputs: drifts }) });
      return files;
    },
  };
}

function render(part: string, content: object): string {
  return `${JSON.stringify({ "scrubjay-evidence": part, ...content }, null, 2)}\n`;
}

/** One line of `quarantine.ndjson`: the only evidence that holds what was read. */
export function renderQuarantined(input: string, { record, line, message, text }: Malformed): string {
  return `${JSON.stringify({ "scrubjay-evidence": "quarantine", input, record, line, message, text })}\n`;
}

/**
 * Where evidence goes unless told otherwise: `OUT.evidence` beside the output, a file or a folder. Paths may be written
 * with either separator.
 */
export function defaultEvidenceFolder(out: string): string {
  return `${out.replace(/[\\/]{1,8}$/, "")}.evidence`;
}

/** Whether `path` is `folder` or lies in it; both absolute and normalized. */
export function liesIn(path: string, folder: string): boolean {
  const base = folder.replace(/[\\/]{1,8}$/, "");
  return path === base || path.startsWith(`${base}/`) || path.startsWith(`${base}\\`);
}
