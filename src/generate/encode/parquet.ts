import { DeidError } from "../../errors.ts";
import type { CellValue, ColumnShape, Table } from "../../layouts/layout.ts";
import { dayOf } from "../days.ts";
import type { Assembler, TableEncoder } from "./encoder.ts";

/**
 * One Parquet file a table, with a type for each column. Its pieces are rows in JSON, which `assemble` makes into a file: so
 * that threads may give them, and that groups of rows are cut by what stands in them and by nothing else.
 */
export const parquetEncoder = {
  name: "parquet",
  title: "Parquet, one file a table; needs hyparquet-writer",
  writes: "tables",
  open: (tables) => tables.map((table) => ({ file: fileOf(table.name), text: "" })),
  rows: (table, rows) => ({ file: fileOf(table.name), text: rows.map((row) => `${JSON.stringify(row)}\n`).join("") }),
  close: () => [],
  async assemble(tables) {
    const library = await installed();
    const byFile = new Map(tables.map((table) => [fileOf(table.name), table]));
    return (file, write) => {
      const table = byFile.get(file);
      return table && assemblerOf(table, library, write);
    };
  },
} as const satisfies TableEncoder;

const fileOf = (table: string): string => `${table}.parquet`;

/** What this asks of `hyparquet-writer`, which is the user's to install. */
interface ParquetLibrary {
  readonly ByteWriter: new () => ByteWriter;
  readonly ParquetWriter: new (options: {
    readonly writer: ByteWriter;
    readonly schema: readonly SchemaElement[];
    readonly createdBy: string;
  }) => ParquetWriter;
}

interface ByteWriter {
  index: number;
  getBytes(): Uint8Array;
  flush?(): void;
}

interface ParquetWriter {
  write(options: { readonly columnData: readonly object[]; readonly rowGroupSize: number }): unknown;
  finish(): unknown;
}

interface SchemaElement {
  readonly name: string;
  readonly [property: string]: unknown;
}

/** Throws `bad-usage` where the package cannot be loaded. */
export async function installed(load: () => Promise<unknown> = () => import("hyparquet-writer")): Promise<ParquetLibrary> {
  try {
    return (await load()) as ParquetLibrary;
  } catch {
    throw new DeidError(
      "bad-usage",
      "Parquet needs the package hyparquet-writer, which is not installed",
      undefined,
      "npm install hyparquet-writer",
    );
  }
}

/** A group of rows ends with the row that brings it to so many characters of JSON: bounds what is held of each table. */
const groupUnits = 1 << 21;

function assemblerOf({ columns }: Table, library: ParquetLibrary, write: (bytes: Uint8Array) => Promise<void>): Assembler {
  const bytes = new library.ByteWriter();
  // What stands in the buffer is taken after each group, else it grows with the file.
  bytes.flush = () => {};
  const schema = [{ name: "schema", num_children: columns.length }, ...columns.map(elementOf)];
  const file = new library.ParquetWriter({ writer: bytes, schema, createdBy: "scrubjay" });
  let lines: string[] = [];
  let units = 0;

  const take = async (): Promise<void> => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    if (taken.length > 0) await write(taken);
  };
  const writeGroup = async (): Promise<void> => {
    const rows = lines.map((line) => JSON.parse(line) as CellValue[]);
    lines = [];
    units = 0;
    const columnData = columns.map(({ name, type }, i) => {
      const value = values[type];
      const data = rows.map((row) => (row[i] === null ? null : value(row[i]!)));
      return { name, data, offsetIndex: false };
    });
    file.write({ columnData, rowGroupSize: rows.length });
    await take();
  };

  return {
    async add(text) {
      // JSON escapes line ends: each line is a row.
      for (let from = 0; from < text.length; ) {
        const end = text.indexOf("\n", from);
        lines.push(text.slice(from, end));
        units += end + 1 - from;
        from = end + 1;
        if (units >= groupUnits) await writeGroup();
      }
    },
    async end() {
      if (lines.length > 0) await writeGroup();
      file.finish();
      await take();
    },
  };
}

type ColumnType = ColumnShape["type"];

/** Physical and logical types of Parquet (parquet-format, LogicalTypes.md). Times are local: no zone makes them instants. */
const types: Readonly<Record<ColumnType, Readonly<Record<string, unknown>>>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  decimal: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE" },
  timestamp: { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MILLIS" } },
};

function elementOf({ name, type, required }: ColumnShape): SchemaElement {
  return { name, ...types[type], repetition_type: required ? "REQUIRED" : "OPTIONAL" };
}

const values: Readonly<Record<ColumnType, (value: Exclude<CellValue, null>) => unknown>> = {
  text: String,
  integer: Number,
  decimal: Number,
  boolean: Boolean,
  date: (value) => dayOf(String(value)),
  timestamp: (value) => BigInt(millisOf(String(value))),
};

/** `YYYY-MM-DDTHH:MM:SS`, with or without a Z behind it, or a date alone, since 1970. */
function millisOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.slice(11, 19).split(":").map(Number);
  return (((dayOf(time) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
