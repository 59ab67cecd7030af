import { delimited } from "./delimited.ts";
import type { Format, FormatName } from "./format.ts";
import { json } from "./json.ts";
import { ndjson } from "./ndjson.ts";
import { text } from "./text.ts";

/** Every format, the more particular first: that is the order in which they are asked about a head. */
export const formats: readonly Format[] = [ndjson, json, delimited, text];

export function formatByName(name: FormatName): Format {
  const format = formats.find((each) => each.name === name);
  if (!format) throw new Error(`unreachable: no format ${name}`);
  return format;
}

export { sniffFormat } from "./sniff.ts";
