import { civilOf, dayNumberOf, isDay } from "./civil.ts";
import { type NameRead, readMonth, readWeekday, writeMonth } from "./names.ts";
import { type Piece, renderDate, type WrittenDate } from "./written-date.ts";

export interface ParseOptions {
  /** How `3/4/2021` is read where both readings are days. Default `mdy`. */
  readonly order?: "mdy" | "dmy" | undefined;
  /** Reads a bare number as seconds or milliseconds since 1970, by its size unless said: only where a slot is known to hold them. */
  readonly epoch?: boolean | "s" | "ms" | undefined;
  /** Reads a bare number as an Excel serial (1900 system): likewise. */
  readonly serial?: boolean | undefined;
  /** Reads HL7 v2 timestamps of every precision: `2021`, `202103`, `20210304`, `2021030415`, … */
  readonly hl7?: boolean | undefined;
  /** Two digits of a year are read as the last such year up to this one. Default 2030. */
  readonly latestYear?: number | undefined;
}

/**
 * Reads a whole text, blanks around it aside, as one date: ISO 8601 and HL7 with their times and zones, numbers with
 * slashes, dots and dashes, month names of six languages, a month with its year, a year, a quarter, an ISO week. Null for
 * everything else, also for a date without a year. `renderDate` gives the same text back.
 */
export function parseDate(text: string, options: ParseOptions = {}): WrittenDate | null {
  const body = text.trim();
  if (body.length < 4 || body.length > 64) return null;
  const date = parseBody(body, options);
  if (!date) return null;
  if (body.length === text.length) return date;
  const at = text.indexOf(body);
  return { ...date, pieces: [text.slice(0, at), ...date.pieces, text.slice(at + body.length)] };
}

function parseBody(body: string, options: ParseOptions): WrittenDate | null {
  const iso = parseIso(body);
  if (iso) return iso;
  const date =
    parseCount(body, options) ??
    parseCompact(body, options) ??
    parseNumeric(body, options) ??
    parseNamed(body, options) ??
    parsePeriod(body);
  // What cannot be written back as it stood was not understood.
  return date && renderDate(date) === body ? date : null;
}

/** `2021-03-04`, alone or with a time: the common case, without a regular expression. */
function parseIso(body: string): WrittenDate | null {
  if (body.length < 10 || body.charCodeAt(4) !== 45 || body.charCodeAt(7) !== 45) return null;
  const year = digits(body, 0, 4);
  const month = digits(body, 5, 7);
  const day = digits(body, 8, 10);
  if (year < 0 || month < 0 || day < 0 || !isDay(year, month, day)) return null;
  if (body.length === 10) return { year, month, day, precision: "day", hasTime: false, pieces: isoPieces };
  const rest = body.slice(10);
  return isTime(rest) ? { year, month, day, precision: "day", hasTime: true, pieces: [...isoPieces, rest] } : null;
}

/** Epoch seconds, milliseconds, Excel serials: any number is one, so only where asked for. */
function parseCount(body: string, { epoch, serial }: ParseOptions): WrittenDate | null {
  if (epoch) {
    const match = /^(-?[0-9]{1,14})(\.[0-9]{0,9})?$/.exec(body);
    if (match) {
      const number = Number(match[1]);
      // 10^11 seconds is the year 5138; 10^11 milliseconds is 1973.
      const unit = typeof epoch === "string" ? epoch : Math.abs(number) >= 1e11 ? "ms" : "s";
      return counted(number, unit, 0, match[2] ?? "");
    }
  }
  if (serial) {
    const match = /^([0-9]{1,6})(\.[0-9]{0,15})?$/.exec(body);
    // Day 60 of the 1900 system is 29 February 1900, which never was; before it the count is off by one.
    if (match && Number(match[1]) > 60) return counted(Number(match[1]), "days", dayNumberOf(1899, 12, 30), match[2] ?? "");
  }
  return null;
}

function counted(number: number, unit: "s" | "ms" | "days", origin: number, fraction: string): WrittenDate | null {
  const perDay = unit === "days" ? 1 : unit === "s" ? 86_400 : 86_400_000;
  const days = Math.floor(number / perDay);
  const date = civilOf(days + origin);
  if (date.year < 1000 || date.year > 9999) return null;
  const piece: Piece = { part: "count", unit, origin, rest: number - days * perDay, fraction };
  return { ...date, precision: "day", hasTime: unit !== "days" || fraction !== "", pieces: [piece] };
}

