import { expect, test } from "vitest";
import { type Hand, listed, mention, prose, written } from "../../../src/generate/notes/prose.ts";
import { writeClock, writeDate } from "../../../src/generate/notes/write-date.ts";
import { createStream } from "../../../src/random/stream.ts";

const hand: Hand = { letters: "as is", typos: 0, stream: createStream("hand") };

test("prose puts each span where its identifier came to stand", () => {
  const inner = prose`from ${mention("city", "Erie")}`;
  expect(written(prose`${mention("name", "Ana")} ${inner}, ${42}${mention("zip", "16501", "relative")}.`, hand)).toEqual({
    text: "Ana from Erie, 4216501.",
    spans: [
      { start: 0, end: 3, kind: "name", role: "subject" },
      { start: 9, end: 13, kind: "city", role: "subject" },
      { start: 17, end: 22, kind: "zip", role: "relative" },
    ],
  });
});

test("an identifier that is not there leaves no span", () => {
  expect(written(prose`MRN ${mention("mrn", "")}.`, hand)).toEqual({ text: "MRN .", spans: [] });
});

test("words change their letters, numbers and addresses of the net do not", () => {
  const note = prose`Seen by ${mention("name", "Ana Ruiz")}, ${mention("email", "ana@example.com")}`;
  expect(written(note, { ...hand, letters: "upper" }).text).toBe("SEEN BY ANA RUIZ, ana@example.com");
  expect(written(note, { ...hand, letters: "lower" }).text).toBe("seen by ana ruiz, ana@example.com");
});

test("a span follows letters that grow in capitals", () => {
  const { text, spans } = written(prose`${mention("name", "Groß")} of ${mention("city", "Erie")}`, { ...hand, letters: "upper" });
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["GROSS", "ERIE"]);
});

test("lines break at spaces outside identifiers", () => {
  const { text, spans } = written(prose`Seen today with ${mention("name", "Ana Maria Ruiz")} at the bedside`, { ...hand, width: 20 });
  expect(text).toBe("Seen today with\nAna Maria Ruiz at\nthe bedside");
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["Ana Maria Ruiz"]);
});

test("a mistyped name is covered as it was typed", () => {
  const note = Array.from({ length: 60 }, () => prose`${mention("name", "Richardson")} `);
  const { text, spans } = written(note, { ...hand, typos: 0.3 });
  const typed = new Set(spans.map(({ start, end }) => text.slice(start, end)));
  expect(typed.size).toBeGreaterThan(3);
  for (const each of typed) expect(each).toMatch(/^R[a-z]{8,10}$/);
});

test("a list has its last word before its last item", () => {
  expect(written(listed(["a", "b", "c"]), hand).text).toBe("a, b and c");
});

test.each([
  ["iso", "2026-03-04"],
  ["us", "03/04/2026"],
  ["us-short", "03/04/26"],
  ["short", "3/4/26"],
  ["short-year", "3/4/2026"],
  ["long", "March 4, 2026"],
  ["middle", "Mar 4, 2026"],
  ["day-month", "4 Mar 2026"],
  ["dashes", "03-04-2026"],
  ["capitals", "04-MAR-2026"],
  ["dots", "3.4.26"],
  ["ordinal", "March 4th, 2026"],
  ["no-year", "3/4"],
  ["month-day", "Mar 4"],
] as const)("a date in style %s reads %s", (style, expected) => {
  expect(writeDate("2026-03-04T10:00:00", style)).toBe(expected);
});

test("ordinals end as they are spoken", () => {
  expect(
    ["01", "02", "03", "04", "11", "12", "13", "21", "22", "23", "31"].map(
      (day) => writeDate(`2026-01-${day}`, "ordinal").slice(8).split(",")[0],
    ),
  ).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "31st"]);
});

test.each([
  ["colon", "14:05", "00:30"],
  ["plain", "1405", "0030"],
  ["twelve", "2:05 PM", "12:30 AM"],
  ["hours", "1405 hrs", "0030 hrs"],
] as const)("a time of day in style %s", (style, afternoon, night) => {
  expect([writeClock("2026-03-04T14:05:00", style), writeClock("2026-03-04T00:30:00", style)]).toEqual([afternoon, night]);
});
