import type { Stream } from "../../random/stream.ts";
import { defineKind, listed } from "../define.ts";
import type { MakeContext, Match } from "../kind.ts";
import { findsNothing, join, search } from "../search.ts";
import { digitsOf, readDigits } from "../spelling.ts";
import type { Strength } from "../strength.ts";

/** A time of day that follows a date at once belongs to its timestamp. */
const timeAfter =
  /^(?:T|,? {1,2}|, ?| ?@ ?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?(?:Z|UTC|GMT|[ECMP][SD]T|[+-]\d{2}:?\d{2})(?![\w]))?/;

function withTime(text: string, matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    const time = timeAfter.exec(text.slice(match.end, match.end + 45));
    return time ? { ...match, end: match.end + time[0].length } : match;
  });
}

const plausible = (a: number, b: number): boolean => (a >= 1 && a <= 12 && b >= 1 && b <= 31) || (a >= 1 && a <= 31 && b >= 1 && b <= 12);

/** `01/02/1950`, `13.05.2020`, `2-30-20`, `O3/l4/2O19`. */
const numeric =
  /(?<![\w.\-/]|\d,)(?<a>[\dOol]{1,2}) ?(?<s>[-./\u2010-\u2015]) ?(?<b>[\dOol]{1,2}) ?\k<s> ?(?<y>[\dOol]{4}|\d{2}|'\d{2})(?![\dOol]|[-./]\d|%)/g;
/** The same where a word runs into it: `DOB01/02/1950MRN`. */
const numericInRun = /(?<=[A-Za-z:])(?<a>\d{1,2})(?<s>[-/])(?<b>\d{1,2})\k<s>(?<y>(?:18|19|20)\d{2})(?!\d|[-./]\d)/g;

function numericStrength(match: RegExpMatchArray): Strength | null {
  const { a = "", b = "", y = "", s = "" } = match.groups ?? {};
  if (digitsOf(a + b + y).length < 3 || !plausible(Number(readDigits(a)), Number(readDigits(b)))) return null;
  const year = readDigits(y.replace("'", ""));
  if (year.length === 4) return /^(?:1[89]|2[01])/.test(year) ? "checked" : null;
  return s === "." && (a.length < 2 || b.length < 2) ? null : "shaped";
}

/** `1950-01-02`, `2019.03.04`, `2019/3/4`, `2019-Mar-04`. */
const yearFirst =
  /(?<![\w.\-/]|\d,)(?:1[89]|2[01])\d{2}(?<s>[-./\u2010-\u2015]) ?(?:(?:0?[1-9]|1[0-2])\k<s> ?(?:3[01]|[12]\d|0?[1-9])|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\k<s>\d{1,2})(?!\d|[-./]\d)/gi;
/** `20190304`, HL7's `20190304071500.0000-0500`. */
const compact =
  /(?<![\w.\-/]|\d,)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\.\d{1,4})?)?(?:[+-]\d{4})?|T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:Z|[+-]\d{4})?)?(?![\w-]|[./]\d)/g;
