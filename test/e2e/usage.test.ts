import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorCodes } from "../../src/errors.ts";
import { allTextIn, folderOf, scrubjay, valuesIn } from "../support/command.ts";
import { header, patients, planted, plantedValues } from "../support/sample.ts";

const hexKey = "8f3a61c07d2e94b5a1f6083d5c7be92046af13d87be05c29f4a6d1b83e70925c";

describe("help", () => {
  test.for([
    ["--help"],
    ["deidentify", "--help"],
    ["classify", "--help"],
    ["generate", "--help"],
    ["verify", "--help"],
    ["detect", "--help"],
    ["evaluate", "text", "--help"],
    ["key", "new", "--help"],
    ["list", "--help"],
  ])("%j prints usage", async (args) => {
    const { code, stdout, stderr } = await scrubjay(args);
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: scrubjay");
    expect(stderr).toBe("");
  });

  test("every command but the first page has an example", async () => {
    for (const command of ["deidentify", "classify", "generate", "verify", "detect", "list"]) {
      expect((await scrubjay([command, "--help"])).stdout).toMatch(/Examples?:/);
    }
  });

  test("--version prints the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect((await scrubjay(["--version"])).stdout).toBe(`${version}\n`);
  });

  test.for(["kinds", "formats", "transforms", "policies", "profiles"])("list %s lists", async (what) => {
    const { code, stdout } = await scrubjay(["list", what]);
    expect(code).toBe(0);
    expect(stdout.trim().split("\n").length).toBeGreaterThan(1);
  });
});

