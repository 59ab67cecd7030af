/**
 * What clinicians write about something new. `@They`, `@their` stand for the patient's pronouns; `~` begins what is said of those
 * of 12 and over only, `^` what is said of adults only;
 * `%side`, `%Side`, `%S` the side of the body.
 */
export interface Illness {
  /** As diagnosed, in full and in short. */
  readonly name: string;
  readonly short: string;
  /** As the patient says it. */
  readonly lay: string;
  /** Whether it came on lately, so that a day is told. */
  readonly sudden: boolean;
  /** What else there is to tell, in whole sentences. */
  readonly story: readonly string[];
  readonly denies: readonly string[];
  /** Findings, by part of the body. */
  readonly exam: readonly string[];
  /** What is advised beside drugs and tests. */
  readonly care: readonly string[];
  /** What would be reason to come back. */
  readonly back: readonly string[];
}

/** An illness as its parts in order. */
export const illness = (
  name: string,
  short: string,
  lay: string,
  sudden: boolean,
  story: readonly string[],
  denies: readonly string[],
  exam: readonly string[],
  care: readonly string[],
  back: readonly string[],
): Illness => ({ name, short, lay, sudden, story, denies, exam, care, back });

export const breathing = ["trouble breathing", "fever above 101 F that lasts", "inability to keep fluids down"];
export const wound = ["spreading redness", "pus or a bad smell from the wound", "fever"];
export const neuro = ["worst headache ever", "repeated vomiting", "confusion or weakness"];
export const belly = ["worsening pain", "vomiting that does not stop", "blood in the stool"];
export const chest = ["chest pain that returns", "fainting", "shortness of breath"];
