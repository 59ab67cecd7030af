import type { Note } from "../../../record/note.ts";
import type { Directory } from "../directory.ts";
import { escaped } from "../escaped.ts";
import { segment } from "../segment.ts";
import { ce, shortEi, ts } from "../types.ts";
import { obxText } from "./results.ts";

/** A note's heading and its text. */
export function document(note: Note, directory: Directory): string {
  const provider = directory.provider(note.providerId);
  const time = ts(note.time);
  const [, type, loinc, words] = sorts.find(([pattern]) => pattern.test(note.title))!;
  const heading = segment("TXA", {
    1: "1",
    2: type,
    3: "TX",
    4: time,
    5: provider,
    6: time,
    9: provider,
    12: shortEi(note.id),
    17: "AU",
    19: "AV",
  });
  return heading + obxText(`${ce(loinc, words, "LN")}^^${escaped(note.title)}`, note.text, note.time);
}

/** By a note's title: its type in table 0270, and LOINC's code for it. The first that fits. */
const sorts: readonly (readonly [RegExp, string, string, string])[] = [
  [/discharge/i, "DS", "18842-5", "Discharge summary"],
  [/radiology|imaging|x-ray/i, "DI", "18748-4", "Diagnostic imaging study"],
  [/emergency|\bED\b/i, "ED", "34111-5", "Emergency department Note"],
  [/history|admission/i, "HP", "34117-2", "History and physical note"],
  [/operative|procedure/i, "OP", "11504-8", "Surgical operation note"],
  [/nurs/i, "NN", "34746-8", "Nurse Note"],
  [/referral|consult|letter/i, "CN", "57133-1", "Referral note"],
  [/message|portal/i, "PM", "34748-4", "Telephone encounter Note"],
  [/progress/i, "PR", "11506-3", "Progress note"],
  [/^/, "PR", "34109-9", "Note"],
];
