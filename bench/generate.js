import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { spread, table } from "./figures.js";

const root = resolve(import.meta.dirname, "..");
const child = join(import.meta.dirname, "generate-child.js");

/** What is written: its name, how it is called, what is counted, and of how many patients in a thousand of those asked for. */
const cases = [
  { name: "demographics", title: "people only, CSV", thing: "rows", per1000: 10000 },
  { name: "csv", title: "full history, CSV", thing: "rows", per1000: 1000 },
  { name: "notes", title: "with notes and gold, CSV", thing: "rows", per1000: 1000 },
  { name: "fhir", title: "full history, FHIR", thing: "resources", per1000: 1000 },
  { name: "hl7v2", title: "full history, HL7 v2", thing: "messages", per1000: 1000 },
];

/** Generating on one and two threads, by turns, in processes of their own, beside writing finished records as JSON and nothing else. */
export function generate({ patients = 4000, repeats = 3, dist = join(root, "dist") }) {
  const tasks = [
    ...cases.flatMap((one) => [1, 2].map((workers) => ({ ...one, workers }))),
    { name: "floor", title: "JSON.stringify of finished records", thing: "", workers: 1, per1000: 250 },
  ].map((task) => ({ ...task, runs: [] }));
  for (let i = 0; i < repeats; i++) {
    for (const { name, workers, per1000, runs } of tasks)
      runs.push(measured([dist, name, Math.round((patients * per1000) / 1000), workers]));
  }
  console.log(`${patients.toLocaleString("en-US")} patients, ${repeats} runs each: medians; CPU seconds are those of all threads`);
  const figure = (runs, of) => spread(runs.map(of)).median;
  table(
    ["", "threads", "seconds (min-max)", "patients/CPU s", "things/CPU s", "MB/CPU s", "first row s", "peak MB"],
    tasks.map(({ title, thing, workers, runs }) => {
      const { median, low, high } = spread(runs.map(({ seconds }) => seconds));
      const first = figure(runs, ({ firstRowSeconds }) => firstRowSeconds ?? 0);
      return [
        title,
        String(workers),
        `${median.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`,
        whole(figure(runs, (run) => run.patients / run.cpuSeconds)),
        thing === "" ? "" : `${whole(figure(runs, (run) => run.things / run.cpuSeconds))} ${thing}`,
        figure(runs, (run) => run.bytes / 1e6 / run.cpuSeconds).toFixed(1),
        first === 0 ? "" : first.toFixed(2),
        figure(runs, ({ peakMB }) => peakMB).toFixed(0),
      ];
    }),
  );
  for (const { name, title } of cases) {
    const [one, two] = [1, 2].map((workers) =>
      figure(tasks.find((task) => task.name === name && task.workers === workers).runs, ({ seconds }) => seconds),
    );
    console.log(`${title}: 2 threads are ${(one / two).toFixed(2)}× as fast as 1`);
  }
}

const whole = (number) => Math.round(number).toLocaleString("en-US");

function measured(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, ...args.map(String)], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
