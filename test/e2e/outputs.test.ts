import { type ChildProcess, execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allTextIn, entry, filesIn, folderOf, runProcess, scrubjay, valuesIn } from "../support/command.ts";
import { header, patients, plantedValues, row } from "../support/sample.ts";

const noPartials = (folder: string): void => expect(filesIn(folder).filter((name) => name.includes(".partial"))).toEqual([]);

/** Enough rows that a run lasts long enough to be interrupted. */
function manyRows(count: number): string {
  const lines = [header];
  for (let i = 0; i < count; i++) lines.push(row.replace("8840213", String(1_000_000 + i)).replace("1177", String(1000 + (i % 9000))));
  return `${lines.join("\n")}\n`;
}

describe("where the output goes", () => {
  test("one file to one file, with its manifest beside and evidence never inside", async () => {
    const folder = folderOf({ "p.csv": patients });
    const { code } = await scrubjay(["deidentify", "p.csv", "--out", "clean.csv"], { cwd: folder });
    expect(code).toBe(0);
    expect(filesIn(folder).filter((name) => !name.includes(".evidence"))).toEqual(["clean.csv", "clean.csv.manifest.json", "p.csv"]);
  });

  test("a folder gives a folder with the same relative names", async () => {
    const folder = folderOf({ "in/a/p.csv": patients, "in/b.tsv": patients.replaceAll(",", "\t") });
    const { code } = await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder });
    expect(code).toBe(0);
    expect(filesIn(join(folder, "out"))).toEqual(["a/p.csv", "b.tsv", "manifest.json"]);
  });

  test("a glob is one run with one manifest, and one patient has one code in all of its files", async () => {
    const folder = folderOf({ "a.csv": patients, "b.csv": patients, "c.txt": "" });
    const { code } = await scrubjay(["deidentify", "*.csv", "--out", "out/"], { cwd: folder });
    expect(code).toBe(0);
    expect(filesIn(join(folder, "out"))).toEqual(["a.csv", "b.csv", "manifest.json"]);
    const [a, b] = ["a.csv", "b.csv"].map((name) => readFileSync(join(folder, "out", name), "utf8"));
    expect(a).toBe(b);
    expect(
      new Set(
        a!
          .trim()
          .split("\n")
          .slice(1)
          .map((line) => line.split(",")[0]),
      ).size,
    ).toBe(3);
  });

  test("- reads standard input and writes standard output, and nothing else stands there", async () => {
    const folder = folderOf();
    const { code, stdout, stderr } = await scrubjay(["deidentify", "-", "--out", "-", "--format", "delimited"], {
      cwd: folder,
      stdin: patients,
    });
    expect(stderr).not.toContain("defect");
    expect(code).toBe(0);
    expect(stdout.split("\n")).toHaveLength(5);
    expect(stdout.split("\n")[0]).toBe(header);
    expect(valuesIn(stdout + stderr, plantedValues)).toEqual([]);
  });

  test("standard input to a file has a manifest that says there was no survey", async () => {
    const folder = folderOf();
    const { code } = await scrubjay(["deidentify", "-", "--out", "clean.csv"], { cwd: folder, stdin: patients });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "clean.csv.manifest.json"), "utf8")).toContain("There was no survey");
  });

  test("verify agrees with a fresh output and sees a changed byte", async () => {
    const folder = folderOf({ "in/p.csv": patients });
    expect((await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder })).code).toBe(0);
    expect((await scrubjay(["verify", "out"], { cwd: folder })).code).toBe(0);
    writeFileSync(join(folder, "out/p.csv"), readFileSync(join(folder, "out/p.csv"), "utf8").replace("98", "89"));
    const { code, stdout, stderr } = await scrubjay(["verify", "out"], { cwd: folder });
    expect(code).toBe(1);
    expect(stdout + stderr).toContain("SHA-256");
  });

  test("verify sees a key in the output", async () => {
    const folder = folderOf({ "in/p.csv": patients });
    expect((await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder })).code).toBe(0);
    expect((await scrubjay(["key", "new", "--out", "out/k"], { cwd: folder })).code).toBe(0);
    expect((await scrubjay(["verify", "out"], { cwd: folder })).code).toBe(1);
  });
});

