// Scores the detectors on development corpora, type-blind, with the metrics of `scrubjay evaluate text` and gold as the corpora's README defines it:
// node scripts/evaluate-dev.js [CORPORA] [--only NAME] [--show misses|partial|false|labels] [--module FILE] [--samples N]
// The project's own notes (test/detect/notes) come first; without corpora they are all there is. Of held notes only figures are printed.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined);
const show = option("--show");
const only = option("--only") ?? "";
const samples = Number(option("--samples") ?? 1000);
const module = resolve(option("--module") ?? join(root, "dist/detect/index.js"));
const corpora = resolve(args[0] ?? join(root, "../shared/corpora"));
const { createDetectors, detectAll } = await import(pathToFileURL(module).href);
const { createScorer } = await import(pathToFileURL(join(dirname(module), "../evaluate/evaluate.js")).href);
const { kindByName } = await import(pathToFileURL(join(dirname(module), "../identifiers/kinds/index.js")).href);
const detectors = createDetectors();
// The corpora's README asks for every place, states and countries too.
const labels = { GPE: "B", GEOGRAPHIC_LOCATION: "B", LOCATION: "B", PERSON: { category: "A", group: "other" } };
const files = [
  "asq-phi-dev",
  "pype-notes",
  "presidio-synth-dev",
  "openmed-adversarial",
  "openmed-hard-negatives",
  "aci-bench-notes-unlabelled",
];
const notes = join(root, "test/detect/notes");
const paths = [
  ...["dev", "dev-a", "dev-b", "dev-e", "dev-f", "dev-g", "dev-k", "dev-m", "dev-n", "dev-p", "held", "held-c", "held-d"].map((name) =>
    join(notes, `${name}.jsonl`),
  ),
  ...files.map((name) => join(corpora, `${name}.jsonl`)),
];
for (const path of paths) {
  const name = basename(path, ".jsonl");
  if (!name.startsWith(only)) continue;
  if (existsSync(path)) await evaluate(name, path, name.startsWith("held") ? undefined : show);
  else console.log(`skipped: no ${path}`);
}

async function evaluate(name, path, shown) {
  const documents = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const texts = documents.map(({ text }) => text);
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const all = await detectAll(texts, [], detectors);
  const passes = 3;
  const before = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) await detectAll(texts, [], detectors);
  const { user, system } = process.cpuUsage(before);
  const scorer = createScorer({ labels, samples });
  documents.forEach(({ id, style, text, spans = [] }, i) => {
    const found = all[i].map((finding) => ({ ...finding, category: kindByName(finding.kind).category }));
    const { marks } = scorer.add({ id, style, text, spans }, found);
    for (const mark of marks) tell(shown, id, text, mark, found);
  });
  const { metrics, found, labels: rows } = scorer.finish();
  const covered = all.flat().reduce((sum, { start, end }) => sum + end - start, 0);
  const speed = Math.round((size * passes * 1000) / (user + system));
  const of = ({ part, whole }) => `${part}/${whole}`;
  const plain = (key) => percent(metrics[key].value);
  console.log(
    `${name}: R-any ${plain("r-any")} R-full ${plain("r-full")} P ${plain("p")} neg ${plain("negatives")} (${of(metrics.negatives)}); whole documents ${of(metrics.sealed)}; ${found} found, ${percent(covered / size)}% of text, ${plain("over-scrubbed")}% of unmarked letters; ${speed} kchar/s of CPU`,
  );
  const more = ["r-any", "r-full", "sealed", "entities", "direct", "relatives", "providers", "dates", "other", "p", "p-letters"];
  if (metrics["r-any"].value !== null)
    console.log(
      `   ${more
        .filter((key) => metrics[key].value !== null)
        .map((key) => `${key} ${within(metrics[key])}`)
        .join(", ")}`,
    );
  if (shown === "labels")
    for (const { name: label, any, full } of rows)
      console.log(`   ${label}: ${any.whole}, any ${percent(any.value)}, full ${within(full)}`);
}

function tell(shown, id, text, { start, end, outcome, label, found }, findings) {
  const around = `${text.slice(Math.max(0, start - 45), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 30)}`.replaceAll(
    "\n",
    "⏎",
  );
  if (shown === "misses" && outcome === "missed") console.log("MISS", id, label, around);
  if (shown === "partial" && outcome === "partial") {
    const over = findings.filter((finding) => finding.start < end && finding.end > start);
    console.log(
      "PART",
      id,
      label,
      around,
      over.map((finding) => text.slice(finding.start, finding.end)),
    );
  }
  if (shown === "false" && outcome === "over-scrubbed") console.log("FALSE", id, found.kind, found.strength, found.detector, around);
}

function percent(share) {
  return share === null ? "-" : (100 * share).toFixed(1);
}

function within({ value, low, high }) {
  return low === null ? percent(value) : `${percent(value)} [${percent(low)}-${percent(high)}]`;
}
