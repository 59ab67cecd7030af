import type { Condition, Medication } from "../../record/health.ts";
import { make } from "../make.ts";
import { always, chance, companion, contactName, date, employerName, type Facts, pick, pronouns, say } from "./facts.ts";
import { list } from "./layout.ts";
import { capital, isEmpty, joined, listed, mention, type Prose, prose } from "./prose.ts";
import { clerkName } from "./staff-names.ts";
import { vital } from "./words/measures.ts";
import { surgery } from "./words/operations.ts";
import { problem } from "./words/problems.ts";
import { monthName } from "./write-date.ts";

const onDay = (f: Facts): string => f.time.slice(0, 10);

/** What lasts and was there by the note's time; not what passes. */
export function problems(f: Facts): readonly Condition[] {
  f.known.problems ??= problemsBy(f);
  return f.known.problems;
}

function problemsBy(f: Facts): readonly Condition[] {
  const on = onDay(f);
  const reasons = new Set(f.record.medications.map(({ reason }) => reason?.code));
  const seen = new Set<string>();
  return f.record.conditions.filter(({ onset, resolved, encounterId, code }) => {
    if (onset > on || (resolved !== undefined && resolved <= on) || seen.has(code.code)) return false;
    // A drug that goes on tells that what was found at a visit goes on too.
    if (encounterId !== undefined && (encounterId === f.encounter.id || !reasons.has(code.code) || code.code !== "G47.00")) return false;
    seen.add(code.code);
    return true;
  });
}

export const problemWords = (f: Facts, code: Condition["code"]): string => problem(code)[f.brief ? "short" : "name"];

/** `hypertension (2019), COPD`; says so where there is nothing. */
export function pastHistory(f: Facts, form: "list" | "line" = "line"): Prose {
  const there = problems(f);
  if (there.length === 0)
    return say(
      f,
      "no history",
      f.age < 18 ? ["healthy child", "none", "no chronic problems"] : ["none", "no chronic conditions", "negative", "noncontributory"],
    );
  const withYears = always(f, "years", [true, false, false]);
  const items = there.map(({ code, onset, severity }) => {
    const words = problemWords(f, code);
    const graded =
      severity !== undefined && severity !== "moderate" && chance(f, `grade ${code.code}`, 0.4) ? `${words}, ${severity}` : words;
    return withYears && onset.slice(0, 4) < f.time.slice(0, 4)
      ? `${graded} (${pick(f, code.code, ["dx ", "since ", ""])}${onset.slice(0, 4)})`
      : graded;
  });
  if (form === "list" && items.length > 1) return list(f, items.map(capital));
  return joined(items, always(f, "problem comma", [", ", ", ", "; "]));
}

/** Operations before the encounter: `laparoscopic appendectomy (3/2024)`. Empty where there were none. */
export function pastSurgery(f: Facts): Prose {
  return joined(
    f.record.procedures.flatMap(({ code, start, encounterId }): Prose[] => {
      const name = surgery[code.code];
      if (name === undefined || start >= f.encounter.start || encounterId === f.encounter.id || notSurgery.has(code.code)) return [];
      const month = always(f, "month", ["number", "name", "year", "day"]);
      const when: Prose =
        month === "year"
          ? start.slice(0, 4)
          : month === "day"
            ? date(f, start)
            : mention(
                "date",
                month === "number" ? `${Number(start.slice(5, 7))}/${start.slice(0, 4)}` : `${monthName(start)} ${start.slice(0, 4)}`,
              );
      return [[name, always(f, "when", [" (", ", ", " ("]) === ", " ? [", ", when] : [" (", when, ")"]]];
    }),
    "; ",
  );
}

const notSurgery: ReadonlySet<string> = new Set(["5A1945Z", "30233N1", "5A1D70Z", "10E0XZZ"]);

/** What the patient takes at home, and what the encounter changed. */
export interface Drugs {
  /** Taken before and still. */
  readonly home: readonly Medication[];
  /** Prescribed at the encounter for the first time. */
  readonly begun: readonly Medication[];
  readonly renewed: readonly Medication[];
  readonly ended: readonly Medication[];
  /** Given in hospital by the note's time. */
  readonly ward: readonly Medication[];
}

