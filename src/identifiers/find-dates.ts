import { findMonths } from "./find-months.ts";
import type { Match } from "./kind.ts";
import { join, search } from "./search.ts";
import type { Sites } from "./sites.ts";
import { digitsOf, readDigits } from "./spelling.ts";
import type { Strength } from "./strength.ts";

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
/** Also with a slip of the pen: `13/32/19`. */
const nearlyPlausible = (a: number, b: number): boolean => a > 0 && b > 0 && ((a <= 13 && b <= 39) || (a <= 39 && b <= 13));

/** `01/02/1950`, `13.05.2020`, `2-30-20`, `O3/l4/2O19`. */
const numeric =
  /(?<![\w.\-/]|\d,)(?<a>[\dOol]{1,2}) ?(?<s>[-./\u2010-\u2015]) ?(?<b>[\dOol]{1,2}) ?\k<s> ?(?<y>[\dOol]{4}|\d{2}|'\d{2})(?![\dOol]|[-./]\d|%)/g;
/** The same where a word runs into it: `DOB01/02/1950MRN`. */
const numericInRun = /(?<=[A-Za-z:])(?<a>\d{1,2})(?<s>[-/])(?<b>\d{1,2})\k<s>(?<y>(?:18|19|20)\d{2})(?!\d|[-./]\d)/g;

function numericStrength(match: RegExpExecArray): Strength | null {
  const { a = "", b = "", y = "", s = "" } = match.groups ?? {};
  if (digitsOf(a + b + y).length < 3 || !(s === "/" ? nearlyPlausible : plausible)(Number(readDigits(a)), Number(readDigits(b))))
    return null;
  const year = readDigits(y.replace("'", ""));
  if (year.length === 4) return /^(?:1[89]|2[01])/.test(year) ? "checked" : null;
  if (s !== "." || (a.length > 1 && b.length > 1)) return "shaped";
  // "8.22.77", "Eval 2.5.24": no version has such parts, or a word for a date stands before it.
  return Number(b) > 12 || dateBefore.test(match.input.slice(Math.max(0, match.index - 24), match.index)) ? "shaped" : null;
}

/** `1950-01-02`, `2019.03.04`, `2019/3/4`, `2019-Mar-04`. */
const yearFirst =
  /(?<![\w.\-/]|\d,)(?:1[89]|2[01])\d{2}(?<s>[-./\u2010-\u2015]) ?(?:(?:0?[1-9]|1[0-2])\k<s> ?(?:3[01]|[12]\d|0?[1-9])|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\k<s>\d{1,2})(?!\d|[-./]\d)/gi;
/** `20190304`, HL7's `20190304071500.0000-0500`. */
const compact =
  /(?<![\w.\-/]|\d,)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\.\d{1,4})?)?(?:[+-]\d{4})?|T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:Z|[+-]\d{4})?)?(?![\w-]|[./]\d)/g;
