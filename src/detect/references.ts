import type { KindName } from "../identifiers/kinds/index.ts";
import { matchesOf } from "../identifiers/search.ts";
import type { Sites } from "../identifiers/sites.ts";
import type { Detector, Finding } from "./finding.ts";
import { sitesIn } from "./sites.ts";

/** Numbers that a word of the trade announces in running text, without a colon: `claim 75-44B1-09K`, `lot 22B`, `job 883120`, `# N88104432-01`. */
export function createReferences(): Detector {
  return { name: "references", detect: (readings) => readings.map((reading) => findReferences(reading.text, sitesIn(reading))) };
}

const named =
  /\b(?<word>cause|case|claim|job|lot|ref|reference|file|report|batch|auth|authorization|confirmation|ticket|docket|run|unit|req|requisition|chart|badge|emp|license|lic|controller|serial|s\/n|sn|acct|account|band|tag|grp|group|policy|member|id|inmate|parole|order|box|locker|gate code|door code|access code|code|form|study|accession|acc|specimen|spec|index no|wc|oln|dl|ein|mrn|mr)(?![A-Za-z])(?: ?(?:no|nr|num|number|id))?[.:]? ?#?[:.]? {0,2}(?<id>[A-Za-z]{0,4}\d[\dA-Za-z]{0,14}(?:[-/ ]?[\dA-Z]{1,10}){0,4}|[A-Z]{1,5}(?:[- ]?[\dA-Z]{2,10}){1,4})(?![\w/]|[.,:%]\d)/gi;
