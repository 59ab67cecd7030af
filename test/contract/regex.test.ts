import { check } from "recheck";
import { describe, expect, inject, test } from "vitest";
import { builtScripts, type Expression, expressionsIn, expressionsMadeByUse, unboundedQuantifiers } from "../support/expressions.ts";
import { digestOf, hasItsTurn, limits, readLinear, revision, writeLinear } from "../support/verdicts.ts";

const scripts = builtScripts();
const found = scripts.map(({ script, name, original }) => expressionsIn(script, name, original));
const literals = found.flatMap(({ literals }) => literals);
const linear = readLinear();
const head = revision();
const wrong = new Set<string>();

/** Why an expression is not safe on any input, or null. */
async function weakness({ source, flags }: Expression): Promise<string | null> {
  const verdict = await check(source, flags.replace(/[dv]/g, ""), limits);
  if (verdict.status !== "vulnerable") return null;
  const { complexity, attack } = verdict;
  // The fuzzer counts steps and calls a bounded repetition polynomial; the clock settles it.
  if (complexity.type === "exponential" || growsOn(new RegExp(source, flags.replace("g", "")), attack)) return complexity.summary;
  return null;
}

interface Attack {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

/** Whether four times the attack takes much more than four times as long: 16 times for a quadratic. */
function growsOn(expression: RegExp, { pumps, suffix }: Attack): boolean {
  const milliseconds = (times: number): number => {
    const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix;
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      expression.lastIndex = 0;
      expression.test(text);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  let measured = 0;
  for (let times = 8; times <= 1 << 16 && measured < 3; times *= 2) {
    const once = milliseconds(times);
    if (once <= 10) continue;
    if (milliseconds(4 * times) > 8 * once) return true;
    // On a busy machine the first of the two may have waited.
    measured++;
  }
  return false;
}

describe("this check can fail", () => {
  const scan = (script: string): Promise<(string | null)[]> => Promise.all(expressionsIn(script, "planted.ts").literals.map(weakness));

  test("an exponential and a quadratic expression are seen, a linear one is not", async () => {
    const [exponential, quadratic, linear] = await scan("const a = /^(a+)+$/; f(/\\s+$/); x.replace(/\\b\\d{3}-\\d{2}-\\d{4}\\b/g, '')");
    expect(exponential).toMatch(/exponential/);
    expect(quadratic).toMatch(/polynomial/);
    expect(linear).toBeNull();
  });

  test("one that no earlier run found linear is checked, and in its turn one that is said to be", async () => {
    const planted = expressionsIn("const a = /^(a+)+$/", "planted.ts").literals;
    const known = new Set(planted.map(digestOf));
    expect(await weak(planted)).toHaveLength(1);
    expect(await weak([...planted, { ...planted[0]!, flags: "i" }], known)).toHaveLength(hasItsTurn([...known][0]!, head) ? 2 : 1);
    const turns = Array.from({ length: 3200 }, (_, i) => hasItsTurn([...known][0]!, `revision ${i}`)).filter(Boolean).length;
    expect([turns > 50, turns < 200]).toEqual([true, true]);
  });

  test("the line of an expression and of a call that makes one are told", () => {
    expect(expressionsIn("\n\nconst a = /x/u, b = new RegExp(y);\n", "planted.ts")).toEqual({
      literals: [{ at: "planted.ts:3", source: "x", flags: "u" }],
      made: [{ file: "planted.ts", at: "planted.ts:3" }],
    });
  });

  test("a quantifier without an upper bound is seen, one in a class or escaped is not", () => {
    expect(unboundedQuantifiers("a*b+c{2,}")).toEqual(["*", "+", "{2,}"]);
    expect(unboundedQuantifiers(String.raw`[*+]\*\+\p{L}{1,40}c{2,3}d?`)).toEqual([]);
  });
});

test("every expression literal in src is found", () => {
  expect(literals.length).toBeGreaterThan(50);
});

test("no quantifier in src is without an upper bound", () => {
  expect(literals.filter(({ source }) => unboundedQuantifiers(source).length > 0).map(told)).toEqual([]);
});

describe("all expressions of src", { timeout: 600_000 }, () => {
  const made = expressionsMadeByUse(scripts);

  test("no literal takes more than linear time", async () => {
    const once = new Map(literals.map((literal) => [digestOf(literal), literal]));
    expect(await weak([...once.values()])).toEqual([]);
  });

  test("none that is made when it is used takes more than linear time, and there are no others", async () => {
    const files = new Set(made.map(({ at }) => at));
    const unseen = found.flatMap((file) => file.made).filter(({ file }) => !files.has(file));
    expect(unseen.map(({ at }) => `${at} is never made: nothing checks it`)).toEqual([]);
    expect(made.filter(({ source }) => unboundedQuantifiers(source).length > 0).map(told)).toEqual([]);
    expect(await weak(made)).toEqual([]);
  });

  // `npx vitest run test/contract/regex.test.ts -u` writes it.
  test("few of them are checked anew in every run, for want of a line in linear.txt", () => {
    const digests = new Set([...literals, ...made].map(digestOf));
    if (inject("updates")) writeLinear([...digests].filter((each) => !wrong.has(each)));
    expect([...digests].filter((each) => !readLinear().has(each)).length).toBeLessThan(100);
  });
});

const told = ({ at, source }: Expression): string => `${at} /${source.slice(0, 200)}/`;

/**
 * Those that are not linear: of the ones that an earlier run did not find so, and of those whose turn it is again.
 * Two at a time: recheck answers in other threads.
 */
async function weak(expressions: readonly Expression[], known: ReadonlySet<string> = linear): Promise<string[]> {
  const said: string[] = [];
  const left = expressions.filter((each) => !known.has(digestOf(each)) || hasItsTurn(digestOf(each), head));
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const why = await weakness(next);
      if (!why) continue;
      wrong.add(digestOf(next));
      said.push(`${told(next)} is ${why}`);
    }
  };
  await Promise.all([work(), work()]);
  return said;
}
