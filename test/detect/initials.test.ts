import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/detect/finding.ts";
import { findInitials } from "../../src/detect/initials.ts";
import { sentenceOf } from "../../src/detect/people.ts";
import { tokenize } from "../../src/detect/tokens.ts";
import { createWords } from "../../src/detect/words.ts";

const words = createWords();

/** Initials in a text where `names` were found. */
function initials(text: string, ...names: string[]): string[] {
  const found = names.map((name): Finding => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, kind: "name", strength: "contextual", detector: "names" };
  });
  return findInitials(sentenceOf(tokenize(text), words), found).map(({ start, end }) => text.slice(start, end));
}

describe("initials of somebody who was named", () => {
  test("stand in pairs behind a wide gap, in capitals or small letters", () => {
    expect(initials("Orla Quist, MD    oq/tb\n", "Orla Quist")).toEqual(["oq", "tb"]);
    expect(initials("Orla Quist-Bell, MD\nOQB:tb   Encl.", "Orla Quist-Bell")).toEqual(["OQB", "tb"]);
    // Both in capitals, where the first are those of a name; `ER` is a ward elsewhere.
    expect(initials("ERIN C. RUSSELL, MD\nT: 02-20-2025   ER:DP\n", "ERIN C. RUSSELL")).toEqual(["ER", "DP"]);
    expect(initials("Orla Quist, MD\nUA:WNL\nseen in ER\n", "Orla Quist")).toEqual([]);
  });
  test("stand alone where people sign, and inside a sentence when no abbreviation explains them", () => {
    expect(initials("Seen with Orla M. Quist. Site marked OMQ.\nOQ", "Orla M. Quist")).toEqual(["OMQ", "OQ"]);
    expect(initials("Client initials K.O. (Kemi Oyelaran)", "Kemi Oyelaran")).toEqual(["K.O."]);
    expect(initials("QUIST, ORLA\nplan as above\noq 3/4", "QUIST, ORLA")).toEqual(["oq"]);
  });
  test("are not looked for in what medicine abbreviates", () => {
    expect(initials("Bea Parr: BP 120/80, n/v, PT/inr 1.1 and P.O. meds", "Bea Parr")).toEqual([]);
  });
});

describe("initials of nobody known", () => {
  test("stand in pairs at the end of a line, behind the end of a message, behind who typed", () => {
    expect(initials("D: 3/4   T: 3/5   RQU/jsk   Job 4410928")).toEqual(["RQU", "jsk"]);
    expect(initials("No need to stop it. A.V.\nthank you -T\nUS today by kmt, fellow    t. dbx")).toEqual(["A.V.", "kmt", "dbx"]);
  });
  test("are not read from ratios, tests and routes", () => {
    expect(initials("INR/pt\n  CT/abd\nGiven P.O.\nseen by me\nRRR, s1/s2\n  HEENT: ok")).toEqual([]);
  });
});
