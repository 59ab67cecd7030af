import { decodeWindows } from "./bytes.ts";
import type { Edit } from "./edits.ts";

/** Rich Text Format (Microsoft, specification 1.9.1): control words and braces out, characters written by number decoded. */
export function rtfEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  const begin = source.indexOf("{\\rtf");
  if (begin < 0) return edits;
  for (let i = begin; i < source.length; ) {
    const char = source[i]!;
    if (char === "{") {
      const skipped = skippedGroup(source, i);
      const end = skipped > 0 ? skipped : i + 1;
      edits.push({ start: i, end, text: "" });
      i = end;
      continue;
    }
    if (char === "}") {
      edits.push({ start: i, end: i + 1, text: "" });
      i++;
      continue;
    }
    if (char !== "\\") {
      i++;
      continue;
    }
    control.lastIndex = i;
    const match = control.exec(source);
    if (match === null) {
      i++;
      continue;
    }
    edits.push({ start: i, end: i + match[0].length, text: textOf(match) });
    i += match[0].length;
  }
  return edits;
}

/** `\'e9`, `\u233?`, `\par `, `\~`. A number of 16 bits is followed by what an old reader shows in its place. */
const control =
  /\\(?:'(?<byte>[0-9a-fA-F]{2})|u(?<point>-?\d{1,5}) ?(?:\\'[0-9a-fA-F]{2}|[?_])?|(?<word>[a-zA-Z]{1,32})-?\d{0,10} ?|(?<sign>[^a-zA-Z0-9]))/y;

const words: Readonly<Record<string, string>> = {
  par: "\n",
  line: "\n",
  page: "\n\n",
  sect: "\n\n",
  row: "\n",
  cell: "  ",
  tab: "\t",
  emdash: "-",
  endash: "-",
  lquote: "'",
  rquote: "'",
  ldblquote: '"',
  rdblquote: '"',
  bullet: "• ",
  // Who wrote the document, in its own header.
  author: "Author: ",
  operator: "Author: ",
  company: "Company: ",
}; // prettier-ignore

function textOf(match: RegExpExecArray): string {
  const { byte, point, word, sign } = match.groups!;
  if (byte !== undefined) return decodeWindows(Number.parseInt(byte, 16));
  if (point !== undefined) return String.fromCharCode(Number(point) & 0xffff);
  if (word !== undefined) return words[word] ?? "";
  return sign === "~" ? " " : sign === "_" ? "-" : sign === "\\" || sign === "{" || sign === "}" ? sign : sign === "\n" ? "\n" : "";
}

/** Behind a group that holds fonts, colours, styles or a picture and no prose; 0 for any other. */
function skippedGroup(source: string, start: number): number {
  if (!/^\{\\(?:\*\\[a-z]|fonttbl|colortbl|stylesheet|pict|listtable|generator|themedata)/.test(source.slice(start, start + 16))) return 0;
  let depth = 0;
  for (let i = start; i < source.length; i++) {
    const char = source[i];
    if (char === "\\") i++;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return i + 1;
  }
  return 0;
}
