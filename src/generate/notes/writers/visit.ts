import { asides } from "../asides.ts";
import { decided } from "../decisions.ts";
import { proceduresDone } from "../exam.ts";
import { date, type Facts, pick, say } from "../facts.ts";
import { problems, problemWords } from "../history.ts";
import { acutePlan, asPlan, comeBack, drugPlan, followUp, orderPlan, otherProblems, problemPlan } from "../plan.ts";
import { capital, joined, type Prose, prose } from "../prose.ts";
import { illnessFor, type Sort, sortOf, told } from "../reason.ts";
import { acuteStory, came, denials, earlier } from "../story.ts";
import { courseOf } from "../words/courses.ts";
import { followedOf } from "../words/followed.ts";
import { problem } from "../words/problems.ts";
import { child, physical, postpartum, prenatal, screening, vaccination } from "./preventive.ts";
import { adherence, usual, type Visit, visitWith } from "./visit-parts.ts";

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

export function after(f: Facts): Visit {
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
      asides(f, "visit", 0.35),
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
      [
        ...drugPlan(f),
        ...orderPlan(f),
        ...told(f, "care", [...courseOf(f.encounter.reason.code).after, ...decided(f)], 2),
        comeBack(f, illness.back),
      ],
      [...otherProblems(f, 3), followUp(f)],
    ),
  };
}

export function follow(f: Facts): Visit {
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
      ...told(f, "story", followed.story, 2),
      f.age >= 8 ? denials(f, followed.denies) : undefined,
      adherence(f),
      earlier(f),
      came(f),
      asides(f, "visit", 0.3),
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
