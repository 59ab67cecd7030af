import { ageSex, anAgeSex } from "../age-words.ts";
import { asides } from "../asides.ts";
import { decided } from "../decisions.ts";
import {
  always,
  called,
  chance,
  clock,
  companion,
  contactName,
  date,
  type Facts,
  facilityShort,
  headDate,
  phone,
  pick,
  pronouns,
  say,
  titled,
} from "../facts.ts";
import { header } from "../header.ts";
import { allergies, drugLine, drugNames, drugs, problems, problemWords } from "../history.ts";
import { pictures, resultNumber, resultsBack, resultWithBefore } from "../labs.ts";
import { list, section, sections } from "../layout.ts";
import { isUnwell } from "../notice.ts";
import { isCesarean, laborOf, weeksAtBirth } from "../obstetrics.ts";
import { comeBack, followUp } from "../plan.ts";
import { capital, isEmpty, joined, type Prose, prose } from "../prose.ts";
import { illnessFor, told } from "../reason.ts";
import { ended } from "../sign.ts";
import { doctor } from "../staff-names.ts";
import { vitalSigns } from "../vitals.ts";
import { courseOf } from "../words/courses.ts";
import { unitWords, vital } from "../words/measures.ts";
import { emergencyFacts } from "./admission.ts";
import { operations, stayName, whyOf } from "./stay.ts";

/** Sums up a stay when it is over. */
export function discharge(f: Facts): Prose {
  const { encounter } = f;
  const isDeath = encounter.admission?.disposition === "died";
  const title = isDeath
    ? always(f, "death title", ["Death summary", "Discharge summary (death)"])
    : always(f, "title", ["Discharge summary", "Hospital discharge summary", "Discharge Summary"]);
  const left = always(f, "left", ["Discharged", "Date of discharge", "Discharge date", "D/C"]);
  const conditionLabel = always(f, "exam", ["Condition at discharge", "Condition", "Vitals at discharge"]);
  const body = [
    section(
      f,
      always(f, "dx", ["Principal diagnosis", "Discharge diagnosis", "Diagnoses", "Primary diagnosis"]),
      `${capital(stayName(f))} (${encounter.reason.code})`,
    ),
    section(f, always(f, "secondary", ["Secondary diagnoses", "Other problems", "Comorbidities"]), others(f)),
    section(f, always(f, "procedures", ["Procedures", "Operations and procedures"]), operations(f).map(capital).join(", ")),
    section(f, always(f, "course", ["Hospital course", "Course", "Brief hospital course"]), course(f)),
    always(f, "labs", [true, true, false]) ? section(f, "Results", lastResults(f)) : undefined,
    isDeath ? undefined : section(f, conditionLabel, condition(f, conditionLabel.startsWith("Vitals"))),
    isDeath
      ? undefined
      : section(f, always(f, "meds", ["Discharge medications", "Medications at discharge", "Meds at D/C"]), medications(f), "block"),
    isDeath ? undefined : section(f, "Allergies", allergies(f)),
    section(f, always(f, "to", ["Disposition", "Discharged to", "Dispo"]), disposition(f)),
    isDeath ? undefined : section(f, always(f, "after", ["Follow-up", "Instructions and follow-up", "Follow up"]), after(f)),
  ];
  const heading = header(f, { title, date: encounter.start, dateLabel: "Admitted", more: [[left, headDate(f, encounter.end)]] });
  return ended(f, joined([heading, sections(f, body)], "\n\n"));
}

const others = (f: Facts): Prose =>
  joined(
    problems(f)
      .filter(({ code }) => code.code !== f.encounter.reason.code)
      .map(({ code }) => problemWords(f, code)),
    ", ",
  );