const announced = /(?:\bDOB|\bDOD|\bDOS|\bdate|\bborn|\bbirth ?date|\bfecha)[:# ]{0,3}(?<id>\d{8}|\d{6})(?!\d)/gi;

/** `March 2019`, `03/2019`, `2019-03`, `Q3 2019`, `spring 2020`: all that is more specific than a year goes. */
const monthYearNumeric = /(?<![\w.\-/]|\d,)(?:(?:0?[1-9]|1[0-2])[/-](?:19|20)\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2]))(?![\w-]|[./]\d)/g;
const quarter =
  /(?<!\w)(?:(?:Q[1-4]|[1-4]Q|H[12])(?: of)?[ ,'-]{0,2}(?:(?:19|20)\d{2}|\d{2}(?!\d))|(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)? (?:19|20)\d{2}|(?:19|20)\d{2}[ -]?Q[1-4]|(?:week|wk) \d{1,2}(?: of|,)? (?:19|20)\d{2}|(?:19|20)\d{2}-W\d{2}(?:-\d)?)(?![\w])/gi;
const season =
  /(?<!\w)(?:(?:early |late |mid-?)?(?:spring|summer|fall|autumn|winter)(?: of)?,? (?:(?:19|20)\d{2}|'\d{2})|(?:last|this past|next) (?:early |late )?(?:summer|autumn|winter|spring)(?: of (?:19|20)\d{2})?|(?:primavera|verano|otoño|invierno) de(?:l)? (?:19|20)\d{2})(?!\w)/gi;
const holiday =
  /(?<!\w)(?:Thanksgiving(?: Day| weekend| week)?|(?:Christmas|Xmas)(?: Eve| Day| morning| week| time)?(?! (?:tree|disease|factor|rose|pattern))|New Year'?s?(?: Eve| Day)|New Year'?s(?! resolution)|Easter(?: Sunday| Monday| weekend)?|Halloween|Labor Day(?: weekend)?|Memorial Day(?: weekend)?|(?:the )?(?:Fourth|4th) of July|Independence Day|Valentine'?s Day|Mother'?s Day|Father'?s Day|Hanukkah|Chanukah|Ramadan|Passover|Yom Kippur|Rosh Hashanah|Diwali|Eid al[- ](?:Fitr|Adha)|MLK Day|Martin Luther King(?: Jr\.?)? Day|Veterans Day|Columbus Day|Presidents'? Day|St\.? Patrick'?s Day|Cinco de Mayo|Mardi Gras|Ash Wednesday|Good Friday|Palm Sunday|Juneteenth|Groundhog Day|Super Bowl Sunday|Nochebuena|Navidad|Semana Santa|Día de los Muertos|Boxing Day|Canada Day)(?:,? (?:(?:19|20)\d{2}|'\d{2}))?(?!\w)/gi;

/** Month names of English, Spanish, French, German and Italian, and how they are shortened, to their number. */
const monthNames: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "january jan enero ene janvier janv januar jänner gennaio",
    "february feb febrero février fevrier févr februar febbraio",
    "march mar marzo mars märz",
    "april apr abril abr avril avr aprile",
    "may mayo mai maggio",
    "june jun junio juin juni giugno",
    "july jul julio juillet juil juli luglio",
    "august aug agosto ago août aout",
    "september sep sept septiembre setiembre septembre settembre",
    "october oct octubre octobre oktober okt ottobre",
    "november nov noviembre novembre",
    "december dec diciembre dic décembre decembre dezember dez dicembre",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1])),
);
/** Also a verb, a person, a town or another language's word: a date only with a capital, or with a year or an ordinal beside it. */
const ambiguous = new Set([
  "may",
  "march",
  "mar",
  "dec",
  "jan",
  "mai",
  "ago",
  "dic",
  "set",
  "sep",
  "oct",
  "mars",
  "april",
  "june",
  "august",
  "abr",
  "ene",
  "juni",
  "juli",
  "avr",
]);

/** Any word that may be a month, with what stands to both sides: judged by code, so that this stays short. */
const monthWord =
  /(?<!\p{L})(?:jan|jän|ene|gen|feb|fév|mar|mär|apr|abr|avr|may|mai|mag|jun|jui|giu|jul|lug|aug|ago|aoû|aou|sep|set|oct|okt|ott|nov|dec|déc|dez|dic)\p{L}{0,7}(?!\p{L})/giu;
