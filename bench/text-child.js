// One task of the bench of prose, in a process of its own: prints JSON.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { spread } from "./figures.js";
import { scrubjay, systems } from "./systems.js";

const [dist, path, task, name, argument, seconds = "8"] = process.argv.slice(2);
const notes = readFileSync(path, "utf8")
  .trim()
  .split("\n")
  .map((line, i) => ({ id: i, spans: [], ...JSON.parse(line) }));

/** Texts of 2,000 to 4,000 characters: long notes cut between lines, short ones put together. */
function piecesOf(texts) {
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

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** A function from texts to spans. Presidio runs beside and tells its own time. */
async function finder() {
  if (systems[name].python) return (texts) => presidio(texts).spans;
  if (name === "scrubjay") return scrubjay(dist, argument ? [argument] : []);
  return systems[name].make();
}

function presidio(texts) {
  const { stdout, stderr, status } = spawnSync("python3", [join(import.meta.dirname, "presidio_spans.py")], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr.trim().split("\n").at(-1));
  return JSON.parse(stdout);
}

const tasks = {
  corpus() {
    const pieces = piecesOf(notes.map(({ text }) => text));
    return { documents: notes.length, pieces: pieces.length, characters: pieces.reduce((sum, text) => sum + text.length, 0) };
  },

  async accuracy() {
    const { evaluateText } = await import(pathToFileURL(resolve(dist, "index.js")).href);
    const find = await finder();
    const spans = await find(notes.map(({ text }) => text));
    const { metrics } = evaluateText(
      notes,
      notes.map(({ id, text }, i) => ({ id, text, spans: joined(spans[i]) })),
      { samples: 1 },
    );
    return Object.fromEntries(Object.entries(metrics).map(([metric, { value }]) => [metric, value]));
  },

  async speed() {
    const pieces = piecesOf(notes.map(({ text }) => text));
    const characters = pieces.reduce((sum, text) => sum + text.length, 0);
    if (systems[name].python) {
      const { seconds } = presidio(pieces);
      return { cold: characters / 1000 / seconds[0], warm: characters / 1000 / spread(seconds).median };
    }
    const find = await finder();
    // The first reading loads tables and models; for some seconds more the compiler is at work.
    const pass = async () => {
      const before = cpu();
      for (let i = 0; i < pieces.length; i += 16) await find(pieces.slice(i, i + 16));
      return characters / (cpu() - before);
    };
    const cold = await pass();
    const begun = cpu();
    while (cpu() - begun < Number(seconds) * 500) await pass();
    const warm = [];
    while (warm.length < 3 || cpu() - begun < Number(seconds) * 1000) warm.push(await pass());
    return { cold, warm: spread(warm).median };
  },

  /** Each detector's share of the time of all; what is shared (reading, words) is timed apart, before them. */
  async parts() {
    const from = async (file) => import(pathToFileURL(resolve(dist, file)).href);
    const { createDetectors, detectAll } = await from("detect/index.js");
    const { readingOf, tokensOf } = await from("detect/reading.js");
    const { sitesIn } = await from("detect/sites.js");
    const pieces = piecesOf(notes.map(({ text }) => text));
    const detectors = createDetectors();
    const best = {};
    const put = (part, work) => {
      const before = cpu();
      const result = work();
      best[part] = Math.min(best[part] ?? Number.POSITIVE_INFINITY, cpu() - before);
      return result;
    };
    for (let i = 0; i < 10; i++) {
      const readings = put("(reading)", () => pieces.map(readingOf));
      put("(words)", () => readings.forEach(tokensOf));
      put("(scan)", () => readings.forEach(sitesIn));
      for (const detector of detectors) put(detector.name, () => detector.detect(readings, []));
      put("(all)", () => detectAll(pieces, [], detectors));
    }
    const { "(all)": all, ...parts } = best;
    const sum = Object.values(parts).reduce((total, part) => total + part, 0);
    parts["(joining)"] = Math.max(0, all - sum);
    const shares = Object.fromEntries(Object.entries(parts).map(([part, time]) => [part, time / Math.max(all, sum)]));
    return { shares: { ...shares, grammar: null }, detectors: [...detectors.map((detector) => detector.name), "grammar"] };
  },

  async memory() {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc");
    const find = await scrubjay(dist, []);
    const pieces = piecesOf(notes.map(({ text }) => text));
    const count = Number(argument);
    const rows = [];
    let state = 20_260_131;
    const letters = () => {
      let word = "";
      for (let i = 0; i < 6; i++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        word += String.fromCharCode(97 + ((state >>> 16) % 26));
      }
      return word;
    };
    for (let done = 0; done < count; ) {
      const batch = [];
      // A new name, a new word and new digits in each: what remembers words meets new ones for ever.
      for (; batch.length < 16 && done + batch.length < count; ) {
        const made = letters();
        const piece = pieces[(done + batch.length) % pieces.length];
        const digit = String(state % 10);
        batch.push(`Dr. ${made[0].toUpperCase()}${made.slice(1)} ${letters()}\n${piece.replace(/\d(?=\d)/g, digit)}`);
      }
      await find(batch);
      done += batch.length;
      if (done >= ((rows.length + 1) * count) / 8) {
        collect();
        const { heapUsed, rss } = process.memoryUsage();
        rows.push({ at: done, heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20 });
      }
    }
    return rows;
  },
};

/** Without overlap: some systems mark one stretch twice. */
function joined(spans) {
  const out = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start) out.push({ start, end });
  }
  return out;
}

process.stdout.write(JSON.stringify(await tasks[task]()));
