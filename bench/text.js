import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { spread, table } from "./figures.js";
import { absence, systems } from "./systems.js";

const root = resolve(import.meta.dirname, "..");

/**
 * Speed, accuracy and memory of the detectors on prose, beside other systems on the same notes, and what each detector adds.
 * Each run has a process of its own, so that none warms another up.
 */
export function text({ notes = join(root, "test/detect/notes/dev.jsonl"), repeats = 3, count = 20_000, dist = join(root, "dist") }) {
  if (!existsSync(notes)) throw new Error(`no ${notes}`);
  const run = (...args) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, "text-child.js"), dist, notes, ...args], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr.trim().split("\n").slice(-8).join("\n")}`);
    return JSON.parse(stdout);
  };

  const { documents, pieces, characters } = run("corpus");
  console.log(
    `${notes}: ${documents} notes; for speed as ${pieces} texts of 2,000 to 4,000 characters, ${characters.toLocaleString("en-US")} in all`,
  );

  console.log(
    "\nAccuracy, type-blind, and thousands of characters a second of CPU (median, min-max; cold: the first reading in a process)",
  );
  const rows = [];
  for (const [name, system] of Object.entries(systems)) {
    const why = absence(system);
    if (why) {
      console.log(`skipped: ${system.title} (${why})`);
      continue;
    }
    rows.push([system.title, ...accuracy(run("accuracy", name)), ...speeds(Array.from({ length: repeats }, () => run("speed", name)))]);
  }
  table(["", "R-any", "R-full", "P spans", "P letters", "neg", "warm", "cold"], rows);

  console.log("\nWithout one detector, and each one's share of the time");
  const whole = run("accuracy", "scrubjay");
  const parts = run("parts", "scrubjay");
  const ablation = Object.entries(parts.shares).map(([detector, share]) => {
    const removed = parts.detectors.includes(detector);
    if (!removed) return [detector, "", "", "", "", "", percent(share), ""];
    const left = run("accuracy", "scrubjay", detector);
    return [detector, ...accuracy(left), percent(share), speeds([run("speed", "scrubjay", detector, "3")])[0]];
  });
  table(
    ["left out", "R-any", "R-full", "P spans", "P letters", "neg", "time", "warm without"],
    [["none", ...accuracy(whole), "100.0", speeds([run("speed", "scrubjay", "", "3")])[0]], ...ablation],
  );

  console.log(`\nMemory over ${count.toLocaleString("en-US")} notes, no two alike (MB: heap after collection, resident)`);
  table(
    ["notes", "heap", "resident"],
    run("memory", "scrubjay", String(count)).map(({ at, heap, resident }) => [
      at.toLocaleString("en-US"),
      heap.toFixed(0),
      resident.toFixed(0),
    ]),
  );
}

const percent = (share) => (share === null ? "-" : (100 * share).toFixed(1));
const accuracy = (metrics) => ["r-any", "r-full", "p", "p-letters", "negatives"].map((name) => percent(metrics[name]));

function speeds(runs) {
  return ["warm", "cold"].map((name) => {
    const { median, low, high } = spread(runs.map((run) => run[name]));
    return runs.length === 1 ? median.toFixed(0) : `${median.toFixed(0)}, ${low.toFixed(0)}-${high.toFixed(0)}`;
  });
}
