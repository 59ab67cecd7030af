import { expect, test } from "vitest";
import { createUtf8 } from "../../src/generate/utf8.ts";

test("texts come out encoded in order, however long, and only once", () => {
  const texts = ["plain\n", "Núñez 名前 🩺\n", "x".repeat(10_000), "", "é".repeat(5000)];
  const utf8 = createUtf8();
  for (const text of texts) utf8.add(text);
  const bytes = new TextEncoder().encode(texts.join(""));
  expect(utf8.length).toBe(bytes.length);
  expect(utf8.take()).toEqual(bytes);
  expect(utf8.take()).toEqual(new Uint8Array());
});

test("what was taken stays as it was", () => {
  const utf8 = createUtf8();
  utf8.add("first");
  const first = utf8.take();
  utf8.add("other");
  expect([new TextDecoder().decode(first), new TextDecoder().decode(utf8.take())]).toEqual(["first", "other"]);
});
