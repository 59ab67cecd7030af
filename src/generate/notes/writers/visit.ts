import { proceduresDone } from "../exam.ts";
import { ageSex, anAgeSex, called, chance, companion, contactName, date, type Facts, pick, pronouns, say, titled } from "../facts.ts";
import { drugs, problems, problemWords } from "../history.ts";
import { resultNumber } from "../labs.ts";
import { acutePlan, asPlan, comeBack, drugPlan, followUp, orderPlan, otherProblems, problemPlan } from "../plan.ts";
import { capital, joined, type Prose, prose } from "../prose.ts";
import { fitting, illnessFor, type Sort, some, sortOf } from "../reason.ts";
import { acuteStory, came, denials, earlier, withHistory } from "../story.ts";
import { last } from "../vitals.ts";
import { followedOf } from "../words/followed.ts";
import { milestones } from "../words/milestones.ts";
import { problem } from "../words/problems.ts";

/** What is told of a visit, found and planned at it. */
export interface Visit {
  readonly story: Prose;
  readonly exam: readonly string[];
  readonly plan: Prose;
}

export function visitOf(f: Facts): Visit {
  return visits[sortOf(f)](f);
}

const visits: Readonly<Record<Sort, (f: Facts) => Visit>> = {
  acute,
  after,
  child,
  physical,
  prenatal,
  postpartum,
  screening,
  vaccination,
  procedure,
  follow,
};

function acute(f: Facts): Visit {
  return { story: joined([acuteStory(f), came(f)], " "), exam: illnessFor(f).exam, plan: acutePlan(f) };
}

const usual = [
  "Heart: regular rate and rhythm, no murmur",
  "Lungs: clear to auscultation bilaterally",
  "Abdomen: soft, nontender",
  "Extremities: no edema",
  "Neuro: no focal deficit",
];

const visitWith = (f: Facts, what: Prose): Prose =>
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
const adherence = (f: Facts): Prose =>
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

function after(f: Facts): Visit {
  const illness = illnessFor(f);
  const stay = f.record.encounters.findLast(
    (each) => each.class === "inpatient" && each.end < f.encounter.start && each.reason.code === f.encounter.reason.code,
  );
  const what: Prose = stay
    ? prose`${f.brief ? "hosp f/u" : "follow-up after a hospital stay"} (${date(f, stay.start)} ${f.brief ? "-" : "to"} ${date(f, stay.end)}) for ${f.brief ? illness.short : illness.name}`
    : `follow-up of ${illness.name}`;
  const story = joined(
    [
      visitWith(f, what),
      pick(f, "since then", [
        "Feels better, not quite back to normal.",
        "Much better since coming home.",
        "Still tires easily.",
        "Sleep and appetite are back.",
      ]),
      f.age >= 12 ? denials(f, illness.denies) : undefined,
      adherence(f),
      came(f),
    ],
    " ",
  );
  const head: Prose = [
    `${capital(f.brief ? illness.short : illness.name)}`,
    ", ",
    pick(f, "recovers", ["improved", "recovering", "resolving", "doing well after discharge"]),
    ".",
  ];
  return {
    story,
    exam: usual.slice(0, 4),
    plan: asPlan(
      f,
      head,
      [...drugPlan(f), ...orderPlan(f), ...some(f, "care", illness.care.slice(-1), 1), comeBack(f, illness.back)],
      [...otherProblems(f, 3), followUp(f)],
    ),
  };
}

function follow(f: Facts): Visit {
  const { reason } = f.encounter;
  const followed = followedOf(reason.code);
  const condition = problems(f).find(({ code }) => code.code === reason.code);
  const words = problem(reason);
  const what = say(
    f,
    "follows",
    f.brief
      ? [`f/u ${words.short}`, `${words.short} f/u`, `recheck ${words.short}`]
      : [`follow-up of ${words.name}`, `${words.name}`, `a recheck of ${words.name}`],
  );
  const story = joined(
    [
      visitWith(f, what),
      ...some(f, "story", fitting(f, followed.story), 2),
      f.age >= 8 ? denials(f, followed.denies) : undefined,
      adherence(f),
      earlier(f),
      came(f),
    ],
    " ",
  );
  const head = condition ? problemPlan(f, condition, true) : `${capital(f.brief ? words.short : words.name)}.`;
  return {
    story,
    exam: followed.exam,
    plan: asPlan(
      f,
      head,
      [...drugPlan(f), ...orderPlan(f), ...proceduresDone(f).map((done) => `${capital(done)}.`)],
      [...otherProblems(f, 4), followUp(f)],
    ),
  };
}

