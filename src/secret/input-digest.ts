import { createHmac, randomBytes } from "node:crypto";
import type { Secret } from "./key.ts";

/** Sums the bytes of an input under a key, so that the sum is no oracle for what the input held. */
export interface InputDigest {
  update(bytes: Uint8Array): void;
  /** 64 hex digits; ends the sum. */
  hex(): string;
}

/** Digests of one run: under the run's key, or under random bytes that are forgotten with the run. */
export function inputDigests(secret: Secret | undefined): () => InputDigest {
  const key = secret ? secret.derive("input", "") : randomBytes(32);
  return () => {
    const hmac = createHmac("sha256", key);
    return { update: (bytes) => void hmac.update(bytes), hex: () => hmac.digest("hex") };
  };
}

/** Two random words that key the digests of a roster. */
export function randomWords(): readonly [number, number] {
  const bytes = randomBytes(8);
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
}
