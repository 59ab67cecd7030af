import { existsSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProcess } from "../support/command.ts";
import { blocksOf, exampleFolder, readPage, rerun, root, runProgram } from "../support/examples.ts";

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`),
];
const withCommands = pages.filter((page) => blocksOf(readPage(page), "console").length > 0);
const programs = pages.flatMap((page) => blocksOf(readPage(page), "ts").map((text, i) => [page, i + 1, text] as const));

// `npm test -- -u` writes the outputs as they are now into the page; the diff is reviewed as code.
test.skipIf(process.platform === "win32").each(withCommands)(
  "commands in %s print what stands there",
  async (page) => {
    await expect(await rerun(readPage(page))).toMatchFileSnapshot(join(root, page));
  },
  120_000,
);

test.each(programs)(
  "%s, program %i, prints what its comments say",
  async (_page, _i, text) => {
    const { printed, wanted } = await runProgram(text);
    expect(wanted.length).toBeGreaterThan(0);
    expect(printed).toEqual(wanted);
  },
  60_000,
);

test("the test suites in the pages pass", async () => {
  const suites = pages
    .flatMap((page) => blocksOf(readPage(page), "typescript"))
    .filter((text) => /from "scrubjay";[\s\S]*from "vitest";/.test(text));
  expect(suites.length).toBeGreaterThan(0);
  const folder = exampleFolder();
  symlinkSync(join(root, "node_modules/vitest"), join(folder, "node_modules/vitest"), "dir");
  for (const [i, text] of suites.entries()) writeFileSync(join(folder, `suite-${i + 1}.test.ts`), text);
  const { code, stdout, stderr } = await runProcess(process.execPath, [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--root",
    folder,
  ]);
  expect([code, code === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/Tests\s+[1-9]\d* passed/);
}, 60_000);

test("the programs are TypeScript too", async () => {
  const folder = exampleFolder();
  const files = programs.map(([, , text], i) => [`program-${i + 1}.mts`, text] as const);
  for (const [file, text] of files) writeFileSync(join(folder, file), text);
  const strict = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2023", "--module", "nodenext", "--types", "node"];
  const { stdout } = await runProcess(
    process.execPath,
    [
      join(root, "node_modules/typescript/bin/tsc"),
      ...strict,
      "--typeRoots",
      join(root, "node_modules/@types"),
      ...files.map(([file]) => file),
    ],
    { cwd: folder },
  );
  expect(stdout).toBe("");
}, 60_000);

test("the pages have programs and commands to run", () => {
  expect([programs.length, withCommands.length].every((count, i) => count >= [10, 2][i]!)).toBe(true);
});

test("require gives what import gives", async () => {
  const program =
    'const { createDeidentifier, DeidError } = require("scrubjay"); console.log(typeof createDeidentifier, typeof DeidError);';
  const { stdout } = await runProcess(process.execPath, ["-e", program], { cwd: root });
  expect(stdout).toBe("function function\n");
});

test("every link between pages leads to a file", () => {
  const links = pages.flatMap((page) =>
    [...readPage(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => [page, join(root, page, "..", match[1]!)] as const),
  );
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(([, file]) => !existsSync(file))).toEqual([]);
});

test("every page of docs/ is in its index", () => {
  const unlisted = pages
    .filter((page) => page.startsWith("docs/") && !page.endsWith("README.md"))
    .filter((page) => {
      const folder = page.slice(0, page.lastIndexOf("/"));
      return !readPage(`${folder}/README.md`).includes(`](${page.slice(folder.length + 1)})`);
    });
  expect(unlisted).toEqual([]);
});

test("no page claims of an output what nobody can claim", () => {
  const claims = /HIPAA[- ]compliant|\banonymi[sz]ed\b|guarantee/i;
  expect("An anonymized, HIPAA-compliant extract").toMatch(claims);
  expect(pages.filter((page) => claims.test(readPage(page)))).toEqual([]);
});