export function drugs(f: Facts): Drugs {
  f.known.drugs ??= drugsBy(f);
  return f.known.drugs;
}

function drugsBy(f: Facts): Drugs {
  const on = onDay(f);
  const { id } = f.encounter;
  const unique = new Set<string>();
  const isNew = ({ code }: Medication): boolean => !unique.has(code.code) && unique.add(code.code) !== undefined;
  const all = f.record.medications.filter(({ start }) => start <= on);
  const isPrescribed = ({ quantity }: Medication): boolean => quantity !== undefined;
  const fresh = all.filter((each) => each.encounterId === id && isPrescribed(each)).filter(isNew);
  const known = new Set(all.filter(({ encounterId, start }) => encounterId !== id && start < on).map(({ code }) => code.code));
  const isFresh = new Set(fresh.map(({ code }) => code.code));
  const anew = all.filter(({ renewals }) => renewals?.some(({ encounterId }) => encounterId === id)).filter(isNew);
  return {
    home: all
      .filter(
        (each) => isPrescribed(each) && each.encounterId !== id && !anew.includes(each) && (each.stop === undefined || each.stop > on),
      )
      .filter(isNew),
    begun: fresh.filter(({ code }) => !known.has(code.code)),
    renewed: [...fresh.filter(({ code }) => known.has(code.code)), ...anew],
    ended: all.filter(
      ({ stop, stopReason, code, encounterId }) =>
        stop === on &&
        encounterId !== id &&
        (stopReason === "not tolerated" ||
          stopReason === "contraindicated" ||
          stopReason === "no longer needed" ||
          stopReason === "dose changed") &&
        !isFresh.has(code.code),
    ),
    ward: all.filter((each) => each.encounterId === id && !isPrescribed(each)).filter(isNew),
  };
}

/** `lisinopril 20 mg daily`. */
export function drugLine(f: Facts, medication: Medication): string {
  const { what, how, howShort } = f.drugWords(medication);
  return f.brief ? `${what} ${inShort(f, howShort.replace(/^1 (?:tab|cap) /, ""))}` : `${what}, ${inFull(f, how)}`;
}

/** Directions as this author writes them. */
function inFull(f: Facts, how: string): string {
  switch (always(f, "directions", ["as is", "as is", "daily", "take", "no route", "number"])) {
    case "daily":
      return how.replace("once a day", "daily").replace("twice a day", "twice daily").replace("three times a day", "three times daily");
    case "take":
      return /^\d{1,4} (?:tablet|capsule)/.test(how) ? `take ${how}` : how;
    case "no route":
      return how.replace(" by mouth", "");
    case "number":
      return how.replace(/^1 (tablet|capsule)/, "one $1").replace(/^2 (tablet|capsule)/, "two $1");
    default:
      return how;
  }
}

function inShort(f: Facts, how: string): string {
  switch (always(f, "directions", ["as is", "as is", "q", "small", "no route"])) {
    case "q":
      return how.replace("PO daily", "PO qday");
    case "small":
      return how.replace("PO", "po").replace("BID", "bid").replace("TID", "tid").replace("PRN", "prn");
    case "no route":
      return how.replace("PO ", "");
    default:
      return how;
  }
}

/** The list of what is taken at home; says so where it is empty. */
export function homeDrugs(f: Facts, taken: readonly Medication[] = drugs(f).home, form: "line" | "block" = "line"): Prose {
  if (taken.length === 0) return say(f, "no drugs", ["none", "no regular medications", "none at present", "no medications"]);
  const items = taken.map((each) => drugLine(f, each));
  return form === "block" && items.length > 1
    ? list(f, items)
    : joined(items, always(f, "drug comma", f.brief ? [", ", "; ", ", "] : ["; ", "; ", ", "]));
}

/** Only names, as in running text. */
export const drugNames = (f: Facts, taken: readonly Medication[]): Prose =>
  listed([...new Set(taken.map((each) => f.drugWords(each).drug.name))]);