/** `20210304`, `20210304153000-0500`, `03042021`, a year; HL7's other precisions where asked for. */
function parseCompact(body: string, { hl7, order }: ParseOptions): WrittenDate | null {
  const match = /^([0-9]{4,14})(\.[0-9]{1,4})?([+-][0-9]{4}|Z)?$/.exec(body);
  if (!match) return null;
  const number = match[1]!;
  const rest = body.slice(number.length);
  const { length } = number;
  const year = digits(number, 0, 4);
  if (length === 4) {
    if (year < 1800 || year > 2199 || (rest !== "" && !hl7)) return null;
    return { year, month: null, day: null, precision: "year", hasTime: false, pieces: [year4, rest] };
  }
  if (length === 6) {
    const month = digits(number, 4, 6);
    if (!hl7 || !isDay(year, month, 1)) return null;
    return { year, month, day: null, precision: "month", hasTime: false, pieces: [year4, month2, rest] };
  }
  if (length < 8 || length % 2 === 1 || (length === 10 && !hl7)) return null;
  const month = digits(number, 4, 6);
  const day = digits(number, 6, 8);
  const isIso = year >= 1800 && year <= 2199 && isDay(year, month, day);
  if (isIso) {
    if (length > 8 && !isClock(digits(number, 8, 10), length > 10 ? digits(number, 10, 12) : 0, length > 12 ? digits(number, 12, 14) : 0))
      return null;
    return { year, month, day, precision: "day", hasTime: length > 8, pieces: [year4, month2, day2, number.slice(8) + rest] };
  }
  if (length !== 8 || rest !== "") return null;
  const late = digits(number, 4, 8);
  const a = digits(number, 0, 2);
  const b = digits(number, 2, 4);
  if (late < 1800 || late > 2199) return null;
  const dayFirst = order === "dmy" ? isDay(late, b, a) : !isDay(late, a, b);
  const [m, d] = dayFirst ? [b, a] : [a, b];
  if (!isDay(late, m, d)) return null;
  return {
    year: late,
    month: m,
    day: d,
    precision: "day",
    hasTime: false,
    pieces: dayFirst ? [day2, month2, year4] : [month2, day2, year4],
  };
}

/** Numbers with `/`, `.`, `-` or a blank between them, and a time after. */
function parseNumeric(body: string, options: ParseOptions): WrittenDate | null {
  const match =
    /^(?:(\p{L}{2,9}(?:-feira)?)([.,]? ?))?([0-9]{1,4})([/.-]|[/.-] | )([0-9]{1,2}|[0-9]{4})(?:(\4)([0-9]{4}|[0-9]{1,2}))?(?![0-9])(.{0,40})$/u.exec(
      body,
    );
  if (!match) return null;
  const [, weekdayWord, weekdayGap, first, gap, second, again, third, rest] = match as unknown as (string | undefined)[];
  const lead = weekdayPieces(weekdayWord, weekdayGap);
  if (!lead || !isTimeOrNothing(rest!)) return null;
  const tail = rest === "" ? [] : [rest!];
  const hasTime = rest !== "";

  if (third === undefined) {
    // A month and its year: one of the two has four digits. `3/19` is a day without a year as well, and is not read.
    if (gap === " " || hasTime || weekdayWord !== undefined) return null;
    const yearFirst = first!.length === 4;
    if (yearFirst === (second!.length === 4)) return null;
    const [yearText, monthText] = yearFirst ? [first!, second!] : [second!, first!];
    const year = Number(yearText);
    const month = Number(monthText);
    if (monthText.length > 2 || year < 1800 || year > 2199 || month < 1 || month > 12) return null;
    const monthPiece: Piece = { part: "month", width: monthText.length === 1 ? 1 : 2 };
    return {
      year,
      month,
      day: null,
      precision: "month",
      hasTime: false,
      pieces: yearFirst ? [year4, gap!, monthPiece] : [monthPiece, gap!, year4],
    };
  }

  if (first!.length === 4) {
    if (third.length > 2 || second!.length > 2) return null;
    const [year, month, day] = [Number(first), Number(second), Number(third)];
    if (!isDay(year, month, day)) return null;
    const pieces: Piece[] = [
      ...lead,
      year4,
      gap!,
      { part: "month", width: width(second!, third) },
      again!,
      { part: "day", width: width(third, second!) },
      ...tail,
    ];
    return { year, month, day, precision: "day", hasTime, pieces };
  }
  if (first!.length > 2 || second!.length > 2 || third.length === 1 || third.length === 3) return null;
  const year = third.length === 4 ? Number(third) : century(Number(third), options.latestYear);
  const a = Number(first);
  const b = Number(second);
  const dayFirst = options.order === "dmy" ? isDay(year, b, a) : !isDay(year, a, b);
  const [month, day] = dayFirst ? [b, a] : [a, b];
  if (!isDay(year, month, day)) return null;
  const [monthText, dayText] = dayFirst ? [second!, first!] : [first!, second!];
  const monthPiece: Piece = { part: "month", width: width(monthText, dayText) };
  const dayPiece: Piece = { part: "day", width: width(dayText, monthText) };
  const yearPiece: Piece = { part: "year", digits: third.length === 4 ? 4 : 2 };
  const pieces = [...lead, dayFirst ? dayPiece : monthPiece, gap!, dayFirst ? monthPiece : dayPiece, again!, yearPiece, ...tail];
  return { year, month, day, precision: "day", hasTime, pieces };
}

