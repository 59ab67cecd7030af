import type { Match } from "./kind.ts";
import { matchesOf } from "./search.ts";
import type { Sites } from "./sites.ts";

/** Month names of English, Spanish, French, German and Italian, and how they are shortened, to their number. */
const monthNames: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "january jan enero ene janvier janv januar jänner janner gennaio",
    "february feb febrero février fevrier févr fevr fév februar febbraio",
    "march mar marzo mars märz marz maerz",
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

/** Of those, the ones that no English word stands for when a day is written before them: `14 mars`. */
const foreign = new Set(["mars", "mai", "abr", "ene", "juni", "juli", "avr"]);

/** A year in words, as it is dictated: `nineteen forty one`, `two thousand and six`, `twenty twenty-two`. */
const spokenYear =
  /^,?(?: of)? (?:(?:nineteen|twenty)(?: (?:oh|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety))(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|two thousand(?: and)?(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)){0,2})(?!\p{L})/iu;

/** Any word that may be a month, with what stands to both sides: judged by code, so that this stays short. */
const monthWord =
  /(?<!\p{L})(?:jan|jän|ene|gen|feb|fév|fev|mar|mär|apr|abr|avr|may|mai|mag|jun|jui|giu|jul|lug|aug|ago|aoû|aou|sep|set|oct|okt|ott|nov|dec|déc|dez|dic)\p{L}{0,7}(?!\p{L})/giu;
const dayBefore =
  /(?<![\w.\-/'\u2019]|\d[:,])(?:(?<from>\d{1,2}) ?(?:st|nd|rd|th)? ?(?:-|–|—|to|and|through|thru|&) ?)?(?<day>\d{1,2}) ?(?:st|nd|rd|th|er|º|°|\.)?(?: of(?: the)?| de| day of)?(?:[-./]|\s{0,2})$/i;
const ordinalBefore =
  /(?<!\p{L})(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first|primero|uno) (?:day )?(?:of|de) $/iu;
const dayAfter =
  /^\.?(?:[-\s./]{1,3}|, ?|\s?the )(?<day>\d{1,2})(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| to | and | through | thru | ?& ?)(?<to>\d{1,2})(?:st|nd|rd|th)?(?![\d:/.]\d|\d))?(?![\d:%]|[./]\d| ?(?:mg|mcg|ml|mm|cm|kg|units?|tabs?|percent|hours?|hrs?|days?|weeks?|months?|years?|yrs?|times|more|doses?|pills?|pounds|lbs)\b)/i;
/** The last of a list ends its clause, or has its year or a word for what happened then behind it. */
const moreDays =
  /^(?:, ?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)){0,6}(?:,? (?:and|&|or) | ?& ?)(?:the )?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?= ?(?:[.,;:)](?!\d)|$|\n)| (?:of (?:19|20)\d{2}|(?:19|20)\d{2}|for|with|at|when|by|as|but|after|before|she|he|they|was|were)(?!\w))/i;
const ordinalAfter =
  /^\.? (?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)(?!\p{L})/iu;
const cardinalAfter =
  /^ (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[- ]one)?)(?![\p{L}-])(?! (?:milligrams?|times|hours|days|weeks|pounds|percent|point|over|oh|hundred|thousand|\p{L}{0,6}teen|\p{L}{2,5}ty)\b)/iu;
