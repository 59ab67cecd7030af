import type { Category } from "../identifiers/category.ts";
import { kindByName } from "../identifiers/kinds/index.ts";
import { isAbbreviation, isDrugName } from "../tables/vocabulary.ts";
import { credentialEnd, eponymEnd, isAnnounced, isNamed, tellsPerson } from "./context.ts";
import type { Finding } from "./finding.ts";
import { isCapital, type Sentence } from "./people.ts";
import { isTermHere } from "./terms.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/**
 * Whether what a detector claims only by how it looks is plainly something of medicine: an eponym among others, the grade of a
 * score, a published code, a version, a ratio, a result, a state. What a label, a title or a record announces is never kept.
 */
export function isKept(sentence: Sentence, finding: Finding): boolean {
  const tagged = finding.detector === "tagger";
  if (!tagged && finding.strength !== "shaped" && finding.strength !== "contextual") return false;
  const { category } = kindByName(finding.kind);
  const isWords = category === "A" || category === "B" || finding.kind === "facility" || finding.kind === "employer";
  const first = tokenAt(sentence, finding.start);
  const last = tokenAt(sentence, finding.end - 1);
  if (isWords && /^[Xx]{2,40}$/.test(sentence.tokens.text.slice(finding.start, finding.end))) return true;
  if (isWords && isCapital(sentence.tokens.shape[first])) {
    if (tagged && category === "A" && (isSize(sentence, first) || areAcronyms(sentence, first, last))) return true;
    if ((tagged || category === "A") && (isGrade(sentence, first, last) || isEponymHere(sentence, first, last))) return true;
    if (finding.kind !== "street-address" && isTermHere(sentence, first, last)) return true;
    if (!tagged || finding.kind === "street-address") return false;
    if (areDrugs(sentence, first, last) || isOfDescription(sentence, first, last)) return true;
    return isRegion(sentence, first, last) || payer.test(sentence.tokens.text.slice(finding.start, finding.end));
  }
  if (tagged && isOfDescription(sentence, first, last)) return true;
  return tagged && isValue(sentence.tokens.text, finding, sentence, first);
}

/** A tagger's finding without the titles, small words and clock times at its ends; null where nothing else is left. */
export function trimmed(sentence: Sentence, finding: Finding): Finding | null {
  if (finding.detector !== "tagger") return finding;
  const { tokens } = sentence;
  let first = tokenAt(sentence, finding.start);
  let last = tokenAt(sentence, finding.end - 1);
  if (finding.kind === "date") {
    if (/^\d{1,2}:\d{2}$/.test(tokens.text.slice(tokens.start[last - 2]!, tokens.end[last])) && tokens.lower(last - 3) === "at") last -= 4;
  } else if (finding.kind !== "unique-id" && finding.kind !== "email") {
    // The point of a title that was trimmed goes with it.
    while (first <= last && (isAside(sentence, first) || tokens.at(first) === ".")) first++;
    while (last >= first && isAside(sentence, last)) last--;
  } else if (finding.kind === "email" && tokens.lower(first) === "mailto") first += 2;
  const start = tokens.start[first]!;
  if (first > last || isWeekdayOrYear(sentence, first, last)) return null;
  const end = tokens.end[last]!;
  return start <= finding.start && end >= finding.end ? finding : { ...finding, start, end };
}

/**
 * Without what the tagger took for one where others found several numbers, addresses or dates each by itself, and nothing
 * lies between them but small words and marks: `a@b.org or c@d.org`.
 */
export function withoutBridges(sentence: Sentence, found: readonly Finding[]): Finding[] {
  let parts: readonly Finding[] | undefined;
  return found.filter((finding) => {
    if (finding.detector !== "tagger" || !bridges.has(kindByName(finding.kind).category)) return true;
    parts ??= found.filter(({ detector }) => detector !== "tagger").sort((a, b) => a.start - b.start);
    return !isBridge(sentence, finding, parts);
  });
}

