import { ageSex } from "../age-words.ts";
import { findings } from "../exam.ts";
import { always, chance, date, type Facts, pick, say } from "../facts.ts";
import { header } from "../header.ts";
import { drugNames, drugs, problems, problemWords } from "../history.ts";
import { pendingTests, pictures, results, resultsBack } from "../labs.ts";
import { list, section, sections } from "../layout.ts";
import { otherProblems } from "../plan.ts";
import { capital, joined, type Prose, prose } from "../prose.ts";
import { illnessFor, some } from "../reason.ts";
import { ended } from "../sign.ts";
import { feverWords, measuredValue, vitalSigns } from "../vitals.ts";
import { vital } from "../words/measures.ts";
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
  const told =
    why === "birth"
      ? ["Feeding well, voiding and stooling.", "Latches well; two wet diapers overnight.", "Spitting up small amounts."]
      : why === "delivery"
        ? ["Pain controlled, lochia moderate, ambulating.", "Breastfeeding, voiding, tolerating diet."]
        : [
            "Slept well.",
            "No events overnight.",
            "Feels a little better today.",
            "Tolerating diet.",
            "Pain controlled.",
            "Walked the hall with help.",
            "Slept poorly because of the noise.",
          ];
  const fever = feverWords(f);
  return joined([...some(f, "overnight", told, 2), fever === undefined ? undefined : `${capital(fever)}.`], " ");
}

function exam(f: Facts): readonly string[] {
  switch (whyOf(f)) {
    case "birth":
      return ["Heart: regular, no murmur", "Lungs: clear", "Skin: pink"];
    case "delivery":
      return ["Abdomen: fundus firm below the umbilicus", "Extremities: no calf tenderness"];
    case "surgery":
      return ["Heart: regular", "Lungs: clear", "Wound: clean, dry, intact"];
    default:
      return illnessFor(f).exam.slice(-2);
  }
}

function plan(f: Facts, day: number): Prose {
  const { ward } = drugs(f);
  const saturation = measuredValue(f, vital.saturation);
  const pending = pendingTests(f);
  const done = operations(f);
  const trend = day === 1 ? "started treatment" : say(f, "trend", ["improving", "slowly improving", "stable", "responding to treatment"]);
  const isWell = whyOf(f) === "birth" || whyOf(f) === "delivery";
  return list(
    f,
    [
      `${capital(stayName(f))}${isWell ? ", doing well" : `, ${trend}`}.`,
      ward.length === 0 ? undefined : [f.brief ? "Cont " : "Continue ", drugNames(f, ward), "."],
      done.length === 0 ? undefined : `${f.brief ? "S/p" : "Status post"} ${done.join(", ")}.`,
      saturation !== undefined && saturation < 92 && f.age >= 1 ? "Supplemental oxygen, wean as able." : undefined,
      pending === undefined ? undefined : ["Follow ", pending, "."],
      ...(isWell ? [] : otherProblems(f, 3)),
      isWell
        ? pick(f, "routine", ["Routine care.", "Lactation support.", "Home tomorrow if all is well."])
        : pick(f, "goal", [
            "Mobilize with PT.",
            "Discharge planning with case management.",
            "Labs in the morning.",
            "Advance diet.",
            "Goal: home in the next days.",
          ]),
    ],
    "block",
  );
}
