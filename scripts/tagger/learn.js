// Fits the conditional random field: stochastic gradients (Adagrad) on freshly varied copies, then the mean of the last passes.
import { createRandom, shuffled } from "./random.js";
import { madeUp, sortOfOrganization, vary } from "./vary.js";

/** Texts of our own a pass, and half as many when features are counted. */
const madeDocuments = 600;
/** Features whose weights are all smaller than this are left out half way, and the rest learn on without them; and at the end. */
const leastHalfWay = 0.1;
const least = 0.15;

/**
 * Learns from `documents`. `src`: the compiled modules of the tagger, so that features are those of the package. Gives a stored model.
 */
export function learn(
  documents,
  { src, values, tables, facts, sayings, passes = 6, seed = 1, rate = 0.15, decay = 1.5e-3, fewest = 6, say = () => {} },
) {
  const K = src.weightCount;
  const L = K + 1;
  const H = src.hingeCount;
  const making = { values, tables, facts, sayings, written: writtenOrganizations(documents) };
  const rows = countFeatures(documents, making, { src, seed, fewest });
  say(`${rows.size} features`);
  let reader = createReader(src, (feature) => rows.get(feature) ?? -1);
  const weights = new Float64Array(rows.size * K);
  const squares = new Float64Array(rows.size * K).fill(1e-2);
  const turns = new Float64Array(H * L * L);
  const turnSquares = new Float64Array(H * L * L).fill(1e-2);
  const sum = new Float64Array(weights.length);
  const turnSum = new Float64Array(turns.length);
  let summed = 0;
  const random = createRandom(seed * 7919 + 1);
  const field = createField(L, K, H);
  for (let pass = 0; pass < passes; pass++) {
    if (pass === Math.floor(passes / 2)) {
      for (const [feature, row] of rows) if (!reaches(weights, row, K, leastHalfWay)) rows.delete(feature);
      reader = createReader(src, (feature) => rows.get(feature) ?? -1);
      say(`${rows.size} features are left`);
    }
    const made = Array.from({ length: madeDocuments }, () => madeUp(making, random));
    const copies = documents.flatMap((document) => Array.from({ length: copiesOf(document.weight, random) }, () => document));
    const order = shuffled([...made, ...copies], random);
    let loss = 0;
    let units = 0;
    for (const document of order) {
      const asIs = document.source === "made" ? random.chance(0.7) : document.source === "aci" && random.chance(0.5);
      const copy = asIs ? document : vary(document, making, random);
      const read = reader(copy);
      for (const [from, to] of sequences(read)) {
        loss += field.step(read, from, to, weights, squares, turns, turnSquares, rate, decay);
        units += to - from;
      }
    }
    say(`pass ${pass + 1}: ${order.length} documents, ${units} words, loss ${(loss / units).toFixed(5)} a word`);
    if (pass >= Math.floor(passes / 2)) {
      for (let i = 0; i < weights.length; i++) sum[i] += weights[i];
      for (let i = 0; i < turns.length; i++) turnSum[i] += turns[i];
      summed++;
    }
  }
  return pack(
    rows,
    sum.map((value) => value / summed),
    turnSum.map((value) => value / summed),
    K,
  ); // prettier-ignore
}

function copiesOf(weight, random) {
  return Math.floor(weight) + (random.chance(weight - Math.floor(weight)) ? 1 : 0);
}

/** What the writers call organizations, by `sortOfOrganization`. */
function writtenOrganizations(documents) {
  const out = new Map();
  for (const { spans, text, source } of documents) {
    if (source !== "notes") continue;
    for (const { start, end, type, label } of spans) {
      if (type !== "organization") continue;
      const name = text.slice(start, end).replace(/\s+/g, " ");
      const sort = sortOfOrganization(name, label);
      if (!out.has(sort)) out.set(sort, []);
      out.get(sort).push(name);
    }
  }
  return out;
}

/** Rows for the features that at least `fewest` documents hold, each read as it is and in three varied copies. */
function countFeatures(documents, making, { src, seed, fewest }) {
  const counts = new Map();
  const random = createRandom(seed * 104729 + 3);
  let inDocument = new Set();
  const reader = createReader(src, (feature) => feature);
  const made = Array.from({ length: madeDocuments / 2 }, () => madeUp(making, random));
  for (const document of [...documents, ...made]) {
    inDocument = new Set();
    for (let copy = 0; copy < (document.weight > 2 ? 4 : 1); copy++) {
      const read = reader(copy === 0 ? document : vary(document, making, random));
      for (const list of read.features) for (const feature of list) for (const one of feature) inDocument.add(one);
      for (const one of read.places) inDocument.add(one);
    }
    for (const feature of inDocument) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts]
    .filter(([, count]) => count >= fewest)
    .map(([feature]) => feature)
    .sort((a, b) => a - b); // prettier-ignore
  return new Map(kept.map((feature, row) => [feature, row]));
}