/** What is tagged, logged or kept under a number: with a letter in it, or four digits and more. */
const kept =
  /\b(?:wo|work order|log(?: no)?|bag|env(?:elope)?|asset(?: tag)?|subj|incident|inc|rma|inv(?:oice)?|tracking|certified mail|tcn|dcn|icn|cin|interp(?:reter)?(?: id)?|op|operator|wrist ?bands?|arm ?bands?|bands?|cassette|slide|straw|seg(?:ment)?|warrant|citation|ord|sample|witness|call id|conf(?:irmation)?|receipt|voucher|permit|cad|trip|intake|hotline|appeal|grievance|precert|approval|tar|kit|strip|system|property|doc|dpi|curp|sticker|cooler|donor|rand|screening|key ?tag|hearing|cert|rpt|report|op log|police|sheriff|cps|aps|dcfs|dcf|dhs|booking|offender|doc ?#|exam|study|img|series)(?: (?:case|report|rpt|ref|no|nr|num|number|id))?\.?[:#]? ?#? ?(?<id>[A-Za-z]{0,5}[-/]?\d[\dA-Za-z]{0,14}(?:[-/][\dA-Za-z]{1,10}){0,4})(?![\w/]|[.,:%]\d)/gi;
const hash = /(?<![\w#])# ?(?<id>[A-Z0-9](?:[A-Z0-9]|[-/ ](?=[A-Z0-9])){3,24})(?![\w/]|[.,]\d)/g;
/** Blood: country or centre, year and number of a donation (ISBT 128, section 2.2). */
const donation = /(?<![\w-])[A-Z]\d{4} ?\d{2} ?\d{6}(?![\w-])/g;
/** Vaccines and implants: what follows the first lot in a list. */
const firstLot = /\blots? (?:no\.? |# ?)?(?<id>[A-Z]{1,4}\d{3,7}[A-Z]{0,2}|\d{1,5}[A-Z]{1,3}\d{1,5}[A-Z]?)(?![\w-])/g;
/** Behind the name of a health plan: `Amerigroup WP 719 220 885`, `Medi-Cal 94417720D`, `Progyny PRG 3344 10 A`. */
const planNumber =
  /\b(?:Medi-?Cal|Medicaid|Medicare|MCD|MCR|BC\/?BS[A-Z]{0,2}|Blue (?:Cross|Shield)|Aetna|Cigna|Humana|UHC|UnitedHealthcare|Anthem|Amerigroup|Molina|Centene|Highmark|Optima|Regence|HMSA|Kaiser|Tricare|TRICARE|Progyny|Premera|WellCare|Ambetter|Oscar|Health ?Net|HealthPartners|Medica|Priority|Partnership|Ins(?:ur(?:ance)?)?:? [A-Z][a-z]{3,14})(?: (?:mem(?:ber)?|id|supp|emerg|EMERG|PPO|HMO|sub|policy|card)){0,2}[:,#]? {1,2}#?(?<id>(?:[A-Z]{1,4} ?)?\d[\dA-Z]{1,11}(?:[- ](?:\d[\dA-Z]{0,8}|[A-Z](?![A-Za-z]))){0,4})(?![\w/]|[.,]\d)/g;
/** `CO plate BKX-T19`, `plate hvk 882`. */
const plate =
  /\bplates?:? (?:#|no\.? )?(?:[A-Z]{2} )?(?!and|the|for|was|has|are|not|rod|bent)(?<id>[a-z]{3}[- ]?\d{3,4}|[A-Z]{2,3}[- ]?[A-Z]?\d{2,4}|\d{3}[- ]?[A-Z]{3}|\d[A-Z]{3}\d{3})(?![\w-]|[.,]\d)/gi;
/** `phone interp (op 71166)`. */
const operator =
  /\b(?:interp(?:reter)?|operator|agent|op)\.?(?: (?:id|no\.?|number))?[ :#(]{1,3}(?:op |id |no\.? |# ?)?(?<id>\d{4,7})(?![\w/-]|[.,]\d)/gi;
const lots = /\blots?[:# ]{1,3}[A-Z0-9-]{3,14},? (?:and |& )?(?<id>[A-Z]{1,3}\d{3,6}[A-Z]{0,2}|\d{1,4}[A-Z]{1,3}\d{1,4}[A-Z]?)(?![\w-])/g;
/** Digits dictated one by one. */
const spoken =
  /\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|dash|hyphen|double)[ ,-]{1,2}){4,20}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b/gi;
/** Letters spelled out before and behind dictated digits: `r n b seven …`, `w as in whiskey two …`, `… kilo lima papa`. */
const spelledBefore =
  /(?<![a-z])(?:(?:[b-z]|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu)(?: (?:as in|for|like) [a-z]{3,10})?[ ,-]{1,2}){1,6}$/i;
const spelledBehind =
  /^(?:[ ,-]{1,2}(?:[b-z]|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu)(?: (?:as in|for|like) [a-z]{3,10})?){1,6}(?![a-z'])/i;
const spokenPlate =
  /\b(?:plate|tag|license)(?: (?:number|is|of|reads)){0,2} (?<id>(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|dash|[a-z]|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu) ){3,9}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|[b-z]|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu))\b/gi;
const spokenShort =
  /\b(?:number|chart|account|record|room|mrn|extension|pager|code|id|job|request|case|accession|badge|order|confirmation|authorization|claim|policy|member|group|dictation)(?: (?:is|number|request|id)){0,2} (?<id>(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|dash|[a-z])[ ,-]{1,2}){2,20}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ninety|[a-z]{2,8}ty[- ][a-z]{3,5}))\b/gi;

const kindOf: Readonly<Record<string, KindName>> = {
  claim: "claim-number",
  acct: "account-number",
  account: "account-number",
  badge: "employee-id",
  emp: "employee-id",
  serial: "device-serial",
  sn: "device-serial",
  "s/n": "device-serial",
  controller: "device-serial",
  grp: "group-number",
  group: "group-number",
  member: "member-id",
  policy: "member-id",
  mrn: "mrn",
  mr: "mrn",
  chart: "mrn",
};
/** Words that prose uses too: a number behind them needs more of an identifier's form. */
const loose =
  /^(?:unit|order|case|group|report|file|run|box|study|form|code|id|member|account|band|policy|license|reference|specimen|badge|ref|index)$/i;

const isMeasure = /^ ?(?:mg|mcg|ml|mm|cm|units?|days?|hrs?|hours|weeks?|wks?|copies|cells|patients|subjects|participants|steps|%|h\b)/i;

const numbered = /\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine)\b/i;

export function findReferences(text: string, sites?: Sites): Finding[] {
  const out: Finding[] = [];
  let isNumbered: boolean | undefined;
  const claim = (start: number, end: number, kind: KindName, strength: Finding["strength"]): void => {
    out.push({ start, end, kind, strength, detector: "references" });
  };
  for (const match of matchesOf(text, named, sites)) {
    const { word = "", id: whole = "" } = match.groups!;
    const id = firstGroup(whole);
    const digits = id.replace(/\D/g, "").length;
    const letters = /[A-Z]/.test(id);
    const marked = /[#:]|no|num/i.test(match[0].slice(word.length, match[0].length - whole.length));
    if (digits < 2 || !/^[A-Z\d]/.test(id) || /^(?:19|20)\d{2}$/.test(id) || /^\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?$/.test(id)) continue;
    if (word === "REF" && /^\d{4}-[A-Z]-\d{3}$/.test(id)) continue;
    if (/^\d{1,3}(?:mg|ml|mm|cm|h|x|d|wk|w|y|yo|f|m|u|k|g|fr|st|nd|rd|th|s)$/i.test(id)) continue;
    const least = marked ? (loose.test(word) && !letters ? 5 : 3) : loose.test(word) ? (letters ? 4 : 6) : letters ? 2 : 4;
    if (digits < least || (/^(?:code|study|form|reference|id)$/i.test(word) && digits < 6)) continue;
    const start = match.index + match[0].length - whole.length;
    claim(start, start + id.length, kindOf[word.toLowerCase()] ?? "unique-id", "labelled");
  }
  for (const match of matchesOf(text, kept, sites)) {
    const id = match.groups!.id!;
    const digits = id.replace(/\D/g, "").length;
    if (
      digits < (/[A-Z]|[a-z]-|\d-/.test(id) ? 3 : 4) ||
      /^(?:19|20)\d{2}$|^\d{1,3}(?:st|nd|rd|th|[a-z]{1,3})$|^\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?$|^\d{1,4}-\d{1,4}$/i.test(id)
    ) {
      if (!/^\d{2,4}-\d{3,4}$/.test(id) || /^(?:19|20)\d\d-/.test(id)) continue;
    }
    if (
      /^(?:study|exam|series|report|system|screening|sample|strip|kit|log|doc|op|hearing|police|inc)\b/i.test(match[0]) &&
      !/[A-Z]|-/.test(id) &&
      digits < 6
    )
      continue;
    if (
      /^\d{1,3}\/\d{2,3}$/.test(id) ||
      (/^(?:hotline|report|rpt|police|sheriff|hearing)\b/i.test(match[0]) && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(id))
    )
      continue;
    if (isMeasure.test(text.slice(match.index + match[0].length, match.index + match[0].length + 12))) continue;
    const end = match.index + match[0].length;
    claim(end - id.length, end, "unique-id", "labelled");
  }
  for (const match of matchesOf(text, hash, sites)) {
    const id = firstGroup(match.groups!.id!);
    const digits = id.replace(/\D/g, "").length;
    if (digits < 4) continue;
    const start = match.index + match[0].indexOf(id);
    claim(start, start + id.length, "unique-id", "contextual");
  }
  for (const { 0: id, index } of matchesOf(text, donation, sites)) claim(index, index + id.length, "specimen-id", "shaped");
  for (const pattern of [firstLot, operator, planNumber, plate]) {
    for (const match of matchesOf(text, pattern, sites)) {
      const id = match.groups!.id!;
      if (id.replace(/\D/g, "").length < (pattern === planNumber ? 6 : 2)) continue;
      const kind = pattern === planNumber ? "member-id" : pattern === plate ? "license-plate" : "unique-id";
      claim(match.index + match[0].length - id.length, match.index + match[0].length, kind, "contextual");
    }
  }
  for (const match of matchesOf(text, lots, sites)) {
    const id = match.groups!.id!;
    claim(match.index + match[0].length - id.length, match.index + match[0].length, "unique-id", "contextual");
  }
  for (const { 0: said, index } of matchesOf(text, spoken, sites)) {
    isNumbered ??= numbered.test(text);
    if (!isNumbered) break;
    const count = said.split(/[ ,-]{1,2}/).length;
    const end = index + said.length;
    const before = spelledBefore.exec(text.slice(Math.max(0, index - 60), index))?.[0].length ?? 0;
    const behind = spelledBehind.exec(text.slice(end, end + 60))?.[0].length ?? 0;
    claim(index - before, end + behind, before + behind === 0 && (count === 10 || count === 7) ? "phone" : "unique-id", "contextual");
  }
  for (const match of matchesOf(text, spokenShort, sites)) {
    isNumbered ??= numbered.test(text);
    if (!isNumbered) break;
    const id = match.groups!.id!;
    claim(match.index + match[0].length - id.length, match.index + match[0].length, "unique-id", "contextual");
  }
  for (const match of matchesOf(text, spokenPlate, sites)) {
    const end = match.index + match[0].length;
    claim(end - match.groups!.id!.length, end, "license-plate", "contextual");
  }
  return out;
}

/** Up to where words begin: a group behind a space belongs to a number only when it holds a digit and no small letter. */
function firstGroup(whole: string): string {
  const groups = whole.split(" ");
  let id = groups[0]!;
  for (let i = 1; i < groups.length && /^[A-Z]{0,2}\d[\dA-Z]{1,9}(?:-[\dA-Z]{1,8}){0,3}$/.test(groups[i]!); i++) id += ` ${groups[i]!}`;
  return id.replace(/[-/]$/, "");
}