function physical(f: Facts): Visit {
  const score = last(f, "44261-6");
  const story = joined(
    [
      visitWith(f, f.brief ? "annual PE" : "an annual physical"),
      pick(f, "feels", [
        "No complaints today.",
        "Feels well.",
        "No new concerns.",
        "A few aches, nothing new.",
        "Feels well but tired at the end of the week.",
      ]),
      pick(f, "habit", ["Walks three times a week.", "Exercises little.", "Sleeps seven hours.", "Diet is varied.", undefined]),
      adherence(f),
      score?.value === undefined
        ? undefined
        : `PHQ-9 ${resultNumber(score)}${score.value < 5 ? ", minimal" : score.value < 10 ? ", mild" : score.value < 15 ? ", moderate" : ", moderately severe or more, discussed"}.`,
      came(f),
    ],
    " ",
  );
  const advice = some(
    f,
    "advice",
    [
      "Diet and activity reviewed.",
      "Seat belt and sun protection reviewed.",
      "Dental and eye care reminders.",
      "Sleep hygiene discussed.",
      "Advance care planning discussed.",
    ].slice(0, f.age > 60 ? 5 : 4),
    2,
  );
  const head = f.brief
    ? say(f, "well", ["Health maint:", "Annual exam.", "HM:"])
    : say(f, "well", ["Annual exam, generally well.", "Health maintenance.", "Routine adult examination."]);
  return {
    story,
    exam: [...usual, "Skin: no concerning lesions"],
    plan: asPlan(f, head, [...drugPlan(f), ...orderPlan(f), ...advice], [...otherProblems(f, 5), followUp(f)]),
  };
}

function child(f: Facts): Visit {
  const parent = companion(f)!;
  const stage = milestones(f.age, f.patient.birthDate, f.time);
  const story = joined(
    [
      pick<Prose>(f, "brought", [
        prose`${ageSex(f)} here for ${f.brief ? "WCC" : "a well-child visit"} with ${parent.relationship} ${contactName(parent, "given")}.`,
        prose`${called(f, "start")} is ${anAgeSex(f)} brought by ${f.brief ? "" : `${pronouns(f).their} `}${parent.relationship}, ${contactName(parent)}, for ${f.brief ? "a check" : "routine care"}.`,
        prose`Well visit. ${capital(parent.relationship)} ${contactName(parent)} has ${pick(f, "concern", ["no concerns", "questions about sleep", "questions about eating", "no worries"])}.`,
      ]),
      ...some(f, "feeding", stage.feeding, 2),
      [f.brief ? "Dev: " : "Development: ", some(f, "milestones", stage.does, 3).join(", "), "."],
      withProblems(f),
    ],
    " ",
  );
  const head = f.brief
    ? "WCC, growing and developing well."
    : say(f, "grows", ["Healthy child, growth and development on track.", "Well child.", "Normal growth and development."]);
  return {
    story,
    exam: stage.exam,
    plan: asPlan(
      f,
      head,
      [
        ...orderPlan(f),
        ...drugPlan(f),
        `${f.brief ? "AG" : "Anticipatory guidance"}: ${some(f, "guidance", stage.guidance, 3).join(", ")}.`,
      ],
      [...otherProblems(f, 2), followUp(f)],
    ),
  };
}

const withProblems = (f: Facts): Prose => {
  const there = problems(f);
  return there.length === 0
    ? undefined
    : `${f.brief ? "PMH" : "Known problems"}: ${there.map(({ code }) => problemWords(f, code)).join(", ")}.`;
};

function prenatal(f: Facts): Visit {
  const story = joined(
    [
      visitWith(f, f.brief ? "prenatal f/u" : "a prenatal visit"),
      pick(
        f,
        "signs",
        f.brief
          ? ["No VB, LOF or ctx.", "Denies VB/LOF/ctx.", "No bleeding, no leaking."]
          : ["No bleeding, leaking of fluid or contractions.", "Denies vaginal bleeding and cramping."],
      ),
      pick(f, "feels", ["Some nausea in the mornings.", "Tired but well.", "Heartburn at night.", "Sleeping on the left side.", undefined]),
      came(f),
    ],
    " ",
  );
  const head = f.brief ? "IUP, routine PNC." : "Supervision of normal pregnancy.";
  return {
    story,
    exam: ["Abdomen: gravid, nontender", "Extremities: no edema"],
    plan: asPlan(
      f,
      head,
      [
        ...orderPlan(f),
        ...drugPlan(f),
        ...some(
          f,
          "care",
          [
            "Prenatal vitamins daily.",
            "Warning signs reviewed.",
            "Discussed birth plan and classes.",
            "Safe foods and weight gain reviewed.",
          ],
          2,
        ),
      ],
      [followUp(f)],
    ),
  };
}

