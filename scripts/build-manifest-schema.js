// Writes schemas/manifest.schema.json from the schema in src/evidence/manifest.ts; wants a build (`npm run build`).
import { mkdirSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { manifestSchema } from "../dist/evidence/manifest.js";

const folder = new URL("../schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("manifest.schema.json", folder), `${JSON.stringify(z.toJSONSchema(manifestSchema), null, 2)}\n`);
