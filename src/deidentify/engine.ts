import type { CalendarDate } from "../calendar/index.ts";
import type { Detector } from "../detect/finding.ts";
import { DeidError } from "../errors.ts";
import type { Counts } from "../evidence/counts.ts";
import type { PrivateEvidence } from "../evidence/private.ts";
import type { Format } from "../formats/format.ts";
import type { Slot } from "../formats/slot.ts";
import type { Policy } from "../policy/index.ts";
import type { Codes } from "../secret/codes.ts";
import type { Roster } from "../subjects/roster.ts";
import type { RunContext } from "../transform/index.ts";
import { analyze } from "./analyze.ts";
import { createEditor, type Editor } from "./editor.ts";
import { type InputPlan, planInput } from "./plan.ts";
import { createScrubber, type Prose } from "./scrub.ts";
import { createTally, type Tally } from "./tally.ts";

/** What all inputs of a run share in one thread. */
export interface Engine {
  readonly policy: Policy;
  readonly codes: Codes;
  readonly asOf: CalendarDate;
  readonly surrogates: boolean;
  readonly roster: Roster | undefined;
  readonly detectors: readonly Detector[];
  readonly counts: Counts;
  readonly evidence: PrivateEvidence;
}

export interface EngineInput {
  readonly plan: InputPlan;
  readonly format: Format;
  readonly slots: readonly Slot[];
  /** Of the table: tells what its `id` column holds. */
  readonly inputName: string;
  /** Safe to print. */
  readonly display: string;
}

/** The editor of one input. Documents inside its strings run through the whole pipeline again, one level down. */
export function editorFor(engine: Engine, input: EngineInput): Editor {
  const { policy, codes, asOf, surrogates, roster, detectors } = engine;
  const run: RunContext = { codes, asOf, surrogates, dateOrder: input.plan.dateOrder };
  const scrubberFor = (tally: Tally) =>
    createScrubber({ policy, detectors, tally, document: (text, prose) => document(text, prose, tally) });

  const document = async (text: string, prose: Prose, outer: Tally): Promise<string | null> => {
    const tally: Tally = {
      ...outer,
      counter: (slot, kind, rule) => outer.counter(`${prose.path} > ${slot}`, kind, rule),
      warn: (reason, at) => outer.warn(reason, { slot: prose.path, ...(at.record && { record: prose.record }) }),
    };
    const { dialect, format, slots, verdicts, batches } = await analyze(once(text), {
      name: "",
      inputName: input.inputName,
      format: "json",
    });
    const plan = planInput({ dialect, slots, verdicts, policy, subject: undefined, inputName: null });
    const editor = createEditor({
      plan,
      format,
      slots,
      inputName: input.inputName,
      policy,
      run,
      roster,
      scrubber: scrubberFor(tally),
      tally,
      within: prose,
    });
    let out = "";
    for await (const batch of batches) out += await editor.edit(batch);
    return out;
  };

  const tally = createTally(input.display, engine.counts, engine.evidence);
  return createEditor({
    plan: input.plan,
    format: input.format,
    slots: input.slots,
    inputName: input.inputName,
    policy,
    run,
    roster,
    scrubber: scrubberFor(tally),
    tally,
  });
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** `YYYY-MM-DD` as a calendar date. Throws `bad-usage` when it is none. */
export function readAsOf(text: string): CalendarDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) throw new DeidError("bad-usage", "the reference date is written YYYY-MM-DD");
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}
