import { expect, test } from "vitest";
import { createPrivateEvidence, defaultEvidenceFolder, liesIn } from "../../src/evidence/private.ts";

test("nothing to say is no file", () => {
  expect(createPrivateEvidence().files()).toEqual([]);
});

test("warnings keep their positions and are counted by input and reason", () => {
  const evidence = createPrivateEvidence();
  evidence.warn({ reason: "formula-cell", input: "a.csv", slot: "NOTE", record: 2 });
  evidence.warn({ reason: "formula-cell", input: "a.csv", slot: "NOTE", record: 5 });
  const [file] = evidence.files();
  expect(file!.name).toBe("warnings.json");
  const { counts, positions } = JSON.parse(file!.text);
  expect(counts).toEqual([{ input: "a.csv", reason: "formula-cell", means: expect.any(String), count: 2 }]);
  expect(positions).toEqual([
    { reason: "formula-cell", input: "a.csv", slot: "NOTE", record: 2 },
    { reason: "formula-cell", input: "a.csv", slot: "NOTE", record: 5 },
  ]);
});

test("a million warnings of one reason do not fill the memory, and all are counted", () => {
  const [one, two] = [createPrivateEvidence(), createPrivateEvidence()];
  for (let record = 1; record <= 500_000; record++) {
    one.warn({ reason: "surprising-cell", input: "a.csv", record });
    two.warn({ reason: "surprising-cell", input: "a.csv", record });
  }
  one.merge(structuredClone(two.transfer()));
  const { counts, positions } = JSON.parse(one.files()[0]!.text);
  expect(counts[0].count).toBe(1_000_000);
  expect(positions.length).toBeLessThanOrEqual(2000);
});

test("drift names slots, in a file of its own", () => {
  const evidence = createPrivateEvidence();
  evidence.drift({ input: "a.csv", unnamed: ["NEW"], absent: [] });
  expect(evidence.files().map(({ name, text }) => [name, JSON.parse(text).inputs])).toEqual([
    ["drift.json", [{ input: "a.csv", unnamed: ["NEW"], absent: [] }]],
  ]);
});

test("the default evidence folder lies beside the output, never inside", () => {
  expect(defaultEvidenceFolder("/data/out/")).toBe("/data/out.evidence");
  expect(defaultEvidenceFolder("/data/p.csv")).toBe("/data/p.csv.evidence");
  expect(liesIn(defaultEvidenceFolder("/data/out"), "/data/out")).toBe(false);
  expect(liesIn("/data/out/evidence", "/data/out")).toBe(true);
  expect(liesIn("/data/out", "/data/out/")).toBe(true);
});
