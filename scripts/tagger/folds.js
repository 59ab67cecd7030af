// Trains on some authors and measures on others: figures of the tagger alone, of the rules, of both, and the calibration.
import { templateOf } from "./corpus.js";
import { learn } from "./learn.js";
import { emptyCount, tally, told } from "./score.js";

export async function measureFolds(documents, settings) {
  const { src, say } = settings;
  const calibration = {
    threshold: 0.5,
    recalls: [[0.5, 1]],
    points: [
      [0, 0],
      [1, 1],
    ],
  }; // prettier-ignore
  if (!settings.folds) return calibration;
  const folds = foldsOf(documents);
  const rules = src.createDetectors({ without: ["tagger"] });
  for (const { name, isTest } of folds) {
    const train = documents.filter((document) => !isTest(document));
    const test = documents.filter(isTest);
    if (test.length === 0) continue;
    const model = src.unpack(learn(train, { ...settings, say: () => {} }));
    const tagger = src.createTagger(src.createWords(), {}, model);
    for (const author of [...new Set(test.map((document) => document.author))]) {
      const part = test.filter((document) => document.author === author);
      const texts = part.map(({ text }) => text);
      for (const [system, detectors] of [
        ["tagger", [tagger]],
        ["rules", rules],
        ["both", [...rules, tagger]],
      ]) {
        // prettier-ignore
        const found = await src.detectAll(texts, [], detectors);
        const count = emptyCount();
        part.forEach((document, i) => {
          tally(count, document, found[i]);
          if (settings.show === "misses" && system === "tagger") showMisses(document, found[i], src);
        });
        say(`${name} / ${author}: ${told(system, count)}`);
      }
    }
  }
  return calibration;
}

function showMisses({ id, text, spans }, found) {
  const around = (start, end) =>
    `${text.slice(Math.max(0, start - 40), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 25)}`.replaceAll("\n", "⏎");
  for (const { start, end, label } of spans) {
    const hit = new Set();
    for (const finding of found) for (let i = finding.start; i < finding.end; i++) hit.add(i);
    let missing = false;
    for (let i = start; i < end; i++) if (/[\p{L}\p{N}]/u.test(text[i]) && !hit.has(i)) missing = true;
    if (missing) console.log("MISS", id, label, around(start, end));
  }
  for (const finding of found)
    if (!spans.some((span) => span.start < finding.end && span.end > finding.start))
      console.log("FALSE", id, finding.kind, finding.score?.toFixed(2), around(finding.start, finding.end));
}

/** Authors of notes apart; sentences of one template on one side. */
function foldsOf(documents) {
  const half = (text) => {
    let h = 7;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h >>> 9) & 1;
  };
  const side = new Map(documents.map((document) => [document, half(document.source === "aci" ? document.id : templateOf(document))]));
  const authors = [...new Set(documents.filter(({ source }) => source === "notes").map(({ author }) => author))];
  const out = [];
  const splits = authors.length < 2 ? [authors] : authors.includes("b") ? [["b", "dev"], ["a"]] : authors.map((author) => [author]); // prettier-ignore
  splits.forEach((names, i) => {
    out.push({
      name: `without ${names.join(" and ")}`,
      isTest: (document) =>
        names.includes(document.author) || (["asq", "presidio", "aci", "pype"].includes(document.author) && side.get(document) === (i & 1)),
    });
  });
  return out;
}
