import { ageSex } from "../age-words.ts";
import { asides } from "../asides.ts";
import { decided } from "../decisions.ts";
import { proceduresDone } from "../exam.ts";
import {
  always,
  birthDate,
  called,
  capitalized,
  chance,
  clock,
  companion,
  contactName,
  date,
  type Facts,
  headDate,
  headName,
  phone,
  pick,
  pronouns,
  say,
} from "../facts.ts";
import { allergies, drugs } from "../history.ts";
import { flag, resultsBack, resultWithBefore } from "../labs.ts";
import { comeBack, drugPlan, followUp, orderPlan } from "../plan.ts";
import { capital, joined, lines, mention, type Prose, prose } from "../prose.ts";
import { illnessFor, reasonWords, since, sortOf, told } from "../reason.ts";
import { clerkSignature, ended } from "../sign.ts";
import { clerkShort, colleague, doctor } from "../staff-names.ts";
import { followedOf } from "../words/followed.ts";

/** A call taken instead of a visit. */
export function telephone(f: Facts): Prose {
  const illness = illnessFor(f);
  const followed = followedOf(f.encounter.reason.code);
  const isAcute = sortOf(f) === "acute";
  const kin = f.age < 18 ? companion(f) : chance(f, "kin calls", 0.2) ? companion(f) : undefined;
  const story = told(f, "story", isAcute ? illness.story : followed.story, 2);
  const call: Prose = [
    kin ? prose`${capital(kin.relationship)} ${contactName(kin)} calls about ${called(f)}` : prose`${called(f, "start")} calls`,
    isAcute ? prose`: ${f.complaint}${since(f)}. ` : prose` for ${reasonWords(f)}. `,
    joined([...story, asides(f, "call", 0.3)], " "),
  ];
  const advice = joined(
    [
      ...drugPlan(f),
      ...orderPlan(f),
      ...proceduresDone(f),
      ...told(f, "care", isAcute ? [...illness.care, ...decided(f)] : followed.care, isAcute ? 2 : 1),
      isAcute ? comeBack(f, illness.back) : undefined,
      followUp(f),
    ],
    " ",
  );
  return ended(
    f,
    joined(
      [
        top(f, kin ? prose`${contactName(kin)} (${kin.relationship}), ${phone(f, kin.phone, "relative")}` : callback(f)),
        [always(f, "message", ["Message: ", "Reason for call: ", "S: ", ""]), call],
        [always(f, "allergy", ["Allergies: ", "All: "]), allergies(f)],
        [always(f, "advice", ["Advice: ", "A/P: ", "Plan: ", "Recommendation: "]), advice],
        pick(f, "understood", [
          "Voices understanding.",
          "Agrees with the plan.",
          "Call ended, 9 minutes.",
          "Caller repeats the plan back.",
          undefined,
        ]),
      ],
      "\n",
    ),
  );
}

const callback = (f: Facts): Prose => (f.patient.identifiers.phone === undefined ? "patient" : phone(f, f.patient.identifiers.phone));

/** Who called, when, about whom. */
function top(f: Facts, caller: Prose): Prose {
  const { patient } = f;
  const title = always(f, "title", ["Telephone encounter", "TELEPHONE ENCOUNTER", "Phone note", "Telephone note", "PHONE CALL"]);
  const mrn = patient.identifiers.mrn;
  const at: Prose = [headDate(f, f.time), " ", clock(f, f.time)];
  switch (always(f, "top", ["lines", "one", "label"])) {
    case "one":
      return prose`${title} ${at}  ${headName(f)}  ${mrn === undefined ? "" : prose`MRN ${mention("mrn", mrn)}`}  Call back: ${caller}`;
    case "label":
      return lines(title, prose`Patient: ${headName(f)}   DOB: ${birthDate(f)}`, prose`Caller: ${caller}`, prose`Time: ${at}`);
    default:
      return lines(
        title,
        prose`${headName(f)} (${mrn === undefined ? ageSex(f) : mention("mrn", mrn)})`,
        at,
        prose`Callback number: ${caller}`,
      );
  }
}

