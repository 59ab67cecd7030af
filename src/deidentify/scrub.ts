import type { Finding, Known } from "../detect/finding.ts";
import { DeidError } from "../errors.ts";
import { holdsGluedName } from "../identifiers/glued-name.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import type { Policy } from "../policy/policy.ts";
import type { EntryContext, RunContext } from "../transform/index.ts";
import type { Finder } from "./find.ts";
import { type Nested, openNested } from "./nested.ts";
import { createNoteWriter } from "./note.ts";
import type { EntrySubject } from "./subject.ts";
import type { Tally } from "./tally.ts";

/** A text to scrub and what is known where it stands. */
export interface Prose {
  readonly value: string;
  readonly entry: EntryContext;
  readonly entrySubject: EntrySubject;
  readonly known: Known | undefined;
  /** Of its slot, for the counts. */
  readonly path: string;
  /** An object key or a header: it must stay unique, so a code stands for the whole. */
  readonly isKey: boolean;
  /** A cell that was no clinical value, although its slot is clinical. */
  readonly isSurprising: boolean;
  /** Counts from 1; 0 in a frame. */
  readonly record: number;
  readonly run: RunContext;
  /** How many strings this one stands in. */
  readonly depth: number;
}

export interface Scrubber {
  /** The texts with every finding treated by its rule; null where the whole must go. */
  scrub(prose: readonly Prose[]): Promise<(string | null)[]>;
}

export interface ScrubberOptions {
  readonly policy: Policy;
  readonly find: Finder;
  readonly tally: Tally;
  /** The roster, where there is one. */
  readonly subjectOf?:
    | {
        /** The number of the subject with this identifier; 0 for none. */
        readonly find: (kind: KindName, value: string) => number;
        readonly known: (subject: number) => Known;
        readonly offsetDays: (subject: number) => number;
      }
    | undefined;
  /** De-identifies a document that stood in a string: a nested run of the whole pipeline. Throws `malformed` when it is none. */
  readonly document: (text: string, format: "json" | "delimited", prose: Prose) => Promise<string | null>;
}

export function createScrubber(options: ScrubberOptions): Scrubber {
  const { policy, find, tally } = options;
  const notes = createNoteWriter(policy);

  const replace = ({ value, entry, run, path }: Prose, findings: readonly Finding[]): string =>
    notes.write({ value, findings, entry, run }, ({ kind }, transform) => tally.add(tally.counter(path, kind, transform)));

  /** The inside of a string, de-identified; undefined when it only looked like a document. */
  const open = async (
    nested: Nested & { readonly is: "json" | "delimited" | "text" },
    inside: Prose,
  ): Promise<string | null | undefined> => {
    if (nested.is === "text") return (await scrub([inside]))[0]!;
    try {
      return await options.document(nested.text, nested.is, inside);
    } catch (error) {
      if (error instanceof DeidError && (error.code === "malformed" || error.code === "format-unknown" || error.code === "too-large"))
        return undefined;
      throw error;
    }
  };

  /** Looks in texts that are nobody's for an id of somebody on the roster, and tells what is known of them. */
  const identify = async (all: Prose[], places: readonly number[]): Promise<void> => {
    const { subjectOf } = options;
    if (!subjectOf) return;
    const nobodys = places.filter((i) => all[i]!.entrySubject.onRoster === 0 && !all[i]!.isKey);
    const found = await find(
      nobodys.map((i) => all[i]!.value),
      [],
    );
    for (const [n, i] of nobodys.entries()) {
      const prose = all[i]!;
      const ids = found[n]!.findings.filter(({ role }) => role === undefined || role === "subject");
      const subjects = new Set(ids.map(({ kind, start, end }) => subjectOf.find(kind, prose.value.slice(start, end))));
      subjects.delete(0);
      // A text that names two of the roster is not about one of them.
      const [subject] = subjects;
      if (subject === undefined || subjects.size > 1) continue;
      all[i] = {
        ...prose,
        known: joinKnown(prose.known, subjectOf.known(subject)),
        entry: { ...prose.entry, offsetDays: subjectOf.offsetDays(subject) },
      };
    }
  };

  const scrub: Scrubber["scrub"] = async (given) => {
    const all = [...given];
    const results: (string | null)[] = new Array(all.length).fill(null);
    const plain: number[] = [];
    for (let i = 0; i < all.length; i++) {
      const prose = all[i]!;
      const nested = prose.isKey ? undefined : openNested(prose.value, prose.depth);
      if (!nested) plain.push(i);
      else if (nested.is === "removed") {
        tally.add(tally.counter(prose.path, "unknown", "redact"));
      } else {
        const inner = await open(nested, { ...prose, value: nested.text, depth: prose.depth + 1 });
        if (inner === undefined) plain.push(i);
        else results[i] = inner === null ? null : inner === nested.text ? prose.value : nested.close(inner);
      }
    }
    await identify(all, plain);
    const found = await find(
      plain.map((i) => all[i]!.value),
      plain.map((i) => all[i]!.known),
    );
    for (let p = 0; p < plain.length; p++) {
      const i = plain[p]!;
      const prose = all[i]!;
      const { findings, hints } = found[p]!;
      for (const { reason, start, end } of prose.isKey ? [] : hints)
        tally.warn(reason, { slot: prose.path, record: prose.record, start, end });
      const isGlued = prose.isKey && holdsGluedName(prose.value);
      if (findings.length === 0 && !isGlued) results[i] = prose.value;
      else if (prose.isKey) {
        results[i] = prose.run.codes.token("record", prose.value);
        tally.add(tally.counter(prose.path, findings[0]?.kind ?? "name", "tokenize"));
      } else results[i] = replace(prose, findings);
    }
    return results;
  };
  return { scrub };
}

function joinKnown(here: Known | undefined, there: Known): Known {
  if (!here) return there;
  return { ...(here.words && { words: here.words }), has: (word) => here.has(word) ?? there.has(word) };
}