const announced =
  /(?:\bDOB|\bDOD|\bDOS|\bdate|\bborn|\bbirth ?date|\bfecha|\badm(?:it(?:ted)?)?|\bdisch(?:arged?)?|\bd\/c)[:# ]{0,3}(?<id>\d{8}|\d{6})(?!\d)/gi;

/** `March 2019`, `03/2019`, `2019-03`, `Q3 2019`, `spring 2020`: all that is more specific than a year goes. */
const monthYearNumeric = /(?<![\w.\-/]|\d,)(?:(?:0?[1-9]|1[0-2])[/-](?:19|20)\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2]))(?![\w-]|[./]\d)/g;
const quarter =
  /(?<!\w)(?:(?:Q[1-4]|[1-4]Q|H[12])(?: of)?[ ,'-]{0,2}(?:(?:19|20)\d{2}|\d{2}(?!\d))|(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)? (?:19|20)\d{2}|(?:19|20)\d{2}[ -]?Q[1-4]|(?:week|wk) \d{1,2}(?: of|,)? (?:19|20)\d{2}|(?:19|20)\d{2}-W\d{2}(?:-\d)?)(?![\w])/gi;
const season =
  /(?<!\w)(?:(?:early |late |mid-?)?(?:spring|summer|fall|autumn|winter)(?: of)?,? (?:(?:19|20)\d{2}|'\d{2})|(?:last|this past|next) (?:early |late )?(?:summer|autumn|winter|spring)(?: of (?:19|20)\d{2})?|(?:primavera|verano|otoño|invierno) de(?:l)? (?:19|20)\d{2})(?!\w)/gi;
const holiday =
  /(?<!\w)(?:Thanksgiving(?: Day| weekend| week)?|(?:Christmas|Xmas)(?: Eve| Day| morning| week| time)?(?! (?:tree|disease|factor|rose|pattern))|New Year'?s?(?: Eve| Day)|New Year'?s(?! resolution)|Easter(?: Sunday| Monday| weekend)?|Halloween|Labor Day(?: weekend)?|Memorial Day(?: weekend)?|(?:the )?(?:Fourth|4th) of July|Independence Day|Valentine'?s Day|Mother'?s Day|Father'?s Day|Hanukkah|Chanukah|Ramadan|Passover|Yom Kippur|Rosh Hashanah|Diwali|Eid al[- ](?:Fitr|Adha)|MLK Day|Martin Luther King(?: Jr\.?)? Day|Veterans Day|Columbus Day|Presidents'? Day|St\.? Patrick'?s Day|Cinco de Mayo|Mardi Gras|Ash Wednesday|Good Friday|Palm Sunday|Juneteenth|Groundhog Day|Super Bowl Sunday|Nochebuena|Navidad|Semana Santa|Día de los Muertos|Boxing Day|Canada Day)(?:,? (?:(?:19|20)\d{2}|'\d{2}))?(?!\w)/gi;

const partial =
  /(?<![\w.\-/:]|\d,)(?<m>\d{1,2})\/(?<d>\d{1,2})(?: ?(?<to>-|–|—|to|thru|through) ?(?<m2>\d{1,2})\/(?<d2>\d{1,2}))?(?![\d%\w]|\/\d|-\d|\.\d)/gi;
const dateBefore =
  /(?:^|[\s(;,])(?:on|since|until|till|by|dated?|before|after|from|thru|through|starting|ending|beginning|effective|as of|of|admit(?:ted)?|adm|discharged?|d\/c(?:'d|ed)?|dc(?:'d)?|seen|started|stopped|performed|done|drawn|collected|resulted|f\/u|follow-?up|appt|appointment|visit|scheduled(?: for)?|due|returns?|returned|labs?|cxr|mri|ct|echo|tte|ekg|ecg|eeg|egd|emg|pft|dexa|pap|bx|biopsy|colonoscopy|mammogram|mammo|ultrasound|path|dos|lmp|edc|edd|dob|born|eval|evaluation|surgery|onset|doi|dol|exp|expires|mon|tues?|wed|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?[:,]? {1,2}$/i;
const ratioBefore =
  /(?:strength|motor|power|murmur|pain|score|rated|gcs|mmse|moca|phq|gad|apgars?|reflexes|dtrs?|pulses?|edema|grade|bipap|cpap|ps|peep|settings?|vision|va|acuity|bp|ratio|fraction|stage)(?:-\d{1,2})?(?: (?:of|is|was|in|at|from|to))?[:,]? {1,2}$/i;
const ratioAfter =
  /^ ?(?:ns|normal|half|strength|tab|tablet|dose|cup|pack|ppd|teaspoon|pill|cap|murmur|motor|power|pain|in (?:all|both|the|right|left|bilateral|upper|lower)|od|os|ou|systolic|diastolic|grade|criteria|points?|positive|nodes?|sirs|throughout|bilaterally|wbc|hpf|of the|sec|mm|cm|mg|ml|inch|reflexes|pulses|h|hrs?|hours|bottles|cultures|lymph|nodes|cores|views?|visits)\b/i;

/** Words of scores, results and settings that two numbers with a stroke may belong to. */
const strip =
  /(?<![a-z])(?:apgars?|score|pain|vas|gait|scale|strength|motor|h\/h|bun|cr|ratio|bp|ps|bipap|cpap|peep|vent|i\/o|murmur|grade|pulse|dtrs?|reflex(?:es)?|cores?|nodes?|bottles?|visit|week|wk|day|cycle|dose|page|pg|p|stage|monofilament|[rl]|lt|rt|left|right|knee|hip|grip|pinch|va|od|os|ou)[:=]? {0,2}$/i;

/** Month and day without a year: a date only among words that ask for one, or where the day cannot be a score. */
function findPartial(text: string, sites?: Sites): Match[] {
  // A text that writes dates with strokes elsewhere: there a greater number over a smaller one is no part of anything.
  let inStrokes: boolean | undefined;
  return search(
    text,
    partial,
    (match) => {
      const { m = "", d = "", m2, d2 } = match.groups!;
      const at = match.index;
      const end = at + match[0].length;
      const left = text.slice(Math.max(0, at - 24), at);
      const right = text.slice(end, end + 20);
      if (!plausible(Number(m), Number(d)) || ratioBefore.test(left) || ratioAfter.test(right)) return null;
      if (m2 !== undefined) {
        if (!plausible(Number(m2), Number(d2))) return null;
        return d === d2 && /^(?:4|5|6|10)$/.test(d) ? null : "contextual";
      }
      const clock = /^ (?:[01]\d|2[0-3])[0-5]\d(?![\d./-])(?! ?(?:mg|ml|mcg|units?|u|cc|g|kcal)\b)/i.test(right);
      if (/^(?:5\/5|10\/10)$/.test(match[0])) return dateBefore.test(left) && !/^ ?[\w,]/.test(right) ? "contextual" : null;
      if (dateBefore.test(left)) {
        const isPart = /(?<!\b(?:week|wk|weeks) )of $|from $/i.test(left) && Number(d) <= 10;
        if (!isPart) return "contextual";
        if (Number(m) <= Number(d)) return null;
      }
      // "4/2 1810", "LBM 10/8": a time of day behind it, or a second number that is the greatest of no scale.
      if (Number(m) > 12 || Number(m) === 0) return null;
      if (clock) return "contextual";
      if (/(?:h\/h|hgb\/hct|i\/o|bun\/cr)[:=]? {0,2}$/i.test(left)) return null;
      // "Biopsy in 11/20": a month and a year.
      if (Number(d) > 12 && /(?:^|\s)(?:in|since) $/i.test(left)) return "contextual";
      if (Number(d) > 12 && ![15, 20, 30].includes(Number(d))) return "shaped";
      inStrokes ??= fullWithStrokes.test(text);
      if (
        inStrokes &&
        (Number(m) > Number(d) || [7, 9, 11].includes(Number(d))) &&
        /(?:^|[\s(,;:&@~])$/.test(left) &&
        !strip.test(left) &&
        !settings.test(left.slice(-14) + right.slice(0, 12))
      )
        return "contextual";
      const alone = /^[ \t]{0,4}(?:$|\n|[-:.,;)] |[-:.,;)]$)/.test(right);
      // A heading or a list of events: "10/11" ends or begins its line.
      if (/(?:^|\n)[ \t]{0,4}$/.test(left) && /^(?: ?[-:] |\n)/.test(right)) return "contextual";
      if (
        /\b(?:note|breakup|cultures?|date|shift|court|wk of|week of|weight|lbm|bm|xrays?|x-ray|refill|surgery|placed|removed|out|ran out|expires?)[ \w]{0,14}[(:,]? ?$/i.test(
          left,
        ) &&
        !strip.test(left)
      )
        return "contextual";
      return alone &&
        [7, 8, 9, 11].includes(Number(d)) &&
        Number(m) > 2 &&
        /(?:^|[^A-Z\w])[a-z,]{1,20} $|\($/.test(left) &&
        !strip.test(left)
        ? "shaped"
        : null;
    },
    sites,
  );
}

const fullWithStrokes = /(?<![\d/.-])\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})(?![\d/])|(?<![\d/.-])\d{1,2}\/(?:1[3-9]|2[1-9]|31)(?![\d/.%])/;
const settings = /\b(?:bipap|cpap|ipap|epap|peep|fio2|h2o|apgars?|psv|simv|norco|percocet|vicodin|lotrel|caduet|tablets?|mg|mcg)\b/i;
/** `11/8-11/11/22`: the year stands with the second date alone. */
const spanOfDates = /(?<![\w.\-/])\d{1,2}\/\d{1,2} ?(?:-|\u2013|to|thru|through) ?\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\d/])/gi;

const ordinalDay =
  /(?<!\w)(?:on|by|b4|until|till|since|before|after|past|for|visit|appt|appointment|surgery|due|scheduled|return|returns|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun),? the (?<id>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?= ?(?:[.,;:)?!\n]|$|\s(?:and|at|for|with|would|of this month|of last month|of the month|when|to|he|she|they|pt|patient|will|was)\b))/gi;

/** Every date in prose that is more specific than a year, in the spellings of English, Spanish, French and HL7. */
export function findDates(text: string, sites?: Sites): readonly Match[] {
  return join(
    withTime(text, search(text, numeric, numericStrength, sites)),
    withTime(text, search(text, numericInRun, numericStrength, sites)),
    withTime(text, search(text, yearFirst, "checked", sites)),
    search(text, compact, "shaped", sites),
    search(text, announced, "labelled", sites),
    search(text, monthYearNumeric, "contextual", sites),
    search(text, quarter, "contextual", sites),
    search(text, season, "contextual", sites),
    search(text, holiday, "contextual", sites),
    withTime(text, findMonths(text, sites)),
    withTime(text, findPartial(text, sites)),
    search(text, ordinalDay, "contextual", sites),
    search(text, spanOfDates, "contextual", sites),
  );
}