/** `4-Mar-2019`, `March 4th, 2021`, `4 de marzo de 2021`, `1er mars 2021`, `2021-Mar-04`, `March 2021`; a weekday before, a time after. */
function parseNamed(body: string, options: ParseOptions): WrittenDate | null {
  const words = scan(body);
  if (!words) return null;
  const pieces: Piece[] = [];
  let at = 0;
  let month: NameRead | undefined;
  let day: { text: string; piece: number } | undefined;
  let year: number | undefined;
  let weekday: NameRead | undefined;
  while (at < words.length) {
    const word = words[at]!;
    if (/^[0-9]/.test(word)) {
      const before = words[at - 1] ?? "";
      if (word.length === 4) {
        if (year !== undefined) return null;
        year = Number(word);
        pieces.push(year4);
      } else if (word.length > 2) return null;
      else if (day === undefined && !(before.endsWith("'") || before.endsWith("’"))) {
        day = { text: word, piece: pieces.length };
        pieces.push({ part: "day", width: word.length === 1 ? 1 : 2 });
      } else if (word.length === 2 && year === undefined && month) {
        year = century(Number(word), options.latestYear);
        pieces.push({ part: "year", digits: 2 });
      } else return null;
      at++;
      const after = words[at];
      if (after !== undefined && /^(?:st|nd|rd|th)$/i.test(after) && pieces.length - 1 === day?.piece) {
        pieces.push({ part: "ordinal", upper: after === after.toUpperCase() });
        at++;
      }
    } else if (/^\p{L}/u.test(word)) {
      const asMonth = month ? null : readMonth(word);
      const asWeekday = weekday || asMonth || at > 0 ? null : readWeekday(word);
      // `mar` is Tuesday in Spanish where a month follows.
      const both = asMonth && at === 0 && readWeekday(word) && words.slice(1).some((other) => readMonth(other) !== null);
      if (asMonth && !both) {
        month = languageOf(asMonth, words);
        pieces.push({ part: "month-name", like: month });
      } else if (asWeekday || both) {
        weekday = (asWeekday ?? readWeekday(word))!;
        pieces.push({ part: "weekday", like: weekday });
      } else if (joiners.has(word.toLowerCase())) pieces.push(word);
      else return null;
      at++;
    } else {
      pieces.push(word);
      at++;
    }
    const isDone = month !== undefined && year !== undefined;
    if (!isDone) continue;
    // In `2021-Mar-04` the day is still to come.
    const next = words[at + 1];
    const isGap = words[at] !== undefined && /^[-/. ]$/.test(words[at]!);
    if (day !== undefined || !isGap || next === undefined || !/^[0-9]{1,2}$/.test(next) || words[at + 2] === ":") break;
    pieces.push(words[at]!);
    at++;
  }
  if (!month || year === undefined || year < 1800 || year > 2199) return null;
  const rest = words.slice(at).join("");
  if (!isTimeOrNothing(rest)) return null;
  if (rest !== "") pieces.push(rest);
  if (!day) {
    if (weekday || rest !== "") return null;
    return { year, month: month.number, day: null, precision: "month", hasTime: false, pieces };
  }
  if (!isDay(year, month.number, Number(day.text))) return null;
  return { year, month: month.number, day: Number(day.text), precision: "day", hasTime: rest !== "", pieces };
}

