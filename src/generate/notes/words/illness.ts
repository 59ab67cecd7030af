import { commonIllnesses } from "./common-illnesses.ts";
import { graveIllnesses } from "./grave-illnesses.ts";
import { type Illness, illness } from "./illness-form.ts";

/** By ICD-10-CM code, or what it begins with: the longest that fits. */
const illnesses: Readonly<Record<string, Illness>> = { ...commonIllnesses, ...graveIllnesses };

const unknown = illness(
  "",
  "",
  "",
  true,
  ["Symptoms are about the same since they began.", "Has tried nothing for it."],
  ["fever", "chest pain", "shortness of breath"],
  ["General: no distress", "Heart: regular", "Lungs: clear"],
  ["Return precautions reviewed."],
  ["worsening symptoms", "fever"],
);

/** What is written about a code; for one that is not among them, what can be said of anything, under the name given. */
export function illnessOf(code: string, name: string): Illness {
  for (let length = code.length; length >= 3; length--) {
    const found = illnesses[code.slice(0, length)];
    if (found) return found;
  }
  return { ...unknown, name, short: name, lay: name };
}

/** The same with the side of the body that it is on. */
export function onSide(illness: Illness, side: "left" | "right"): Illness {
  const put = (text: string): string =>
    text.includes("%")
      ? text
          .replaceAll("%Side", side === "left" ? "Left" : "Right")
          .replaceAll("%side", side)
          .replaceAll("%S", side === "left" ? "L" : "R")
      : text;
  return { ...illness, name: put(illness.name), short: put(illness.short), story: illness.story.map(put), exam: illness.exam.map(put) };
}

export const isIllness = (code: string): boolean => {
  for (let length = code.length; length >= 3; length--) if (illnesses[code.slice(0, length)]) return true;
  return false;
};
