import { always, type Facts, say } from "../facts.ts";
import { joined, lines, type Prose } from "../prose.ts";
import { measuredValue } from "../vitals.ts";
import { vital } from "../words/measures.ts";

/** Systems, each with what is denied and the words of a complaint that would speak against it. */
const systems: readonly (readonly [string, string, readonly string[]])[] = [
  ["Eyes", "no vision change", ["eye", "vision", "Blurry"]],
  ["ENT", "no hearing change", ["ear", "throat", "nasal", "nose", "hearing"]],
  ["CV", "no palpitations", ["chest", "passed out", "breath"]],
  ["GI", "no constipation", ["abdom", "belly", "vomit", "stool", "pain under", "navel"]],
  ["GU", "no dysuria", ["urin", "flank", "discharge"]],
  ["Neuro", "no seizures", ["head", "weak", "spinning", "slurred"]],
  ["Psych", "no hallucinations", []],
  ["Heme", "no easy bruising", ["bleed"]],
];

/** What was asked beside the complaint. Never denies what the complaint or the vital signs say. */
export function reviewOfSystems(f: Facts): Prose {
  const temperature = measuredValue(f, vital.temperature);
  const asked = systems.filter(([, , against]) => !against.some((word) => f.complaint.includes(word)));
  const isFeverish = f.complaint.includes("fever") || f.complaint.includes("chills") || (temperature !== undefined && temperature >= 37.8);
  const all = isFeverish ? asked : [["Const", "no night sweats", []] as const, ...asked];
  const way = always(f, "ros form", ["boxes", "line", "short"]);
  if (way === "boxes" && f.habits.register === "template")
    return lines(...all.slice(0, 6).map(([name, denied]) => `[x] ${name}: ${denied}`));
  if (way === "line")
    return joined(
      all.slice(0, 5).map(([name, denied]) => `${name}: ${denied}`),
      "; ",
    );
  return say(f, "ros", [
    "All other systems reviewed and negative.",
    "Otherwise negative.",
    "As per HPI, otherwise negative.",
    "10 point review otherwise negative.",
  ]);
}