/** What tells its year and less than a month: `2021-Q3`, `Q3 2021`, `2021-W05-3`, `spring of 2021`, `late 2021`. Written back only as it is. */
function parsePeriod(body: string): WrittenDate | null {
  const quarter = /^(?:[Qq][1-4][ -]?([0-9]{4})|([0-9]{4})[ -]?[Qq][1-4])$/.exec(body);
  const week = /^([0-9]{4})-?W[0-5][0-9](?:-?[1-7])?$/.exec(body);
  const season = /^(?:spring|summer|fall|autumn|winter|early|mid|late)(?:,? |-| of )([0-9]{4})$/i.exec(body);
  const year = Number(quarter?.[1] ?? quarter?.[2] ?? week?.[1] ?? season?.[1] ?? 0);
  if (year < 1800 || year > 2199) return null;
  return { year, month: null, day: null, precision: week ? "week" : "quarter", hasTime: false, pieces: [body] };
}

function weekdayPieces(word: string | undefined, gap: string | undefined): Piece[] | null {
  if (word === undefined) return [];
  const like = readWeekday(word);
  return like ? [{ part: "weekday", like }, gap ?? ""] : null;
}

/** Words of digits, of letters, and single other characters; null where there are too many to be a date. */
function scan(body: string): string[] | null {
  const words = body.match(/[0-9]{1,16}|\p{L}{1,16}(?:-feira)?|[^0-9\p{L}]/gu);
  return words && words.length <= 32 ? words : null;
}

/** A short name that several languages share is Spanish beside `de`. */
function languageOf(month: NameRead, words: readonly string[]): NameRead {
  if (month.language !== "en" || !words.some((word) => /^(?:de|del)$/i.test(word))) return month;
  const spanish = { ...month, language: "es" };
  return writeMonth(spanish, month.number) === writeMonth(month, month.number) ? spanish : month;
}

const joiners = new Set(["de", "del", "of", "the", "den", "le", "el", "er", "ero", "do"]);

/** Digits of `text` in `[from, to)` as a number, or -1. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Padded to two unless the text, or the field beside it, shows that single digits are written. */
function width(text: string, beside: string): 1 | 2 {
  if (text.length === 1) return 1;
  return text[0] !== "0" && beside.length === 1 ? 1 : 2;
}

function century(twoDigits: number, latestYear = 2030): number {
  const year = latestYear - (latestYear % 100) + twoDigits;
  return year > latestYear ? year - 100 : year;
}

function isClock(hours: number, minutes: number, seconds: number): boolean {
  return hours <= 24 && minutes <= 59 && seconds <= 60;
}

const time =
  /^(?:T|t|,? {1,2}| {0,2}@ ?|, {1,2}at |,? at |;|\/|:|-|_)([0-9]{1,2})(?:[:.h]?([0-9]{2})(?:[:.]?([0-9]{2})(?:[.,][0-9]{1,9})?)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:[Zz]|[A-Z]{2,4}(?:[+-][0-9]{4})?|[+-][0-9]{2}(?::?[0-9]{2})?))?(?:\[[A-Za-z_/]{1,40}\])?(?: \([A-Za-z ]{1,30}\))?$/;

function isTime(rest: string): boolean {
  const match = time.exec(rest);
  return (
    match !== null &&
    isClock(Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)) &&
    (match[2] !== undefined || /[AaPp]\.?[Mm]|^T/.test(rest))
  );
}

function isTimeOrNothing(rest: string): boolean {
  return rest === "" || isTime(rest);
}

const year4: Piece = { part: "year", digits: 4 };
const month2: Piece = { part: "month", width: 2 };
const day2: Piece = { part: "day", width: 2 };
const isoPieces: readonly Piece[] = [year4, "-", month2, "-", day2];
