import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { spread, table } from "./figures.js";
import { absence, systems } from "./systems.js";

const root = resolve(import.meta.dirname, "..");

/**
 * Speed and accuracy of the detectors on prose, beside other systems on the same notes, and what each detector adds; of notes
 * without marks speed and how much is removed. Each run has a process of its own, so that none warms another up.
 */
export function text({ notes = [join(root, "test/detect/notes/dev.jsonl")], repeats = 3, dist = join(root, "dist") }) {
  for (const file of notes) if (!existsSync(file)) throw new Error(`no ${file}`);
  const run = (...args) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, "text-child.js"), dist, JSON.stringify(notes), ...args],
      { encoding: "utf8", maxBuffer: 2 ** 28 },
    );
    if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr.trim().split("\n").slice(-8).join("\n")}`);
    return JSON.parse(stdout);
  };

  const { documents, isMarked, pieces, characters } = run("corpus");
  console.log(
    `${notes.map((file) => basename(file)).join(", ")}: ${documents} notes; for speed as ${pieces} texts of 2,000 to 4,000 characters, ${characters.toLocaleString("en-US")} in all`,
  );
  const measures = isMarked ? ["r-any", "r-full", "p", "p-letters", "negatives"] : ["letters"];
  const heads = isMarked ? ["R-any", "R-full", "P spans", "P letters", "neg"] : ["letters removed"];
  const accuracy = (metrics) => measures.map((name) => percent(metrics[name]));

  console.log(`
${isMarked ? "Accuracy, type-blind, and thousands" : "Thousands"} of characters a second of CPU (median, min-max). Cold: the first reading in a process;
warm: the same notes again; fresh: by a warm process, every text one that it never read`);
  const rows = [];
  for (const [name, system] of Object.entries(systems)) {
    const why = absence(system);
    if (why) {
      console.log(`skipped: ${system.title} (${why})`);
      continue;
    }
    rows.push([system.title, ...accuracy(run("accuracy", name)), ...speeds(Array.from({ length: repeats }, () => run("speed", name)))]);
  }
  table(["", ...heads, "cold", "warm", "fresh"], rows);

  console.log("\nWithout one detector, and each one's share of the time");
  const whole = run("accuracy", "scrubjay");
  const parts = run("parts", "scrubjay");
  const nothing = measures.map(() => "");
  const ablation = Object.entries(parts.shares).map(([detector, share]) => {
    const removed = parts.detectors.includes(detector);
    if (!removed) return [detector, ...nothing, percent(share), ""];
    const left = run("accuracy", "scrubjay", detector);
    return [detector, ...accuracy(left), percent(share), speeds([run("speed", "scrubjay", detector, "3")])[1]];
  });
  table(
    ["left out", ...heads, "time", "warm without"],
    [["none", ...accuracy(whole), "100.0", speeds([run("speed", "scrubjay", "", "3")])[1]], ...ablation],
  );
}

const percent = (share) => (share === null ? "-" : (100 * share).toFixed(1));

function speeds(runs) {
  return ["cold", "warm", "fresh"].map((name) => {
    const { median, low, high } = spread(runs.map((run) => run[name]));
    return runs.length === 1 ? median.toFixed(0) : `${median.toFixed(0)}, ${low.toFixed(0)}-${high.toFixed(0)}`;
  });
}
