import { always, type Facts, pick, say } from "../facts.ts";
import { joined, lines, type Prose } from "../prose.ts";
import { some } from "../reason.ts";
import { measuredValue } from "../vitals.ts";
import { vital } from "../words/measures.ts";

/** Systems, each with what is denied and the words of a complaint that would speak against it. */
const systems: readonly (readonly [string, string, readonly string[]])[] = [
  ["Eyes", "no {vision change|blurred vision|eye pain}", ["eye", "vision", "Blurry"]],
  ["ENT", "no {hearing change|ear pain|congestion}", ["ear", "throat", "nasal", "nose", "hearing"]],
  ["CV", "no {palpitations|orthopnea|leg swelling}", ["chest", "passed out", "breath"]],
  ["GI", "no {constipation|heartburn|change in bowels}", ["abdom", "belly", "vomit", "stool", "pain under", "navel"]],
  ["GU", "no {dysuria|frequency|blood in urine}", ["urin", "flank", "discharge"]],
  ["Neuro", "no {seizures|numbness|tremor}", ["head", "weak", "spinning", "slurred"]],
  ["Psych", "no {hallucinations|panic|suicidal thoughts}", []],
  ["Heme", "no {easy bruising|swollen glands}", ["bleed"]],
];

/** What was asked beside the complaint. Never denies what the complaint or the vital signs say. */
export function reviewOfSystems(f: Facts): Prose {
  const temperature = measuredValue(f, vital.temperature);
  const isCold = f.encounter.reason.code.startsWith("J");
  const asked = systems.filter(([name, , against]) => !(isCold && name === "ENT") && !against.some((word) => f.complaint.includes(word)));
  const isFeverish = f.complaint.includes("fever") || f.complaint.includes("chills") || (temperature !== undefined && temperature >= 37.8);
  const all = isFeverish ? asked : [["Const", "no {night sweats|weight loss}", []] as const, ...asked];
  const way = always(f, "ros form", ["boxes", "line", "short"]);
  if (way === "boxes" && f.habits.register === "template")
    return lines(...all.slice(0, 6).map(([name, denied]) => `[x] ${name}: ${pick(f, name, [denied])}`));
  if (way === "line")
    return joined(
      some(f, "systems", all, 6).map(([name, denied]) => `${name}: ${pick(f, name, [denied])}`),
      "; ",
    );
  return say(f, "ros", [
    "All other systems {reviewed and negative|negative|asked and negative}.",
    "Otherwise negative{ except as above|}.",
    "{Remaining systems|Twelve systems|Other systems} {negative|unremarkable}{ but for the above|}.",
    "No {weight change|rash|sleep trouble} reported; {rest|remainder} {negative|noncontributory}.",
    "As per HPI, otherwise negative.",
    "10 point review otherwise negative.",
  ]);
}
