import { anAgeSex } from "../age-words.ts";
import { sentFrom } from "../asides.ts";
import { electrocardiogram, findings } from "../exam.ts";
import { always, called, chance, companion, contactName, date, type Facts, phone, pick, say, titled } from "../facts.ts";
import { header } from "../header.ts";
import { allergies, devices, drugNames, drugs, familyHistory, homeDrugs, pastHistory, pastSurgery, social } from "../history.ts";
import { pictures, results, resultsBack } from "../labs.ts";
import { list, section, sections } from "../layout.ts";
import { noticed } from "../notice.ts";
import { isCesarean, laborOf, weeks, weeksAtBirth } from "../obstetrics.ts";
import { otherProblems } from "../plan.ts";
import { capital, isEmpty, joined, type Prose, prose } from "../prose.ts";
import { illnessFor, told } from "../reason.ts";
import { ended } from "../sign.ts";
import { acuteStory, denials } from "../story.ts";
import { measuredValue, vitalSigns } from "../vitals.ts";
import { courseOf } from "../words/courses.ts";
import { followedOf } from "../words/followed.ts";
import { vital } from "../words/measures.ts";
import { surgery } from "../words/operations.ts";
import { reviewOfSystems } from "./review.ts";
import { operations, stayName, whyOf } from "./stay.ts";

/** History and physical on admission. */
export function admission(f: Facts): Prose {
  const why = whyOf(f);
  const title =
    why === "birth"
      ? always(f, "title", ["Newborn admission note", "Newborn H&P"])
      : always(f, "title", ["History and Physical", "H&P", "Admission H&P", "Admission Note"]);
  const ed = emergencyFacts(f);
  const implants = devices(f);
  const body = [
    why === "birth"
      ? undefined
      : section(
          f,
          "Chief complaint",
          capital(f.complaint || (why === "delivery" ? pick(f, "labor complaint", [laborOf(f).complaint]) : plannedWords(f))),
        ),
    section(
      f,
      "History of present illness",
      joined([story(f), f.encounter.admission?.source === "transfer" ? sentFrom(f) : undefined, ed ? inEmergency(f, ed) : undefined], " "),
    ),
    why === "birth" ? undefined : section(f, "Past medical history", pastHistory(f, "list"), "line"),
    section(f, "Past surgical history", pastSurgery(f)),
    why === "birth" ? undefined : section(f, "Medications", homeDrugs(f, undefined, "block")),
    section(f, "Allergies", allergies(f)),
    implants.length > 0 ? section(f, "Implants", list(f, implants)) : undefined,
    always(f, "family", [true, true, false]) ? section(f, "Family history", familyHistory(f)) : undefined,
    section(f, "Social history", why === "birth" ? parents(f) : joined(social(f, 4), " ")),
    why === "illness" && f.age >= 4 && always(f, "ros", [true, false]) ? section(f, "Review of systems", reviewOfSystems(f)) : undefined,
    section(f, "Vital signs", isEmpty(vitalSigns(f)) && ed ? vitalSigns(ed) : vitalSigns(f)),
    section(f, "Physical exam", findings(f, exam(f))),
    section(f, "Results", data(f, ed)),
    section(f, "Assessment and plan", plan(f, isEmpty(vitalSigns(f)) ? ed : undefined), "block"),
    why !== "birth" && f.age >= 18 && always(f, "code status", [true, false]) ? contact(f) : undefined,
  ];
  return ended(f, joined([header(f, { title, date: f.encounter.start, dateLabel: "Admitted" }), sections(f, body)], "\n\n"));
}

/** What somebody comes in for who feels no different from the day before: the operation that was booked. */
const plannedWords = (f: Facts): string => {
  const booked = f.entries.procedures.find(({ code }) => surgery[code.code] !== undefined);
  return booked ? `elective ${surgery[booked.code.code]}` : `planned surgery for ${stayName(f)}`;
};

/** The same author's view of the emergency visit before. */
export function emergencyFacts(f: Facts): Facts | undefined {
  const id = f.encounter.fromEncounterId;
  const encounter = id === undefined ? undefined : f.chart.encounter(id);
  return encounter?.class === "emergency" ? { ...f, encounter, entries: f.chart.at(encounter.id), known: {} } : undefined;
}

function inEmergency(f: Facts, ed: Facts): Prose {
  const vitals = vitalSigns(ed);
  return isEmpty(vitals) ? undefined : [f.brief ? "In ED: " : "In the emergency department: ", vitals, "."];
}

