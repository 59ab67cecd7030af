// Writes what is derived from src/policy: schemas/policy.schema.json, and src/policy/built-in.ts from policies/*.yaml.
// `npm run build && node scripts/build-schemas.js`; tests check that both are current.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("..", import.meta.url);

const names = ["safe-harbor", "limited-data-set", "expert-determination"];
const found = readdirSync(new URL("policies", root)).filter((name) => name.endsWith(".yaml"));
if (found.length !== names.length) throw new Error("policies/ and this list disagree");
const entries = names.map(
  (name) => `  ${JSON.stringify(name)}:\n    ${JSON.stringify(readFileSync(new URL(`policies/${name}.yaml`, root), "utf8"))},\n`,
);
writeFileSync(
  new URL("src/policy/built-in.ts", root),
  `/** The files of policies/, so that no file system is needed. Written by scripts/build-schemas.js. */\nexport const builtInPolicies = {\n${entries.join("")}} as const;\n`,
);

if (!process.argv.includes("--policies")) {
  const { policyJsonSchema } = await import(new URL("dist/policy/json-schema.js", root).href);
  mkdirSync(new URL("schemas", root), { recursive: true });
  writeFileSync(new URL("schemas/policy.schema.json", root), `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
}
