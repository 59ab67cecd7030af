import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DeidError, printLocation } from "../../src/errors.ts";
import { kindByName, kinds } from "../../src/identifiers/kinds/index.ts";
import { builtInPolicies } from "../../src/policy/built-in.ts";
import { loadPolicy, type Place, type Policy, policyNames, ruleFor, slotsFor, withSurrogates } from "../../src/policy/index.ts";
import { policyJsonSchema } from "../../src/policy/json-schema.ts";

const rule = (policy: Policy, kind: Parameters<typeof kindByName>[0], place?: Place): string =>
  ruleFor(policy, kindByName(kind), place).transform;

function errorOf(source: string): string {
  try {
    loadPolicy(source, { name: "policy.yaml" });
  } catch (error) {
    if (error instanceof DeidError && error.code === "bad-policy") return `${error.message} (${printLocation(error.location)})`;
  }
  throw new Error("no bad-policy");
}

test("the built-in policies are the files of policies/, and each keeps to its standard", () => {
  for (const name of policyNames) {
    expect(builtInPolicies[name]).toBe(readFileSync(`policies/${name}.yaml`, "utf8"));
    expect(loadPolicy(name)).toMatchObject({ name, standard: name });
  }
});

test("the published schema is that of the program", () => {
  expect(JSON.parse(readFileSync("schemas/policy.schema.json", "utf8"))).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())));
});

test("safe-harbor removes, generalizes or codes each kind, by whose it is and where it stands", () => {
  const policy = loadPolicy("safe-harbor");
  expect([
    rule(policy, "name"),
    rule(policy, "zip"),
    rule(policy, "age"),
    rule(policy, "birth-date"),
    rule(policy, "mrn"),
    rule(policy, "payment-card"),
  ]).toEqual(["redact", "generalize-zip", "cap-age", "generalize-date", "tokenize", "redact"]);
  expect([
    rule(policy, "npi", { role: "provider" }),
    rule(policy, "npi", { role: "provider", part: "prose" }),
    rule(policy, "name", { role: "provider" }),
  ]).toEqual(["tokenize", "redact", "tokenize"]);
  expect([
    rule(policy, "name", { role: "relative" }),
    rule(policy, "facility", { role: "facility" }),
    rule(policy, "phone", { role: "provider" }),
  ]).toEqual(["redact", "redact", "redact"]);
});

test("no kind of a subject is kept under safe-harbor", () => {
  const policy = loadPolicy("safe-harbor");
  const kept = kinds.flatMap((kind) =>
    (["value", "prose", "key"] as const).filter((part) => ["keep", "shift-date"].includes(ruleFor(policy, kind, { part }).transform)),
  );
  expect(kept).toEqual([]);
  expect(rule(loadPolicy("limited-data-set"), "zip")).toBe("keep");
  expect(rule(loadPolicy("limited-data-set"), "street-address")).toBe("redact");
  expect(rule(loadPolicy("expert-determination"), "date")).toBe("shift-date");
});

test("a policy that extends another changes what it names and nothing else", () => {
  const policy = loadPolicy("name: research\nextends: safe-harbor\nkinds:\n  mrn: redact\n  specimen-id: { use: tokenize, shape: true }\n");
  expect([policy.name, policy.standard]).toEqual(["research", "safe-harbor"]);
  expect([rule(policy, "mrn"), rule(policy, "encounter-id"), rule(policy, "zip")]).toEqual(["redact", "tokenize", "generalize-zip"]);
  expect(ruleFor(policy, kindByName("specimen-id"))).toEqual({ transform: "tokenize", options: { shape: true } });
});

test("a category ruled anew rules its kinds as well", () => {
  const policy = loadPolicy("name: strict\nextends: safe-harbor\nrules:\n  B: redact\n");
  expect(rule(policy, "zip")).toBe("redact");
});