/** A nurse calls with results, or about a refill, some days after a visit. */
export function call(f: Facts): Prose {
  const nurse = f.clerk("nurse");
  const back = resultsBack(f);
  const shown = back.filter((each) => flag(each) !== "");
  const { home, begun, renewed } = drugs(f);
  const all = [...begun, ...renewed, ...home];
  const refill = all[0];
  const kin = f.age < 18 ? companion(f) : undefined;
  const whom: Prose = kin ? prose`${kin.relationship} ${contactName(kin)}` : called(f);
  const rx = refill?.identifiers["prescription-number"];
  const body =
    back.length > 0
      ? joined(
          [
            prose`${say(f, "called", ["Called", "Spoke with", "Reached", "Phoned"])} ${whom} ${pick(f, "about", ["with lab results", "about labs", "regarding results"])} of ${date(f, back[0]!.time)}.`,
            shown.length === 0
              ? "All within normal range."
              : [
                  joined(
                    shown.slice(0, 4).map((each) => resultWithBefore(f, each)),
                    ", ",
                  ),
                  "; otherwise within range.",
                ],
            prose`Per ${doctor(f.provider)}: ${pick(f, "per", shown.length === 0 ? ["no change", "continue as is", "routine recheck"] : ["will review at next visit", "recheck as planned", "continue current plan for now"])}.`,
            pick(f, "voiced", ["Voiced understanding.", "Questions answered.", "Appreciative of the call.", "Will call with questions."]),
          ],
          " ",
        )
      : refill
        ? joined(
            [
              prose`${capitalized(whom, "Pharmacy and patient")} asks for a refill of ${f.drugWords(refill).what}${rx === undefined ? "" : prose` (Rx ${mention("prescription-number", rx)})`}.`,
              prose`Last seen ${date(f, f.encounter.start)}.`,
              prose`Routed to ${colleague(f, f.provider)}.`,
              chance(f, "reach", 0.6) ? prose`Call back at ${kin ? phone(f, kin.phone, "relative") : callback(f)}.` : undefined,
            ],
            " ",
          )
        : checkIn(f, whom);
  return ended(f, joined([top(f, kin ? phone(f, kin.phone, "relative") : callback(f)), body], "\n"), clerkSignature(f, nurse));
}

/** How somebody is, some days after a visit that left nothing to tell. */
function checkIn(f: Facts, whom: Prose): Prose {
  const sort = sortOf(f);
  const { lay } = illnessFor(f);
  const on = date(f, f.encounter.start);
  const ill = sort === "acute" || sort === "after";
  const opened = pick<() => Prose>(f, "opened", [
    () => prose`Check-in call after the visit of ${on}.`,
    () => prose`${say(f, "called", ["Called", "Spoke with", "Reached", "Phoned"])} ${whom} to follow up on ${on}.`,
    () => prose`Courtesy call, seen ${on}${ill && lay !== "" ? ` for ${lay}` : ""}.`,
    () =>
      prose`${pick(f, "tries", ["Second attempt", "Third try", "Left word yesterday", "Returned call"])}; ${say(f, "reached", ["reached", "spoke to", "got hold of"])} ${whom}.`,
  ])();
  const doing = ill
    ? pick(f, "doing", [
        "{Doing better|Much better|Improving}{, sleeping again|, appetite back|}.",
        "{About the same|No real change}, {no worse|not worried}.",
        `${lay === "" ? "Symptoms" : capital(lay)} {nearly gone|gone since yesterday|easing}.`,
        `${capital(pronouns(f).they)} is {back to normal|up and about|almost back to normal}.`,
        "{Still tired|Still some discomfort}, otherwise {well|improving}.",
      ])
    : pick(f, "fine", [
        "{No questions|No new symptoms|Nothing new} {since|to report}.",
        "{Got|Has} the {instructions|printed summary}, {clear|no questions}.",
        sort === "child" || sort === "vaccination"
          ? "{Playing|Eating} as usual, no {fever|complaints}."
          : drugs(f).home.length > 0
            ? "{Taking tablets as told|No trouble with tablets}."
            : "All well.",
        "{Asked about the next visit|Wants to move the next visit}.",
      ]);
  const next = pick<() => Prose>(f, "next step", [
    () => prose`To call if worse. ${clerkShort(f, f.clerk("assistant"))} will schedule follow-up.`,
    () =>
      pick(f, "if", [
        "{To call|Will call} if {worse|not better|anything changes}.",
        "{Has our number|Knows how to reach us}{, after-hours line given|}.",
        "{Keeps|Will keep} the next appointment.",
      ]),
    () => prose`${colleague(f, f.provider)} ${pick(f, "told", ["updated.", "aware.", "informed, no change."])}`,
    () =>
      prose`${pick(f, "front desk", ["Passed on to", "Front desk:", "Number on file updated by"])} ${mention("name", f.clerk("clerk").name.given, "provider")}.`,
  ])();
  return joined([opened, doing, asides(f, "visit", 0.3), next], " ");
}
