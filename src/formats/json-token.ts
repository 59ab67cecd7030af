import type { Slot } from "./slot.ts";

/** A string unescaped; a number as spelled (`1.50`, 2^53+1), `true`, `false`; `undefined` for null. */
export function readToken(raw: string): string | undefined {
  if (raw.charCodeAt(0) === 34) {
    if (!raw.includes("\\")) return raw.slice(1, -1);
    const value: unknown = JSON.parse(raw);
    return typeof value === "string" ? value : raw;
  }
  return raw === "null" ? undefined : raw;
}

/**
 * A key and what was a string stay strings. Over a number, `true` or `false`, a value that spells a JSON number, or
 * itself `true` or `false`, is written bare, any other as a string. `null` is written as null; as `""` for a key.
 */
export function writeToken(value: string | null, raw: string, slot: Slot): string {
  if (value === null) return slot.part === "key" ? '""' : "null";
  if (slot.part === "key" || raw.charCodeAt(0) === 34) return JSON.stringify(value);
  return /^(?:-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][-+]?\d{1,6})?|true|false)$/.test(value) ? value : JSON.stringify(value);
}
