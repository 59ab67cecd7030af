import { expect, test } from "vitest";
import { type KindName, kindByName } from "../../src/identifiers/kinds/index.ts";
import { createAssignedCodes, createKeyedCodes } from "../../src/secret/codes.ts";
import { Secret } from "../../src/secret/key.ts";
import { type EntryContext, type RunContext, type TransformName, transformByName } from "../../src/transform/index.ts";

const run: RunContext = {
  codes: createAssignedCodes(),
  asOf: { year: 2026, month: 11, day: 22 },
  dateOrder: "mdy",
  surrogates: false,
};
const keyed: RunContext = { ...run, codes: createKeyedCodes(new Secret(new Uint8Array(32).fill(5))) };
const entry: EntryContext = { subject: "s", offsetDays: 30 };

const edit = (name: TransformName, kind: KindName, options: object = {}, context: RunContext = run) => {
  const compiled = transformByName(name).compile(kindByName(kind), options, context);
  return (value: string, at: EntryContext = entry): string | null => compiled(value, at);
};

test("generalize-date leaves the year and nothing else, however the date is written", () => {
  const year = edit("generalize-date", "date");
  expect(
    [
      "2021-03-04",
      "2021-03-04T15:30:00Z",
      "3/4/21",
      "4 de marzo de 2021",
      "March 2021",
      "20210304153000",
      "2021",
      "2021-W05-3",
      "Q1 2021",
    ].map((value) => year(value)),
  ).toEqual(Array(9).fill("2021"));
  expect(["March 4", "3/4", "yesterday", "", "15:30", "120/80", "44259"].map((value) => year(value))).toEqual(Array(7).fill(null));
  expect(edit("generalize-date", "date", { as: "first-day" })("3/4/2021")).toBe("2021-01-01");
  expect(edit("generalize-date", "date", {}, { ...run, epoch: "s" })("1614868200")).toBe("2021");
  expect(edit("generalize-date", "date", {}, { ...run, excelSerial: true })("44259")).toBe("2021");
  expect(edit("generalize-date", "date", {}, { ...run, dateOrder: "dmy" })("13.04.2021")).toBe("2021");
});

test("a year that tells an age over 89 goes, by the later of the reference date and the record's own dates", () => {
  const year = edit("generalize-date", "birth-date");
  expect([year("1937-01-01"), year("1936-12-31"), year("3/4/36"), year("3/4/37"), year("3/4/27")]).toEqual([
    "1937",
    null,
    null,
    "1937",
    null,
  ]);
  expect(year("1937-01-01", { ...entry, latestYear: 2027 })).toBe(null);
  expect(year("1937-01-01", { ...entry, latestYear: 2019 })).toBe("1937");
  expect(edit("generalize-date", "birth-date", { over89: "90+" })("1936-05-05")).toBe("90+");
});

test("shift-date moves every date of a subject by as many days, and removes what it cannot move", () => {
  const shift = edit("shift-date", "date");
  expect([shift("2021-03-31"), shift("3/31/2021 7:05 AM"), shift("31-MAR-21"), shift("20210331120000-0500"), shift("2021")]).toEqual([
    "2021-03-01",
    "3/1/2021 7:05 AM",
    "01-MAR-21",
    "20210301120000-0500",
    "2021",
  ]);
  expect([
    shift("March 2021"),
    shift("soon"),
    shift("2021-03-31", { subject: null, offsetDays: null }),
    shift("2021-03-31", { ...entry, offsetDays: 0 }),
  ]).toEqual([null, null, null, null]);
  const truncated = edit("shift-date", "date", { notBefore: "2021-01-01" });
  expect([truncated("1/15/2021"), truncated("2/15/2021"), truncated("2020")]).toEqual(["1/1/2021", "1/16/2021", "2021"]);
});

