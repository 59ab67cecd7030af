import type { Facts } from "./facts.ts";
import { drugs, problems, smoking } from "./history.ts";
import { lastResult } from "./labs.ts";
import { chads } from "./stroke-risk.ts";

const anticoagulants = /apixaban|rivaroxaban|warfarin|dabigatran|edoxaban/;
const antibiotics = /cillin|clavulanate|azithro|cef|doxycycline|sulfameth|floxacin|nitrofurantoin|clinda|macro/;

const onAntibiotic = (f: Facts): boolean => drugs(f).begun.some((each) => antibiotics.test(f.drugWords(each).drug.name));
const smokes = (f: Facts): boolean => /smokes|smoker|tobacco/.test(smoking(f) ?? "") && !/never|non|ex-|former/.test(smoking(f) ?? "");

/** What a guideline says of some is said to those only: by age, sex, smoking and what was begun. */
export function decided(f: Facts): readonly string[] {
  const { code } = f.encounter.reason;
  const { age } = f;
  if (code.startsWith("J18"))
    return age >= 50 || (age >= 18 && smokes(f))
      ? ["{Repeat|Follow-up} chest film in {6 to 8|six to eight|8} weeks{, age and lungs considered|}."]
      : [];
  if (code.startsWith("K57"))
    return age >= 45 && !f.record.procedures.some(({ code: done, start }) => done.code === "G0121" && start < f.encounter.start)
      ? ["{Colonoscopy|Colon to be looked at} in {6 to 8|six to eight} weeks{ once healed|}."]
      : [];
  if (code.startsWith("J06") || code.startsWith("J20"))
    return age < 1
      ? ["No honey before the first birthday, {no cough medicines|nothing over the counter}."]
      : age < 12
        ? ["Honey for the cough{, no cough syrups|}."]
        : [];
  if (code.startsWith("J02"))
    return onAntibiotic(f)
      ? [
          "New toothbrush after {24 hours|a day} of the antibiotic.",
          "{Back to school or work|Not contagious} after {12 to 24|24} hours of treatment.",
        ]
      : ["{No antibiotic|Antibiotic not needed} {for now|at this point}."];
  if (code.startsWith("H66"))
    return onAntibiotic(f) ? [] : age >= 2 ? ["Watchful waiting for {48 to 72 hours|two to three days}, discussed."] : [];
  if (code.startsWith("N39.0"))
    return f.patient.sex === "male" && age >= 18 ? ["{Urology|Prostate exam and urology} if it {returns|comes back}."] : [];
  if (smokes(f) && age >= 18 && /^J4|^J2|^J0|^I2|^I73/.test(code))
    return ["{Smoking cessation discussed|Urged to quit, help offered|Quit line number given}."];
  return [];
}

/** Of atrial fibrillation: who takes no anticoagulant, and why; undefined where one is taken or there is none on record. */
export function strokePrevention(f: Facts): string | undefined {
  const { home, begun, renewed, ward } = drugs(f);
  if ([...home, ...begun, ...renewed, ...ward].some((each) => anticoagulants.test(f.drugWords(each).drug.name))) return undefined;
  const score = chads({ age: f.age, sex: f.patient.sex, codes: problems(f).map(({ code }) => code.code) });
  const low = f.patient.sex === "female" ? 1 : 0;
  if (score <= low) return `CHA2DS2-VASc ${score}, no anticoagulation {indicated|needed}.`;
  // Why not is the same at each visit.
  const why = f.home.fork("no anticoagulant").pick(["declines", "falls", "bleeding"] as const);
  return `CHA2DS2-VASc ${score}, not anticoagulated: ${
    {
      declines: "{declines|prefers not to} after {discussion of risk|risks were explained}",
      falls:
        f.age >= 75
          ? "{frequent falls|falls}, {decision shared with family|shared decision}"
          : "{declines for now|wants to think about it}",
      bleeding: "{concern about bleeding|bleeding risk}, {revisit each year|to be revisited}",
    }[why]
  }.`;
}

/** What is due for a condition by its last value: of diabetes, when it is measured again. */
export function dueBy(f: Facts, code: string): readonly string[] {
  if (!/^E1[013]/.test(code)) return [];
  const a1c = lastResult(f, "4548-4")?.value;
  if (a1c === undefined) return [];
  if (a1c >= 7.5) return ["{A1c again in|Repeat A1c in|A1c in} {three months|3 months|12 weeks}."];
  if (a1c < 5.7 && drugs(f).home.some(({ reason }) => reason?.code === code))
    return ["{Low A1c on treatment|A1c low for somebody on tablets}: {watch for lows|ask about lows|less may do}."];
  return ["A1c {twice a year|every six months|in 6 months}."];
}
