import { z } from "zod";
import { parseAge } from "../calendar/index.ts";
import { defineTransform } from "./transform.ts";

/** Ages up to 89 stay; all others become one class, 90 or older (45 CFR 164.514(b)(2)(i)(C)). Months and words are read too. */
export const capAge = defineTransform({
  name: "cap-age",
  title: "leaves ages up to 89; older ones become 90+",
  fits: "C",
  options: { as: z.enum(["90+", "90"]).default("90+").describe("How the class is written: `90` where the type asks for a number.") },
  derivation: () => "generalized",
  compile: (_kind, options) => (value) => {
    const age = parseAge(value);
    if (!age) return null;
    if (age.years < 90 && !(age.isOpen && age.years >= 89)) return value;
    if (age.unit !== "years" || age.isOpen) return options.as;
    return value.slice(0, age.start) + options.as + value.slice(age.end);
  },
});
