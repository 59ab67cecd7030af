// Scores the detectors on development corpora, type-blind, as the corpora's README defines:
// node scripts/evaluate-dev.js [CORPORA] [--only NAME] [--show misses|partial|false|labels] [--module FILE]
// The project's own notes (test/detect/notes) come first; without corpora they are all there is.
import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined);
const show = option("--show");
const only = option("--only") ?? "";
const module = option("--module") ?? join(root, "dist/detect/index.js");
const corpora = resolve(args[0] ?? join(root, "../shared/corpora"));
const { createDetectors, detectAll } = await import(pathToFileURL(resolve(module)).href);
const detectors = createDetectors();
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
  ...["dev", "dev-a", "dev-b", "held", "held-c", "held-d"].map((name) => join(notes, `${name}.jsonl`)),
  ...files.map((name) => join(corpora, `${name}.jsonl`)),
];
for (const path of paths) {
  if (!basename(path, ".jsonl").startsWith(only)) continue;
  if (existsSync(path)) await evaluate(basename(path, ".jsonl"), path);
  else console.log(`skipped: no ${path}`);
}

/** Labels that are no identifiers under Safe Harbor are left out: ages under 90, clock times, bare years, titles, groups of people, payers. */
function isGold({ label, text }) {
  if (label === "TITLE" || label === "NRP" || label === "PAYER") return false;
  if (label === "AGE") return Number(/\d{1,3}/.exec(text)?.[0] ?? 0) > 89;
  if (label === "DATE" || label === "DATE_TIME") return !/^(?:\d{4}|\d{1,2}:\d{2}(?: ?[AP]M)?|\d{4} ?(?:hours|hrs)?)$/i.test(text.trim());
  return true;
}

async function evaluate(name, path) {
  const documents = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line)); // prettier-ignore
  const texts = documents.map(({ text }) => text);
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const all = await detectAll(texts, [], detectors);
  const passes = 3;
  const before = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) await detectAll(texts, [], detectors);
  const { user, system } = process.cpuUsage(before);
  const count = { gold: 0, any: 0, full: 0, found: 0, right: 0, empty: 0, wrong: 0, covered: 0, whole: 0, kept: 0, taken: 0 };
  const byLabel = {};
  documents.forEach(({ id, text, spans = [] }, i) => {
    const findings = all[i];
    let leaks = 0;
    const inText = new Uint8Array(text.length);
    for (const { start, end } of findings) inText.fill(1, start, end);
    count.covered += inText.reduce((sum, bit) => sum + bit, 0);
    const around = ({ start, end }) =>
      `${text.slice(Math.max(0, start - 45), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 30)}`.replaceAll("\n", "⏎");
    for (const span of spans.filter(isGold)) {
      let letters = 0;
      let hit = 0;
      for (let k = span.start; k < span.end; k++) {
        if (!/[\p{L}\p{N}]/u.test(text[k])) continue;
        letters++;
        hit += inText[k];
      }
      const any = hit > 0 ? 1 : 0;
      const full = hit === letters ? 1 : 0;
      count.gold++;
      count.any += any;
      count.full += full;
      leaks += 1 - full;
      const row = byLabel[span.label] ?? [0, 0, 0];
      byLabel[span.label] = [row[0] + 1, row[1] + any, row[2] + full];
      if (!any && show === "misses") console.log("MISS", id, span.label, around(span));
      if (any && !full && show === "partial")
        console.log(
          "PART",
          id,
          span.label,
          around(span),
          findings.filter((f) => f.start < span.end && f.end > span.start).map((f) => text.slice(f.start, f.end)),
        );
    }
    for (const finding of findings) {
      count.found++;
      if (spans.some((span) => span.start < finding.end && span.end > finding.start)) count.right++;
      else if (show === "false") console.log("FALSE", id, finding.kind, finding.strength, finding.detector, around(finding));
    }
    if (leaks === 0) count.whole++;
    const marked = new Uint8Array(text.length);
    for (const { start, end } of spans) marked.fill(1, start, end);
    for (let k = 0; k < text.length; k++) {
      if (marked[k] === 1 || !/[\p{L}\p{N}]/u.test(text[k])) continue;
      count.kept++;
      count.taken += inText[k];
    }
    if (spans.length === 0) {
      count.empty++;
      count.wrong += findings.length > 0 ? 1 : 0;
    }
  });
  const percent = (part, whole) => (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1));
  const { gold, any, full, found, right, empty, wrong, covered, whole, kept, taken } = count;
  const speed = Math.round((size * passes * 1000) / (user + system));
  console.log(
    `${name}: R-any ${percent(any, gold)} R-full ${percent(full, gold)} P ${percent(right, found)} neg ${percent(wrong, empty)} (${wrong}/${empty}); whole documents ${whole}/${documents.length}; ${found} found, ${percent(covered, size)}% of text, ${percent(taken, kept)}% of unmarked letters; ${speed} kchar/s of CPU`,
  );
  if (show === "labels")
    for (const [label, [n, a, f]] of Object.entries(byLabel)) console.log(`   ${label}: ${n}, any ${percent(a, n)}, full ${percent(f, n)}`);
}
