import { ageSex, anAgeSex } from "../age-words.ts";
import { called, type Facts, pick, pronouns, say, titled } from "../facts.ts";
import { drugs, problems, problemWords } from "../history.ts";
import { capital, type Prose, prose } from "../prose.ts";
import { withHistory } from "../story.ts";

/** What is told of a visit, found and planned at it. */
export interface Visit {
  readonly story: Prose;
  readonly exam: readonly string[];
  readonly plan: Prose;
}

export const usual = [
  "{Heart|Cardiac}: regular rate and rhythm, no {murmur|murmur, rub or gallop}",
  "Lungs: {clear to auscultation bilaterally|clear throughout|good air entry, clear}",
  "Abdomen: soft, {nontender|nontender, no mass|not distended, nontender}",
  "Extremities: {no edema|warm, no edema|no swelling}",
  "Neuro: {no focal deficit|grossly intact|moves all limbs, gait steady}",
];

export const visitWith = (f: Facts, what: Prose): Prose =>
  f.brief
    ? say<Prose>(f, "visit", [
        prose`${ageSex(f)}${withHistory(f)} here for ${what}.`,
        prose`${called(f, "start")} here for ${what}.`,
        prose`${ageSex(f)}, ${what}.`,
        prose`${called(f, "start")} seen for ${what}.`,
      ])
    : say<Prose>(f, "visit", [
        prose`${titled(f)} is ${anAgeSex(f)}${withHistory(f)} who is here for ${what}.`,
        prose`${called(f, "start")} returns for ${what}.`,
        prose`${titled(f)} was seen today for ${what}. ${capital(pronouns(f).they)} is ${anAgeSex(f)}${withHistory(f)}.`,
        prose`This is ${anAgeSex(f)} who comes for ${what}.`,
      ]);

/** How drugs are taken, where there are any. */
export const adherence = (f: Facts): Prose =>
  drugs(f).home.length === 0
    ? undefined
    : pick(
        f,
        "adherence",
        f.brief
          ? ["Taking meds as Rx'd.", "No SE from meds.", "Misses a dose now and then.", "Meds tolerated."]
          : [
              "Takes medications as prescribed.",
              "No side effects from medications.",
              "Misses a dose now and then.",
              undefined,
              "Tolerates medications well.",
            ],
      );

export const withProblems = (f: Facts): Prose => {
  const there = problems(f);
  return there.length === 0
    ? undefined
    : `${f.brief ? "PMH" : "Known problems"}: ${there.map(({ code }) => problemWords(f, code)).join(", ")}.`;
};
