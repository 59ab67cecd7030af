import { z } from "zod";
import { DeidError } from "../errors.ts";
import type { Kind } from "../identifiers/kind.ts";
import type { Codes } from "../secret/codes.ts";
import { defineTransform, type Edit } from "./transform.ts";

const domain = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/)
  .optional()
  .describe("Values that share a domain and are equal get one code. Default: the kind's own.");

const shape = z
  .boolean()
  .default(false)
  .describe("Codes of the same length and character classes as the value, for in-house ids; a shape with under 10^6 members is removed.");

/** The same value has the same code everywhere under one domain: with a key in every run, without one in this run. */
export const tokenize = defineTransform({
  name: "tokenize",
  title: "replaces the value by a code: keyed where there is a key, else assigned at random",
  options: { domain, shape },
  derivation: (keyed) => (keyed ? "keyed" : "assigned"),
  compile: (kind, options, run) => codesOf(kind, run.codes, options),
});

/** As `tokenize`, for policies that must not have codes that are a function of an identifier (164.514(c)(1)). */
export const assign = defineTransform({
  name: "assign",
  title: "replaces the value by a code assigned at random, never by a keyed one",
  options: { domain, shape },
  derivation: () => "assigned",
  compile: (kind, options, run) => {
    if (run.codes.derivation !== "assigned")
      throw new DeidError(
        "bad-policy",
        `"assign" for ${kind.name}: with a key alone, codes are keyed`,
        undefined,
        "give --vault as well, or no key, or use tokenize",
      );
    return codesOf(kind, run.codes, options);
  },
});

function codesOf(kind: Kind, codes: Codes, options: { readonly domain?: string | undefined; readonly shape: boolean }): Edit {
  const domain = options.domain ?? domainOf(kind);
  if (!options.shape)
    return (value) => {
      const normalized = identityOf(kind, value);
      return normalized === "" ? null : codes.token(domain, normalized);
    };
  const reason = whyNotShaped(kind);
  if (reason)
    throw new DeidError(
      "bad-policy",
      `"shape" for ${kind.name}: ${reason}`,
      undefined,
      "use tokenize without shape: its codes look like nothing else",
    );
  return (value) => {
    // Two ids may differ by case alone: the kind knows, and gives one spelling for what is one.
    const core = kind.normalize(value).replace(/[^A-Za-z0-9]/g, "");
    const written = value.replace(/[^A-Za-z0-9]/g, "");
    if (core.toUpperCase() !== written.toUpperCase()) return null;
    const code = codes.shaped(domain, core);
    return code === null ? null : layOut(code, value, core !== written);
  };
}

/** The identity domain of a kind's values; its own name where it has no other. */
export function domainOf(kind: Kind): string {
  return kind.domain ?? kind.name;
}

/** The one spelling of a value; empty for a text without a letter or digit, which is no identifier. */
export function identityOf(kind: Kind, value: string): string {
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if ((unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122) || (unit > 0x7f && /[\p{L}\p{N}]/u.test(value.slice(i))))
      return kind.normalize(value);
  }
  return "";
}

/** Numbers that are dense with real people or things: a code of the same shape would be somebody's. */
function whyNotShaped(kind: Kind): string | null {
  const dense = "a code of the same shape would be somebody's real number";
  if ("ABCDEFGIKLNOPQ".includes(kind.category)) return dense;
  return denseKinds.has(kind.name) ? dense : null;
}

/** Of the categories that hold in-house ids as well: H, J, M and R. */
const denseKinds: ReadonlySet<string> = new Set(["payment-card", "bank-account", "npi", "tax-id", "udi", "mac-address", "imei", "uuid"]);

/** The letters and digits of `code` in the places and the punctuation of `value`; in its case too, where case says nothing. */
function layOut(code: string, value: string, recase: boolean): string | null {
  let text = "";
  let at = 0;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    const isLower = unit >= 97 && unit <= 122;
    if (isLower || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90)) {
      const written = code[at++]!;
      text += !recase ? written : isLower ? written.toLowerCase() : written.toUpperCase();
    } else if (unit > 0x7f) return null;
    else text += value[i]!;
  }
  return text;
}
