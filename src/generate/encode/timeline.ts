import { timelineOf } from "../../formats/timeline/index.ts";
import type { RecordEncoder } from "./encoder.ts";

const file = "timelines.txt";

/** A text a patient, for people to read; a line of hyphens stands behind each. Not a format to read data from. */
export const timelineEncoder = {
  name: "timeline",
  title: "Each patient's life as a text to read",
  writes: "records",
  start: (origin) => ({
    open: () => [{ file, text: "" }],
    shared: () => ({ pieces: [], counts: new Map() }),
    record: (record) => {
      const { text, happenings } = timelineOf(record, origin);
      return {
        pieces: [{ file, text: `${text}\n${"-".repeat(100)}\n\n` }],
        counts: new Map([
          ["patients", 1],
          ["lines", happenings],
        ]),
      };
    },
    close: () => [],
  }),
} as const satisfies RecordEncoder;
