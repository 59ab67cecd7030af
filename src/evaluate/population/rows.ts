import { DeidError } from "../../errors.ts";
import { createCells } from "../../formats/cells.ts";
import { type RecordScan, scanRecord } from "../../formats/delimited-record.ts";
import { openSource } from "../../io/source.ts";

export interface RowsOptions {
  /** What errors call the file. */
  readonly display: string;
  readonly signal?: AbortSignal | undefined;
}

/** The names a column may have, in any case, by what it holds. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** One object serves all rows of a file. Absent and empty cells are "". */
export type Row<F extends Fields> = { readonly [K in keyof F]: string };

/**
 * Reads a CSV (a header row, RFC 4180) or NDJSON file row by row, also compressed, and gives only the columns that are wanted;
 * rows count from 1, without the header. Answers which of them there are. Throws `malformed`, and what reading a source throws.
 */
export async function readRows<F extends Fields>(
  path: string,
  fields: F,
  onRow: (row: Row<F>, number: number) => void,
  { display, signal }: RowsOptions,
): Promise<ReadonlySet<keyof F>> {
  const source = await openSource(path, { display, signal, encoding: "utf-8" });
  const isNdjson = /\.(?:ndjson|jsonl)(?:\.gz)?$/.test(path);
  const row = Object.fromEntries(Object.keys(fields).map((name) => [name, ""])) as Record<keyof F, string>;
  const take = isNdjson ? jsonLines(fields, row, onRow) : records(fields, row, onRow);
  let rest = "";
  try {
    for await (const chunk of source.text()) rest = take.text(rest + chunk, false);
    take.text(rest, true);
  } catch (error) {
    throw error instanceof DeidError ? error.at({ input: display }) : error;
  }
  return take.found;
}

interface Taker<F extends Fields> {
  readonly found: Set<keyof F>;
  /** Takes the whole rows of the text and gives back what is left of it. */
  text(text: string, isLast: boolean): string;
}

function records<F extends Fields>(fields: F, row: Record<keyof F, string>, onRow: (row: Row<F>, number: number) => void): Taker<F> {
  const cells = createCells(64, 1);
  const scan: RecordScan = { next: -1, columns: 0, innerBreaks: 0, problem: null };
  const found = new Set<keyof F>();
  let wanted: (readonly [keyof F, number])[] | undefined;
  let width = 0;
  let number = 0;
  const cell = (text: string, i: number): string => {
    const raw = text.slice(cells.start[i], cells.end[i]);
    return raw.charCodeAt(0) === 34 ? raw.slice(1, -1).replaceAll('""', '"') : raw;
  };
  return {
    found,
    text(text, isLast) {
      let from = 0;
      while (from < text.length) {
        scanRecord(text, from, isLast, 44, cells, scan);
        if (scan.problem === "unclosed" || scan.problem === "afterQuote")
          throw new DeidError("malformed", "a quote is not closed, or text follows it", { record: number + 1 });
        if (scan.next < 0) break;
        const isBlank = scan.columns === 1 && cells.start[0] === cells.end[0];
        if (isBlank) {
          from = scan.next;
          continue;
        }
        if (!wanted) {
          const header = Array.from({ length: scan.columns }, (_, i) => cell(text, i).trim().toLowerCase());
          wanted = Object.entries(fields).flatMap(([name, aliases]) => {
            const at = aliases.map((alias) => header.indexOf(alias.toLowerCase())).find((place) => place >= 0);
            return at === undefined ? [] : [[name, at] as const];
          });
          for (const [name] of wanted) found.add(name);
          width = scan.columns;
        } else {
          number++;
          if (scan.columns !== width) throw new DeidError("malformed", "a record is of another width than the header", { record: number });
          for (const [name, at] of wanted) row[name] = cell(text, at) as Record<keyof F, string>[keyof F];
          onRow(row, number);
        }
        from = scan.next;
      }
      return text.slice(from);
    },
  };
}

function jsonLines<F extends Fields>(fields: F, row: Record<keyof F, string>, onRow: (row: Row<F>, number: number) => void): Taker<F> {
  const found = new Set<keyof F>();
  const wanted = Object.entries(fields).flatMap(([name, aliases]) => aliases.map((alias) => [alias.toLowerCase(), name] as const));
  const byName = new Map<string, keyof F>(wanted);
  let number = 0;
  const line = (text: string): void => {
    if (text.trim() === "") return;
    number++;
    let object: unknown;
    try {
      object = JSON.parse(text);
    } catch {
      throw new DeidError("malformed", "not valid JSON", { record: number });
    }
    if (typeof object !== "object" || object === null) throw new DeidError("malformed", "not a JSON object", { record: number });
    for (const name of Object.keys(row) as (keyof F)[]) row[name] = "" as Record<keyof F, string>[keyof F];
    for (const [key, value] of Object.entries(object)) {
      const name = byName.get(key.toLowerCase());
      if (name === undefined) continue;
      found.add(name);
      const cell = value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
      row[name] = cell as Record<keyof F, string>[keyof F];
    }
    onRow(row, number);
  };
  return {
    found,
    text(text, isLast) {
      let from = 0;
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
        line(text.slice(from, end));
        from = end + 1;
      }
      if (!isLast) return text.slice(from);
      line(text.slice(from));
      return "";
    },
  };
}
