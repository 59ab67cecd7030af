import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Node, parse } from "acorn";
import { full } from "acorn-walk";

const root = resolve(import.meta.dirname, "../..");

export interface Expression {
  /** `src/detect/labels.ts:12`. */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

/** A place that makes a regular expression while it runs. */
export interface ExpressionMade {
  readonly file: string;
  readonly at: string;
}

/** Every regular expression literal of built JavaScript, and every `RegExp(...)` call. */
export function expressionsIn(script: string, name: string, original: string = script): { literals: Expression[]; made: ExpressionMade[] } {
  const literals: Expression[] = [];
  const made: ExpressionMade[] = [];
  const lineOf = (text: string): number => original.slice(0, Math.max(0, original.indexOf(text))).split("\n").length;
  full(parse(script, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true }), (node: Node) => {
    const text = script.slice(node.start, node.end);
    if (isLiteral(node)) literals.push({ at: `${name}:${lineOf(text)}`, source: node.regex.pattern, flags: node.regex.flags });
    if ((node.type === "NewExpression" || node.type === "CallExpression") && /^(?:new )?RegExp\(/.test(text)) {
      made.push({ file: name, at: `${name}:${lineOf(text.slice(0, text.indexOf("(") + 1))}` });
    }
  });
  return { literals, made };
}

function isLiteral(node: Node): node is Node & { readonly regex: { readonly pattern: string; readonly flags: string } } {
  return node.type === "Literal" && "regex" in node;
}

/** The built scripts of `src/`, with their sources. */
export function builtScripts(): readonly {
  readonly name: string;
  readonly script: string;
  readonly original: string;
  readonly path: string;
}[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => {
      const path = join(root, "dist", file.replace(/ts$/, "js"));
      return { name: `src/${file}`, path, script: readFileSync(path, "utf8"), original: readFileSync(join(root, "src", file), "utf8") };
    });
}

/** Every expression that a script of `dist/` makes by a call of `RegExp` while it is loaded or at its first use, by file. */
export function expressionsMadeByUse(scripts: ReturnType<typeof builtScripts>): readonly Expression[] {
  const paths = scripts.map(({ path }) => pathToFileURL(path).href);
  const loader = `
    const made = new Map();
    const folder = ${JSON.stringify(pathToFileURL(join(root, "dist/")).href)};
    const file = () => new Error().stack.split(folder)[1]?.split(".js")[0];
    const note = (expression) => {
      const from = file();
      if (from) made.set(from + expression, { at: "src/" + from + ".ts", source: expression.source, flags: expression.flags });
      return expression;
    };
    globalThis.RegExp = new Proxy(RegExp, {
      construct: (target, values) => note(new target(...values)),
      apply: (target, self, values) => note(target(...values)),
    });
    for (const path of ${JSON.stringify(paths)}) await import(path).catch(() => {});
    const { createDeidentifier } = await import(${JSON.stringify(pathToFileURL(join(root, "dist/index.js")).href)});
    const { kinds } = await import(${JSON.stringify(pathToFileURL(join(root, "dist/identifiers/kinds/index.js")).href)});
    const deidentifier = await createDeidentifier({ asOf: "2026-01-31" });
    for (const { examples, matches, normalize } of kinds) {
      for (const text of [...examples.found, ...examples.kept]) {
        await deidentifier.text(text);
        matches(text);
        normalize(text);
      }
      const cells = examples.found.map((text) => ({ value: /\\[\\[(.*?)\\]\\]/.exec(text)?.[1] ?? text, note: text }));
      for await (const row of deidentifier.rows(cells)) row;
    }
    process.stdout.write(JSON.stringify([...made.values()]));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", loader], { encoding: "utf8", maxBuffer: 1 << 28 }));
}

/** Quantifiers without an upper bound: `*`, `+`, `{3,}`, outside classes and escapes. */
export function unboundedQuantifiers(source: string): readonly string[] {
  const bare = source.replace(/\\[pPu]\{[^}]{0,99}\}|\\./g, "a").replace(/\[[^\]]{0,999}\]/g, "a");
  return bare.match(/\*|\+|\{\d{1,9},\}/g) ?? [];
}
