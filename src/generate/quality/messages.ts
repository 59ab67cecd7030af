import type { Message, Transit } from "../../formats/hl7v2/index.ts";
import { createStream, type Stream } from "../../random/stream.ts";
import type { QualityShare } from "../profile/quality.ts";
import type { Profile } from "../profile.ts";
import type { Defect } from "./spoil.ts";

/**
 * What becomes of a feed's messages, by their ids: each draws from a fork of its own, so that a message is late in whatever part of the
 * population it is made. Undefined where the profile lets all come in time.
 */
export function createTransit(seed: string, quality: Profile["quality"]): ((id: string) => Transit) | undefined {
  const { lateEntries, lateMessages, repeatedMessages, lateByHours, repeatedAfterMinutes } = quality;
  if (lateEntries + lateMessages + repeatedMessages === 0) return undefined;
  const root = createStream(seed).fork("messages");
  const byMinutes = [lateByHours[0] * 60, lateByHours[1] * 60] as const;
  return (id) => {
    const stream = root.fork(id);
    const after = (share: QualityShare, range: readonly [number, number]): number | undefined => {
      const own = stream.fork(share);
      return own.chance(quality[share]) ? minutesIn(range, own) : undefined;
    };
    return {
      entered: after("lateEntries", byMinutes),
      heldUp: after("lateMessages", byMinutes),
      repeated: after("repeatedMessages", repeatedAfterMinutes),
    };
  };
}

/** Half of them within the first quarter of the range. */
function minutesIn([from, to]: readonly [number, number], stream: Stream): number {
  const draw = stream.next();
  return from + Math.round((to - from) * draw * draw);
}

/** What a message's lateness leaves in `defects.jsonl`. */
export function* defectsOf({ id, occurred, time, arrived, isRepeated }: Message, patientId: string): Generator<Defect> {
  if (isRepeated) {
    yield { patientId, defect: "repeated message", field: "messages", id, after: arrived };
    return;
  }
  if (time !== occurred) yield { patientId, defect: "late entry", field: "messages.MSH-7", id, before: occurred, after: time };
  if (arrived !== time) yield { patientId, defect: "late message", field: "messages", id, before: time, after: arrived };
}
