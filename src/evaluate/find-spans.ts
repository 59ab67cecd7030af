import { type Detector, detectAll } from "../detect/index.ts";
import { kindByName } from "../identifiers/kinds/index.ts";
import type { Note, NoteSpan } from "./note.ts";

/** What detectors find in each note: ascending, disjoint, in UTF-16 units of the text as given. */
export async function findSpans(notes: readonly Note[], detectors: readonly Detector[]): Promise<NoteSpan[][]> {
  const found = await detectAll(
    notes.map(({ text }) => text),
    [],
    detectors,
  );
  return found.map((findings) =>
    findings.map((finding) => ({ ...finding, label: finding.kind, category: kindByName(finding.kind).category })),
  );
}
