import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { Kind } from "../../src/identifiers/kind.ts";
import { kinds } from "../../src/identifiers/kinds/index.ts";
import { createStream } from "../../src/random/stream.ts";

/** Where a value is planted: under its label, in a column that is called `col_17`, in prose after its label, in prose without. */
export const positions = ["labelled", "unlabelled", "announced", "bare"] as const;
export type Position = (typeof positions)[number];

export interface Plant {
  readonly kind: string;
  readonly position: Position;
  readonly row: number;
  readonly value: string;
}

/** Values in ranges that are issued, misspelt or oddly spaced: `make` never makes them. Nobody's, as far as anyone here knows. */
const neverMade: Readonly<Record<string, readonly string[]>> = {
  name: ["Quinnella Brakespeare", "BRAKESPEARE, QUINNELLA", "dorvella quistmoor", "Brakespeare-Fennimoor, Q."],
  ssn: ["523-48-1177", "523 48 1178", "523.48.1179", "523481180", "523-481-181"],
  "birth-date": ["4/23/1961", "23 April 1961", "Apr 23rd, 1961", "1961.04.23", "19610423", "04-23-61"],
  date: ["11/02/2021 14:30", "2 Nov 2021", "November 2nd, 2021", "2021-11-02T14:30:00Z", "02NOV2021"],
  phone: ["612-927-4488", "(612)927-4489", "+1 612 927 4490", "612.927.4491", "612/927-4492", "6129274493"],
  fax: ["612-927-4588", "(612) 927 - 4589"],
  email: ["q.brakespeare@kestrelmail.org", "Q.BRAKESPEARE@KESTRELMAIL.ORG", "q.brakespeare @ kestrelmail.org"],
  "street-address": ["4417 Wexcombe Hollow Road", "4418 WEXCOMBE HOLLOW RD APT 2", "P.O. Box 44170"],
  zip: ["55347", "55347-2210", "5534"],
  mrn: ["MR-8840213", "0008840214", "8840-215", "E8840216"],
  mbi: ["1EG4-TE5-MK72", "1EG4TE5MK73"],
  npi: ["1457398216", "1 457 398 217"],
  "dea-number": ["BR4821193", "BR 4821194"],
  vin: ["1HGCM82633A004352", "1hgcm82633a004353"],
  "payment-card": ["4539 5787 6362 1486", "4539578763621487", "3782-822463-10005"],
  "ip-address": ["73.162.44.9", "2601:646:8200:1a2b::7"],
  "mac-address": ["a4:5e:60:c2:11:9f", "A45E.60C2.11A0"],
  url: ["http://kestrelmail.org/q.brakespeare", "www.kestrelmail.org/~qb"],
  passport: ["548817203"],
  "drivers-license": ["B625-4417-8830"],
  "license-plate": ["KRX 482"],
  uuid: ["6F1D2C3B-44A5-4E67-9B88-0C1D2E3F4A5B"],
  age: ["93", "97", "101"],
};

const perKind = 24;

/** The values of a kind to plant at a position; ages that may stay are left out. */
function valuesOf(kind: Kind, position: Position): readonly string[] {
  const extra = neverMade[kind.name] ?? [];
  if (kind.name === "age") return extra;
  const stream = createStream("sentinels").fork(position).fork(kind.name);
  const made = Array.from({ length: perKind }, (_, i) => kind.make(stream.fork(i), { asOf: "2026-01-31" }));
  return [...made, ...extra];
}

