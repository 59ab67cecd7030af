import type { Encounter } from "../../../record/care.ts";
import { dayOfTime, type Facts } from "../facts.ts";
import { isCesarean, isDelivery, weeksAtBirth } from "../obstetrics.ts";
import { illnessFor } from "../reason.ts";
import { surgery } from "../words/operations.ts";
import { problem } from "../words/problems.ts";

/** Why somebody lies in hospital. */
export type Why = "illness" | "surgery" | "delivery" | "birth";

export function whyOf({ encounter, complaint }: Pick<Facts, "encounter" | "complaint">): Why {
  const { code } = encounter.reason;
  if (code.startsWith("Z38")) return "birth";
  if (complaint === "" && isDelivery(encounter)) return "delivery";
  return complaint !== "" ? "illness" : "surgery";
}

/** What the stay is for, as a diagnosis. */
export function stayName(f: Facts): string {
  const { reason } = f.encounter;
  const why = whyOf(f);
  if (why === "birth") {
    const early = weeksAtBirth(f);
    const which = early === undefined ? "newborn" : `preterm newborn of ${early} weeks`;
    return `${reason.code.startsWith("Z38.3") ? "twin " : ""}${which}, ${isCesarean(f) ? "cesarean" : "vaginal"} delivery`;
  }
  if (why === "delivery") return isCesarean(f) ? "cesarean delivery" : "vaginal delivery";
  if (why === "illness") return f.brief ? illnessFor(f).short : illnessFor(f).name;
  return problem(reason)[f.brief ? "short" : "name"];
}

/** Operations of the stay that were done by the note's time. */
export const operations = (f: Facts): readonly string[] =>
  f.entries.procedures.filter(({ code, end }) => end <= f.time && surgery[code.code] !== undefined).map(({ code }) => surgery[code.code]!);

/** 1 on the day of admission. */
export const hospitalDay = ({ encounter, time }: Pick<Facts, "encounter" | "time">): number =>
  dayOfTime(time) - dayOfTime(encounter.start) + 1;

/** Where the patient lay at a time. */
export function bedAt({ stays = [] }: Encounter, time: string): string | undefined {
  const stay = stays.findLast(({ start }) => start <= time);
  return stay && `${stay.ward}, room ${stay.room}${stay.bed === "1" ? "" : `-${stay.bed}`}`;
}

/** The author's facts with the draws of the whole stay: what is said by them is said alike in every note of it. */
export const alike = (f: Facts): Facts => ({ ...f, stream: f.visit });
