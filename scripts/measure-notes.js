// Prints how varied notes are, from a gold file of generate: node scripts/measure-notes.js out/notes.gold.jsonl
import { readFileSync } from "node:fs";

const [file, count = "1000"] = process.argv.slice(2);
const all = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const step = Math.max(1, Math.floor(all.length / Number(count)));
const notes = all.filter((_, i) => i % step === 0).slice(0, Number(count));

/** Words with identifiers and numbers made alike, so that only how it is said counts. */
function wordsOf({ text, spans }) {
  let plain = text;
  for (const { start, end } of [...spans].reverse()) plain = `${plain.slice(0, start)} # ${plain.slice(end)}`;
  return plain
    .replace(/\d{1,9}/g, "0")
    .split(/\s/)
    .filter((word) => word !== "");
}

/** The first lines with words and numbers made alike: how a header is laid out. */
const formOf = ({ text }) =>
  text
    .split("\n")
    .slice(0, 4)
    .join("|")
    .replace(/[A-Za-z']{1,40}/g, "w")
    .replace(/\d{1,9}/g, "0")
    .replace(/w(?: w){1,20}/g, "w");

const seen = new Set();
let total = 0;
for (const note of notes) {
  const words = wordsOf(note);
  for (let i = 0; i + 5 <= words.length; i++) seen.add(words.slice(i, i + 5).join(" "));
  total += Math.max(0, words.length - 4);
}
console.log(`${notes.length} notes of ${all.length}, ${Math.round(total / notes.length) + 4} words each`);
console.log(`distinct 5-grams: ${seen.size} of ${total}, ${((100 * seen.size) / total).toFixed(1)} %`);
console.log(`forms of the first four lines: ${new Set(notes.map(formOf)).size}`);
