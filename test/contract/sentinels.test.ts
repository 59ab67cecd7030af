import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Category, categories } from "../../src/identifiers/category.ts";
import { kinds } from "../../src/identifiers/kinds/index.ts";
import { createDeidentifier } from "../../src/index.ts";
import { allTextIn, folderOf, scrubjay } from "../support/command.ts";
import { encodings, type Plant, plant, standing } from "../support/sentinels.ts";

const told = (plants: readonly Plant[]): string[] => plants.map(({ kind, position, value }) => `${kind}, ${position}: ${value}`);
const csv = encodings[0]!;

/** A short number that nothing announces is a result as likely as an identifier; with nothing else to go by it may stay. */
const isShortNumber = ({ value, position }: Plant): boolean =>
  (position === "unlabelled" || position === "bare") && /^\d{1,9}$/.test(value);

/** Words or codes that could be anything where nothing announces them: "the plan was made with Welch". Measured, not promised. */
const needsContext = new Set(["given-name", "family-name", "city", "county", "place", "employer", "user-name", "license-plate"]);
const isWithoutContext = ({ kind, position, value }: Plant): boolean =>
  position === "bare" && (needsContext.has(kind) || (kind === "name" && value === value.toLowerCase()));

describe.each(encodings)("planted in $name", (encoding) => {
  // A file for each position, so that none tells what another holds.
  const files = encoding.holds.map((position) => {
    const { rows, plants } = plant([position]);
    return { name: `${position}/${encoding.name}`, original: encoding.encode(rows), plants };
  });

  test("the search sees every plant in the original", () => {
    for (const { original, plants } of files) {
      const seen = new Set(standing(`${original}\n${encoding.decode(original)}`, plants));
      expect(told(plants.filter((each) => !seen.has(each)))).toEqual([]);
      expect(seen.size).toBeGreaterThan(kinds.length * 20);
    }
  });

  test("nothing planted stands in the output, the manifest, the evidence or what is said", { timeout: 120_000 }, async () => {
    const folder = folderOf(Object.fromEntries(files.map(({ name, original }) => [`in/${name}`, original])));
    const { code, stdout, stderr } = await scrubjay(["deidentify", "in", "--out", "out", "--evidence", "home", "--as-of", "2026-01-31"], {
      cwd: folder,
    });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const beside = [
      stdout,
      stderr,
      readFileSync(join(folder, "out/manifest.json"), "utf8"),
      existsSync(join(folder, "home")) ? allTextIn(join(folder, "home")) : "",
    ].join("\n");
    expect(
      told(
        standing(
          beside,
          files.flatMap(({ plants }) => plants).filter(({ value }) => value.length > 4),
        ),
      ),
    ).toEqual([]);
    const left = files.flatMap(({ name, plants }) => {
      const text = readFileSync(join(folder, "out", name), "utf8");
      return standing(`${text}\n${encoding.decode(text)}`, plants);
    });
    expect(told(left.filter((each) => !isShortNumber(each) && !isWithoutContext(each)))).toEqual([]);
  });
});

describe("with one category left alone, its plants stand: the search would see a transform that does nothing", () => {
  const present = [...new Set(kinds.map(({ category }) => category))].sort() as Category[];

  test("every category has kinds", () => {
    expect(present).toEqual(Object.keys(categories));
  });

  test.each(present)("%s", async (category) => {
    const own = kinds.filter((kind) => kind.category === category);
    const { rows, plants } = plant(["labelled"], own);
    const policy = [
      "name: leaky",
      "extends: expert-determination",
      `rules: { ${category}: keep }`,
      `kinds: { ${own.map(({ name }) => `${name}: keep`).join(", ")} }`,
      `roles: { provider: { rules: { ${category}: keep } }, facility: { rules: { ${category}: keep } } }`,
    ].join("\n");
    const run = async (text?: string): Promise<string> => {
      const deidentifier = await createDeidentifier({ asOf: "2026-01-31", ...(text && { policy: text }) });
      let out = "";
      for await (const chunk of deidentifier.through({ format: "delimited" })(one(csv.encode(rows)))) out += chunk;
      return csv.decode(out);
    };
    expect(told(standing(await run(), plants))).toEqual([]);
    const left = new Set(standing(await run(policy), plants).map(({ kind }) => kind));
    expect([...left].sort()).toEqual(own.map(({ name }) => name).sort());
  });
});

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