/** Reads a document into lists of rows, one a word, and its allowed labels. */
function createReader(src, rowOf) {
  let bySlot = [];
  const words = src.createWords();
  const keep = (list) => Int32Array.from(list.map(rowOf).filter((row) => row !== -1));
  const lexemes = new src.Lexemes(words, (index, spelling, kind, word) => {
    const features = src.wordFeatures(spelling, kind, word);
    bySlot[index] = Array.from({ length: src.slotCount }, (_, at) =>
      keep(src.listAt(features, at).map((feature) => src.joined(feature, at))),
    );
  });
  const units = src.emptyUnits();
  const out = new Int32Array(src.placeFeatureCount);
  const near = new Int32Array(src.slotCount);
  return (document) => {
    if (lexemes.count > 60_000) {
      lexemes.clear();
      bySlot = [];
    }
    const reading = src.readingOf(document.text);
    const { tokens } = reading;
    src.readUnits(tokens, 0, tokens.count, lexemes, units);
    const { count, lexeme } = units;
    const hinges = units.hinge.slice(0, count);
    const features = [];
    const places = new Int32Array(count * out.length);
    for (let i = 0; i < count; i++) {
      const list = [];
      const vectors = src.vectorsAround(lexeme, hinges, i, count, near);
      for (let n = 0; n < vectors; n++) list.push(bySlot[Math.floor(near[n] / src.slotCount)][near[n] % src.slotCount]);
      features.push(list);
      src.placeFeatures(units, i, lexemes, out);
      for (let f = 0; f < out.length; f++) places[i * out.length + f] = rowOf(out[f]);
    }
    return {
      count,
      hinges,
      features,
      places,
      width: out.length,
      line: units.line.slice(0, count),
      gold: goldOf(document, reading, units, src.labels),
    };
  };
}

/** The label of every word; -1 where the source says nothing. */
function goldOf({ spans }, reading, units, labels) {
  const { tokens } = reading;
  const gold = new Int8Array(units.count);
  let at = 0;
  for (let i = 0; i < units.count; i++) {
    const token = units.token[i];
    const [start, end] = reading.toSource(tokens.start[token], tokens.end[token]);
    while (at < spans.length && spans[at].end <= start) at++;
    const span = spans[at];
    if (span !== undefined && span.start < end) gold[i] = span.type === "open" ? -1 : labels.indexOf(span.type);
  }
  return gold;
}

/** Stretches of forty words or more that end with a line. */
function sequences({ count, line }) {
  const out = [];
  let from = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && (line[i] === line[i - 1] || i - from < 40)) continue;
    out.push([from, i]);
    from = i;
  }
  return out;
}

