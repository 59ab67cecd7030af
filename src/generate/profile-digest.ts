import type { Profile } from "./profile.ts";

/** The first 16 hexadecimal digits of the SHA-256 of the whole profile, keys in order: says which figures were drawn from. */
export async function profileDigest(profile: Profile): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(inOrder(profile)));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, below]) => [key, inOrder(below)]));
}
