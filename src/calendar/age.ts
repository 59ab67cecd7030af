/** An age as written. */
export interface Age {
  readonly number: number;
  readonly unit: "years" | "months" | "weeks" | "days" | "hours";
  /** Whole years, rounded down; `90+` is 90. */
  readonly years: number;
  /** Where the number stands, `[start, end)`, digits or words. */
  readonly start: number;
  readonly end: number;
  /** `90+`, `over 89`, `>89`: already a class of ages. */
  readonly isOpen: boolean;
}

/**
 * Reads a whole text as one age: `67`, `67F`, `67 y/o`, `67-year-old`, `18 months`, `ninety-two`, `90+`, `092Y`, `P67Y`.
 * A bare number is years. Null for everything else, and for what no person reaches (over 150 years).
 */
export function parseAge(text: string): Age | null {
  if (text.length > 80) return null;
  return parseDigits(text) ?? parseWords(text);
}

function parseDigits(text: string): Age | null {
  const match =
    /^(\s{0,8}(?:(?:aged?|edad|over|above|older than|at least|más de|mayor de)\s{1,2}|[>≥]=?\s?|P)?)([0-9]{1,4})(?:\.([0-9]{1,4}))?(\s?\+)?((?:\s|-){0,2}[\p{L}./-]{0,16}(?:(?:\s|-)[\p{L}./-]{1,12}){0,2})\s{0,8}$/iu.exec(
      text,
    );
  if (!match) return null;
  const lead = match[1]!;
  const number = Number(match[3] === undefined ? match[2] : `${match[2]}.${match[3]}`);
  const unit = unitOf(match[5]!);
  // 03.2021 is a month of a year.
  if (!unit || /^(?:19|20)\d\d$/.test(match[3] ?? "")) return null;
  const start = lead.length;
  const end = start + match[2]!.length + (match[3] === undefined ? 0 : match[3].length + 1);
  return age(number, unit, start, end, match[4] !== undefined || /over|above|older|least|más|mayor|>|≥/i.test(lead));
}

function parseWords(text: string): Age | null {
  const match = /^(\s{0,8}(?:aged?\s)?)(\p{L}{2,14}(?:[\s-](?:y\s)?\p{L}{2,14}){0,6})\s{0,8}$/iu.exec(text);
  if (!match) return null;
  const parts = match[2]!.split(/(\s|-)/);
  let total = 0;
  let read = -1;
  for (let i = 0; i < parts.length; i += 2) {
    const word = parts[i]!.toLowerCase();
    if ((word === "and" || word === "y") && read >= 0) continue;
    const value = numberWords.get(word);
    if (value === undefined) break;
    total = value === 100 ? Math.max(total, 1) * 100 : total + value;
    read = i;
  }
  if (read < 0) return null;
  const unit = unitOf(parts.slice(read + 1).join(""));
  const start = match[1]!.length;
  return unit ? age(total, unit, start, start + parts.slice(0, read + 1).join("").length, false) : null;
}

function age(number: number, unit: Age["unit"], start: number, end: number, isOpen: boolean): Age | null {
  const perYear = { years: 1, months: 12, weeks: 52.1775, days: 365.2425, hours: 8765.82 }[unit];
  const years = Math.floor(number / perYear);
  return years > 150 ? null : { number, unit, years, start, end, isOpen };
}

/** What stands after the number, its blanks and dashes aside. Nothing, a sex or `old` means years. */
function unitOf(text: string): Age["unit"] | null {
  const word = text.toLowerCase().replace(/[\s.\-/]/g, "");
  if (
    /^(?:y|yr|yrs|yo|yof|yom|years?|año|años|ans?|jahre?|anos?|anni)?(?:old|ofage|yo|o|deedad)?(?:f|m|x|female|male|woman|man|w)?$/.test(
      word,
    )
  )
    return "years";
  if (/^(?:mo|mos|mon|m|months?|mes|meses|mois)(?:old|o|ofage)?$/.test(word)) return "months";
  if (/^(?:w|wk|wks|weeks?|semanas?)(?:old|o|ofage)?$/.test(word)) return "weeks";
  if (/^(?:d|days?|días?|dias?)(?:old|o|ofage)?$/.test(word)) return "days";
  return /^(?:h|hr|hrs|hours?|horas?)(?:old|o)?$/.test(word) ? "hours" : null;
}

const numberWords: ReadonlyMap<string, number> = new Map([
  ...list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    0,
    1,
  ),
  ...list("twenty thirty forty fifty sixty seventy eighty ninety hundred", 20, 10),
  ...list(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    0,
    1,
  ),
  ...list("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien", 20, 10),
  ["ciento", 100] as const,
]);

function list(words: string, first: number, step: number): (readonly [string, number])[] {
  return words.split(" ").map((word, i) => [word, first + i * step] as const);
}
