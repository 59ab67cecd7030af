import type { Match } from "./kind.ts";
import { anyOf, rule, search } from "./search.ts";
import type { Sites } from "./sites.ts";

/** Miles, exits and crossings behind a road. */
const along =
  /^(?: ?[NSEW]B?(?![\w.]))?(?:,? (?:(?:near|at|by|NEAR|AT|BY|@) )?(?:[Mm]ile ?(?:[Mm]arker|[Pp]ost)?|MILE ?(?:MARKER|POST)?|[Mm][Mm]|[Mm][Pp]|[Ee]xit|EXIT)\.? ?#?\d{1,3}(?:\.\d)?(?![\w/]))?(?:,? (?:and|&|at|@|near) (?:the )?(?:[NSEW]\.? )?(?:(?:[A-Z][\w.'-]{1,20} ){0,2}[A-Z][\w'-]{2,20}|(?:I|US|[A-Z]{2})-\d{1,3}))?/;
const crossing = /(?<![\w.])(?:[NSEW]\.? )?(?:[A-Z][\w'-]{2,20} ){1,2}(?:and|&|at|@|near) $/;

/** `I-85 S mm 21`, `US-62 and Industrial Pkwy`, `Hwy 49 at Classic Dr`, `71056 Hwy 1078`, `SR 20 near MP 61`. */
const numbered =
  /(?<![\w./-])(?:\d{1,6} (?:[NSEW]\.? )?)?(?:(?:(?:Old )?(?:Hwy|Highway|Interstate|County (?:Rd|Road|Hwy|Highway)|Cty (?:Rd|Hwy)|State (?:Rd|Road|Route|Rte|Hwy|Highway)|Farm Road|Forest (?:Rd|Road)|Route|Rte))\.? ?#?(?:\d{1,4}[A-Z]?|[A-Z]{1,2}(?=[,.;)\s]))|(?:US|SR|CR|FM|RM|CTH|STH|BIA)[- ]\d{1,4}[A-Z]?|(?:I|[A-Z]{2})-\d{1,3})(?![\w/%-]|\.\d)/gi;
const states =
  /^(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY)-/;
const onRoad = /(?:\b(?:on|off|along|near|at|via|from|down|by|under|past|and|to|of|between|over|loc|location|scene)|[&@,:]) $/i;

function findNumbered(text: string, sites?: Sites): Match[] {
  return search(
    text,
    numbered,
    (match) => {
      const road = match[0].replace(/^\d{1,6} (?:[NSEW]\.? )?/i, "");
      const left = match.input.slice(Math.max(0, match.index - 14), match.index);
      const right = match.input.slice(match.index + match[0].length, match.index + match[0].length + 16);
      const marked = /^(?: ?[NSEW]B?)?,? (?:near |at |by |@ )?(?:mile|mm|mp|exit)\b/i.test(right);
      if (/^I-/.test(road))
        return /^I-(?:12[345]|131)/.test(road) || /\b(?:type|bipolar|factor|class|stage|grade|level|zone|mobitz) $/i.test(left)
          ? null
          : marked || onRoad.test(left)
            ? "contextual"
            : null;
      if (/ [a-z]{1,2}$/.test(road)) return null;
      if (/^i-/.test(road)) return onRoad.test(left) ? "contextual" : null;
      if (/^[A-Z]{2}-/i.test(road) && !/^(?:US|SR|CR|FM|RM)-/i.test(road))
        return states.test(road) && (marked || /\b(?:on|off|along|near|at|via|from|down|under|past|and|of|over) $/i.test(left))
          ? "contextual"
          : null;
      // "US 20 weeks", "CR 1", "in SR": ultrasound, creatinine, sinus rhythm.
      if (/^(?:US|SR|CR|FM|RM|BIA|CTH|STH) /i.test(road))
        return marked || (/\b(?:on|off|along|via|down|and) $/i.test(left) && !/^ ?(?:w|wk|weeks|mm|cm|and \d)/i.test(right))
          ? "contextual"
          : null;
      if (/^(?:route|rte)/i.test(road)) return onRoad.test(left) || marked ? "contextual" : null;
      return "contextual";
    },
    sites,
  ).map((match) => withCrossing(text, match));
}

function withCrossing(text: string, match: Match): Match {
  const before = crossing.exec(text.slice(Math.max(0, match.start - 60), match.start))?.[0].length ?? 0;
  const behind = along.exec(text.slice(match.end, match.end + 90))?.[0].length ?? 0;
  return { ...match, start: match.start - before, end: match.end + behind };
}

/** Squares of a grid: `645 N 300 W`, `3871 s 4800 w`; and Wisconsin's: `W3071 County Road KK`. */
const grid =
  /(?<![\w./,-])(?:\d{3,5} [NSEW]\.? \d{2,5} [NSEW]\b\.?(?:,? {1,4}(?:apt|apartment|unit|suite|ste|spc?|lot|#)\.? {0,2}#? ?[\w-]{1,5})?|[NSEW]\d{3,5}(?:[NSEW]\d{3,5})? (?:[A-Z][\w.'-]{1,20} ){1,3}(?:Rd|Road|St|Street|Ave|Dr|Ln|Lane|Trl|Way|Ct|[A-Z]{1,2})(?![\w-]))/gi;

const named =
  /\b(?:on|off|near|at|along|past|behind|down|ED|up) (?<id>(?:[NSEW]\.? )?(?:[A-Z][\w'-]{1,20}\.? ){1,3}(?:Rd|Road|Hwy|Highway|Ln|Lane|Pike|Pkwy|Blvd|Ave|Aven?ue|St|Street|Dr|Drive|Way|Trail|Trl|Terrace|Ct|Court|Pl|Place|Circle|Cir))(?![\w'-])(?!\.? [A-Z][a-z])/g;
const bare =
  /(?<![\w.-])(?:[NSEW]\.? )?(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,20}) (?:St|Rd|Ln|Hwy)(?: [NS][EW]?| [EW])?(?= #|[,;)]|\.?\n)(?: #[\w-]{1,5})?/g;
/** In small letters: `off lava bed road`. */
const small =
  /\b(?:off|on|along|near|over on) (?<id>(?:[a-z]{3,12} ){1,3}(?:road|rd|street|avenue|ave|lane|ln|blvd|boulevard|parkway|pkwy|pike))(?![\w'-])/g;
const generic =
  /\b(?:the|same|busy|side|wrong|dirt|gravel|open|wet|icy|city|country|state|back|long|next|our|his|her|their|my|this|that|down|across|local|private|public|middle|own|and|with|for|off|from|for|into|onto|out|one|way|any|some|high|main|right|left|of|in|at|to|meds?|dose|was|is|were|are|now|still|then|care|whole|lot|every|each|street)\b/;
/** Dictated: `twelve forty west pecos avenue`, `post office box four twelve`. */
const dictated =
  /\b(?:(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)[ -]){1,6}(?:(?:north|south|east|west|northeast|northwest|southeast|southwest) )?(?:[a-z]{3,14} ){1,2}(?:street|avenue|road|lane|drive|court|boulevard|terrace|parkway|circle)(?: (?:apartment|unit|suite|number) (?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|[a-z])(?:[ -](?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand))?)?|(?:post office|p ?o) box (?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)[ -]){0,5}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand))\b/gi;

/** Roads without a house number, by number, by crossing, on a grid, or dictated. */
export const findRoads = anyOf(
  findNumbered,
  rule(grid, "contextual"),
  rule(named, (match) =>
    /^(?:Dr|Ct|Pl)$/.test(match.groups!.id!.split(" ").at(-1)!) && /\b(?:by|Mr|Ms)\b/.test(match[0]) ? null : "contextual",
  ),
  rule(bare, "contextual"),
  rule(small, (match) => (generic.test(match.groups!.id!) ? null : "contextual")),
  rule(dictated, (match) =>
    / (?:the|of|a|to|down|block|blocks|miles?|times?|days?|hours?|per|and|from|on|in|at|for|blood|milligrams?|test|drug) /i.test(match[0])
      ? null
      : "contextual",
  ),
);
