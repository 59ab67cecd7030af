import { ageSex } from "../age-words.ts";
import { findings } from "../exam.ts";
import { always, chance, date, type Facts, pick, say } from "../facts.ts";
import { header } from "../header.ts";
import { drugNames, drugs, problems, problemWords } from "../history.ts";
import { pendingTests, pictures, results, resultsBack } from "../labs.ts";
import { list, section, sections } from "../layout.ts";
import { isUnwell, noticed } from "../notice.ts";
import { otherProblems } from "../plan.ts";
import { capital, joined, type Prose, prose } from "../prose.ts";
import { illnessFor, told } from "../reason.ts";
import { ended } from "../sign.ts";
import { feverWords, vitalSigns } from "../vitals.ts";
import { courseOf } from "../words/courses.ts";
import { alike, bedAt, hospitalDay, operations, stayName, whyOf } from "./stay.ts";

/** The round of a morning in hospital. What was written the day before is copied forward, as it is. */
export function daily(f: Facts): Prose {
  const day = hospitalDay(f);
  const title = always(f, "title", ["Progress note", "Hospital progress note", "Daily progress note", "Inpatient progress note"]);
  const summary = always(f, "summary", [true, true, false]) ? oneLiner(alike(f), day) : undefined;
  const body = [
    summary,
    section(f, "Subjective", overnight(f)),
    section(
      f,
      "Objective",
      joined([vitalSigns(f), findings(f, exam(f)), results(f, resultsBack(f, `${f.time.slice(0, 10)}T00:00:00`)), ...pictures(f)], "\n"),
    ),
    section(f, "Assessment and plan", plan(f, day), "block"),
  ];
  const bed = bedAt(f.encounter, f.time);
  return ended(
    f,
    joined(
      [
        header(f, {
          title: `${title}, hospital day ${day}`,
          date: f.time,
          more: bed === undefined ? [] : [[always(f, "bed", ["Location", "Bed", "Unit"]), bed]],
        }),
        sections(f, body),
      ],
      "\n\n",
    ),
  );
}

/** Who it is and why here, word for word the same every day. */
function oneLiner(f: Facts, day: number): Prose {
  const words = problems(f)
    .filter(({ code }) => code.code !== f.encounter.reason.code)
    .slice(0, 3)
    .map(({ code }) => problemWords(f, code));
  const history = words.length === 0 ? "" : f.brief ? ` w/ ${words.join(", ")}` : ` with ${words.join(", ")}`;
  const line = prose`${ageSex(f)}${history} admitted ${date(f, f.encounter.start)} ${f.brief ? "w/" : "with"} ${stayName(f)}.`;
  return day > 2 && chance(f, "copied", 0.3) ? [line, " [copied forward]"] : line;
}

function overnight(f: Facts): Prose {
  const why = whyOf(f);
  const list: readonly string[] =
    why === "birth"
      ? [
          "Feeding {well|eagerly}, voiding and stooling.",
          "{Latches well|Latch improving}; {two|three} wet diapers overnight.",
          "Spitting up small amounts.",
          "{Slept between feeds|Woke every two to three hours}.",
        ]
      : why === "delivery"
        ? [
            "Pain controlled, lochia {moderate|light}, {ambulating|up and walking}.",
            "Breastfeeding, voiding, {tolerating diet|eating}.",
            "{Baby rooming in|Baby at the breast}, {rested some|slept in pieces}.",
          ]
        : isUnwell(f)
          ? [
              "{Slept poorly|Restless night|Up much of the night}.",
              "{Little appetite|Ate a few bites|Drinks, hardly eats}.",
              "{Feels weak|Still feels poorly|Too weak to get up}.",
              "<{Fussy|Cried} on and off{ overnight|}.",
              "{Nurse called for vital signs|Rapid look by night team} overnight, {no transfer|stayed on the floor}.",
            ]
          : [
              "{Slept well|Good night|Rested}.",
              "No {events|acute events|calls} overnight.",
              "Feels {a little|somewhat|much} better {today|this morning}.",
              "{Tolerating diet|Ate breakfast|Appetite fair}.",
              ...(operations(f).length > 0 ? ["Pain controlled{ by mouth|}.", "{Passing gas|Out of bed to the chair}."] : []),
              "~{Walked the hall|Up to the bathroom|Walked} {with help|with nursing|twice}.",
              "~Slept poorly because of the {noise|roommate|monitor}.",
              "<{Plays in bed|Watches cartoons}, {drinks well|eats some}.",
            ];
  const fever = feverWords(f);
  return joined([...told(f, "overnight", list, 2), fever === undefined ? undefined : `${capital(fever)}.`], " ");
}

