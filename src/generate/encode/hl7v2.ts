import { createFeed } from "../../formats/hl7v2/index.ts";
import type { RecordEncoder } from "./encoder.ts";

export const feedFile = "population.hl7";

/** When a message of a feed was sent: MSH-7, whose letters sort as times do. */
export const sentAt = (message: string): string => message.split("|", 7)[6] ?? "";

/**
 * HL7 v2.5.1 messages, each patient's in order of time. Segments end with CR, as the standard says; behind each message
 * stands one LF, so that a message is a line for whatever reads lines.
 */
export const hl7v2Encoder = {
  name: "hl7v2",
  title: "HL7 v2.5.1 messages (ADT, ORU, VXU, SIU, MDM)",
  writes: "records",
  start: ({ shared, seed, profile, profileDigest, asOf }) => {
    const feed = createFeed(shared, { profile, digest: profileDigest, seed }, asOf);
    return {
      open: () => [{ file: feedFile, text: "" }],
      shared: () => ({ pieces: [], counts: new Map() }),
      record: (record) => {
        const counts = new Map<string, number>();
        let text = "";
        for (const message of feed.of(record)) {
          text += `${message.text}\n`;
          counts.set(message.event, (counts.get(message.event) ?? 0) + 1);
        }
        return { pieces: [{ file: feedFile, text }], counts };
      },
      close: () => [],
    };
  },
} as const satisfies RecordEncoder;
