import type { Procedure } from "../../record/care.ts";
import type { Condition } from "../../record/health.ts";
import {
  ageSex,
  always,
  anAgeSex,
  called,
  chance,
  clock,
  companion,
  contactName,
  date,
  dateInPassing,
  dayOfTime,
  type Facts,
  facilityShort,
  informant,
  pick,
  pronouns,
  say,
  titled,
  worded,
} from "./facts.ts";
import { drugLine, drugNames, drugs, problems, problemWords } from "./history.ts";
import { lastResult, panelName, pendingTests, pictures, resultNumber, results, resultsBack, studyName } from "./labs.ts";
import { list } from "./layout.ts";
import { bystander, pharmacy, unheard } from "./others.ts";
import { capital, isEmpty, joined, type Prose, prose } from "./prose.ts";
import { feverWords, measuredValue, pressure } from "./vitals.ts";
import { followedOf, type Judge } from "./words/followed.ts";
import { type Illness, illnessOf, isIllness, onSide } from "./words/illness.ts";
import { unitWords, vital } from "./words/measures.ts";
import { surgery } from "./words/operations.ts";
import { problem } from "./words/problems.ts";
import { vaccine } from "./words/vaccines.ts";

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
  if (code.startsWith("Z34")) return "prenatal";
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
    : `${words.startsWith("a") ? "an" : "a"} ${words}`;
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

/** Sentences of an illness that fit the age. */
export function fitting(f: Facts, sentences: readonly string[]): readonly string[] {
  return sentences.flatMap((sentence) => {
    if (sentence.startsWith("~")) return f.age >= 12 ? [worded(f, sentence.slice(1))] : [];
    if (sentence.startsWith("^")) return f.age >= 18 ? [worded(f, sentence.slice(1))] : [];
    return [worded(f, sentence)];
  });
}

const shortDenials: Readonly<Record<string, string>> = {
  "shortness of breath": "SOB",
  "chest pain": "CP",
  "trouble breathing": "SOB",
  vomiting: "emesis",
  "loss of consciousness": "LOC",
  headache: "HA",
  "abdominal pain": "abd pain",
  "leg swelling": "LE swelling",
};

/** `Denies chest pain and fever.` An infant denies nothing. */
export function denials(f: Facts, from: readonly string[]): Prose {
  const taken = some(f, "denials", from, 3);
  if (taken.length === 0) return undefined;
  const words = f.brief ? taken.map((each) => shortDenials[each] ?? each) : taken;
  const parent = informant(f);
  if (parent || f.age < 4) return pick(f, "deny", [`No ${listed2(words, " or ")}.`, `No ${listed2(words, ", no ")} reported.`]);
  if (f.brief) return say(f, "deny", [`Denies ${words.join(", ")}.`, `No ${words.join(", ")}.`, `(-) ${words.join(", ")}.`]);
  return say(f, "deny", [
    `Denies ${listed2(words, " or ")}.`,
    `${capital(pronouns(f).they)} denies ${listed2(words, " and ")}.`,
    `No ${listed2(words, " or ")}.`,
    `Negative for ${listed2(words, " and ")}.`,
  ]);
}

const listed2 = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join("") : words.slice(0, -1).join(", ") + last + words.at(-1)!;

/** Some of a list, in its order: from one to `most`, by the note's own draw. */
export function some<T>(f: Facts, key: string, from: readonly T[], most: number): readonly T[] {
  if (from.length === 0) return from;
  const stream = f.stream.fork(key);
  const count = Math.min(from.length, stream.int(1, most));
  const first = stream.int(0, from.length - count);
  return from.slice(first, first + count);
}

/** `with a history of hypertension and asthma`; nothing where there is none. */
export function withHistory(f: Facts): Prose {
  const there = problems(f).filter(({ code }) => code.code !== f.encounter.reason.code);
  if (there.length === 0) return f.age < 18 ? say(f, "healthy", ["", ", previously healthy,", ""]) : "";
  const words = there.slice(0, 4).map(({ code }) => problemWords(f, code));
  if (f.brief) return ` ${say(f, "hx", ["w/ h/o", "with PMH of", "h/o", "w/ hx"])} ${words.join(", ")}`;
  return ` ${say(f, "hx", ["with a history of", "with", "with past medical history of", "known to have"])} ${listed2(words, " and ")}`;
}