export function plantsAt(wanted: readonly Position[], of: readonly Kind[] = kinds): readonly Plant[] {
  return wanted.flatMap((position) =>
    of.flatMap((kind) => valuesOf(kind, position).map((value, row): Plant => ({ kind: kind.name, position, row, value }))),
  );
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
const plainLabel = (kind: Kind): string => kind.labels[0]!.replace(/^=/, "");

/** One record a row: clinical values among the plants, so that there is something to keep. */
export interface Planted {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly plants: readonly Plant[];
}

export function plant(wanted: readonly Position[], of: readonly Kind[] = kinds): Planted {
  const plants = plantsAt(wanted, of);
  const count = Math.max(...plants.map(({ row }) => row)) + 1;
  const rows = Array.from({ length: count }, (): Record<string, string> => ({}));
  const cell = (row: number, column: string, value: string): void => {
    rows[row]![column] = value;
  };
  for (let row = 0; row < count; row++) {
    for (const [index, kind] of of.entries()) {
      const at = (position: Position): string =>
        plants.find((each) => each.kind === kind.name && each.position === position && each.row === row)?.value ?? "";
      if (wanted.includes("labelled")) cell(row, plainLabel(kind), at("labelled"));
      if (wanted.includes("unlabelled")) cell(row, `col_${index + 1}`, at("unlabelled"));
      if (wanted.includes("announced"))
        cell(
          row,
          `announced note ${index + 1}`,
          at("announced") && `Seen today and feels better. ${capital(plainLabel(kind))}: ${at("announced")}\nContinue metformin.`,
        );
      if (wanted.includes("bare"))
        cell(row, `bare note ${index + 1}`, at("bare") && `The plan was made with ${at("bare")} and the blood pressure was normal today.`);
    }
    cell(row, "glucose", (4 + row / 10).toFixed(1));
    cell(row, "units", "mg/dL");
  }
  return { rows, plants };
}

export interface Encoded {
  readonly name: string;
  readonly holds: readonly Position[];
  encode(rows: Planted["rows"]): string;
  /** Everything that stands in the text, unescaped, one value a line. */
  decode(text: string): string;
}

const delimited = (name: string, delimiter: string): Encoded => ({
  name,
  holds: positions,
  encode: (rows) => stringify([...rows], { header: true, delimiter, columns: Object.keys(rows[0]!) }),
  decode: (text) => (parse(text, { delimiter }) as string[][]).flat().join("\n"),
});

const strings = (value: unknown): string[] =>
  value !== null && typeof value === "object" ? Object.entries(value).flatMap(([key, each]) => [key, ...strings(each)]) : [String(value)];

/** `ssn last 4` becomes `ssnLast4`; columns are grouped so that the document nests. */
function nested(row: Readonly<Record<string, string>>): object {
  const camel = (label: string): string => label.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  const pick = (test: RegExp): [string, string][] =>
    Object.entries(row)
      .filter(([label]) => test.test(label))
      .map(([label, value]) => [camel(label), value]);
  return {
    person: { details: Object.fromEntries(pick(/^(?!col_|bare note|announced note|glucose|units)/)) },
    rows: pick(/^col_/).map(([label, value]) => ({ [label]: value })),
    notes: pick(/note/).map(([label, text]) => ({ [label]: { text } })),
    lab: { glucose: Number(row.glucose), units: row.units },
  };
}

export const encodings: readonly Encoded[] = [
  delimited("table.csv", ","),
  delimited("table.tsv", "\t"),
  delimited("table.psv", "|"),
  {
    name: "rows.ndjson",
    holds: positions,
    encode: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
    decode: (text) =>
      text
        .trim()
        .split("\n")
        .flatMap((line) => strings(JSON.parse(line)))
        .join("\n"),
  },
  {
    name: "rows.json",
    holds: positions,
    encode: (rows) => JSON.stringify(rows, null, 1),
    decode: (text) => strings(JSON.parse(text)).join("\n"),
  },
  {
    name: "nested.json",
    holds: positions,
    encode: (rows) => JSON.stringify(rows.map(nested)),
    decode: (text) => strings(JSON.parse(text)).join("\n"),
  },
  {
    name: "notes.txt",
    holds: ["announced", "bare"],
    encode: (rows) =>
      rows
        .flatMap((row) =>
          Object.entries(row)
            .filter(([label, text]) => /note/.test(label) && text !== "")
            .map(([, text]) => `${text}\n\n`),
        )
        .join(""),
    decode: (text) => text,
  },
];

/**
 * The plants that stand literally in a text. Short ones must stand alone, for they stand by chance in any token; what
 * the standard lets stay (a year, a state) is no plant.
 */
export function standing(text: string, plants: readonly Plant[]): readonly Plant[] {
  const folded = text.toLowerCase();
  const words = new Set(folded.split(/[^\p{L}\p{N}]+/u));
  return plants.filter(({ value }) => {
    const wanted = value.toLowerCase();
    return wanted.length < 8 && /^[\p{L}\p{N}]+$/u.test(wanted) ? words.has(wanted) : folded.includes(wanted);
  });
}
