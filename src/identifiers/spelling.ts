import type { Stream } from "../random/stream.ts";

const accents = /[\u0300-\u036f]/g;

/** Lower case, accents and typographic variants of quotes, dashes and spaces folded. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(accents, "")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .toLowerCase();
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** Letters that stand for digits where optical reading went wrong: O for 0, l and I for 1. */
export function readDigits(text: string): string {
  return text.replace(/[Oo]/g, "0").replace(/[lI|]/g, "1");
}

/** `count` random digits, the first of them perhaps zero. */
export function randomDigits(stream: Stream, count: number): string {
  let digits = "";
  while (digits.length < count) digits += stream.int(0, 9);
  return digits;
}

/** Random characters of `alphabet`. */
export function randomText(stream: Stream, alphabet: string, count: number): string {
  let text = "";
  for (let i = 0; i < count; i++) text += alphabet[stream.int(0, alphabet.length - 1)]!;
  return text;
}

/** Puts `digits` where `like` has digits, when it has as many of them; else gives `otherwise`. */
export function spellLike(digits: string, like: string | undefined, otherwise: string): string {
  if (like === undefined || digitsOf(like).length !== digits.length) return otherwise;
  let next = 0;
  return like.trim().replace(/\d/g, () => digits[next++]!);
}