/** The story of something new, as this author tells it. */
export function acuteStory(f: Facts): Prose {
  const illness = illnessFor(f);
  const parent = informant(f);
  const what = f.complaint;
  const [on, history, who, anybody] = [since(f), withHistory(f), ageSex(f), anAgeSex(f)];
  const [name, subject] = [titled(f), called(f, "start")];
  const opened = parent
    ? pick<Prose>(f, "brought", [
        prose`${capital(parent.relationship)} ${contactName(parent, "given")} brings ${called(f)}, ${anybody}${history}, for ${what}${on}.`,
        prose`${who}${history} brought in by ${parent.relationship} for ${what}${on}.`,
        prose`${capital(parent.relationship)} reports ${what}${on}.`,
        prose`${who} ${f.brief ? "w/" : "with"} ${what}${on}. History from ${parent.relationship} ${contactName(parent, "full")}.`,
      ])
    : f.brief
      ? say<Prose>(f, "opened", [
          prose`${who}${history} ${say(f, "p/w", ["p/w", "c/o", "presents w/"])} ${what}${on}.`,
          prose`${subject} c/o ${what}${on}.`,
          prose`${who} ${what}${on}.`,
          prose`${subject} is ${who} here for ${what}${on}.`,
        ])
      : say<Prose>(f, "opened", [
          prose`${name} is ${anybody}${history} who presents with ${what}${on}.`,
          prose`${subject} is ${anybody}${history} presenting with ${what}${on}.`,
          prose`This is ${anybody}${history} who comes in with ${what}${on}.`,
          prose`${name} comes in today because of ${what}${on}.`,
          prose`${who}${history} seen for ${what}${on}.`,
          prose`Seen today for ${what}${on}. ${name} is ${anybody}${history}.`,
        ]);
  return joined(
    [
      opened,
      ...some(f, "story", fitting(f, illness.story), 2),
      unheard(f),
      bystander(f),
      f.age < 3 ? undefined : denials(f, illness.denies),
      earlier(f),
    ],
    " ",
  );
}

/** What happened lately: a stay or an emergency visit, or just the last visit. */
export function earlier(f: Facts): Prose {
  const { encounter, record } = f;
  const now = dayOfTime(encounter.start);
  let last: typeof encounter | undefined;
  let before: typeof encounter | undefined;
  for (const each of record.encounters) {
    if (each.end >= encounter.start || each.id === encounter.fromEncounterId) continue;
    before = each;
    if (each.class === "inpatient" || each.class === "emergency") last = each;
  }
  if (last && now - dayOfTime(last.end) <= 45) {
    const what = onSide(illnessOf(last.reason.code, problem(last.reason).name), last.reason.display.includes("left") ? "left" : "right")[
      f.brief ? "short" : "name"
    ];
    if (last.class === "inpatient" && last.reason.code.startsWith("Z")) return undefined;
    return last.class === "inpatient"
      ? f.brief
        ? prose`Recent admit ${dateInPassing(f, last.start)}-${dateInPassing(f, last.end)} for ${what}.`
        : prose`Of note, ${pronouns(f).they} was in hospital from ${dateInPassing(f, last.start)} to ${dateInPassing(f, last.end)} for ${what}.`
      : f.brief
        ? prose`ED ${dateInPassing(f, last.start)} for ${what}.`
        : prose`Was seen in ${chance(f, "where seen", 0.4) ? [facilityShort(f), " ED"] : "the emergency department"} on ${dateInPassing(f, last.start)} for ${what}.`;
  }
  if (!before || !chance(f, "last visit", 0.3)) return undefined;
  return f.brief ? prose`Last seen ${dateInPassing(f, before.start)}.` : prose`Last visit was on ${dateInPassing(f, before.start)}.`;
}

