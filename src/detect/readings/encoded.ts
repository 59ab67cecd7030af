import { decodeBytes } from "./bytes.ts";
import type { Edit } from "./edits.ts";

const percent = /(?<![^\s"'<>()])[^\s"'<>()]{0,200}%[0-9A-Fa-f]{2}[^\s"'<>()]{0,600}/g;
const base64 = /(?<![A-Za-z0-9+/_=-])(?:[A-Za-z0-9+/]{4}){5,1000}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?![A-Za-z0-9+/=])/g;
const base64url = /(?<![\w-])eyJ[\w-]{16,4000}(?![\w-])/g;
const hex = /(?<![0-9A-Za-z])(?:[2-7][0-9a-f]){12,2000}(?![0-9A-Za-z])/gi;

/**
 * Text in percent signs, base64, base64url (JSON tokens) or hexadecimal reads as what it says, all of a run under every letter of
 * it, so that a run in which anything is found leaves whole. What decodes to no text stays as it is.
 */
export function encodedEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  const add = (start: number, run: string, text: string | null): void => {
    if (text !== null) edits.push({ start, end: start + run.length, text });
  };
  if (source.includes("%")) for (const { 0: run, index } of source.matchAll(percent)) add(index, run, decodePercent(run));
  if (/[A-Za-z0-9+/_-]{20}/.test(source)) {
    for (const { 0: run, index } of source.matchAll(base64))
      if (/[a-z]/.test(run) && /[A-Z]/.test(run)) add(index, run, textOf(decode64(run)));
    for (const { 0: run, index } of source.matchAll(base64url))
      add(index, run, textOf(decode64(run.replaceAll("-", "+").replaceAll("_", "/"))));
    for (const { 0: run, index } of source.matchAll(hex)) if (/[a-f]/i.test(run)) add(index, run, textOf(decodeHex(run)));
  }
  edits.sort((a, b) => a.start - b.start);
  return edits.filter(({ start }, i) => i === 0 || start >= edits[i - 1]!.end);
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

function decode64(run: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((run.replace(/=/g, "").length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < run.length && at < bytes.length; i++) {
    held = (held << 6) | digits.indexOf(run[i]!);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decodeHex(run: string): Uint8Array {
  return Uint8Array.from({ length: run.length / 2 }, (_, i) => Number.parseInt(run.slice(2 * i, 2 * i + 2), 16));
}

/** Bytes as text, where they are text: no controls, and letters, digits and spaces for half of it. */
function textOf(bytes: Uint8Array): string | null {
  let common = 0;
  for (const byte of bytes) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return null;
    if (byte === 32 || (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) common++;
  }
  return common * 2 >= bytes.length ? decodeBytes(bytes) : null;
}
