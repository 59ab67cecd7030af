// One task of the bench of prose, in a process of its own: prints JSON.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { spread } from "./figures.js";
import { dice, notesOf, piecesOf, rewritten } from "./notes.js";
import { scrubjay, systems } from "./systems.js";

const [dist, paths, task, name, argument, seconds = "8"] = process.argv.slice(2);
const notes = notesOf(JSON.parse(paths));
const isMarked = notes.every(({ spans }) => Array.isArray(spans));

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
    return { documents: notes.length, isMarked, pieces: pieces.length, characters: pieces.reduce((sum, text) => sum + text.length, 0) };
  },

  async accuracy() {
    const { evaluateText } = await import(pathToFileURL(resolve(dist, "index.js")).href);
    const find = await finder();
    const spans = await find(notes.map(({ text }) => text));
    // Without marks nothing tells what should have been found; only how much was.
    if (!isMarked) return { letters: lettersWithin(spans) / lettersWithin(notes.map(({ text }) => [{ start: 0, end: text.length }])) };
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
      const warm = characters / 1000 / spread(seconds).median;
      // It remembers nothing of the notes that it read.
      return { cold: characters / 1000 / seconds[0], warm, fresh: warm };
    }
    const find = await finder();
    // The first reading loads tables and models; for some seconds more the compiler is at work.
    const pass = async (texts) => {
      const before = cpu();
      for (let i = 0; i < texts.length; i += 16) await find(texts.slice(i, i + 16));
      return texts.reduce((sum, text) => sum + text.length, 0) / (cpu() - before);
    };
    const cold = await pass(pieces);
    const begun = cpu();
    while (cpu() - begun < Number(seconds) * 500) await pass(pieces);
    const warm = [];
    while (warm.length < 3 || cpu() - begun < Number(seconds) * 1000) warm.push(await pass(pieces));
    // What remembers words has met all of these. Each text of the last passes is another.
    const roll = dice();
    const fresh = [];
    for (let i = 0; i < Math.max(3, Math.min(8, warm.length)); i++) fresh.push(await pass(pieces.map((text) => rewritten(text, roll))));
    return { cold, warm: spread(warm).median, fresh: spread(fresh).median };
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
};

/** Letters and digits within spans. */
function lettersWithin(spans) {
  let count = 0;
  notes.forEach(({ text }, i) => {
    for (const { start, end } of joined(spans[i])) count += text.slice(start, end).replace(/[^\p{L}\p{N}]/gu, "").length;
  });
  return count;
}

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
