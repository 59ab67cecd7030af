import { decodeWindows } from "./bytes.ts";
import type { Edit } from "./edits.ts";
import { image } from "./encoded.ts";

/** Rich Text Format (Microsoft, specification 1.9.1): control words and braces out, characters written by number decoded. */
export function rtfEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  const begin = source.indexOf("{\\rtf");
  if (begin < 0) return edits;
  /** What closes each open group: a break behind what stands apart from the prose. */
  const closing: string[] = [];
  for (let i = begin; i < source.length; ) {
    const char = source[i]!;
    if (char === "{") {
      const [, starred, word = ""] = /^\{(\\\*)?(?:\\([a-z]{1,30}))?/.exec(source.slice(i, i + 36))!;
      const holds = empty.has(word) ? "" : data.has(word) ? image : null;
      const end = holds === null ? i + 1 : endOfGroup(source, i);
      const apart = holds === null && word !== "rtf" && (starred !== undefined || destinations.has(word)) ? "\n" : "";
      if (end === i + 1) closing.push(apart);
      edits.push({ start: i, end, text: end === i + 1 ? apart : holds! });
      if (word.startsWith("bkmk")) i = bookmark(source, end, edits);
      else i = end;
      continue;
    }
    if (char === "}") {
      edits.push({ start: i, end: i + 1, text: closing.pop() ?? "" });
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

/** Groups without a text of their own: fonts, colours, styles, lists, what program wrote the file. */
const empty: ReadonlySet<string> = new Set(
  "fonttbl colortbl stylesheet listtable listoverridetable generator themedata colorschememapping latentstyles xmlnstbl rsidtbl pgptbl wgrffmtfilter mmathPr panose blipuid".split(
    " ",
  ),
);
/** Groups of bytes: pictures and embedded files. */
const data: ReadonlySet<string> = new Set(["pict", "objdata", "datastore"]);
/** Groups that stand apart from the prose, beside those with a star. */
const destinations: ReadonlySet<string> = new Set(
  "info title subject author operator company manager category keywords comment doccomm hlinkbase header headerl headerr headerf footer footerl footerr footerf footnote annotation".split(
    " ",
  ),
);

/** The name of a bookmark, whose low lines stand for spaces: `{\*\bkmkstart Ana_Ruiz}`. */
function bookmark(source: string, start: number, edits: Edit[]): number {
  const head = /^(?:\\\*)?\\bkmk(?:start|end) ?/.exec(source.slice(start, start + 24))?.[0].length ?? 0;
  if (head === 0) return start;
  edits.push({ start, end: start + head, text: "" });
  let i = start + head;
  for (; i < source.length && i < start + 120 && !"{}\\".includes(source[i]!); i++)
    if (source[i] === "_") edits.push({ start: i, end: i + 1, text: " " });
  return i;
}

/** `\'e9`, `\u233?`, `\par `, `\~`. A number of 16 bits is followed by what an old reader shows in its place. */
const control =
  /\\(?:yr(?<date>\d{4}\\mo\d{1,2}\\dy\d{1,2}) ?|'(?<byte>[0-9a-fA-F]{2})|u(?<point>-?\d{1,5}) ?(?:\\'[0-9a-fA-F]{2}|[?_])?|(?<word>[a-zA-Z]{1,32})-?\d{0,10} ?|(?<sign>[^a-zA-Z0-9]))/y;

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
  manager: "Author: ",
  atnauthor: "Author: ",
  company: "Company: ",
}; // prettier-ignore

function textOf(match: RegExpExecArray): string {
  const { date, byte, point, word, sign } = match.groups!;
  if (date !== undefined) return ` ${date.replace(/\\[a-z]{2}/g, "-")} `;
  if (byte !== undefined) return decodeWindows(Number.parseInt(byte, 16));
  if (point !== undefined) return String.fromCharCode(Number(point) & 0xffff);
  if (word !== undefined) return words[word] ?? "";
  return sign === "~" ? " " : sign === "_" ? "-" : sign === "\\" || sign === "{" || sign === "}" ? sign : sign === "\n" ? "\n" : "";
}

/** Behind a group; all that is left where it does not end. */
function endOfGroup(source: string, start: number): number {
  let depth = 0;
  for (let i = start; i < source.length; i++) {
    const char = source[i];
    if (char === "\\") i++;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return i + 1;
  }
  return source.length;
}
