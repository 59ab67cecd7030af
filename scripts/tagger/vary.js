// Copies of a marked document with other values and in other hands, so that context and shape are learned, and no list.

import { sayingsOnly } from "./sayings.js";
import { spokenAddress, spokenDate, spokenNumber, spokenText } from "./spoken.js";
import { cased } from "./values.js";

const particles = /^(?:van|von|der|den|de|la|las|los|del|di|da|dos|du|le|el|al|bin|ibn|ter|ten|y|jr|sr|ii|iii|iv|dr|mr|mrs|ms)$/i;

/** A copy. `tables` tells given names from surnames and drugs from other words; `written`: organizations of all documents, to exchange. */
export function vary(document, { values, tables, facts, sayings, written }, random) {
  const hand = handOf(random);
  let pieces = cut(document);
  if (!random.chance(0.08)) pieces = withOtherValues(pieces, values, tables, random, written);
  if (hand.drugs)
    pieces = eachUnmarked(pieces, (text) =>
      text.replace(/\b[A-Za-z]{6,}\b/g, (word) =>
        tables.isDrugName(word.toLowerCase()) && random.chance(0.6) ? cased(inventedDrug(values, random), word) : word,
      ),
    );
  if (hand.typos)
    pieces = eachUnmarked(pieces, (text) =>
      text.replace(/\b[A-Za-z]{4,}\b/g, (word) => (random.chance(0.035) ? misspelt(word, random) : word)),
    );
  if (hand.facts) pieces = withFacts(pieces, facts, random);
  if (hand.sayings) pieces = withSayings(pieces, sayings, random);
  if (hand.runOn) pieces = runOn(pieces, random);
  if (hand.unlabelled) pieces = withoutLabels(pieces, random);
  if (hand.wrap > 0) pieces = wrapped(pieces, hand.wrap);
  if (hand.writing === "lower" || hand.writing === "dictated")
    pieces = pieces.map((piece) => ({ ...piece, text: piece.text.toLowerCase() }));
  else if (hand.writing === "upper") pieces = pieces.map((piece) => ({ ...piece, text: piece.text.toUpperCase() }));
  if (hand.writing === "dictated") pieces = pieces.map((piece) => dictated(hand.spoken ? spoken(piece, random) : piece));
  if (hand.misread) pieces = pieces.map((piece) => ({ ...piece, text: misread(piece.text, random) }));
  return joined(document, pieces);
}

function handOf(random) {
  const draw = random.next();
  return {
    writing: draw < 0.1 ? "lower" : draw < 0.17 ? "dictated" : draw < 0.27 ? "upper" : "mixed",
    spoken: random.chance(0.6),
    misread: random.chance(0.07),
    typos: random.chance(0.3),
    drugs: random.chance(0.3),
    unlabelled: random.chance(0.2),
    facts: random.chance(0.5),
    sayings: random.chance(0.3),
    runOn: random.chance(0.06),
    wrap: random.chance(0.12) ? 50 + random.below(50) : 0,
  };
}

/** A text of our own: facts alone, or facts and sayings. */
export function madeUp({ facts, sayings }, random) {
  const pieces = random.chance(0.6) ? factsOnly(facts, random) : sayingsOnly({ facts, sayings }, random);
  return joined({ id: "made", source: "made", author: "made", weight: 1 }, pieces);
}

function factsOnly(facts, random) {
  return Array.from({ length: 3 + random.below(20) }, () => ({
    text: facts(random) + (random.chance(0.6) ? "\n" : random.chance(0.8) ? " " : "\n\n"),
    type: null,
  }));
}

/** Some facts behind line ends, or behind sentences, of what is unmarked. */
function withFacts(pieces, facts, random) {
  return eachUnmarked(pieces, (text) =>
    text.replace(/\n|(?<=[a-z]{3}[.;]) (?=[A-Z][a-z])/g, (end) => (random.chance(0.12) ? `${end}${facts(random)}${end}` : end)),
  );
}

/** Some sayings behind line ends and sentences. */
function withSayings(pieces, sayings, random) {
  return pieces.flatMap((piece) => {
    if (piece.type !== null) return [piece];
    const out = [];
    let at = 0;
    for (const match of piece.text.matchAll(/\n|(?<=[a-z]{3}[.;]) (?=[A-Z][a-z])/g)) {
      if (!random.chance(0.1)) continue;
      const end = match.index + match[0].length;
      out.push({ text: piece.text.slice(at, end), type: null }, ...sayings(random), { text: match[0] === "\n" ? "\n" : ". ", type: null });
      at = end;
    }
    out.push({ text: piece.text.slice(at), type: null });
    return out;
  });
}

