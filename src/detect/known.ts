import { type KindName, kindByName } from "../identifiers/kinds/index.ts";
import { isEponymous } from "./context.ts";
import type { Detector, Finding, Known, Role } from "./finding.ts";
import { isCapital, type Sentence, sentenceOf } from "./people.ts";
import { tokensOf } from "./reading.ts";
import { gap, shape, type Tokens } from "./tokens.ts";
import { can, type Words } from "./words.ts";

/** What the record or the roster says of the subject, found again: whole, in parts, in other case, with a typo, over a line break. */
export function createKnown(words: Words): Detector {
  return {
    name: "known",
    detect: (readings, known) => readings.map((reading, i) => (known[i] ? findKnown(sentenceOf(tokensOf(reading), words), known[i]) : [])),
  };
}

export function findKnown(sentence: Sentence, known: Known): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  const names = longNames(known);
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.shape[i] === shape.mark) continue;
    const solid = solidAt(sentence, i, known);
    if (solid) {
      out.push(claim(tokens, i, solid.end, solid.kind));
      i = solid.end - 1;
      continue;
    }
    if (tokens.shape[i] === shape.number) continue;
    const lower = tokens.lower(i);
    if (lower.length < 2 || isEverybodys(sentence, i)) continue;
    const kind = known.has(lower.includes("'") ? lower.replaceAll("'", "") : lower);
    if (kind) {
      out.push(claim(tokens, i, i + 1, kind));
      continue;
    }
    // Hen-\nderson, O' Malley, Mac Donald
    const next = tokens.at(i + 1) === "-" && tokens.gap[i + 1] === gap.none ? i + 2 : i + 1;
    if (
      next < tokens.count &&
      tokens.gap[next]! <= gap.line &&
      tokens.shape[next] !== shape.mark &&
      tokens.shape[next] !== shape.number &&
      lower.length + tokens.lower(next).length >= 5
    ) {
      const joined = known.has(`${lower}${tokens.lower(next)}`);
      if (joined) {
        out.push(claim(tokens, i, next + 1, joined));
        i = next;
        continue;
      }
    }
    if (names.length > 0 && lower.length >= 5 && isCapital(tokens.shape[i]) && sentence.word(i).rank === 0 && !sentence.word(i).clinical) {
      const meant = names.find(([name]) => isOneEditAway(lower, name));
      if (meant) out.push(claim(tokens, i, i + 1, meant[1]));
    }
  }
  return out;
}

function claim(tokens: Tokens, first: number, end: number, kind: KindName): Finding {
  return { start: tokens.start[first]!, end: tokens.end[end - 1]!, kind, strength: "known", detector: "known", role: "subject" };
}

function longNames(known: Known): (readonly [string, KindName])[] {
  return known.words ? [...known.words].filter(([word, kind]) => word.length >= 5 && kindByName(kind).category === "A") : [];
}

/** An ordinary word in lower case is the word, not the name (`long history` of a Mr. Long); so is a short one. */
function isEverybodys(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  if (tokens.shape[index] !== shape.lower) return false;
  // Scripts without capitals and small letters.
  if (tokens.text.charCodeAt(tokens.start[index]!) > 0x52f) return false;
  const word = sentence.word(index);
  return word.rank > 3 || word.clinical || word.can !== 0 || tokens.end[index]! - tokens.start[index]! < 4;
}