test("generalize-zip leaves three digits or 000", () => {
  const zip = edit("generalize-zip", "zip");
  expect([
    zip("02139"),
    zip("02139-4307"),
    zip("021394307"),
    zip("2139"),
    zip("2139.0"),
    zip("21394307"),
    zip(" 02139 "),
    zip("2139-4307"),
  ]).toEqual(Array(8).fill("021"));
  expect([zip("03601"), zip("06390"), zip("96205"), zip("00000")]).toEqual(Array(4).fill("000"));
  expect([zip("021"), zip("021**"), zip("601")]).toEqual(["021", "021", "000"]);
  expect([zip("K1A 0B1"), zip("SW1A 1AA"), zip("12"), zip("0213943071"), zip("Boston"), zip("")]).toEqual(Array(6).fill(null));
  expect(edit("generalize-zip", "zip", { as: "five-digits" })("02139")).toBe("02100");
  expect(edit("generalize-zip", "zip", { alsoRestricted: ["021"] })("02139")).toBe("000");
  expect(edit("generalize-zip", "zip", { input: "zip3" })("606")).toBe("606");
});

test("every restricted prefix of both lists becomes 000", () => {
  const zip = edit("generalize-zip", "zip");
  const prefixes = "036 059 063 102 202 203 204 205 369 556 692 753 772 790 821 823 830 831 878 879 884 890 893".split(" ");
  expect(prefixes.map((prefix) => zip(`${prefix}01`))).toEqual(prefixes.map(() => "000"));
});

test("cap-age leaves ages up to 89 as written and makes the rest one class", () => {
  const cap = edit("cap-age", "age");
  expect(["67", "89", "67F", "18 months", "89.9", "eighty-nine", "3 days"].map((value) => cap(value))).toEqual([
    "67",
    "89",
    "67F",
    "18 months",
    "89.9",
    "eighty-nine",
    "3 days",
  ]);
  expect(
    ["90", "92F", "92-year-old", "ninety-two", "1104 months", "90+", "over 89", ">95", "104 years"].map((value) => cap(value)),
  ).toEqual(["90+", "90+F", "90+-year-old", "90+", "90+", "90+", "90+", "90+", "90+ years"]);
  expect([cap("old"), cap(""), cap("320")]).toEqual([null, null, null]);
  expect(edit("cap-age", "age", { as: "90" })("92")).toBe("90");
});

test("tokenize gives one code for all spellings of one identifier", () => {
  for (const context of [run, keyed]) {
    const token = edit("tokenize", "ssn", {}, context);
    expect(token("123-45-6789")).toBe(token("123456789"));
    expect(token("123-45-6788")).not.toBe(token("123-45-6789"));
    expect(edit("tokenize", "mrn", { domain: "shared" }, context)("42")).toBe(
      edit("tokenize", "patient-id", { domain: "shared" }, context)("42"),
    );
    expect([token(""), token("  ")]).toEqual([null, null]);
  }
});

test("assign is refused where codes would be keyed", () => {
  expect(edit("assign", "mrn")("42")).toMatch(/_[0-9a-z]{20}$/);
  expect(() => edit("assign", "mrn", {}, keyed)).toThrow(expect.objectContaining({ code: "bad-policy" }));
});

test("a shaped code keeps length, classes, case and punctuation", () => {
  for (const context of [run, keyed]) {
    const shaped = edit("tokenize", "specimen-id", { shape: true }, context);
    expect(shaped("AB-0012345")).toMatch(/^[A-Z]{2}-[0-9]{7}$/);
    expect(shaped("ab0012345")).toBe(shaped("AB-0012345")!.replace("-", "").toLowerCase());
    expect([shaped("123"), shaped("é1234567")]).toEqual([null, null]);
  }
});

test("shaped codes are refused where the number would be somebody's", () => {
  for (const kind of ["ssn", "phone", "fax", "payment-card", "bank-account", "npi", "mbi", "drivers-license", "vin", "imei"] as const)
    expect(() => edit("tokenize", kind, { shape: true })).toThrow(expect.objectContaining({ code: "bad-policy" }));
});

test("a surrogate is the same for the same value, another for another, and never the value", () => {
  for (const context of [run, keyed]) {
    const invent = edit("surrogate", "phone", {}, context);
    expect(invent("617-253-1000")).toMatch(/555/);
    expect(invent("617-253-1000")).toBe(invent("617-253-1000"));
    expect(invent("")).toBe(null);
    const names = edit("surrogate", "family-name", {}, context);
    const made = Array.from({ length: 200 }, (_, i) => names(`Na${String.fromCharCode(97 + (i % 26), 97 + (i >> 3))}me`));
    expect(new Set(made).size).toBeGreaterThan(15);
  }
});
