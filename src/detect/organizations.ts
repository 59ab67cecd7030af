import { matchesOf } from "../identifiers/search.ts";
import type { Sites } from "../identifiers/sites.ts";
import type { Detector, Finding } from "./finding.ts";
import { isCapital, nameness, type Sentence, sentenceOf } from "./people.ts";
import { tokensOf } from "./reading.ts";
import { sitesIn } from "./sites.ts";
import { gap, shape } from "./tokens.ts";
import { can, type Word, type Words } from "./words.ts";

/** Places of care, work and trade whose own words say little: what is capitalized behind `at`, `via`, `from`, `works for`; names in small letters. */
export function createOrganizations(words: Words): Detector {
  return {
    name: "organizations",
    detect: (readings) => readings.map((reading) => findOrganizations(sentenceOf(tokensOf(reading), words), sitesIn(reading))),
  };
}

/** `Our Lady of Lourdes`, `Clínica del Valle`, `store 8857`. */
const fixed =
  /\bOur Lady of (?:the )?[A-Z][a-z]{2,16}(?: [A-Z][a-z]{2,16})?|\b(?:Clinica|Hospital|Centro|Farmacia|Escuela|Iglesia) (?:de |del |de la |San |Santa ){1,2}[A-Z][a-z]{2,16}(?: [A-Z][a-z]{2,16})?|\b(?:store|Store) #?\d{3,5}(?!\w)/g;
/** `saint luke's`, and what ends in a word for a place of care, in small letters behind where someone was. */
const small =
  /\b(?:saint|st\.?) [a-z]{3,12}'s\b(?! (?:wort|fire|dance|face))|\b(?:presents? to|presented to|treated at|seen at|admitted (?:to|at|from)|transferred (?:to|from)|discharged to|resident of|lives at|from|call|at|attends?|goes to) (?<id>(?:[a-z]{4,14} ){1,3}(?:assisted living|(?:middle|high|elementary|primary) school|nursing home|medical center|memorial|regional|manor|general hospital|community hospital|children's hospital|baptist|methodist|health))\b/g;
const employed =
  /\b(?:works?|worked|working|drives?|drove|employed|laid off|retired|fired|job|shifts?|nights|teaches|cooks?|clerk|mechanic|boss|excused|absence|not attend)(?: (?:nights|days|full[- ]time|part[- ]time|p\/t|f\/t|remote|remotely|prn|as an? (?:[a-z]{2,15}[ \n]){0,4}[a-z]{3,15}))?(?:[ \n](?:at|for|from|by|with|en|@))?[ \n]{1,2}$/i;
/** The words that such a phrase begins with: few notes hold many, and the phrase is asked for behind them alone. */
const employing =
  /\b(?:works?|worked|working|drives?|drove|employed|laid off|retired|fired|job|shifts?|nights|teaches|cooks?|clerk|mechanic|boss|excused|absence|not attend)(?=[ \n])/gi;
