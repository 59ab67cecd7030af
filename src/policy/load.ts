import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { DeidError } from "../errors.ts";
import type { Verdict } from "../formats/slot.ts";
import { type Category, categories } from "../identifiers/category.ts";
import type { Kind } from "../identifiers/kind.ts";
import { type KindName, kinds as ownKinds } from "../identifiers/kinds/index.ts";
import { publicDigest } from "../secret/digest.ts";
import { transformByName } from "../transform/index.ts";
import { builtInPolicies } from "./built-in.ts";
import { checkPolicy } from "./check.ts";
import type { PartRules, Policy, PolicyInput, PolicySlot, RoleRules, Rule } from "./policy.ts";
import { type PolicySource, policySchema, type StandardName } from "./schema.ts";

export interface LoadOptions {
  /** What an error calls the source: a file name that is safe to print. */
  readonly name?: string;
  /** Kinds of the run beside the program's own. */
  readonly kinds?: readonly Pick<Kind, "name" | "category">[];
}

/** The names of the built-in policies; each is the default of the standard of the same name. */
export const policyNames = Object.keys(builtInPolicies) as readonly StandardName[];

export function isPolicyName(name: string): name is StandardName {
  return Object.hasOwn(builtInPolicies, name);
}

/**
 * A whole, checked policy from the name of a built-in one, the text of a YAML or JSON file, or an object of the same
 * shape. Throws `bad-policy` with the line, never with what stands there: a policy names the slots of real inputs.
 */
export function loadPolicy(source: string | PolicySource, options: LoadOptions = {}): Policy {
  const kinds: readonly KindLike[] = [...ownKinds, ...(options.kinds ?? [])];
  const written = readSource(source, options, kinds);
  const policy = compose(written, kinds, options);
  checkPolicy(policy, kinds);
  return policy;
}

type KindLike = Pick<Kind, "name" | "category">;

function readSource(source: string | PolicySource, options: LoadOptions, kinds: readonly KindLike[]): PolicySource {
  const schema = policySchema(kinds.map(({ name }) => name) as [string, ...string[]]);
  if (typeof source !== "string") {
    const read = schema.safeParse(source);
    if (read.success) return read.data;
    throw issueError(read.error.issues[0]!, undefined, undefined, options);
  }
  const text = isPolicyName(source) ? builtInPolicies[source] : source;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0];
  if (error)
    throw bad(`not valid YAML (${error.code.toLowerCase().replaceAll("_", " ")})`, options, { line: lines.linePos(error.pos[0]).line });
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 50 });
  } catch {
    throw bad("not valid YAML (aliases)", options);
  }
  const read = schema.safeParse(plain);
  if (read.success) return read.data;
  throw issueError(read.error.issues[0]!, document, lines, options);
}

function issueError(
  issue: z.core.$ZodIssue,
  document: Document | undefined,
  lines: LineCounter | undefined,
  options: LoadOptions,
): DeidError {
  const deepest = innermost(issue);
  const path = deepest.path as (string | number)[];
  const unknown = deepest.code === "unrecognized_keys" ? deepest.keys[0] : undefined;
  const line = document && lines && lineOf(document, lines, path, unknown);
  const at = printPath(path);
  return bad(
    unknown === undefined ? saying(deepest) : "unknown key",
    options,
    { ...(line !== undefined && { line }), ...(at !== "" && { at }) },
    "see schemas/policy.schema.json, or scrubjay list kinds|transforms",
  );
}

/** Of a union that nothing fits, the alternative that fits furthest. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union") return issue;
  let best: z.core.$ZodIssue = issue;
  let depth = issue.path.length;
  for (const [first] of issue.errors) {
    if (!first) continue;
    const inner = innermost({ ...first, path: [...issue.path, ...first.path] } as z.core.$ZodIssue);
    const unknownKey = inner.code === "unrecognized_keys" && inner.path.length === issue.path.length;
    if (inner.path.length > depth || (unknownKey && best === issue)) {
      best = inner;
      depth = inner.path.length;
    }
  }
  return best;
}

/** zod's own sentences hold what is expected and the type of what came, never what came; a key they do quote. */
function saying(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_key") return "not a name that may stand here";
  if (issue.code === "invalid_value" && issue.values.length > 12) return "not a name that may stand here";
  return issue.message.replace(/^Invalid (?:input|option): /, "");
}

function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[], key: string | undefined): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined = 0;
  for (const part of key === undefined ? path : [...path, key]) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part));
      if (!pair) break;
      offset = isScalar(pair.key) ? pair.key.range?.[0] : offset;
      node = pair.value;
    } else break;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

