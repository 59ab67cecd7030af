import { findings, studied } from "../exam.ts";
import { always, chance, type Facts, say } from "../facts.ts";
import { type Heading, header } from "../header.ts";
import { allergies, devices, familyHistory, homeDrugs, pastHistory, pastSurgery, social } from "../history.ts";
import { list, section, sections } from "../layout.ts";
import { capital, isEmpty, joined, type Prose, paragraphs } from "../prose.ts";
import { reasonWords, sortOf } from "../reason.ts";
import { ended } from "../sign.ts";
import { vitalSigns } from "../vitals.ts";
import { reviewOfSystems } from "./review.ts";
import { visitOf } from "./visit.ts";
import type { Visit } from "./visit-parts.ts";

const titles: Readonly<Record<string, readonly string[]>> = {
  acute: ["Progress note", "Office visit", "Visit note", "Clinic note", "SOAP note"],
  child: ["Well-child visit", "Well child check", "Pediatric preventive visit"],
  physical: ["Annual physical", "Preventive visit", "Health maintenance visit", "Progress note"],
  prenatal: ["Prenatal visit", "OB visit", "OB progress note"],
  postpartum: ["Postpartum visit", "Postpartum note"],
  screening: ["Screening visit", "Progress note", "Clinic note"],
  vaccination: ["Immunization visit", "Nurse visit", "Vaccine visit"],
  procedure: ["Procedure visit", "Treatment note", "Progress note"],
  after: ["Hospital follow-up", "Transition of care visit", "Progress note"],
  follow: ["Progress note", "Follow-up visit", "Office visit", "Chronic care visit", "SOAP note"],
};

/** A visit in an office or by video, as its provider keeps it. */
export function progress(f: Facts): Prose {
  const visit = visitOf(f);
  const isVirtual = f.encounter.class === "virtual";
  const title = always(f, "title", titles[sortOf(f)]!);
  const note: Heading = {
    title: isVirtual ? `${title}, ${always(f, "virtual", ["video visit", "telehealth", "virtual"])}` : title,
    date: f.encounter.start,
  };
  const body =
    f.habits.register === "dictated"
      ? spoken(f, visit, isVirtual)
      : f.brief || always(f, "soap", [true, false])
        ? soap(f, visit, isVirtual)
        : parts(f, visit, isVirtual);
  return ended(f, joined([header(f, note), body], always(f, "under header", ["\n\n", "\n\n", "\n"])));
}

function seen(f: Facts, visit: Visit, isVirtual: boolean): Prose {
  if (isVirtual)
    return say(f, "by video", [
      "Seen by video, no vitals. Comfortable on camera, speaks in full sentences.",
      "Video visit: no exam beyond what can be seen, no distress.",
      "Audio and video worked well. Alert, breathing unlabored.",
    ]);
  return findings(f, visit.exam);
}

/** Subjective, objective, assessment and plan; some put the plan first. */
function soap(f: Facts, visit: Visit, isVirtual: boolean): Prose {
  const about = joined(
    [
      always(f, "about drugs", [true, true, false]) ? [f.brief ? "Meds: " : "Medications: ", homeDrugs(f)] : undefined,
      always(f, "about allergies", [true, false, true]) ? [f.brief ? "All: " : "Allergies: ", allergies(f)] : undefined,
      chance(f, "about life", 0.5) ? [f.brief ? "SH: " : "Social: ", joined(social(f, 2), " ")] : undefined,
    ],
    "\n",
  );
  const subjective = section(f, "Subjective", joined([visit.story, about], "\n"));
  const vitals = vitalSigns(f);
  const objective = section(
    f,
    "Objective",
    joined(
      [isEmpty(vitals) ? undefined : [always(f, "vs", ["VS: ", "", "Vitals: "]), vitals], seen(f, visit, isVirtual), studied(f)],
      "\n",
    ),
  );
  const plan = section(f, "Assessment and plan", visit.plan, "block");
  return sections(f, always(f, "apso", [false, false, false, true]) ? [plan, subjective, objective] : [subjective, objective, plan]);
}

/** Parts with headings of their own. */
function parts(f: Facts, visit: Visit, isVirtual: boolean): Prose {
  const { register } = f.habits;
  const vitals = vitalSigns(f);
  const implants = devices(f);
  const history = [
    section(f, "Past medical history", pastHistory(f, "list"), register === "template" ? "block" : "line"),
    section(f, "Past surgical history", pastSurgery(f)),
    section(f, "Medications", homeDrugs(f, undefined, "block"), register === "template" ? "block" : "line"),
    section(f, "Allergies", allergies(f)),
    implants.length > 0 && chance(f, "implants", 0.6) ? section(f, "Implants", list(f, implants)) : undefined,
    always(f, "family", [true, false]) && chance(f, "family", 0.6) ? section(f, "Family history", familyHistory(f)) : undefined,
    always(f, "social", [true, true, false]) ? section(f, "Social history", joined(social(f), " ")) : undefined,
    always(f, "ros", [true, false]) && f.age >= 4 ? section(f, "Review of systems", reviewOfSystems(f)) : undefined,
  ];
  return sections(f, [
    always(f, "cc", [true, true, false]) ? section(f, "Chief complaint", `${capital(reasonWords(f))}.`) : undefined,
    section(f, "History of present illness", visit.story),
    ...history,
    section(f, "Vital signs", vitals),
    section(f, isVirtual ? "Observation" : "Physical exam", seen(f, visit, isVirtual)),
    section(f, "Results", studied(f)),
    section(f, "Assessment and plan", visit.plan, "block"),
  ]);
}

/** As it was said into a machine: paragraphs, few headings. */
function spoken(f: Facts, visit: Visit, isVirtual: boolean): Prose {
  const vitals = vitalSigns(f);
  return paragraphs(
    visit.story,
    joined(
      [["Current medications: ", homeDrugs(f), "."], ["Allergies: ", allergies(f), "."], ...(chance(f, "life", 0.6) ? social(f, 2) : [])],
      always(f, "spoken gap", [" ", "\n"]),
    ),
    joined(
      [isEmpty(vitals) ? undefined : ["Vital signs: ", vitals, "."], seen(f, visit, isVirtual), studied(f)],
      always(f, "spoken gap 2", [" ", "\n"]),
    ),
    [always(f, "impression", ["Impression: ", "Assessment and plan: ", "Impression and plan: ", ""]), visit.plan],
  );
}