const dayBefore =
  /(?<![\w.\-/:'\u2019]|\d,)(?:(?<from>\d{1,2}) ?(?:st|nd|rd|th)? ?(?:-|–|—|to|and|through|thru|&) ?)?(?<day>\d{1,2}) ?(?:st|nd|rd|th|er|º|°|\.)?(?: of(?: the)?| de| day of)?(?:[-./]|\s{0,2})$/i;
const ordinalBefore =
  /(?<!\p{L})(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first|primero|uno) (?:day )?(?:of|de) $/iu;
const dayAfter =
  /^\.?(?:[-\s./]{1,3}|, ?|\s?the )(?<day>\d{1,2})(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| to | and | through | thru | ?& ?)(?<to>\d{1,2})(?:st|nd|rd|th)?(?![\d:/.]\d|\d))?(?![\d:%]|[./]\d| ?(?:mg|mcg|ml|mm|cm|kg|units?|tabs?|percent|hours?|hrs?|days?|weeks?|months?|years?|yrs?|times|more|doses?|pills?|pounds|lbs)\b)/i;
const ordinalAfter =
  /^\.? (?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)(?!\p{L})/iu;
const yearAfter =
  /^(?:\.?,?[-\s./]{0,3}(?:of |de |del |in )?(?<year>(?:1[89]|2[01])\d{2})(?![\d]|[./]\d)|\.?,?[-\s]{0,2}'(?<short>\d{2})(?!\d)|\.?[-/](?<dashed>\d{2})(?!\d|[-/]\d)|,? (?<bare>\d{2})(?![\d\w:/%.-]))/i;
const preposition =
  /(?:^|[\s(])(?:in|since|last|this|next|during|until|till|through|by|early|late|mid|from|of|before|after|between|each|every|en|desde|hasta|de)[ -]$/i;

function findMonths(text: string): Match[] {
  const found: Match[] = [];
  for (const match of text.matchAll(monthWord)) {
    const word = match[0];
    const folded = word.toLowerCase();
    if (monthNames[folded] === undefined) continue;
    const at = match.index;
    let end = at + word.length;
    const left = text.slice(Math.max(0, at - 32), at);
    const capital = word[0] !== folded[0];
    let start = at;
    let certain = capital || !ambiguous.has(folded);

    const spelled = ordinalBefore.exec(left);
    const before = spelled ? null : dayBefore.exec(left);
    let dayFound = spelled !== null;
    if (spelled) start = at - spelled[0].trimStart().length;
    else if (before && Number(before.groups!["day"]) >= 1 && Number(before.groups!["day"]) <= 31) {
      dayFound = true;
      start = at - before[0].length;
    }
    if (spelled) certain = true;

    const right = text.slice(end, end + 40);
    if (!dayFound) {
      const after = dayAfter.exec(right);
      const day = Number(after?.groups?.["day"]);
      const ordinal = ordinalAfter.exec(right);
      if (ordinal) {
        dayFound = certain = true;
        end += ordinal[0].length;
      } else if (after && day >= 1 && day <= 31) {
        dayFound = true;
        if (/\d(?:st|nd|rd|th)/i.test(after[0])) certain = true;
        end += after[0].length;
      }
    }
    const year = yearAfter.exec(text.slice(end, end + 16));
    const full = year?.groups?.["year"] ?? year?.groups?.["short"];
    if (
      year &&
      (full !== undefined ||
        (dayFound && (year.groups!["dashed"] ?? year.groups!["bare"]) !== undefined) ||
        (year.groups!["dashed"] !== undefined && capital))
    ) {
      end += year[0].length;
      certain = true;
    }
    if (start === at && end === at + word.length) {
      // A month alone: only where a preposition makes it one, and a name such as April or May is not meant.
      if (
        !capital ||
        folded.length < 3 ||
        !preposition.test(left) ||
        (/(?:of|by|from|de|before|after)[ -]$/i.test(left) && /^(?:may|mar|mai|august|april|june|jan)$/.test(folded))
      )
        continue;
      found.push({ start, end, strength: "contextual" });
    } else if (certain) found.push({ start, end, strength: dayFound && full !== undefined ? "checked" : "contextual" });
  }
  return found;
}

const partial =
  /(?<![\w.\-/:]|\d,)(?<m>\d{1,2})\/(?<d>\d{1,2})(?: ?(?<to>-|–|—|to|thru|through) ?(?<m2>\d{1,2})\/(?<d2>\d{1,2}))?(?![\d%\w]|\/\d|-\d|\.\d)/gi;
const dateBefore =
  /(?:^|[\s(;,])(?:on|since|until|till|by|dated?|before|after|from|thru|through|starting|ending|beginning|effective|as of|of|admit(?:ted)?|adm|discharged?|d\/c(?:'d|ed)?|dc(?:'d)?|seen|started|stopped|performed|done|drawn|collected|resulted|f\/u|follow-?up|appt|appointment|visit|scheduled(?: for)?|due|returns?|returned|labs?|cxr|mri|ct|echo|ekg|ecg|eeg|dos|lmp|edc|edd|dob|born|mon|tues?|wed|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?[:,]? {1,2}$/i;
const ratioBefore =
  /(?:strength|motor|power|murmur|pain|score|rated|gcs|mmse|moca|phq|gad|apgars?|reflexes|dtrs?|pulses?|edema|grade|bipap|cpap|ps|peep|settings?|vision|va|acuity|bp|ratio|fraction|stage)(?:-\d{1,2})?(?: (?:of|is|was|in|at|from|to))?[:,]? {1,2}$/i;
const ratioAfter =
  /^ ?(?:ns|normal|half|strength|tab|tablet|dose|cup|pack|ppd|teaspoon|pill|cap|murmur|motor|power|pain|in (?:all|both|the|right|left|bilateral|upper|lower)|od|os|ou|systolic|diastolic|grade|criteria|points?|positive|nodes?|sirs|throughout|bilaterally|wbc|hpf|of the|sec|mm|cm|mg|ml|inch|reflexes|pulses|h|hrs?|hours|bottles|cultures|lymph|nodes|cores|views?|visits)\b/i;

/** Month and day without a year: a date only among words that ask for one, or where the day cannot be a score. */
function findPartial(text: string): Match[] {
  return search(text, partial, (match) => {
    const { m = "", d = "", m2, d2 } = match.groups!;
    const at = match.index!;
    const end = at + match[0].length;
    const left = text.slice(Math.max(0, at - 24), at);
    const right = text.slice(end, end + 20);
    if (!plausible(Number(m), Number(d)) || ratioBefore.test(left) || ratioAfter.test(right)) return null;
    if (m2 !== undefined) {
      if (!plausible(Number(m2), Number(d2))) return null;
      return d === d2 && /^(?:4|5|6|10)$/.test(d) ? null : "contextual";
    }
    if (/^(?:5\/5|10\/10)$/.test(match[0])) return dateBefore.test(left) && !/^ ?[\w,]/.test(right) ? "contextual" : null;
    if (dateBefore.test(left)) return /(?<!week )of $|from $/i.test(left) && Number(d) <= 10 ? null : "contextual";
    return Number(m) <= 12 && Number(d) > 12 && ![15, 20, 30].includes(Number(d)) ? "shaped" : null;
  });
}

const ordinalDay =
  /(?<!\w)(?:on|by|until|since|before|after|for) the (?<id>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?= ?(?:[.,;:)]|$|\s(?:and|at|for|with|of this month|of last month|of the month|when|to|he|she|they|pt|patient|will|was)\b))/gi;

function findDates(text: string): readonly Match[] {
  return join(
    withTime(text, search(text, numeric, numericStrength)),
    withTime(text, search(text, numericInRun, numericStrength)),
    withTime(text, search(text, yearFirst, "checked")),
    search(text, compact, "shaped"),
    search(text, announced, "labelled"),
    search(text, monthYearNumeric, "contextual"),
    search(text, quarter, "contextual"),
    search(text, season, "contextual"),
    search(text, holiday, "contextual"),
    withTime(text, findMonths(text)),
    withTime(text, findPartial(text)),
    search(text, ordinalDay, "contextual"),
  );
}

const wholeDate = [
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:1[89]|2[01])\d{2}(?:[ T,].{1,30})?$/,
  /^(?:1[89]|2[01])\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T].{1,40})?$/,
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4,6}(?:\.\d{1,6})?(?:[+-]\d{4})?)$/,
];
const maybeDate = [
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?: .{1,20})?$/,
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/,
  /^(?:0?[1-9]|1[0-2])\/(?:19|20)\d{2}$/,
  // Seconds and milliseconds since 1970, from 1990 to 2040; days since 1899-12-30 in a spreadsheet, from 1927 to 2064.
  /^(?:6[3-9]\d|[7-9]\d\d|1\d{3}|2[01]\d\d)\d{6}(?:\.\d{1,6})?$/,
  /^(?:6[3-9]\d|[7-9]\d\d|1\d{3}|2[01]\d\d)\d{9}$/,
  /^[1-5]\d{4}(?:\.\d{1,12})?$/,
];

