import { DeidError } from "../errors.ts";
import type { MarkedNote, Note, NoteSpan } from "./note.ts";

/**
 * Gives the spans of predictions for one gold note after the other, by id. Throws `malformed` where an id occurs twice on
 * either side, a gold note has no prediction, or both have a text and the texts differ.
 */
export function createJoin(predictions: Iterable<MarkedNote>, whose: string): (note: Note) => readonly NoteSpan[] {
  const byId = new Map<string, MarkedNote>();
  for (const prediction of predictions) {
    if (byId.has(String(prediction.id))) throw new DeidError("malformed", `an id occurs twice in ${whose}`, { record: byId.size + 1 });
    byId.set(String(prediction.id), prediction);
  }
  const asked = new Set<string>();
  return ({ id, text }) => {
    const record = asked.size + 1;
    if (asked.has(String(id))) throw new DeidError("malformed", "an id occurs twice in the gold", { record });
    asked.add(String(id));
    const prediction = byId.get(String(id));
    if (!prediction)
      throw new DeidError(
        "malformed",
        `${whose} have no note with the id of this note of the gold`,
        { record },
        "a note in which nothing was found is a line without spans",
      );
    if (prediction.text !== undefined && prediction.text !== text)
      throw new DeidError("malformed", `the text in ${whose} is another than in the gold`, { record });
    return prediction.spans;
  };
}
