import { createFeed } from "../../formats/hl7v2/index.ts";
import { createTransit, defectsOf } from "../quality/messages.ts";
import type { Defect } from "../quality/spoil.ts";
import type { RecordEncoder } from "./encoder.ts";

export const feedFile = "population.hl7";

/** When a message of a feed came, in letters that sort as times do: the sixth field of ZSY, else when it was sent, MSH-7. */
export function arrivedAt(message: string): string {
  const late = message.slice(message.lastIndexOf("\rZSY|") + 1).split("|", 7)[6];
  return late?.trimEnd() ?? message.split("|", 7)[6] ?? "";
}

/**
 * HL7 v2.5.1 messages, each patient's in the order in which they came. Segments end with CR, as the standard says; behind each message
 * stands one LF, so that a message is a line for whatever reads lines.
 */
export const hl7v2Encoder = {
  name: "hl7v2",
  title: "HL7 v2.5.1 messages (ADT, ORU, VXU, SIU, MDM)",
  writes: "records",
  start: ({ shared, seed, profile, profileDigest, asOf, quality }) => {
    const feed = createFeed(shared, { profile, digest: profileDigest, seed }, asOf, createTransit(seed, quality));
    return {
      open: () => [{ file: feedFile, text: "" }],
      shared: () => ({ pieces: [], counts: new Map() }),
      record: (record) => {
        const counts = new Map<string, number>();
        const defects: Defect[] = [];
        let text = "";
        for (const message of feed.of(record)) {
          text += `${message.text}\n`;
          counts.set(message.event, (counts.get(message.event) ?? 0) + 1);
          defects.push(...defectsOf(message, record.patient.id));
        }
        return { pieces: [{ file: feedFile, text }], counts, defects };
      },
      close: () => [],
    };
  },
} as const satisfies RecordEncoder;