/** Findings; one a line or in running text, more or fewer by the author. */
export function findings(f: Facts, from: readonly string[]): Prose {
  const there = fitting(f, from);
  const general =
    f.age < 3
      ? pick(f, "general", ["alert, consolable", "active, well hydrated", "fussy but consolable"])
      : say(f, "general", [
          "no acute distress",
          "well appearing",
          "alert, comfortable",
          "alert and oriented",
          "appears stated age, no distress",
        ]);
  const all = there.some((each) => each.startsWith("General")) ? there : [`General: ${general}`, ...there];
  const way = always(f, "exam", ["lines", "run", "run", "dash"]);
  const short = f.brief ? all.map(shortFinding) : all;
  if (way === "lines" && f.habits.register !== "dictated") return joined(short, "\n");
  if (way === "dash" && f.habits.register !== "dictated")
    return joined(
      short.map((each) => `- ${each}`),
      "\n",
    );
  return `${short.join(". ")}.`;
}

const shortParts: readonly (readonly [string, string])[] = [
  ["General: no acute distress", "NAD"],
  ["General: ", "Gen: "],
  ["Lungs: clear to auscultation bilaterally", "Lungs CTAB"],
  ["Lungs: clear", "Lungs CTA"],
  ["Heart: regular rate and rhythm", "CV: RRR"],
  ["Heart: regular", "CV RRR"],
  ["Heart: ", "CV: "],
  ["Abdomen: ", "Abd: "],
  ["Extremities: ", "Ext: "],
];

function shortFinding(finding: string): string {
  const found = shortParts.find(([long]) => finding.startsWith(long));
  return found ? found[1] + finding.slice(found[0].length) : finding;
}

/** Rhythm and rate as measured, for an electrocardiogram of the encounter. */
export function electrocardiogram(f: Facts): Prose {
  const done = f.entries.procedures.find(({ code, start }) => code.code === "electrocardiogram" && start <= f.time);
  if (!done) return undefined;
  const pulse = measuredValue(f, vital.pulse);
  const { code } = f.encounter.reason;
  const flutters = code.startsWith("I48") || problems(f).some((each) => each.code.code.startsWith("I48"));
  const rhythm = flutters
    ? "atrial fibrillation"
    : pulse !== undefined && pulse > 100
      ? "sinus tachycardia"
      : pulse !== undefined && pulse < 60
        ? "sinus bradycardia"
        : "normal sinus rhythm";
  const rate = pulse === undefined ? "" : ` at ${pulse.toFixed(0)}`;
  const rest = code.startsWith("I21")
    ? "ST depression in V4 to V6"
    : say(f, "st", ["no acute ST changes", "no ischemic changes", "nonspecific T wave changes", "intervals normal"]);
  return `${always(f, "ecg", ["EKG", "ECG", "12-lead"])}: ${f.brief ? rhythm.replace("normal sinus rhythm", "NSR").replace("atrial fibrillation", "AF") : rhythm}${rate}, ${rest}.`;
}

const doneWords: Readonly<Record<string, string>> = {
  G0444: "depression screening done",
  Q0091: "Pap smear collected",
  G0108: "diabetes self-management training, 30 minutes",
  J7613: "albuterol nebulizer treatment given with relief",
  J2405: "ondansetron injection given",
  J1885: "ketorolac injection given",
  L4350: "stirrup ankle brace fitted",
  E0114: "crutches fitted and gait trained",
  G0168: "wound closed with tissue adhesive",
  G0257: "hemodialysis treatment",
  G0121: "screening colonoscopy",
  G0422: "cardiac rehabilitation session",
  J9171: "docetaxel infusion",
  G6015: "radiation treatment",
  J9217: "leuprolide injection",
  J9263: "oxaliplatin infusion",
  J9271: "pembrolizumab infusion",
  G9226: "foot examination with monofilament",
  S3000: "dilated retinal examination",
};

/** What was done by the note's time, but for what has a part of its own. */
export function proceduresDone(f: Facts): readonly string[] {
  return f.entries.procedures.filter(({ code, start }) => start <= f.time && code.code !== "electrocardiogram").map(procedureWords);
}

export const procedureWords = ({ code }: Pick<Procedure, "code">): string =>
  doneWords[code.code] ?? surgery[code.code] ?? code.display.split(",")[0]!.toLowerCase();

