// Trains on some authors and measures on others: figures of the tagger alone and with the rules at every threshold, and the calibration.
import { createAblation } from "./ablation.js";
import { templateOf } from "./corpus.js";
import { learn } from "./learn.js";
import { emptyCount, tally, told } from "./score.js";

const thresholds = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** The chance from which a word is marked when nobody asks otherwise: where precision on notes of typical hospitals is still about .95. */
const defaultThreshold = 0.35;

/** Measures every fold; gives the calibration of what all of them found. `quick`: the tagger alone, on notes alone. */
export async function measureFolds(documents, settings) {
  const { src, say, quick } = settings;
  const rules = src.createDetectors({ without: ["tagger"] });
  const alone = thresholds.map(() => emptyCount());
  const both = thresholds.map(() => emptyCount());
  const scored = [];
  const ablation = createAblation(src);
  for (const { name, isTest } of foldsOf(documents)) {
    const train = documents.filter((document) => !isTest(document));
    const stored = settings.kept(name) ?? learn(train, { ...settings, say: () => {} });
    settings.keep(name, stored);
    const model = src.unpack(stored);
    const words = src.createWords();
    for (const author of [...new Set(documents.filter(isTest).map((document) => document.author))]) {
      const test = documents.filter((document) => isTest(document) && document.author === author);
      const isNotes = test[0].source === "notes";
      if (quick && !isNotes) continue;
      const texts = test.map(({ text }) => text);
      const byRules = quick ? [] : await Promise.all(rules.map((rule) => rule.detect(texts.map(src.readingOf), [])));
      const replayed = quick ? [] : rules.map((rule, i) => ({ name: rule.name, detect: () => byRules[i] }));
      const measure = async (system, detectors, sum) => {
        const found = await src.detectAll(texts, [], detectors);
        const count = emptyCount();
        test.forEach((document, i) => {
          tally(count, document, found[i]);
          if (sum) tally(sum, document, found[i]);
          if (settings.show === system) showErrors(document, found[i]);
        });
        say(`${name} / ${told(`${author} ${system}`, count)}`);
        return found;
      };
      if (!quick) await measure("rules", replayed);
      if (settings.ablate && isNotes) {
        const readings = texts.map(src.readingOf);
        const size = texts.reduce((sum, text) => sum + text.length, 0);
        const tagger = src.createTagger(words, {}, model);
        const all = [...rules, tagger];
        for (const detector of all) ablation.time(detector.name, () => detector.detect(readings, []), size);
        const byTagger = tagger.detect(readings, []);
        await ablation.add(test, [...replayed, { name: "tagger", detect: () => byTagger }]);
        continue;
      }
      for (const [at, threshold] of thresholds.entries()) {
        if (!isNotes && threshold !== 0.3) continue;
        const tagger = src.createTagger(words, { threshold, uncalibrated: true }, model);
        const found = await measure(`tagger ${threshold}`, [tagger], isNotes ? alone[at] : undefined);
        if (isNotes && at === 1)
          for (const [i, document] of test.entries())
            for (const finding of found[i]) if (finding.score !== undefined) scored.push([finding.score, touches(document, finding)]);
        if (!quick) await measure(`both ${threshold}`, [...replayed, tagger], isNotes ? both[at] : undefined);
      }
    }
  }
  if (settings.ablate) for (const line of ablation.lines()) say(line);
  for (const [at, count] of alone.entries()) say(`ALL ${told(`tagger ${thresholds[at]}`, count)}`);
  say(
    `ALL tagger: whole at a precision of .95: ${atPrecision(alone, 0.95)}, .93: ${atPrecision(alone, 0.93)}, .90: ${atPrecision(alone, 0.9)}`,
  );
  if (!quick) for (const [at, count] of both.entries()) say(`ALL ${told(`both ${thresholds[at]}`, count)}`);
  return calibrated(scored, quick ? alone : both);
}

/** The share found whole where the precision by span is `wanted`, on the line between thresholds. */
function atPrecision(counts, wanted) {
  const points = counts.map(({ right, found, full, gold }) => [right / found, full / gold]);
  for (let i = 1; i < points.length; i++) {
    const [low, high] = [points[i - 1], points[i]];
    if (low[0] < wanted && high[0] >= wanted) return (low[1] + ((wanted - low[0]) / (high[0] - low[0])) * (high[1] - low[1])).toFixed(4);
  }
  return "-";
}

function touches({ spans }, { start, end }) {
  return spans.some((span) => span.start < end && span.end > start);
}

function calibrated(scored, sums) {
  return {
    threshold: defaultThreshold,
    recalls: thresholds.map((threshold, i) => [threshold, Number((sums[i].any / sums[i].gold).toFixed(4))]),
    points: isotonic(scored),
  };
}

/** Pools neighbours until what is right never falls: [chance, share right]. */
function isotonic(scored) {
  const blocks = [];
  for (const [chance, right] of scored.sort(([a], [b]) => a - b)) {
    blocks.push({ chance, sum: right ? 1 : 0, count: 1, low: chance, high: chance });
    while (blocks.length > 1) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (before.count >= 40 && before.sum / before.count < last.sum / last.count) break;
      before.sum += last.sum;
      before.count += last.count;
      before.high = last.high;
      blocks.pop();
    }
  }
  if (blocks.length > 1 && blocks.at(-1).count < 40) {
    const last = blocks.pop();
    blocks.at(-1).sum += last.sum;
    blocks.at(-1).count += last.count;
    blocks.at(-1).high = last.high;
  }
  let best = 0;
  return blocks.map(({ low, high, sum, count }) => {
    best = Math.max(best, (sum + 0.5) / (count + 1));
    return [Number(((low + high) / 2).toFixed(4)), Number(best.toFixed(4))];
  });
}

function showErrors({ id, text, spans }, found) {
  const around = (start, end) =>
    `${text.slice(Math.max(0, start - 40), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 25)}`.replaceAll("\n", "⏎");
  const hit = new Uint8Array(text.length);
  for (const { start, end } of found) hit.fill(1, start, end);
  for (const { start, end, label, type } of spans) {
    let letters = 0;
    let covered = 0;
    for (let i = start; i < end; i++) {
      if (!/[\p{L}\p{N}]/u.test(text[i])) continue;
      letters++;
      covered += hit[i];
    }
    if (covered < letters && type !== "open") console.log(covered > 0 ? "PART" : "MISS", id, label, around(start, end));
  }
  for (const finding of found)
    if (!touches({ spans }, finding))
      console.log("FALSE", id, finding.detector, finding.kind, finding.score?.toFixed(2), around(finding.start, finding.end));
}

/** Authors of notes apart; sentences of one template on one side. */
function foldsOf(documents) {
  const half = (text) => {
    let h = 7;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h >>> 9) & 1;
  };
  const side = new Map(documents.map((document) => [document, half(document.source === "aci" ? document.id : templateOf(document))]));
  const authors = [...new Set(documents.filter(({ source }) => source === "notes").map(({ author }) => author))].sort();
  const groups = authors.length < 2 ? [authors] : [authors.filter((_, i) => i % 2 === 0), authors.filter((_, i) => i % 2 === 1)];
  return groups.map((names, i) => ({
    name: `without ${names.join(" and ")}`,
    isTest: (document) =>
      names.includes(document.author) || (["asq", "presidio", "aci", "pype"].includes(document.author) && side.get(document) === (i & 1)),
  }));
}
