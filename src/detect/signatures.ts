import { matchesOf } from "../identifiers/search.ts";
import type { Sites } from "../identifiers/sites.ts";
import type { Detector, Finding } from "./finding.ts";
import { isCapital, nameness, type Sentence, sentenceOf, surnameness } from "./people.ts";
import { tokensOf } from "./reading.ts";
import { sitesIn } from "./sites.ts";
import { gap, shape } from "./tokens.ts";
import { can, type Words } from "./words.ts";

/** How people sign: `hvoss MD`, `A Lindqvist MD/ph`, `SPR/dlm`, `-MB`, `co-sign C.A.`, `uploaded by hvoss`, and a last line that is a name. */
export function createSignatures(words: Words): Detector {
  return {
    name: "signatures",
    detect: (readings) => readings.map((reading) => findSignatures(sentenceOf(tokensOf(reading), words), sitesIn(reading))),
  };
}

/** Initials behind a word for who writes: `Transcribed: tkb`, `RESIDENT: AO`, `co-sign C.A.`. */
const scribed =
  /(?:\b(?:transcribed|transcriptionist|typed|dictated|scribe|scribed|resident|attending|tech|technologist|nurse|cosigner|initials|author|rn|md)(?: by)?: ?|\b(?:co-?sign(?:ed)?(?: by)?|transcribed by|typed by|dictated by|entered by|initialed(?: by)?)[: ] ?)(?<id>[A-Z]{2,3}|[a-z]{2,3}|(?:[A-Z]\.){2,3})(?![\w.'-])/gi;
/** Two pairs of initials, of who spoke and who wrote: `SPR/dlm`, `EN/cs`, `PT:rk`. */
const pairs =
  /(?<=^[ \t]{0,8}|[.!?)] {1,3}|\n)(?<id>[A-Z]{2,3}[:/]{1,2}[a-z]{2,3})(?=[ \t]{0,8}(?:\n|$)|[ \t]{1,4}(?:D|T|DD|DT|d|t|voice|job|Job|\d{1,2}[-/])[: \d])/gm;
/** Behind credentials: `MD/ph`, `MD / rw`. */
const behind = /\b(?:M\.?D|D\.?O|NP|PA-C|PA|RN|APRN|ARNP|LCSW|DPT|DNP|FNP|CRNA|PhD)\.? ?\/ ?(?<id>[a-z]{2,3})(?![\w/])/g;
/** At the end of a line, behind a dash: `-MB`. */
const dashed =
  /(?<=[.!?)] {0,2}|^| {2})[-~]{1,4} ?(?<id>[A-Z]{2,3}|(?:[A-Z]\.){2,3})(?: (?:MD|DO|RN|LPN|NP|PA-C|PA|RT|CNA|PharmD)\b[^\n]{0,40})?[ \t]{0,8}(?=\n|$)/gm;
/** A line of nothing but initials, and perhaps credentials or a date: `PV 2/8`, `Z.K., DMD`. */
const alone =
  /^[ \t]{0,8}(?<id>(?:[A-Z]\.){2,3}|[A-Z]{2})(?=,? {1,2}(?:M\.?D|D\.?O|NP|PA-C|RN|LPN|DMD|DDS|APRN|\d{1,2}\/\d{1,2})(?![\w])|,? ?$)/gm;
/** Keys of a pasted header: `ATT=ZOOK`, `DR:OSTROWSKI`, `PT:MBEKI-LARSON,THANDIWE`. */
const keyed =
  /(?<![A-Za-z])(?:PT|PAT|PATIENT|ATT|ATTENDING|ADM|PCP|DR|DOC|PROV|PROVIDER|NOK|MD|RN|SURG|ANES|SURGEON|RESIDENT)[=:](?<id>[A-Z][A-Za-z'-]{2,24}(?:,[A-Z][A-Za-z'-]{1,20})?(?: [A-Z](?![\w]))?)/g;
