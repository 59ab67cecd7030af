import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Lower case, ASCII letters and digits only where folding can give them; the same as src/tables/fold.ts. */
export const fold = (text) =>
  text
    .toLowerCase()
    .replace(/[ßøłæœđðþı]/g, (letter) => ({ ß: "ss", ø: "o", ł: "l", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ı: "i" })[letter])
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");

const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Sorted words as one string: for each word a capital (A = 0 … Z = 25) for the length of the prefix shared with
 * the word before, then the rest of the word. Words hold no capitals.
 */
export function frontCode(words) {
  let previous = "";
  let out = "";
  for (const word of [...new Set(words)].sort(byCodeUnit)) {
    if (/[A-Z\n]/.test(word)) throw new Error("a word to be front-coded holds a capital");
    let shared = 0;
    while (shared < 25 && shared < word.length && word[shared] === previous[shared]) shared++;
    out += String.fromCharCode(65 + shared) + word.slice(shared);
    previous = word;
  }
  return out;
}

/** Words with a rank of 1 to 15 as 15 front-coded strings, rank 1 first. */
export function frontCodeRanks(ranks) {
  const groups = Array.from({ length: 15 }, () => []);
  for (const [word, rank] of ranks) groups[rank - 1].push(word);
  return groups.map(frontCode);
}

/** A rank of 1 to 15 on a logarithmic scale from `least` to `most`. */
export const logRank = (count, least, most) =>
  Math.max(1, Math.min(15, 1 + Math.round((14 * Math.log2(Math.max(count, least) / least)) / Math.log2(most / least))));

/** Writes `src/tables/generated/NAME.ts`: a head that tells the sources, then string constants. */
export function writeModule(folder, name, sources, constants) {
  mkdirSync(folder, { recursive: true });
  const head = ["Made by scripts/build-tables.js; do not edit.", ...sources].map((line) => ` * ${line}`).join("\n");
  const body = Object.entries(constants).map(([constant, value]) =>
    Array.isArray(value)
      ? `export const ${constant}: readonly string[] = [\n${value.map((text) => `  ${JSON.stringify(text)},\n`).join("")}];\n`
      : `export const ${constant}: string =\n  ${JSON.stringify(value)};\n`,
  );
  const text = `/*\n${head}\n */\n\n${body.join("\n")}`;
  writeFileSync(join(folder, `${name}.ts`), text);
  return text.length;
}
