import { isAscii, isUtf8 } from "node:buffer";
import { DeidError } from "../errors.ts";

export type EncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** How the text of an input is written as bytes, and so how its output is. */
export interface Encoding {
  readonly name: EncodingName;
  readonly bom: boolean;
}

const aliases: Readonly<Record<string, EncodingName>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  utf16le: "utf-16le",
  "utf-16be": "utf-16be",
  utf16be: "utf-16be",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
};

/** The encoding that `--encoding` names; ISO 8859-1 is read as Windows-1252, as the WHATWG Encoding Standard does. Throws `bad-usage`. */
export function encodingByName(name: string): EncodingName {
  const found = Object.hasOwn(aliases, name.toLowerCase()) ? aliases[name.toLowerCase()] : undefined;
  if (!found) throw new DeidError("bad-usage", "no such encoding", undefined, `one of: ${[...new Set(Object.values(aliases))].join(", ")}`);
  return found;
}

/** The encoding that a byte order mark tells. */
export function bomOf(head: Uint8Array): { readonly name: EncodingName; readonly length: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: "utf-8", length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: "utf-16le", length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: "utf-16be", length: 2 };
  return null;
}

/** UTF-16 without a mark: every other byte of its Latin text is NUL. */
export function utf16ByNuls(head: Uint8Array): EncodingName | null {
  const length = Math.min(head.length & ~1, 4096);
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even * 10 < pairs) return "utf-16le";
  if (even > pairs * 0.4 && odd * 10 < pairs) return "utf-16be";
  return null;
}

/** Watches bytes go by: where they stop being UTF-8, and whether any multibyte sequence was one. */
export interface Utf8Watch {
  add(bytes: Uint8Array): void;
  end(): void;
  /** Offset of the first byte that UTF-8 does not allow; -1 for none. */
  readonly invalidAt: number;
  readonly multibyte: boolean;
}

export function watchUtf8(): Utf8Watch {
  let offset = 0;
  let tail: Uint8Array = new Uint8Array(0);
  let invalidAt = -1;
  let multibyte = false;

  const judge = (bytes: Uint8Array): void => {
    if (bytes.length === 0 || isAscii(bytes)) return;
    if (isUtf8(bytes)) {
      multibyte = true;
      return;
    }
    for (let i = 0; i < bytes.length; ) {
      if (bytes[i]! < 0x80) {
        i++;
        continue;
      }
      const length = sequenceAt(bytes, i);
      if (length > 1) {
        multibyte = true;
        i += length;
      } else {
        if (invalidAt < 0) invalidAt = offset + i;
        i++;
      }
      if (multibyte && invalidAt >= 0) return;
    }
  };

  return {
    add(bytes) {
      if (invalidAt >= 0 && multibyte) return;
      const joined = tail.length === 0 ? bytes : concat(tail, bytes);
      const keep = openTail(joined);
      judge(joined.subarray(0, joined.length - keep));
      offset += joined.length - keep;
      tail = joined.slice(joined.length - keep);
    },
    end() {
      judge(tail);
    },
    get invalidAt() {
      return invalidAt;
    },
    get multibyte() {
      return multibyte;
    },
  };
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** Length of the valid multibyte sequence at i; 0 where there is none (Unicode 16.0, table 3-7). */
function sequenceAt(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  return length > 0 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length)) ? length : 0;
}

/** How many bytes at the end begin a sequence that may go on: 0 to 3. */
function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Turns bytes into text a chunk at a time, without its BOM; throws `encoding-invalid` with the byte's offset. */
export interface Decoder {
  decode(bytes: Buffer): string;
  end(): string;
}

export function createDecoder(name: EncodingName, skip: number): Decoder {
  let offset = skip;
  let tail: Buffer = Buffer.alloc(0);
  const take = (bytes: Buffer, keep: (joined: Buffer) => number): Buffer => {
    const joined = tail.length === 0 ? bytes : Buffer.concat([tail, bytes]);
    const whole = joined.length - keep(joined);
    tail = joined.subarray(whole);
    return joined.subarray(0, whole);
  };

  if (name === "windows-1252") return { decode: (bytes) => fromWindows1252(bytes), end: () => "" };
  if (name === "utf-8") {
    const text = (bytes: Buffer): string => {
      const from = offset;
      offset += bytes.length;
      // latin1 of ASCII is a copy of bytes into a one-byte string: 3 to 5 times the speed of utf8.
      if (isAscii(bytes)) return bytes.toString("latin1");
      if (isUtf8(bytes)) return bytes.toString("utf8");
      throw invalid(from + invalidOffset(bytes), name);
    };
    return { decode: (bytes) => text(take(bytes, openTail)), end: () => (tail.length === 0 ? "" : text(tail)) };
  }
  const isBig = name === "utf-16be";
  return {
    decode(bytes) {
      const whole = take(bytes, (joined) => joined.length & 1);
      offset += whole.length;
      return (isBig ? Buffer.from(whole).swap16() : whole).toString("utf16le");
    },
    end() {
      if (tail.length > 0) throw invalid(offset, name);
      return "";
    },
  };
}

function invalidOffset(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const length = bytes[i]! < 0x80 ? 1 : sequenceAt(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return 0;
}

/** The message tells UTF-16 cut inside a unit from bytes that UTF-8 does not allow. */
export function invalid(byte: number, name: EncodingName): DeidError {
  const message = name === "utf-8" ? "bytes that UTF-8 does not allow" : "the last character is cut";
  return new DeidError("encoding-invalid", message, { byte }, "name the encoding with --encoding, or mend the file");
}

/** Bytes 0x80 to 0x9f in Windows-1252; the five it leaves open stay C1 controls, as in the WHATWG Encoding Standard. */
const upper = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function fromWindows1252(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  return isAscii(bytes) ? text : text.replace(/[\x80-\x9f]/g, (unit) => upper[unit.charCodeAt(0) - 0x80]!);
}

/**
 * Text as bytes of an encoding. What Windows-1252 cannot write loses its accents, and what is still not there is left
 * out: tokens and tags are ASCII, so that only a surrogate can meet this.
 */
export function encodeText(text: string, name: EncodingName): Buffer {
  if (name === "utf-8") return Buffer.from(text, "utf8");
  if (name === "utf-16le") return Buffer.from(text, "utf16le");
  if (name === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  // The whole of Latin-1 that is not in 0x80-0x9f is itself; the rest is rare.
  return Buffer.from(/[^\0-\x7f\xa0-\xff]/.test(text) ? text.replace(/[^\0-\x7f\xa0-\xff]/gu, toLatin) : text, "latin1");
}

function toLatin(character: string): string {
  const at = upper.indexOf(character);
  if (at >= 0) return String.fromCharCode(0x80 + at);
  return character.normalize("NFD").replace(/[^\0-\x7f]/gu, "");
}

/** The byte order mark of an encoding, where the input had one. */
export function bomBytes({ name, bom }: Encoding): Buffer {
  return bom ? encodeText("\ufeff", name) : Buffer.alloc(0);
}
