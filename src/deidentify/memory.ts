import type { Detector, Finding, Known } from "../detect/finding.ts";
import type { Detection } from "../detect/index.ts";
import { DeidError } from "../errors.ts";
import { type CountRow, createCounts } from "../evidence/counts.ts";
import { createPrivateEvidence, type Warning } from "../evidence/private.ts";
import type { FormatName } from "../formats/format.ts";
import { type KindName, kinds } from "../identifiers/kinds/index.ts";
import { kindsForLabel } from "../identifiers/labels.ts";
import { loadPolicy, type Policy, withSurrogates, withTokens } from "../policy/index.ts";
import { createAssignedCodes, createKeyedCodes } from "../secret/codes.ts";
import { randomWords } from "../secret/input-digest.ts";
import { parseKey } from "../secret/key.ts";
import { createRoster, type Roster } from "../subjects/roster.ts";
import { wordsOf } from "../subjects/words.ts";
import { analyze } from "./analyze.ts";
import { type Engine, editorFor, finderFor, readAsOf, scrubText } from "./engine.ts";
import { planInput } from "./plan.ts";
import { surveyRoster } from "./survey.ts";

export interface DeidentifierOptions {
  /** The reference date, `YYYY-MM-DD`: ages are compared with it. Not read from the clock, so that a test gives the same tomorrow. */
  readonly asOf: string;
  /** A standard's name (default `safe-harbor`), the text of a policy in YAML, or a policy already loaded. */
  readonly policy?: string | Policy;
  /** 64 hex digits or base64 of 32 bytes: codes are keyed, the same in every run. Absent: assigned at random, for this deidentifier only. */
  readonly key?: string;
  /**
   * Realistic invented replacements for names, contacts and so on, where the policy removes them. `true` and `varied`: in
   * prose they change from mention to mention by chance, so that a missed name is no odd one out; `consistent`: equal ones are replaced alike.
   */
  readonly surrogates?: boolean | "varied" | "consistent";
  /** In prose codes instead of tags: the same for the same person or number. */
  readonly tokens?: boolean;
  /** Rows that say who is who: their names are found in the text of later rows with the same subject id. */
  readonly subjects?: Iterable<object> | AsyncIterable<object>;
  /** Further detectors, beside the default ones. */
  readonly detectors?: readonly Detector[];
  /** Words and phrases to remove or to keep, the share of identifiers to be found, a model of your own. */
  readonly detection?: Detection;
  readonly signal?: AbortSignal;
}

export interface TableOptions {
  /** The table's name, as its file would be called: `patients`. Tells what an `id` column holds, and which part of a policy applies. */
  readonly name?: string;
  /** The column that says whose row it is, where labels and values do not tell. */
  readonly subject?: string;
}

/** De-identifies values in memory. Needs no file system. All calls share codes: equal identifiers get equal codes. */
export interface Deidentifier {
  /**
   * Rows or nested objects: what JSON can hold (a `Date` comes back as text). The first 1,000 settle what each column is,
   * then rows come out as they are read, in order. Throws `schema-drift`, `interrupted`.
   */
  rows<T extends object>(rows: Iterable<T> | AsyncIterable<T>, options?: TableOptions): AsyncGenerator<T>;
  /** One object, judged by itself. For many of one sort `rows` knows more. */
  object<T extends object>(value: T, options?: TableOptions): Promise<T>;
  /** Prose. `known` holds identifiers of its subject by label (`{ name, mrn, phone }`), then found in it also in part and misspelt. */
  text(text: string, known?: object): Promise<string>;
  /** What the detectors find in prose: positions and reasons, resolved so that none overlap. */
  find(text: string): Promise<readonly Finding[]>;
  /** Text in a format, in chunks: `pipeline(createReadStream(…), deidentifier.through({ format: "delimited" }), …)`. */
  through(options: TableOptions & { readonly format: FormatName }): (source: AsyncIterable<string | Uint8Array>) => AsyncGenerator<string>;
  /** How often each rule was applied, by slot, so far. Exact counts: for your own eyes, not for publication. */
  counts(): readonly CountRow[];
  /** Places that a person should look at, so far. */
  warnings(): readonly Warning[];
}

