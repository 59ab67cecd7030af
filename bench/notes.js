import { readFileSync } from "node:fs";

/** Notes of several files, one a line: `{ id, text, spans }`, whose spans may lack. */
export function notesOf(files) {
  return files
    .flatMap((file) => readFileSync(file, "utf8").trim().split("\n"))
    .map((line, i) => {
      const { text, spans } = JSON.parse(line);
      return { id: i, text, spans };
    });
}

/** Texts of 2,000 to 4,000 characters: long notes cut between lines, short ones put together. */
export function piecesOf(texts) {
  const pieces = [];
  let open = "";
  for (const text of texts) {
    for (let start = 0; start < text.length; ) {
      let end = Math.min(text.length, start + 3500 - open.length);
      const line = end < text.length ? text.lastIndexOf("\n", end) : -1;
      if (line > start + 1000) end = line + 1;
      open += text.slice(start, end);
      start = end;
      if (open.length >= 2000) {
        pieces.push(open);
        open = "";
      }
    }
    if (open !== "") open += "\n\n";
  }
  return pieces.length > 0 ? pieces : [open];
}

/** Numbers below `limit`, the same in every run. */
export function dice(seed = 20_260_131) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** One word of four letters and more in twenty-five with another letter, and every number with another digit: a text that nobody read before. */
export function rewritten(text, roll) {
  return text.replace(/[A-Za-z]{4,}|\d{2,}/g, (word) => {
    if (/\d/.test(word)) return word.slice(0, -2) + ((Number(word.at(-2)) + 1 + roll(8)) % 10) + word.at(-1);
    return roll(25) > 0 ? word : word.slice(0, 2) + String.fromCharCode(97 + roll(26)) + word.slice(3);
  });
}
