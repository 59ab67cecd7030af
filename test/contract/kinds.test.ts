import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categories } from "../../src/identifiers/category.ts";
import { deaDigit, gtinDigit, luhn, vinDigit } from "../../src/identifiers/check-digits.ts";
import type { Kind } from "../../src/identifiers/kind.ts";
import { type KindName, kindByName, kinds } from "../../src/identifiers/kinds/index.ts";
import { kindsForLabel, splitLabel } from "../../src/identifiers/labels.ts";
import { createStream } from "../../src/random/stream.ts";
import { surnames } from "../../src/tables/names.ts";

const every: readonly (readonly [string, Kind])[] = kinds.map((kind) => [kind.name, kind]);

/** `[[marked]]` text without its marks, and where they stood. */
function unmark(text: string): { text: string; spans: [number, number][] } {
  const spans: [number, number][] = [];
  let plain = "";
  for (const piece of text.split(/(?=\[\[)|(?<=\]\])/)) {
    const value = /^\[\[(.*)\]\]$/s.exec(piece)?.[1];
    if (value !== undefined) spans.push([plain.length, plain.length + value.length]);
    plain += value ?? piece;
  }
  return { text: plain, spans };
}

/** Whether a label of the kind stands right before `start` and the kind accepts the value: what the label detector asks. */
function isLabelled(kind: Kind, text: string, [start, end]: readonly [number, number]): boolean {
  const label = text
    .slice(0, start)
    .replace(/[\s:=]+$/, "")
    .split(/[.;:,]\s/)
    .at(-1)!;
  return kindsForLabel(label).some((named) => named.kind === kind.name) && (kind.accepts?.(text.slice(start, end)) ?? true);
}

const made = (kind: Kind, count: number): string[] =>
  Array.from({ length: count }, (_, i) => kind.make(createStream(`kinds/${i}`).fork(kind.name), { asOf: "2024-06-01" }));

const digits = (value: string): string => value.replace(/\D/g, "");
const inYears =
  (low: number, high: number) =>
  (value: string): boolean =>
    /^\d{4}-\d\d-\d\d$/.test(value) && Number(value.slice(0, 4)) >= low && Number(value.slice(0, 4)) <= high;
const numbered =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);
const invented =
  /^(?:\d{2,4} )?(?:Quillmere|Brindlewick|Tarnfold|Osterbeck|Velmarsh|Harrowfen|Lindquarry|Mossgarth|Pellbrook|Sedgewyn|Thistlecombe|Wexholm|Yarrowdene|Cindermoor|Dunwhistle)(?: [A-Z][a-z]+){0,2}$/;
