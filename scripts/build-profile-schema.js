// Writes schemas/profile.schema.json from the schema that profiles are checked by, and docs/profile-reference.md from that: node scripts/build-profile-schema.js, after npm run build.
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { profileFileSchema } from "../dist/generate/profile.js";
import { profileReference } from "./profile-reference.js";

const schema = z.toJSONSchema(profileFileSchema, { target: "draft-2020-12", reused: "ref" });
const titled = { title: "Scrubjay population profile", ...schema };
writeFileSync(new URL("../schemas/profile.schema.json", import.meta.url), `${JSON.stringify(titled, null, 2)}\n`);
writeFileSync(new URL("../docs/profile-reference.md", import.meta.url), profileReference(titled));
