import { decided } from "../decisions.ts";
import { findings, proceduresDone, studied } from "../exam.ts";
import { always, called, capitalized, clock, companion, contactName, type Facts, phone, pick, pronouns, say } from "../facts.ts";
import { header } from "../header.ts";
import { allergies, familyHistory, homeDrugs, pastHistory, social } from "../history.ts";
import { pendingTests } from "../labs.ts";
import { section, sections } from "../layout.ts";
import { noticed } from "../notice.ts";
import { comeBack, drugPlan } from "../plan.ts";
import { capital, isEmpty, joined, type Prose, prose } from "../prose.ts";
import { arrival, illnessFor, newCondition, reasonWords, told } from "../reason.ts";
import { ended } from "../sign.ts";
import { colleague } from "../staff-names.ts";
import { acuteStory } from "../story.ts";
import { feverWords, vitalSigns } from "../vitals.ts";
import { acuityOf } from "../words/acuity.ts";
import { courseOf } from "../words/courses.ts";
import { reviewOfSystems } from "./review.ts";

/** What an emergency department writes of a visit. */
export function emergency(f: Facts): Prose {
  const { encounter, habits } = f;
  const title = always(f, "title", ["ED note", "Emergency Department Note", "ED Physician Note", "Emergency Physician Record", "ED chart"]);
  const arrived: Prose = [
    pick(f, "arrives", ["Arrived", "Arrival", "Arr"]),
    " ",
    clock(f, encounter.start),
    arrival(f) === "ambulance"
      ? pick(f, "how", [" by EMS", " by ambulance", " via EMS", " by EMS, report taken"])
      : pick(
          f,
          "how",
          f.age < 13
            ? [" with a parent", " carried in by family", " by private car", ""]
            : [" ambulatory", " by private car", " walk-in", " with family", ""],
        ),
  ];
  const vitals = vitalSigns(f);
  const illness = illnessFor(f);
  const body = [
    arrival(f) === "ambulance" || always(f, "arrival line", [true, false]) ? arrived : undefined,
    section(f, "Chief complaint", capital(reasonWords(f))),
    section(f, "History of present illness", acuteStory(f)),
    always(f, "ros", [true, false]) && f.age >= 4 ? section(f, "Review of systems", reviewOfSystems(f)) : undefined,
    section(f, "Past medical history", pastHistory(f)),
    section(f, "Medications", homeDrugs(f)),
    section(f, "Allergies", allergies(f)),
    always(f, "social", [true, false, true]) ? section(f, "Social history", joined(social(f, 2), " ")) : undefined,
    always(f, "family", [true, false, false]) ? section(f, "Family history", familyHistory(f)) : undefined,
    section(f, "Vital signs", vitals),
    section(f, "Physical exam", findings(f, illness.exam)),
    section(f, "Results", studied(f)),
    section(
      f,
      habits.register === "brief" ? "MDM" : always(f, "course", ["ED course", "Medical decision making", "Course and decision making"]),
      course(f),
    ),
    section(f, always(f, "dx", ["Impression", "Diagnosis", "Clinical impression", "Final diagnosis"]), diagnosis(f)),
    section(f, always(f, "disposition", ["Disposition", "Dispo", "Plan and disposition"]), disposition(f)),
  ];
  return ended(f, joined([header(f, { title, date: encounter.start }), sections(f, body)], always(f, "under header", ["\n\n", "\n"])));
}

function diagnosis(f: Facts): Prose {
  const { reason } = f.encounter;
  const severity = newCondition(f)?.severity;
  const name = f.brief ? illnessFor(f).short : capital(illnessFor(f).name);
  return [name, severity ? `, ${severity}` : "", always(f, "code", [true, true, false]) ? ` (${reason.code})` : "", "."];
}

