import type { Procedure } from "../../record/care.ts";
import { always, type Facts, pick, say } from "./facts.ts";
import { problems } from "./history.ts";
import { pictures, results, resultsBack } from "./labs.ts";
import { isUnwell } from "./notice.ts";
import { joined, type Prose } from "./prose.ts";
import { fitting } from "./reason.ts";
import { measuredValue } from "./vitals.ts";
import { vital } from "./words/measures.ts";
import { surgery } from "./words/operations.ts";

/** Findings; one a line or in running text, more or fewer by the author. */
export function findings(f: Facts, from: readonly string[]): Prose {
  const there = fitting(f, from);
  const unwell = isUnwell(f);
  const general =
    f.age < 3
      ? pick(
          f,
          "general",
          unwell
            ? [
                "tired, consoled by {mother|parent|being held}",
                "{irritable|fussy}, {flushed|looks ill}, consolable",
                "quiet in arms, {alert|makes eye contact}",
              ]
            : [
                "alert, {consolable|playful|smiles}",
                "active, well hydrated",
                "fussy but consolable",
                "{awake|alert} in {mother's arms|lap}, {pink|good color}",
              ],
        )
      : unwell
        ? pick(f, "general", [
            "{ill-appearing|looks unwell|tired}, {conversant|answers questions|follows commands}",
            "{uncomfortable|weary}, {alert|awake}",
            "{flushed|pale} and tired, {not toxic|responsive}",
          ])
        : say(f, "general", [
            "no acute distress",
            "{well appearing|well nourished, no distress|looks well}",
            "alert, comfortable",
            "alert and oriented",
            "appears stated age, {no distress|comfortable}",
            "{sitting comfortably|pleasant, comfortable|conversant, at ease}",
            "{in no distress|nontoxic|well groomed}",
          ]);
  const all = there.some((each) => each.startsWith("General")) ? there : [`General: ${general}`, ...there];
  const way = always(f, "exam", ["lines", "run", "run", "dash"]);
  const short = f.brief ? all.map(shortFinding) : all;
  if (way === "lines" && f.habits.register !== "dictated") return joined(short, "\n");
  if (way === "dash" && f.habits.register !== "dictated")
    return joined(
      short.map((each) => `- ${each}`),
      "\n",
    );
  return `${short.join(". ")}.`;
}

const shortParts: readonly (readonly [string, string])[] = [
  ["General: no acute distress", "NAD"],
  ["General: ", "Gen: "],
  ["Lungs: clear to auscultation bilaterally", "Lungs CTAB"],
  ["Lungs: clear", "Lungs CTA"],
  ["Heart: regular rate and rhythm", "CV: RRR"],
  ["Heart: regular", "CV RRR"],
  ["Heart: ", "CV: "],
  ["Abdomen: ", "Abd: "],
  ["Extremities: ", "Ext: "],
];

function shortFinding(finding: string): string {
  const found = shortParts.find(([long]) => finding.startsWith(long) && (long.endsWith(" ") || finding[long.length] !== " "));
  return found ? found[1] + finding.slice(found[0].length) : finding;
}

/** Rhythm and rate as measured, for an electrocardiogram of the encounter. */
export function electrocardiogram(f: Facts): Prose {
  const done = f.entries.procedures.find(({ code, start }) => code.code === "electrocardiogram" && start <= f.time);
  if (!done) return undefined;
  const pulse = measuredValue(f, vital.pulse);
  const { code } = f.encounter.reason;
  const flutters = code.startsWith("I48") || problems(f).some((each) => each.code.code.startsWith("I48"));
  const rhythm = flutters
    ? "atrial fibrillation"
    : pulse !== undefined && pulse > 100
      ? "sinus tachycardia"
      : pulse !== undefined && pulse < 60
        ? "sinus bradycardia"
        : "normal sinus rhythm";
  const rate = pulse === undefined ? "" : ` at ${pulse.toFixed(0)}`;
  const rest = code.startsWith("I21")
    ? "ST depression in V4 to V6"
    : say(f, "st", ["no acute ST changes", "no ischemic changes", "nonspecific T wave changes", "intervals normal"]);
  return `${always(f, "ecg", ["EKG", "ECG", "12-lead"])}: ${f.brief ? rhythm.replace("normal sinus rhythm", "NSR").replace("atrial fibrillation", "AF") : rhythm}${rate}, ${rest}.`;
}

const doneWords: Readonly<Record<string, string>> = {
  G0444: "depression screening done",
  Q0091: "Pap smear collected",
  G0108: "diabetes self-management training, 30 minutes",
  J7613: "albuterol nebulizer treatment given with relief",
  J2405: "ondansetron injection given",
  J1885: "ketorolac injection given",
  L4350: "stirrup ankle brace fitted",
  E0114: "crutches fitted and gait trained",
  G0168: "wound closed with tissue adhesive",
  G0257: "hemodialysis treatment",
  G0121: "screening colonoscopy",
  G0422: "cardiac rehabilitation session",
  J9171: "docetaxel infusion",
  G6015: "radiation treatment",
  J9217: "leuprolide injection",
  J9263: "oxaliplatin infusion",
  J9271: "pembrolizumab infusion",
  G9226: "foot examination with monofilament",
  S3000: "dilated retinal examination",
};

/** What was done by the note's time, but for what has a part of its own. */
export function proceduresDone(f: Facts): readonly string[] {
  return f.entries.procedures.filter(({ code, start }) => start <= f.time && code.code !== "electrocardiogram").map(procedureWords);
}

export const procedureWords = ({ code }: Pick<Procedure, "code">): string =>
  doneWords[code.code] ?? surgery[code.code] ?? code.display.split(",")[0]!.toLowerCase();

/** What was told of results, pictures and the electrocardiogram, for the part with data. */
export function studied(f: Facts): Prose {
  return joined([results(f, resultsBack(f)), electrocardiogram(f), ...pictures(f)], "\n");
}
