import type { Stream } from "../../random/stream.ts";
import { defineKind, listed } from "../define.ts";
import { findDates } from "../find-dates.ts";
import type { MakeContext } from "../kind.ts";
import { rule } from "../search.ts";
import type { Strength } from "../strength.ts";

const wholeDate = [
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:1[89]|2[01])\d{2}(?:[ T,].{1,30})?$/,
  /^(?:1[89]|2[01])\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T].{1,40})?$/,
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4,6}(?:\.\d{1,6})?(?:[+-]\d{4})?)$/,
];
const maybeDate = [
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?: .{1,20})?$/,
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/,
  /^(?:0?[1-9]|1[0-2])\/(?:19|20)\d{2}$/,
  // Seconds and milliseconds since 1970, from 1990 to 2040; days since 1899-12-30 in a spreadsheet, from 1927 to 2064.
  /^(?:6[3-9]\d|[7-9]\d\d|1\d{3}|2[01]\d\d)\d{6}(?:\.\d{1,6})?$/,
  /^(?:6[3-9]\d|[7-9]\d\d|1\d{3}|2[01]\d\d)\d{9}$/,
  /^[1-5]\d{4}(?:\.\d{1,12})?$/,
];

function matchesDate(value: string): Strength | null {
  const text = value.trim();
  if (text.length < 4 || text.length > 50) return null;
  if (wholeDate.some((pattern) => pattern.test(text))) return "checked";
  if (maybeDate.some((pattern) => pattern.test(text))) return "shaped";
  if (!/\d/.test(text) || !/\p{L}{3}/u.test(text)) return null;
  const [only] = findDates(text);
  return only !== undefined && only.start === 0 && only.end >= text.length - 1 && only.strength !== "contextual"
    ? "checked"
    : only !== undefined && only.start === 0 && only.end === text.length
      ? "contextual"
      : null;
}

const telephone = /^(?:\+?1[-. ])?(?:\(?\d{3}\)?[-. ]{1,2})?\d{3}[-. ]\d{4}[.,;]?$/;

/** One with a number, a month, a weekday or a holiday in it. */
const acceptsDate = (value: string): boolean => {
  const text = value.trim();
  if (text.length > 60 || !/[\dOo]/.test(text)) return findDates(text).length > 0;
  // `Wife updated at 425.555.0181`: where dates are kept, a telephone number must not be one.
  if (telephone.test(text)) return false;
  return /^[\dOol][\dOol/.:,'\sTZ+\u2010-\u2015-]{0,59}(?: ?[AaPp]\.?[Mm]\.?)?$/.test(text)
    ? text.length > 1
    : findDates(text).length > 0 || /^[\p{L}\d .,/'-]{3,30}$/u.test(text);
};

const short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const long = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const two = (number: number): string => String(number).padStart(2, "0");

/** In the spelling of `like` where it is one of the usual ones, else `YYYY-MM-DD`. */
function spellDate(year: number, month: number, day: number, like: string | undefined): string {
  const text = like?.trim() ?? "";
  const iso = `${year}-${two(month)}-${two(day)}`;
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) return `${two(month)}/${two(day)}/${year}`;
  if (/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(text)) return `${month}/${day}/${two(year % 100)}`;
  if (/^\d{1,2}-\d{1,2}-\d{4}$/.test(text)) return `${two(month)}-${two(day)}-${year}`;
  if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text)) return `${two(day)}.${two(month)}.${year}`;
  if (/^\d{8}$/.test(text)) return `${year}${two(month)}${two(day)}`;
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return `${iso}T00:00:00Z`;
  if (/^\d{1,2}-\p{L}{3}-\d{2}$/u.test(text)) return `${day}-${short[month - 1]}-${two(year % 100)}`;
  if (/^\d{1,2}-\p{L}{3}-\d{4}$/u.test(text)) return `${day}-${short[month - 1]}-${year}`;
  if (/^\p{L}{3}\.? \d{1,2}, \d{4}$/u.test(text)) return `${short[month - 1]} ${day}, ${year}`;
  if (/^\p{L}{4,10} \d{1,2}, \d{4}$/u.test(text)) return `${long[month - 1]} ${day}, ${year}`;
  return iso;
}

/** A date can be nobody's only by where it stands; it is drawn without regard to the one replaced. */
function makeDate(stream: Stream, context?: MakeContext): string {
  const today = Number(context?.asOf?.slice(0, 4) ?? 2024);
  return spellDate(today - stream.int(1, 9), stream.int(1, 12), stream.int(1, 28), context?.like);
}

