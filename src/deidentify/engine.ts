import type { CalendarDate } from "../calendar/index.ts";
import type { Detector, Known } from "../detect/finding.ts";
import { createDetectors, type Detection } from "../detect/index.ts";
import { createTimes } from "../detect/times.ts";
import { DeidError } from "../errors.ts";
import type { Counts } from "../evidence/counts.ts";
import type { PrivateEvidence } from "../evidence/private.ts";
import type { Format } from "../formats/format.ts";
import type { Slot } from "../formats/slot.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import type { Policy } from "../policy/index.ts";
import type { Codes } from "../secret/codes.ts";
import type { Roster } from "../subjects/roster.ts";
import type { RunContext, Surrogates } from "../transform/index.ts";
import { analyze } from "./analyze.ts";
import { createEditor, type Editor } from "./editor.ts";
import { createFinder, type Finder } from "./find.ts";
import { type InputPlan, isSubjectKind, planInput } from "./plan.ts";
import { createScrubber, type Prose, type Scrubber } from "./scrub.ts";
import { nobody, subjectIdOf } from "./subject.ts";
import { createTally, type Tally } from "./tally.ts";

/** What all inputs of a run share in one thread. */
export interface Engine {
  readonly policy: Policy;
  readonly codes: Codes;
  readonly asOf: CalendarDate;
  readonly surrogates: Surrogates;
  readonly roster: Roster | undefined;
  readonly find: Finder;
  readonly counts: Counts;
  readonly evidence: PrivateEvidence;
}

/** The default ensemble, with what the policy asks of it. Make one for a run: it remembers what it looked up. */
export function finderFor({ text }: Policy, detection: Detection = {}, own: readonly Detector[] = []): Finder {
  const wanted = { weekdays: text.weekdays === "redact", timesOfDay: text.timesOfDay === "redact" };
  return createFinder([...createDetectors(detection), ...(wanted.weekdays || wanted.timesOfDay ? [createTimes(wanted)] : []), ...own]);
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
  const { plan, format, slots, inputName, display } = input;
  const { policy, roster } = engine;
  const run = runOf(engine, plan.dateOrder);
  const tally = createTally(display, engine.counts, engine.evidence);
  return createEditor({ plan, format, slots, inputName, policy, run, roster, scrubber: scrubberOf(engine, run, inputName, tally), tally });
}

/** Scrubs one text of no input; `known` tells of its subject. */
export async function scrubText(engine: Engine, text: string, known: Known | undefined): Promise<string> {
  const run = runOf(engine, "mdy");
  const scrubber = scrubberOf(engine, run, "", createTally("text", engine.counts, engine.evidence));
  const prose = {
    value: text,
    entry: nobody,
    entrySubject: nobody,
    known,
    path: "text",
    isKey: false,
    isSurprising: false,
    record: 1,
    run,
    depth: 0,
  };
  return (await scrubber.scrub([prose]))[0] ?? "";
}

function runOf({ codes, asOf, surrogates }: Engine, dateOrder: "mdy" | "dmy"): RunContext {
  return { codes, asOf, surrogates, dateOrder };
}

function scrubberOf(engine: Engine, run: RunContext, inputName: string, tally: Tally): Scrubber {
  const { policy, roster, find } = engine;
  const document = async (text: string, as: "json" | "delimited", prose: Prose): Promise<string> => {
    const inner: Tally = {
      ...tally,
      counter: (slot, kind, rule) => tally.counter(`${prose.path} > ${slot}`, kind, rule),
      warn: (reason) => tally.warn(reason, { slot: prose.path, record: prose.record }),
    };
    const { dialect, format, slots, verdicts, batches } = await analyze(once(text), { name: "", inputName, format: as });
    const plan = planInput({ dialect, slots, verdicts, policy, subject: undefined, inputName: null });
    const scrubber = scrubberOf(engine, run, inputName, inner);
    const editor = createEditor({ plan, format, slots, inputName, policy, run, roster, scrubber, tally: inner, within: prose });
    let out = "";
    for await (const batch of batches) out += await editor.edit(batch);
    return out;
  };
  const subjectOf = roster && {
    find: (kind: KindName, value: string): number => {
      const id = isSubjectKind(kind) ? subjectIdOf(kind, value) : undefined;
      return id ? roster.find(id) : 0;
    },
    known: (subject: number): Known => roster.knownOf(subject),
    offsetDays: (subject: number): number => roster.offsetDays(subject),
  };
  return createScrubber({ policy, find, tally, document, subjectOf });
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
