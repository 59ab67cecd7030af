import { matchesOf } from "../identifiers/search.ts";
import type { Detector, Finding } from "./finding.ts";
import { sitesIn } from "./sites.ts";

export interface TimesWanted {
  readonly weekdays: boolean;
  readonly timesOfDay: boolean;
}

/** Full names, with an s for habit (`on Mondays`), and short ones that are no other word; Spanish ones too. */
const weekday =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tues|weds|thurs|(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)(?!\p{L}))\b/giu;
/** `Sat` is also oxygen, `Sun` shines and `Wed` is married: only beside what dates an event. */
const shortWeekday =
  /\b(?:(?<=\b(?:[Oo]n|[Ll]ast|[Nn]ext|[Tt]his|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]very) )(?:Mon|Tue|Wed|Thu|Thur|Fri|Sat|Sun)\b(?! ?\d{2,3} ?%)|(?:Mon|Tue|Wed|Thu|Thur|Fri|Sat|Sun)(?=,? \d{1,2}(?:[/:.-]\d{1,2}|\s?[ap]\.?m|(?:st|nd|rd|th)\b)| (?:morning|afternoon|evening|night|a\.?m|p\.?m)\b))/g;
const timeOfDay =
  /(?<![\d:./-])(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?(?:\s?(?:h(?:rs)?|EST|EDT|CST|CDT|MST|MDT|PST|PDT|UTC|Z)\b)?|(?:0?[1-9]|1[0-2])\s?[AaPp]\.?[Mm]\b|(?:[01]\d|2[0-3])[0-5]\d\s?(?:h|hrs|hours)\b)(?![\d:])/g;

/**
 * Days of the week and times of day that stand alone in prose. Elements of dates by 164.514(b)(2)(i)(C) where they date an
 * event; a policy says whether they stay.
 */
export function createTimes(wanted: TimesWanted): Detector {
  const patterns = [...(wanted.weekdays ? [weekday, shortWeekday] : []), ...(wanted.timesOfDay ? [timeOfDay] : [])];
  return {
    name: "times",
    detect: (readings) =>
      readings.map((reading) =>
        patterns.flatMap((pattern) =>
          Array.from(
            matchesOf(reading.text, pattern, sitesIn(reading)),
            ({ 0: found, index }): Finding => ({
              start: index,
              end: index + found.length,
              kind: "date",
              strength: "shaped",
              detector: "times",
            }),
          ),
        ),
      ),
  };
}