function course(f: Facts): Prose {
  const { encounter } = f;
  const why = whyOf(f);
  const { ward } = drugs(f);
  const done = operations(f);
  const intensive = encounter.stays?.find(({ ward: name }) => name === "ICU");
  const opened: Prose =
    why === "birth"
      ? joined(
          [
            prose`${capital(f.patient.sex)} newborn, born ${date(f, f.patient.birthDate)}${weeksAtBirth(f) === undefined ? "" : ` at ${weeksAtBirth(f)} weeks`}.`,
            pick(f, "fed", [
              "Fed well, passed urine and stool.",
              "{Fed well|Latching well}, {voided and stooled|urine and meconium passed}.",
              "{Feeding established|Took the breast well}, {stools turning|voiding}.",
            ]),
            weightSince(f),
          ],
          " ",
        )
      : why === "delivery"
        ? prose`${titled(f)} ${pick(
            f,
            "delivered",
            [`had a ${stayName(f)}`, `was admitted with ${laborOf(f).why} and had a ${stayName(f)}`, `underwent ${stayName(f)}`].filter(
              (each) => isCesarean(f) || !each.startsWith("underwent"),
            ),
          )} on ${date(f, encounter.start)}.`
        : why === "surgery"
          ? prose`${titled(f)} is ${anAgeSex(f)} who was admitted on ${date(f, encounter.start)} for planned surgery.`
          : say<Prose>(f, "came", [
              prose`${titled(f)} is ${anAgeSex(f)} who presented on ${date(f, encounter.start)} with ${f.complaint}.`,
              prose`${ageSex(f)} admitted ${date(f, encounter.start)} ${f.brief ? "w/" : "with"} ${f.complaint}.`,
              prose`${called(f, "start")} came to ${chance(f, "where", 0.4) ? [facilityShort(f), " ED"] : "the emergency department"} with ${f.complaint} and was admitted on ${date(f, encounter.start)}.`,
            ]);
  const ed = emergencyFacts(f);
  return joined(
    [
      opened,
      ...(ed ? pictures(ed).slice(0, 2) : []),
      done.length === 0 || why === "delivery"
        ? undefined
        : `${f.brief ? "Underwent" : `${capital(pronouns(f).they)} underwent`} ${done.join(" and ")}${chance(f, "well", 0.5) ? " without complication" : ""}.`,
      ward.length === 0 ? undefined : [say(f, "treated", ["Treated with ", "Received ", "Was given "]), drugNames(f, ward), "."],
      intensive
        ? prose`${f.brief ? "ICU" : "Required intensive care"} from ${date(f, intensive.start)} to ${date(f, intensive.end)}.`
        : undefined,
      encounter.admission?.disposition === "died"
        ? pick(f, "decline", [
            "Condition worsened in spite of treatment.",
            "Goals of care turned to comfort with the family's agreement.",
            "Continued to decline.",
          ])
        : why === "illness"
          ? pick(f, "improved", [
              "Improved steadily.",
              "Symptoms resolved over the stay.",
              "Back near baseline by discharge.",
              "Remained stable and was weaned to oral treatment.",
            ])
          : pick(
              f,
              "smooth",
              why === "birth"
                ? [
                    "{Transition|Adaptation} {smooth|uneventful}.",
                    "Screens {done|completed} before discharge.",
                    "{Color and tone good|Active and pink} throughout.",
                  ]
                : why === "delivery"
                  ? [
                      "{Recovery was smooth|Uneventful recovery}{, lochia light|}.",
                      "{Up and walking|Voiding, eating and walking} {the next day|within a day}.",
                      "{Baby and mother well|Breastfeeding established}.",
                    ]
                  : [
                      "Recovery was smooth.",
                      "No complications.",
                      "Pain controlled on oral drugs, walking.",
                      "{Advanced to a regular diet|Diet advanced}, {walking the hall|ambulating}.",
                    ],
            ),
    ],
    " ",
  );
}

/** The last of each test of note, with the first where it has moved. */
function lastResults(f: Facts): Prose {
  const wanted = ["718-7", "6690-2", "2160-0", "2823-3", "2345-7"];
  const back = resultsBack(f);
  return joined(
    wanted.flatMap((code): Prose[] => {
      const own = back.filter((each) => each.code.code === code);
      const final = own.at(-1);
      if (!final) return [];
      const first = own[0]!;
      return first === final || resultNumber(first) === resultNumber(final)
        ? [resultWithBefore(f, final)]
        : [
            `${f.brief ? "" : ""}${shortName(code)} ${resultNumber(first)} -> ${resultNumber(final)}${f.brief ? "" : ` ${unitWords(final.unit)}`}`,
          ];
    }),
    ", ",
  );
}

const shortName = (code: string): string =>
  ({ "718-7": "Hgb", "6690-2": "WBC", "2160-0": "Cr", "2823-3": "K", "2345-7": "glucose" })[code]!;

