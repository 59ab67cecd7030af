import type { Detection } from "../detect/index.ts";
import type { PrivateEvidence } from "../evidence/private.ts";
import type { Written } from "../io/staging.ts";
import type { Codes } from "../secret/codes.ts";
import type { Secret } from "../secret/key.ts";
import type { Surrogates } from "../transform/index.ts";
import type { OpenInput, ReadingOptions, RunInput } from "./input.ts";

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
  readonly surrogates: Surrogates;
  /** How identifiers are looked for in prose; default: by every detector, at the usual operating point. */
  readonly detection?: Detection | undefined;
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
