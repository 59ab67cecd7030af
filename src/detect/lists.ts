import { parse } from "csv-parse/sync";
import { DeidError } from "../errors.ts";
import { type KindName, kinds } from "../identifiers/kinds/index.ts";
import type { Detector, Finding, Reading } from "./finding.ts";
import { tokensOf } from "./reading.ts";
import { shape, type Tokens, tokenize } from "./tokens.ts";

/** A word or phrase of the user's own, found in any case and with any space between its words. */
export interface ListEntry {
  readonly text: string;
  /** What it is, where it is to be removed. */
  readonly kind: KindName;
}

/** What a user knows of the place the notes come from. */
export interface Lists {
  /** Local clinicians, wards, nicknames of towns: removed wherever they stand. */
  readonly deny?: readonly ListEntry[];
  /** Drug brands, instruments, names of studies: kept, unless a record says that they are its subject's. */
  readonly allow?: readonly ListEntry[];
}

const mostWords = 12;

/**
 * The entries of a list: plain text, one a line, or CSV with a header that has `text` and may have `kind`. Empty lines and
 * lines that begin with `#` are passed over; an entry without a kind is a name. Throws `malformed` with the line.
 */
export function parseList(text: string): ListEntry[] {
  const first = /^\ufeff?(?:\s{0,100}#[^\n]{0,10000}\n|\s{0,100}\n){0,1000}([^\n]{0,1000})/.exec(text)?.[1] ?? "";
  const header = first.split(/[,;\t]/).map((cell) => cell.trim().replaceAll('"', "").toLowerCase());
  const rows = header.includes("text") ? readCsv(text, header) : readLines(text);
  return rows.map(({ said, kind, line }) => {
    const known = kind === "" ? "name" : kinds.find(({ name }) => name === kind)?.name;
    if (!known) throw new DeidError("malformed", "the kind of an entry of a list is not known", { line }, "see scrubjay list kinds");
    const words = wordsOf(said);
    if (words.length === 0 || words.length > mostWords)
      throw new DeidError("malformed", `an entry of a list has no word, or more than ${mostWords}`, { line });
    return { text: said, kind: known };
  });
}

interface Row {
  readonly said: string;
  readonly kind: string;
  readonly line: number;
}

function readLines(text: string): Row[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ said: line.trim(), kind: "", line: i + 1 }))
    .filter(({ said }) => said !== "" && !said.startsWith("#"));
}

function readCsv(text: string, header: readonly string[]): Row[] {
  const said = header.indexOf("text");
  const kind = header.indexOf("kind");
  let records: { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    // With `info` each record comes beside its place, which the types leave out.
    records = parse(text, {
      bom: true,
      comment: "#",
      delimiter: [",", ";", "\t"],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch {
    // The library's message quotes what it could not read.
    throw new DeidError("malformed", "a list is no CSV", undefined, "give a header with text and kind, or one entry a line");
  }
  return records
    .slice(1)
    .map(({ record, info }) => ({ said: record[said] ?? "", kind: kind < 0 ? "" : (record[kind] ?? "").toLowerCase(), line: info.lines }))
    .filter((row) => row.said !== "");
}

/** Removes what is on the deny list; of what others find keeps what is on the allow list. */
export function createLists({ deny = [], allow = [] }: Lists): Detector {
  const denied = phrasesOf(deny);
  const allowed = phrasesOf(allow);
  return {
    name: "lists",
    detect: (readings) =>
      readings.map((reading) =>
        denied.size === 0
          ? []
          : placesOf(denied, tokensOf(reading)).map(
              ({ start, end, kind }): Finding => ({ start, end, kind, strength: "known", detector: "lists" }),
            ),
      ),
    ...(allowed.size > 0 && {
      spares: (reading: Reading) => placesOf(allowed, tokensOf(reading)).map(({ start, end }) => [start, end] as const),
    }),
  };
}

interface Phrase {
  readonly words: readonly string[];
  readonly kind: KindName;
}

/** Phrases by their first word, the longest first. */
function phrasesOf(entries: readonly ListEntry[]): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const { text, kind } of entries) {
    const words = wordsOf(text);
    const there = phrases.get(words[0]!);
    if (there) there.push({ words, kind });
    else phrases.set(words[0]!, [{ words, kind }]);
  }
  for (const same of phrases.values()) same.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

function placesOf(phrases: ReadonlyMap<string, readonly Phrase[]>, tokens: Tokens) {
  const places: { readonly start: number; readonly end: number; readonly kind: KindName }[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const candidates = phrases.get(tokens.lower(at));
    const phrase = candidates?.find(({ words }) => words.every((word, i) => tokens.lower(at + i) === word));
    if (!phrase) continue;
    const last = at + phrase.words.length - 1;
    places.push({ start: tokens.start[at]!, end: tokens.end[last]!, kind: phrase.kind });
    at = last;
  }
  return places;
}

function wordsOf(text: string): string[] {
  const tokens = tokenize(text);
  const words = Array.from({ length: tokens.count }, (_, i) => tokens.lower(i));
  return tokens.count > 0 && Array.from(tokens.shape.subarray(0, tokens.count)).every((one) => one === shape.mark) ? [] : words;
}
