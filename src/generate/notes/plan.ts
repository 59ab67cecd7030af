import type { Condition } from "../../record/health.ts";
import { decided, dueBy, strokePrevention } from "./decisions.ts";
import { proceduresDone } from "./exam.ts";
import { always, chance, clock, date, dayOfTime, type Facts, pick, say } from "./facts.ts";
import { drugLine, drugNames, drugs, problems, problemWords } from "./history.ts";
import { before, lastResult, panelName, pendingTests, resultNumber, studyName } from "./labs.ts";
import { list } from "./layout.ts";
import { isUnwell, noticed } from "./notice.ts";
import { pharmacy } from "./others.ts";
import { capital, isEmpty, joined, type Prose, prose } from "./prose.ts";
import { illnessFor, newCondition, sortOf, told } from "./reason.ts";
import { listed2 } from "./story.ts";
import { feverWords, last, measuredValue, pounds, pressure } from "./vitals.ts";
import { followedOf } from "./words/followed.ts";
import type { Judge } from "./words/followed-form.ts";
import { unitWords, vital } from "./words/measures.ts";
import { vaccine } from "./words/vaccines.ts";

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
      const change =
        Number.parseFloat(strength) < Number.parseFloat(weaker)
          ? say(f, "decrease", f.brief ? ["Decr", "Decrease", "Down"] : ["Decrease", "Decreased"])
          : say(f, "increase", f.brief ? ["Incr", "Increase", "Up"] : ["Increase", "Increased"]);
      return `${change} ${name} from ${weaker} to ${strength}${count(each.quantity, each.refills)}.`;
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
  const words = listed2(told(f, "back", from, 3), " or ");
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
  if (code === vital.systolic && own < 100)
    return pick(
      f,
      `judge ${condition}`,
      f.encounter.class === "inpatient" || f.encounter.class === "emergency"
        ? ["pressure low, drugs with hold parameters", "soft pressure, dose to be held if below 100", "pressure low while ill"]
        : [
            "pressure on the low side, no dizziness",
            "running low, drugs to be looked at if it stays so",
            "low today, recheck before any change",
          ],
    );
  if (code === vital.systolic && f.encounter.class !== "ambulatory" && f.encounter.class !== "virtual" && isUnwell(f))
    return pick(f, `judge ${condition}`, ["not judged while acutely ill", "followed, acute illness first", "pressures as charted"]);
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
    (each) => each.reason?.code === code && !fresh.has(f.drugWords(each).drug.name) && suits(code, f.drugWords(each).drug.name),
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
  if (code.startsWith("E66") && f.age >= 18) named.push(weightTrend(f));
  if (taken.length > 0) {
    const names = drugNames(f, taken);
    named.push(
      f.brief
        ? [say(f, `cont ${code}`, ["Cont ", "On ", "c/w "]), names, "."]
        : [say(f, `cont ${code}`, ["Continue ", "On ", "Remains on "]), names, "."],
    );
  }
  if (code.startsWith("I48")) {
    const prevention = strokePrevention(f);
    if (prevention !== undefined) named.push(pick(f, "prevention", [prevention]));
  }
  if (withCare) named.push(...told(f, `care ${code}`, [...followed.care, ...dueBy(f, code)], 2));
  return joined(named, " ");
}

/** By how much the weight has moved since it was taken at another visit, a month or more before. */
function weightTrend(f: Facts): Prose {
  const now = last(f, vital.weight);
  const earlier = now && before(f, now);
  if (!now || !earlier || dayOfTime(now.time) - dayOfTime(earlier.time) < 30) return undefined;
  const moved = now.value! - earlier.value!;
  const by = f.habits.pounds ? `${pounds(Math.abs(moved))} lb` : `${Math.abs(moved).toFixed(1)} kg`;
  if (Math.abs(moved) < 0.5) return [pick(f, "steady", ["{Weight|Wt} {steady|unchanged}"]), " since ", date(f, earlier.time), "."];
  return [
    pick(f, "moved", [`{Weight|Wt} ${moved > 0 ? "up" : "down"} ${by}`, moved > 0 ? `{Has gained|Gained} ${by}` : `{Has lost|Lost} ${by}`]),
    " since ",
    date(f, earlier.time),
    ".",
  ];
}

/** Whether a drug treats it: a record may have it beside hypertension for want of another reason. */
const suits = (code: string, drug: string): boolean => !(code === "I10" && /^(?:aspirin|potassium|atorvastatin|simvastatin)/.test(drug));

/** The other problems, some of them, in few words. */
export function otherProblems(f: Facts, most: number): readonly Prose[] {
  return problems(f)
    .filter(
      ({ code }) => !code.code.startsWith(f.encounter.reason.code.slice(0, 3)) && !code.code.startsWith("Z8") && code.code !== "I25.2",
    )
    .slice(0, most)
    .map((each) => problemPlan(f, each, false));
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
    ...told(f, "care", [...illness.care, ...decided(f)], 3),
    comeBack(f, illness.back),
  ];
  return asPlan(f, head, plan, [...(chance(f, "others", 0.3) ? otherProblems(f, 2) : []), followUp(f)]);
}

/** A diagnosis, what is done for it, and what else: as a list or in running text. */
export function asPlan(f: Facts, head: Prose, what: readonly Prose[], rest: readonly Prose[]): Prose {
  const plan = [...noticed(f), ...what];
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
