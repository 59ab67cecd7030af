import { findInRows } from "./find-dates-in-rows.ts";
import { findMonths } from "./find-months.ts";
import { findOrdinalDays } from "./find-ordinal-days.ts";
import { dateBefore, findDashed, findPartial, plausible } from "./find-partial-dates.ts";
import type { Match } from "./kind.ts";
import { join, search } from "./search.ts";
import type { Sites } from "./sites.ts";
import { digitsOf, readDigits } from "./spelling.ts";
import type { Strength } from "./strength.ts";

/** A time of day that follows a date at once belongs to its timestamp. */
const timeAfter =
  /^(?:T|,? {1,2}|, ?| {0,2}@ ?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?(?:Z|UTC|GMT|[ECMP][SD]T|[+-]\d{2}:?\d{2})(?![\w]))?|^(?: {0,2}@ ?|T)(?:[01]?\d|2[0-3])[0-5]\d(?: ?(?:h|hrs?|hours))?(?![\w/%-]|[.,]\d)|^ {0,2}@ ?\d{1,2} ?[ap]\.?m\b\.?|^ {1,2}(?:[01]\d|2[0-3])[0-5]\d(?: ?(?:h|hrs?|hours))?(?![\w/%-]|[.,]\d)(?! ?(?:mg|mcg|ml|cc|units?|u|g|kcal|cal|steps)\b)/i;

function withTime(text: string, matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    const time = timeAfter.exec(text.slice(match.end, match.end + 45));
    return time ? { ...match, end: match.end + time[0].length } : match;
  });
}

/** Also with a slip of the pen: `13/32/19`. */
const nearlyPlausible = (a: number, b: number): boolean => a > 0 && b > 0 && ((a <= 13 && b <= 39) || (a <= 39 && b <= 13));

/** `01/02/1950`, `13.05.2020`, `2-30-20`, `O3/l4/2O19`. */
const numeric =
  /(?<![\w.\-/]|\d,)(?<a>[\dOol]{1,2}) ?(?<s>[-./\u2010-\u2015]) ?(?<b>[\dOol]{1,2}) ?\k<s> ?(?<y>[\dOol]{4}|\d{2}|'\d{2})(?![\dOol]|[./]\d|-\d(?!\d{3}(?!\d))|%)/g;
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

const barredStrength = (match: RegExpExecArray): Strength | null => {
  const [a, b] = (match.groups!.id ?? match.groups!.short)!.split("|").map(Number);
  return plausible(a!, b!) ? "contextual" : null;
};

/** `RTC 12-17 10:20`, `→ 1-22 8:15`: month and day with a hyphen, where a time of day follows. */
const hyphenTimed =
  /(?<![\w./:-])(?:1[0-2]|0?[1-9])-(?:3[01]|[12]\d|0?[1-9])(?= (?:\d{1,2}:\d{2}|(?:0[6-9]|1\d|2[0-3])[0-5]\d)(?![\d./-]))/g;
/** `rtc 1 wk, 5-28`, `appt 12-17`: a day above twelve behind a word for a visit. */
const hyphenVisit =
  /\b(?:rtc|f\/u|fu|appt|appointment|return|returns|next|visit|recheck|back|seen|since|on|until)(?: (?:in )?\d{1,2} ?(?:d|days?|wks?|weeks?|mos?|months?)\b,?)?,? (?<id>(?:1[0-2]|0?[1-9])-(?:3[01]|2\d|1[3-9]))(?![\w/-]|\.\d| ?(?:d|days?|hours?|hrs?|h|wks?|weeks?|mos?|months?|min|mg|ml|mcg|units?|years?|yrs?|%|lbs?|kg|reps?|sets?|minutes?|mm|cm|sessions?|visits?|pills?|tabs?)\b)/gi;

/** `on 3|4|2021`: bars, where a scanner or a hasty hand left them. */
const barred =
  /(?:(?<![\w|.])(?<id>\d{1,2}\|\d{1,2}\|(?:1[89]|20)\d{2})(?![\w|])|\b(?:on|dated?|seen|since|until|till|by|DOS|DOB)[: ]{1,2}(?<short>\d{1,2}\|\d{1,2}\|\d{2})(?![\w|]))/gi;
/** `seen on 030421`: six digits behind a word for when. */
const sixDigits =
  /\b(?:on|dated?|dos|seen|since|until|till|as of|visit|effective)[: ]{1,2}(?<id>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{2})(?![\w/%-]|[.,]\d| ?(?:mg|mcg|ml|units?|u|iu|cells|copies|steps|people|patients|k)\b)/gi;

/** `19/VII/2023`: months in Roman numerals, as in Central America and eastern Europe. */
const roman = /(?<![\w./-])\d{1,2}(?<s>[-./ ])(?:I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\k<s>(?:19|20)\d{2}(?!\w)/g;

/** `1950-01-02`, `2019.03.04`, `2019/3/4`, `2019-Mar-04`. */
const yearFirst =
  /(?<![\w.\-/]|\d,)(?:1[89]|2[01])\d{2}(?<s>[-./\u2010-\u2015]) ?(?:(?:0?[1-9]|1[0-2])\k<s> ?(?:3[01]|[12]\d|0?[1-9])|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\k<s>\d{1,2})(?!\d|[-./]\d)/gi;
/** `20190304`, HL7's `20190304071500.0000-0500`. */
const compact =
  /(?<![\w.\-/]|\d,)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\.\d{1,4})?)?(?:[+-]\d{4})?|T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:Z|[+-]\d{4})?)?(?![\w-]|[./]\d)/g;
