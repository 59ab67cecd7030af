import { z } from "zod";
import type { CalendarDate } from "../calendar/index.ts";
import type { Category } from "../identifiers/category.ts";
import type { Kind } from "../identifiers/kind.ts";
import type { Codes } from "../secret/codes.ts";
import type { Derivation } from "./derivation.ts";

/** `varied`: a mention in prose has the surrogate of the one before or another, by chance, so that one left standing is no odd one out. */
export type Surrogates = false | "varied" | "consistent";

/** What is the same for a whole run, or for a whole slot. */
export interface RunContext {
  readonly codes: Codes;
  /** The reference date of the run: ages are told by it, and two digits of a year are read as a year up to its own. */
  readonly asOf: CalendarDate;
  readonly dateOrder: "mdy" | "dmy";
  /** Whether invented values stand for removed ones, and whether equal values in prose get equal ones. */
  readonly surrogates: Surrogates;
  /** The slot counts seconds or milliseconds since 1970. */
  readonly epoch?: "s" | "ms";
  /** The slot holds Excel serials. */
  readonly excelSerial?: boolean;
}

/** What is known where a value stands. */
export interface EntryContext {
  /** A digest, or null for an entry that is nobody's. */
  readonly subject: string | null;
  /** Whole days by which this subject's dates move back, 1 to 365; null without a subject. */
  readonly offsetDays: number | null;
  /** The last year that the record's own dates tell. */
  readonly latestYear?: number;
  /** In prose whose surrogates vary: what this mention's is drawn from. Mentions that share it are replaced alike; it tells nothing of what they say. */
  readonly mention?: string;
  /** In prose: what the words before a name tell. */
  readonly sex?: "female" | "male";
}

/** What is done to a value. Null asks the format to remove it; a value that cannot be read gives null, never itself. */
export type Edit = (value: string, entry: EntryContext) => string | null;

/** One way to treat an identifier; the catalogue is `transforms`. */
export interface Transform<Name extends string = string> {
  readonly name: Name;
  /** For people, after "what it does:". */
  readonly title: string;
  /** Whether an edit looks at its entry, so that its result must not be remembered by value. */
  readonly perEntry: boolean;
  /** The only category whose values it can read; null for every one. */
  readonly fits: Category | null;
  /** The options of a rule; unknown ones are an error. */
  readonly options: z.ZodObject;
  /** How the output comes from the value, when codes are keyed and when they are assigned. */
  derivation(keyed: boolean): Derivation;
  /** Throws `bad-policy` where it must not be used on this kind, or with these codes. */
  compile(kind: Kind, options: unknown, run: RunContext): Edit;
}

interface Definition<Name extends string, Shape extends z.ZodRawShape> {
  readonly name: Name;
  readonly title: string;
  readonly perEntry?: boolean;
  readonly fits?: Category;
  readonly options: Shape;
  derivation(keyed: boolean): Derivation;
  compile(kind: Kind, options: z.infer<z.ZodObject<Shape, z.core.$strict>>, run: RunContext): Edit;
}

/** Ties the options' schema to `compile`, so that each transform reads its own options typed and with their defaults. */
export function defineTransform<const Name extends string, Shape extends z.ZodRawShape>(
  definition: Definition<Name, Shape>,
): Transform<Name> {
  const options = z.strictObject(definition.options);
  return {
    name: definition.name,
    title: definition.title,
    perEntry: definition.perEntry ?? false,
    fits: definition.fits ?? null,
    options: options as unknown as z.ZodObject,
    derivation: definition.derivation,
    compile: (kind, given, run) => definition.compile(kind, options.parse(given ?? {}), run),
  };
}
