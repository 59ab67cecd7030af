import fc from "fast-check";
import { expect, test } from "vitest";
import { kindByName, kinds } from "../../src/identifiers/kinds/index.ts";
import { createStream } from "../../src/random/stream.ts";
import { createAssignedCodes, createKeyedCodes } from "../../src/secret/codes.ts";
import { Secret } from "../../src/secret/key.ts";
import { type EntryContext, type RunContext, transforms } from "../../src/transform/index.ts";

const asOf = { year: 2026, month: 11, day: 22 };
const runs: readonly RunContext[] = [createAssignedCodes(), createKeyedCodes(new Secret(new Uint8Array(32).fill(9)))].map((codes) => ({
  codes,
  asOf,
  dateOrder: "mdy",
  surrogates: false,
}));
const somebody: EntryContext = { subject: "s", offsetDays: 17, latestYear: 2025 };
const nobody: EntryContext = { subject: null, offsetDays: null };
/** What no transform can read as a date, an age or a ZIP. */
const unreadable = ["see above", "Zoë Ünal", "\u0000", "x".repeat(5000), "12/34", "🙂", "unknown date", "Infinity", "-1", "1e5"];

for (const transform of transforms) {
  const compiled = runs.flatMap((run) =>
    transform.name === "assign" && run.codes.derivation === "keyed"
      ? []
      : kinds.map((kind) => ({ kind, run, edit: transform.compile(kind, {}, run) })),
  );

  test(`${transform.name}: its derivation is what its output shows`, () => {
    for (const { edit } of compiled) {
      const given = unreadable.map((value) => edit(value, somebody));
      if (transform.name === "keep") expect(given).toEqual(unreadable);
      else for (const [i, output] of given.entries()) expect(output).not.toBe(unreadable[i]);
      if (["generalized", "shifted", "none"].includes(transform.derivation(true))) expect(given).toEqual(unreadable.map(() => null));
    }
  });

  test(`${transform.name}: an empty value gives nothing, and the same value the same`, () => {
    for (const { kind, edit } of compiled) {
      if (transform.name !== "keep") expect([edit("", somebody), edit("   ", somebody)]).toEqual([null, null]);
      const value = kind.make(createStream("contract"), { asOf: "2026-11-22" });
      expect(edit(value, somebody)).toBe(edit(value, somebody));
    }
  });

  test(`${transform.name}: of an identifier nothing comes back but what the derivation allows`, () => {
    for (const { kind, edit } of compiled) {
      for (let i = 0; i < 20; i++) {
        const value = kind.make(createStream(`contract/${i}`), { asOf: "2026-11-22" });
        const output = edit(value, i % 2 ? somebody : nobody);
        if (transform.derivation(true) === "none") expect(output).toBe(null);
        if (["assigned", "keyed"].includes(transform.derivation(true))) expect(output).not.toBe(value);
        if (transform.derivation(true) === "shifted" && kind.category === "C" && i % 2 === 0) expect(output).toBe(null);
        if (transform.derivation(true) === "generalized" && transform.fits !== "C" && kind.category === "B" && output !== null)
          expect(output).toMatch(/^[0-9]{3}$/);
      }
    }
  });

  test(`${transform.name}: unknown options are refused`, () => {
    expect(transform.options.safeParse({ unknownOption: 1 }).success).toBe(false);
    expect(transform.options.safeParse({}).success).toBe(true);
  });
}

const piece = fc.oneof(
  fc.constantFrom(
    "2021",
    "03",
    "4",
    "/",
    "-",
    ".",
    " ",
    ":",
    "T",
    "Z",
    "+",
    "March",
    "mar",
    "th",
    "de",
    ",",
    "years",
    "mo",
    "old",
    "over",
    "90",
    "02139",
    "Q1",
    "W05",
    "ninety",
    "hundred",
  ),
  fc.string({ maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

test("whatever is written, a generalized date is a year, a ZIP three digits, an age under 90 or the class", () => {
  const [date, zip, age] = (["generalize-date", "generalize-zip", "cap-age"] as const).map((name) =>
    transforms.find((transform) => transform.name === name)!.compile(kindByName(name === "generalize-zip" ? "zip" : "date"), {}, runs[0]!),
  );
  fc.assert(
    fc.property(text, (value) => {
      expect(date!(value, nobody) ?? "2021").toMatch(/^[0-9]{4}$/);
      expect(zip!(value, nobody) ?? "021").toMatch(/^[0-9]{3}$/);
      const capped = (age!(value, nobody) ?? "").replace("90+", "");
      // Ninety years in months, weeks, days and hours.
      const most: Readonly<Record<string, number>> = { w: 4697, d: 32_873, h: 788_952 };
      for (const [, number, unit] of capped.matchAll(/([0-9]+)[^0-9a-z]*([a-z]?)/gi))
        expect(Number(number)).toBeLessThan(most[unit!.toLowerCase()] ?? 1080);
      expect(capped).not.toMatch(/(?<![0-9.])(?:9[0-9]|1[0-4][0-9])(?:\.[0-9]+)?(?: ?y|$)/);
    }),
    { numRuns: 3000 },
  );
});
