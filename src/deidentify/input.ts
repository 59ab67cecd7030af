import { compareDrift } from "../classify/draft.ts";
import { DeidError } from "../errors.ts";
import type { Drift } from "../evidence/private.ts";
import type { FormatName, Malformed } from "../formats/format.ts";
import { recognizeUnsupported } from "../formats/unsupported.ts";
import { openSource, type Source } from "../io/source.ts";
import type { Policy } from "../policy/policy.ts";
import { slotsFor } from "../policy/rule.ts";
import { type Analysis, analyze } from "./analyze.ts";
import { type InputPlan, planInput } from "./plan.ts";

/** An input of a run. */
export interface RunInput {
  /** A path, or a stream that can be read once. */
  readonly from: string | AsyncIterable<Uint8Array>;
  /** The file's own name: its extension breaks ties, a policy's patterns are matched with it. Never printed. */
  readonly name: string;
  /** Safe to print. */
  readonly display: string;
  /** The table's name, or empty where it is not safe. */
  readonly table: string;
}

export interface ReadingOptions {
  readonly policy: Policy;
  readonly format?: FormatName | undefined;
  readonly encoding?: string | undefined;
  readonly header?: "auto" | "yes" | "no" | undefined;
  readonly subject?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An input whose head has been read: what it is, and what is to be done with it. */
export interface OpenInput {
  readonly input: RunInput;
  readonly source: Source;
  readonly analysis: Analysis;
  readonly plan: InputPlan;
}

/**
 * Opens an input, recognizes its encoding and format, judges its slots and plans what is done. Throws what reading throws,
 * `format-unsupported` for a format that is known by name only, and `schema-drift`; each with the input's display name.
 */
export async function openInput(
  input: RunInput,
  options: ReadingOptions,
  watch: {
    readonly onBytes?: ((bytes: Uint8Array) => void) | undefined;
    readonly onMalformed?: ((malformed: Malformed) => void) | undefined;
    /** How the slots differ from those that a policy of the user's own names; also before `schema-drift` is thrown. */
    readonly onDrift?: ((drift: Drift) => void) | undefined;
  } = {},
): Promise<OpenInput> {
  const { policy, signal } = options;
  try {
    const source = await openSource(input.from, { display: input.display, encoding: options.encoding, signal, onBytes: watch.onBytes });
    const unsupported = recognizeUnsupported(source.head, input.name);
    if (unsupported !== null && options.format === undefined) {
      throw new DeidError("format-unsupported", `this is ${unsupported}, which is not supported`, undefined, "see: scrubjay list formats");
    }
    const analysis = await analyze(source.text(), {
      name: input.name,
      inputName: input.table,
      format: options.format,
      header: options.header,
      onMalformed: watch.onMalformed,
    });
    const named = policy.inputs.length > 0 ? slotsFor(policy, input.name) : null;
    if (named && watch.onDrift) {
      const { missing, unused } = compareDrift(named, analysis.slots);
      if (missing.length + unused.length > 0)
        watch.onDrift({ input: input.display, unnamed: missing.map(({ path }) => path), absent: unused });
    }
    const plan = planInput({ ...analysis, policy, subject: options.subject, inputName: input.name });
    return { input, source, analysis, plan };
  } catch (error) {
    throw error instanceof DeidError ? error.at({ input: input.display }) : error;
  }
}
