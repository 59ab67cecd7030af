import { expect, test } from "vitest";
import { createCellCheck } from "../../src/classify/cell-check.ts";
import type { Kind } from "../../src/identifiers/kind.ts";
import { kinds } from "../../src/identifiers/kinds/index.ts";
import { createStream } from "../../src/random/stream.ts";
import { verdictsOf } from "./columns.ts";

const catalogue: readonly Kind[] = kinds;
const made = (kind: Kind): readonly string[] => {
  const stream = createStream(`column of ${kind.name}`);
  return Array.from({ length: 80 }, () => kind.make(stream, { asOf: "2024-06-01" }));
};

// A column of small numbers without a label can be anything.
test.each(catalogue.filter(({ name }) => name !== "age"))("a column of $name without a label is not kept", (kind) => {
  const check = createCellCheck();
  const values = made(kind);
  const { col_1: verdict } = verdictsOf("export", { col_1: values });
  const kept =
    verdict!.verdict === "clinical" || verdict!.verdict === "unknown"
      ? values.filter((value) => check(value, verdict!.verdict as "clinical", verdict))
      : [];
  expect(kept).toEqual([]);
});

test.each(catalogue)("a column of $name under its first label is one", (kind) => {
  const label = kind.labels[0]!.replace("=", "");
  expect(verdictsOf("export", { [label]: made(kind) })[label]!.verdict).toBe(kind.name);
});
