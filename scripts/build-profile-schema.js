// Writes schemas/profile.schema.json from the schema that profiles are checked by: node scripts/build-profile-schema.js, after npm run build.
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { profileFileSchema } from "../dist/generate/profile.js";

const schema = z.toJSONSchema(profileFileSchema, { target: "draft-2020-12", reused: "ref" });
const url = new URL("../schemas/profile.schema.json", import.meta.url);
writeFileSync(url, `${JSON.stringify({ title: "Scrubjay population profile", ...schema }, null, 2)}\n`);