/** `inputs.#.slots.#.is`: names under `inputs` come from real inputs. */
function printPath(path: readonly (string | number)[]): string {
  return path
    .map((part, i) =>
      path[0] === "inputs" && (i === 1 || i === 3) ? "#" : /^[A-Za-z0-9_-]{1,40}$/.test(String(part)) ? String(part) : "#",
    )
    .join(".");
}

function bad(what: string, options: LoadOptions, location: { line?: number; at?: string } = {}, hint?: string): DeidError {
  return new DeidError(
    "bad-policy",
    `the policy is not valid: ${what}`,
    { ...(options.name !== undefined && { input: options.name }), ...location },
    hint,
  );
}

/** Lays what is written over the policy that it extends. */
function compose(written: PolicySource, kinds: readonly KindLike[], options: LoadOptions): Policy {
  const base = written.extends === undefined ? undefined : compose(readSource(written.extends, {}, kinds), kinds, {});
  const standard = written.standard ?? base?.standard;
  if (!standard) throw bad("it names neither a standard nor a policy to extend", options, {}, "add: extends: safe-harbor");
  const rules: Partial<Record<Category, PartRules>> = { ...base?.rules, ...resolve(written.rules) };
  for (const category of Object.keys(categories) as Category[])
    if (!rules[category])
      throw bad(`it has no rule for category ${category}`, options, { at: "rules" }, "add one, or extend a built-in policy");
  const whole = {
    name: written.name,
    title: written.title ?? base?.title ?? written.name,
    standard,
    // Every category was just seen to have one.
    rules: rules as Policy["rules"],
    kinds: { ...without(base?.kinds, written, kinds), ...resolve(written.kinds) },
    roles: composeRoles(written, base),
    surrogates: written.surrogates ?? base?.surrogates ?? [],
    text: { timesOfDay: "keep" as const, weekdays: "redact" as const, ...base?.text, ...stripUndefined(written.text ?? {}) },
    subjects: (written.subjects as KindName[] | undefined) ?? base?.subjects ?? [],
    inputs: Object.entries(written.inputs ?? {}).map(
      ([pattern, { slots }]): PolicyInput => ({
        pattern,
        slots: Object.fromEntries(
          // The schema has checked `is` against the kinds of the run.
          Object.entries(slots).map(([path, { rule, is, ...slot }]): [string, PolicySlot] => [
            path,
            { ...slot, is: is as Verdict, ...(rule !== undefined && { rule: toRule(rule) }) },
          ]),
        ),
      }),
    ),
  };
  return { ...whole, digest: publicDigest(canonical(whole)) };
}

/** A category ruled anew rules its kinds as well, those aside that are ruled anew themselves. */
function without(
  base: Policy["kinds"] | undefined,
  written: PolicySource,
  kinds: readonly KindLike[],
): Readonly<Record<string, PartRules>> {
  const ruled = new Set(Object.keys(written.rules ?? {}));
  return Object.fromEntries(
    Object.entries(base ?? {}).filter(([name]) => !ruled.has(kinds.find((kind) => kind.name === name)?.category ?? "")),
  );
}

function composeRoles(written: PolicySource, base: Policy | undefined): Readonly<Record<string, RoleRules>> {
  const roles: Record<string, RoleRules> = { ...base?.roles };
  for (const [role, given] of Object.entries(written.roles ?? {})) {
    if (!given) continue;
    roles[role] = {
      rules: { ...roles[role]?.rules, ...resolve(given.rules) },
      kinds: { ...roles[role]?.kinds, ...resolve(given.kinds) },
    };
  }
  return roles;
}

type RuleSource = NonNullable<NonNullable<PolicySource["rules"]>[Category]>;
type SingleSource = Exclude<RuleSource, { readonly value: unknown }>;

function resolve(rules: Readonly<Record<string, RuleSource | undefined>> | undefined): Record<string, PartRules> {
  const resolved: Record<string, PartRules> = {};
  for (const [name, rule] of Object.entries(rules ?? {})) if (rule !== undefined) resolved[name] = toParts(rule);
  return resolved;
}

function toParts(rule: RuleSource): PartRules {
  if (typeof rule === "object" && "value" in rule) {
    const parts = rule as { value: SingleSource; prose?: SingleSource; key?: SingleSource };
    const value = toRule(parts.value);
    return { value, prose: parts.prose ? toRule(parts.prose) : value, key: parts.key ? toRule(parts.key) : value };
  }
  const single = toRule(rule as SingleSource);
  return { value: single, prose: single, key: single };
}

function toRule(rule: SingleSource): Rule {
  const { use, ...options } = (typeof rule === "string" ? { use: rule } : rule) as { use: Rule["transform"] } & Record<string, unknown>;
  // Defaults are written out, so that the digest changes when one of them does.
  return { transform: use, options: transformByName(use).options.parse(options) };
}

/** JSON with sorted keys: one text for all spellings of a policy. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}

function stripUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
