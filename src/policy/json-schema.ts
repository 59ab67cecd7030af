import { z } from "zod";
import { kinds } from "../identifiers/kinds/index.ts";
import { policySchema } from "./schema.ts";

/** The JSON Schema (2020-12) of a policy file, as published at schemas/policy.schema.json. */
export function policyJsonSchema(): unknown {
  const names = kinds.map(({ name }) => name) as unknown as [string, ...string[]];
  return { title: "Scrubjay policy", ...z.toJSONSchema(policySchema(names), { io: "input" }) };
}
