// Scores the detectors of dist/ on development corpora, type-blind: node scripts/evaluate-dev.js [CORPORA] [--show misses|false|partial]
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined);
const show = option("--show");
const only = option("--only");
const module = option("--module") ?? join(root, "dist/detect/index.js");
const corpora = resolve(args[0] ?? join(root, "../shared/corpora"));
if (!existsSync(corpora)) {
  console.log(`skipped: no corpora at ${corpora}`);
  process.exit(0);
}
const { createDetectors, detectAll } = await import(pathToFileURL(resolve(module)).href);
const detectors = createDetectors();

/** Labels that are no identifiers under Safe Harbor: ages under 90, clock times, bare years, titles, groups of people. */
function isGold({ label, text }) {
  if (label === "TITLE" || label === "NRP") return false;
  if (label === "AGE") return Number(/\d{1,3}/.exec(text)?.[0] ?? 0) > 89;
  if (label === "DATE" || label === "DATE_TIME") return !/^(?:\d{4}|\d{1,2}:\d{2}(?: ?[AP]M)?|\d{4} ?(?:hours|hrs)?)$/i.test(text.trim());
  return true;
}

// Presidio's generic sentences hold companies and countries that are nobody's identifiers here.
const files = [
  "asq-phi-dev",
  "pype-notes",
  "presidio-synth-dev",
  "openmed-adversarial",
  "openmed-hard-negatives",
  "aci-bench-notes-unlabelled",
];
for (const name of files) {
  if (only && !name.startsWith(only)) continue;
  const documents = readFileSync(join(corpora, `${name}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const size = documents.reduce((sum, { text }) => sum + text.length, 0);
  await detectAll(
    documents.map(({ text }) => text),
    [],
    detectors,
  );
  const started = performance.now();
  const all = await detectAll(
    documents.map(({ text }) => text),
    [],
    detectors,
  );
  const seconds = (performance.now() - started) / 1000;
  let gold = 0,
    any = 0,
    full = 0,
    found = 0,
    right = 0,
    empty = 0,
    wrong = 0,
    covered = 0; // prettier-ignore
  const byLabel = {};
  documents.forEach(({ id, text, spans = [] }, i) => {
    const inText = new Uint8Array(text.length);
    for (const { start, end } of all[i]) inText.fill(1, start, end);
    covered += inText.reduce((sum, bit) => sum + bit, 0);
    const wanted = spans.filter(isGold);
    const context = ({ start, end }) =>
      `${text.slice(Math.max(0, start - 45), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 30)}`.replaceAll("\n", "⏎");
    for (const span of wanted) {
      gold++;
      const units = [...Array(span.end - span.start).keys()].filter((k) => /[\p{L}\p{N}]/u.test(text[span.start + k]));
      const hit = units.filter((k) => inText[span.start + k]).length;
      const row = (byLabel[span.label] ??= [0, 0, 0]);
      row[0]++;
      if (hit > 0) any++, row[1]++;
      else if (show === "misses") console.log("MISS", id, span.label, context(span));
      if (hit === units.length) full++, row[2]++;
      else if (hit > 0 && show === "partial")
        console.log(
          "PART",
          id,
          span.label,
          context(span),
          all[i].filter((f) => f.start < span.end && f.end > span.start).map((f) => text.slice(f.start, f.end)),
        );
    }
    for (const finding of all[i]) {
      found++;
      if (spans.some((span) => span.start < finding.end && span.end > finding.start)) right++;
      else if (show === "false") console.log("FALSE", id, finding.kind, finding.strength, finding.detector, context(finding));
    }
    if (wanted.length === 0 && spans.length === 0) {
      empty++;
      if (all[i].length > 0) wrong++;
    }
  });
  const percent = (part, whole) => (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1));
  console.log(
    `${name}: R-any ${percent(any, gold)} R-full ${percent(full, gold)} P ${percent(right, found)} neg ${percent(wrong, empty)} (${wrong}/${empty}); ${found} found, ${percent(covered, size)}% of text; ${Math.round(size / 1000 / seconds)} kchar/s`,
  );
  if (show === "labels")
    for (const [label, [n, a, f]] of Object.entries(byLabel)) console.log(`   ${label}: ${n}  any ${percent(a, n)}  full ${percent(f, n)}`);
}
