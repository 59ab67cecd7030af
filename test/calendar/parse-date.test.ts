import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, type ParseOptions, parseDate, renderDate, shiftDays } from "../../src/calendar/index.ts";

const says = (text: string, options?: ParseOptions): string | null => {
  const date = parseDate(text, options);
  return date && [date.year, date.month, date.day].filter((part) => part !== null).join("-") + (date.hasTime ? " and a time" : "");
};

test.each([
  ["2021-03-04", "2021-3-4"],
  ["2021-03-04T15:30:00.123Z", "2021-3-4 and a time"],
  ["2021-03-04T15:30:00-05:00", "2021-3-4 and a time"],
  ["2021-03-04 15:30:00.000000", "2021-3-4 and a time"],
  [" 2021-03-04 ", "2021-3-4"],
  ["2021-3-4", "2021-3-4"],
  ["2021/03/04", "2021-3-4"],
  ["03/04/2021", "2021-3-4"],
  ["3/4/2021", "2021-3-4"],
  ["3/4/21", "2021-3-4"],
  ["13/4/2021", "2021-4-13"],
  ["03.04.2021", "2021-3-4"],
  ["03-04-2021", "2021-3-4"],
  ["3/4/2021 3:30 PM", "2021-3-4 and a time"],
  ["3/4/2021 12:00:00 AM", "2021-3-4 and a time"],
  ["4-Mar-2019", "2019-3-4"],
  ["04-MAR-19", "2019-3-4"],
  ["04MAR2019", "2019-3-4"],
  ["04MAR2019:10:30:00", "2019-3-4 and a time"],
  ["04-MAR-19 03.30.00.000000 PM", "2019-3-4 and a time"],
  ["2021-03-04 15h30", "2021-3-4 and a time"],
  ["04-MAR-2019 13:45:00", "2019-3-4 and a time"],
  ["March 4th, 2021", "2021-3-4"],
  ["Mar. 4, 2021", "2021-3-4"],
  ["4 March 2021", "2021-3-4"],
  ["Thursday, March 4, 2021", "2021-3-4"],
  ["Thu Mar 04 2021 15:30:00 GMT-0500 (Eastern Standard Time)", "2021-3-4 and a time"],
  ["the 4th of March, 2021", "2021-3-4"],
  ["4 de marzo de 2021", "2021-3-4"],
  ["4 mars 2021", "2021-3-4"],
  ["1er février 2021", "2021-2-1"],
  ["4. März 2021", "2021-3-4"],
  ["2021-Mar-04", "2021-3-4"],
  ["March 2021", "2021-3"],
  ["03/2021", "2021-3"],
  ["2021-03", "2021-3"],
  ["2021", "2021"],
  ["20210304", "2021-3-4"],
  ["20210304153000-0500", "2021-3-4 and a time"],
  ["20210304153000.1234", "2021-3-4 and a time"],
  ["03042021", "2021-3-4"],
  ["Q3 2021", "2021"],
  ["2021-W05-3", "2021"],
  ["Spring of 2021", "2021"],
  ["late 2021", "2021"],
  ["", null],
  ["3/4", null],
  ["Monday, March 4, 2021", null],
  ["March 4", null],
  ["2021-02-29", null],
  ["13/13/2021", null],
  ["12345678", null],
  ["120/80", null],
  ["hello", null],
  ["10:30", null],
  ["44259", null],
  ["1614868200", null],
])("reads %j as %s", (text, expected) => {
  expect(says(text)).toBe(expected);
});

test("reads day-first, HL7, epoch and serial numbers where asked to", () => {
  expect(says("03/04/2021", { order: "dmy" })).toBe("2021-4-3");
  expect(says("03/14/2021", { order: "dmy" })).toBe("2021-3-14");
  expect(says("2021030415", { hl7: true })).toBe("2021-3-4 and a time");
  expect(says("202103", { hl7: true })).toBe("2021-3");
  expect(says("1614868200", { epoch: true })).toBe("2021-3-4 and a time");
  expect(says("1614868200123", { epoch: true })).toBe("2021-3-4 and a time");
  expect(says("44259", { serial: true })).toBe("2021-3-4");
  expect(says("44259.5", { serial: true })).toBe("2021-3-4 and a time");
});

test("reads two digits of a year as the last such year up to the one given", () => {
  expect([says("3/4/26", { latestYear: 2026 }), says("3/4/27", { latestYear: 2026 })]).toEqual(["2026-3-4", "1927-3-4"]);
});

const styles: readonly ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}-${p(m)}-${p(d)}`,
  (y, m, d) => `${y}-${p(m)}-${p(d)}T23:59:59.999+05:30`,
  (y, m, d) => `${p(m)}/${p(d)}/${y}`,
  (y, m, d) => `${m}/${d}/${y} 7:05 am`,
  (y, m, d) => `${m}.${d}.${y}`,
  (y, m, d) => `${p(m)}-${p(d)}-${p(y % 100)}`,
  (y, m, d) => `${d}-${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][m - 1]}-${y}`,
  (y, m, d) =>
    `${["ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE", "DICIEMBRE"][m - 1]} ${d}, ${y}`,
  (y, m, d) => `${y}${p(m)}${p(d)}`,
  (y, m, d) => `${y}${p(m)}${p(d)}1530`,
];
const p = (n: number): string => String(n).padStart(2, "0");
const day = fc
  .date({ min: new Date("1940-01-01"), max: new Date("2029-12-31"), noInvalidDate: true })
  .map((d) => [d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()] as const);

test("a date read and written again is the text it was", () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...styles), ([y, m, d], style) => {
      const date = parseDate(style(y, m, d), { latestYear: 2029 })!;
      expect(renderDate(date)).toBe(style(y, m, d));
      expect([date.year, date.month, date.day]).toEqual([y, m, d]);
    }),
    { numRuns: 2000 },
  );
});

test("two dates keep their distance under a shift, in any style", () => {
  fc.assert(
    fc.property(day, day, fc.constantFrom(...styles), fc.integer({ min: -365, max: -1 }), (a, b, style, offset) => {
      const read = (text: string): number => dayNumber(parseDate(text, { latestYear: 2029 })!)!;
      const shifted = ([y, m, d]: readonly [number, number, number]): string =>
        renderDate(shiftDays(parseDate(style(y, m, d), { latestYear: 2029 })!, offset)!);
      expect(read(shifted(a)) - read(shifted(b))).toBe(read(style(...a)) - read(style(...b)));
      expect(read(shifted(a))).toBe(read(style(...a)) + offset);
    }),
    { numRuns: 2000 },
  );
});

test("a shift writes weekday, month name and ordinal anew and leaves the time of day", () => {
  const shifted = (text: string, days: number, options?: ParseOptions): string => renderDate(shiftDays(parseDate(text, options)!, days)!);
  expect(shifted("Thursday, March 4th, 2021 at 3:30 PM", -3)).toBe("Monday, March 1st, 2021 at 3:30 PM");
  expect(shifted("4 de marzo de 2021", -30)).toBe("2 de febrero de 2021");
  expect(shifted("10/11/2021", -32)).toBe("09/09/2021");
  expect(shifted("3/11/2021", -7)).toBe("3/4/2021");
  expect(shifted("2021-03-04T00:10:00-05:00", -1)).toBe("2021-03-03T00:10:00-05:00");
  expect(shifted("1614868200123", -1, { epoch: true })).toBe("1614781800123");
  expect(shifted("44259.25", -1, { serial: true })).toBe("44258.25");
  expect(shiftDays(parseDate("March 2021")!, -1)).toBe(null);
});
