// Notes of 200 to 300 characters from the lines of others in any order, each with words that none before it had: prints the heap
// after collection and what the process holds, ten times.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { dice, notesOf, rewritten } from "./notes.js";
import { scrubjay } from "./systems.js";

const [dist, paths, argument] = process.argv.slice(2);
const count = Number(argument);
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const find = await scrubjay(dist, []);
const lines = notesOf(JSON.parse(paths)).flatMap(({ text }) => text.split("\n").filter((line) => line.trim().length > 10));
const roll = dice();

/** A word that no other number gives. */
function wordOf(number) {
  let word = "";
  for (let left = number + 26 ** 4; left > 0; left = Math.floor(left / 26)) word += String.fromCharCode(97 + (left % 26));
  return word;
}

function note(number) {
  const length = 200 + roll(101);
  const word = wordOf(number);
  let text = `Dr. ${word[0].toUpperCase()}${word.slice(1)}`;
  while (text.length < length) text += `\n${lines[roll(lines.length)]}`;
  return rewritten(text.slice(0, length), roll);
}

console.log(`${count.toLocaleString("en-US")} notes of 200 to 300 characters, no two alike (MB: heap after collection, resident)`);
const begun = process.cpuUsage();
let characters = 0;
let findings = 0;
for (let done = 0, shown = 0; done < count; ) {
  const batch = Array.from({ length: Math.min(16, count - done) }, (_, i) => note(done + i));
  for (const spans of await find(batch)) findings += spans.length;
  for (const text of batch) characters += text.length;
  done += batch.length;
  if (done < ((shown + 1) * count) / 10) continue;
  shown++;
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  console.log(
    `${done.toLocaleString("en-US").padStart(10)}  ${(heapUsed / 2 ** 20).toFixed(0).padStart(4)}  ${(rss / 2 ** 20).toFixed(0).padStart(4)}`,
  );
}
const { user, system } = process.cpuUsage(begun);
console.log(
  `${findings.toLocaleString("en-US")} findings; ${(characters / ((user + system) / 1000)).toFixed(0)} thousand characters a second of CPU, with what makes the notes`,
);
