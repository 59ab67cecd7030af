import type { Finding } from "../detect/finding.ts";
import { type People, peopleIn } from "../detect/mentions.ts";
import { kindByName } from "../identifiers/kinds/index.ts";
import { fold } from "../identifiers/spelling.ts";
import type { Policy } from "../policy/policy.ts";
import { ruleFor } from "../policy/rule.ts";
import { createStream } from "../random/stream.ts";
import { givenNameSex } from "../tables/names.ts";
import { type EntryContext, type RunContext, type TransformName, transformByName } from "../transform/index.ts";

/** What one note needs to be written again: its text, what was found in it, and where it stands. */
export interface Note {
  readonly value: string;
  readonly findings: readonly Finding[];
  readonly entry: EntryContext;
  readonly run: RunContext;
}

export interface NoteWriter {
  /** The text with every finding treated by its rule; `counted` hears of each, and where in the text written its replacement stands. */
  write(note: Note, counted: (finding: Finding, transform: TransformName, start: number, end: number) => void): string;
}

interface ProseEdit {
  readonly name: TransformName;
  readonly tag: string;
  readonly isName: boolean;
  readonly apply: (value: string, entry: EntryContext) => string | null;
}

/**
 * Writes notes under a policy. What a rule removes leaves its tag; the tags of names are numbered by person within the note
 * (`[NAME-1]`), so that two people stay two. A code stands for the fullest mention of its person, and is the same for all.
 */
export function createNoteWriter(policy: Policy): NoteWriter {
  const editsOf = new WeakMap<RunContext, Map<string, ProseEdit>>();

  const editFor = (finding: Finding, run: RunContext): ProseEdit => {
    let edits = editsOf.get(run);
    if (!edits) {
      edits = new Map();
      editsOf.set(run, edits);
    }
    const id = `${finding.kind}/${finding.role ?? ""}`;
    let edit = edits.get(id);
    if (!edit) {
      const kind = kindByName(finding.kind);
      const rule = ruleFor(policy, kind, { part: "prose", ...(finding.role && { role: finding.role }) });
      edit = {
        name: rule.transform,
        tag: kind.tag,
        isName: kind.category === "A",
        apply: transformByName(rule.transform).compile(kind, rule.options, run),
      };
      edits.set(id, edit);
    }
    return edit;
  };

  return {
    write({ value, findings, entry, run }, counted) {
      const vary = run.surrogates === "varied" ? createVariation(run.codes.salt(value)) : undefined;
      let people: People | undefined;
      let out = "";
      let done = 0;
      for (const [i, finding] of findings.entries()) {
        const edit = editFor(finding, run);
        const { start, end } = finding;
        if (edit.isName && edit.name !== "keep") people ??= peopleIn(value, findings);
        const person = edit.isName ? (people?.of[i] ?? 0) : 0;
        const isCoded = edit.name === "tokenize" || edit.name === "assign";
        const said = findings[person > 0 && isCoded ? people!.fullest[person]! : i]!;
        const sex = edit.isName && vary ? sexOf(value, start, end) : undefined;
        const mention = vary?.(person > 0 ? String(person) : `${finding.kind}/${value.slice(start, end)}`);
        const here = mention === undefined ? entry : { ...entry, mention, ...(sex && { sex }) };
        const next = edit.apply(value.slice(said.start, said.end), here) ?? `[${edit.tag}${person > 0 ? `-${person}` : ""}]`;
        out += value.slice(done, start);
        counted(finding, edit.name, out.length, out.length + next.length);
        out += next + (next.includes("\n") ? "" : linesOf(value, start, end));
        done = end;
      }
      return out + value.slice(done);
    },
  };
}

/**
 * What to draw the surrogate of the next mention of somebody or something from. One in two goes on with what stood for the
 * mention before, so that neither a name that comes once nor one that comes again is the odd one out.
 */
function createVariation(salt: string): (who: string) => string {
  const stream = createStream("mentions").fork(salt);
  const last = new Map<string, string>();
  let count = 0;
  return (who) => {
    const before = last.get(who);
    if (before !== undefined && stream.chance(0.5)) return before;
    const mention = `${salt}/${count++}`;
    last.set(who, mention);
    return mention;
  };
}

/** What a title before a name says; else, where the name itself does not tell, what most pronouns of the note say. */
function sexOf(text: string, start: number, end: number): "female" | "male" | undefined {
  const title = /(?<![A-Za-z])(?:(m(?:r|ister)|sr|don)|(m(?:r?s|iss)|sra|do\u00f1a))\.?\s{1,2}$/i.exec(
    text.slice(Math.max(0, start - 12), start),
  );
  if (title) return title[1] ? "male" : "female";
  const words = fold(text.slice(start, end)).split(/[^\p{L}]{1,20}/u);
  if (words.some((word) => givenNameSex(word) !== "U")) return undefined;
  const around = text.slice(Math.max(0, start - 2000), end + 2000);
  const she = around.match(/\b(?:she|her|hers|woman|female|[1-9]\d ?(?:yo ?)?f)\b/gi)?.length ?? 0;
  const he = around.match(/\b(?:he|him|his|man|male|[1-9]\d ?(?:yo ?)?m)\b/gi)?.length ?? 0;
  return she > 2 * he ? "female" : he > 2 * she ? "male" : undefined;
}

/** The line breaks within what is replaced stand behind what replaces it, so that the lines of a note stay what they are. */
function linesOf(text: string, start: number, end: number): string {
  let lines = "";
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13) lines += text[i]!;
  return lines;
}
