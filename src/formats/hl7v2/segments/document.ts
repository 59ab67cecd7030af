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
  const { code, display } = note.code;
  const heading = segment("TXA", {
    1: "1",
    2: types[code] ?? "PR",
    3: "TX",
    4: time,
    5: provider,
    6: time,
    9: provider,
    12: shortEi(note.id),
    17: "AU",
    19: "AV",
  });
  return heading + obxText(`${ce(code, display, "LN")}^^${escaped(note.title)}`, note.text, note.time);
}

/** Table 0270 by LOINC's code for the document; where there is none that fits, it is told as a progress note. */
const types: Readonly<Record<string, string>> = {
  "18842-5": "DS",
  "18748-4": "DI",
  "34111-5": "ED",
  "34117-2": "HP",
  "11504-8": "OP",
  "57133-1": "CN",
  "11488-4": "CN",
  "28570-0": "PN",
};