/** What was begun, renewed, ended. */
export function drugPlan(f: Facts): readonly Prose[] {
  const { begun, renewed, ended } = drugs(f);
  const count = (quantity: number | undefined, refills: number | undefined): string =>
    quantity === undefined || !always(f, "quantity", [true, false])
      ? ""
      : f.brief
        ? ` #${quantity}${refills ? ` RF${refills}` : ""}`
        : ` (#${quantity}, ${refills ?? 0} refills)`;
  const start = say(f, "start", f.brief ? ["Start", "Rx", "Rx:", "Start"] : ["Start", "Started", "Prescribed", "Begin"]);
  const before = new Map(
    ended.flatMap((each) =>
      each.stopReason === "dose changed" ? [[f.drugWords(each).drug.name, f.drugWords(each).drug.strength] as const] : [],
    ),
  );
  const renew = say(f, "renew", f.brief ? ["Refill", "Cont", "Renew"] : ["Refilled", "Continue", "Renewed"]);
  return [
    ...begun.map((each) => {
      const weaker = before.get(f.drugWords(each).drug.name);
      if (weaker === undefined) return `${start} ${drugLine(f, each)}${count(each.quantity, each.refills)}.`;
      const { name, strength } = f.drugWords(each).drug;
      return `${say(f, "increase", f.brief ? ["Incr", "Increase", "Up"] : ["Increase", "Increased"])} ${name} from ${weaker} to ${strength}${count(each.quantity, each.refills)}.`;
    }),
    begun.length > 0 && f.encounter.class !== "inpatient" ? pharmacy(f) : undefined,
    ...(renewed.length > 2 ? [[renew, " ", drugNames(f, renewed), "."]] : renewed.map((each) => `${renew} ${drugLine(f, each)}.`)),
    ...ended
      .filter(({ stopReason }) => stopReason !== "dose changed")
      .map(
        (each) =>
          `${f.brief ? "D/c" : "Stop"} ${f.drugWords(each).what}${each.stopReason === "not tolerated" ? (f.brief ? " (not tolerated)" : ", not tolerated") : ""}.`,
      ),
  ];
}

/** Tests, pictures, vaccines, referrals of the encounter by its note. */
export function orderPlan(f: Facts): readonly Prose[] {
  const plan: Prose[] = [];
  const pending = pendingTests(f);
  if (pending !== undefined)
    plan.push([
      say(f, "pending", f.brief ? ["Labs pending: ", "Check ", "Sent "] : ["Ordered ", "Labs sent, pending: ", "We will check "]),
      pending,
      ".",
    ]);
  const back = f.entries.orders.filter(
    ({ category, id, time }) => category === "laboratory" && time <= f.time && (f.chart.reported(id) ?? "~") <= f.time,
  );
  if (back.length > 0 && chance(f, "reviewed", 0.35))
    plan.push(
      `${f.brief ? "Labs" : "Reviewed"} ${back.map(({ code }) => panelName(f, code.code, code.display)).join(", ")}${f.brief ? " reviewed" : ""}.`,
    );
  for (const { code, id, time } of f.entries.orders)
    if (
      f.entries.orders.length > 0 &&
      time <= f.time &&
      (f.chart.reported(id) ?? "~") > f.time &&
      f.entries.reports.some(({ orderId, conclusion }) => orderId === id && conclusion !== undefined)
    )
      plan.push(`${f.brief ? "Await" : "Ordered"} ${studyName(f, code.code, code.display)}.`);
  const given = f.entries.immunizations.filter(({ time }) => time <= f.time);
  if (given.length > 0)
    plan.push([
      say(f, "vaccines", f.brief ? ["Imm: ", "Vax today: ", "Given: "] : ["Immunizations given today: ", "Vaccines today: ", "Received "]),
      given
        .map(({ code, dose }) =>
          f.age < 18 && dose > 1 ? `${vaccine(code.code, code.display)} #${dose}` : vaccine(code.code, code.display),
        )
        .join(", "),
      ".",
    ]);
  for (const { category, code, time } of f.entries.orders)
    if (category === "referral" && time <= f.time)
      plan.push(
        `${say(f, "refer", f.brief ? ["Refer to", "Referral:", "Ref"] : ["Referral placed to", "Will refer to", "Refer to"])} ${code.display.replace("Referral to ", "")}.`,
      );
  return plan;
}