/** Characters before a name within which such a phrase stands. */
const employedWithin = 90;
const chains =
  /\b(?:Walgreens|Rite Aid|LabCorp|Labcorp|Costco|Safeway|Publix|Kroger|Albertsons|Meijer|Wegmans|Walmart|CVS|Quest)(?: (?:Pharmacy|Diagnostics))?(?: (?:on|at|-) (?:[A-Z][a-z]{2,16})(?: [A-Z][a-z]{1,16}){0,2})?(?: ?#\d{2,6})?(?![\w-])/g;
const general = /^(?:a|an|the|home|night|work|school|his|her|their|our|local|nearby|that|this|another|any)\b/;

export function findOrganizations(sentence: Sentence, sites?: Sites): Finding[] {
  const { tokens } = sentence;
  const { text } = tokens;
  const out: Finding[] = [];
  const claim = (start: number, end: number, kind: Finding["kind"]): void => {
    out.push({ start, end, kind, strength: "contextual", detector: "organizations", role: "facility" });
  };
  for (const { 0: found, index } of matchesOf(text, fixed, sites)) claim(index, index + found.length, "facility");
  for (const { 0: found, index } of matchesOf(text, chains, sites))
    if (!/^(?:CVS|Quest)$/.test(found) || /\b(?:at|to|from|via) (?:the )?$/.test(text.slice(Math.max(0, index - 10), index)))
      claim(index, index + found.length, "facility");
  for (const match of matchesOf(text, small, sites)) {
    const id = match.groups?.id ?? match[0];
    if (general.test(id)) continue;
    const first = sentence.wordOf(id.split(" ")[0]!);
    if (match.groups?.id !== undefined && (first.clinical || first.rank > 10 || first.can & (can.neverName | can.unit))) continue;
    claim(match.index + match[0].length - id.length, match.index + match[0].length, "facility");
  }
  const phrases = Array.from(matchesOf(text, employing, sites), ({ index }) => index);
  let phrase = -1;
  for (let i = 1; i < tokens.count; i++) {
    if (tokens.gap[i]! > gap.line) continue;
    if (!isCapital(tokens.shape[i]) && tokens.shape[i] !== shape.lower) continue;
    const start = tokens.start[i]!;
    const from = Math.max(0, start - employedWithin);
    while (phrase + 1 < phrases.length && phrases[phrase + 1]! < start) phrase++;
    const work = phrase >= 0 && phrases[phrase]! >= from && employed.test(text.slice(from, start));
    if (tokens.shape[i] === shape.lower || sentence.inCapitals(i)) {
      const firm = work ? plainFirmEnd(sentence, i) : 0;
      if (firm > 0) claim(start, tokens.end[firm - 1]!, "employer");
      else if (tokens.shape[i] === shape.lower) lowerPlace(sentence, i, out);
      continue;
    }
    const firm = firmEnd(sentence, i);
    if (firm > 0) {
      claim(start, tokens.end[firm - 1]!, "employer");
      i = firm - 1;
      continue;
    }
    if (!work && !placing.has(before(sentence, i))) continue;
    const end = phraseEnd(sentence, i, work);
    if (end === 0) continue;
    let last = end;
    // "works at UPS, Amazon and Norton Healthcare", "Brown, Dickens and Osei"
    for (let more = 0; work && more < 4; more++) {
      let next = last;
      const comma = tokens.at(next) === ",";
      if (comma) next++;
      // "drives for Barwood, and Hanna teaches": of two, no comma parts them.
      if (tokens.lower(next) === "and" || tokens.at(next) === "&") next += comma && more === 0 ? -1 : 1;
      if (next === last || !isCapital(tokens.shape[next]) || tokens.gap[next]! > gap.space) break;
      const nextEnd = phraseEnd(sentence, next, true) || (isPartner(sentence, next) ? next + 1 : 0);
      if (nextEnd === 0 || sentence.word(next).state) break;
      last = nextEnd;
    }
    if (work && tokens.lower(last) === "and" && /^(?:sons|company)$/.test(tokens.lower(last + 1))) last += 2;
    claim(tokens.start[i]!, tokens.end[last - 1]!, work ? "employer" : "facility");
    i = last - 1;
  }
  return out;
}

const placing: ReadonlySet<string> = new Set(["at", "@", "via", "thru", "through", "from", "to", "by", "drawn", "in"]);

function before(sentence: Sentence, index: number): string {
  const { tokens } = sentence;
  return tokens.lower(index - 1) === "the" ? tokens.lower(index - 2) : tokens.lower(index - 1);
}

const banned =
  can.month | can.weekday | can.title | can.relative | can.patient | can.neverName | can.providerRole | can.unit | can.afterEponym;

/** Behind a run of capitalized words that may name an organization; 0 when it may not. Alone, a word must follow a word for work. */
function phraseEnd(sentence: Sentence, index: number, work: boolean): number {
  const { tokens } = sentence;
  let end = index;
  let proper = 0;
  let clinical = 0;
  let ends = false;
  while (end < tokens.count && end < index + 7 && (end === index || tokens.gap[end]! <= gap.space || isWrapped(sentence, end))) {
    if (tokens.shape[end] === shape.mark) {
      const joins = /^[&'-]$/.test(tokens.at(end)) && isCapital(tokens.shape[end + 1]) && tokens.gap[end + 1]! <= gap.space;
      if (!joins || end === index) break;
      end++;
      continue;
    }
    if (!isCapital(tokens.shape[end])) {
      const small = /^(?:of|del|de|la|and)$/.test(tokens.lower(end)) && isCapital(tokens.shape[end + 1]) && end > index;
      if (!small || tokens.lower(end) === "and") break;
      end++;
      continue;
    }
    const word = sentence.word(end);
    // Sound MH, ProMotion PT
    const isShort =
      end > index && tokens.shape[end] === shape.upper && tokens.end[end]! - tokens.start[end]! < 4 && tokens.shape[index] !== shape.upper;
    if (isShort && /^(?:at|@|via)$/.test(before(sentence, index))) {
      end++;
      ends = true;
      continue;
    }
    if (word.can & banned && !(word.can & (can.facilityEnd | can.facilityMiddle) && end > index)) break;
    const isEnd =
      (word.can & (can.facilityEnd | can.companyEnd | can.schoolEnd | can.churchEnd | can.facilityBrand | can.facilityMiddle)) !== 0;
    if (isEnd) ends = true;
    else if (word.clinical && word.surname < 9 && word.city < 8) clinical++;
    if (isOwn(word)) proper++;
    end++;
  }
  while (end > index && tokens.shape[end - 1] === shape.mark) end--;
  const first = sentence.word(index);
  // Framingham Heart Study, East Coast
  if ((sentence.word(end).can & can.afterEponym && tokens.gap[end] === gap.space) || /^(?:coast|side|end)$/.test(tokens.lower(end - 1)))
    return 0;
  // "signed by ADEBAYO MD" is a person.
  if (sentence.word(end - 1).can & can.credential && tokens.shape[end - 1] === shape.upper && before(sentence, index) === "by") return 0;
  const words = end - index;
  const isCompany = tokens.shape[index] === shape.upper && tokens.end[index]! - tokens.start[index]! > 2 && !(first.can & can.unit);
  if (words === 0 || first.state || first.country || (clinical > 0 && !ends && !(work && isCompany && words === 1))) return 0;
  // A person: "from Maria Lopez".
  if (!work && !ends && first.given >= 5 && first.rank < 9) return 0;
  // "works at UPS", but not at ED or ICU; "works at Brown, Dickens and Osei".
  const isListed = tokens.shape[index] === shape.capitalized && tokens.at(end) === "," && tokens.shape[end + 1] === shape.capitalized;
  if (work && words === 1 && (isCompany || isListed)) return end;
  if (work)
    return proper > 0 ||
      ends ||
      words > 1 ||
      (tokens.shape[index] === shape.upper && !first.clinical && first.rank < 9) ||
      (first.rank < 9 && !first.clinical)
      ? end
      : 0;
  if (words === 1 || clinical > 0 || first.rank > 13) return 0;
  if ((proper > 0 || ends) && (proper > 1 || ends)) return end;
  // "at Sound MH", "@ Visiting Angels": where someone was, in capitals though no word asks for one.
  return /^(?:at|@|via|thru)$/.test(before(sentence, index)) && tokens.shape[index] !== shape.upper && first.rank > 0 ? end : 0;
}

/**
 * Behind a firm that its owners' names tell, where letter case tells nothing, behind a word for work: `frami, kutch and collier`,
 * `wiegand group`, `ZIEME`; 0 for none.
 */
function plainFirmEnd(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  const kind = tokens.shape[index];
  let end = index;
  let owners = 0;
  let surely = 0;
  while (owners < 4 && tokens.shape[end] === kind && isPartner(sentence, end)) {
    if (isOwner(sentence, end)) surely++;
    owners++;
    end++;
    // jones-smith, jones - smith, jones, smith and kane
    let next = end;
    if (/^[-,&]$/.test(tokens.at(next)) && tokens.gap[next]! <= gap.space) next++;
    if (tokens.lower(next) === "and" && tokens.gap[next] === gap.space) next++;
    if (next === end || tokens.gap[next]! > gap.line || tokens.shape[next] !== kind || !isPartner(sentence, next)) break;
    end = next;
  }
  if (surely === 0) return 0;
  if (tokens.gap[end] === gap.space) {
    if (tokens.lower(end) === "and" && /^(?:sons|co|company|associates|partners)$/.test(tokens.lower(end + 1))) return end + 2;
    if (tokens.lower(end) === "group" || sentence.word(end).can & can.companyEnd) return end + 1;
  }
  if (owners > 1) return end;
  const only = sentence.word(index);
  const isPlaced =
    /^(?:at|for)$/.test(tokens.lower(index - 1)) &&
    (end >= tokens.count || tokens.shape[end] === shape.mark || tokens.gap[end]! >= gap.line);
  return isPlaced && only.rank === 0 && only.can === 0 && tokens.end[index]! - tokens.start[index]! > 4 ? end : 0;
}

/** An owner, or one who is called as something else is, beside another owner: `price, greenholt and streich`. */
function isPartner(sentence: Sentence, index: number): boolean {
  if (isOwner(sentence, index)) return true;
  const word = sentence.word(index);
  return word.surname >= 8 && !(word.can & banned) && !word.state && !word.country;
}

/** Behind three surnames, the last with `and`, as firms are called: `Hoppe, Leannon and VonRueden`; 0 for none. */
function firmEnd(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  const isNext = (at: number): boolean => isCapital(tokens.shape[at]) && tokens.gap[at] === gap.space && isOwner(sentence, at);
  if (tokens.at(index + 1) !== "," || tokens.at(index - 1) === "," || tokens.lower(index + 3) !== "and") return 0;
  if (!isOwner(sentence, index) || !isNext(index + 2) || !isNext(index + 4)) return 0;
  const surnames = [index, index + 2, index + 4].filter((at) => sentence.word(at).surname > 4).length;
  return surnames > 1 ? index + 5 : 0;
}

/** A word of three letters or more that is a surname or no word at all. */
function isOwner(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  if (index >= tokens.count || tokens.shape[index] === shape.mark || tokens.shape[index] === shape.number) return false;
  if (tokens.end[index]! - tokens.start[index]! < 3) return false;
  const word = sentence.word(index);
  return !word.eponym && !word.clinical && !(word.can & banned) && (word.rank === 0 || (word.surname >= 7 && word.rank < 8));
}

/** `Triangle\nFamily Medicine`: a line break before a word that facilities are named with. */
function isWrapped(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  return (
    tokens.gap[index] === gap.line &&
    tokens.shape[index] === shape.capitalized &&
    (sentence.word(index).can & (can.facilityEnd | can.facilityMiddle)) !== 0 &&
    tokens.at(index + 1) !== ":"
  );
}

/** Nobody's word but its owner's: in no vocabulary, a city, a surname. */
function isOwn(word: Word): boolean {
  return (
    (word.rank === 0 && !word.clinical && word.can === 0) ||
    (word.city > 4 && word.rank < 9 && !word.clinical) ||
    (word.surname > 5 && nameness(word) > 0)
  );
}

/** Behind the two or three words of a city in small letters: `round lake`, `white river junction`; behind the word otherwise. */
function smallCityEnd(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  let name = tokens.lower(index);
  let end = index + 1;
  for (let at = index + 1; at < index + 3 && tokens.shape[at] === shape.lower && tokens.gap[at] === gap.space; at++) {
    name += ` ${tokens.lower(at)}`;
    if (sentence.city(name) > 0) end = at + 1;
  }
  return end;
}

/** `lives in allentown`, `908 pinecroft rd greensboro 27407`. */
function lowerPlace(sentence: Sentence, index: number, out: Finding[]): void {
  const { tokens } = sentence;
  const word = sentence.word(index);
  const last = smallCityEnd(sentence, index) - 1;
  if (tokens.gap[index] !== gap.space || (last === index && (word.city < 5 || word.rank > 4 || word.clinical))) return;
  const behind = tokens.text.slice(Math.max(0, tokens.start[index]! - 28), tokens.start[index]);
  const isLiving =
    /\b(?:lives?|living|lived|resid\w{2,4}|moved|moving|born|from|house|home|flew|drove|apartment|family|shelter|living|clinic|hospital) (?:in|to|from|near) (?:downtown )?$|\b(?:is|comes?|came|originally|here|in|over|flying|visiting) from $/.test(
      behind,
    );
  const zip = tokens.shape[last + 1] === shape.number && /^\d{5}$/.test(tokens.lower(last + 1));
  const isStreet = zip && (sentence.word(index - 1).can & can.streetEnd) !== 0;
  if (!isLiving && !isStreet) return;
  out.push({ start: tokens.start[index]!, end: tokens.end[last]!, kind: "city", strength: "contextual", detector: "organizations" });
  if (isStreet)
    out.push({
      start: tokens.start[last + 1]!,
      end: tokens.end[last + 1]!,
      kind: "zip",
      strength: "contextual",
      detector: "organizations",
    });
}
