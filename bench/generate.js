import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { spread, table } from "./figures.js";

const root = resolve(import.meta.dirname, "..");
const child = join(import.meta.dirname, "generate-child.js");

/** What is written: its name, how it is called, what is counted, of how many patients in a thousand of those asked for, and what is wanted. */
const cases = [
  { name: "demographics", title: "people only, CSV", thing: "rows", per1000: 12_000, aim: { patients: 10_000 } },
  { name: "csv", title: "full history, CSV", thing: "rows", per1000: 1000, aim: { things: 150_000 } },
  { name: "notes", title: "with notes and gold, CSV", thing: "rows", per1000: 400 },
  { name: "fhir", title: "full history, FHIR", thing: "resources", per1000: 400, aim: { things: 20_000 } },
  { name: "hl7v2", title: "full history, HL7 v2", thing: "messages", per1000: 400 },
];

const floors = [
  { name: "floor demographics", title: "people only, JSON.stringify", thing: "parts", per1000: 1000 },
  { name: "floor csv", title: "full history, JSON.stringify", thing: "parts", per1000: 60 },
  { name: "floor notes", title: "with notes, JSON.stringify", thing: "parts", per1000: 60 },
  { name: "floor fhir", title: "full history, FHIR, JSON.stringify", thing: "resources", per1000: 40 },
];

/**
 * Generating on one and two threads, by turns, in processes of their own, beside two processes at once, each with half of the
 * patients: no number of threads can be faster than that. And beside writing the same objects, made beforehand, as JSON and
 * nothing else. Five minutes. `million`: instead, a million people without a history, for how much memory it takes.
 */
export async function generate({ patients = 4000, repeats = 3, dist = join(root, "dist"), million = false }) {
  if (million) return memoryOfMany(dist);
  const tasks = [
    ...cases.flatMap((one) => [1, 2].map((workers) => ({ ...one, workers }))),
    ...cases.map((one) => ({ ...one, workers: 1, title: `${one.title}, 2 processes`, isPair: true })),
    ...floors.map((one) => ({ ...one, workers: 1 })),
  ];
  const runs = tasks.map(() => []);
  for (let i = 0; i < repeats; i++) {
    for (const [at, { name, workers, per1000, isPair }] of tasks.entries()) {
      const args = [dist, name, Math.round((patients * per1000) / 1000), workers];
      runs[at].push(await (isPair ? measuredPair(args) : measured(args)));
    }
  }
  console.log(`${patients.toLocaleString("en-US")} patients with a full history in CSV, of the other cases as many as take as long;`);
  console.log(`${repeats} runs each: medians and ranges; CPU seconds are those of all threads`);
  table(
    ["", "threads", "patients", "seconds", "patients/CPU s", "things/CPU s", "", "MB/CPU s", "first row s", "peak MB"],
    tasks.map(({ title, thing, workers }, at) => {
      const range = (of, digits = 0) => ranged(runs[at].map(of), digits);
      return [
        title,
        String(workers),
        number(runs[at][0].patients, 0),
        range(({ seconds }) => seconds, 2),
        range((run) => run.patients / run.cpuSeconds),
        range((run) => run.things / run.cpuSeconds),
        thing,
        range((run) => run.bytes / 1e6 / run.cpuSeconds, 1),
        runs[at][0].firstRowSeconds === null ? "" : range(({ firstRowSeconds }) => firstRowSeconds, 2),
        range(({ peakMB }) => peakMB),
      ];
    }),
  );
  for (const { name, title, thing, aim } of cases) {
    const median = (workers, of) => spread(runs[tasks.findIndex((task) => task.name === name && task.workers === workers)].map(of)).median;
    const pair = spread(runs[tasks.findIndex((task) => task.name === name && task.isPair)].map(({ seconds }) => seconds)).median;
    const faster = median(1, ({ seconds }) => seconds) / median(2, ({ seconds }) => seconds);
    const more = median(2, ({ cpuSeconds }) => cpuSeconds) / median(1, ({ cpuSeconds }) => cpuSeconds);
    const most = median(1, ({ seconds }) => seconds) / pair;
    console.log(`${title}: 2 threads are ${faster.toFixed(2)}× as fast as 1 (aim 1.8) and take ${more.toFixed(2)}× the CPU;`);
    console.log(`  2 processes at once, with half of the patients each, come to ${most.toFixed(2)}×: as much as this machine has to give`);
    for (const [what, wanted] of Object.entries(aim ?? {})) {
      const got = median(1, (run) => run[what] / run.cpuSeconds);
      console.log(`${title}: ${number(got, 0)} ${what === "things" ? thing : what} a CPU-second (aim ${number(wanted, 0)})`);
    }
  }
}

async function memoryOfMany(dist) {
  for (const workers of [1, 2]) {
    const { patients, seconds, cpuSeconds, peakMB, rssMB } = await measured([dist, "demographics", 1_000_000, workers]);
    console.log(`${number(patients, 0)} people only, CSV, ${workers} threads: ${number(seconds, 0)} s, ${number(cpuSeconds, 0)} CPU s`);
    console.log(`  peak ${number(peakMB, 0)} MB (aim 400); after each tenth ${rssMB.join(", ")} MB`);
  }
}

const number = (value, digits) => value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

function ranged(values, digits) {
  const { median, low, high } = spread(values);
  return `${number(median, digits)} (${number(low, digits)}-${number(high, digits)})`;
}

async function measured(args) {
  const { stdout } = await promisify(execFile)(process.execPath, [child, ...args.map(String)]);
  return JSON.parse(stdout);
}

/** Both halves at the same time: done when the slower is, and together what they took. */
async function measuredPair(args) {
  const halves = await Promise.all(["1/2", "2/2"].map((half) => measured([...args, half])));
  const sum = (of) => halves.reduce((all, half) => all + of(half), 0);
  return {
    seconds: Math.max(...halves.map(({ seconds }) => seconds)),
    cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
    patients: sum(({ patients }) => patients),
    things: sum(({ things }) => things),
    bytes: sum(({ bytes }) => bytes),
    firstRowSeconds: null,
    peakMB: sum(({ peakMB }) => peakMB),
  };
}