export const date = defineKind({
  name: "date",
  category: "C",
  title: "Date more specific than a year",
  tag: "DATE",
  labels: listed(`
    date, dates, date time, datetime, timestamp, =time, =start, =stop, =end, =onset, =issued, =effective, =period, =recorded,
    =authored, =authored on, =created, =updated, =sent, =received, =occurrence, =performed, =abatement, =resolved, =admitted,
    =discharged, =collected, =resulted, =expires, =signed, =scheduled, period start, period end, start time, end time, stop time,
    chart time, store time, admit time, discharge time, disch time, death time, reg time, out time, in time, intime, outtime,
    order time, result time, collection time, event time, create time, update time, entry time, visit start, visit end, last updated,
    created at, updated at, modified at, created on, modified on, admitted on, discharged on, date of service, dos, date of death,
    death date, =dod, deceased date time, deceased date, =deceased, admission date, admit date, discharge date, service date,
    visit date, last menstrual period, lmp, edc, edd, due date, expiration, expiry, expiration date, anniversary, appointment time,
    birth time, date of admission, date of discharge, day of month, month of birth, visit month, weekday, last seen, last visit,
    next visit, encounter day, fecha, fecha de ingreso, fecha de egreso, fecha de alta, fecha de consulta, fecha de defuncion,
    fecha hora
  `),
  find: findDates,
  matches: matchesDate,
  accepts: acceptsDate,
  normalize: (value) => value.trim().replace(/\s{1,200}/g, " "),
  make: makeDate,
  examples: {
    found: [
      "seen [[03/04/2019]] and [[4-Mar-19]], then [[2019.03.04]]",
      "file [[20190304]]",
      "at [[2019-03-04T07:15Z]].",
      "HL7 [[20190304071500-0500]]",
      "[[Jan 2, 1950]]",
      "[[January 2nd 1950]]",
      "born on [[the third of June]]",
      "on [[3/4]] she fell",
      "[[13/05/2020]]",
      "[[02/30/20]]",
      "[[4/1–4/9]]",
      "[[March 3-7]] trip",
      "[[March 2019]] MRI",
      "since [[Thanksgiving]]",
      "[[3 de junio de 2019]]",
      "[[14 mars 2020]]",
      "[[O3/l4/2O19]]",
      "[[June 3rd]]",
      "[[spring 2020]]",
      "on [[the 5th]].",
      "Name:SMITH DOB:[[01/02/1950]]MRN",
      "DOB[[01021950]]",
      "[[03/04/2019 07:15]] seen",
      "[[dec 25 2019]]",
      "Echo on [[4/19]] showed EF 45",
      "[[2-Jan-50]]",
      "in [[March]] he",
      "[[Q3 2019]]",
      "[[02JAN1950]]",
    ],
    kept: [
      "BP 120/80, 5/5 motor, 2/6 murmur, 20/40 OD, 1/2 NS, 7/10 pain",
      "vent 12/5",
      "POD #2, 3 wks ago",
      "39w2d",
      "s/p CABG 2011, '98",
      "L4/5, C3-4, T12-L1",
      "T 98.6",
      "may 5 mg",
      "May may return; she may 2 be",
      "140/4.1/103/24",
      "strength 4/5 to 5/5",
      "the 5th rib",
      "3/4 strength",
      "Christmas tree pattern",
      "LOINC 718-7",
      "10 x 12 mm",
      "0093-7146-56",
      "1 of 2 visits",
      "mar",
      "version 10.2.1.4",
      "ICD E11.9",
    ],
  },
});

/**
 * `born in 1931`, `b. 1931`, `DOB --/1931`: the year of a birth alone, where it is so early that it tells an age over 89,
 * now or in a few years. Later ones are years and stay.
 */
const findBirthYears = rule(
  /(?:\bborn(?: and raised)?(?: (?:in|around|about|circa|ca\.?|c\.|early|late|mid|back|the|year|year of)){0,4}|(?<![\w.])b\.|\bD\.?O\.?B\.?|\bbirth ?(?:year|date)|\byear of birth|\bdate of birth|\bYOB|\bnacid[oa] en|\bnació en)(?: is| was)?[:,=]? {0,2}\(?(?:[-_*xX?–]{1,4}[/-]){0,2}(?<id>18[5-9]\d|19[0-3]\d|['\u2019](?:2[7-9]|3\d))(?![\w/-]|\.\d)/gi,
  "contextual",
);

export const birthDate = defineKind({
  name: "birth-date",
  category: "C",
  title: "Date of birth",
  tag: "DOB",
  labels: listed(`
    birth date, birthdate, date of birth, dob, d o b, birthday, birth day, born, born on, birth date time, birth datetime,
    day of birth, beneficiary birth date, year of birth, birth year, yob, fecha de nacimiento, fecha nacimiento, nacimiento,
    date naissance, geburtsdatum
  `),
  find: findBirthYears,
  matches: () => null,
  accepts: acceptsDate,
  normalize: (value) => value.trim().replace(/\s{1,200}/g, " "),
  make: (stream, context) => {
    const today = Number(context?.asOf?.slice(0, 4) ?? 2024);
    return spellDate(context?.birthYear ?? today - stream.int(1, 85), stream.int(1, 12), stream.int(1, 28), context?.like);
  },
  examples: {
    found: ["DOB: [[01/02/1950]]", "Date of birth [[2 Jan 1950]]", "Fecha de nacimiento: [[02-01-1950]]", "born in [[1931]] in Ohio"],
    kept: ["birth weight 3200 g", "birth order: 2", "born: term", "b. 1971", "born in '98"],
  },
});
