import { parseAge } from "../calendar/index.ts";
import { DeidError } from "../errors.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import type { Detector, Finding, Reading, Role } from "./finding.ts";
import { tokensOf } from "./reading.ts";
import { gap, shape, type Tokens } from "./tokens.ts";

/** What this asks of `@huggingface/transformers`, which is the user's to install. */
export interface TransformersLibrary {
  readonly env: {
    allowRemoteModels: boolean;
    allowLocalModels: boolean;
    useFSCache: boolean;
    useBrowserCache: boolean;
    localModelPath: string;
  };
  readonly AutoTokenizer: { from_pretrained(id: string, options: object): Promise<Tokenizer> };
  readonly AutoModelForTokenClassification: { from_pretrained(id: string, options: object): Promise<Classifier> };
  readonly Tensor: new (type: "int64", data: BigInt64Array, dims: readonly number[]) => unknown;
}

interface Tokenizer {
  encode(text: string, options?: { readonly add_special_tokens?: boolean }): readonly number[];
}

interface Classifier {
  (inputs: object): Promise<{ readonly logits: { readonly data: Float32Array; readonly dims: readonly number[] } }>;
  readonly config: { readonly id2label?: Readonly<Record<string, string>> };
}

export interface ModelOptions {
  /** A folder with config.json, tokenizer.json and onnx/model.onnx (or onnx/model_quantized.onnx). */
  readonly folder: string;
  /** Gives the library; default: the installed `@huggingface/transformers`. */
  readonly library?: () => Promise<TransformersLibrary>;
}

/** Word pieces a model reads at once, of which the outer ones are read again with the next. */
const windowPieces = 400;
const overlapPieces = 50;

interface Loaded {
  readonly encode: Tokenizer["encode"];
  /** What stands before and behind every text: [CLS] and [SEP], or nothing. */
  readonly before: readonly number[];
  readonly behind: readonly number[];
  readonly classify: (ids: readonly number[]) => Promise<Float32Array>;
  readonly labels: readonly (Meaning | undefined)[];
  /** Labels that mean no identifier. */
  readonly nothing: readonly boolean[];
}

interface Meaning {
  readonly kind: KindName;
  readonly role?: Role;
}

/**
 * A user's own token classifier (ONNX), as one more detector: no network, ever. It is loaded when it is first asked.
 * `detect` rejects with `input-unreadable` where the library or the model cannot be loaded.
 */
export function createModel(options: ModelOptions): Detector {
  let loaded: Promise<Loaded> | undefined;
  return {
    name: "model",
    async detect(readings) {
      loaded ??= load(options);
      const model = await loaded;
      const all: Finding[][] = [];
      for (const reading of readings) all.push(await findSpans(reading, model));
      return all;
    },
  };
}

async function load({ folder, library = installed }: ModelOptions): Promise<Loaded> {
  const { env, AutoTokenizer, AutoModelForTokenClassification, Tensor } = await library();
  const path = folder.replaceAll("\\", "/").replace(/\/{1,10}$/, "");
  const cut = path.lastIndexOf("/");
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.useBrowserCache = false;
  env.localModelPath = cut < 0 ? "." : path.slice(0, cut + 1);
  const id = path.slice(cut + 1);
  let tokenizer: Tokenizer;
  let classifier: Classifier;
  try {
    tokenizer = await AutoTokenizer.from_pretrained(id, { local_files_only: true });
    classifier = await AutoModelForTokenClassification.from_pretrained(id, { local_files_only: true, dtype: "fp32" }).catch(() =>
      AutoModelForTokenClassification.from_pretrained(id, { local_files_only: true, dtype: "q8" }),
    );
  } catch {
    throw new DeidError(
      "input-unreadable",
      "the model cannot be loaded",
      undefined,
      "its folder holds config.json, tokenizer.json and onnx/model.onnx of a token classifier",
    );
  }
  const around = tokenizer.encode("");
  const half = around.length >> 1;
  const names = Object.entries(classifier.config.id2label ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, name]) => name);
  return {
    encode: (text) => tokenizer.encode(text, { add_special_tokens: false }),
    before: around.slice(0, half),
    behind: around.slice(half),
    labels: names.map(meaningOf),
    nothing: names.map((name) => meaningOf(name) === undefined),
    async classify(ids) {
      const dims = [1, ids.length];
      const { logits } = await classifier({
        input_ids: new Tensor("int64", BigInt64Array.from(ids, BigInt), dims),
        attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), dims),
        token_type_ids: new Tensor("int64", new BigInt64Array(ids.length), dims),
      });
      return logits.data;
    },
  };
}

async function installed(): Promise<TransformersLibrary> {
  try {
    // @ts-expect-error the package is the user's to install
    return (await import("@huggingface/transformers")) as TransformersLibrary;
  } catch {
    throw new DeidError(
      "input-unreadable",
      "a model needs the package @huggingface/transformers, which is not installed",
      undefined,
      "npm install @huggingface/transformers",
    );
  }
}