const yearAfter =
  /^(?:\.?,?[-\s./]{0,3}(?:of |de |del |in )?(?<year>(?:1[89]|2[01])\d{2})(?![\d]|[./]\d)|\.?,?[-\s]{0,2}'(?<short>\d{2})(?!\d)|[-./]{1,2}(?<dashed>\d{2})(?!\d|[-/]\d)|,? (?<bare>\d{2})(?![\d\w:/%-]|\.\d)|(?<glued>\d{2})(?!\d))/i;
const preposition =
  /(?:^|[\s(])(?:(?:end|start|beginning|middle|week) of|in|since|last|this|next|during|until|till|through|by|early|late|mid|from|of|before|after|between|each|every|en|desde|hasta|de)[ -]$/i;

/** Dates with the name of a month, with a day, a year or both beside it; a month alone where a preposition makes it one. */
export function findMonths(text: string, sites?: Sites): Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(text, monthWord, sites)) {
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
    else if (before && Number(before.groups!.day) >= 1 && Number(before.groups!.day) <= 31) {
      dayFound = true;
      start = at - before[0].length;
    }
    if (spelled || (dayFound && foreign.has(folded))) certain = true;

    const right = text.slice(end, end + 40);
    if (!dayFound) {
      const after = dayAfter.exec(right);
      const day = Number(after?.groups?.day);
      const ordinal = ordinalAfter.exec(right);
      if (ordinal) {
        dayFound = certain = true;
        end += ordinal[0].length;
      } else if (after && day >= 1 && day <= 31) {
        dayFound = true;
        if (/\d(?:st|nd|rd|th)/i.test(after[0]) || after.groups!.to !== undefined) certain = true;
        // "on march 19", "oct 3": with a day only `may` and `dec` are still other words.
        if (
          !capital &&
          (/^(?:jan|mar|march|april|june|august|sep|oct)$/.test(folded) || /\b(?:on|until|till|since|by) $/.test(left)) &&
          /^ \d/.test(after[0])
        )
          certain = true;
        end += after[0].length;
      }
    }
    // "March 4, 5, and 7.": further days of the same month.
    const more = dayFound && !spelled && end > at + word.length ? moreDays.exec(text.slice(end, end + 60)) : null;
    if (more) {
      certain = true;
      end += more[0].length;
    }
    // "august twelve": a day dictated as a plain number.
    const cardinal = !dayFound && always.test(folded) ? cardinalAfter.exec(text.slice(end, end + 30)) : null;
    if (cardinal) {
      dayFound = certain = true;
      end += cardinal[0].length;
    }
    const spoken = dayFound || capital || folded.length > 3 || /^ of /.test(right) ? spokenYear.exec(text.slice(end, end + 48)) : null;
    if (spoken) {
      end += spoken[0].length;
      certain = true;
    }
    const to = dayFound
      ? null
      : /^ ?(?:-|–|to|through|thru|until) ?(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (?:19|20)\d{2}(?!\d))/i.exec(
          text.slice(end, end + 24),
        );
    if (to && capital) {
      certain = true;
      end += to[0].trimEnd().length;
    }
    const year = spoken ? null : yearAfter.exec(text.slice(end, end + 16));
    const full = year?.groups?.year ?? year?.groups?.short;
    if (
      year &&
      (full !== undefined ||
        (dayFound && (year.groups!.dashed ?? year.groups!.bare) !== undefined) ||
        // 19Feb25
        (year.groups!.glued !== undefined && start < at && /\d$/.test(left)) ||
        (year.groups!.dashed !== undefined && capital))
    ) {
      end += year[0].length;
      certain = true;
    }
    // "1995 Aug 02": the year first.
    if (start === at && dayFound && full === undefined && /(?<![\w.\-/])(?:19|20)\d{2} $/.test(left)) {
      start -= 5;
      certain = true;
    }
    if (start === at && end === at + word.length) {
      if (!standsAlone(word, folded, left, right)) continue;
      found.push({ start, end, strength: "contextual" });
    } else if (certain) found.push({ start, end, strength: dayFound && full !== undefined ? "checked" : "contextual" });
  }
  return found;
}

/** Months that are no other word, in any case. A person's name is one too (`April`, `June`), and goes as well. */
const always = /^(?:january|february|april|june|july|august|september|october|november|december)$/;
/** And short forms of them, with one capital; `Dec` and `Mar` are also other words. */
const short = /^(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov)$/;

/** Whether a month with no day and no year beside it is meant as one: `back June`, `TCD due Jan`, `in May`, `since march`. */
function standsAlone(word: string, folded: string, left: string, right: string): boolean {
  if (always.test(folded)) return !(folded === "august" && word === folded) || preposition.test(left);
  // Retina by OCT, seen in MAR: capitals among small letters are an abbreviation.
  if (word.length === 3 && word === word.toUpperCase() && /[a-z]/.test(left + right)) return false;
  if (short.test(word)) return true;
  const capital = word[0] !== folded[0];
  if (!preposition.test(left))
    return (
      capital && word !== word.toUpperCase() && folded !== "may" && folded.length < 6 && /[(,/] ?$/.test(left) && /^[.,;:)]/.test(right)
    );
  if (!capital)
    return /^(?:may|march)$/.test(folded) && /(?:^|\s)(?:in|since|last|until|till|next|this past|end of|by early|by late) $/i.test(left);
  if (folded.length < 3) return false;
  return !(
    /(?<!\b(?:end|start|beginning|middle|week) )(?:of|by|from|de|before|after)[ -]$/i.test(left) && /^(?:may|mar|mai|jan)$/.test(folded)
  );
}
