import type { Finding } from "../detect/finding.ts";
import { attack, type Method } from "../evaluate/attack.ts";
import { kinds } from "../identifiers/kinds/index.ts";
import { loadPolicy, withSurrogates } from "../policy/index.ts";
import { createStream } from "../random/stream.ts";
import { createAssignedCodes } from "../secret/codes.ts";
import type { RunContext } from "../transform/index.ts";
import { createNoteWriter } from "./note.ts";

/** A note whose names are known, in order: of each its place, and whether it is the subject's. */
export interface NamedNote {
  readonly text: string;
  readonly names: readonly { readonly start: number; readonly end: number; readonly isSubject: boolean }[];
}

export interface Simulation {
  readonly notes: number;
  readonly names: number;
  /** Names left standing, and notes that hold one. */
  readonly leaks: number;
  readonly leakyNotes: number;
  /** Of these, told from surrogates by the attack. */
  readonly exposed: number;
  readonly exposedNotes: number;
  /** Everything suspected, surrogates too. */
  readonly suspected: number;
}

export interface SimulationOptions {
  /** From 0 to 1: the chance that a name is missed. */
  readonly missRate: number;
  readonly surrogates: "varied" | "consistent";
  /** Which names are missed. */
  readonly seed: string;
  readonly asOf: RunContext["asOf"];
}

/**
 * Replaces the names of notes by surrogates, misses each by chance, and sets on the outcome an attacker who sees every
 * name, but not which are real. What is missed follows from the seed; surrogates are drawn at random.
 */
export function simulateAttack(notes: readonly NamedNote[], options: SimulationOptions): Simulation {
  const writer = createNoteWriter(withSurrogates(loadPolicy("safe-harbor"), kinds));
  const stream = createStream(`attack/${options.seed}`);
  const written = notes.map((note) =>
    missSome(
      note,
      note.names.map(() => stream.chance(options.missRate)),
      writer,
      options,
    ),
  );
  const suspects = attack(written).map((all) => all.filter(({ method }) => byName.has(method)));
  const count = { leaks: 0, leakyNotes: 0, exposed: 0, exposedNotes: 0, suspected: 0 };
  for (const [i, { leaks }] of written.entries()) {
    const places = new Set(suspects[i]!.map(({ start }) => start));
    const exposed = [...leaks].filter((start) => places.has(start)).length;
    count.leaks += leaks.size;
    count.leakyNotes += leaks.size > 0 ? 1 : 0;
    count.exposed += exposed;
    count.exposedNotes += exposed > 0 ? 1 : 0;
    count.suspected += places.size;
  }
  return { notes: notes.length, names: notes.reduce((sum, { names }) => sum + names.length, 0), ...count };
}

const byName: ReadonlySet<Method> = new Set(["odd-one-out"]);

interface Written {
  readonly text: string;
  /** Every name, replaced or not. */
  readonly found: readonly Finding[];
  /** Where those begin that are real. */
  readonly leaks: ReadonlySet<number>;
}

function missSome(
  { text, names }: NamedNote,
  isMissed: readonly boolean[],
  writer: ReturnType<typeof createNoteWriter>,
  { asOf, surrogates }: SimulationOptions,
): Written {
  // Each note is a patient of its own.
  const run: RunContext = { codes: createAssignedCodes(), asOf, dateOrder: "mdy", surrogates };
  const all = names.map(
    ({ start, end, isSubject }): Finding => ({
      kind: "name",
      start,
      end,
      strength: "declared",
      detector: "gold",
      role: isSubject ? "subject" : "provider",
    }),
  );
  const findings = all.filter((_, i) => !isMissed[i]);
  const places = new Map<Finding, readonly [number, number]>();
  const entry = { subject: null, offsetDays: null };
  const out = writer.write({ value: text, findings, entry, run }, (finding, _transform, start, end) => places.set(finding, [start, end]));
  const found: Finding[] = [];
  const leaks = new Set<number>();
  let grown = 0;
  for (const finding of all) {
    const place = places.get(finding);
    const [start, end] = place ?? [finding.start + grown, finding.end + grown];
    if (place) grown = end - finding.end;
    else leaks.add(start);
    found.push({ ...finding, start, end });
  }
  return { text: out, found, leaks };
}