/** The next appointment that is booked by the note's time, or when to come back. */
export function followUp(f: Facts): Prose {
  const next = f.record.appointments.find(({ booked, start }) => start > f.encounter.end && start > f.time && booked <= f.time);
  if (next && dayOfTime(next.start) - dayOfTime(f.time) < 200) {
    const at: Prose = [date(f, next.start), chance(f, "at", 0.6) ? ` at ${clock(f, next.start)}` : ""];
    return f.brief
      ? say(f, "next", [prose`F/u ${at}.`, prose`RTC ${at}.`, prose`Next appt ${at}.`])
      : say(f, "next", [prose`Next appointment is on ${at}.`, prose`Return visit ${at}.`, prose`Follow up on ${at}.`]);
  }
  const sort = sortOf(f);
  const when =
    sort === "acute"
      ? pick(f, "when", ["1 week if not better", "2 weeks", "as needed", "3 days if not better"])
      : sort === "prenatal"
        ? "as scheduled"
        : sort === "physical" || sort === "child"
          ? "at the next well visit"
          : pick(f, "when", ["3 months", "6 months", "4 weeks", "3-4 months"]);
  const in_ = /^\d/.test(when) ? "in " : "";
  return f.brief
    ? say(f, "back", [`RTC ${when}.`, `F/u ${in_}${when}.`, `RTC ${in_}${when}.`])
    : say(f, "back", [`Follow up ${in_}${when}.`, `Return to clinic ${in_}${when}.`, `See again ${in_}${when}.`]);
}

/** `Return for fever or trouble breathing.` */
export function comeBack(f: Facts, from: readonly string[]): Prose {
  const words = listed2(some(f, "back", from, 3), " or ");
  if (words === "") return undefined;
  return f.brief
    ? say(f, "precautions", [`RTC/ED if ${words}.`, `Return prec: ${words}.`, `ED for ${words}.`])
    : say(f, "precautions", [
        `Return for ${words}.`,
        `Return precautions reviewed: ${words}.`,
        `To call or come back for ${words}.`,
        `Advised to seek care for ${words}.`,
      ]);
}

/** How a condition that lasts is doing, by its value where one speaks. */
export function stateOf(f: Facts, condition: Pick<Condition, "code">): string {
  const { code } = condition.code;
  const { judge, state } = followedOf(code);
  const judged = judge && judgement(f, judge, code);
  return judged ?? pick(f, `state ${code}`, state);
}

function judgement(f: Facts, { code, limit, goal, good, bad }: Judge, condition: string): string | undefined {
  const own = code === vital.systolic ? measuredValue(f, code) : lastResult(f, code)?.value;
  if (own === undefined) return undefined;
  const diastolic = code === vital.systolic ? (measuredValue(f, vital.diastolic) ?? 0) : 0;
  const isGood = goal === "below" ? own < limit && diastolic < 90 : own >= limit;
  return pick(f, `judge ${condition}`, isGood ? good : bad);
}

/** The value that says how a condition does, with its name: `BP 128/76`, `A1c 7.2%`. */
function spoken(f: Facts, { code }: Judge): Prose {
  if (code === vital.systolic) {
    const value = pressure(f);
    return value === undefined ? undefined : `BP ${value}`;
  }
  const result = lastResult(f, code);
  if (!result) return undefined;
  const names: Readonly<Record<string, string>> = { "4548-4": "A1c", "13457-7": "LDL", "3016-3": "TSH", "718-7": "Hgb" };
  const isOld = result.encounterId !== f.encounter.id;
  const unit = unitWords(result.unit);
  return [
    names[code] ?? "",
    " ",
    resultNumber(result),
    unit === "%" ? "%" : f.brief ? "" : ` ${unit}`,
    isOld ? [" on ", date(f, result.time)] : "",
  ];
}

