/**
 * Names a format that is recognized and not supported, from the first bytes of an input (512 are enough, 64 Ki better)
 * and its name; null where none is. By content; the extension only tells apart what looks alike.
 */
export function recognizeUnsupported(bytes: Uint8Array, name: string): string | null {
  for (const { title, magic, offset = 0 } of magics) if (startsWith(bytes, magic, offset)) return title(name);
  const { text, isText } = opening(bytes);
  if (!isText) return null;
  const title = markups.find(({ opens }) => opens.test(text))?.title ?? null;
  if (title === "XML" && text.includes("<ClinicalDocument")) return "C-CDA (XML)";
  return title ?? (sql.test(withoutComments(text)) ? "SQL script" : null);
}

interface Magic {
  readonly magic: readonly number[];
  readonly offset?: number;
  readonly title: (name: string) => string;
}

const ascii = (text: string): readonly number[] => Array.from(text, (each) => each.charCodeAt(0));
const named = (title: string) => (): string => title;

const magics: readonly Magic[] = [
  { magic: ascii("DICM"), offset: 128, title: named("DICOM") },
  { magic: ascii("SQLite format 3\0"), title: named("SQLite database") },
  { magic: ascii("%PDF-"), title: named("PDF") },
  { magic: ascii("{\\rtf"), title: named("RTF") },
  { magic: [0x89, 0x50, 0x4e, 0x47], title: named("PNG image") },
  { magic: [0xff, 0xd8, 0xff], title: named("JPEG image") },
  { magic: ascii("GIF8"), title: named("GIF image") },
  { magic: [0x49, 0x49, 0x2a, 0x00], title: named("TIFF image") },
  { magic: [0x4d, 0x4d, 0x00, 0x2a], title: named("TIFF image") },
  { magic: ascii("WEBP"), offset: 8, title: named("WebP image") },
  { magic: ascii("WAVE"), offset: 8, title: named("WAV audio") },
  { magic: ascii("ftyp"), offset: 4, title: named("MP4 or HEIF media") },
  { magic: ascii("ID3"), title: named("MP3 audio") },
  { magic: ascii("OggS"), title: named("Ogg audio") },
  { magic: [0x50, 0x4b, 0x03, 0x04], title: zipTitle },
  { magic: [0x50, 0x4b, 0x05, 0x06], title: named("zip archive") },
  { magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], title: named("Microsoft Office 97-2003 file") },
  { magic: ascii("PAR1"), title: named("Parquet") },
  { magic: ascii("ARROW1"), title: named("Arrow") },
  { magic: ascii("Obj\x01"), title: named("Avro") },
  { magic: ascii("ORC"), title: named("ORC") },
  { magic: [0x1f, 0x8b], title: named("gzip inside gzip") },
  { magic: ascii("BZh"), title: named("bzip2 archive") },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], title: named("xz archive") },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], title: named("Zstandard archive") },
  { magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], title: named("7z archive") },
  { magic: ascii("Rar!\x1a"), title: named("RAR archive") },
  { magic: ascii("ustar"), offset: 257, title: named("tar archive") },
  { magic: [0x7f, 0x45, 0x4c, 0x46], title: named("executable") },
  { magic: ascii("MZ\x90\0"), title: named("executable") },
  { magic: [0xcf, 0xfa, 0xed, 0xfe], title: named("executable") },
  { magic: [0x00, 0x61, 0x73, 0x6d], title: named("executable") },
  { magic: ascii("SAS FILE"), offset: 84, title: named("SAS data set") },
  { magic: ascii("HEADER RECORD*******LIBRARY"), title: named("SAS transport file") },
  { magic: ascii("$FL2"), title: named("SPSS data set") },
  { magic: ascii("<stata_dta>"), title: named("Stata data set") },
];

function zipTitle(name: string): string {
  if (/\.xls[xmb](?:\.gz)?$/i.test(name)) return "Excel workbook";
  if (/\.docx(?:\.gz)?$/i.test(name)) return "Word document";
  return "zip archive";
}

const markups: readonly { readonly title: string; readonly opens: RegExp }[] = [
  { title: "HTML", opens: /^<(?:!doctype html|html|head|body|table|div|p)[\s>]/i },
  { title: "XML", opens: /^<(?:\?xml|!--|!doctype|!\[cdata|[a-z_][\w.:-]{0,60}[\s/>])/i },
  { title: "HL7 v2", opens: /^\x0b?(?:MSH|FHS|BHS)[|^~&#@!$%*+;:]/ },
  { title: "HL7 v2", opens: /^(?:EVN|PID|PV1|NK1|ORC|OBR|OBX|IN1|AL1|DG1)\|\d{0,4}\|/ },
  { title: "X12", opens: /^ISA[^\w\s]\d\d[^\w\s]/ },
  { title: "X12", opens: /^(?:GS|ST)\*\w{2,3}\*/ },
  { title: "EDIFACT or NCPDP", opens: /^(?:UNA.{6}|UNB\+|UIB\+)/ },
  { title: "vCard", opens: /^BEGIN:VCARD/i },
  { title: "iCalendar", opens: /^BEGIN:VCALENDAR/i },
  { title: "RIS", opens: /^TY {2}- / },
  { title: "e-mail message", opens: /^(?:From |Return-Path:|Received:|MIME-Version:|Message-ID:)/i },
  { title: "ASTM or LIS2 message", opens: /^H\|\\\^&/ },
  { title: "PostScript", opens: /^%!PS/ },
  { title: "diff or program text", opens: /^#!\// },
];

const sql =
  /^(?:create (?:table|database|schema|temp)|insert into|drop table|begin;|begin transaction|set \w{1,40} ?=|pragma \w|use [\w`]{1,60};|copy \S{1,200} from)/i;

/** What follows the comments at the head of a script, its white space folded. */
function withoutComments(text: string): string {
  let rest = text;
  for (let n = 0; n < 1000; n++) {
    rest = rest.trimStart();
    const close = rest.startsWith("--") || rest.startsWith("#") ? "\n" : rest.startsWith("/*") ? "*/" : null;
    if (close === null) break;
    const end = rest.indexOf(close);
    if (end < 0) return "";
    rest = rest.slice(end + close.length);
  }
  return rest.slice(0, 500).split(/\s/).filter(Boolean).join(" ");
}

/** The first 8 Ki as Latin-1 without BOM and leading space; UTF-16 is read through its NULs. */
function opening(bytes: Uint8Array): { readonly text: string; readonly isText: boolean } {
  const head = bytes.subarray(0, 8192);
  const isWide =
    (head[0] === 0xff && head[1] === 0xfe) ||
    (head[0] === 0xfe && head[1] === 0xff) ||
    (head.length > 3 && (head[0] === 0) !== (head[1] === 0));
  let text = "";
  for (let i = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0; i < head.length; i++) {
    const byte = head[i]!;
    if (byte === 0 && !isWide) return { text: "", isText: false };
    if (byte !== 0 && !(isWide && i < 2 && byte >= 0xfe)) text += String.fromCharCode(byte);
  }
  return { text: text.trimStart(), isText: true };
}

function startsWith(bytes: Uint8Array, magic: readonly number[], offset: number): boolean {
  return bytes.length >= offset + magic.length && magic.every((byte, i) => bytes[offset + i] === byte);
}
