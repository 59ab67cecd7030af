import { defineKind, listed } from "../define.ts";
import type { Match } from "../kind.ts";
import { anyOf, matchesOf, rule } from "../search.ts";
import type { Sites } from "../sites.ts";

/** `aged 91-95`, `ages 88, 91 and 94`, `siblings 91, 94 and 97`: two ages or more in a row. */
const listOfAges =
  /\b(?:(?:aged|ages?)(?: of| from| between)?|(?:siblings|sisters|brothers|parents|grandparents|aunts|uncles|sons|daughters|children|kids|twins|cousins|roommates)(?:,| are| were|:)?(?: now| ages?| aged)?) \(?(?<ages>\d{1,3}(?:(?: ?[-\u2013\u2014,&/] ?|,? (?:and|or|to|through|&) )\d{1,3}){1,8})(?![\w%/]|[.,-]\d| ?(?:%|mg|mcg|ml|kg|lbs?|pounds|cm|mm|bpm|percent|hours?|hrs?|days?|weeks?|wks?|months?|mos?|minutes?|min)\b)/gi;
const overInList = /(?<!\d)(?:9\d|1[0-2]\d)(?!\d)/g;

/** Those of a list that are over 89, each alone. */
function findListed(text: string, sites?: Sites): Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(text, listOfAges, sites)) {
    const ages = match.groups!.ages!;
    const from = match.index + match[0].length - ages.length;
    for (const age of ages.matchAll(overInList))
      found.push({ start: from + age.index, end: from + age.index + age[0].length, strength: "contextual" });
  }
  return found;
}