function data(f: Facts, ed: Facts | undefined): Prose {
  const own = resultsBack(f);
  return joined(
    [results(f, own.length > 0 || !ed ? own : resultsBack(ed)), ...(ed ? [electrocardiogram(ed), ...pictures(ed)] : []), ...pictures(f)],
    "\n",
  );
}

function story(f: Facts): Prose {
  const why = whyOf(f);
  if (why === "illness") return acuteStory(f);
  if (why === "birth") {
    const mother = f.record.contacts.find(({ relationship }) => relationship === "mother");
    const how = isCesarean(f) ? "cesarean" : "vaginal delivery";
    const early = weeksAtBirth(f);
    const size = measuredValue(f, vital.weight);
    return joined(
      [
        prose`${capital(f.patient.sex)} infant born${early === undefined ? pick(f, "term", [" at term", "", ""]) : ` at ${early} weeks`} on ${date(f, f.patient.birthDate)} by ${how}${mother ? [" to ", contactName(mother)] : ""}.`,
        size === undefined
          ? undefined
          : pick(f, "birth weight", [
              `Birth weight ${(size * 1000).toFixed(0)} g.`,
              `BW ${size.toFixed(2)} kg.`,
              `Weighed ${(size * 1000).toFixed(0)} g.`,
            ]),
        pick(f, "apgar", ["Apgars 8 and 9.", "Apgar scores 9 and 9.", "Vigorous at birth, Apgars 8/9."]),
        pick(f, "feeds", ["Breastfeeding begun.", "Latched in the first hour.", "Formula by mother's choice."]),
      ],
      " ",
    );
  }
  if (why === "delivery") {
    const at = weeks(f);
    const { complaint, why: indication } = laborOf(f);
    const when =
      at === undefined ? (f.encounter.reason.code.startsWith("O60") ? "" : " at term") : f.brief ? ` at ${at}w` : ` at ${at} weeks`;
    return joined(
      [
        prose`${titled(f)} is ${anAgeSex(f)}${when} admitted ${isCesarean(f) ? `for cesarean delivery, ${pick(f, "indication", [indication])}` : pick(f, "for labor", ["for labor", `with ${complaint}`, "in labor"])}.`,
        f.encounter.reason.code.startsWith("O80") || f.encounter.reason.code.startsWith("O7")
          ? pick(f, "course", [
              "Pregnancy {without complications|uneventful}; prenatal care on record.",
              "{Prenatal course|Pregnancy} unremarkable.",
              "Prenatal labs {reviewed|on chart}, {no complications|uneventful course}.",
            ])
          : pick(f, "course", ["Prenatal {care|records} on chart.", "Prenatal labs {reviewed|available}."]),
        pick(f, "moves", ["{Good|Normal} fetal movement.", "Fetus active.", undefined]),
        denials(f, ["bleeding", "headache", "vision changes"]),
      ],
      " ",
    );
  }
  const followed = followedOf(f.encounter.reason.code);
  return joined(
    [
      prose`${called(f, "start")} is ${anAgeSex(f)} admitted for planned surgery for ${stayName(f)}.`,
      ...told(f, "story", followed.story, 1),
      /^C|^Z85/.test(f.encounter.reason.code)
        ? pick(f, "workup", [
            "{Staging|Workup} complete, {discussed at tumor board|surgery advised}.",
            "{Options were discussed|Treatment options reviewed}; {chose surgery|surgery preferred}.",
            "Biopsy {proven|confirmed}, {referred for resection|for resection}.",
          ])
        : pick(f, "failed", [
            "Symptoms persisted {with|in spite of} {conservative treatment|medical management}.",
            "{Conservative treatment|Nonoperative care} {no longer helps|has failed}.",
            "{Daily life is limited|Quality of life affected} in spite of {tablets and therapy|conservative care}.",
          ]),
      denials(f, ["fever", "chest pain", "shortness of breath"]),
      say(f, "consent", ["Risks and benefits discussed, consent signed.", "Consent on chart.", "Questions answered, wishes to proceed."]),
    ],
    " ",
  );
}

function exam(f: Facts): readonly string[] {
  switch (whyOf(f)) {
    case "illness":
      return illnessFor(f).exam;
    case "birth":
      return [
        "Head: anterior fontanelle soft and flat",
        "Eyes: red reflex present",
        "Heart: {regular, no murmur|regular rhythm, no murmur heard|normal S1 and S2, no murmur}, femoral pulses equal",
        "Lungs: clear, no retractions",
        "Hips: stable",
        "Skin: pink, no jaundice",
      ];
    case "delivery":
      return [
        "Heart: {regular|regular rate|normal rate, regular}",
        "Lungs: {clear|clear bilaterally|clear, unlabored}",
        f.encounter.reason.code.startsWith("O32") ? "Abdomen: gravid, breech by Leopold" : "Abdomen: gravid, {vertex by Leopold|vertex}",
        "Extremities: trace edema",
      ];
    default:
      return [
        "Heart: regular rate and rhythm",
        "Lungs: {clear|clear bilaterally|clear, unlabored}",
        ...followedOf(f.encounter.reason.code).exam.slice(0, 1),
      ];
  }
}

