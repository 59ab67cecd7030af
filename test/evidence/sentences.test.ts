import { expect, test } from "vitest";
import { type Claims, sentencesFor } from "../../src/evidence/sentences.ts";

const claims: Claims = {
  standard: "safe-harbor",
  policy: "safe-harbor",
  codes: "assigned",
  surrogates: false,
  surveyed: true,
  timesKept: true,
  prose: true,
};

test("assigned codes are no function of an identifier; keyed ones are, and the manifest says so", () => {
  expect(sentencesFor(claims).join(" ")).toContain("nothing in the output is a function of an identifier");
  const keyed = sentencesFor({ ...claims, codes: "keyed", determination: "EX-7" }).join(" ");
  expect(keyed).toContain("release outside the entity wants an expert's determination");
  expect(keyed).toContain("EX-7");
  expect(keyed).not.toContain("assigned at random");
});

test("a limited data set asks for its agreement", () => {
  expect(sentencesFor({ ...claims, standard: "limited-data-set" }).join(" ")).toContain("none was named for this run");
  expect(sentencesFor({ ...claims, standard: "limited-data-set", dataUseAgreement: "DUA-3" }).join(" ")).toContain("DUA-3");
});

test("no sentence claims compliance or anonymity", () => {
  for (const standard of ["safe-harbor", "limited-data-set", "expert-determination"] as const) {
    for (const codes of ["assigned", "keyed"] as const) {
      expect(sentencesFor({ ...claims, standard, codes, surrogates: "varied" }).join(" ")).not.toMatch(/complian|anonym/i);
    }
  }
});