/** A problem with how it does and what is taken for it. */
export function problemPlan(f: Facts, condition: Condition, withCare: boolean): Prose {
  const { code } = condition.code;
  const followed = followedOf(code);
  const { home, begun, renewed } = drugs(f);
  const fresh = new Set(begun.map((each) => f.drugWords(each).drug.name));
  const taken = [...home, ...(withCare ? [] : renewed)].filter(
    (each) => each.reason?.code === code && !fresh.has(f.drugWords(each).drug.name),
  );
  const named: Prose[] = [];
  const value = followed.judge && spoken(f, followed.judge);
  named.push([
    capital(problemWords(f, condition.code)),
    withCare && chance(f, "icd", 0.5) ? ` (${code})` : "",
    always(f, "problem mark", [": ", " - ", ", ", ": "]),
    stateOf(f, condition),
    value === undefined ? "" : [", ", value],
    ".",
  ]);
  if (taken.length > 0) {
    const names = drugNames(f, taken);
    named.push(
      f.brief
        ? [say(f, `cont ${code}`, ["Cont ", "On ", "c/w "]), names, "."]
        : [say(f, `cont ${code}`, ["Continue ", "On ", "Remains on "]), names, "."],
    );
  }
  if (withCare) named.push(...some(f, `care ${code}`, followed.care, 2));
  return joined(named, " ");
}

/** The other problems, some of them, in few words. */
export function otherProblems(f: Facts, most: number): readonly Prose[] {
  return problems(f)
    .filter(
      ({ code }) => !code.code.startsWith(f.encounter.reason.code.slice(0, 3)) && !code.code.startsWith("Z8") && code.code !== "I25.2",
    )
    .slice(0, most)
    .map((each) => problemPlan(f, each, false));
}

/** What was told of results, pictures and the electrocardiogram, for the part with data. */
export function studied(f: Facts): Prose {
  return joined([results(f, resultsBack(f)), electrocardiogram(f), ...pictures(f)], "\n");
}

/** Assessment and plan for something new. */
export function acutePlan(f: Facts): Prose {
  const illness = illnessFor(f);
  const { code } = f.encounter.reason;
  const condition = newCondition(f);
  const fever = feverWords(f);
  const graded = condition?.severity ? `${condition.severity} ` : "";
  const head: Prose = [
    f.brief ? illness.short : `${capital(graded + illness.name)}`,
    always(f, "code", [true, true, false]) ? ` (${code})` : "",
    fever === undefined || !chance(f, "fever", 0.5) ? "." : `, ${fever}.`,
  ];
  const plan = [
    ...drugPlan(f),
    ...orderPlan(f),
    ...proceduresDone(f).map((done) => `${capital(done)}.`),
    ...some(f, "care", illness.care, 3),
    comeBack(f, illness.back),
  ];
  return asPlan(f, head, plan, [...(chance(f, "others", 0.3) ? otherProblems(f, 2) : []), followUp(f)]);
}

/** A diagnosis, what is done for it, and what else: as a list or in running text. */
export function asPlan(f: Facts, head: Prose, plan: readonly Prose[], rest: readonly Prose[]): Prose {
  const there = [...plan, ...rest].filter((each) => !isEmpty(each));
  if (f.habits.register === "dictated") return joined([head, ...there], " ");
  const way = always(f, "plan", ["list", "list", "run", "numbered"]);
  if (way === "run") return joined([head, ...there], " ");
  if (way === "numbered")
    return joined(
      [["1. ", joined([head, ...plan], " ")], ...rest.filter((each) => !isEmpty(each)).map((each, i) => [`${i + 2}. `, each])],
      "\n",
    );
  return joined([head, list(f, there, "block")], "\n");
}

/** Who came along, where that is told. */
export function came(f: Facts): Prose {
  const one = companion(f);
  if (!one || f.age < 18 || !one.livesWith || !chance(f, "came", 0.25)) return undefined;
  const kin = one.relationship === "friend" ? "partner" : one.relationship;
  return pick<Prose>(f, "came how", [
    prose`${capital(kin)} ${contactName(one, "given")} is with ${pronouns(f).them} today.`,
    prose`Accompanied by ${f.brief ? "" : `${pronouns(f).their} `}${kin} ${contactName(one, "full")}.`,
    prose`History also from ${kin} ${contactName(one, "given")}.`,
  ]);
}
