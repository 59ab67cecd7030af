import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { buildManifest, renderManifest } from "../../src/evidence/manifest.ts";
import { createPrivateEvidence, renderQuarantined } from "../../src/evidence/private.ts";
import { type OutputReader, verifyOutput } from "../../src/evidence/verify.ts";
import { exampleParts } from "./example.ts";

const body = "ID\n".padEnd(305, "1\n2\n");
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const manifest = buildManifest({ ...exampleParts, outputs: [{ ...exampleParts.outputs[0]!, sha256: sha256(body), bytes: body.length }] });
const whole: Readonly<Record<string, string>> = { "patients.csv": body, "manifest.json": renderManifest(manifest) };

function over(files: Readonly<Record<string, string>>, records = 300): OutputReader {
  return {
    list: async () => Object.keys(files),
    text: async (path) => files[path],
    head: async (path, bytes) => files[path]!.slice(0, bytes),
    sum: async (path) => ({ sha256: sha256(files[path]!), bytes: files[path]!.length }),
    records: async () => records,
  };
}
const findings = async (files: Readonly<Record<string, string>>, records?: number): Promise<readonly string[]> =>
  (await verifyOutput(over(files, records), "manifest.json")).map(({ code, file }) => `${code} ${file}`);

test("an output that is what its manifest says has no findings", async () => {
  expect(await findings(whole)).toEqual([]);
});

test("a changed byte, a longer file and a file that is gone are found", async () => {
  expect(await findings({ ...whole, "patients.csv": body.replace("1", "3") })).toEqual(["sum patients.csv"]);
  expect(await findings({ ...whole, "patients.csv": `${body}1\n` })).toEqual(["size patients.csv", "sum patients.csv"]);
  expect(await findings({ "manifest.json": whole["manifest.json"]! })).toEqual(["missing patients.csv"]);
});

test("another number of records is found", async () => {
  expect(await findings(whole, 299)).toEqual(["records patients.csv"]);
});

test("totals that do not add up are found", async () => {
  const wrong = { ...manifest, totals: { ...manifest.totals, in: 303 } };
  expect(await findings({ ...whole, "manifest.json": renderManifest(wrong) })).toEqual(["totals manifest.json"]);
});

test("no manifest, or one that cannot be read, is found", async () => {
  expect(await findings({ "patients.csv": body })).toEqual(["manifest-missing manifest.json"]);
  expect(await findings({ ...whole, "manifest.json": "{" })).toEqual(["manifest-invalid manifest.json"]);
  expect(await findings({ ...whole, "manifest.json": '{"manifest": 2}' })).toEqual(["manifest-invalid manifest.json"]);
});

test("an unlisted file is found and its name, which may be a patient's, is not told", async () => {
  expect(await findings({ ...whole, "Jane Roe.csv": "1\n" })).toEqual(["unlisted unlisted file 1"]);
});

test("a key, a vault, evidence and what an interrupted run left are known by their content, whatever they are called", async () => {
  const evidence = createPrivateEvidence();
  evidence.warn({ reason: "formula-cell", input: "patients.csv", record: 3 });
  expect(
    await findings({
      ...whole,
      "1.txt": `${"0f".repeat(32)}\n`,
      "2.txt": `${Buffer.alloc(32, 7).toString("base64")}\n`,
      "3.json": evidence.files()[0]!.text,
      "4.txt": renderQuarantined("patients.csv", { record: 2, line: 3, message: "a quote is never closed", text: "x" }),
      "5.csv.partial": "1\n",
      "codes.vault": "anything",
    }),
  ).toEqual([
    "stays-home unlisted file 1",
    "stays-home unlisted file 2",
    "stays-home unlisted file 3",
    "stays-home unlisted file 4",
    "partial unlisted file 5",
    "stays-home unlisted file 6",
  ]);
});
