import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { profileText } from "../generate/shipped.ts";
import { runProcess } from "../support/command.ts";
import { root } from "../support/examples.ts";

/** Every file that importing one loads, itself included; packages by their names. */
function loadedBy(file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  for (const [, target] of readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^;"'=(]*?["']([^"'\n]+)["']/gm)) {
    if (target!.startsWith(".")) loadedBy(join(file, "..", target!), loaded);
    else loaded.add(target!);
  }
  return loaded;
}

test("importing the package loads no dependency and little of our own", () => {
  const names = [...loadedBy(join(root, "dist/index.js"))].map((file) => file.replaceAll("\\", "/").replace(/^.*\/dist\//, "")).sort();
  expect(names).toEqual(["errors.js", "identifiers/category.js", "index.js", "io/require.js", "node:module"]);
  expect([...loadedBy(join(root, "dist/generate/index.js"))]).toContain("zod");
});

test("patients of a shipped profile are drawn without the libraries that read YAML", () => {
  const loaded = [...loadedBy(join(root, "dist/generate/choose-patients.js"))];
  expect(loaded).toContain("@faker-js/faker/locale/en");
  expect(loaded.filter((name) => name === "yaml" || name === "zod")).toEqual([]);
});

test("the build keeps each shipped profile as it is read, and takes another text for another profile", async () => {
  const { builtProfile } = await import(pathToFileURL(join(root, "dist/generate/built-profile.js")).href);
  const names = readdirSync(join(root, "profiles")).flatMap((file) => (file.endsWith(".yaml") ? [file.slice(0, -5)] : []));
  for (const name of names) {
    const text = profileText(name)!;
    const read = loadProfile(text, name);
    expect(builtProfile(name)).toEqual(read);
    expect(Object.keys(builtProfile(name))).toEqual(Object.keys(read));
    expect(builtProfile(name, `${text}\n`)).toBeUndefined();
  }
  const changed = (part: string) => (name: string) => `${profileText(name)}${name === part ? "\n" : ""}`;
  expect(builtProfile("tiny", profileText("tiny"), changed("parts/us-care"))).toBeUndefined();
  expect(builtProfile("parts/us-care")).toBeUndefined();
});

test("importing the package takes less than 50 ms", async () => {
  const best = async (module: string): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < 5; run++) {
      const program = `const start = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - start)`;
      const { stdout } = await runProcess(process.execPath, ["--input-type=module", "-e", program], { cwd: root });
      times.push(Number(stdout));
    }
    return Math.min(...times);
  };
  expect((await best("./dist/index.js")) - (await best("./dist/errors.js"))).toBeLessThan(50);
  expect(await best("./dist/generate/index.js")).toBeGreaterThan(20);
});

test("what it gives is there when it is called, in import and require", async () => {
  const program = "const [{ index, patient }] = patients({ profile: 'tiny', seed: 7, count: 1 }); console.log(index, typeof patient.id)";
  const imported = await runProcess(process.execPath, ["--input-type=module", "-e", `import { patients } from "scrubjay"; ${program}`], {
    cwd: root,
  });
  const required = await runProcess(process.execPath, ["-e", `const { patients } = require("scrubjay"); ${program}`], { cwd: root });
  expect([imported.stdout, imported.stderr, required.stdout, required.stderr]).toEqual(["0 string\n", "", "0 string\n", ""]);
});