function parents(f: Facts): Prose {
  return joined(
    f.record.contacts
      .filter(({ relationship }) => relationship === "mother" || relationship === "father")
      .map((each) => prose`${capital(each.relationship)}: ${contactName(each)}, ${phone(f, each.phone, "relative")}.`),
    " ",
  );
}

function plan(f: Facts, ed: Facts | undefined): Prose {
  const why = whyOf(f);
  const { ward, home } = drugs(f);
  const given: Prose = ward.length === 0 ? undefined : [f.brief ? "On " : "Started ", drugNames(f, ward), "."];
  const done = operations(f);
  const items: readonly Prose[] =
    why === "illness"
      ? [
          `${capital(stayName(f))}${always(f, "code", [true, false]) ? ` (${f.encounter.reason.code})` : ""}.`,
          given,
          ...noticed(ed ?? f),
          ...told(f, "care", courseOf(f.encounter.reason.code).arrives, 3),
          ...otherProblems(f, 4),
          home.length > 0 && chance(f, "home", 0.5) ? `${f.brief ? "Cont" : "Continue"} home medications as listed.` : undefined,
          pick(f, "prevents", ["Fall precautions.", "Early mobilization.", "Diet as tolerated.", undefined]),
        ]
      : why === "birth"
        ? [
            weeksAtBirth(f) === undefined
              ? pick(f, "healthy", ["Healthy newborn.", "Well newborn.", "Term infant, doing well."])
              : `Preterm infant, ${weeksAtBirth(f)} weeks.`,
            weeksAtBirth(f) === undefined
              ? pick(f, "routine", [
                  "Routine care, feeding support.",
                  "Rooming in, feeding on demand.",
                  "Skin to skin, {lactation support|feeding support}.",
                ])
              : pick(f, "early care", [
                  "Thermal care, {feeding by cues|gavage feeds as needed}.",
                  "Monitor for apnea, {glucose|sugars} {per protocol|followed}.",
                ]),
            pick(f, "screens", [
              "Hearing screen, metabolic screen and bilirubin before discharge.",
              "{Bilirubin|Bili}, hearing and metabolic screens {to do|before home}.",
              "Newborn screens {as usual|per routine}.",
            ]),
            pick(f, "vaccine", [
              "Hepatitis B vaccine discussed with the parents.",
              "Vitamin K and eye care given, {hepatitis B vaccine offered|first hepatitis B dose discussed}.",
              undefined,
            ]),
          ]
        : why === "delivery"
          ? [
              [capital(pick(f, "labor", [laborOf(f).why])), weeks(f) === undefined ? "." : `, ${weeks(f)} weeks.`],
              pick(
                f,
                "monitor",
                [
                  "Fetal monitoring, routine labs.",
                  "Continuous {tracing|fetal monitoring}, {type and screen|routine labs}.",
                  "Category {I|1} tracing on admission.",
                ].slice(0, f.encounter.reason.code === "O76" ? 2 : 3),
              ),
              isCesarean(f)
                ? pick(f, "operates", [
                    "To the operating room for cesarean.",
                    "Cesarean, {anesthesia and nursery aware|consent signed}.",
                    "For cesarean delivery.",
                  ])
                : pick(f, "expects", [
                    "Expectant management.",
                    "{Anticipate|Expect} vaginal delivery.",
                    "Epidural {on request|when asked for}.",
                  ]),
              given,
            ]
          : [
              `${capital(stayName(f))}.`,
              done.length > 0 ? `${capital(done.join(", "))} done.` : "To the operating room as scheduled.",
              "Pain control, early mobilization.",
              given,
              ...otherProblems(f, 3),
            ];
  return list(f, items, "block");
}

function contact(f: Facts): Prose {
  const kin = companion(f);
  if (!kin) return "Full code.";
  return prose`${pick(f, "full", ["Full code.", "Code status: full, discussed.", "Full code per patient."])} ${pick(f, "proxy", ["Contact", "Health care proxy", "Emergency contact"])}: ${kin.relationship} ${contactName(kin)}, ${phone(f, kin.phone, "relative")}.`;
}