/** `NAME:SMITH,JOHN DOB:01/02/1950MRN:12345`: spaces around marked spans leave. */
function runOn(pieces, random) {
  return pieces.map((piece, i) => {
    if (piece.type !== null || i === 0 || !/[:#=] ?$/.test(piece.text) || piece.text.length > 40) return piece;
    const text = random.chance(0.7) ? piece.text.replace(/^\s{1,80}(?=[A-Z])/, random.chance(0.5) ? "" : " ") : piece.text;
    return { ...piece, text: text.replace(/([:#=]) $/, "$1") };
  });
}

function cut({ text, spans }) {
  const out = [];
  let at = 0;
  for (const { start, end, type, label } of spans) {
    if (start > at) out.push({ text: text.slice(at, start), type: null });
    out.push({ text: text.slice(start, end), type, label });
    at = end;
  }
  if (at < text.length) out.push({ text: text.slice(at), type: null });
  return out;
}

function joined(document, pieces) {
  let text = "";
  const spans = [];
  for (const piece of pieces) {
    if (piece.type !== null && piece.text !== "")
      spans.push({ start: text.length, end: text.length + piece.text.length, type: piece.type, label: piece.label });
    text += piece.text;
  }
  return { ...document, text, spans };
}

function eachUnmarked(pieces, change) {
  return pieces.map((piece) => (piece.type === null ? { ...piece, text: change(piece.text) } : piece));
}

function withOtherValues(pieces, values, tables, random, written) {
  const parts = new Map();
  const wholes = new Map();
  const once = (key, make) => {
    if (!wholes.has(key)) wholes.set(key, make());
    return wholes.get(key);
  };
  return pieces.map((piece) => {
    const { type, label, text } = piece;
    if (type === null || type === "open") return piece;
    if (type === "name") return { ...piece, text: otherName(text, parts, values, tables, random) };
    if (type === "organization") {
      const made = once(`organization ${text.toLowerCase()}`, () => otherOrganization(text, label, values, random, written));
      return { ...piece, text: /^[A-Z]{2,5}$/.test(text) ? made : cased2(made, text) };
    }
    if (type === "place") {
      if (/\d/.test(text) || /ADDRESS|street/.test(label)) {
        if (/^\d{5}/.test(text.trim()) && text.trim().length < 11)
          return { ...piece, text: text.replace(/\d/g, () => String(random.below(10))) };
        return { ...piece, text: values.address(text, random) };
      }
      return {
        ...piece,
        text: once(`place ${text.toLowerCase()}`, () =>
          cased(/COUNTY|county/.test(label) ? values.county(random) + (/county/i.test(text) ? " County" : "") : values.city(random), text),
        ),
      };
    }
    if (type === "date") return { ...piece, text: values.date(text, random) };
    return { ...piece, text: once(`number ${text}`, () => values.number(text, label, random)) };
  });
}

/** Writers name organizations in more ways than a grammar: some keep their name, many take another writer's. */
function otherOrganization(text, label, values, random, written) {
  const draw = random.next();
  if (draw < 0.15) return text;
  const alike = written.get(sortOfOrganization(text, label));
  if (draw < 0.55 && alike !== undefined) return mixedCase(random.from(alike));
  return values.organization(text, label, random);
}

/** Names take the place of names of the same label and make: letters, one word, several words. */
export function sortOfOrganization(name, label) {
  return `${label} ${/^[A-Z]{2,5}$/.test(name) ? "letters" : /\s/.test(name) ? "words" : "word"}`;
}

function mixedCase(name) {
  const letters = name.replace(/[^A-Za-z]/g, "");
  const isUpper = letters === letters.toUpperCase() && letters.length > 5;
  return isUpper || letters === letters.toLowerCase() ? cased(name, "Aa") : name;
}

/** Capitals or small letters throughout stay so; else as made. */
function cased2(made, like) {
  const letters = like.replace(/[^A-Za-z]/g, "");
  if (letters.length > 5 && letters === letters.toUpperCase()) return made.toUpperCase();
  return letters === letters.toLowerCase() ? made.toLowerCase() : made;
}

function otherName(text, known, values, tables, random) {
  const words = text.match(/[A-Za-z0-9']+/g) ?? [];
  const long = words.filter((word) => word.length > 1 && !particles.test(word));
  const isInitials = /^[A-Z]{2,3}$|^[a-z]{2,3}$/.test(text);
  const familyFirst = /^[A-Za-z'-]+,/.test(text);
  let index = 0;
  return text.replace(/[A-Za-z0-9']+/g, (word) => {
    if (word.length === 1) return /[A-Za-z]/.test(word) ? cased(values.letters(1, random), word) : word;
    if (isInitials) return cased(values.letters(word.length, random), word);
    if (particles.test(word)) return word;
    const place = index++;
    const key = word.toLowerCase();
    let made = known.get(key);
    if (made === undefined) {
      const isFamily =
        long.length > 1 ? (familyFirst ? place === 0 : place === long.length - 1) : tables.surnameRank(key) >= tables.givenNameRank(key);
      made = values.namePart(isFamily ? "surname" : "given", random, /^[a-z]/.test(word));
      known.set(key, made);
    }
    return /\d/.test(word) ? misread(cased(made, word), random, 0.5) : cased(made, word);
  });
}

function inventedDrug(values, random) {
  return (
    values.invented(random) +
    random.from(["ol", "ine", "mab", "tinib", "pril", "sartan", "ex", "ia", "ra", "zole", "ium", "a", "x", "vir", "en"])
  );
}

function misspelt(word, random) {
  const at = 1 + random.below(word.length - 2);
  const draw = random.below(4);
  if (draw === 0) return word.slice(0, at) + word.slice(at + 1);
  if (draw === 1) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  if (draw === 2) return word.slice(0, at) + word[at] + word.slice(at);
  return word.slice(0, at) + random.from("aeiotrnsl".split("")) + word.slice(at + 1);
}

/** Titles and labels that stand before a marked span leave. */
function withoutLabels(pieces, random) {
  return pieces.map((piece, i) => {
    const next = pieces[i + 1];
    if (piece.type !== null || next === undefined || next.type === null || next.type === "open" || !random.chance(0.5)) return piece;
    const bare = next.type === "name" ? piece.text.replace(/\b(?:Dr|Mr|Mrs|Ms|Miss|dr|mr|mrs|ms|DR|MR|MRS|MS)\.? $/, "") : piece.text;
    return { ...piece, text: bare !== piece.text ? bare : piece.text.replace(/(?<=\n|^| {2})[A-Za-z#/. ]{2,20}[:#] ?$/, "") };
  });
}

/** Every space past the width becomes a line end, within spans too. */
function wrapped(pieces, width) {
  let column = 0;
  return pieces.map((piece) => ({
    ...piece,
    text: piece.text.replace(/[\s\S]/g, (char) => {
      column = char === "\n" ? 0 : column + 1;
      if (char !== " " || column < width) return char;
      column = 0;
      return "\n";
    }),
  }));
}

function dictated(piece) {
  if (piece.type !== null && piece.type !== "name") return piece;
  return { ...piece, text: piece.text.replace(/[.,;:()"](?=\s|$)/g, "").replace(/[()"]/g, "") };
}

/** Most numbers in words. */
function spoken(piece, random) {
  const { type, text, label } = piece;
  if (type === null) return { ...piece, text: spokenText(text, random) };
  if (!/\d/.test(text) || random.chance(0.25)) return piece;
  if (type === "date") return { ...piece, text: spokenDate(text, random) };
  if (type === "number") return { ...piece, text: /EMAIL|URL/.test(label) ? text : spokenNumber(text, random) };
  if (type === "place") return { ...piece, text: /^\d{5}/.test(text) ? spokenNumber(text, random) : spokenAddress(text) };
  return piece;
}

const misreadings = { o: "0", O: "0", l: "1", I: "l", i: "l", e: "c", S: "5", B: "8", m: "rn", 0: "O", 1: "l", 5: "S" };

function misread(text, random, share = 0.03) {
  return text
    .replace(/[oOlIieSBm015]/g, (char) => (random.chance(share) ? misreadings[char] : char))
    .replace(/(?<=[A-Za-z]{2}) ?(?=[A-Za-z]{2})/g, (space) => (random.chance(share / 8) ? (space === "" ? " " : "") : space));
}