/** An id or a phone number, however it is parted: `00-12-345`, `(617) 555 0134`. Asked by its letters and digits alone. */
function solidAt(sentence: Sentence, index: number, known: Known): { end: number; kind: KindName } | undefined {
  const { tokens } = sentence;
  let solid = "";
  let digits = false;
  let found: { end: number; kind: KindName } | undefined;
  for (let at = index; at < tokens.count && at < index + 12; at++) {
    if (at > index && tokens.gap[at]! > gap.space) break;
    if (tokens.shape[at] === shape.mark) {
      if (!/^[-./()#_+]$/.test(tokens.at(at))) break;
      continue;
    }
    const isNumber = tokens.shape[at] === shape.number;
    if (!isNumber && at > index && tokens.gap[at] !== gap.none) break;
    digits ||= isNumber;
    if (!isNumber && at === index && tokens.shape[index + 1] !== shape.mark) return undefined;
    solid += tokens.lower(at);
    if (solid.length > 24) break;
    if (digits && solid.length >= 5) {
      const kind = known.has(solid);
      if (kind) found = { end: at + 1, kind };
    }
  }
  return found;
}

/**
 * Names and places that one finding of this text is sure of, wherever else they stand in it: in parts, in other case,
 * misspelt by one letter, over a line break.
 */
export function propagate(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  const { tokens } = sentence;
  const parts = new Map<string, Finding>();
  const inside = new Uint8Array(tokens.count);
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    while (at > 0 && tokens.end[at - 1]! > finding.start) at--;
    while (at < tokens.count && tokens.end[at]! <= finding.start) at++;
    const first = at;
    let end = at;
    while (end < tokens.count && tokens.start[end]! < finding.end) inside[end++] = 1;
    const { category } = kindByName(finding.kind);
    if (category === "A") for (let i = first; i < end; i++) addPart(sentence, i, end - first, finding, parts);
    else if (category === "B" && end === first + 1) addPlace(sentence, first, finding, parts);
  }
  const short = shortened(tokens.text, findings);
  if (parts.size === 0) return short;
  // A text with more names than this is a roster; comparing each word with each name would take too long there.
  const long = parts.size > 300 ? [] : [...parts].filter(([part, of]) => part.length >= 5 && kindByName(of.kind).category === "A");
  const out: Finding[] = short;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.shape[i]!;
    if (inside[i] || kind === shape.mark || kind === shape.number) continue;
    const lower = tokens.lower(i);
    const word = sentence.word(i);
    let of = parts.get(lower);
    if (!of && long.length > 0 && lower.length >= 5 && isCapital(kind) && word.rank === 0 && !word.clinical && word.can === 0)
      of = long.find(([part]) => isOneEditAway(lower, part))?.[1];
    if (!of) continue;
    if (kind === shape.lower && (word.rank > 2 || word.clinical || word.can !== 0)) continue;
    if (isEponymous(sentence, i + 1)) continue;
    const begins = tokens.gap[i]! >= gap.line || /^[.?!:]$/.test(tokens.at(i - 1));
    if (
      isCapital(kind) &&
      word.rank > 8 &&
      begins &&
      !(of.role !== undefined && sentence.word(i + 1).can & can.afterName && !(word.can & can.afterName))
    )
      continue;
    const role: Role | undefined = of.role;
    out.push({
      start: tokens.start[i]!,
      end: tokens.end[i]!,
      kind: of.kind,
      strength: "contextual",
      detector: "known",
      ...(role ? { role } : {}),
    });
  }
  return out;
}

/** `Golden Oaks`, where `Golden Oaks SNF` was found: a facility of three words or more by all but its last. */
function shortened(text: string, findings: readonly Finding[]): Finding[] {
  const out: Finding[] = [];
  for (const finding of findings.slice(0, 100)) {
    if (finding.kind !== "facility" && finding.kind !== "employer") continue;
    const name = /^[A-Z][A-Za-z']{2,24} [A-Z][A-Za-z']{2,24}(?= [A-Z][A-Za-z]{1,24})/.exec(text.slice(finding.start, finding.end))?.[0];
    if (
      name === undefined ||
      /^(?:The|New|North|South|East|West|Saint|San|Los|Fort|Mount) /.test(name) ||
      / (?:General|Memorial|Community|Medical|Family|Health|Regional|County|City|State)$/.test(name)
    )
      continue;
    for (let at = text.indexOf(name); at >= 0 && out.length < 200; at = text.indexOf(name, at + name.length)) {
      if (at !== finding.start) out.push({ ...finding, start: at, end: at + name.length, detector: "known" });
    }
  }
  return out;
}

function addPart(sentence: Sentence, index: number, parts: number, finding: Finding, into: Map<string, Finding>): void {
  const { tokens } = sentence;
  const kind = tokens.shape[index]!;
  if (kind === shape.mark || kind === shape.number || kind === shape.initial) return;
  const lower = tokens.lower(index);
  const word = sentence.word(index);
  if (lower.length < 3 && !(kind === shape.capitalized && word.surname >= 8)) return;
  if (word.can & (can.title | can.suffix | can.particle | can.credential | can.neverName | can.relative | can.patient)) return;
  if (finding.strength === "shaped" && parts === 1) return;
  if (!into.has(lower)) into.set(lower, finding);
}

function addPlace(sentence: Sentence, index: number, finding: Finding, into: Map<string, Finding>): void {
  const word = sentence.word(index);
  if (
    word.rank < 4 &&
    !word.clinical &&
    word.can === 0 &&
    sentence.tokens.shape[index] !== shape.number &&
    !into.has(sentence.tokens.lower(index))
  )
    into.set(sentence.tokens.lower(index), finding);
}

/** One letter more, less, other, or two neighbours exchanged. */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = endA - start;
  const restB = endB - start;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