function exam(f: Facts): readonly string[] {
  switch (whyOf(f)) {
    case "birth":
      return ["Heart: regular, no murmur", "Lungs: clear", "Skin: pink"];
    case "delivery":
      return ["Abdomen: fundus firm below the umbilicus", "Extremities: no calf tenderness"];
    case "surgery":
      return ["Heart: regular", "Lungs: clear", "Wound: clean, dry, intact"];
    default: {
      if (operations(f).length === 0 && isUnwell(f)) return illnessFor(f).exam.slice(-2);
      const { eases } = courseOf(f.encounter.reason.code);
      return eases.length > 0 ? eases : ["Heart: regular", "Lungs: clear"];
    }
  }
}

function plan(f: Facts, day: number): Prose {
  const { ward } = drugs(f);
  const pending = pendingTests(f);
  const done = operations(f);
  const trend =
    day === 1
      ? "treatment {started|begun}"
      : isUnwell(f)
        ? "{not yet better|still ill|no better so far|watched closely}"
        : "{improving|slowly improving|stable|responding to treatment|on the mend|better each day}";
  const isWell = whyOf(f) === "birth" || whyOf(f) === "delivery";
  return list(
    f,
    [
      `${capital(stayName(f))}${isWell ? pick(f, "well", [", doing well", ", no concerns", ", uncomplicated course"]) : `, ${say(f, "trend", [trend])}`}.`,
      ...(isWell ? [] : noticed(f)),
      ...(isWell || whyOf(f) === "surgery"
        ? []
        : told(f, "ward", day > 4 && !isUnwell(f) ? recovering : courseOf(f.encounter.reason.code).ward, 2)),
      ward.length === 0 ? undefined : [f.brief ? "Cont " : "Continue ", drugNames(f, ward), "."],
      done.length === 0 ? undefined : `${f.brief ? "S/p" : "Status post"} ${done.join(", ")}.`,
      pending === undefined ? undefined : ["Follow ", pending, "."],
      ...(isWell ? [] : otherProblems(f, 3)),
      isWell
        ? pick(f, "routine", [
            "Routine care{, teaching|}.",
            "Lactation {support|consultant to see|help}.",
            "Home {tomorrow|in the next day} if all is well.",
          ])
        : pick(
            f,
            "goal",
            isUnwell(f)
              ? [
                  "{Family updated|Plan gone over with family}.",
                  "Labs {in the morning|with the next draw}.",
                  "{Reassess this afternoon|Low threshold to step up care}.",
                ]
              : [
                  "Mobilize with {PT|nursing|physical therapy}.",
                  "Discharge planning with {case management|social work}.",
                  "Labs in the morning{, trend|}.",
                  "{Advance diet|Regular diet}.",
                  "Goal: home {in the next days|tomorrow if stable|by the weekend}.",
                ],
          ),
    ],
    "block",
  );
}

/** What remains to do once the worst is over. */
const recovering = [
  "{Work on strength|Strength and intake} {with therapy|day by day}.",
  "{Finish the course of treatment|Complete treatment}, {length by response|day by day}.",
  "{Lines out as able|Fewer blood draws}, {sleep protected|quiet nights}.",
  "{Home needs looked at|Needs at home reviewed} with {case management|family}.",
];
