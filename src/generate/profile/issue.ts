import { z } from "zod";

/** What is wrong with a value, where, and what would do. Holds names of keys that a profile may have, never a value. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint: string | undefined;
}

type Raised = z.core.$ZodIssue;

/** The issue that tells most of a value that a schema refuses: of a union the form that it came nearest to. */
export function issueOf(schema: z.ZodType, error: z.ZodError): Issue {
  const issue = deepest(error.issues[0]!);
  if (issue.code === "unrecognized_keys") {
    const unknown = issue.keys[0]!;
    return { path: [...issue.path, unknown], message: "unknown key", hint: nearest(unknown, keysAt(schema, issue.path)) };
  }
  if (issue.code === "invalid_type" && issue.path.length === 0)
    return {
      path: [],
      message: "a profile is keys with their values",
      hint: "profile: my-people, extends: us-population, and so on, a line each",
    };
  if (isAbsent(issue)) return { path: issue.path, message: `${String(issue.path.at(-1) ?? "it")} is not given`, hint: undefined };
  return { path: issue.path, message: issue.message, hint: undefined };
}

function deepest(issue: Raised, above: readonly PropertyKey[] = []): Raised {
  const whole = { ...issue, path: [...above, ...issue.path] };
  if (issue.code !== "invalid_union") return whole;
  const forms = issue.errors.flatMap((form) => form.map((each) => deepest(each, whole.path)));
  // An unknown key tells more than what it stands in place of; a value of the right type came nearer than one of another.
  const reach = (form: Raised): number =>
    form.path.length + (form.code === "unrecognized_keys" ? 1.5 : form.code === "invalid_type" ? 0 : 0.5);
  const best = forms.reduce<Raised>((a, b) => (reach(b) > reach(a) ? b : a), whole);
  if (best !== whole) return best;
  // A value of another type is as far from one form as from another.
  const types = forms.flatMap((form) => (form.code === "invalid_type" ? [form] : []));
  if (types.length < forms.length || types.length === 0) return whole;
  if (types.every(isAbsent)) return types[0]!;
  return { ...whole, message: `expected ${[...new Set(types.map(({ expected }) => expected))].join(", or ")}` };
}

/** Zod says of what is absent that it is undefined. */
const isAbsent = (issue: Raised): boolean => issue.code === "invalid_type" && issue.message.endsWith("received undefined");

/** The keys that a profile may have at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let found: readonly z.ZodType[] = [schema];
  for (const step of path) found = found.flatMap(plain).flatMap((each) => within(each, step));
  return found.flatMap(plain).flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : []));
}

function plain(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return plain(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodUnion ? schema.options.flatMap((option) => plain(option as z.ZodType)) : [schema];
}

function within(schema: z.ZodType, step: PropertyKey): z.ZodType[] {
  if (schema instanceof z.ZodObject) return step in schema.shape ? [schema.shape[step as string] as z.ZodType] : [];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  return schema instanceof z.ZodArray ? [schema.element as z.ZodType] : [];
}

function nearest(unknown: string, keys: readonly string[]): string | undefined {
  const near = keys
    .map((key) => ({ key, distance: distanceOf(unknown.toLowerCase(), key.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near && near.distance <= Math.max(1, Math.floor(near.key.length / 3))) return `did you mean ${near.key}?`;
  return keys.length === 0 ? undefined : `one of: ${keys.slice(0, 25).join(", ")}`;
}

/** How many letters to add, drop or change to make one word of the other (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
