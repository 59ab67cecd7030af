import type { Match } from "./kind.ts";
import { matchesOf, search } from "./search.ts";
import type { Sites } from "./sites.ts";

/** Whether two numbers can be a month and a day, in either order. */
export const plausible = (a: number, b: number): boolean =>
  (a >= 1 && a <= 12 && b >= 1 && b <= 31) || (a >= 1 && a <= 31 && b >= 1 && b <= 12);

const partial =
  /(?<![\w.\-/:]|\d,)(?<m>\d{1,2})\/(?<d>\d{1,2})(?: ?(?<to>-|–|—|to|thru|through) ?(?<m2>\d{1,2})\/(?<d2>\d{1,2}))?(?![\d%\w]|\/\d|-\d|\.\d)/gi;
/** What a date follows at once, also without a year. */
export const dateBefore =
  /(?:^|[\s(;,])(?:on|since|until|till|by|dated?|before|after|from|thru|through|starting|ending|beginning|effective|as of|of|admit(?:ted)?|adm|discharged?|d\/c(?:'d|ed)?|dc(?:'d)?|seen|start(?:s|ed)?|stopped|performed|done|drawn|collected|resulted|f\/u|follow-?up|appt|appointment|visit|scheduled(?: for)?|due|returns?|returned|labs?|cxr|mri|ct|echo|tte|ekg|ecg|eeg|egd|emg|pft|dexa|pap|bx|biopsy|colonoscopy|mammogram|mammo|ultrasound|path|dos|lmp|edc|edd|dob|born|eval|evaluation|surgery|onset|doi|dol|exp|expires|mon|tues?|weds?|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?[:,]? {1,2}$/i;
const ratioBefore =
  /(?:strength|motor|power|murmur|pain|score|rated|gcs|mmse|moca|phq|gad|apgars?|reflexes|dtrs?|pulses?|edema|grade|bipap|cpap|ps|peep|settings?|vision|va|acuity|bp|ratio|fraction|stage)(?:-\d{1,2})?(?: (?:of|is|was|in|at|from|to))?[:,]? {1,2}$/i;
const ratioAfter =
  /^ ?(?:ns|normal|half|strength|tab|tablet|dose|cup|pack|ppd|teaspoon|pill|cap|murmur|motor|power|pain|in (?:all|both|the|right|left|bilateral|upper|lower)|od|os|ou|systolic|diastolic|grade|criteria|points?|positive|nodes?|sirs|throughout|bilaterally|wbc|hpf|of the|sec|mm|cm|mg|ml|inch|of (?!this|last|next|the year|19|20)|sets?|reflexes|pulses|h|hrs?|hours|days?|d\b|wks?|weeks?|bottles|cultures|lymph|nodes|cores|views?|visits)\b/i;
/** `AST/ALT 12/9`: values in the order of their names. `D/C 5/20` and `S/P 4/7` are none. */
const pairBefore = /(?<![\w/])(?!d\/c|s\/p|f\/u|w\/u|h\/p|a\/p|o\/n|r\/o|m\/c)[A-Za-z]{1,5}\/[A-Za-z]{1,5}[:=]? {0,2}$/i;
/** Words of scores, results and settings that two numbers with a stroke may belong to. */
const strip =
  /(?<![a-z])(?:apgars?|katz|lawton|slums|gds|mna|thermometer|hstn|quads?|hams(?:trings)?|delts?|biceps|triceps|ehl|ta|iddsi|leak|case|dp|dp [^\n]{1,8} pt|cft|fluids|score|pain|vas|gait|scale|strength|motor|h\/h|bun|cr|ratio|bp|ps|bipap|cpap|peep|vent|i\/o|murmur|grade|pulse|dtrs?|reflex(?:es)?|cores?|nodes?|bottles?|visit|week|wk|day|cycle|dose|page|pg|p|stage|monofilament|[rl]|lt|rt|left|right|knee|hip|grip|pinch|va|od|os|ou)[:=]? {0,2}$/i;
const settings = /\b(?:bipap|cpap|ipap|epap|peep|fio2|h2o|apgars?|psv|simv|norco|percocet|vicodin|lotrel|caduet|tablets?|mg|mcg)\b/i;
const fullWithStrokes = /(?<![\d/.-])\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})(?![\d/])|(?<![\d/.-])\d{1,2}\/(?:1[3-9]|2[1-9]|31)(?![\d/.%])/;
/** What was done or is to come, with its day behind it. Weaker than `dateBefore`: the month must fit the rest of the text. */
const deedBefore =
  /(?:^|[\s(;,])(?:given|signed|submitted|placed|sent|rec(?:'d|eived)|came|comes|arriv(?:es|ed|ing)|back|last|next|rev|reviewed|completed|removed|redone|closed|filed|resumed|recheck(?:ed)?|missed|denied|updated|prior|off|ok|to|call(?:ed)?|court|hearing|meeting|clinic|ed|er|pt|ot|rn|md|np|pa)[:,]? {1,2}$/i;
/** A time of day behind it: `2/8 9:15`, `4/2 1810`, `5/5 am`. */
const clockAfter =
  /^(?:,? | ?@ ?)(?:\d{1,2}:\d{2}|\d{1,2} ?[ap]\.?m?\b|(?:[01]\d|2[0-3])[0-5]\d(?![\d./-])(?! ?(?:mg|ml|mcg|units?|u|cc|g|kcal)\b)|am\b|pm\b|a\.m|p\.m)/i;
const eventBefore =
  /\b(?:note|breakup|cultures?|date|shift|court|wk of|week of|weight|lbm|bm|xrays?|x-ray|refill|surgery|placed|removed|out|ran out|expires?)[ \w]{0,14}[(:,]? ?$/i;

/** Month and day without a year: a date only among words that ask for one, or where the day cannot be a score. */
export function findPartial(text: string, sites?: Sites): Match[] {
  // A text that writes dates with strokes elsewhere: there a greater number over a smaller one is no part of anything.
  let inStrokes: boolean | undefined;
  // The months about which the text was written, where its whole dates tell.
  let season: readonly boolean[] | null | undefined;
  let often: Uint16Array | undefined;
  return search(
    text,
    partial,
    (match) => {
      const { m: first = "", d: second = "", m2, d2 } = match.groups!;
      const [m, d] = [Number(first), Number(second)];
      const at = match.index!;
      const end = at + match[0].length;
      const left = text.slice(Math.max(0, at - 24), at);
      const right = text.slice(end, end + 20);
      // "31 3/7 weeks", "15 5/12 years": a whole number and its part.
      if ((d === 7 && /(?<![\d/.#-])[1-4]\d $/.test(left)) || (d === 12 && /(?<![\d/.#-])\d{1,2} $/.test(left))) return null;
      const off = /\boff (?:of )?[a-z]{2,8} $/i.test(left);
      if (
        !plausible(m, d) ||
        (ratioBefore.test(left) && !off && !(d > 20 && d !== 30 && / (?:to|from|until) $/.test(left))) ||
        ratioAfter.test(right) ||
        pairBefore.test(left)
      )
        return null;
      if (m2 !== undefined) {
        if (!plausible(Number(m2), Number(d2))) return null;
        return second === d2 && /^(?:4|5|6|10)$/.test(second) ? null : "contextual";
      }
      const clock = clockAfter.test(right);
      if (/^(?:5\/5|10\/10)$/.test(match[0]) && !clock) return dateBefore.test(left) && !/^ ?[\w,]/.test(right) ? "contextual" : null;
      if (dateBefore.test(left)) {
        const isPart = /(?<!\b(?:week|wk|weeks|visits?|labs?|results?|x-?ray|ct|mri|note|call|message) )of $|from $/i.test(left) && d <= 10;
        if (!isPart) return "contextual";
        if (m <= d) return null;
      }
      // "4/2 1810": a time of day behind it; or a second number that is the greatest of no scale.
      if (m === 0) return null;
      if (m > 12) {
        // "result 25/7" in a text that writes 14/07/2025: the day first.
        if (season === undefined) season = seasonOf(text, sites);
        return season?.[d] && /(?:^|[\s(,;:])$/.test(left) && dayFirst.test(text) ? "contextual" : null;
      }
      if (clock) return "contextual";
      if (strip.test(left) && !off) return null;
      // "Biopsy in 11/20": a month and a year.
      if (d > 12 && /(?:^|\s)(?:in|since) $/i.test(left)) return "contextual";
      if (d > 12 && ![15, 20, 30].includes(d)) return "shaped";
      inStrokes ??= fullWithStrokes.test(text);
      if (season === undefined) season = seasonOf(text, sites);
      const nearby = (/[^.;,]{0,14}$/.exec(left)?.[0] ?? "") + (/^[^.;,]{0,12}/.exec(right)?.[0] ?? "");
      const bare = /(?:^|[\s(,;:&@~])$/.test(left) && (off || !settings.test(nearby));
      if (inStrokes && bare && (m > d || [7, 9, 11].includes(d))) return "contextual";
      // Over 2 to 6 a small number is a grade or a part, unless the text dates other things in that month too.
      const usual = (): boolean => {
        often ??= oftenOf(text);
        return often[m]! > 1;
      };
      const fraction = m <= d && (([2, 3, 4, 5, 6].includes(d) && !(m > 2 && m !== d - 1 && usual())) || ([8, 10].includes(d) && !usual()));
      // "MNA 9/14", "SLUMS 9/30": the greatest of many scales, behind an abbreviation.
      if (m <= d && [6, 8, 10, 12, 14, 15, 20, 24, 28, 30].includes(d) && scaleBefore.test(left) && lowerCase.test(left + right))
        return null;
      if (season?.[m] && bare && (!fraction || deedBefore.test(left))) return "contextual";
      const alone = /^[ \t]{0,4}(?:$|\n|[-:.,;)] |[-:.,;)]$)/.test(right);
      // A heading or a list of events: "10/11" ends or begins its line.
      if (/(?:^|\n)[ \t]{0,4}$/.test(left) && /^(?: ?[-:] |\n)/.test(right)) return "contextual";
      if (eventBefore.test(left)) return "contextual";
      return alone && [7, 8, 9, 11].includes(d) && m > 2 && /(?:^|[^A-Z\w])[a-z,]{1,20} $|\($/.test(left) ? "shaped" : null;
    },
    sites,
  );
}

const whole =
  /(?<![\d/.-])(?:(?<m>\d{1,2})(?<s>[/.-])(?<d>\d{1,2})\k<s>(?<y>(?:20)?\d{2})|(?<iy>20\d{2})-(?<im>\d{2})-\d{2}|(?<dm>\d{1,2}) ?-?(?<dn>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ ,-]{0,2}(?<dy>20\d{2}))(?!\d)|\b(?<n>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? (?<ny>20\d{2})(?!\d)/gi;
const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The months, 1 to 12, from four before to three behind the month that most whole dates of the text are near to. */
function seasonOf(text: string, sites?: Sites): readonly boolean[] | null {
  const counts = new Map<number, number>();
  for (const { groups } of matchesOf(text, whole, sites)) {
    const { m, d, y, iy, im, dn, dy, n, ny } = groups!;
    const name = dn ?? n;
    const month = name === undefined ? Number(im ?? (Number(m) > 12 ? d : m)) : names.indexOf(name.toLowerCase()) + 1;
    const year = Number(iy ?? dy ?? ny ?? y) % 100;
    if (month < 1 || month > 12 || year > 60) continue;
    counts.set(year * 12 + month, (counts.get(year * 12 + month) ?? 0) + 1);
  }
  let most = 0;
  let middle = 0;
  for (const [at] of counts) {
    const near = [-2, -1, 0, 1, 2].reduce((sum, by) => sum + (counts.get(at + by) ?? 0), 0);
    if (near > most || (near === most && at > middle)) [most, middle] = [near, at];
  }
  if (most === 0) return null;
  const months: boolean[] = new Array<boolean>(13).fill(false);
  for (let by = -4; by <= 3; by++) months[((middle + by + 119) % 12) + 1] = true;
  return months;
}

const scaleBefore =
  /(?<![A-Za-z])(?!(?:XR|CT|CTA|MR|MRI|MRA|US|CXR|TTE|TEE|EEG|EKG|ECG|PET|EMG|EGD|KUB|BCX|UCX|CX|BX|PT|OT|RTC|PEG|LP|OR|IR|ED|HD|NP|PA|MD|RN|DC|FU|BMP|CBC|CMP|QFT|TSH|HIV|PSIF|NBS|ROI|POLST|DNR|SNF|PICC|AVF|HH|SW|CM|ID|GI|GYN|ENT|OB) ?$)[A-Z]{2,6}[:=]? $/;
const lowerCase = /[a-z]/;
const dayFirst = /(?<![\d/.-])(?:1[3-9]|2\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)?\d{2}(?!\d)/;
const certain = /(?<![\d/.-])(?<m>\d{1,2})\/(?<d>\d{1,2})(?<y>\/\d{2,4})?(?![\d/.%])/g;

/** How often each month stands with a day that is no part or score of anything. */
function oftenOf(text: string): Uint16Array {
  const counts = new Uint16Array(13);
  for (const { groups } of text.matchAll(certain)) {
    const [m, d] = [Number(groups!.m), Number(groups!.d)];
    if (m < 13 && d < 32 && d > 0 && (groups!.y !== undefined || (d > 12 ? ![15, 20, 30].includes(d) : m > d || [7, 9, 11].includes(d))))
      counts[m]!++;
  }
  return counts;
}

const dashed = /(?<![\w.\-/#])(?<m>\d{1,2})-(?<d>\d{1,2})(?![\w/%-]|\.\d)/g;
const wholeDashed = /(?<![\d/.-])\d{1,2}-\d{1,2}-(?:20)?\d{2}(?![\d-])/;
const unitAfter =
  /^ ?(?:%|x\b|h\b|hrs?|hours?|days?|wks?|weeks?|mos?\b|months?|yrs?|years?|min|mg|mcg|ml|cc|units?|u\b|cm|mm|lbs?|kg|reps?|times|beats|bpm|pounds|pills?|tabs?|drinks?|packs?|cigs?|beers?|per|a day|of|ft|feet|steps|l\b|lpm|liters?|points?|sec|degrees|cells|wbc|rbc|hpf|percent|visits|sessions|stairs|blocks|miles)/i;

/** `RTC 1-20`, `post visit 8-15 0810`, in texts about that time of year; a range of what is counted has its unit behind it. */
export function findDashed(text: string, sites?: Sites): Match[] {
  let season: readonly boolean[] | null | undefined;
  return search(
    text,
    dashed,
    (match) => {
      const [m, d] = [Number(match.groups!.m), Number(match.groups!.d)];
      if (m < 1 || m > 12 || d < 1 || d > 31) return null;
      const at = match.index;
      const left = text.slice(Math.max(0, at - 24), at);
      const right = text.slice(at + match[0].length, at + match[0].length + 20);
      if (
        unitAfter.test(right) ||
        ratioBefore.test(left) ||
        strip.test(left) ||
        /[A-Za-z]$|(?:grade|level|line|lines|rows?|every|q|for|x|age|aged|ages|score|vertebra[le]?|rib|ribs) $/i.test(left)
      )
        return null;
      if (season === undefined) season = seasonOf(text, sites);
      if (!season?.[m]) return null;
      if ((clockAfter.test(right) && !/^ ?[ap]\.?m/i.test(right)) || dateBefore.test(left)) return "contextual";
      return wholeDashed.test(text) &&
        (d > 12 || m > d) &&
        /(?:^|[\s(])$/.test(left) &&
        /^(?:[.,;)] |[.,;)]?(?:\n|$)| (?:and|by|at|w|with|→|->)[ \n])/.test(right) &&
        !/\d $|[:=<>~] $/.test(left)
        ? "contextual"
        : null;
    },
    sites,
  );
}
