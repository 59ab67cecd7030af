import { decodeBytes } from "./bytes.ts";
import type { Edit } from "./edits.ts";

const percent = /(?<![^\s"'<>()])[^\s"'<>()]{0,200}%[0-9A-Fa-f]{2}[^\s"'<>()]{0,600}/g;
/** Digits of base64, and perhaps signs of equality, that make a run. */
const shortestRun = 14;
const hex = /(?<![0-9A-Za-z])(?:[2-7][0-9a-f]){12,2000}(?![0-9A-Za-z])/gi;

/** What reads in the place of bytes that are no text, so that they leave as the image they may be. */
export const image = " data:image/png;base64,AAAA ";
/** Longer than any key or checksum. */
const longestKey = 200;
/** A longer run is not decoded, but leaves. */
const longestText = 2000;
/** Long runs are read in pieces that end at multiples of this, so that a window of a long text holds whole ones. */
const piece = 500;

/**
 * Text in percent signs, base64 of both alphabets and over several lines, or hexadecimal reads as what it says, all of a run under
 * every letter of it, so that a run in which anything is found leaves whole. A short run that decodes to no text stays as it is; a
 * long one is an image or a document.
 */
export function encodedEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  const add = (start: number, end: number, text: string | null): void => {
    if (text !== null) edits.push({ start, end, text });
  };
  if (source.includes("%") && /%[0-9A-Fa-f]{2}/.test(source))
    for (const { 0: run, index } of source.matchAll(percent)) add(index, index + run.length, decodePercent(run));
  let lines: Run | undefined;
  let longest = 0;
  for (let at = 0; at < source.length; at++) {
    const index = at;
    while (isDigit64(source.charCodeAt(at))) at++;
    if (at - index > longest) longest = at - index;
    if (at - index < shortestRun) continue;
    for (let marks = 0; marks < 2 && source.charCodeAt(at) === 61; marks++) at++;
    const end = at--;
    if (lines !== undefined && index < lines.end) continue;
    lines = linesOf(source, index, end);
    addRun(source, lines, add);
  }
  if (longest >= 24 && /[0-9A-Fa-f]{24}/.test(source))
    for (const { 0: run, index } of source.matchAll(hex))
      if (/[a-f]/i.test(run)) add(index, index + run.length, textOf(decodeHex(run), 0.5));
  edits.sort((a, b) => a.start - b.start);
  return edits.filter(({ start }, i) => i === 0 || start >= edits[i - 1]!.end);
}

interface Run {
  readonly start: number;
  readonly end: number;
  /** Where its last line ends before that, if there are several. */
  readonly before: number;
}

/** The lines of one encoded text: as long as the first, and a shorter last one. */
function linesOf(source: string, start: number, first: number): Run {
  const length = first - start;
  let end = first;
  let before = first;
  if (length >= 40 && source[first - 1] !== "=") {
    for (;;) {
      let at = end;
      if (source[at] === "\r") at++;
      if (source[at] !== "\n") break;
      at++;
      const from = at;
      while (at < source.length && at - from <= length && isDigit64(source.charCodeAt(at))) at++;
      while (source[at] === "=" && at - from < length) at++;
      const more = at - from;
      if (more === 0 || more > length || (at < source.length && source[at] !== "\n" && source[at] !== "\r")) break;
      before = end;
      end = at;
      if (more < length) break;
    }
  }
  return { start, end, before };
}

function addRun(source: string, { start, end, before }: Run, add: (start: number, end: number, text: string | null) => void): void {
  const solid = end === before ? source.slice(start, end) : source.slice(start, end).replace(/[\r\n]/g, "");
  if (!/[a-z]/.test(solid) || !/[A-Z]/.test(solid)) {
    // Hexadecimal and base 32 write bytes in letters of one size.
    if (solid.length > longestKey && /[a-z]/i.test(solid) && /\d/.test(solid)) addPieces(start, end, add);
    return;
  }
  if (solid.length <= longestText) {
    const text = decode64(solid);
    const shorter = text === null && before < end ? decode64(source.slice(start, before).replace(/[\r\n]/g, "")) : null;
    add(start, end, text);
    add(start, before, shorter);
    if (text !== null || shorter !== null) return;
  }
  if (solid.length > longestKey && /\d/.test(solid)) addPieces(start, end, add);
}

function addPieces(start: number, end: number, add: (start: number, end: number, text: string) => void): void {
  for (let from = start; from < end; ) {
    const to = Math.min(end, (Math.floor(from / piece) + 1) * piece);
    add(from, to, image);
    from = to;
  }
}

/** Two escapes or more; `50%20` in prose is none. */
function decodePercent(run: string): string | null {
  const escapes = run.match(/%[0-9A-Fa-f]{2}/g) ?? [];
  if (escapes.length < 2 && !/[A-Za-z]%(?:20|2[CcFf]|3[AaDd]|40)[A-Za-z0-9]/.test(run)) return null;
  const read = run.replace(/(?:%[0-9A-Fa-f]{2}){1,100}/g, (bytes) =>
    decodeBytes(Uint8Array.from(bytes.slice(1).split("%"), (byte) => Number.parseInt(byte, 16))),
  );
  return read.replaceAll("+", " ");
}

/** Base64 or base64url as the text that it says; what has neither its length nor its letters must be text beyond doubt. */
function decode64(run: string): string | null {
  const length = run.endsWith("==") ? run.length - 2 : run.endsWith("=") ? run.length - 1 : run.length;
  if (length % 4 === 1) return null;
  const bytes = new Uint8Array((length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    held = (held << 6) | value64[run.charCodeAt(i)]!;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
      held &= (1 << bits) - 1;
    }
  }
  return textOf(bytes, run.length % 4 === 0 && run.length >= 20 && !/[_-]/.test(run) ? 0.5 : 0.8);
}

const value64 = new Uint8Array(128);
for (let i = 0; i < 64; i++) value64["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".charCodeAt(i)] = i;
value64[45] = 62;
value64[95] = 63;

function isDigit64(code: number): boolean {
  return code < 128 && (value64[code]! > 0 || code === 65);
}

function decodeHex(run: string): Uint8Array {
  return Uint8Array.from({ length: run.length / 2 }, (_, i) => Number.parseInt(run.slice(2 * i, 2 * i + 2), 16));
}

/** Bytes as text, where they are text: no controls, and letters, digits and spaces for a share of it. */
function textOf(bytes: Uint8Array, share: number): string | null {
  let common = 0;
  for (const byte of bytes) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return null;
    if (byte === 32 || (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) common++;
  }
  return common >= bytes.length * share ? decodeBytes(bytes) : null;
}