function createField(L, K, _H) {
  const LL = L * L;
  let factors = new Float64Array(0);
  let forward = new Float64Array(0);
  let backward = new Float64Array(0);
  let forwardGold = new Float64Array(0);
  let backwardGold = new Float64Array(0);
  const expected = new Float64Array(LL);

  function pass(from, to, hinges, turns, gold, alpha, beta) {
    const n = to - from;
    const allowed = (i, label) => gold === null || gold[from + i] === -1 || gold[from + i] === label;
    let log = 0;
    for (let i = 0; i < n; i++) {
      const table = (from + i === 0 ? 4 : hinges[from + i]) * LL;
      let sum = 0;
      for (let label = 0; label < L; label++) {
        let into = 0;
        if (allowed(i, label)) {
          if (i === 0) into = turns.factors[table + label];
          else for (let before = 0; before < L; before++) into += alpha[(i - 1) * L + before] * turns.factors[table + before * L + label];
          into *= factors[i * L + label];
        }
        alpha[i * L + label] = into;
        sum += into;
      }
      for (let label = 0; label < L; label++) alpha[i * L + label] /= sum;
      log += Math.log(sum);
    }
    for (let label = 0; label < L; label++) beta[(n - 1) * L + label] = 1;
    for (let i = n - 2; i >= 0; i--) {
      const table = hinges[from + i + 1] * LL;
      let sum = 0;
      for (let before = 0; before < L; before++) {
        let value = 0;
        for (let label = 0; label < L; label++)
          if (allowed(i + 1, label))
            value += turns.factors[table + before * L + label] * factors[(i + 1) * L + label] * beta[(i + 1) * L + label];
        beta[i * L + before] = value;
        sum += value;
      }
      for (let before = 0; before < L; before++) beta[i * L + before] /= sum;
    }
    return log;
  }

  /** Adds (sign × expected counts) of pairs of labels at word i to `expected`. */
  function pairs(i, table, turns, alpha, beta, sign, gold, at) {
    let sum = 0;
    const values = new Float64Array(LL);
    for (let before = 0; before < L; before++) {
      for (let label = 0; label < L; label++) {
        if (gold !== null && gold[at] !== -1 && gold[at] !== label) continue;
        const value =
          alpha[(i - 1) * L + before] * turns.factors[table + before * L + label] * factors[i * L + label] * beta[i * L + label];
        values[before * L + label] = value;
        sum += value;
      }
    }
    for (let p = 0; p < LL; p++) expected[p] += (sign * values[p]) / sum;
  }

  return {
    step(read, from, to, weights, squares, turns, turnSquares, rate, decay) {
      const n = to - from;
      if (n === 0) return 0;
      const { hinges, gold, features, places, width } = read;
      if (factors.length < n * L) {
        factors = new Float64Array(2 * n * L);
        forward = new Float64Array(2 * n * L);
        backward = new Float64Array(2 * n * L);
        forwardGold = new Float64Array(2 * n * L);
        backwardGold = new Float64Array(2 * n * L);
      }
      turns.factors ??= new Float64Array(turns.length).fill(1);
      for (let i = 0; i < n; i++) {
        const scores = [0, 0, 0, 0, 0];
        const add = (row) => {
          for (let k = 0; k < K; k++) scores[k] += weights[row * K + k];
        };
        for (const list of features[from + i]) for (let f = 0; f < list.length; f++) add(list[f]);
        for (let f = 0; f < width; f++) {
          const row = places[(from + i) * width + f];
          if (row >= 0) add(row);
        }
        factors[i * L] = 1;
        for (let k = 0; k < K; k++) factors[i * L + 1 + k] = Math.exp(Math.max(-30, Math.min(30, scores[k])));
      }
      const all = pass(from, to, hinges, turns, null, forward, backward);
      const right = pass(from, to, hinges, turns, gold, forwardGold, backwardGold);
      const gradient = new Float64Array(K);
      const moved = new Int32Array(K);
      for (let i = 0; i < n; i++) {
        let sum = 0;
        let sumGold = 0;
        for (let label = 0; label < L; label++) {
          sum += forward[i * L + label] * backward[i * L + label];
          sumGold += forwardGold[i * L + label] * backwardGold[i * L + label];
        }
        let most = 0;
        for (let k = 0; k < K; k++) {
          gradient[k] =
            (forward[i * L + k + 1] * backward[i * L + k + 1]) / sum - (forwardGold[i * L + k + 1] * backwardGold[i * L + k + 1]) / sumGold;
          most = Math.max(most, Math.abs(gradient[k]));
        }
        const table = (from + i === 0 ? 4 : hinges[from + i]) * LL;
        if (i > 0 && most > 1e-3) {
          expected.fill(0);
          pairs(i, table, turns, forward, backward, 1, null, from + i);
          pairs(i, table, turns, forwardGold, backwardGold, -1, gold, from + i);
          for (let p = 0; p < LL; p++) {
            const g = expected[p];
            if (g > -1e-4 && g < 1e-4) continue;
            const at = table + p;
            turnSquares[at] += g * g;
            turns[at] -= (rate * (g + decay * turns[at])) / Math.sqrt(turnSquares[at]);
            turns.factors[at] = Math.exp(turns[at]);
          }
        }
        if (most < 1e-3) continue;
        let active = 0;
        for (let k = 0; k < K; k++) if (gradient[k] > 3e-4 || gradient[k] < -3e-4) moved[active++] = k;
        const move = (row) => {
          for (let a = 0; a < active; a++) {
            const k = moved[a];
            const at = row * K + k;
            const g = gradient[k] + decay * weights[at];
            squares[at] += g * g;
            weights[at] -= (rate * g) / Math.sqrt(squares[at]);
          }
        };
        for (const list of features[from + i]) for (let f = 0; f < list.length; f++) move(list[f]);
        for (let f = 0; f < width; f++) {
          const row = places[(from + i) * width + f];
          if (row >= 0) move(row);
        }
      }
      return all - right;
    },
  };
}

function reaches(weights, row, K, size) {
  for (let k = 0; k < K; k++) if (Math.abs(weights[row * K + k]) >= size) return true;
  return false;
}

/** Weights as `src/detect/tagger/model.ts` reads them. */
function pack(rows, weights, turns, K) {
  const kept = [...rows].filter(([, row]) => reaches(weights, row, K, least));
  kept.sort(([a], [b]) => (a >>> 0) - (b >>> 0));
  const step = stepOf(kept.flatMap(([, row]) => Array.from(weights.subarray(row * K, row * K + K))));
  const keys = [];
  let before = 0;
  for (const [feature] of kept) {
    let distance = (feature >>> 0) - before;
    before = feature >>> 0;
    for (; distance > 127; distance = Math.floor(distance / 128)) keys.push((distance % 128) + 128);
    keys.push(distance);
  }
  const bytes = kept.flatMap(([, row]) => Array.from(weights.subarray(row * K, row * K + K), (value) => byteOf(value, step)));
  const transitionStep = stepOf([...turns]);
  return {
    keys: Buffer.from(keys).toString("base64"),
    rows: Buffer.from(Int8Array.from(bytes).buffer).toString("base64"),
    step,
    transitions: Buffer.from(Int8Array.from(turns, (value) => byteOf(value, transitionStep)).buffer).toString("base64"),
    transitionStep,
  };
}

/** A step by which one weight in two thousand is cut off. */
function stepOf(values) {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  return Math.fround((sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127) || 1;
}

function byteOf(value, step) {
  return Math.max(-127, Math.min(127, Math.round(value / step)));
}
