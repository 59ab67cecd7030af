// One measured run in a process of its own: prints its seconds and its peak memory as JSON.
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";

const [task, input, output, workers] = process.argv.slice(2);
const start = performance.now();
if (task === "pass-through") {
  const { parse } = await import("csv-parse");
  const { stringify } = await import("csv-stringify");
  await pipeline(createReadStream(input), parse(), stringify(), createWriteStream(output));
} else if (task === "deidentify") {
  const { main } = await import("../dist/cli/main.js");
  const write = process.stdout.write;
  process.stdout.write = () => true;
  const code = await main(["deidentify", input, "--out", output, "--as-of", "2026-01-31", "--workers", workers, "--force"]);
  process.stdout.write = write;
  if (code !== 0) throw new Error(`scrubjay exited with ${code}`);
} else throw new Error("unreachable: no such task");
// Not the import of this file, but everything that the command does from its first line on.
process.stdout.write(JSON.stringify({ seconds: (performance.now() - start) / 1000, peakMB: process.resourceUsage().maxRSS / 1024 }));