const substances: readonly (readonly [string, string])[] = [
  ["penicillin", "penicillin"],
  ["sulfamethoxazole", "sulfa"],
  ["ibuprofen", "ibuprofen"],
  ["cephalexin", "cephalexin"],
  ["peanut", "peanuts"],
  ["seafood", "seafood"],
  ["milk", "milk"],
  ["egg", "eggs"],
  ["latex", "latex"],
  ["bee", "bee stings"],
];

const reactions: Readonly<Record<string, string>> = {
  "L27.0": "rash",
  "L50.0": "hives",
  "T78.3XXA": "angioedema",
  "T78.2XXA": "anaphylaxis",
  "R11.2": "nausea and vomiting",
  "R06.2": "wheezing",
  "L29.9": "itching",
};

/** `penicillin (hives)`, or that there are none: never the one where the record says the other. */
export function allergies(f: Facts): Prose {
  const there = f.record.allergies.filter(({ onset }) => onset <= onDay(f));
  if (there.length === 0)
    return f.brief
      ? always(f, "nkda", ["NKDA", "NKDA", "NKA"])
      : always(f, "nkda", ["no known drug allergies", "NKDA", "no known allergies", "none known"]);
  const way = always(f, "allergy", ["bracket", "bracket", "dash", "arrow"]);
  return joined(
    there.map(({ code, reaction }) => {
      const text = code.display.toLowerCase();
      const name = substances.find(([word]) => text.includes(word))?.[1] ?? text;
      const effect = reactions[reaction.code] ?? reaction.display.toLowerCase();
      const written = always(f, "allergy letters", [true, false]) ? name.toUpperCase() : name;
      return way === "dash" ? `${written} - ${effect}` : way === "arrow" ? `${written} -> ${effect}` : `${written} (${effect})`;
    }),
    "; ",
  );
}

export function familyHistory(f: Facts): Prose {
  const there = f.record.familyHistory;
  if (there.length === 0) return say(f, "no family", ["noncontributory", "negative for early heart disease", "unremarkable"]);
  const by = new Map<string, string[]>();
  for (const { relationship, code } of there) {
    const own = by.get(relationship) ?? [];
    own.push(problemWords(f, code));
    by.set(relationship, own);
  }
  const short: Readonly<Record<string, string>> = { mother: "mom", father: "dad", sister: "sis", brother: "bro" };
  return joined(
    [...by].map(([who, what]) => `${f.brief && always(f, "kin", [true, false]) ? short[who] : who}: ${[...new Set(what)].join(", ")}`),
    "; ",
  );
}

/** What somebody smokes or did, as last asked. */
export function smoking(f: Facts): string | undefined {
  const series = f.chart.series(vital.smoking);
  for (let i = series.length - 1; i >= 0; i--) {
    const { time, answer } = series[i]!;
    if (time > f.time || answer === undefined) continue;
    const text = answer.display.toLowerCase();
    if (text.startsWith("never")) return say(f, "never", ["never smoker", "nonsmoker", "never smoked"]);
    if (text.startsWith("former")) return say(f, "former", ["former smoker", "ex-smoker", "quit smoking"]);
    if (text.includes("every day")) return say(f, "smokes", ["current smoker", "smokes daily", "+ tobacco"]);
    return text;
  }
  return undefined;
}

const schools = (age: number): string => (age < 11 ? "Elementary" : age < 14 ? "Middle School" : "High School");

/** Where a child goes to school. */
export function school(f: Facts): Prose {
  return mention("employer", `${make("employer", f.home.fork("school")).split(" ")[0]} ${schools(f.age)}`);
}

const trade = (words: string): string => words.toLowerCase();
const article = (words: string): string => (/^[aeiou]/i.test(words) ? "an" : "a");