describe("usage", () => {
  test.for([
    ["an unknown command", ["scrub", planted.ssn]],
    ["an unknown option", ["deidentify", "p.csv", `--${planted.family}`, "--out", "x"]],
    ["an argument too many", ["verify", "a", planted.ssn]],
    ["no output", ["deidentify", "p.csv"]],
    ["an option's value that is not allowed", ["deidentify", "p.csv", "--out", "x", "--on-error", planted.family]],
    ["a date that is none", ["deidentify", "p.csv", "--out", "x", "--as-of", planted.ssn]],
    ["a number that is none", ["deidentify", "p.csv", "--out", "x", "--workers", planted.family]],
    ["two keys", ["deidentify", "p.csv", "--out", "x", "--key-env", "K", "--key-file", "k"]],
    ["no input", ["deidentify", "--out", "x"]],
    ["no such policy", ["deidentify", "p.csv", "--out", "x", "--policy", planted.family]],
  ] as const)("%s exits with 2 and repeats nothing of what was typed", async ([, args]) => {
    const folder = folderOf({ "p.csv": patients });
    const { code, stdout, stderr } = await scrubjay(args, { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^scrubjay: bad-(?:usage|policy): /m);
    expect(stderr).not.toContain("    at ");
    expect(valuesIn(stdout + stderr, plantedValues)).toEqual([]);
  });

  test.for(["nothing.csv", "*.none"])("an input that does not exist exits with 4: %s", async (name) => {
    const { code, stderr } = await scrubjay(["deidentify", name, "--out", "x"], { cwd: folderOf() });
    expect(stderr).toContain("input-missing:");
    expect(code).toBe(4);
  });

  test("an input that does not exist is not named: its name may be a patient's", async () => {
    const { stderr } = await scrubjay(["deidentify", `${planted.given} ${planted.family}.csv`, "--out", "x"], { cwd: folderOf() });
    expect(valuesIn(stderr, plantedValues)).toEqual([]);
  });

  test("--json prints one JSON document on standard output", async () => {
    const folder = folderOf({ "p.csv": patients });
    const { code, stdout } = await scrubjay(["deidentify", "p.csv", "--out", "out/", "--json"], { cwd: folder });
    expect(code).toBe(0);
    expect(typeof JSON.parse(stdout)).toBe("object");
    expect(valuesIn(stdout, plantedValues)).toEqual([]);
  });
});

describe("policies", () => {
  test.for([
    ["an unknown key", "extends: safe-harbor\nname: p\nrule: {}\n"],
    ["a transform that the standard does not permit", "extends: safe-harbor\nname: p\nrules:\n  C: shift-date\n"],
    ["no YAML", `{ ${planted.family}: [\n`],
    ["no policy", `${planted.family}\n`],
  ] as const)("%s exits with 2 and quotes nothing", async ([, text]) => {
    const folder = folderOf({ "p.csv": patients, "p.yaml": text });
    const { code, stderr } = await scrubjay(["deidentify", "p.csv", "--out", "x", "--policy", "p.yaml"], { cwd: folder });
    expect(stderr).toContain("bad-policy:");
    expect(code).toBe(2);
    expect(valuesIn(stderr, plantedValues)).toEqual([]);
  });

  test("classify drafts a policy that deidentify takes; a new column is drift and exits with 3", async () => {
    const folder = folderOf({ "p.csv": patients });
    const drafted = await scrubjay(["classify", "p.csv", "--out", "policy.yaml"], { cwd: folder });
    expect(drafted.code).toBe(0);
    const policy = readFileSync(join(folder, "policy.yaml"), "utf8");
    for (const column of header.split(",")) expect(policy).toContain(column);
    expect(valuesIn(policy + drafted.stdout + drafted.stderr, plantedValues)).toEqual([]);

    expect((await scrubjay(["deidentify", "p.csv", "--out", "out/", "--policy", "policy.yaml"], { cwd: folder })).code).toBe(0);

    const wider = patients
      .split("\n")
      .map((line, i) => (line === "" ? "" : `${line},${i === 0 ? "COMMENT" : "fine"}`))
      .join("\n");
    writeFileSync(join(folder, "p.csv"), wider);
    const { code, stderr } = await scrubjay(["deidentify", "p.csv", "--out", "out2/", "--policy", "policy.yaml"], { cwd: folder });
    expect(stderr).toContain("schema-drift:");
    expect(code).toBe(3);
    expect(existsSync(join(folder, "out2/p.csv"))).toBe(false);
  });
});

describe("keys", () => {
  const run = (folder: string, args: readonly string[], env: Record<string, string> = {}) =>
    scrubjay(["deidentify", "p.csv", "--out", "out/", "--force", ...args], { cwd: folder, env });

  test("key new makes a file for its owner only, prints no key and replaces none", async () => {
    const folder = folderOf();
    const { code, stdout, stderr } = await scrubjay(["key", "new", "--out", "k"], { cwd: folder });
    expect(code).toBe(0);
    const key = readFileSync(join(folder, "k"), "utf8").trim();
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(stdout + stderr).not.toContain(key);
    expect(statSync(join(folder, "k")).mode & 0o777).toBe(0o600);
    expect((await scrubjay(["key", "new", "--out", "k"], { cwd: folder })).code).toBe(2);
    expect(readFileSync(join(folder, "k"), "utf8").trim()).toBe(key);
  });

  test("a key from a file, the environment or a command gives the same output, run after run, and stands nowhere", async () => {
    const folder = folderOf({ "p.csv": patients, k: hexKey, k64: `${Buffer.from(hexKey, "hex").toString("base64")}\n` });
    for (const name of ["k", "k64"]) chmodSync(join(folder, name), 0o600);
    const outputs = new Set<string>();
    for (const [args, env] of [
      [["--key-file", "k"], {}],
      [["--key-file", "k64"], {}],
      [["--key-env", "STUDY_KEY"], { STUDY_KEY: hexKey }],
      [["--key-command", "cat k"], {}],
    ] as const) {
      const { code, stdout, stderr } = await run(folder, args, env);
      expect(code).toBe(0);
      outputs.add(readFileSync(join(folder, "out/p.csv"), "utf8"));
      expect(valuesIn(stdout + stderr + allTextIn(join(folder, "out")), [hexKey, hexKey.slice(0, 32), ...plantedValues])).toEqual([]);
    }
    expect(outputs.size).toBe(1);
    const { codes, sentences } = JSON.parse(readFileSync(join(folder, "out/manifest.json"), "utf8"));
    expect(codes.derivation).toBe("keyed");
    expect(sentences.join(" ")).toContain("164.514(c)(1)");
  });

  test("without a key, codes are assigned at random and another run gives others", async () => {
    const folder = folderOf({ "p.csv": patients });
    const outputs = new Set<string>();
    for (const _ of [1, 2]) {
      expect((await run(folder, [])).code).toBe(0);
      outputs.add(readFileSync(join(folder, "out/p.csv"), "utf8").split("\n")[1]!.split(",")[0]!);
    }
    expect(outputs.size).toBe(2);
    expect(JSON.parse(readFileSync(join(folder, "out/manifest.json"), "utf8")).codes).toEqual({ derivation: "assigned", key: null });
  });

  test("a key file that others can read exits with 5", async () => {
    const folder = folderOf({ "p.csv": patients, k: hexKey });
    chmodSync(join(folder, "k"), 0o644);
    const { code, stderr } = await run(folder, ["--key-file", "k"]);
    expect(stderr).toContain("key-exposed:");
    expect(code).toBe(5);
    expect(stderr).not.toContain(hexKey);
  });

  test.for([
    ["too short", hexKey.slice(2)],
    ["too long", `${hexKey}00`],
    ["not hex", `${hexKey.slice(1)}x`],
    ["empty", ""],
  ] as const)("a key that is %s exits with 5 and is not told", async ([, key]) => {
    const folder = folderOf({ "p.csv": patients });
    const { code, stdout, stderr } = await run(folder, ["--key-env", "STUDY_KEY"], { STUDY_KEY: key });
    expect(stderr).toMatch(/key-(?:invalid|missing):/);
    expect(code).toBe(5);
    expect(stdout + stderr).not.toContain(hexKey.slice(2, 40));
  });

  test("no such key exits with 5", async () => {
    const folder = folderOf({ "p.csv": patients });
    expect((await run(folder, ["--key-file", "none"])).code).toBe(5);
    expect((await run(folder, ["--key-env", "NO_SUCH_KEY"])).code).toBe(5);
    expect((await run(folder, ["--key-command", "false"])).code).toBe(5);
  });

  test("a vault keeps assigned codes for the next delta, and opens with its key only", async () => {
    const folder = folderOf({ "p.csv": patients });
    for (const key of ["k", "other"]) expect((await scrubjay(["key", "new", "--out", key], { cwd: folder })).code).toBe(0);
    const first = () => readFileSync(join(folder, "out/p.csv"), "utf8");
    const saved = await run(folder, ["--vault", "codes.vault", "--key-file", "k"]);
    expect(saved.code).toBe(0);
    const before = first();
    expect(
      valuesIn(
        allTextIn(folder, (name) => name === "p.csv"),
        plantedValues,
      ),
    ).toEqual([]);
    expect((await run(folder, ["--vault", "codes.vault", "--key-file", "k"])).code).toBe(0);
    expect(first()).toBe(before);
    const { code, stderr } = await run(folder, ["--vault", "codes.vault", "--key-file", "other"]);
    expect(stderr).toContain("key-wrong:");
    expect(code).toBe(5);
  });
});

test("every exit code is one that help tells of", async () => {
  const told = (await scrubjay(["--help"])).stdout;
  for (const exit of new Set(Object.values(errorCodes).map(({ exit }) => exit))) expect(told).toMatch(new RegExp(`\\b${exit} `));
});
