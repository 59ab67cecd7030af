import { DeidError } from "../errors.ts";
import { delimited } from "./delimited.ts";
import type { DecodeOptions, Dialect, Format, FormatName } from "./format.ts";
import { json } from "./json.ts";
import { ndjson } from "./ndjson.ts";
import { text } from "./text.ts";

export interface SniffOptions extends Pick<DecodeOptions, "header" | "isValue"> {
  /** Settles the format; the head still settles its dialect. */
  readonly format?: FormatName | undefined;
}

/**
 * Which format a head is in. Content decides: JSON that opens as JSON, rows that agree on a delimiter. Where content
 * leaves it open, the extension decides; text is taken only for `.txt`, `.text`, `.md`, `.log`, or, without an extension,
 * for what reads as prose. Throws `format-unknown`: nothing falls back to text.
 */
export function sniffFormat(
  head: string,
  isWhole: boolean,
  name: string,
  options: SniffOptions,
): { readonly format: Format; readonly dialect: Dialect } {
  const extension = extensionOf(name);
  if (options.format !== undefined) {
    const format = [ndjson, json, delimited, text].find((each) => each.name === options.format);
    if (!format) throw new DeidError("bad-usage", "no such format", undefined, "see: scrubjay list formats");
    return { format, dialect: format.sniff(head, isWhole, options)?.dialect ?? { format: format.name } };
  }
  if (isBinary(head)) throw unknown("the content is binary");

  if (head.trim() === "") {
    const format = [ndjson, delimited, text].find((each) => each.extensions.includes(extension)) ?? (extension === "" ? text : null);
    if (!format) throw unknown("the input is empty");
    return {
      format,
      dialect: format.name === "delimited" ? { format: "delimited", delimiter: ",", hasHeader: false } : { format: format.name },
    };
  }

  const asNdjson = ndjson.sniff(head, isWhole, options);
  const asJson = json.sniff(head, isWhole, options);
  if (asNdjson) return { format: ndjson, dialect: asNdjson.dialect };
  if (asJson?.sure && ndjson.extensions.includes(extension)) return { format: ndjson, dialect: { format: "ndjson" } };
  if (asJson && (asJson.sure || extension === ".json")) return { format: json, dialect: asJson.dialect };

  const asDelimited = delimited.sniff(head, isWhole, options);
  if (asDelimited && (asDelimited.sure || tabular.has(extension))) return { format: delimited, dialect: asDelimited.dialect };
  if (ndjson.extensions.includes(extension)) return { format: ndjson, dialect: { format: "ndjson" } };
  if (extension === ".json") return { format: json, dialect: { format: "json" } };
  const asText = text.sniff(head, isWhole, options);
  if (asText && (text.extensions.includes(extension) || (extension === "" && readsAsProse(head))))
    return { format: text, dialect: asText.dialect };
  throw unknown("the content is of no known format");
}

const tabular = new Set([".csv", ".tsv", ".psv", ".tab", ".dat"]);

function unknown(message: string): DeidError {
  return new DeidError("format-unknown", message, undefined, "name it with --format, if it is one of: scrubjay list formats");
}

/** The last extension, lower case, with its dot; that under `.gz`. Empty for none and for `-`. */
export function extensionOf(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1).toLowerCase();
  const bare = file.endsWith(".gz") ? file.slice(0, -3) : file;
  const dot = bare.lastIndexOf(".");
  return dot > 0 ? bare.slice(dot) : "";
}

/** NUL, or more than one control character in a hundred. */
function isBinary(head: string): boolean {
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i);
    if (unit === 0) return true;
    if ((unit < 32 && !(unit >= 8 && unit <= 13) && unit !== 27) || (unit >= 127 && unit < 160 && unit !== 133)) controls++;
  }
  return controls * 100 > head.length;
}

/** Most of it letters and spaces, in more than one word. */
function readsAsProse(head: string): boolean {
  let letters = 0;
  let spaces = 0;
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i);
    if ((unit | 32) >= 97 && (unit | 32) <= 122) letters++;
    else if (unit > 191) letters++;
    else if (unit === 32 || unit === 10 || unit === 13 || unit === 9) spaces++;
  }
  return spaces > 0 && letters > spaces && (letters + spaces) * 100 > head.length * 65;
}