/** Sentences about how the patient lives; few or many, by the author. */
export function social(f: Facts, most = 3): readonly Prose[] {
  const { patient, age, record } = f;
  const { they } = pronouns(f);
  const told: Prose[] = [];
  const They = f.brief ? "" : `${capital(they)} `;
  const verb = (word: string): string => (f.brief ? capital(word) : word);
  const living = record.contacts.filter(({ livesWith }) => livesWith);
  const with_ = f.brief ? "w/" : "with";
  const where = always(f, "town", [true, true, false]) ? prose` in ${mention("city", patient.address.city)}` : "";
  if (age < 18) {
    const parent = companion(f)!;
    told.push(
      prose`${They}${verb("lives")}${where} ${with_} ${parent.relationship} ${contactName(parent, pick(f, "parent name", ["given", "full", "given"]))}${living.length > 1 ? " and family" : ""}.`,
    );
    if (age >= 5) told.push(prose`${They}${verb("attends")} ${school(f)}.`);
  } else {
    if (living.length > 0) {
      const one = living[0]!;
      const kin = one.relationship === "friend" ? "partner" : one.relationship;
      told.push(
        prose`${They}${verb("lives")}${where} ${with_} ${f.brief ? "" : `${pronouns(f).their} `}${kin}${chance(f, "kin name", 0.6) ? [" ", contactName(one, "given")] : ""}.`,
      );
    } else
      told.push(
        pick(f, "alone", [
          prose`${They}${verb("lives")}${where === "" ? " alone" : where}.`,
          prose`${They}${verb("lives")} alone${where}.`,
        ]),
      );
    if (patient.employer !== undefined && patient.occupation !== undefined && age < 67) {
      const job = trade(patient.occupation);
      told.push(
        pick(f, "work", [
          prose`${They}${verb("works")} as ${article(job)} ${job} at ${employerName(f, patient.employer)}.`,
          prose`${They}${verb("works")} for ${employerName(f, patient.employer)} (${job}).`,
          prose`Employer: ${employerName(f, patient.employer)}.`,
          prose`${They}${verb("works")} at ${employerName(f, patient.employer)}.`,
        ]),
      );
    } else if (age >= 67) told.push(`${They}${f.brief ? "Retired" : "is retired"}.`);
    const smokes = smoking(f);
    if (smokes !== undefined) told.push(`${capital(smokes)}.`);
    if (age >= 21 && !f.encounter.reason.code.startsWith("F10"))
      told.push(
        pick(f, "drinks", [
          "No alcohol.",
          "Occasional alcohol.",
          "Alcohol socially.",
          "Denies alcohol and drugs.",
          "EtOH: rare.",
          undefined,
        ]),
      );
    const [town, state] = patient.birthPlace.split(", ");
    if (chance(f, "from", 0.15)) told.push(prose`${f.brief ? "Orig from" : "Originally from"} ${mention("city", town!)}, ${state}.`);
  }
  if (patient.language !== "en")
    told.push(
      prose`${pick(f, "language", ["Speaks", "Prefers", "Primary language"])} ${languages[patient.language] ?? "another language"}${chance(f, "interpreter", 0.5) ? [", interpreter ", clerkName(f.clerk("interpreter")), " present"] : ""}.`,
    );
  return told.filter((each) => !isEmpty(each)).slice(0, most);
}

export const languages: Readonly<Record<string, string>> = {
  es: "Spanish",
  zh: "Mandarin",
  vi: "Vietnamese",
  tl: "Tagalog",
  ko: "Korean",
  hi: "Hindi",
};

/** What is implanted, by the note's time. */
export function devices(f: Facts): readonly Prose[] {
  return f.record.devices
    .filter(({ implanted }) => implanted <= onDay(f))
    .map(({ description, implanted, identifiers }) => {
      const serial = identifiers["device-serial"];
      const words = description.slice(0, 1).toLowerCase() + description.slice(1);
      return joined(
        [
          words,
          chance(f, "implanted", 0.7) ? [f.brief ? "placed " : "implanted ", date(f, implanted)] : `(${implanted.slice(0, 4)})`,
          serial === undefined
            ? undefined
            : [always(f, "serial", ["SN ", "serial # ", "S/N ", "serial no. "]), mention("device-serial", serial)],
        ],
        ", ",
      );
    });
}
