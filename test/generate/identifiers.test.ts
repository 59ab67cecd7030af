import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { createPopulation } from "../../src/generate/population.ts";
import { areaCodesOf } from "../../src/identifiers/area-codes.ts";
import { type KindName, kinds } from "../../src/identifiers/kinds/index.ts";
import type { Identifiers } from "../../src/record/identifiers.ts";
import type { PatientRecord } from "../../src/record/record.ts";
import { nobodys } from "../support/nobodys.ts";
import { profileText } from "./shipped.ts";

const populations = ["edge-cases", "dirty-data"].map((name) =>
  createPopulation(loadProfile(profileText(name), name, profileText), { seed: "nobody", asOf: "2026-03-31" }),
);
const records = populations.flatMap((population) => Array.from({ length: 120 }, (_, index) => population.patient(index)));

function identifiersOf(record: PatientRecord): Identifiers[] {
  const items = [record.patient, ...Object.values(record).filter(Array.isArray).flat()] as readonly {
    readonly identifiers?: Identifiers;
  }[];
  const contacts = record.contacts.map(
    ({ phone, email, postalCode }): Identifiers => ({
      phone,
      ...(email === undefined ? {} : { email }),
      ...(postalCode === undefined ? {} : { "postal-code": postalCode }),
    }),
  );
  return [...items.flatMap(({ identifiers }) => identifiers ?? []), ...contacts];
}

/** What a record writes otherwise than the kind by itself does. */
const own: Partial<Record<KindName, (value: string, all: Identifiers) => boolean>> = {
  // The end of an SSN that is nobody's.
  "ssn-fragment": (value, all) => all.ssn?.endsWith(value) ?? false,
  // It goes with the person's name.
  "user-name": (value) => /^[a-z]{2,10}\d\d$/.test(value),
  mrn: (value) => /^99\d{6}(?:\d\d)?$/.test(value),
};

test("every identifier of generated patients, wherever it stands, is of the range that is nobody's", () => {
  const seen = new Set<string>();
  const wrong: [string, string][] = [];
  const all = [
    ...records.flatMap(identifiersOf),
    ...populations.flatMap(({ shared }) => [...shared.facilities, ...shared.providers].map(({ identifiers }) => identifiers)),
  ];
  for (const identifiers of all) {
    for (const [kind, value] of Object.entries(identifiers) as [KindName, string][]) {
      seen.add(kind);
      if (!(own[kind] ?? nobodys[kind])(value, identifiers)) wrong.push([kind, value]);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen.size).toBeGreaterThan(38);
});

test("a telephone number is of the state", () => {
  let checked = 0;
  for (const { patient } of records) {
    const codes = areaCodesOf(patient.address.state);
    if (codes === undefined || patient.identifiers.phone === undefined) continue;
    checked++;
    expect(codes).toContain(patient.identifiers.phone.replace(/\D/g, "").slice(0, 3));
  }
  expect(checked).toBeGreaterThan(200);
});

test("docs/identifiers.md has a row for each kind", () => {
  const rows = readFileSync("docs/identifiers.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const named = rows.flatMap((line) => [...line.split(" | ")[0]!.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]!));
  expect(named.toSorted()).toEqual(kinds.map(({ name }) => name as string).toSorted());
});