function course(f: Facts): Prose {
  const fever = feverWords(f);
  const pending = pendingTests(f);
  const isChild = f.age < 13;
  const { they } = pronouns(f);
  return joined(
    [
      fever === undefined
        ? undefined
        : `${capital(fever)}, ${pick(f, "stable", ["{hemodynamics|vitals} as above", "{monitored|watched} in the department", "reassessed {twice|after an hour}", "seen {on arrival|within minutes|in a hallway bed}"])}.`,
      ...proceduresDone(f).map((done) => `${capital(done)}.`),
      pending === undefined
        ? undefined
        : f.isAdmitted
          ? ["Pending: ", pending, "."]
          : [
              capitalized(pending, ""),
              pick(f, "still out", [
                " not back at discharge, will call if off.",
                " still out; patient to be called with results.",
                " in the lab, result goes to the PCP.",
              ]),
            ],
      ...noticed(f),
      ...(f.isAdmitted ? told(f, "arrives", courseOf(f.encounter.reason.code).arrives, 2) : []),
      f.isAdmitted
        ? told(f, "needs", courseOf(f.encounter.reason.code).needs, 1)[0]
        : pick(f, "improves", [
            "{Improved|Better} on {re-evaluation|recheck|second look}{ before discharge| after treatment|}.",
            `{Feels|Says ${they} feels} better, {wants to go home|ready to go home|asks to leave}.`,
            "Symptoms {eased|settled|much less} {here|in the department|over two hours}.",
            "{Stable|Unchanged and stable|Comfortable} on {recheck|reassessment|last look}.",
            "{Nothing found|No finding} that needs {admission|a bed}.",
            "{Observed|Watched} {for two hours|for a while|in the department}, {no change|stays well|no worse}.",
          ]),
      acuityOf(f.encounter.reason.code).levels[0]! < 4 && always(f, "discussed", [true, false, false])
        ? prose`${say(f, "discuss", ["Discussed with", "D/w", "Case discussed with"])} ${colleague(f, f.colleague)}.`
        : undefined,
      isChild && always(f, "explained", [true, false]) ? "Parents understand and agree." : undefined,
    ],
    " ",
  );
}

function disposition(f: Facts): Prose {
  const illness = illnessFor(f);
  if (f.isAdmitted) {
    const kin = companion(f);
    return joined(
      [
        pick<Prose>(f, "admits", [
          f.own.id === f.provider.id ? "Admitted to medicine." : prose`Admitted to ${colleague(f, f.own)}.`,
          "Admit to hospitalist.",
          "Admitted for inpatient care, report called.",
          "Admit, inpatient.",
        ]),
        pick(f, "condition", ["Condition: fair.", "Condition: guarded.", "Stable for transfer to the floor.", undefined]),
        kin && pick(f, "told kin", [true, false])
          ? prose`${capital(kin.relationship)} ${contactName(kin)} ${pick(f, "aware", ["updated", "aware", "called"])} at ${phone(f, kin.phone, "relative")}.`
          : undefined,
      ],
      " ",
    );
  }
  const kin = companion(f);
  const home: Prose =
    f.age < 18 && kin
      ? prose`${say(f, "goes", f.brief ? ["D/c home w/", "D/C w/"] : ["Discharged home with", "Home with"])} ${kin.relationship} ${contactName(kin)} (${phone(f, kin.phone, "relative")}).`
      : kin && pick(f, "ride", [true, false])
        ? prose`${f.brief ? "D/c home, ride by" : "Discharged home;"} ${kin.relationship === "friend" ? "friend" : kin.relationship} ${contactName(kin, "given")}${f.brief ? "" : ` drives ${pronouns(f).them}`}.`
        : f.brief
          ? pick(f, "goes", ["D/c home.", "D/c home stable.", "Home."])
          : pick<Prose>(f, "goes", [
              "Discharged home in stable condition.",
              "Discharged home.",
              prose`${called(f, "start")} was discharged home.`,
            ]);
  return joined(
    [
      home,
      ...drugPlan(f),
      ...told(f, "care", [...illness.care, ...decided(f)], 2),
      comeBack(f, illness.back),
      prose`${f.brief ? "F/u" : "Follow up with"} ${f.own.id === f.provider.id ? "PCP" : [f.brief ? "PCP " : "", colleague(f, f.own)]}${pick(f, "when", [" in 2-3 days", " in a week", " as needed", ""])}.`,
    ].filter((each) => !isEmpty(each)),
    " ",
  );
}