export const age = defineKind({
  name: "age",
  category: "C",
  title: "Age over 89",
  tag: "AGE",
  labels: listed(`
    age, ages, patient age, age years, age in years, age yrs, age months, age days, anchor age, current age, age at death,
    age at visit, age at diagnosis, age at encounter, age at admission, age admission, age at onset, onset age, years old, edad,
    edad en anos, age value, age calc
  `),
  find: anyOf(
    findListed,
    // `92 YOM`, `92 y.o.f.`, `94y`, and a sex behind a stroke: `93/F`.
    rule(
      /(?<![\w./,-]|\$)(?:9\d|1[0-2]\d)(?:[- ]?y(?:\.?\/?o\.?|rs?\.?)?[mfw](?:\.(?=\s|$)|(?![\w/%]))|y(?![\w/])|y\.o\.(?=\s|$))/gi,
      "contextual",
    ),
    rule(/(?<![\w./,-]|\$)(?:9\d|1[0-2]\d) ?\/ ?(?:[FM]|[Ff]emale|[Mm]ale|woman|man)(?![\w/°%])/g, (match) =>
      /\b(?:t|temp|tmax|temperature)(?: of| is)?[:. ]{1,3}$/i.test(match.input.slice(Math.max(0, match.index - 16), match.index))
        ? null
        : "contextual",
    ),
    rule(/(?<![\w./])(?:[FM]|[Ff]emale|[Mm]ale)\/(?<id>9\d|1[0-2]\d)(?![\w/%]|[.-]\d)/g, "contextual"),
    rule(
      /\bage(?:\/(?:sex|gender))?(?: ?\(?(?:yrs?|years)\)?)?[:=]{1,2} {0,3}(?<id>(?:9\d|1[0-2]\d)(?: ?(?:y|yrs?|yo|y\/o|years?)(?!\w))?)(?![\w%]|[.-]\d)/gi,
      "contextual",
    ),
    // Digits before a word for years: `91 yo`, `94y/o`, `101-YEAR-OLD`, `91 YRS M`.
    rule(
      /(?<![\w./,-]|\$)(?:9\d|1[0-2]\d)(?:\.\d{1,2}| and (?:a|one)[- ]half| ?½| 1\/2)?[- ]{0,2}(?:years?[- ]{0,2}olds?|yrs?[- ]{0,2}olds?|years?|yrs?|y\/?o|yo|y\.o\.|años|ans)(?![\w/])/gi,
      "contextual",
    ),
    // `93F`, `90Y M`, `95F here`, and in small letters behind what begins a history: `hpi: 94f w/ asthma`.
    rule(
      /(?<![\w./,-]|\$)(?:9\d|1[0-2]\d)(?:[ -]?[yY](?:(?:\/o|o)?[MmFf]|[ -][MmFf])(?!\w)|M(?![\w%])| ?[MF](?=,? (?:with|w\/|who|here|seen|presents?|presenting|s\/p|h\/o|hx|pmh|admitted|c\/o|p\/w|day \d|POD|HD)(?!\w))|(?<=(?:\bis|[:-])\s{1,2}\d{2,3})[mf](?=,? (?:with|w\/|who|here|presents?|s\/p|h\/o|hx|c\/o|p\/w)(?!\w)))/g,
      "contextual",
    ),
    // Alone at the beginning of a line, before what brings somebody: `91F, chest pressure`, but not `98F, pulse 80`.
    rule(
      /^(?:9\d|1[0-2]\d)[MF](?=, (?!pulse|hr\b|bp\b|rr\b|resp|sat|spo2|oral|tymp|axill|temp|rectal|afebrile|febrile)[a-z])/gm,
      "contextual",
    ),
    rule(
      /\b(?:aged?|turned|turning|turns|age of|died at|dies at|passed(?: away)? at|lived to(?: be)?|is now|now|edad(?: de)?|until|at age)[: ]{1,2}(?<id>9\d|1[0-2]\d)(?![\w/%]|[.,-]\d| ?(?:%|mg|mcg|ml|kg|lbs?|pounds|cm|mm|bpm|beats|degrees|percent|units|hours?|hrs?|days?|weeks?|months?|min|minutes|pm|am|mmhg|systolic))/gi,
      (match) => (/^(?:until|now|is now)/i.test(match[0]) ? null : "contextual"),
    ),
    rule(/\b(?:in|into) (?:her|his|their|my) (?:(?:early|mid|late)[- ])?(?<id>(?:90|100|110)'?s|nineties|hundreds)(?!\w)/gi, "contextual"),
    rule(
      /(?<!\w)(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a |one )hundred(?:[- ](?:and[- ])?(?:one|two|three|four|five|six|seven|eight|nine|ten))?)(?=[- ](?:years?[- ](?:old|of age)|yrs?[- ]old|yo\b|y\/o)|[,.]? (?:years? of age|years? old))/gi,
      "contextual",
    ),
    rule(
      /\b(?:aged?|turned|turning|age of|died at|is|she's|he's|was) (?<id>ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)(?![\w-]|,? (?:percent|mg|degrees|minutes?|days?|seconds|pounds|over|milligrams|units|hours|\d))/gi,
      "contextual",
    ),
    // "mother (90)", "GRANDMOTHER ERNESTINE, 92,", "She is 93", "d. at 91": kin, a person's pronoun or a death.
    rule(
      /(?:\b(?:mother|father|mom|dad|grandmother|grandfather|grandma|grandpa|aunt|uncle|wife|husband|spouse|sister|brother|neighbor|widow|gm|gf|mgm|pgm|mgf|pgf|mil|fil|gma|gpa|nana|abuela|abuelo|tutu|roommate|landlady|patient|pt|mr|mrs|ms|miss)\b\.?(?: \p{Lu}[\p{L}'-]{1,20}){0,3},? ?\(?|\b(?:she|he|mom|dad|mother|father|who|patient|pt)(?: is|'s| was|'d be)(?: now| only| almost| nearly)? |\bd\.? (?:at|@)(?: age)? |\bdied(?: @| of [a-z]{2,12} at) )(?<id>9\d|1[01]\d)(?=\)|,|\.(?!\d)|;| (?:so|and|but|with|in|at|who|when|of|from|lives|y)\b)/giu,
      "contextual",
    ),
    // "| 94 F |", "BANKS, IDA  91F": at 90 to 93 no temperature, at more with a stroke beside it.
    rule(/(?<=[A-Za-z.,)|] {1,3})(?<id>9[0-3] ?[FM])(?![\w%°])|(?<=\| ?)(?<other>(?:9\d|10\d) ?[FM])(?= ?\|)/g, (match) =>
      /\b(?:T|temp|tmax|at|of|water|sat|sats|spo2|hr|p|pulse)[:. ]{1,3}$/i.test(
        match.input.slice(Math.max(0, match.index - 8), match.index),
      )
        ? null
        : "contextual",
    ),
    rule(/, (?<id>ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)(?=[,.;)])/gi, "contextual"),
    // "alive at 97", "brother, d. 91", "he will be 93 on", "grandma's 90th"
    rule(
      /\b(?:(?:alive|living|healthy|well|dead|passed|lived) (?:at|@)(?: age)? |d\. (?:at )?|dec(?:eased)?\.? (?:at )?(?:age )?|(?:will|would|'ll|to) (?:be|have been) )(?<id>9\d|1[01]\d)(?![\w%/]|[.,-]\d| ?(?:%|mg|mcg|ml|kg|lbs?|pounds|cm|mm|bpm|beats|degrees|percent|units|hours?|hrs?|days?|weeks?|months?|min|minutes|pm|am|mmhg|systolic|on (?:ra|room|\d)))/gi,
      "contextual",
    ),
    rule(
      /\b(?:(?:grand)?(?:mother|father|ma|pa|mom|dad|aunt|uncle|wife|husband|sister|brother|mom|mum|nana|gran|her|his|my|their|pt|patient)'?s?|own) (?<id>(?:9\d|1[01]\d)(?:th|st|nd|rd))(?![\w-]| (?:percentile|day|hospital|attempt|minute))|(?<birthday>(?:9\d|1[01]\d)(?:th|st|nd|rd)(?= ?(?:birthday|bday|b-day)))/gi,
      "contextual",
    ),
    rule(/\b(?:lived|live) to (?:be )?(?<id>ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)(?![\w-])/gi, "contextual"),
    rule(/(?<!\w)(?:nonagenarian|centenarian|supercentenarian|nonagenaria|nonagenario)s?(?!\w)/gi, "contextual"),
    rule(/(?<![\w.])(?<id>10[89]\d|1[1-4]\d\d)[- ]months?[- ]old(?!\w)/gi, "contextual"),
  ),
  matches: () => null,
  accepts: (value) =>
    /^(?:>|<|over |about )?\d{1,3}(?:\.\d{1,2})?\+?(?: ?(?:y|yr|yrs|yo|y\/o|years?|m|mo|mos|months?|w|wk|wks|weeks?|d|days?|años|meses))?(?: old)?(?: ?[MmFf])?$/i.test(
      value.trim(),
    ) || /^(?:ninety|eighty|seventy|sixty|fifty|forty|thirty|twenty)(?:[- ]\w{3,5})?$/i.test(value.trim()),
  normalize: (value) => value.trim(),
  // Up to 89 an age is no identifier (45 CFR 164.514(b)(2)(i)(C)).
  make: (stream, context) => {
    const today = Number(context?.asOf?.slice(0, 4) ?? 2024);
    const years = context?.birthYear === undefined ? stream.int(0, 89) : Math.max(0, Math.min(89, today - context.birthYear));
    return String(years);
  },
  examples: {
    found: [
      "a [[91 yo]] man",
      "[[94y/o]] female",
      "[[ninety-two]] years old",
      "she is in her [[90s]]",
      "[[101-year-old]] veteran",
      "aged [[93]]",
      "just turned [[90]]",
      "mother died at [[92]]",
      "Age: [[67]]",
      "[[93F]] with CHF",
      "THIS IS A [[91-YEAR-OLD]] MALE",
      "hpi: [[94f]] w/ asthma",
      "[[91F]], chest pressure since morning",
    ],
    kept: [
      "67 yo man",
      "39w2d",
      "90 mg",
      "90 %",
      "sat 94 % on RA",
      "HR 92",
      "3-year-old",
      "67F",
      "age group: adult",
      "pulse now 92",
      "98F, pulse 80",
      "walked 100m with cane",
      "110 lbs",
    ],
  },
});
