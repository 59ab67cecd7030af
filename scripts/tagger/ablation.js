// What each detector adds: the ensemble with one of them left out, on notes whose authors the tagger has not read.
import { emptyCount, tally } from "./score.js";

/** Counts by what is left out, over the folds. `add` takes the notes of one author with the findings of every detector on them. */
export function createAblation({ detectAll }) {
  const counts = new Map();
  const times = new Map();
  return {
    async add(documents, replayed) {
      const texts = documents.map(({ text }) => text);
      for (const left of ["none", ...replayed.map(({ name }) => name)]) {
        const found = await detectAll(
          texts,
          [],
          replayed.filter(({ name }) => name !== left),
        ); // prettier-ignore
        if (!counts.has(left)) counts.set(left, emptyCount());
        for (const [i, document] of documents.entries()) tally(counts.get(left), document, found[i]);
      }
    },
    /** Seconds of processor time that a detector takes for `characters`, by the second of two runs. */
    time(name, run, characters) {
      run();
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      const sum = times.get(name) ?? { micros: 0, characters: 0 };
      times.set(name, { micros: sum.micros + user + system, characters: sum.characters + characters });
    },
    lines() {
      const percent = (part, all) => ((100 * part) / all).toFixed(2);
      return [...counts].map(([left, { gold, any, full, found, right, covered, wrong, whole, documents }]) => {
        const time = times.get(left);
        const speed = time ? `; takes ${(time.micros / time.characters).toFixed(3)} us a character` : "";
        return `without ${left}: R-any ${percent(any, gold)} R-full ${percent(full, gold)} P ${percent(right, found)} by letters ${percent(covered, covered + wrong)} whole ${whole}/${documents}${speed}`;
      });
    },
  };
}