function condition(f: Facts, isVitals: boolean): Prose {
  const vitals = vitalSigns(f);
  if (isVitals && !isEmpty(vitals)) return [vitals, "."];
  const words = isUnwell(f)
    ? ["Guarded.", "Frail, {stable for transfer|not yet well}."]
    : whyOf(f) === "illness"
      ? [
          "Stable.",
          "Good.",
          "Fair.",
          "Improved.",
          "{Stable, alert|Alert and conversant}.",
          "{Much improved|Improved}, {eating and walking|tolerating diet}.",
        ]
      : whyOf(f) === "birth"
        ? ["Good.", "Healthy{, feeding well|}.", "Pink, {vigorous|active}, feeding."]
        : ["Stable.", "Good.", "{Walking|Ambulating}, {pain controlled|comfortable}."];
  return joined(
    [pick(f, "condition", f.age < 8 && whyOf(f) === "illness" ? ["Stable.", "Good.", "Improved, {playing|eating}."] : words), vitals],
    " ",
  );
}

function medications(f: Facts): Prose {
  const { home, begun, renewed } = drugs(f);
  const items = [
    ...[...begun, ...renewed].map((each) => `${f.brief ? "NEW: " : "New: "}${drugLine(f, each)}`),
    ...home.map((each) => `${always(f, "continue", ["Continue ", "", "Unchanged: "])}${drugLine(f, each)}`),
  ];
  return items.length === 0 ? say(f, "no drugs", ["none", "no medications"]) : list(f, items, "block");
}

const places: Readonly<Record<string, readonly string[]>> = {
  home: ["Home.", "Home with family.", "Home, self-care."],
  "home health": ["Home with home health nursing.", "Home with visiting nurse and PT."],
  "skilled nursing": ["Skilled nursing facility.", "SNF for short-term rehab."],
  rehabilitation: ["Acute rehabilitation."],
  hospice: ["Hospice.", "Home hospice."],
  transfer: ["Transferred to another hospital for further care."],
  "against advice": ["Left against medical advice; risks explained, understood."],
};

function disposition(f: Facts): Prose {
  const { encounter } = f;
  const to = encounter.admission?.disposition ?? "home";
  const kin = companion(f);
  if (to === "died") {
    const time = f.patient.deceased ?? encounter.end;
    return joined(
      [
        prose`Pronounced dead on ${date(f, time)} at ${clock(f, time)}.`,
        kin
          ? prose`${capital(kin.relationship)} ${contactName(kin)} ${pick(f, "informed", ["was informed", "at the bedside", "notified by telephone"])}.`
          : undefined,
      ],
      " ",
    );
  }
  return joined(
    [
      pick(f, "place", places[to]!),
      kin && (f.age < 18 || chance(f, "kin", 0.4))
        ? prose`${capital(kin.relationship)} ${contactName(kin)}, ${phone(f, kin.phone, "relative")}.`
        : undefined,
    ],
    " ",
  );
}

function after(f: Facts): Prose {
  const why = whyOf(f);
  const back =
    why === "illness"
      ? comeBack(f, illnessFor(f).back)
      : comeBack(
          f,
          why === "birth" ? ["fever", "yellow skin", "poor feeding"] : ["fever", "wound redness or drainage", "pain not controlled"],
        );
  const care = why === "illness" ? told(f, "care", [...courseOf(f.encounter.reason.code).leaves, ...decided(f)], 2) : [];
  return joined(
    [
      prose`${f.brief ? "F/u" : "Follow-up with"} ${doctor(f.own)}${pick(f, "within", why === "birth" ? [" in 2 days", " in 48 hours", " within 2-3 days"] : why === "delivery" ? [" in 6 weeks", " in 2 weeks and 6 weeks", " for the postpartum visit"] : [" within 1 week", " in 1-2 weeks", " in 7 days", ""])}.`,
      nextBooked(f),
      asides(f, "after", 0.3),
      ...care,
      back,
    ].filter((each) => !isEmpty(each)),
    " ",
  );
}

const nextBooked = (f: Facts): Prose =>
  f.record.appointments.some(({ booked, start }) => start > f.time && booked <= f.time) ? followUp(f) : undefined;

/** What a newborn has lost or gained since birth, in percent. */
function weightSince(f: Facts): string {
  const weights = f.entries.observations.filter(
    ({ code, value, time }) => code.code === vital.weight && value !== undefined && time <= f.time,
  );
  const [first, latest] = [weights[0]?.value, weights.at(-1)?.value];
  if (first === undefined || latest === undefined || weights.length < 2) return "";
  const percent = ((latest - first) / first) * 100;
  return `Weight ${(latest * 1000).toFixed(0)} g, ${percent < 0 ? "down" : "up"} ${Math.abs(percent).toFixed(1)}% from birth.`;
}