/** A name of an account behind what was done with it. */
const account =
  /\b(?:uploaded|entered|charted|scanned|documented|recorded|verified|printed|created|modified|authored|filed|signed|e-signed|reviewed|user|emr user)(?:(?: electronically)? by)?:? (?<id>[a-z]{3,16}(?:\.[a-z]{1,16})?\d{0,4})(?![\w@'-])/gi;
const routes = /^(?:po|iv|im|sq|sc|pr|sl|hs|pt|ot|hr|rr|bp|or|md|do|rn|ed|er|na|nl|am|pm|tid|bid|qid|prn|neg|pos)$/i;

export function findSignatures(sentence: Sentence, sites?: Sites): Finding[] {
  const { tokens } = sentence;
  const { text } = tokens;
  const out: Finding[] = [];
  const claim = (match: RegExpMatchArray, kind: Finding["kind"]): void => {
    const id = match.groups!.id!;
    const start = match.index! + match[0].lastIndexOf(id);
    out.push({ start, end: start + id.length, kind, strength: "contextual", detector: "signatures", role: "provider" });
  };
  for (const pattern of [scribed, pairs, behind, dashed, alone])
    for (const match of matchesOf(text, pattern, sites)) {
      const id = match.groups!.id!;
      const last = id.split(/[:/]/).at(-1)!;
      // `resident: no` is a word; initials in small letters are none.
      if (/[A-Z][a-z]/.test(last) || routes.test(last) || (/^[a-z]{2,3}$/.test(id) && sentence.wordOf(id).rank > 8)) continue;
      if (pattern === alone && match.index === 0) continue;
      if (pattern === alone && sentence.wordOf(id.toLowerCase()).clinical && !id.includes(".")) continue;
      claim(match, "name");
    }
  for (const match of matchesOf(text, keyed, sites)) {
    const word = sentence.wordOf(match.groups!.id!.replace(/[,'-].{0,60}$/, "").toLowerCase());
    if (!(word.clinical && word.surname < 8) && word.rank < 9 && !(word.can & (can.neverName | can.credential))) claim(match, "name");
  }
  for (const match of matchesOf(text, account, sites)) {
    const id = match.groups!.id!;
    const word = sentence.wordOf(id.replace(/[.\d].{0,20}$/, "").toLowerCase());
    if (/^[a-z]/.test(id) && (/[.\d]/.test(id) || (word.rank === 0 && !word.clinical && word.can === 0 && id.length > 4)))
      claim(match, "user-name");
  }
  signedBy(sentence, out);
  withCredentials(sentence, out);
  lastLine(sentence, out);
  return out;
}

/** `jfalk, RN`, `mwirth NP`, `jt, LPN`; and `R. STRAND MD`, `W T PENLAND MD`, `A Lindqvist MD`, whose capitals say nothing by themselves. */
function withCredentials(sentence: Sentence, out: Finding[]): void {
  const { tokens } = sentence;
  for (let i = 1; i < tokens.count; i++) {
    if (tokens.shape[i] !== shape.upper && tokens.shape[i] !== shape.mixed) continue;
    if (!(sentence.word(i).can & can.credential) || tokens.gap[i]! > gap.space) continue;
    const last = tokens.at(i - 1) === "," ? i - 2 : i - 1;
    if (last < 0) continue;
    const kind = tokens.shape[last];
    const word = sentence.word(last);
    const length = tokens.end[last]! - tokens.start[last]!;
    const comma = last === i - 2;
    const first =
      last === 0 || tokens.gap[last]! >= gap.line || tokens.shape[last - 1] === shape.mark || sentence.word(last - 1).can & can.beforeName;
    const isUser =
      (kind === shape.lower || (kind === shape.number && /^[a-z]{3,12}\d{1,4}$/.test(tokens.lower(last)))) &&
      word.rank < 3 &&
      !word.clinical &&
      word.can === 0 &&
      (length > 4 || (length > 1 && comma && first));
    if (isUser) {
      push(sentence, out, last, last + 1, length > 3 && word.surname < 8 ? "user-name" : "name");
      continue;
    }
    if (!isCapital(kind) || kind === shape.initial || word.can & (can.neverName | can.providerRole | can.facilityEnd | can.credential))
      continue;
    let from = last;
    while (from > 0 && from > last - 6 && tokens.gap[from]! <= gap.space && isInitial(sentence, from - 1)) from--;
    while (tokens.at(from) === ".") from++;
    if (from < last && (nameness(word) > -1 || surnameness(word) > 0)) push(sentence, out, from, last + 1, "name");
  }
}

function isInitial(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  return tokens.shape[index] === shape.initial || (tokens.at(index) === "." && tokens.shape[index - 1] === shape.initial);
}

/** `Electronically signed by ADEBAYO T OLUWASEUN MD`: capitals behind what only people do, whatever the tables say of them. */
function signedBy(sentence: Sentence, out: Finding[]): void {
  const { tokens } = sentence;
  for (let i = 1; i + 2 < tokens.count; i++) {
    if (tokens.shape[i] !== shape.lower || tokens.lower(i) !== "by" || !done.has(tokens.lower(i - 1))) continue;
    const first = tokens.at(i + 1) === ":" ? i + 2 : i + 1;
    let end = first;
    let whole = 0;
    while (end < first + 6 && end < tokens.count && tokens.gap[end]! <= gap.space) {
      const kind = tokens.shape[end];
      if (kind === shape.mark && end > first && /^[.-]$/.test(tokens.at(end)) && tokens.gap[end] === gap.none) {
        end++;
        continue;
      }
      if (!isCapital(kind)) break;
      const word = sentence.word(end);
      if (word.can & ~(can.suffix | can.particle) || (word.clinical && word.surname < 8)) break;
      if (kind !== shape.initial) whole++;
      end++;
    }
    while (end > first && tokens.shape[end - 1] === shape.mark) end--;
    if (end - first >= 2 && whole >= 1) push(sentence, out, first, end, "name");
  }
}

const done: ReadonlySet<string> = new Set(
  "signed authored dictated verified performed interpreted approved reported authenticated transcribed prepared entered cosigned attested".split(
    " ",
  ),
);

/** The last line of a note, when nothing stands in it but words that are names: `D'Souza / Wu`. */
function lastLine(sentence: Sentence, out: Finding[]): void {
  const { tokens } = sentence;
  let from = tokens.count - 1;
  while (from > 0 && tokens.gap[from]! < gap.line && from > tokens.count - 8) from--;
  if (from === 0 || tokens.gap[from]! < gap.line) return;
  for (let i = from; i < tokens.count; i++) {
    if (tokens.shape[i] === shape.mark) {
      if (!/^[-/&,.~]$/.test(tokens.at(i))) return;
      continue;
    }
    const word = sentence.word(i);
    if (tokens.shape[i] === shape.initial) continue;
    const isCredential = (word.can & can.credential) !== 0 && tokens.shape[i] === shape.upper;
    if (isCredential) continue;
    if (tokens.shape[i] !== shape.capitalized && tokens.shape[i] !== shape.mixed) return;
    if (word.can & ~(can.particle | can.title) || word.clinical || word.rank > 3 || word.surname + word.given === 0) return;
  }
  for (let i = from; i < tokens.count; i++) {
    const kind = tokens.shape[i];
    if (kind !== shape.mark && kind !== shape.upper) push(sentence, out, i, i + 1, "name");
  }
}

function push(sentence: Sentence, out: Finding[], first: number, end: number, kind: Finding["kind"]): void {
  const { tokens } = sentence;
  out.push({
    start: tokens.start[first]!,
    end: tokens.end[end - 1]!,
    kind,
    strength: "contextual",
    detector: "signatures",
    role: "provider",
  });
}
