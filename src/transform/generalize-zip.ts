import { z } from "zod";
import { keepsZip3 } from "../tables/zip3.ts";
import { defineTransform } from "./transform.ts";

/**
 * The first three digits of a ZIP where their area holds more than 20,000 people, else 000 (45 CFR 164.514(b)(2)(i)(B)).
 * Reads ZIP, ZIP+4 with and without the dash, and those that lost their leading zeros to a number column; 000 for what
 * looks like a ZIP of no known area, null for a foreign postal code and everything else.
 */
export const generalizeZip = defineTransform({
  name: "generalize-zip",
  title: "leaves three digits of a ZIP, or 000 where 20,000 people or fewer live",
  fits: "B",
  options: {
    as: z.enum(["prefix", "five-digits"]).default("prefix").describe("`021`, or `02100` where the type asks for five digits."),
    input: z.enum(["zip", "zip3"]).default("zip").describe("`zip3`: three digits in the input are a prefix already."),
    alsoRestricted: z
      .array(z.string().regex(/^[0-9]{3}$/))
      .default([])
      .describe("Prefixes that become 000 beside those of the table."),
  },
  derivation: () => "generalized",
  compile: (_kind, options) => {
    const also = new Set(options.alsoRestricted);
    const tail = options.as === "prefix" ? "" : "00";
    const written = new Map<string, string>();
    return (value) => {
      const prefix = prefixOf(value.trim(), options.input === "zip3");
      if (prefix === null) return null;
      let output = written.get(prefix);
      if (output === undefined) {
        output = (keepsZip3(prefix) && !also.has(prefix) ? prefix : "000") + tail;
        written.set(prefix, output);
      }
      return output;
    };
  },
});

function prefixOf(text: string, isZip3: boolean): string | null {
  if (isFiveDigits(text)) return text.slice(0, 3);
  const match = /^([0-9]{3,9})(?:\.0{1,2})?$|^([0-9]{4,5})[- –]{1,3}[0-9]{4}$|^([0-9]{3})(?:\*{2}|[xX]{2})$/.exec(text);
  if (!match) return null;
  if (match[3]) return match[3];
  const digits = match[1] ?? match[2]!;
  // 501, 544 and 601 to 988 may be whole ZIPs of New York, Puerto Rico and the Virgin Islands that lost two zeros.
  if (digits.length === 3) return isZip3 || Number(digits) <= 500 ? digits : "000";
  if (digits.length <= 5) return digits.padStart(5, "0").slice(0, 3);
  return digits.length >= 7 ? digits.padStart(9, "0").slice(0, 3) : null;
}

/** What most cells are; nine of ten spare the expression. */
function isFiveDigits(text: string): boolean {
  if (text.length !== 5) return false;
  for (let i = 0; i < 5; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}
