import { HL7Message } from "hl7v2";
import { expect, test } from "vitest";
import { escaped, escapedLines } from "../../../src/formats/hl7v2/escaped.ts";
import { segment } from "../../../src/formats/hl7v2/segment.ts";

test("delimiters and control characters become escape sequences, letters of any script stay", () => {
  expect(escaped("a|b^c~d\\e&f")).toBe("a\\F\\b\\S\\c\\R\\d\\E\\e\\T\\f");
  expect(escaped("\x0bline\r\nend\x1c")).toBe("\\X0B\\line\\X0D\\\\X0A\\end\\X1C\\");
  expect(escaped("Renée Müller 李")).toBe("Renée Müller 李");
});

test("the lines of a text are told apart by .br, however they ended", () => {
  expect(escapedLines("one\ntwo\r\nthree\rfour | five\n")).toBe("one\\.br\\two\\.br\\three\\.br\\four \\F\\ five\\.br\\");
});

test("another parser reads back what was escaped", () => {
  const value = "Smith & Sons | ^caret ~tilde \\back";
  const head = "MSH|^~\\&|A||||20250101000000||ADT^A08^ADT_A01|1|T|2.5.1\r";
  const message = HL7Message.parse(head + segment("PID", { 1: "1", 23: escaped(value) }));
  expect(message.getSegment("PID")!.field(23).getValue()).toBe(value);
});

test("a segment leaves out what is not there, and nothing behind its last field", () => {
  expect(segment("PV1", { 1: "1", 2: "N", 7: "", 19: undefined })).toBe("PV1|1|N\r");
  expect(segment("PV1", { 19: "x", 2: "I" })).toBe(`PV1||I${"|".repeat(17)}x\r`);
});
