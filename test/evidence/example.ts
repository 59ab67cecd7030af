import type { ManifestParts } from "../../src/evidence/manifest.ts";

export const exampleParts: ManifestParts = {
  version: "0.1.0",
  epoch: 1,
  standard: "safe-harbor",
  policy: { name: "safe-harbor", digest: "a".repeat(64) },
  codes: { derivation: "assigned", key: null },
  inputDigests: "run",
  referenceDate: "2026-01-31",
  options: { workers: 1, surrogates: false },
  outputs: [{ name: "patients.csv", sha256: "b".repeat(64), bytes: 5, records: 300, format: "delimited", encoding: "utf-8" }],
  inputs: [{ name: "patients.csv", digest: "c".repeat(64), records: 302, quarantined: 2, format: "delimited", encoding: "utf-8" }],
  counts: [
    { input: "patients.csv", slot: "NOTE", category: "A", kind: "name", rule: "redact", count: 7 },
    { input: "patients.csv", slot: "SSN", category: "G", kind: "ssn", rule: "redact", count: 300 },
  ],
  placeholders: [],
  dropped: [],
  refused: [],
  sentences: ["Transformed under policy safe-harbor."],
};