/** Dates, contacts and numbers: of names and places what stands between their words belongs to them. */
const bridges: ReadonlySet<Category> = new Set<Category>(["C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "R"]);

/** `parts` are ascending by where they begin. */
function isBridge({ tokens }: Sentence, { start, end }: Finding, parts: readonly Finding[]): boolean {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  let within = 0;
  let done = start;
  for (let at = low; at < parts.length && parts[at]!.start < end; at++) {
    const part = parts[at]!;
    if (part.end <= done) continue;
    if (!isSmall(tokens.text.slice(done, part.start))) return false;
    done = part.end;
    within++;
  }
  return within > 1 && isSmall(tokens.text.slice(done, end));
}

/** `, `, ` or `, ` and at `: marks and at most two of the words that join. */
function isSmall(between: string): boolean {
  return /^[^A-Za-z0-9\u0080-\uffff]{0,6}(?:(?:and|or|to|at|on|the|of|in|by|then|with|via|for|is|from|until|through)[^A-Za-z0-9\u0080-\uffff]{1,6}){0,2}$/.test(
    between,
  );
}

/** A title, a mark, or a common word in small letters: `of` within `Mary of Egypt` is none, since it stands at no end. */
function isAside(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const kind = tokens.shape[index];
  const word = sentence.word(index);
  if (kind === shape.mark) return /^[.,:;([]$/.test(tokens.at(index)) && !(tokens.at(index) === "." && tokens.gap[index] === gap.none);
  if (word.can & can.title) return word.given < 6 && word.surname < 6;
  return kind === shape.lower && word.rank >= 9 && word.given < 8 && word.surname < 8;
}

function isWeekdayOrYear(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  if (last > first) return false;
  if (sentence.word(first).can & can.weekday) return true;
  const value = tokens.text.slice(tokens.start[first], tokens.end[first]);
  return /^(?:19|20)\d{2}$/.test(value) || (/^\d{2}$/.test(value) && tokens.at(first - 1) === "'");
}

function tokenAt({ tokens }: Sentence, position: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.end[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Words of medicine within the description of a code, which tables hold as prose: `Casts [Presence] in Urine sediment by Light
 * microscopy`, `Walnut IgE Ab in Serum`. That is a text of one line and of medical and ordinary words alone, without a number.
 */
function isOfDescription(sentence: Sentence, first: number, last: number): boolean {
  const shapeOf = descriptionOf(sentence);
  if (shapeOf === "none") return false;
  for (let at = first; at <= last; at++) {
    if (sentence.tokens.shape[at] === shape.mark) continue;
    const word = sentence.word(at);
    if (!isOfMedicine(sentence, at) && (shapeOf === "plain" || word.rank === 0)) return false;
    if (shapeOf === "property" && word.given > 7) return false;
    if (shapeOf === "plain" && (word.given > 3 || word.surname > word.rank || word.can & (can.title | can.credential))) return false;
  }
  return true;
}

const mostTokens = 40;

/** `property`: with a property in brackets, as LOINC writes it. */
function descriptionOf(sentence: Sentence): "property" | "plain" | "none" {
  const { tokens } = sentence;
  if (tokens.count > mostTokens || tokens.count < 2) return "none";
  for (let at = 1; at < tokens.count; at++) if (tokens.gap[at]! >= gap.line) return "none";
  if (loincProperty.test(tokens.text)) return "property";
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.shape[at];
    if (kind === shape.number) return "none";
    if (kind !== shape.mark && kind !== shape.initial && !isOfMedicine(sentence, at) && sentence.word(at).rank === 0) return "none";
  }
  return "plain";
}

function isOfMedicine(sentence: Sentence, at: number): boolean {
  const lower = sentence.tokens.lower(at);
  // `IgE`, `Ab`, `OCT`
  return sentence.word(at).clinical || isAbbreviation(lower) || /^(?:ig[adegm]|ab|ag|oct|nyha)$/.test(lower);
}

const loincProperty =
  /\[(?:#|Presence|Mass|Moles|Volume|Time|Entitic|Ratio|Interpretation|Type|Identifier|Units|Enzymatic|Catalytic|Number|Length|Area|Velocity|Log|Score|PHQ|GAD|PRAPARE|AUDIT|DAST|HARK|FACIT|NHANES|PROMIS|MMSE|MoCA)|\b(?:Ab|Ag|RNA|DNA) in [A-Z]/;

/** `Zofran, Emend`: names of drugs that are nobody's, and what stands in a list with one and is no name either. */
function areDrugs(sentence: Sentence, first: number, last: number): boolean {
  let isOne = false;
  for (let at = first; at <= last; at++) {
    if (sentence.tokens.shape[at] === shape.mark) continue;
    const { given, surname } = sentence.word(at);
    const isDrug = isDrugName(sentence.tokens.lower(at));
    if (isDrug ? given > 5 || surname > 7 : given > 0 || surname > 0) return false;
    isOne ||= isDrug;
  }
  return isOne;
}

/** `Schatzker VI`, `Bosniak IIF`; `Pugh B` behind `Child-`, `Harris II` behind `Salter-`. */
function isGrade(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  const behindHyphen =
    tokens.at(first - 1) === "-" &&
    tokens.gap[first] === gap.none &&
    tokens.gap[first - 1] === gap.none &&
    isCapital(tokens.shape[first - 2]);
  // `VI` of `Schatzker VI`
  if (
    last === first &&
    /^(?:[IVX]{2,4}|[IVX][AB])$/.test(tokens.text.slice(tokens.start[first], tokens.end[first])) &&
    isCapital(tokens.shape[first - 1])
  )
    return sentence.word(first - 1).eponym;
  if (last === first) return behindHyphen && (sentence.word(first).eponym || sentence.word(first - 2).eponym);
  const grade = tokens.text.slice(tokens.start[last], tokens.end[last]);
  if (last !== first + 1 || tokens.gap[last] !== gap.space || !/^(?:[IVX]{2,4}[A-Fa-f]?|[IVX][A-Fa-f]|[A-D]|\d[A-Ca-c]?)$/.test(grade))
    return false;
  if (behindHyphen) return true;
  const word = sentence.word(first);
  return tokens.shape[first] === shape.capitalized && (word.eponym || (word.given < 4 && word.surname < 8 && grade.length > 1));
}

/** An eponym that no title, role, initial or verb makes a person, next to medicine: `Foley, Dobhoff`, `s/p Whipple`, `Jackson-Pratt drain`. */
function isEponymHere(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  const end = last + 1;
  const isCompound = eponymEnd(sentence, first) === end;
  let rare = false;
  for (let i = first; i <= last && !isCompound; i++) {
    if (tokens.shape[i] === shape.mark) {
      if (tokens.at(i) === ".") return false;
      continue;
    }
    // `Roux-en-Y`
    if (i > first && tokens.at(i - 1) === "-" && tokens.gap[i] === gap.none) continue;
    const word = sentence.word(i);
    if (!word.eponym) return false;
    if (word.surname < 6 && word.given < 4) rare = true;
  }
  // "rep from Zoll": a name that hardly anybody bears.
  const isRare = first === last && sentence.word(first).surname < 4 && sentence.word(first).given < 3;
  if ((isAnnounced(sentence, first) && !isRare) || isNamed(sentence, first) || isTitled(sentence, first)) return false;
  if (tellsPerson(sentence, end) || credentialEnd(sentence, end) > 0) return false;
  // "HRCT at Addison Gilbert", "a disc to Schmorl"
  if (/^(?:at|from|to|in|near)$/.test(tokens.lower(first - 1))) return isMedical(sentence, end, 1);
  return isCompound || rare || isMedical(sentence, first - 1, -1) || isMedical(sentence, end, 1);
}

function isTitled({ tokens, word }: Sentence, index: number): boolean {
  const before = tokens.at(index - 1) === "." ? index - 2 : index - 1;
  return before >= 0 && (word(before).can & can.title) !== 0;
}

/** Whether the next word to one side, over a comma, a stroke or `and`, is of medicine and no name. */
function isMedical(sentence: Sentence, index: number, step: 1 | -1): boolean {
  const { tokens } = sentence;
  let at = index;
  for (let skipped = 0; skipped < 3 && at >= 0 && at < tokens.count; skipped++, at += step) {
    if (tokens.gap[step > 0 ? at : at + 1]! >= gap.line) return false;
    const isLink = tokens.shape[at] === shape.mark ? /^[,;/&]$/.test(tokens.at(at)) : /^(?:and|or|vs|the|a|with)$/.test(tokens.lower(at));
    if (isLink) continue;
    const word = sentence.word(at);
    return (
      (word.eponym && word.surname < 10) || (word.can & can.afterEponym) !== 0 || (word.clinical && word.given < 4 && word.surname < 6)
    );
  }
  return false;
}

/** A health plan by its bare name, which half a country shares. */
const payer =
  /^(?:Aetna|Cigna|Humana|Anthem|UnitedHealthcare|United ?Healthcare|UHC|Tricare|TRICARE|Centene|Molina|Blue ?(?:Cross|Shield)|BCBS|Medicare|Medicaid|Medi-?Cal)(?: (?:and|Blue|Cross|Shield|PPO|HMO|POS|EPO|Advantage|Medicare|Medicaid|Commercial|Plan|Part|[A-D]|Gold|Silver|Bronze|Prime|Select)){0,4}$/;
/** `19 Fr Blake`: behind the size of a drain. */
function isSize({ tokens }: Sentence, first: number): boolean {
  return tokens.lower(first - 1) === "fr" && tokens.shape[first - 2] === shape.number;
}

/** `WBAT, ASA`, `HOH`: a few capital letters in a line that is not all in capitals, which medicine or nobody knows. */
function areAcronyms(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  if (sentence.inCapitals(first)) return false;
  for (let i = first; i <= last; i++) {
    if (tokens.shape[i] === shape.mark) {
      if (tokens.at(i) === ",") continue;
      return false;
    }
    const word = sentence.word(i);
    if (tokens.shape[i] !== shape.upper || tokens.end[i]! - tokens.start[i]! > 5 || word.surname + word.given > 3) return false;
    if (!word.clinical && first === last) return false;
  }
  return true;
}

/** `Kenyan`, `Kreyol`, `English`: a people or a language alone. */
function isPeople(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(first);
  if (last > first || !(word.can & (can.neverName | can.demonym)) || word.given > 5 || word.surname > 7) return false;
  return !isTitled(sentence, first) && !isNamed(sentence, first) && !isCapital(tokens.shape[last + 1]);
}

/** A state or a country alone, without a person's neighbours. `New York` may be the city. */
function isRegion(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(first);
  if (last === first + 2 && /^(?:and|or|&)$/.test(tokens.lower(first + 1)) && sentence.word(last).country && word.country) return true;
  if (isPeople(sentence, first, last)) return true;
  if (last > first || !(word.state || word.country) || tokens.end[first]! - tokens.start[first]! < 4) return false;
  if (isTitled(sentence, first) || isNamed(sentence, first) || tellsPerson(sentence, last + 1) || isCapital(tokens.shape[last + 1]))
    return false;
  return /^(?:in|from|to|of|and|or|through|via|outside|visited|visiting|across)$/.test(tokens.lower(first - 1));
}

const codeSystem =
  /(?:\b(?:NDC|GTIN|UDI-?DI|RxNorm|RxCUI|OMIM|MIM|SNOMED(?:[- ]CT)?|LOINC|CPT|HCPCS|ICD(?:-?(?:9|10|11))?(?:-?CM|-?PCS)?|ATC|CVX|DRG|PMID|ISO|DSM|RRID|EC|CAS|UNII|revenue code|modifier)(?: ?(?:code|no\.?|number))?[ :#]{0,3})$/i;
const versionWord = /\b(?:version|ver|v|firmware|software|app|build|release|rev|revision|protocol|form|template)\.?[ :]{0,2}$/i;
const units =
  /^ ?(?:mg|mcg|ug|g|kg|ml|mL|L|dL|units?|u|IU|mIU|k|K|cells|copies|x10|\/(?:mm|uL|mcL|hpf|mL)|%|bpm|mmHg|cm|mm|cmH2O|kcal|cal|mEq|mmol|steps)(?![A-Za-z])/;
const ratio =
  /(?<![a-z])(?:strength|motor|power|grip|murmur|pain|score|rated|gcs|mmse|moca|apgars?|reflexes|dtrs?|pulses?|edema|grade|bipap|cpap|ps|settings?|vision|acuity|bp|ratio|week|wk|cycle|day|dose|of|ate|eats|took|takes|bottles?|cultures?|cores?|nodes?)[:=]? {0,2}$/i;
const fractionOf =
  /^ ?(?:of|ns|tabs?|tablets?|cups?|packs?|ppd|strength|murmur|dp|pt|od|os|ou|at rest|with|sets?|bottles|in (?:all|both)|at (?:ankles?|knees?|hips?|biceps)|inch|nodes|cores|cc|ml)\b/i;

/** A number, code or fraction that its neighbours say is none of a person's. */
function isValue(text: string, { start, end, strength }: Finding, sentence: Sentence, first: number): boolean {
  const doubtful = strength === "shaped";
  const value = text.slice(start, end);
  const left = text.slice(Math.max(0, start - 30), start);
  const right = text.slice(end, end + 14);
  if (/^(?:NCT\d{8}|rs\d{4,12}|(?:N[CGMPR]|X[MR])_\d{6,9}(?:\.\d{1,2})?)$/.test(value) || codeSystem.test(left)) return true;
  const code = /^[A-Za-z-]{2,12}(?= ?\d)/.exec(value)?.[0];
  if (code !== undefined && codeSystem.test(code)) return true;
  if (/^[vV]?\d{1,4}(?:\.\d{1,8}){1,8}$/.test(value) && versionWord.test(left)) return true;
  // Hemoglobin over hematocrit, and identifiers of HL7 and DICOM.
  if ((/^\d{1,2}\/\d{2}$/.test(value) && /\bH[&/]H:? ?$/i.test(left)) || /^(?:1\.2\.840\.10008|2\.16\.840\.1\.113883)\./.test(value))
    return true;
  // Probing depths and the like.
  if (/^\d-\d-\d(?:,? \d-\d-\d){0,6}$/.test(value)) return true;
  if (isOfScale(sentence, first)) return true;
  // "8/8", "5/12 positive": what the tagger itself doubts, and no part is above a whole.
  const part = /^(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(value);
  if (part && doubtful && Number(part[1]) <= Number(part[2]) && Number(part[2]) <= 12) return true;
  if (/^\d{1,2}\/(?:[2-68]|10|15|20|30)$/.test(value)) {
    if (ratio.test(left) || fractionOf.test(right)) return true;
    return (
      value.endsWith("/10") &&
      /\b(?:pain|rated|severity)\b[^.\n]{0,24}\b\d{1,2}\/10(?!\/)/i.test(text.slice(Math.max(0, start - 200), end + 100))
    );
  }
  return /^(?:[1-9]\d{0,2}|[1-9]\d{0,4}00)$/.test(value) && (units.test(right) || isResult(sentence, first));
}

/** One of three parts and more of one whole in a row: `rue  5/5  5/5  4/5`, `pupils 3/3 3/3 2/3`. Days of a row have more below the stroke. */
function isOfScale({ tokens }: Sentence, index: number): boolean {
  if (!isPart(tokens, index)) return false;
  const whole = tokens.lower(index + 2);
  let same = 0;
  for (const step of [-1, 1])
    for (let at = index + step; at >= 0 && at + 2 < tokens.count && at > index - 24 && at < index + 24; at += step) {
      if (tokens.gap[step > 0 ? at : at + 1]! >= gap.line) break;
      if (!isPart(tokens, at)) continue;
      if (tokens.lower(at + 2) !== whole) return false;
      same++;
    }
  return same >= 2;
}

/** `4/5`: a number up to ten and a whole that is no less. */
function isPart(tokens: Sentence["tokens"], at: number): boolean {
  if (tokens.shape[at] !== shape.number || tokens.at(at + 1) !== "/" || tokens.shape[at + 2] !== shape.number) return false;
  if (tokens.gap[at + 1] !== gap.none || tokens.gap[at + 2] !== gap.none) return false;
  const [part, whole] = [Number(tokens.lower(at)), Number(tokens.lower(at + 2))];
  return part <= whole && whole <= 10;
}

/** A number behind the name of what is measured, also over another number: `platelets 150000 to 48000`. */
function isResult(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  for (let at = index - 1; at > index - 5 && at >= 0; at--) {
    if (tokens.gap[at + 1]! >= gap.line) return false;
    const kind = tokens.shape[at];
    if (
      kind === shape.number ||
      (kind === shape.mark && /^[<>~=:,-]$/.test(tokens.at(at))) ||
      /^(?:to|is|was|of|at|now|from|then)$/.test(tokens.lower(at))
    )
      continue;
    const word = sentence.word(at);
    return (
      (word.clinical || /^b?hcg$/.test(tokens.lower(at))) &&
      !(word.can & (can.streetEnd | can.facilityEnd)) &&
      !/^(?:id|pager|room|rm|unit|case|badge|chart|account|lot)$/.test(tokens.lower(at))
    );
  }
  return false;
}