const commonWord = (value: string): boolean => value.split(" ").every((word) => /^\p{Lu}[\p{L}']+$/u.test(word));

/** What no living person, company or device can bear, said apart from how `make` says it. */
const nobodys: Readonly<Record<KindName, (value: string) => boolean>> = {
  name: (value) => commonWord(value) && surnames().names.includes(value.split(" ").at(-1)!),
  "given-name": commonWord,
  "family-name": (value) => surnames().names.includes(value),
  "street-address": (value) => invented.test(value),
  city: (value) => invented.test(value),
  county: (value) => invented.test(value),
  place: (value) => invented.test(value),
  facility: (value) => invented.test(value),
  employer: (value) => invented.test(value),
  zip: (value) => Number(value) < 501,
  "postal-code": numbered(/^[A-Z]\d[DFIOQU]|[DFIOQU]\d$/),
  coordinates: (value) => {
    const [latitude, longitude] = value.split(", ").map(Number);
    return Math.abs(latitude! + 48.877) < 2.2 && Math.abs(longitude! + 123.393) < 2.7;
  },
  "census-area": numbered(/^(?:03|07|14|43|52)/),
  date: inYears(2010, 2023),
  "birth-date": inYears(1930, 2024),
  age: (value) => Number(value) <= 89,
  phone: (value) => /^[2-9]\d{2}55501\d\d$/.test(digits(value)),
  fax: (value) => /^[2-9]\d{2}55501\d\d$/.test(digits(value)),
  email: numbered(/@example\.(?:com|net|org)$/),
  ssn: (value) => {
    const group = Number(value.slice(4, 6));
    return /^9\d\d-\d\d-\d{4}$/.test(value) && ((group >= 1 && group <= 49) || (group >= 66 && group <= 69)) && !value.endsWith("0000");
  },
  "ssn-fragment": numbered(/0000$/),
  mrn: numbered(/^99\d{6}$/),
  "patient-id": numbered(/^99\d{5}$/),
  mbi: (value) => /[SLOIBZ]/.test(value[1]!) && kindByName("mbi").check!(value) === false,
  "medicaid-id": numbered(/^99/),
  "member-id": numbered(/^XQZ99/),
  "group-number": numbered(/^99/),
  "account-number": numbered(/^99/),
  "claim-number": numbered(/^99/),
  "payment-card": (value) => !luhn(digits(value)),
  "bank-account": numbered(/^99/),
  "drivers-license": numbered(/^[A-Z]{3}\d{5}$/),
  "dea-number": (value) => /^[INOVWYZ][A-Z]\d{7}$/.test(value) && deaDigit(value.slice(2, 8)) === value.at(-1),
  npi: (value) => /^[03-9]\d{9}$/.test(value) && luhn(`80840${value}`),
  "professional-license": numbered(/^ZZ\d{6}$/),
  passport: (value) => value.length > 9,
  "tax-id": (value) =>
    ["00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97"].includes(value.slice(0, 2)),
  vin: (value) => value.length === 17 && "0UZ".includes(value[9]!) && vinDigit(value) === value[8],
  "license-plate": numbered(/^IOQ-\d{4}$/),
  udi: (value) => /^\(01\)0952/.test(value) && gtinDigit(value.slice(4, 17)) === value[17],
  "device-serial": numbered(/^ZZ[A-Z]\d{6}$/),
  "mac-address": numbered(/^00-00-5E-00-53-[0-9A-F]{2}$/),
  imei: (value) => value.startsWith("00") && value.length === 15 && luhn(value),
  url: numbered(/^https:\/\/www\.example\.(?:com|net|org)\//),
  "ip-address": numbered(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/),
  "biometric-id": numbered(/^FP-99/),
  photo: numbered(/^synthetic-\d{6}\.jpg$/),
  "accession-number": numbered(/^S99-\d{5}$/),
  "order-number": numbered(/^99/),
  "encounter-id": numbered(/^99/),
  "specimen-id": numbered(/^SP99/),
  "trial-subject-id": numbered(/^99/),
  "prescription-number": numbered(/^99/),
  "user-name": numbered(/^zz/),
  "employee-id": numbered(/^99/),
  uuid: numbered(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  "record-id": numbered(/^99/),
  "provider-id": numbered(/^99/),
  "organization-id": numbered(/^99/),
  "unique-id": numbered(/^99/),
};

test("each of the 18 categories has a kind", () => {
  expect([...new Set(kinds.map((kind) => kind.category))].sort()).toEqual(Object.keys(categories));
});

test("names are unique, in kebab case, and lead to their kind", () => {
  expect(new Set(kinds.map((kind) => kind.name)).size).toBe(kinds.length);
  expect(kinds.filter((kind) => !/^[a-z]+(?:-[a-z]+)*$/.test(kind.name) || kindByName(kind.name) !== kind)).toEqual([]);
});

test("all kinds whose numbers link records share one domain and one spelling rule", () => {
  const linking = kinds.filter((kind) => kind.domain === "record");
  expect(linking.length).toBeGreaterThan(20);
  for (const value of ["Patient/abc-1", "4029887-a", " MRN 12 ", "61F44C35-9FC9-17B3-83A7-B92D3D784F3A", "1EG4-TE5-MK73"])
    expect(new Set(linking.map((kind) => kind.normalize(value))).size).toBe(1);
});

describe.each(every)("%s", (name, kind) => {
  test("has a tag in capitals, a title and labels that name it", () => {
    expect(kind.tag).toMatch(/^[A-Z]+(?:-[A-Z]+)*$/);
    expect(kind.title).toMatch(/^\p{Lu}/u);
    expect(kind.labels.length).toBeGreaterThan(1);
    const unheard = kind.labels.filter((label) => !kindsForLabel(label.replace("=", "")).some((named) => named.kind === kind.name));
    expect(unheard).toEqual([]);
  });

  test("what it makes, it accepts in a cell, and finds whole in prose where it finds it at all", () => {
    for (const value of made(kind, 200)) {
      expect([value, kind.matches(value) !== null || kind.accepts?.(value) !== false]).toEqual([value, true]);
      const found = kind.find(value);
      if (found.length > 0) expect([value, found.map(({ start, end }) => [start, end])]).toEqual([value, [[0, value.length]]]);
    }
  });

  test("what it makes is nobody's", () => {
    expect(made(kind, 200).filter((value) => !nobodys[name as KindName](value))).toEqual([]);
  });

  test("what it makes depends on the stream alone", () => {
    expect(made(kind, 20)).toEqual(made(kind, 20));
  });

  test("a spelling that is imitated gives no content away", () => {
    for (const { text, spans } of kind.examples.found.map(unmark))
      for (const [start, end] of spans) {
        const like = text.slice(start, end);
        const value = kind.make(createStream("like").fork(kind.name), { like, asOf: "2024-06-01" });
        expect([like, value === like]).toEqual([like, false]);
        expect([value, kind.matches(value) !== null || kind.accepts?.(value) !== false]).toEqual([value, true]);
      }
  });

  test("its normal form is a normal form", () => {
    const values = [
      ...made(kind, 50),
      ...kind.examples.found.map(unmark).flatMap(({ text, spans }) => spans.map(([start, end]) => text.slice(start, end))),
    ];
    for (const value of values) {
      const normal = kind.normalize(value);
      expect(kind.normalize(normal)).toBe(normal);
      expect(kind.normalize(` ${value} `)).toBe(normal);
    }
  });

  test.each(kind.examples.found)("finds %s", (example) => {
    const { text, spans } = unmark(example);
    expect(spans.length).toBeGreaterThan(0);
    const found = kind.find(text).map(({ start, end }) => text.slice(start, end));
    const wanted = spans.map(([start, end]) => text.slice(start, end));
    expect(found.filter((value) => !wanted.includes(value))).toEqual([]);
    expect(spans.filter((span) => !found.includes(text.slice(...span)) && !isLabelled(kind, text, span))).toEqual([]);
  });

  test.each(kind.examples.kept)("keeps %s", (text) => {
    expect(kind.find(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
    const value = /[:#=]\s*(?=[^:#=]+$)/.exec(text);
    if (value) expect(isLabelled(kind, text, [value.index + value[0].length, text.length])).toBe(false);
  });

  test("finds within any text without throwing, in order and in range", () => {
    const fragments = fc.constantFrom(
      "1",
      "12",
      "-",
      "/",
      ".",
      ":",
      " ",
      "\n",
      "@",
      "(",
      ")",
      "a",
      "A",
      "O",
      "of",
      "March ",
      "St ",
      "SSN ",
      "\u00a0",
      "–",
      "é",
      "😀",
      "\u200b",
      "x",
      "#",
      "2019",
      "at",
      "dot",
      "+",
      "%",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.array(fragments, { maxLength: 40 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(text, (input) => {
        let last = 0;
        for (const { start, end } of kind.find(input)) {
          expect(start >= last && start < end && end <= input.length).toBe(true);
          last = end;
        }
        kind.matches(input);
        kind.accepts?.(input);
        kind.check?.(input);
        expect(kind.normalize(kind.normalize(input))).toBe(kind.normalize(input));
      }),
      { numRuns: 300 },
    );
  });
});

test("a label of one kind is split into the words by which it is found", () => {
  expect(kinds.flatMap((kind) => kind.labels).filter((label) => splitLabel(label).length === 0)).toEqual([]);
});
