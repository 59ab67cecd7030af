import type { Detector, Finding } from "./finding.ts";
import { isCapital, type Sentence, sentenceOf } from "./people.ts";
import { tokensOf } from "./reading.ts";
import { gap, shape } from "./tokens.ts";
import { can, type Words } from "./words.ts";

/**
 * Employers, laboratories and clinics by what is said of them before: `retired miner (Kennecott, 30 yrs)`, `at work (Humana)`,
 * `cashier Keith's`, `Labs to Interpath`, `Eye referral: Cascade Retina`, `Ostrom urgent care`.
 */
export function createEmployers(words: Words): Detector {
  return {
    name: "employers",
    detect: (readings) => readings.map((reading) => findEmployers(sentenceOf(tokensOf(reading), words))),
  };
}

/** What people do for a living and is no word of medicine: their employer may stand behind. */
const occupations: ReadonlySet<string> = new Set(
  `accountant actor actress analyst aide architect assembler attendant bagger baker banker barber barista bartender beautician beekeeper bookkeeper bookseller
  bricklayer broker builder butcher cabinetmaker caddie cafeteria captain caretaker carpenter cashier caterer chef clerk cleaner coach contractor cook counselor crew
  custodian dealer deckhand designer detailer director dishwasher dispatcher driver editor electrician engineer estimator farmer farmhand ferryman firefighter
  fisherman foreman forester framer gardener groundskeeper guard guide hairdresser hostess housekeeper inspector installer instructor ironworker janitor jeweler
  journalist judge laborer landscaper librarian lifeguard lineman linesman loader locksmith logger longshoreman machinist maid mail maintenance manager mason mechanic
  merchandiser miller miner musician operator organist packer painter paralegal paramedic pilot pipefitter plumber porter postmaster potter pressman principal printer
  producer professor programmer rancher receptionist reporter retired rigger roofer sailor salesman saleswoman salesperson seamstress secretary security server
  shipbuilder shipfitter sorter steelworker stocker storekeeper student supervisor surveyor tailor taxidermist teacher teller tester tiler toolmaker trader trainer
  trucker typist upholsterer waiter waitress warehouse warehouseman weaver welder woodworker work worker workers works writer employed employer`.split(
    /\s{1,80}/,
  ),
);

/** Where a specimen, a referral, a paper or a patient goes. */
const sent =
  /^(?:labs?|referral|referrals|referred|specimens?|biopsy|path|sent|faxed|forms?|records|rx|scripts?|consult|intake|imaging|mammo|infusion|dialysis)$/;

const toward: ReadonlySet<string> = new Set(["to", "for", "from", "thru", "through", "via", "@"]);

const never =
  can.title |
  can.credential |
  can.relative |
  can.providerRole |
  can.patient |
  can.month |
  can.weekday |
  can.neverName |
  can.unit |
  can.afterEponym |
  can.demonym;

export function findEmployers(sentence: Sentence): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (!isCapital(tokens.shape[i]) || tokens.shape[i] === shape.initial || sentence.inCapitals(i)) continue;
    const end = employer(sentence, i) || recipient(sentence, i) || walkIn(sentence, i);
    if (end <= i) continue;
    out.push({
      start: tokens.start[i]!,
      end: tokens.end[end - 1]!,
      kind: "facility",
      strength: "contextual",
      detector: "employers",
      role: "facility",
    });
    i = end - 1;
  }
  return out;
}

/** `retired dealer (Peppermill, 31 yrs)`, `try her work (Basha's)`, `welder, Jeffboat`: behind a word for a living and an opened bracket or comma. */
function employer(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  const mark = index > 1 && tokens.shape[index - 1] === shape.mark ? tokens.at(index - 1) : "";
  const at = mark === "(" || mark === "," || mark === "@" ? index - 2 : index - 1;
  if (at < 0 || tokens.gap[index]! > gap.line || !occupations.has(tokens.lower(at)) || isCapital(tokens.shape[at])) return 0;
  if (mark === "" && (tokens.possessive[index] === 0 || tokens.lower(at) === "work")) return 0;
  if (mark === "," && tokens.shape[at - 1] === shape.lower && /^(?:the|his|her|their|our|by|with)$/.test(tokens.lower(at - 1))) return 0;
  const end = runEnd(sentence, index);
  if (end === 0) return 0;
  // In brackets it stands alone or before a comma; behind a comma it ends the clause.
  const closed = end >= tokens.count || tokens.gap[end]! >= gap.line || /^[,);.]$/.test(tokens.at(end));
  if (!closed && mark !== "") return 0;
  return mark === "," && sentence.word(index).given >= 5 && end - index === 1 ? 0 : end;
}

/** `Labs to Interpath,`, `Eye referral: Cascade Retina.`, `Form for Tumbleweed emailed`. */
function recipient(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  if (tokens.gap[index] !== gap.space) return 0;
  const before = tokens.at(index - 1);
  const isLabel = before === ":" && tokens.shape[index - 1] === shape.mark;
  if (!isLabel && !toward.has(tokens.lower(index - 1))) return 0;
  if (!sent.test(tokens.lower(index - 2)) || (isLabel && !/^(?:referral|referrals)$/.test(tokens.lower(index - 2)))) return 0;
  const word = sentence.word(index);
  const end = runEnd(sentence, index);
  if (end === 0 || word.eponym || (tokens.shape[index] === shape.upper && tokens.shape[end] === shape.number)) return 0;
  return end - index > 1 || (word.rank < 7 && word.given < 5) ? end : 0;
}

/** `Puna urgent care`, `Hennepin lab`: a name of no other sort before a place of care in small letters. */
function walkIn(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  const next = index + 1;
  if (tokens.shape[next] !== shape.lower || tokens.gap[next] !== gap.space) return 0;
  const lower = tokens.lower(next);
  const end =
    lower === "urgent" && tokens.lower(next + 1) === "care"
      ? next + 2
      : /^(?:lab|labs|pharmacy|dialysis|hospice|infusion)$/.test(lower)
        ? next + 1
        : 0;
  if (end === 0 || tokens.shape[index] !== shape.capitalized) return 0;
  const word = sentence.word(index);
  if (word.can & never || word.clinical || word.eponym) return 0;
  const isOwn = word.rank === 0 || (Math.max(word.city, word.surname) >= 6 && word.rank < 6);
  return isOwn && tokens.end[index]! - tokens.start[index]! > 3 ? end : 0;
}

/** Behind a run of capitalized words that may be an organization's; 0 when one of them may not. */
function runEnd(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  let end = index;
  let plain = 0;
  while (end < tokens.count && end < index + 6) {
    if (end > index && tokens.gap[end]! > gap.space) break;
    const joins = tokens.at(end) === "&" || tokens.at(end) === "-";
    if (end > index && joins && isCapital(tokens.shape[end + 1])) {
      end += 2;
      continue;
    }
    if (
      end > index &&
      /^(?:of|and|for|on)$/.test(tokens.lower(end)) &&
      isCapital(tokens.shape[end + 1]) &&
      tokens.gap[end + 1] === gap.space
    ) {
      end += 2;
      continue;
    }
    if (!isCapital(tokens.shape[end])) break;
    const word = sentence.word(end);
    if (word.can & never || word.state || word.country || (word.clinical && end === index && !(word.can & can.facilityMiddle))) return 0;
    if (tokens.shape[end] === shape.initial && end === index) return 0;
    if (word.rank > 8) plain++;
    end++;
  }
  return end > index && plain < end - index ? end : end - index > 1 ? end : 0;
}