function matchesDate(value: string): Strength | null {
  const text = value.trim();
  if (text.length < 4 || text.length > 50) return null;
  if (wholeDate.some((pattern) => pattern.test(text))) return "checked";
  if (maybeDate.some((pattern) => pattern.test(text))) return "shaped";
  if (!/\d/.test(text) || !/\p{L}{3}/u.test(text)) return null;
  const [only] = findDates(text);
  return only !== undefined && only.start === 0 && only.end >= text.length - 1 && only.strength !== "contextual"
    ? "checked"
    : only !== undefined && only.start === 0 && only.end === text.length
      ? "contextual"
      : null;
}

/** One with a number, a month, a weekday or a holiday in it. */
const acceptsDate = (value: string): boolean => {
  const text = value.trim();
  if (text.length > 60 || !/[\dOo]/.test(text)) return findDates(text).length > 0;
  return /^[\dOol][\dOol/.:,'\sTZ+\u2010-\u2015-]*(?: ?[AaPp]\.?[Mm]\.?)?$/.test(text)
    ? text.length > 1
    : findDates(text).length > 0 || /^[\p{L}\d .,/'-]{3,30}$/u.test(text);
};

const short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const long = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const two = (number: number): string => String(number).padStart(2, "0");

/** In the spelling of `like` where it is one of the usual ones, else `YYYY-MM-DD`. */
export function spellDate(year: number, month: number, day: number, like: string | undefined): string {
  const text = like?.trim() ?? "";
  const iso = `${year}-${two(month)}-${two(day)}`;
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) return `${two(month)}/${two(day)}/${year}`;
  if (/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(text)) return `${month}/${day}/${two(year % 100)}`;
  if (/^\d{1,2}-\d{1,2}-\d{4}$/.test(text)) return `${two(month)}-${two(day)}-${year}`;
  if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text)) return `${two(day)}.${two(month)}.${year}`;
  if (/^\d{8}$/.test(text)) return `${year}${two(month)}${two(day)}`;
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return `${iso}T00:00:00Z`;
  if (/^\d{1,2}-\p{L}{3}-\d{2}$/u.test(text)) return `${day}-${short[month - 1]}-${two(year % 100)}`;
  if (/^\d{1,2}-\p{L}{3}-\d{4}$/u.test(text)) return `${day}-${short[month - 1]}-${year}`;
  if (/^\p{L}{3}\.? \d{1,2}, \d{4}$/u.test(text)) return `${short[month - 1]} ${day}, ${year}`;
  if (/^\p{L}{4,10} \d{1,2}, \d{4}$/u.test(text)) return `${long[month - 1]} ${day}, ${year}`;
  return iso;
}

