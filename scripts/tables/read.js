import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

/** Rows of a CSV file below the tables folder, gunzipped by its name; objects when `columns` is true. */
export function rowsOf(folder, name, { columns = true } = {}) {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return parse(text, {
    columns,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    comment: columns ? undefined : "#",
    bom: true,
  });
}
