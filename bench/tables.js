import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { spread, table } from "./figures.js";
import { writeTable } from "./table.js";

const child = fileURLToPath(new URL("./child.js", import.meta.url));
const folder = fileURLToPath(new URL("../.bench/", import.meta.url));

/** De-identifying a table beside merely parsing and writing it again, by turns, in processes of their own. */
export function tables({ mb = 200, repeats = 5 }) {
  mkdirSync(folder, { recursive: true });
  for (const withNote of [false, true]) {
    const input = `${folder}${withNote ? "with-note" : "no-note"}.csv`;
    const output = `${folder}out.csv`;
    // Prose takes ten times as long; a quarter of the size tells as much.
    const { rows } = writeTable(input, withNote ? mb / 4 : mb, withNote);
    const size = statSync(input).size / 1e6;
    console.log(
      `\n${withNote ? "14 columns, the note scrubbed" : "13 columns, the note column dropped"}: ${size.toFixed(0)} MB, ${rows.toLocaleString("en-US")} rows`,
    );
    const tasks = [
      { name: "csv-parse → csv-stringify", args: ["pass-through", input, output] },
      { name: "deidentify, 1 worker", args: ["deidentify", input, output, "1"] },
      { name: "deidentify, 2 workers", args: ["deidentify", input, output, "2"] },
    ].map((task) => ({ ...task, runs: [] }));
    for (let i = 0; i < repeats; i++) for (const { args, runs } of tasks) runs.push(measured(args));
    const base = spread(tasks[0].runs.map(({ seconds }) => seconds)).median;
    table(
      ["", "seconds (median, min-max)", "MB/s", "rows/s", "of pass-through", "peak MB"],
      tasks.map(({ name, runs }) => {
        const { median, low, high } = spread(runs.map(({ seconds }) => seconds));
        const peak = Math.max(...runs.map(({ peakMB }) => peakMB));
        return [
          name,
          `${median.toFixed(2)}, ${low.toFixed(2)}-${high.toFixed(2)}`,
          (size / median).toFixed(1),
          Math.round(rows / median).toLocaleString("en-US"),
          `${(base / median).toFixed(2)}×`,
          peak.toFixed(0),
        ];
      }),
    );
    const [one, two] = [1, 2].map((at) => spread(tasks[at].runs.map(({ seconds }) => seconds)).median);
    console.log(`2 workers are ${(one / two).toFixed(2)}× as fast as 1`);
    for (const file of [input, output, `${output}.manifest.json`]) rmSync(file, { force: true });
    rmSync(`${output}.evidence`, { recursive: true, force: true });
  }
}

function measured(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