describe("nothing is overwritten by accident", () => {
  test("an output that exists wants --force", async () => {
    const folder = folderOf({ "p.csv": patients, "clean.csv": "mine" });
    const args = ["deidentify", "p.csv", "--out", "clean.csv"];
    const refused = await scrubjay(args, { cwd: folder });
    expect(refused.stderr).toContain("output-exists:");
    expect(refused.code).toBe(2);
    expect(readFileSync(join(folder, "clean.csv"), "utf8")).toBe("mine");
    expect((await scrubjay([...args, "--force"], { cwd: folder })).code).toBe(0);
    expect(readFileSync(join(folder, "clean.csv"), "utf8").startsWith(header)).toBe(true);
  });

  test.for(["p.csv", "./p.csv", "link.csv"])("an output that is the input is refused, also with --force: %s", async (out) => {
    const folder = folderOf({ "p.csv": patients });
    symlinkSync("p.csv", join(folder, "link.csv"));
    const { code, stderr } = await scrubjay(["deidentify", "p.csv", "--out", out, "--force"], { cwd: folder });
    expect(stderr).toContain("output-is-input:");
    expect(code).toBe(2);
    expect(readFileSync(join(folder, "p.csv"), "utf8")).toBe(patients);
    noPartials(folder);
  });

  test("an output folder that is the input folder is refused", async () => {
    const folder = folderOf({ "in/p.csv": patients });
    const { code, stderr } = await scrubjay(["deidentify", "in", "--out", "in", "--force"], { cwd: folder });
    expect(stderr).toContain("output-is-input:");
    expect(code).toBe(2);
    expect(filesIn(folder)).toEqual(["in/p.csv"]);
    expect(readFileSync(join(folder, "in/p.csv"), "utf8")).toBe(patients);
  });

  test("an output folder may lie in the input folder, and what one run wrote the next does not read", async () => {
    const folder = folderOf({ "in/p.csv": patients });
    for (const _ of [1, 2]) {
      expect((await scrubjay(["deidentify", "in", "--out", "in/out", "--evidence", "home", "--force"], { cwd: folder })).code).toBe(0);
      expect(filesIn(join(folder, "in"))).toEqual(["out/manifest.json", "out/p.csv", "p.csv"]);
    }
  });

  test("the input folder may lie in the output folder", async () => {
    const folder = folderOf({ "all/in/p.csv": patients });
    const { code } = await scrubjay(["deidentify", "all/in", "--out", "all"], { cwd: folder });
    expect(code).toBe(0);
    expect(filesIn(join(folder, "all"))).toEqual(["in/p.csv", "manifest.json", "p.csv"]);
  });

  test("--dry-run tells and writes nothing", async () => {
    const folder = folderOf({ "p.csv": patients });
    const { code, stdout, stderr } = await scrubjay(["deidentify", "p.csv", "--out", "out/", "--dry-run"], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(50);
    expect(valuesIn(stdout + stderr, plantedValues)).toEqual([]);
    expect(filesIn(folder)).toEqual(["p.csv"]);
  });

  test("evidence inside the output is refused", async () => {
    const folder = folderOf({ "in/p.csv": patients });
    const { code } = await scrubjay(["deidentify", "in", "--out", "out", "--evidence", "out/evidence"], { cwd: folder });
    expect(code).toBe(2);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("evidence that holds anything is for its owner only", async () => {
    const folder = folderOf({ "p.csv": `${patients}1,2\n` });
    await scrubjay(["deidentify", "p.csv", "--out", "out/", "--on-error", "quarantine"], { cwd: folder });
    const evidence = filesIn(folder).filter((name) => name.includes(".evidence/"));
    expect(evidence.length).toBeGreaterThan(0);
    for (const name of evidence) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });
});

describe("links", () => {
  test("a symbolic link out of the tree is refused, one within is followed", async () => {
    const folder = folderOf({ "in/p.csv": patients, "elsewhere/q.csv": patients });
    symlinkSync(join(folder, "elsewhere/q.csv"), join(folder, "in/q.csv"));
    const { code, stderr } = await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder });
    expect(readlinkSync(join(folder, "in/q.csv"))).toContain("elsewhere");
    expect(stderr).toContain("input-outside:");
    expect(code).toBe(4);
  });
});

describe("when writing fails", () => {
  test.runIf(existsSync("/dev/full"))("a full disk under standard output is told", async () => {
    const folder = folderOf({ "p.csv": patients });
    const { code, stderr } = await runProcess(
      "/bin/sh",
      ["-c", `"$0" "$1" deidentify p.csv --out - > /dev/full`, process.execPath, entry],
      { cwd: folder },
    );
    expect(stderr).toContain("output-failed:");
    expect(stderr).toContain("disk is full");
    expect(code).toBe(4);
  });

  test.runIf(existsSync("/dev/full"))("a device is no output file", async () => {
    const folder = folderOf({ "p.csv": patients });
    const { code, stderr } = await scrubjay(["deidentify", "p.csv", "--out", "/dev/full", "--force", "--manifest", "m.json"], {
      cwd: folder,
    });
    expect(stderr).toContain("output-failed:");
    expect(code).toBe(4);
    expect(existsSync(join(folder, "m.json"))).toBe(false);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that cannot be written to is told", async () => {
    const folder = folderOf({ "p.csv": patients });
    mkdirSync(join(folder, "shut"));
    chmodSync(join(folder, "shut"), 0o500);
    const { code, stderr } = await scrubjay(["deidentify", "p.csv", "--out", "shut/p.csv"], { cwd: folder });
    expect(stderr).toContain("output-failed:");
    expect(code).toBe(4);
  });

  test("a reader that has seen enough ends the run quietly", async () => {
    const folder = folderOf({ "p.csv": manyRows(20_000) });
    const { stdout, stderr } = await runProcess(
      "/bin/sh",
      ["-c", `"$0" "$1" deidentify p.csv --out - | head -n 1`, process.execPath, entry],
      { cwd: folder },
    );
    expect(stdout).toBe(`${header}\n`);
    expect(stderr).not.toMatch(/EPIPE|Error|defect/);
  });

  test("an interrupt leaves nothing behind and exits with 130", async () => {
    const folder = folderOf({ "in/p.csv": manyRows(400_000) });
    const stop = (child: ChildProcess): void => {
      const timer = setInterval(() => {
        const staged = existsSync(join(folder, "out")) && filesIn(join(folder, "out")).length > 0;
        if (!staged) return;
        clearInterval(timer);
        child.kill("SIGINT");
      }, 20);
      child.on("close", () => clearInterval(timer));
    };
    const { code, stderr } = await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder, during: stop });
    expect(stderr).toContain("interrupted");
    expect(code).toBe(130);
    expect(filesIn(folder)).toEqual(["in/p.csv"]);
  });
});

test("what lies beside the output never lies in it: no key, no vault, no evidence", async () => {
  const folder = folderOf({ "in/p.csv": `${patients}1,2\n` });
  expect((await scrubjay(["key", "new", "--out", "k"], { cwd: folder })).code).toBe(0);
  const { code, stdout, stderr } = await scrubjay(
    ["deidentify", "in", "--out", "out", "--key-file", "k", "--vault", "codes.vault", "--on-error", "quarantine", "--json"],
    { cwd: folder },
  );
  expect([2, 4]).toContain(code);
  const key = readFileSync(join(folder, "k"), "utf8").trim();
  const told = stdout + stderr + (existsSync(join(folder, "out")) ? allTextIn(join(folder, "out")) : "");
  expect(valuesIn(told, [key, Buffer.from(key, "hex").toString("base64"), ...plantedValues])).toEqual([]);
});

test("a clean run needs no shell and no network", () => {
  const folder = folderOf({ "p.csv": patients });
  const out = execFileSync(process.execPath, [entry, "deidentify", "p.csv", "--out", "-"], { cwd: folder, env: {}, encoding: "utf8" });
  expect(out.startsWith(header)).toBe(true);
});
