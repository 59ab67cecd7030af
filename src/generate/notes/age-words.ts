import { dayOf } from "../days.ts";
import { always, dayOfTime, type Facts } from "./facts.ts";
import { mention, type Prose } from "./prose.ts";

/** What somebody of that sex and age is called. */
export function noun({ patient, age }: Facts): string {
  const isFemale = patient.sex === "female";
  if (age < 2) return isFemale ? "female infant" : "male infant";
  if (age < 18) return isFemale ? "girl" : "boy";
  return isFemale ? "woman" : "man";
}

/** The number and its unit: `64`, `8-month`, `3-day`. */
export function age(f: Facts, mark: string): readonly [Prose, string] {
  if (f.age > 89) return [mention("age", String(f.age)), `${mark}year`];
  if (f.age >= 2) return [String(f.age), `${mark}year`];
  const days = dayOfTime(f.time) - dayOf(f.patient.birthDate);
  if (days < 14) return [String(Math.max(1, days)), `${mark}day`];
  if (days < 61) return [String(Math.floor(days / 7)), `${mark}week`];
  return [String(Math.floor(days / 30.4375)), `${mark}month`];
}

/** `64-year-old`, `8-month-old`. An age over 89 is an identifier (45 CFR 164.514(b)(2)(i)(C)); a younger one is not. */
export function ageOld(f: Facts): Prose {
  const [number, unit] = age(f, "-");
  return [number, `${unit}-old`];
}

/** `64-year-old woman`, `64 yo F`, `64F`. */
export function ageSex(f: Facts): Prose {
  const letter = f.patient.sex === "female" ? "F" : "M";
  if (f.brief) {
    const [number, unit] = age(f, "");
    const short = unit === "year" ? "yo" : unit === "month" ? "mo" : unit === "week" ? "wk old" : "day old";
    const way = always(f, "age-sex", ["yo", "y/o", "letter", "yo"]);
    if (way === "letter" && unit === "year") return [number, letter];
    return [number, way === "y/o" && unit === "year" ? " y/o " : ` ${short} `, letter];
  }
  return [ageOld(f), " ", always(f, "age-sex", ["noun", "noun", "sex"]) === "sex" ? f.patient.sex : noun(f)];
}

/** `a 64-year-old woman`, `an 8-month-old boy`. */
export function anAgeSex(f: Facts): Prose {
  const [number] = age(f, "");
  const isVowel = typeof number === "string" && (number.startsWith("8") || number === "11" || number === "18");
  return [isVowel ? "an " : "a ", ageSex(f)];
}

/** `64 y`, for forms. */
export function ageShort(f: Facts): Prose {
  const [number, unit] = age(f, "");
  return [
    number,
    always(f, "age-short", [" yrs", "y", " Y", " yo"]).replace(/y.{0,3}/i, (word) =>
      unit === "year" ? word : unit === "month" ? "mo" : unit === "week" ? "wk" : "d",
    ),
  ];
}
