import type { Json } from "./faults.ts";
import { type Facts, usCore } from "./us-core.ts";

/** The short names of the profiles that a resource says it follows. */
export const claimed = (resource: Json): readonly string[] =>
  ((resource.meta as { readonly profile?: readonly string[] } | undefined)?.profile ?? []).map((url) =>
    url.slice(url.lastIndexOf("/") + 1),
  );

/** What a resource lacks or has otherwise than the profiles of US Core that it claims: `us-core-patient: no gender`. */
export function usCoreFaults(resource: Json, typeOf: (id: string) => string | undefined): readonly string[] {
  return claimed(resource).flatMap((name) => {
    const facts = usCore[name];
    return facts === undefined ? [`${name}: unknown`] : [...faultsOf(resource, facts, typeOf)].map((fault) => `${name}: ${fault}`);
  });
}

/** What a server must be able to give that is in none of the resources that claim the profile: `us-core-patient name.suffix`. */
export function neverGiven(resources: readonly Json[]): readonly string[] {
  const byProfile = new Map<string, Json[]>();
  for (const resource of resources) {
    for (const name of claimed(resource)) {
      const list = byProfile.get(name);
      if (list) list.push(resource);
      else byProfile.set(name, [resource]);
    }
  }
  return Object.entries(usCore).flatMap(([name, { must }]) =>
    must
      .split(" ")
      .filter((ask) => !byProfile.get(name)?.some((resource) => isThere(resource, ask)))
      .map((ask) => `${name} ${ask}`),
  );
}

function* faultsOf(resource: Json, facts: Facts, typeOf: (id: string) => string | undefined): Generator<string> {
  if (resource.resourceType !== facts.type) yield `a ${resource.resourceType}`;
  for (const ask of facts.mandatory.split(" ")) if (!inEach(resource, ask)) yield `no ${ask}`;
  for (const [path, codes] of Object.entries(facts.codes ?? {})) {
    for (const value of valuesAt(resource, path)) if (!codes.split(" ").includes(String(value))) yield `${path}: not among ${codes}`;
  }
  for (const [path, types] of Object.entries(facts.targets ?? {})) {
    for (const reference of valuesAt(resource, `${path}.reference`)) {
      const type = typeOf(String(reference).slice(-36));
      if (type === undefined || !types.split(" ").includes(type)) yield `${path}: leads to ${type}`;
    }
  }
  for (const [given, asked] of facts.rules ?? []) if (isThere(resource, given) && !isThere(resource, asked)) yield `no ${asked}`;
}

const isThere = (resource: Json, ask: string): boolean =>
  split(ask).some(({ path, among }) => valuesAt(resource, path).some((value) => among?.includes(String(value)) ?? true));

/** Of `a.b`, whether each a has b; of one with a value, whether it is there at all. */
function inEach(resource: Json, ask: string): boolean {
  const ways = split(ask);
  const [first] = ways;
  if (first!.among !== undefined || !first!.path.includes(".")) return isThere(resource, ask);
  const parent = first!.path.slice(0, first!.path.lastIndexOf("."));
  return valuesAt(resource, parent).every((item) =>
    ways.some(
      ({ path }) =>
        (path.startsWith(`${parent}.`) ? valuesAt(item as Json, path.slice(parent.length + 1)) : valuesAt(resource, path)).length > 0,
    ),
  );
}

/** `a/b=1|2`: the ways in which it may be met. A value may hold slashes. */
function split(ask: string): readonly { readonly path: string; readonly among?: readonly string[] }[] {
  const equals = ask.indexOf("=");
  if (equals < 0) return ask.split("/").map((path) => ({ path }));
  const paths = ask.slice(0, equals).split("/");
  const among = ask.slice(equals + 1).split("|");
  return paths.map((path, i) => (i === paths.length - 1 ? { path, among } : { path }));
}

function valuesAt(value: unknown, path: string): readonly unknown[] {
  let found: readonly unknown[] = [value];
  for (const step of path.split(".")) {
    const [name, extension] = step.replace("]", "").split("[");
    found = found
      .flatMap((each) => (each as Json | undefined)?.[name!])
      .filter((each) => each !== undefined && each !== null)
      .filter(
        (each) =>
          extension === undefined ||
          String((each as Json).url)
            .split("/")
            .at(-1) === extension,
      );
  }
  return found;
}
