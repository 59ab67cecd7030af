import { createHash } from "node:crypto";

/** SHA-256 in hex of what is public: a policy, an output. Of an input it would be an oracle. */
export function publicDigest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