/** A date can be nobody's only by where it stands; it is drawn without regard to the one replaced. */
function makeDate(stream: Stream, context?: MakeContext): string {
  const today = Number(context?.asOf?.slice(0, 4) ?? 2024);
  return spellDate(today - stream.int(1, 9), stream.int(1, 12), stream.int(1, 28), context?.like);
}

export const date = defineKind({
  name: "date",
  category: "C",
  title: "Date more specific than a year",
  tag: "DATE",
  labels: listed(`
    date, dates, date time, datetime, timestamp, =time, =start, =stop, =end, =onset, =issued, =effective, =period, =recorded,
    =authored, =authored on, =created, =updated, =sent, =received, =occurrence, =performed, =abatement, =resolved, =admitted,
    =discharged, =collected, =resulted, =expires, =signed, =scheduled, period start, period end, start time, end time, stop time,
    chart time, store time, admit time, discharge time, disch time, death time, reg time, out time, in time, intime, outtime,
    order time, result time, collection time, event time, create time, update time, entry time, visit start, visit end, last updated,
    created at, updated at, modified at, created on, modified on, admitted on, discharged on, date of service, dos, date of death,
    death date, =dod, deceased date time, deceased date, =deceased, admission date, admit date, discharge date, service date,
    visit date, last menstrual period, lmp, edc, edd, due date, expiration, expiry, expiration date, anniversary, appointment time,
    birth time, date of admission, date of discharge, day of month, month of birth, visit month, weekday, last seen, last visit,
    next visit, encounter day, fecha, fecha de ingreso, fecha de egreso, fecha de alta, fecha de consulta, fecha de defuncion,
    fecha hora
  `),
  find: findDates,
  matches: matchesDate,
  accepts: acceptsDate,
  normalize: (value) => value.trim().replace(/\s{1,200}/g, " "),
  make: makeDate,
  examples: {
    found: [
      "seen [[03/04/2019]] and [[4-Mar-19]], then [[2019.03.04]]",
      "file [[20190304]]",
      "at [[2019-03-04T07:15Z]].",
      "HL7 [[20190304071500-0500]]",
      "[[Jan 2, 1950]]",
      "[[January 2nd 1950]]",
      "born on [[the third of June]]",
      "on [[3/4]] she fell",
      "[[13/05/2020]]",
      "[[02/30/20]]",
      "[[4/1–4/9]]",
      "[[March 3-7]] trip",
      "[[March 2019]] MRI",
      "since [[Thanksgiving]]",
      "[[3 de junio de 2019]]",
      "[[14 mars 2020]]",
      "[[O3/l4/2O19]]",
      "[[June 3rd]]",
      "[[spring 2020]]",
      "on the [[5th]].",
      "Name:SMITH DOB:[[01/02/1950]]MRN",
      "DOB[[01021950]]",
      "[[03/04/2019 07:15]] seen",
      "[[dec 25 2019]]",
      "Echo on [[4/19]] showed EF 45",
      "[[2-Jan-50]]",
      "in [[March]] he",
      "[[Q3 2019]]",
      "[[02JAN1950]]",
    ],
    kept: [
      "BP 120/80, 5/5 motor, 2/6 murmur, 20/40 OD, 1/2 NS, 7/10 pain",
      "vent 12/5",
      "POD #2, 3 wks ago",
      "39w2d",
      "s/p CABG 2011, '98",
      "L4/5, C3-4, T12-L1",
      "T 98.6",
      "may 5 mg",
      "May may return; she may 2 be",
      "140/4.1/103/24",
      "strength 4/5 to 5/5",
      "the 5th rib",
      "3/4 strength",
      "Christmas tree pattern",
      "LOINC 718-7",
      "10 x 12 mm",
      "0093-7146-56",
      "1 of 2 visits",
      "mar",
      "version 10.2.1.4",
      "ICD E11.9",
    ],
  },
});

export const birthDate = defineKind({
  name: "birth-date",
  category: "C",
  title: "Date of birth",
  tag: "DOB",
  labels: listed(`
    birth date, birthdate, date of birth, dob, d o b, birthday, birth day, born, born on, birth date time, birth datetime,
    day of birth, beneficiary birth date, year of birth, birth year, yob, fecha de nacimiento, fecha nacimiento, nacimiento,
    date naissance, geburtsdatum
  `),
  find: findsNothing,
  matches: () => null,
  accepts: acceptsDate,
  normalize: (value) => value.trim().replace(/\s{1,200}/g, " "),
  make: (stream, context) => {
    const today = Number(context?.asOf?.slice(0, 4) ?? 2024);
    return spellDate(context?.birthYear ?? today - stream.int(1, 85), stream.int(1, 12), stream.int(1, 28), context?.like);
  },
  examples: {
    found: ["DOB: [[01/02/1950]]", "Date of birth [[2 Jan 1950]]", "Fecha de nacimiento: [[02-01-1950]]"],
    kept: ["birth weight 3200 g", "birth order: 2", "born: term"],
  },
});
