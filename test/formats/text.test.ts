import { expect, test } from "vitest";
import { text } from "../../src/formats/text.ts";
import { decodedAs } from "./support.ts";

test("a note is one record with one slot of prose", async () => {
  const { records, slots, rendered } = await decodedAs(text, { format: "text" }, "Seen today.\r\n\fPage 2", { chunk: 1 });
  expect(records).toEqual([["text=Seen today.\r\n\fPage 2"]]);
  expect(slots).toEqual([{ id: 0, path: "text", label: "", part: "value", declared: "prose" }]);
  expect(rendered).toBe("Seen today.\r\n\fPage 2");
});

test("a long note comes in pieces cut at blank lines and is counted once", async () => {
  const note = "Seen today, doing well.\nNo complaints.\n\n".repeat(80_000);
  const { records, frames, batches, rendered } = await decodedAs(text, { format: "text" }, note);
  expect(records.length).toBe(1);
  expect(frames.length).toBeGreaterThan(1);
  expect(batches.slice(0, -1).every((batch) => batch.text.endsWith("complaints.\n\n") && batch.text.length < 1.2e6)).toBe(true);
  expect(batches[1]!.firstLine).toBe(batches[0]!.text.split("\n").length);
  expect(rendered).toBe(note);
});

test("a note without any break is cut between characters", async () => {
  const note = "😀".repeat(1_500_000);
  const { batches, rendered } = await decodedAs(text, { format: "text" }, note, { chunk: 65_537 });
  expect(batches.every((batch) => !/[\ud800-\udbff]$/.test(batch.text))).toBe(true);
  expect(rendered === note).toBe(true);
});

test("an empty file has no record", async () => {
  expect((await decodedAs(text, { format: "text" }, "")).records).toEqual([]);
});