/** Throws `bad-policy`, `key-invalid`, `bad-usage`. */
export async function createDeidentifier(options: DeidentifierOptions): Promise<Deidentifier> {
  const { signal } = options;
  const loaded = typeof options.policy === "object" ? options.policy : loadPolicy(options.policy ?? "safe-harbor");
  const surrogates = options.surrogates === true ? "varied" : (options.surrogates ?? false);
  if (surrogates && options.tokens) throw new DeidError("bad-usage", "codes and surrogates in prose exclude each other");
  const policy = surrogates ? withSurrogates(loaded, kinds) : options.tokens ? withTokens(loaded, kinds) : loaded;
  const codes = options.key === undefined ? createAssignedCodes() : createKeyedCodes(parseKey(options.key, "the key"));
  const counts = createCounts();
  const evidence = createPrivateEvidence();
  const asOf = readAsOf(options.asOf);
  const find = finderFor(policy, options.detection, options.detectors);
  let roster: Roster | undefined;
  const engine = (): Engine => ({ policy, codes, asOf, surrogates, roster, find, counts, evidence });

  async function* edit(source: AsyncIterable<string>, format: FormatName, { name = "", subject }: TableOptions): AsyncGenerator<string> {
    const { dialect, slots, verdicts, batches, format: found } = await analyze(source, { name: "", inputName: name, format });
    const plan = planInput({ dialect, slots, verdicts, policy, subject, inputName: name });
    const editor = editorFor(engine(), { plan, format: found, slots, inputName: name, display: name === "" ? "memory" : name });
    for await (const batch of batches) {
      if (signal?.aborted) throw new DeidError("interrupted", "the run was interrupted");
      yield await editor.edit(batch);
    }
  }

  async function* rows<T extends object>(source: Iterable<T> | AsyncIterable<T>, table: TableOptions = {}): AsyncGenerator<T> {
    for await (const text of edit(lines(source), "ndjson", table)) {
      for (const line of text.split("\n")) if (line !== "") yield JSON.parse(line) as T; // the shape that went in
    }
  }

  if (options.subjects) {
    const learned = createRoster(randomWords());
    const analysis = await analyze(lines(options.subjects), { name: "", inputName: "patients", format: "ndjson" });
    const plan = planInput({ ...analysis, policy, subject: undefined, inputName: null });
    await surveyRoster({ analysis, plan, roster: learned, run: { codes, asOf, surrogates: false, dateOrder: plan.dateOrder } });
    roster = learned;
  }

  return {
    rows,
    async object(value, table) {
      for await (const row of rows([value], table)) return row;
      throw new Error("unreachable: an object gave no object");
    },
    text: (text, known) => scrubText(engine(), text, known && knownFrom(known)),
    async find(text) {
      return (await find([text], [undefined]))[0]!.findings;
    },
    through: (table) => (source) => edit(decoded(source), table.format, table),
    counts: () => counts.rows(),
    warnings: () => evidence.transfer().warnings,
  };
}

/** What an object with labels such as `firstName` or `mrn` tells of a subject. */
function knownFrom(about: object): Known {
  const words = new Map<string, KindName>();
  for (const [label, value] of Object.entries(about)) {
    const kind = kindsForLabel(label)[0]?.kind;
    if (kind && (typeof value === "string" || typeof value === "number"))
      for (const word of wordsOf(String(value), kind)) words.set(word, kind);
  }
  return { words, has: (word) => words.get(word) };
}

/** One JSON document a line. `JSON.stringify` may throw what quotes a value: only that it failed is kept. */
async function* lines(rows: Iterable<object> | AsyncIterable<object>): AsyncGenerator<string> {
  let held = "";
  for await (const row of rows) {
    let line: string;
    try {
      line = JSON.stringify(row);
    } catch {
      throw new DeidError("malformed", "a row holds what JSON cannot (a cycle or a bigint)");
    }
    held += `${line}\n`;
    if (held.length > 1 << 16) {
      yield held;
      held = "";
    }
  }
  if (held !== "") yield held;
}

async function* decoded(source: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of source) yield typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new DeidError("encoding-invalid", "bytes that are not UTF-8");
    throw error;
  }
}
