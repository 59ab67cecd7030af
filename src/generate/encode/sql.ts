import type { CellValue, ColumnShape, ColumnType, Table } from "../../layouts/layout.ts";
import type { TableEncoder } from "./encoder.ts";

const file = "population.sql";

/**
 * One script that `psql -f` and SQLite both load: one transaction, tables with their keys, then rows after the rows
 * they reference. One INSERT a patient and table, however the population is cut into shards.
 * Standard SQL only; relies on `standard_conforming_strings`, PostgreSQL's default since 9.1, for backslashes.
 */
export const sqlEncoder = {
  name: "sql",
  title: "One SQL script for PostgreSQL and SQLite",
  writes: "tables",
  open: (tables) => [{ file, text: `BEGIN;\n\n${tables.map((table) => createTable(table, tables)).join("\n")}\n` }],
  rows: (table, rows) => ({ file, text: insert(table, rows) }),
  close: () => [{ file, text: "\nCOMMIT;\n" }],
} as const satisfies TableEncoder;

/** Type names that both databases take; SQLite derives an affinity from them. */
const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: "TEXT",
  integer: "INTEGER",
  decimal: "NUMERIC",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
};

function createTable(table: Table, tables: readonly Table[]): string {
  const lines = table.columns.map((column) => `  ${definition(column, column.name === table.primaryKey, tables)}`);
  return `CREATE TABLE ${quoted(table.name)} (\n${lines.join(",\n")}\n);\n`;
}

function definition(column: ColumnShape, isKey: boolean, tables: readonly Table[]): string {
  const parts = [quoted(column.name), sqlTypes[column.type]];
  if (column.required) parts.push("NOT NULL");
  if (isKey) parts.push("PRIMARY KEY");
  if (column.references !== undefined) {
    const target = tables.find((table) => table.name === column.references);
    if (target?.primaryKey === undefined) throw new Error(`unreachable: no table ${column.references} with a key`);
    parts.push(`REFERENCES ${quoted(target.name)} (${quoted(target.primaryKey)})`);
  }
  return parts.join(" ");
}

function insert(table: Table, rows: readonly (readonly CellValue[])[]): string {
  const names = table.columns.map((column) => quoted(column.name)).join(", ");
  const values = rows.map((row) => `(${row.map((value, i) => literal(value, table.columns[i]!.type)).join(", ")})`);
  return `INSERT INTO ${quoted(table.name)} (${names}) VALUES\n${values.join(",\n")};\n`;
}

function literal(value: CellValue, type: ColumnType): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number" || type === "decimal") return String(value);
  return `'${value.replaceAll("'", "''")}'`;
}

const quoted = (name: string): string => `"${name}"`;
