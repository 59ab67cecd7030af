// Type-blind figures, as scripts/evaluate-dev.js has them.

const letter = /[\p{L}\p{N}]/u;

export function emptyCount() {
  return { gold: 0, any: 0, full: 0, found: 0, right: 0, covered: 0, wrong: 0, kept: 0, documents: 0, whole: 0 };
}

/** Adds one document to the count. `found`: spans. Open stretches count neither way. */
export function tally(count, { text, spans }, found, byLabel) {
  const hit = new Uint8Array(text.length);
  for (const { start, end } of found) hit.fill(1, start, end);
  const marked = new Uint8Array(text.length);
  let leaks = 0;
  for (const span of spans) {
    marked.fill(1, span.start, span.end);
    if (span.type === "open") continue;
    let letters = 0;
    let covered = 0;
    for (let i = span.start; i < span.end; i++) {
      if (!letter.test(text[i])) continue;
      letters++;
      covered += hit[i];
    }
    if (letters === 0) continue;
    count.gold++;
    if (covered > 0) count.any++;
    if (covered === letters) count.full++;
    else leaks++;
    if (byLabel) {
      byLabel[span.label] ??= [0, 0, 0];
      byLabel[span.label][0]++;
      if (covered > 0) byLabel[span.label][1]++;
      if (covered === letters) byLabel[span.label][2]++;
    }
  }
  for (const finding of found) {
    count.found++;
    if (spans.some((span) => span.start < finding.end && span.end > finding.start)) count.right++;
  }
  for (let i = 0; i < text.length; i++) {
    if (!letter.test(text[i])) continue;
    if (marked[i]) count.covered += hit[i];
    else {
      count.kept++;
      count.wrong += hit[i];
    }
  }
  count.documents++;
  if (leaks === 0) count.whole++;
}

export function told(name, { gold, any, full, found, right, covered, wrong, kept, documents, whole }) {
  const percent = (part, all) => (all === 0 ? "-" : ((100 * part) / all).toFixed(1));
  return `${name}: R-any ${percent(any, gold)} R-full ${percent(full, gold)} P ${percent(right, found)} by letters ${percent(covered, covered + wrong)}; over-scrubbed ${percent(wrong, kept)}%; whole ${whole}/${documents}; ${gold} gold, ${found} found`;
}