const announced =
  /(?:\bDOB|\bDOD|\bDOS|\bdate|\bborn|\bbirth ?date|\bfecha|\badm(?:it(?:ted)?)?|\bdisch(?:arged?)?|\bd\/c)[:# ]{0,3}(?<id>\d{8}|\d{6})(?!\d)/gi;

/** `March 2019`, `03/2019`, `2019-03`, `Q3 2019`, `spring 2020`: all that is more specific than a year goes. */
const monthYearNumeric = /(?<![\w.\-/]|\d,)(?:(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2]))(?![\w-]|[./]\d)/g;
const quarter =
  /(?<!\w)(?:(?:Q[1-4]|[1-4]Q|H[12])(?: of)?[ ,'-]{0,2}(?:(?:19|20)\d{2}|\d{2}(?!\d))|(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)? (?:19|20)\d{2}|(?:19|20)\d{2}[ -]?Q[1-4]|(?:week|wk) \d{1,2}(?: of|,)? (?:19|20)\d{2}|(?:19|20)\d{2}-W\d{2}(?:-\d)?)(?![\w])/gi;
const season =
  /(?<!\w)(?:(?:early |late |mid-?)?(?:spring|summer|fall|autumn|winter)(?: of)?,? (?:(?:19|20)\d{2}|'\d{2})|(?:last|this past|next) (?:early |late )?(?:summer|autumn|winter|spring),? (?:of )?(?:19|20)\d{2}|(?:primavera|verano|otoño|invierno) de(?:l)? (?:19|20)\d{2})(?!\w)/gi;
const holiday =
  /(?<!\w)(?:Thanksgiving(?: Day| weekend| week)?|(?:Christmas|Xmas)(?: Eve| Day| morning| week| time)?(?! (?:tree|disease|factor|rose|pattern))|New Year'?s?(?: Eve| Day)|New Year'?s(?! resolution)|Easter(?: Sunday| Monday| weekend)?|Halloween|(?:Labor|Memorial) (?:Day(?: weekend| wknd)?|weekend|wknd)|Lunar New Year|Chinese New Year|Nowruz|Norooz|Orthodox (?:Christmas|Easter)|Three Kings(?:'? Day)?|Pentecost|Kwanzaa|Purim|Sukkot|Holy Week|Black Friday|Election Day|Tax Day|Turkey Day|Indigenous Peoples'? Day|Pioneer Day|Patriots'? Day|Bastille Day|Canada Day|(?:the )?(?:Fourth|4th) of July|(?<=\b(?:since|on|after|before|over|by|until) )the Fourth(?! \w)|Independence Day|Valentine'?s(?: Day)?|Mother'?s Day|Father'?s Day|Hanukkah|Chanukah|Ramadan|Passover|Yom Kippur|Rosh Hashanah|Diwali|Eid(?: al[- ](?:Fitr|Adha))?|All (?:Saints|Souls)'? Day|(?:Lunar|Chinese) New Year|Nowruz|Purim|Sukkot|Shavuot|Holi(?= festival)|Three Kings'? Day|Twelfth Night|Pentecost|Corpus Christi(?= procession)|Kwanzaa|Indigenous Peoples'? Day|MLK(?: Day)?(?! (?:Jr|Blvd|Boulevard|St|Street|Ave|Dr|Drive|Way|Hospital|Medical|Community|Clinic|Health|School|Park|Center))|Martin Luther King(?: Jr\.?)? Day|Veterans Day|Columbus Day|Presidents'? Day|St\.? Patrick'?s Day|Cinco de Mayo|Mardi Gras|Ash Wednesday|Good Friday|Palm Sunday|Juneteenth|Groundhog Day|Super Bowl Sunday|Nochebuena|Navidad|Semana Santa|Día de los Muertos|Boxing Day|Canada Day)(?:,? (?:(?:19|20)\d{2}|'\d{2}))?(?!\w)/gi;

/** `11/8-11/11/22`, `7/2/22-7/19/22`: the year may stand with the second date alone. */
const spanOfDates =
  /(?<![\w.\-/])\d{1,2}\/\d{1,2}(?:\/(?:\d{4}|\d{2}))? ?(?:-|\u2013|to|thru|through) ?\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\d/])/gi;
/** `091523 0720` at the foot of a note, `10192023`: month, day and year without a mark between. */
const solid =
  /(?<![\w.-]|(?<!\d{6})\d[,/])(?<a>0[1-9]|1[0-2])(?<b>0[1-9]|[12]\d|3[01])(?:(?:19|20)\d{2}(?![\w-]|\.\d)|\d{2}(?= ?@? ?(?:[01]\d|2[0-3])[0-5]\d(?!\w|\.\d)))/g;
/** Dictated digit by digit behind what announces it: `date of birth four nineteen sixty nine`. */
const dictated =
  /\b(?:date of birth|birth ?date|birthday|d ?o ?b|date of service|born)(?: is| on)? (?<id>(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|slash|dash)[ -]){2,9}(?:oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)/gi;
/** `Tue Jul 9 2024`, `Thursday the 4th`: the weekday says as much as the day. */
const weekdayBefore = /(?<!\p{L})(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? {1,2}$/iu;
const partBefore = /(?<![a-z])(?:early|mid|late)[- ]$/i;

function withWeekday(text: string, matches: readonly Match[]): readonly Match[] {
  return matches.map((match) => {
    const left = text.slice(Math.max(0, match.start - 12), match.start);
    const before = weekdayBefore.exec(left) ?? partBefore.exec(left);
    return before ? { ...match, start: match.start - before[0].length } : match;
  });
}

/** Every date in prose that is more specific than a year, in the spellings of English, Spanish, French and HL7. */
export function findDates(text: string, sites?: Sites): readonly Match[] {
  const found = join(
    withTime(text, search(text, numeric, numericStrength, sites)),
    withTime(text, search(text, numericInRun, numericStrength, sites)),
    withTime(text, search(text, yearFirst, "checked", sites)),
    search(text, roman, "checked", sites),
    withTime(text, search(text, hyphenTimed, "contextual", sites)),
    search(text, hyphenVisit, "contextual", sites),
    search(text, compact, "shaped", sites),
    search(text, announced, "labelled", sites),
    search(text, monthYearNumeric, "contextual", sites),
    search(text, barred, barredStrength, sites),
    search(text, sixDigits, "contextual", sites),
    search(text, quarter, "contextual", sites),
    search(text, season, "contextual", sites),
    search(text, holiday, "contextual", sites),
    withTime(text, findMonths(text, sites)),
    withTime(text, findPartial(text, sites)),
    withTime(text, findInRows(text, sites)),
    findDashed(text, sites),
    findOrdinalDays(text, sites),
    search(text, spanOfDates, "contextual", sites),
    search(text, solid, "shaped", sites),
    search(text, dictated, "contextual", sites),
  );
  return found.length > 0 ? withWeekday(text, found) : found;
}
