import { DeidError } from "../errors.ts";
import type { Evaluation, EvaluationError } from "./evaluation.ts";
import { figuresOf } from "./figures.ts";
import { createJoin } from "./join.ts";
import { createLabels, type LabelMap } from "./labels.ts";
import type { MarkedNote, Note, NoteSpan } from "./note.ts";
import { createSafeWords, isOurs, isPlain, isSafeLabel } from "./safe-words.ts";
import { type Counts, type Mark, type Scored, scoreNote } from "./score.ts";

export interface EvaluateOptions {
  /** What labels of your own mean; known vocabularies need none. */
  readonly labels?: LabelMap | undefined;
  /** Another system on the same notes: differences are the predictions less these. */
  readonly compare?: Iterable<MarkedNote> | undefined;
  /** Default "1". */
  readonly seed?: string | undefined;
  /** How often notes are drawn anew for the intervals. Default 1000. */
  readonly samples?: number | undefined;
  /**
   * Gives the text of what was missed or removed too much, and names styles, detectors and kinds as they are. Default false:
   * but for the ids of notes the result holds nothing that was read from them.
   */
  readonly show?: boolean | undefined;
}

/**
 * Holds predictions against a gold standard, type-blind, with 95 % intervals by bootstrap over notes. Notes are joined by id;
 * predictions of notes that the gold does not have are passed over. Throws `malformed` for labels that are not known (give
 * them a meaning in `labels`), ids that occur twice, a gold note without predictions, spans outside their text.
 */
export function evaluateText(gold: Iterable<Note>, predictions: Iterable<MarkedNote>, options: EvaluateOptions = {}): Evaluation {
  const scorer = createScorer(options);
  const found = createJoin(predictions, "the predictions");
  const others = options.compare && createJoin(options.compare, "the predictions to compare with");
  for (const note of gold) scorer.add(note, found(note), others?.(note));
  return scorer.finish();
}

export interface Scorer {
  /** What became of each stretch of the note, and its style as it may be printed. Throws as `evaluateText` does. */
  add(note: Note, found: readonly NoteSpan[], other?: readonly NoteSpan[]): { readonly marks: readonly Mark[]; readonly style: string };
  finish(): Evaluation;
}

/** Takes notes one by one and keeps counts and positions of them, not their texts. */
export function createScorer(options: EvaluateOptions = {}): Scorer {
  const { samples = 1000, seed = "1", show = false } = options;
  const labels = createLabels(options.labels);
  const first: Counts[] = [];
  const second: Counts[] = [];
  const errors: EvaluationError[] = [];
  const unknown = new Set<string>();
  let characters = 0;
  let unknownAt = 0;
  const safe = createSafeWords(show ? () => true : (word) => labels.meaningOf(word) !== undefined || isOurs(word) || isPlain(word));

  return {
    add(note, found, other) {
      const place = first.length + 1;
      checkSpans(note.spans, note.text, place, "the gold");
      checkSpans(found, note.text, place, "the predictions");
      for (const { label = "" } of note.spans) if (!labels.meaningOf(label)) unknown.add(label);
      if (unknown.size > 0) {
        // Told together at the end: a map of labels is written once.
        unknownAt ||= place;
        first.push(new Map());
        return { marks: [], style: "" };
      }
      const styled = { ...note, style: note.style === undefined ? undefined : safe("style", note.style) };
      const scored = scoreNote(styled, found.map(named), labels);
      first.push(scored.counts);
      if (other) {
        checkSpans(other, note.text, place, "the predictions to compare with");
        second.push(scoreNote(styled, other.map(named), labels).counts);
      }
      characters += note.text.length;
      tell(note, place, scored);
      return { marks: scored.marks, style: styled.style ?? "" };
    },
    finish() {
      if (unknown.size > 0) throw unknownLabels([...unknown], unknownAt);
      if (second.length > 0 && second.length !== first.length) throw new Error("unreachable: one system has notes that the other lacks");
      return figuresOf(first, second.length > 0 ? second : undefined, { samples, seed, characters, errors });
    },
  };

  /** Names of detectors and kinds of another system may be values too. */
  function named(span: NoteSpan): NoteSpan {
    const { detector, strength, kind, label } = span;
    return {
      ...span,
      ...(detector !== undefined && { detector: safe("detector", detector) }),
      ...(strength !== undefined && { strength: safe("strength", strength) }),
      ...(kind !== undefined && { kind: safe("kind", kind) }),
      ...(label !== undefined && { label: safe("label", label) }),
      category: span.category ?? labels.meaningOf(kind ?? label ?? "")?.category,
    };
  }

  function tell(note: Note, place: number, { marks }: Scored): void {
    for (const { start, end, outcome, label, category, found } of marks) {
      if (outcome === "hit" || outcome === "left-out") continue;
      errors.push({
        note: place,
        id: note.id,
        start,
        end,
        outcome,
        label,
        ...(category && { category }),
        ...(found?.detector !== undefined && { detector: found.detector }),
        ...(found?.strength !== undefined && { strength: found.strength }),
        ...(show && { text: note.text.slice(start, end) }),
      });
    }
  }
}

function unknownLabels(labels: readonly string[], record: number): DeidError {
  const safe = createSafeWords(isSafeLabel);
  const named = labels.slice(0, 40).map((label) => (label === "" ? "(none)" : safe("label", label)));
  return new DeidError(
    "malformed",
    `the gold has labels that no vocabulary has: ${named.join(", ")}${labels.length > 40 ? ", …" : ""}`,
    { record },
    "say what they mean with --labels",
  );
}

function checkSpans(spans: readonly NoteSpan[], text: string, record: number, whose: string): void {
  for (const [i, { start, end }] of spans.entries()) {
    if (Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length) continue;
    throw new DeidError("malformed", `a span of ${whose} does not lie in the text`, { record, at: `spans[${i}]` });
  }
}
