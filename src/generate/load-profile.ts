import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { DeidError } from "../errors.ts";
import { shippedProfileText } from "../io/shipped.ts";
import { builtProfile } from "./built-profile.ts";
import { careProblem } from "./profile/check-care.ts";
import { healthProblem } from "./profile/check-health.ts";
import { peopleProblem } from "./profile/check-people.ts";
import { issueOf } from "./profile/issue.ts";
import type { Profile } from "./profile.ts";
import { defaultSections, profileFileSchema, profileSchema } from "./profile.ts";

/** Gives the text of the profile that another one extends; undefined for one that does not exist. */
export type ProfileSource = (name: string) => string | undefined;

/**
 * Reads a profile written in YAML, with the profiles it extends. Throws `bad-profile`, which names the file and line:
 * for what is no YAML, for unknown keys, values out of range, keys that are nowhere given, and a circle of `extends`.
 * `name` is only for messages. What it may extend are the shipped profiles, unless `source` is given.
 */
export function loadProfile(text: string, name: string, source: ProfileSource = shippedProfileText): Profile {
  const built = builtProfile(name, text, source);
  if (built) return built;
  const merged = merge(defaultSections, resolve(text, name, source, [name]));
  const whole = profileSchema.safeParse(merged);
  if (whole.success) {
    const problem = healthProblem(whole.data) ?? careProblem(whole.data) ?? peopleProblem(whole.data);
    if (!problem) return whole.data;
    const lines = new LineCounter();
    const { offset, isWhole } = offsetOf(parseDocument(text, { lineCounter: lines }), problem.path);
    // What the extended profile says wrong has no line here.
    const line = isWhole && offset !== undefined ? { line: lines.linePos(offset).line } : {};
    throw new DeidError("bad-profile", problem.message, { input: name, ...line, at: problem.path.join(".") });
  }
  const { path } = issueOf(profileSchema, whole.error);
  throw new DeidError("bad-profile", `${path.join(".")} is not given`, { input: name }, "give it, or extend a profile that does");
}

type Sections = Record<string, unknown>;

function resolve(text: string, name: string, source: ProfileSource, chain: readonly string[]): Sections {
  const { extends: base, ...own } = readFile(text, name);
  if (base === undefined) return own;
  if (chain.includes(base)) throw new DeidError("bad-profile", "extends leads back to the profile itself", { input: name, at: "extends" });
  const baseText = source(base);
  if (baseText === undefined)
    throw new DeidError("bad-profile", "extends names a profile that does not exist", { input: name, at: "extends" });
  return merge(resolve(baseText, base, source, [...chain, base]), own);
}

/** Section by section and key by key; what stands deeper is replaced whole, but for how often what happens: there down to the figure. */
function merge(base: Sections, own: Sections): Sections {
  const merged = { ...base };
  for (const [key, value] of Object.entries(own)) merged[key] = laidOver(merged[key], value, key === "encounters" ? 3 : 1);
  return merged;
}

function laidOver(base: unknown, own: unknown, depth: number): unknown {
  if (depth === 0 || !isSection(base) || !isSection(own)) return own;
  return { ...base, ...Object.fromEntries(Object.entries(own).map(([key, value]) => [key, laidOver(base[key], value, depth - 1)])) };
}

const isSection = (value: unknown): value is Sections => typeof value === "object" && value !== null && !Array.isArray(value);

function readFile(text: string, name: string): z.infer<typeof profileFileSchema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  // The library's message may quote the file.
  if (broken) {
    const place = { input: name, line: lines.linePos(broken.pos[0]).line };
    throw new DeidError("bad-profile", "not valid YAML", place, "a text with any of : # [ ] { } , wants quotes; tabs are no indentation");
  }
  const parsed = profileFileSchema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (parsed.success) return parsed.data;
  const { path, message, hint } = issueOf(profileFileSchema, parsed.error);
  const { offset } = offsetOf(document, path);
  const line = offset === undefined ? {} : { line: lines.linePos(offset).line };
  throw new DeidError("bad-profile", message, { input: name, ...line, ...(path.length === 0 ? {} : { at: path.join(".") }) }, hint);
}

/** Where a path's last key begins that there is, or else the file's content. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): { readonly offset: number | undefined; readonly isWhole: boolean } {
  let steps = 0;
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0];
  for (const step of path) {
    if (isSeq(node) && typeof step === "number") {
      const item: unknown = node.items[step];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
      steps++;
      continue;
    }
    if (!isMap(node)) break;
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    if (!pair) break;
    if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
    steps++;
  }
  return { offset, isWhole: steps === path.length };
}
