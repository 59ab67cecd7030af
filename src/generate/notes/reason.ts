import type { Condition } from "../../record/health.ts";
import { date, dayOfTime, type Facts, pick, worded } from "./facts.ts";
import { type Prose, prose } from "./prose.ts";
import { acuityOf } from "./words/acuity.ts";
import { illnessOf, isIllness, onSide } from "./words/illness.ts";
import type { Illness } from "./words/illness-form.ts";
import { problem } from "./words/problems.ts";

export type Sort =
  | "acute"
  | "after"
  | "child"
  | "physical"
  | "prenatal"
  | "postpartum"
  | "screening"
  | "vaccination"
  | "procedure"
  | "follow";

/** What sort of encounter it is, by its reason. */
export function sortOf({ encounter, complaint, entries, record }: Pick<Facts, "encounter" | "complaint" | "entries" | "record">): Sort {
  const { code } = encounter.reason;
  if (complaint !== "") return "acute";
  if (code.startsWith("Z00.1")) return "child";
  if (code.startsWith("Z34") || code.startsWith("O09")) return "prenatal";
  if (code.startsWith("Z39")) return "postpartum";
  if (code.startsWith("Z23")) return "vaccination";
  if (code.startsWith("Z00")) return "physical";
  if (code.startsWith("Z12") || code.startsWith("Z01")) return "screening";
  if (
    isIllness(code) &&
    record.encounters.some((each) => each.class === "inpatient" && each.reason.code === code && each.end < encounter.start)
  )
    return "after";
  return entries.procedures.some(({ code: done }) => planned.has(done.code)) ? "procedure" : "follow";
}

/** Procedures that a visit is made for. */
const planned = new Set(["G0257", "G0121", "G0422", "J9171", "G6015", "J9217", "J9263", "J9271"]);

export function illnessFor(f: Pick<Facts, "encounter" | "complaint" | "known">): Illness {
  const { reason } = f.encounter;
  f.known.illness ??= onSide(
    illnessOf(reason.code, problem(reason).name),
    f.complaint.includes("left") || (f.complaint === "" && reason.display.includes("left")) ? "left" : "right",
  );
  return f.known.illness;
}

/** What the encounter is for, within a sentence. */
export function reasonWords(f: Facts): string {
  const { reason } = f.encounter;
  if (f.complaint !== "") return f.complaint;
  switch (sortOf(f)) {
    case "child":
      return f.brief ? "WCC" : reason.code === "Z00.110" ? "newborn check" : "well-child visit";
    case "physical":
      return f.brief ? "annual PE" : "annual physical";
    case "prenatal":
      return f.brief ? "prenatal f/u" : "prenatal visit";
    case "postpartum":
      return f.brief ? "postpartum visit" : "postpartum check";
    case "screening":
      return reason.code.startsWith("Z12.31")
        ? "screening mammogram"
        : reason.code.startsWith("Z12.11")
          ? "screening colonoscopy"
          : reason.code.startsWith("Z01.4")
            ? f.brief
              ? "well-woman exam"
              : "well-woman visit and Pap smear"
            : "screening";
    case "vaccination":
      return f.brief ? "imm visit" : "immunization visit";
    case "after":
      return f.brief ? `hosp f/u, ${illnessFor(f).short}` : `follow-up after hospital stay for ${illnessFor(f).name}`;
    default:
      return f.brief ? `f/u ${problem(reason).short}` : `follow-up of ${problem(reason).name}`;
  }
}

/** The same with its article: `an annual physical`. */
export function reasonWith(f: Facts): string {
  const words = reasonWords(f);
  const sort = sortOf(f);
  return sort === "acute" || sort === "after" || sort === "follow" || sort === "procedure" || f.brief
    ? words
    : `${/^[aeio]/.test(words) ? "an" : "a"} ${words}`;
}

/** What was recorded as beginning at the encounter. */
export const newCondition = (f: Facts): Condition | undefined =>
  f.record.conditions.find(({ encounterId, code }) => encounterId === f.encounter.id && code.code === f.encounter.reason.code);

/** ` since yesterday`, where something came on suddenly and the complaint does not say so. */
export function since(f: Facts): Prose {
  const condition = newCondition(f);
  if (!condition || !illnessFor(f).sudden || f.age < 1 || /since|sudden|after|today|night|twisted|cut|fell|found|hit/.test(f.complaint))
    return "";
  const days = dayOfTime(f.encounter.start) - dayOfTime(condition.onset);
  if (days === 0) return pick(f, "since", [" since earlier today", " that began today", " starting today", " x 1 day"]);
  return pick(f, "since", [
    " since yesterday",
    prose` since ${date(f, condition.onset)}`,
    " for 1 day",
    " x 2 days",
    " that began yesterday",
    prose`, onset ${date(f, condition.onset)}`,
  ]);
}

/** Whether a sentence may be said: `~` of 12 and over only, `^` of adults, `<` of those under 12, `&` of whom an ambulance brought, `*` from November to January. */
function fits(f: Facts, sentence: string): boolean {
  switch (sentence[0]) {
    case "~":
      return f.age >= 12;
    case "^":
      return f.age >= 18;
    case "<":
      return f.age < 12;
    case "&":
      return f.encounter.class === "emergency" && arrival(f) === "ambulance";
    case "*":
      return /-(?:11|12|01)-/.test(f.time.slice(4, 8));
    default:
      return true;
  }
}

const bare = (sentence: string): string => ("~^<&*".includes(sentence[0] ?? " ") ? sentence.slice(1) : sentence);

/** Sentences of an illness that fit, in this note's words. */
export function fitting(f: Facts, sentences: readonly string[]): readonly string[] {
  const stream = f.stream.fork(sentences[0] ?? "");
  return sentences.filter((each) => fits(f, each)).map((each) => worded(f, bare(each), stream));
}

/** Some of the sentences that fit, in this note's words. */
export function told(f: Facts, key: string, sentences: readonly string[], most: number): readonly string[] {
  const there = some(
    f,
    key,
    sentences.filter((each) => fits(f, each)),
    most,
  );
  const stream = f.stream.fork(`words of ${key}`);
  return there.map((each) => worded(f, bare(each), stream));
}

/** How somebody came to an emergency department: the same in all notes of the visit. */
export function arrival(f: Pick<Facts, "encounter" | "visit">): "ambulance" | "alone" {
  return f.visit.fork("arrival").chance(acuityOf(f.encounter.reason.code).ambulance) ? "ambulance" : "alone";
}

/** Some of a list, in its order: from one to `most`, by the note's own draw. */
export function some<T>(f: Facts, key: string, from: readonly T[], most: number): readonly T[] {
  if (from.length === 0) return from;
  const stream = f.stream.fork(key);
  const count = Math.min(from.length, stream.int(1, most));
  const first = stream.int(0, from.length - count);
  return from.slice(first, first + count);
}
