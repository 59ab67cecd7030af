import { ageSex, anAgeSex } from "../age-words.ts";
import { asides } from "../asides.ts";
import { proceduresDone } from "../exam.ts";
import { called, chance, companion, contactName, date, type Facts, pick, pronouns, say } from "../facts.ts";
import { resultNumber } from "../labs.ts";
import { isCesarean, isDelivery, weeks } from "../obstetrics.ts";
import { asPlan, drugPlan, followUp, orderPlan, otherProblems } from "../plan.ts";
import { capital, joined, type Prose, prose } from "../prose.ts";
import { some } from "../reason.ts";
import { came, denials } from "../story.ts";
import { last } from "../vitals.ts";
import { milestones } from "../words/milestones.ts";
import { adherence, usual, type Visit, visitWith, withProblems } from "./visit-parts.ts";

export function physical(f: Facts): Visit {
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
      asides(f, "visit", 0.3),
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
    exam: [...usual, "Skin: {no concerning lesions|no suspicious moles|sun damage, nothing suspicious}"],
    plan: asPlan(f, head, [...drugPlan(f), ...orderPlan(f), ...advice], [...otherProblems(f, 5), followUp(f)]),
  };
}

export function child(f: Facts): Visit {
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
      asides(f, "visit", 0.3),
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

export function prenatal(f: Facts): Visit {
  const at = weeks(f);
  const story = joined(
    [
      visitWith(
        f,
        at === undefined
          ? f.brief
            ? "prenatal f/u"
            : "a prenatal visit"
          : f.brief
            ? `prenatal f/u at ${at}w`
            : `a prenatal visit at ${at} weeks`,
      ),
      at !== undefined && at >= 20
        ? pick(f, "moves", ["Fetal movement {good|present|felt daily}.", "Baby {moves well|is active}."])
        : undefined,
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
  const isOlder = f.encounter.reason.code.startsWith("O09");
  const what = f.brief
    ? isOlder
      ? "IUP, AMA"
      : "IUP, routine PNC"
    : isOlder
      ? "Pregnancy, advanced maternal age"
      : pick(f, "supervision", ["Supervision of normal pregnancy", "Intrauterine pregnancy, doing well", "Normal pregnancy"]);
  const head = `${what}${at === undefined ? "" : f.brief ? ` ${at}w` : `, ${at} weeks`}.`;
  return {
    story,
    exam: [
      at !== undefined && at < 16
        ? "Abdomen: soft, {uterus not yet palpable|uterus nontender}"
        : "Abdomen: gravid, {nontender|soft}{, size agrees with dates|}",
      at !== undefined && at >= 12 ? "Fetus: heart tones {present|heard by Doppler|regular}" : "General: {no distress|comfortable|at ease}",
      "Extremities: {no|trace} edema",
    ],
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

export function postpartum(f: Facts): Visit {
  const birth = f.record.encounters.findLast((each) => isDelivery(each) && each.end < f.encounter.start);
  const what: Prose = birth
    ? prose`${f.brief ? "PP visit" : "a postpartum visit"} after ${isCesarean(f, birth) ? "cesarean" : "vaginal"} delivery on ${date(f, birth.start)}`
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
      birth && isCesarean(f, birth) ? "Abdomen: incision healed, nontender" : "Abdomen: soft, uterus involuted",
      "Extremities: {no edema|warm, no edema|no swelling}",
    ],
    plan: asPlan(
      f,
      f.brief ? "Routine PP." : "Routine postpartum follow-up.",
      [...orderPlan(f), ...drugPlan(f), "Contraception discussed.", "Return to activity as tolerated."],
      [...otherProblems(f, 2), followUp(f)],
    ),
  };
}

export function screening(f: Facts): Visit {
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
      ? ["Abdomen: soft, {nontender|nontender, no mass|not distended, nontender}", "Rectal: normal tone"]
      : ["Breasts: no mass", "Pelvic: normal external genitalia, cervix without lesion, no adnexal mass"];
  const colon = code.startsWith("Z12.11")
    ? [
        pick(f, "colon", [
          "Advanced to the cecum, appendiceal orifice seen. Mucosa normal.",
          "Scope to the cecum, {ileocecal valve|landmarks} seen. {No polyps|No polyp or mass}.",
          "Complete to the cecum. {Scattered diverticula, no polyps|Small hemorrhoids, otherwise normal}.",
        ]),
        pick(f, "colon after", [
          "Tolerated well, no complications. Clear for discharge when awake.",
          "No complications{, withdrawal time 8 minutes|}. Home with {a ride|family}.",
          "Sedation {well tolerated|uneventful}, {awake and eating|alert at discharge}.",
        ]),
        pick(
          f,
          "colon next",
          f.age >= 75 ? ["No further screening {needed at this age|by age}."] : ["Repeat in 10 years{ if average risk|}."],
        ),
      ]
    : [];
  const [picture] = f.entries.reports.filter(({ conclusion, time }) => conclusion !== undefined && time <= f.time);
  const isRead = picture !== undefined;
  return {
    story: joined([visitWith(f, what), ...some(f, "told", told, 2), asides(f, "visit", 0.25)], " "),
    exam,
    plan: asPlan(
      f,
      `${capital(what.replace("a ", ""))}.`,
      [
        ...colon,
        ...recall(f),
        ...orderPlan(f),
        ...drugPlan(f),
        ...(colon.length > 0 ? [] : proceduresDone(f).map((done) => `${capital(done)}.`)),
      ],
      [
        ...(isGynecologic ? otherProblems(f, 2) : []),
        isRead && code.startsWith("Z12.31")
          ? picture.conclusion!.includes("BI-RADS 0")
            ? undefined
            : pick(f, "next film", [
                "Next mammogram in {a year|12 months}.",
                "{Yearly|Annual} mammogram.",
                "Routine screening, letter to follow.",
              ])
          : !isRead && colon.length === 0 && chance(f, "letter", 0.4)
            ? "Result will be sent by letter."
            : followUp(f),
      ],
    ),
  };
}

export function vaccination(f: Facts): Visit {
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

/** What follows a mammogram that was not complete. */
function recall(f: Facts): readonly string[] {
  const open = f.entries.reports.some(({ conclusion, time }) => time <= f.time && conclusion?.includes("BI-RADS 0"));
  return open
    ? [
        pick(f, "recall", [
          "{Recalled|Called back} for additional views{ and ultrasound if needed|}.",
          "Diagnostic {mammogram|views} {to be booked|within two weeks}, {patient told|explained to the patient}.",
          "BI-RADS 0: {additional views|diagnostic views} {ordered|to be scheduled}, {patient aware|called}.",
        ]),
      ]
    : [];
}