test("the digest is of what a policy says, not of how it is written", () => {
  const a = loadPolicy("name: x\nextends: safe-harbor\nkinds:\n  mrn: redact\n  zip: redact\n");
  const b = loadPolicy('{"extends": "safe-harbor", "kinds": {"zip": {"use": "redact"}, "mrn": "redact"}, "name": "x"}');
  expect(a.digest).toBe(b.digest);
  expect(a.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(loadPolicy("name: x\nextends: safe-harbor\nkinds:\n  mrn: redact\n").digest).not.toBe(a.digest);
});

test("a policy may be an object, and is plain data", () => {
  const policy = loadPolicy({ name: "x", extends: "safe-harbor" });
  expect(structuredClone(policy)).toEqual(policy);
});

test("surrogates stand where the policy lists them and would remove", () => {
  const policy = withSurrogates(loadPolicy("safe-harbor"), kinds);
  expect([
    rule(policy, "name"),
    rule(policy, "phone"),
    rule(policy, "street-address"),
    rule(policy, "city"),
    rule(policy, "mrn"),
    rule(policy, "name", { part: "key" }),
  ]).toEqual(["surrogate", "surrogate", "surrogate", "surrogate", "tokenize", "redact"]);
});

test("a classification of the user's own is found by the input's name", () => {
  const policy = loadPolicy(`
name: mine
extends: safe-harbor
inputs:
  "patients*.csv":
    slots:
      Id: { is: patient-id }
      NOTE: { is: prose, evidence: { by: values, entriesRead: 1000, why: long sentences } }
      CODE: { is: clinical, rule: keep }
`);
  expect(slotsFor(policy, "Patients-2021.csv")).toMatchObject({
    Id: { is: "patient-id" },
    CODE: { is: "clinical", rule: { transform: "keep", options: {} } },
  });
  expect(slotsFor(policy, "encounters.csv")).toBe(null);
});

test.each([
  ["name: x\nextends: safe-harbor\nrulez: {}\n", "the policy is not valid: unknown key (policy.yaml, line 3)"],
  ["name: x\nextends: safe-harbor\nrules:\n  C: mask\n", "the policy is not valid: not a rule (policy.yaml, line 4, at rules.C)"],
  [
    "name: x\nextends: safe-harbor\nkinds:\n  zip: { use: generalize-zip, az: prefix }\n",
    "the policy is not valid: unknown key (policy.yaml, line 4, at kinds.zip)",
  ],
  ["name: x\nextends: safe-harbor\nkinds:\n  zipp: redact\n", "the policy is not valid: unknown key (policy.yaml, line 4, at kinds)"],
  [
    "name: x\nrules:\n  A: redact\nstandard: safe-harbor\n",
    "the policy is not valid: it has no rule for category B (policy.yaml, at rules)",
  ],
  ["name: x\n", "the policy is not valid: it names neither a standard nor a policy to extend (policy.yaml)"],
  ["name: x\nextends: safe-harbor\nname: y\n", "the policy is not valid: not valid YAML (duplicate key) (policy.yaml, line 3)"],
  ["name: [x\n", "the policy is not valid: not valid YAML (bad indent) (policy.yaml, line 2)"],
  ["", "the policy is not valid: expected object, received null (policy.yaml, line 1)"],
  [
    "name: x\nextends: safe-harbor\nrules:\n  C: shift-date\n",
    'policy "x": C uses "shift-date", which safe-harbor does not permit (at rules.C)',
  ],
  ["name: x\nextends: safe-harbor\nkinds:\n  mrn: keep\n", 'policy "x": mrn uses "keep", which safe-harbor does not permit (at kinds.mrn)'],
  [
    "name: x\nextends: safe-harbor\nsurrogates: [birth-date]\n",
    'policy "x": birth-date uses "surrogate", which safe-harbor does not permit (at surrogates)',
  ],
  [
    "name: x\nextends: limited-data-set\nkinds:\n  street-address: keep\n",
    'policy "x": street-address uses "keep", which limited-data-set does not permit (at kinds.street-address)',
  ],
  [
    "name: x\nextends: safe-harbor\nkinds:\n  ssn: cap-age\n",
    'policy "x": ssn uses "cap-age", which is for category C only (at kinds.ssn)',
  ],
  [
    "name: x\nextends: safe-harbor\ninputs:\n  a.csv:\n    slots:\n      Jane Doe: { is: mrn, rule: keep }\n",
    'policy "x": mrn uses "keep", which safe-harbor does not permit (at inputs.#1.slots.#1.rule)',
  ],
  [
    "name: x\nextends: safe-harbor\ninputs:\n  a.csv:\n    slots:\n      Jane Doe: { is: mrm }\n",
    "the policy is not valid: not a kind, prose, clinical or unknown (policy.yaml, line 6, at inputs.#.slots.#.is)",
  ],
])("refuses %j", (source, message) => {
  expect(errorOf(source)).toBe(message);
});
