import { expect, test } from "vitest";
import { exp, log, normalCdf, normalQuantile, power } from "../../src/random/arithmetic.ts";

const grid = (from: number, to: number, steps: number): number[] =>
  Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);
const near = (value: number, wanted: number, relative: number): void =>
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(relative * Math.max(Math.abs(wanted), Number.MIN_VALUE));

test("exp and log agree with the platform's to the last digits", () => {
  for (const x of grid(-700, 700, 20_011)) near(exp(x), Math.exp(x), 4e-16 * Math.max(1, Math.abs(x) / 100));
  for (const x of [...grid(0.01, 3, 5003), ...grid(3, 1e6, 5003), 1e-320, 5e-310, 1e-200, 1e300]) {
    expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(5e-16 * Math.max(1, Math.abs(Math.log(x))));
  }
  near(power(1.9, 12.5), 1.9 ** 12.5, 1e-14);
});

test("the ends of exp and log are where they belong", () => {
  expect([exp(-1000), exp(1000), exp(0), log(0), log(1), log(Number.POSITIVE_INFINITY)]).toEqual([
    0,
    Number.POSITIVE_INFINITY,
    1,
    Number.NEGATIVE_INFINITY,
    0,
    Number.POSITIVE_INFINITY,
  ]);
  expect([exp(Number.NaN), log(-1), normalQuantile(1.1), normalQuantile(Number.NaN)]).toEqual([NaN, NaN, NaN, NaN]);
});

test("the normal distribution has the shares of printed tables", () => {
  // R 4: pnorm, 16 digits.
  near(normalCdf(0), 0.5, 1e-15);
  near(normalCdf(1), 0.841344746068543, 1e-14);
  near(normalCdf(1.959963984540054), 0.975, 1e-14);
  near(normalCdf(-3), 0.00134989803163009, 1e-13);
  near(normalCdf(-8), 6.22096057427178e-16, 1e-6);
  expect(normalCdf(40)).toBe(1);
  expect(normalCdf(-40)).toBe(0);
});

test("the quantile undoes the share, over twelve powers of ten", () => {
  for (const x of grid(-7, 6, 1307)) near(normalQuantile(normalCdf(x)), x, x > 3 ? 1e-6 : 1e-8);
  near(normalQuantile(0.975), 1.959963984540054, 1e-15);
  near(normalQuantile(1e-12), -7.034483825301131, 1e-13);
});

test("every bit is fixed", () => {
  const bits = (value: number): string => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return view.getBigUint64(0).toString(16);
  };
  expect([exp(1.7), log(13.1), normalCdf(0.3), normalQuantile(0.017), power(2.2, 0.41)].map(bits)).toMatchInlineSnapshot(`
    [
      "4015e552770df8a6",
      "400494b5b8903baf",
      "3fe3c5ee2cc40b78",
      "c000f5e82564f1a7",
      "3ff61b2d35fc7976",
    ]
  `);
});
