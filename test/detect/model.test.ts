import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { createDetectors, detectAll } from "../../src/detect/index.ts";
import { createModel, type TransformersLibrary } from "../../src/detect/model.ts";
import { tableModel } from "../support/onnx.ts";

// Its 470 MB are not among the project's dependencies: `npm ci --prefix test/model`.
const installed = join(import.meta.dirname, "../model/node_modules/@huggingface/transformers/dist/transformers.node.mjs");
const isThere = existsSync(installed);
if (!isThere) console.warn("skipped: @huggingface/transformers is not installed (npm ci --prefix test/model)");

const folder = mkdtempSync(join(tmpdir(), "scrubjay-model-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const labels = ["O", "B-PATIENT", "I-PATIENT", "B-HOSPITAL", "B-DATE", "B-AGE"];
const words = { "[PAD]": 0, "[UNK]": 0, "[CLS]": 0, "[SEP]": 0, zorblax: 1, qui: 1, "##xote": 2, vantre: 3, "2019": 4, "93": 5, "67": 5 };

function writeModel(): string {
  const path = join(folder, "tiny");
  mkdirSync(join(path, "onnx"), { recursive: true });
  const vocab = Object.fromEntries(Object.keys(words).map((word, i) => [word, i]));
  const write = (name: string, value: object) => writeFileSync(join(path, name), JSON.stringify(value));
  write("config.json", {
    model_type: "bert",
    architectures: ["BertForTokenClassification"],
    id2label: Object.fromEntries(labels.map((label, i) => [i, label])),
    label2id: Object.fromEntries(labels.map((label, i) => [label, i])),
    vocab_size: Object.keys(words).length,
  });
  write("tokenizer_config.json", {
    tokenizer_class: "BertTokenizer",
    do_lower_case: true,
    unk_token: "[UNK]",
    cls_token: "[CLS]",
    sep_token: "[SEP]",
    pad_token: "[PAD]",
  });
  const special = (content: string) => ({
    id: vocab[content],
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  });
  write("tokenizer.json", {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: ["[PAD]", "[UNK]", "[CLS]", "[SEP]"].map(special),
    normalizer: { type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single: [
        { SpecialToken: { id: "[CLS]", type_id: 0 } },
        { Sequence: { id: "A", type_id: 0 } },
        { SpecialToken: { id: "[SEP]", type_id: 0 } },
      ],
      pair: [],
      special_tokens: Object.fromEntries(["[CLS]", "[SEP]"].map((token) => [token, { id: token, ids: [vocab[token]], tokens: [token] }])),
    },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: { type: "WordPiece", unk_token: "[UNK]", continuing_subword_prefix: "##", max_input_chars_per_word: 100, vocab },
  });
  writeFileSync(
    join(path, "onnx/model.onnx"),
    tableModel(Object.values(words).map((right) => labels.map((_, label) => (label === right ? 5 : 0)))),
  );
  return path;
}

const library = async () => (await import(pathToFileURL(installed).href)) as TransformersLibrary;
const finds = async (text: string) => {
  const found = await detectAll([text], [], [createModel({ folder: join(folder, "tiny"), library })]);
  return found[0]!.map(({ start, end, kind, role }) => [text.slice(start, end), kind, role]);
};

describe.skipIf(!isThere)("a token classifier of the user's own", () => {
  test("finds what its labels say, in the offsets of the text, pieces joined to words and words to names", async () => {
    writeModel();
    expect(await finds("Seen with Zorblax Quixote,\tat Vantre  on rounds.")).toEqual([
      ["Zorblax Quixote", "name", undefined],
      ["Vantre", "facility", "facility"],
    ]);
  });

  test("leaves years, and ages under 90", async () => {
    expect(await finds("CABG 2019, aged 67, mother 93")).toEqual([["93", "age", undefined]]);
  });

  test("reads long notes in stretches that overlap", async () => {
    const text = `${"word ".repeat(700)}zorblax ${"word ".repeat(700)}zorblax`;
    expect(await finds(text)).toHaveLength(2);
  });

  test("is one more detector of the ensemble", async () => {
    const detectors = [...createDetectors(), createModel({ folder: join(folder, "tiny"), library })];
    const text = "MRN: 4471902.\nThen a zorblax came.";
    const found = await detectAll([text], [], detectors);
    expect(found[0]!.map(({ detector }) => detector)).toEqual(["labels", "model"]);
  });

  test("a folder without a model is refused without its name", async () => {
    const error = await Promise.resolve(createModel({ folder: join(folder, "secret-place"), library }).detect([], [])).catch(
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ code: "input-unreadable" });
    expect(JSON.stringify([error.message, error.hint, error.location, error.cause])).not.toContain("secret-place");
  });
});

test("without the package the reason is said", async () => {
  if (existsSync(join(import.meta.dirname, "../../node_modules/@huggingface/transformers"))) return;
  await expect(createModel({ folder }).detect([], [])).rejects.toMatchObject({
    code: "input-unreadable",
    message: expect.stringContaining("@huggingface/transformers"),
  });
});