/** Words whose pieces the model holds for identifiers more likely than not; neighbours of one kind are one finding. */
async function findSpans(reading: Reading, model: Loaded): Promise<Finding[]> {
  const tokens = tokensOf(reading);
  const ids: number[] = [];
  const wordOf: number[] = [];
  for (let word = 0; word < tokens.count; word++) {
    const text = tokens.text.slice(tokens.start[word], tokens.end[word]);
    // Vocabularies of byte pairs tell the beginning of a word by the space before it.
    for (const id of model.encode(tokens.gap[word] === gap.none ? text : ` ${text}`)) {
      ids.push(id);
      wordOf.push(word);
    }
  }
  const chance = new Float32Array(tokens.count);
  const label = new Int16Array(tokens.count).fill(-1);
  for (let from = 0; from < ids.length; from += windowPieces - 2 * overlapPieces) {
    const to = Math.min(ids.length, from + windowPieces);
    const logits = await model.classify([...model.before, ...ids.slice(from, to), ...model.behind]);
    const inner = { from: from === 0 ? 0 : from + overlapPieces, to: to === ids.length ? to : to - overlapPieces };
    for (let piece = inner.from; piece < inner.to; piece++) {
      const { best, sum } = likeliest(logits, (piece - from + model.before.length) * model.labels.length, model);
      const word = wordOf[piece]!;
      if (sum <= chance[word]!) continue;
      chance[word] = sum;
      label[word] = best;
    }
    if (to === ids.length) break;
  }
  return join(tokens, chance, label, model);
}

/** The chance that a piece is of an identifier at all, and the label that is the likeliest then. */
function likeliest(logits: Float32Array, at: number, { labels, nothing }: Loaded): { readonly best: number; readonly sum: number } {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < labels.length; i++) most = Math.max(most, logits[at + i]!);
  let all = 0;
  let sum = 0;
  let best = -1;
  for (let i = 0; i < labels.length; i++) {
    const weight = Math.exp(logits[at + i]! - most);
    all += weight;
    if (nothing[i]) continue;
    sum += weight;
    if (best < 0 || logits[at + i]! > logits[at + best]!) best = i;
  }
  return { best, sum: sum / all };
}

function join(tokens: Tokens, chance: Float32Array, label: Int16Array, { labels }: Loaded): Finding[] {
  const found: Finding[] = [];
  for (let word = 0; word < tokens.count; ) {
    const meaning = chance[word]! >= 0.5 ? labels[label[word]!] : undefined;
    if (!meaning || tokens.shape[word] === shape.mark) {
      word++;
      continue;
    }
    const first = word;
    let last = word;
    let score = 0;
    for (; word < tokens.count && chance[word]! >= 0.5 && labels[label[word]!]?.kind === meaning.kind; word++) {
      if (word > first && tokens.gap[word]! > gap.line) break;
      if (tokens.shape[word] !== shape.mark) last = word;
      score = Math.max(score, chance[word]!);
    }
    const [start, end] = [tokens.start[first]!, tokens.end[last]!];
    if (isKept(meaning.kind, tokens.text.slice(start, end))) continue;
    found.push({
      start,
      end,
      kind: meaning.kind,
      strength: "contextual",
      detector: "model",
      score,
      ...(meaning.role && { role: meaning.role }),
    });
  }
  return found;
}

/** Safe Harbor leaves years, and ages under 90. */
function isKept(kind: KindName, text: string): boolean {
  if (kind === "date") return /^(?:19|20)\d{2}$/.test(text);
  return kind === "age" && (parseAge(text)?.years ?? Number(/\d{1,3}/.exec(text)?.[0] ?? 0)) < 90;
}

/** The labels of public models: i2b2 and n2c2, CoNLL and OntoNotes, and others by the words in them. */
function meaningOf(label: string): Meaning | undefined {
  const name = label.toUpperCase().replace(/^[BILUES]-/, "");
  if (
    /^(?:O|LABEL_0|STATE|COUNTRY|PROFESSION|OCCUPATION|TITLE|NORP|NRP|MISC|TIME|CARDINAL|ORDINAL|QUANTITY|PERCENT|MONEY|LANGUAGE)$/.test(
      name,
    )
  )
    return undefined;
  for (const [pattern, meaning] of meanings) if (pattern.test(name)) return meaning;
  return { kind: "unique-id" };
}

const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/DOCTOR|STAFF|HCW|PROVIDER|CLINICIAN|PHYSICIAN/, { kind: "name", role: "provider" }],
  [/PATIENT|PER|NAME(?!.{0,20}USER)|PERSON/, { kind: "name" }],
  [/USER/, { kind: "user-name" }],
  [/HOSP|FACIL|CLINIC/, { kind: "facility", role: "facility" }],
  [/ORG|EMPLOY|COMPANY|SCHOOL/, { kind: "employer" }],
  [/STREET|ADDRESS/, { kind: "street-address" }],
  [/ZIP|POST/, { kind: "zip" }],
  [/CITY|COUNTY|LOC|GPE|PLACE|FAC/, { kind: "place" }],
  [/DATE|DOB|BIRTH/, { kind: "date" }],
  [/AGE/, { kind: "age" }],
  [/FAX/, { kind: "fax" }],
  [/PHONE|CONTACT|PAGER/, { kind: "phone" }],
  [/MAIL/, { kind: "email" }],
  [/URL|WEB/, { kind: "url" }],
  [/SSN|SOCIAL/, { kind: "ssn" }],
  [/MEDICALRECORD|MRN|RECORD/, { kind: "mrn" }],
];