function postpartum(f: Facts): Visit {
  const birth = f.record.encounters.findLast(
    ({ reason, end }) => (reason.code === "O80" || reason.code === "O82") && end < f.encounter.start,
  );
  const what: Prose = birth
    ? prose`${f.brief ? "PP visit" : "a postpartum visit"} after ${birth.reason.code === "O82" ? "cesarean" : "vaginal"} delivery on ${date(f, birth.start)}`
    : "a postpartum visit";
  const story = joined(
    [
      visitWith(f, what),
      pick(f, "baby", ["Baby is gaining weight.", "Breastfeeding well.", "Bottle and breast.", "Baby sleeps in short stretches."]),
      pick(f, "mood", ["Mood is good.", "Tearful at times, has help at home.", "Tired, mood fair."]),
      denials(f, ["heavy bleeding", "fever", "breast pain"]),
    ],
    " ",
  );
  return {
    story,
    exam: [
      birth?.reason.code === "O82" ? "Abdomen: incision healed, nontender" : "Abdomen: soft, uterus involuted",
      "Extremities: no edema",
    ],
    plan: asPlan(
      f,
      f.brief ? "Routine PP." : "Routine postpartum follow-up.",
      [...orderPlan(f), ...drugPlan(f), "Contraception discussed.", "Return to activity as tolerated."],
      [...otherProblems(f, 2), followUp(f)],
    ),
  };
}

function screening(f: Facts): Visit {
  const { code } = f.encounter.reason;
  const isGynecologic = code.startsWith("Z01.4");
  const what = code.startsWith("Z12.31")
    ? "a screening mammogram"
    : code.startsWith("Z12.11")
      ? "a screening colonoscopy"
      : isGynecologic
        ? "a well-woman visit"
        : "screening";
  const told = code.startsWith("Z12.31")
    ? ["No breast lumps, pain or discharge.", "No change noticed on self-exam."]
    : code.startsWith("Z12.11")
      ? ["Bowel preparation was good.", "No bleeding or change of bowel habit.", "Ride home arranged."]
      : ["Periods as usual.", "No pelvic pain or discharge.", "No new concerns."];
  const exam = code.startsWith("Z12.31")
    ? ["Breasts: no mass, skin or nipple change"]
    : code.startsWith("Z12.11")
      ? ["Abdomen: soft, nontender", "Rectal: normal tone"]
      : ["Breasts: no mass", "Pelvic: normal external genitalia, cervix without lesion, no adnexal mass"];
  const colon = code.startsWith("Z12.11")
    ? [
        "Advanced to the cecum, appendiceal orifice seen. Mucosa normal.",
        "Tolerated well, no complications. Clear for discharge when awake.",
        "Repeat in 10 years if average risk.",
      ]
    : [];
  return {
    story: joined([visitWith(f, what), ...some(f, "told", told, 2)], " "),
    exam,
    plan: asPlan(
      f,
      `${capital(what.replace("a ", ""))}.`,
      [...colon, ...orderPlan(f), ...drugPlan(f), ...(colon.length > 0 ? [] : proceduresDone(f).map((done) => `${capital(done)}.`))],
      [...(isGynecologic ? otherProblems(f, 2) : []), chance(f, "letter", 0.4) ? "Result will be sent by letter." : followUp(f)],
    ),
  };
}

function vaccination(f: Facts): Visit {
  const story = joined(
    [
      visitWith(f, f.brief ? "immunization" : "an immunization"),
      pick(f, "well", ["Feels well.", "No fever.", "No reaction to earlier vaccines.", "Screening questions negative."]),
    ],
    " ",
  );
  return {
    story,
    exam: [],
    plan: asPlan(
      f,
      f.brief ? "Imm visit." : "Immunization visit.",
      [...orderPlan(f), "Information sheet given, observed 15 minutes."],
      [followUp(f)],
    ),
  };
}

function procedure(f: Facts): Visit {
  const done = proceduresDone(f).map(capital);
  const story = joined(
    [
      visitWith(f, done[0]?.toLowerCase() ?? "a procedure"),
      pick(f, "well", ["Feels well today.", "No new complaints.", "Slept poorly, otherwise well."]),
      denials(f, ["chest pain", "fever", "shortness of breath"]),
    ],
    " ",
  );
  return {
    story,
    exam: usual.slice(0, 2),
    plan: asPlan(
      f,
      `${capital(problemWords(f, f.encounter.reason))}.`,
      [...done.map((each) => `${each}, tolerated well.`), ...orderPlan(f), ...drugPlan(f)],
      [followUp(f)],
    ),
  };
}
