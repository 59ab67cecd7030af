import type { Match } from "./kind.ts";
import { search } from "./search.ts";
import type { Sites } from "./sites.ts";

/** `the 5th`, `tues the 13th?`, `CT A/P 22nd showed`; and in words, `thursday the twenty first`. */
const ordinal =
  /(?<![\w.\-/&]|\d,)(?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)(?= ?(?:[.,;:()?!\n]|$)|(?<=\b(?:on|until|till|til|standby|since) the \d{1,2}[a-z]{2})\s(?!(?:day|night|hospital|floor|fl|rib|toe|finger|digit|metatarsal|mt|postop|post|postpartum|dose|attempt|visit|time|try|pass|round|cycle|week|wk|month|year|grade|percentile|cranial|nerve|degree|line|step|street|ave|avenue|st|and|of|or|to|dorsal|proximal|distal|ray|web|mtp|pip|dip|left|right|tooth|molar|cn|admission|pregnancy|trimester|stage|ventricle|intercostal|space|ics|lesion|one|set|hole|page|leg|bag|unit|vial|bottle|screening|test|draw|troponin)\b)|\s(?:w(?: |\/)|and|at|for|with|w\/|would|of this month|of last month|of the month|when|to|from|through|thru|until|he|she|they|we|i|it|you|pt|patient|will|was|were|is|if|ok|then|but|so|or|because|showed|shows|right|via|due|by|in|on|am|pm|this|that)(?![\w/]))/gi;
const spelled =
  /(?<!\p{L})the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)(?= ?(?:[.,;:)?!\n]|$)|\s(?!(?:of|time|day|week|month|year|one|dose|visit|toe|finger|digit|rib|nerve|cranial|metatarsal|ventricle|floor|grade|trimester|degree|pregnancy|child|attempt|opinion|set|stage|and)\b))/giu;
/** What dates an event: a word for when, a weekday. */
const whenBefore =
  /(?:(?:^|[\s(])(?:on|by|b4|until|till|til|since|before|after|past|for|from|through|thru|next|last|standby|was|is|due|yesterday|today|tomorrow|around|visit|appt|appointment|surgery|scheduled|returns?|between|and|again|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)),? (?:the )?$/i;
const counted =
  /(?:\b(?:floor|grade|rib|street|st|ave|avenue|percentile|lives|corner|place|ranked|born|week|year|degree|dose|toe|finger|digit|metatarsals?|mt|nerves?|cn|nd|rd|th|st)|[&]) (?:on |and |the ){0,2}$/i;

/** The day of a month alone. Behind a number that orders things (`the 5th rib`, `2nd dose`) a noun follows; behind a day, none. */
export function findOrdinalDays(text: string, sites?: Sites): Match[] {
  const found = search(
    text,
    ordinal,
    (match) => {
      const day = Number(match.groups!.day);
      if (day < 1 || day > 31) return null;
      const left = text.slice(Math.max(0, match.index! - 20), match.index);
      if (counted.test(left)) return null;
      const the = match[0].length > match.groups!.day!.length + 2;
      if (whenBefore.test(left))
        return the || day > 10 || /day,? $|\b(?:mon|tues?|wed|thurs?|fri|sat|sun),? $|\b(?:on|by|since|until|till|and again) $/i.test(left)
          ? "contextual"
          : null;
      return day > 12 && !/\b(?:in|for|at|to|of|his|her|their) (?:the )?$/i.test(left) ? "contextual" : null;
    },
    sites,
  );
  for (const match of search(
    text,
    spelled,
    (match) =>
      /(?:^|[\s(])(?:on|by|until|till|since|before|after|yesterday|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|due|through|from),? $/i.test(
        text.slice(Math.max(0, match.index! - 14), match.index),
      )
        ? "contextual"
        : null,
    sites,
  ))
    found.push(match);
  return found;
}
