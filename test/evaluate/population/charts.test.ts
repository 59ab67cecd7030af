import { expect, test } from "vitest";
import type { PopulationEvaluation } from "../../../src/evaluate/population/evaluation.ts";
import { roundTicks } from "../../../src/evaluate/population/page/drawing.ts";
import { chartFiles } from "../../../src/evaluate/population/page/files.ts";
import { chartFileStyle } from "../../../src/evaluate/population/page/style.ts";

const cell = { from: 60, to: 74, people: 500, p: 0.5, adjusted: 1, verdict: "holds" } as const;
const evaluation: PopulationEvaluation = {
  version: 1,
  profile: "clinic <1>",
  asOf: "2026-01-01",
  people: 1000,
  alive: 1000,
  rows: {},
  rules: [],
  roundTrip: {
    distributions: [],
    pyramid: [
      { female: true, from: 60, to: 64, people: 600, share: 0.6, declared: 0.5 },
      { female: false, from: 60, to: 64, people: 400, share: 0.4, declared: 0.5 },
    ],
    prevalences: [
      { ...cell, name: "gout", female: true, having: 30, value: 0.06, low: 0.042, high: 0.084, declared: 0.05 },
      { ...cell, name: "gout", female: false, having: 100, value: 0.2, low: 0.167, high: 0.237, declared: 0.11, verdict: "fails" },
    ],
    curves: [
      { name: "gout", female: true, points: [[60, 0.04] as const, [74, 0.06] as const] },
      { name: "gout", female: false, points: [[60, 0.1] as const, [80, 0.12] as const, [100, 0.16] as const] },
    ],
    measures: [],
    correlations: [],
  },
  targets: [],
  comparison: null,
  headline: { checks: 0, held: 0, open: 0 },
  grades: {},
  metrics: {} as PopulationEvaluation["metrics"],
  unvalidated: [],
};
const files = chartFiles(evaluation);
const pyramid = files.find(({ name }) => name === "pyramid.svg")!.text;
const prevalence = files.find(({ name }) => name === "prevalence.svg")!.text;

test("an evaluation without real rows has a pyramid and prevalences by age", () => {
  expect(files.map(({ name }) => name)).toEqual(["pyramid.svg", "prevalence.svg"]);
  expect(chartFiles({ ...evaluation, roundTrip: null })).toEqual([]);
});

test("a bar is as long as its share, and the stroke stands where the profile declares", () => {
  const [women, men] = ["women", "men"].map((sex) => Number(new RegExp(`<rect class="${sex}"[^>]* width="([\\d.]+)"`).exec(pyramid)![1]));
  expect(women! / men!).toBeCloseTo(1.5, 2);
  const strokes = [...pyramid.matchAll(/class="declared" x1="([\d.]+)"/g)].map((match) => Number(match[1]));
  expect(strokes[0]! - 298).toBeCloseTo(250 - strokes[1]!, 1);
});

test("who does not see a chart is told what it shows", () => {
  expect(pyramid).toMatch(/^<svg [^>]*role="img"[^>]*><title>Population pyramid<\/title><desc>1000 people [^<]*women of 60 to 64: 60\.0 %/);
  expect(prevalence).toContain("<title>Prevalence by age of clinic &#60;1&#62;</title>");
  expect(prevalence).toContain("Highest among men from 60: 20.0 %, where 11.0 % is declared. One cell is farther");
});

test("the interval reaches from low to high, and the line lies on the declared curve", () => {
  const at = (share: number): number => 160 - 22 - (share / 0.25) * (160 - 22 - 22);
  const bar = /<line class="bar women" [^>]*y1="([\d.]+)" y2="([\d.]+)"/.exec(prevalence)!;
  expect([Number(bar[1]), Number(bar[2])]).toEqual([expect.closeTo(at(0.042), 1), expect.closeTo(at(0.084), 1)]);
  const line = /<polyline class="line men" points="([^"]+)"/.exec(prevalence)![1]!.split(" ");
  // The axis ends at 90, halfway between the last two points.
  expect(line.map((point) => Number(point.split(",")[1]))).toEqual([0.1, 0.12, 0.14].map((share) => expect.closeTo(at(share), 1)));
  expect(prevalence).toContain('<rect class="dot men odd"');
});

test("a chart is one whole SVG document that loads nothing and runs nothing", () => {
  for (const { text } of files) {
    expect(text).not.toMatch(/<script|href|url\(|@import|\son\w+=/);
    const open: string[] = [];
    for (const [, close, name, rest] of text.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!rest!.endsWith("/")) open.push(name!);
    }
    expect(open).toEqual([]);
    expect(text.match(/xmlns=/g)).toHaveLength(1);
  }
});

test("text and marks are read in light and in dark: a contrast of 4.5 and more", () => {
  const schemes = [...chartFileStyle.matchAll(/svg \{ (--ground[^}]*)\}/g)].map((match) =>
    Object.fromEntries([...match[1]!.matchAll(/--([a-z]+): #([0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex!])),
  );
  expect(schemes).toHaveLength(2);
  for (const colours of schemes) {
    const ground = luminance(colours.ground!);
    for (const name of ["ink", "soft", "women", "men", "bad", "ours"]) {
      const [dark, light] = [ground, luminance(colours[name]!)].sort((a, b) => a - b);
      expect((light! + 0.05) / (dark! + 0.05)).toBeGreaterThan(4.5);
    }
  }
});

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!;
  const [r, g, b] = digits.map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

test.each([
  [4.1, [0, 1, 2, 3, 4, 5]],
  [12.3, [0, 5, 10, 15]],
  [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [37, [0, 10, 20, 30, 40]],
])("a scale up to %d has round ticks", (most, ticks) => {
  expect(roundTicks(most).map((tick) => Math.round(tick * 1000) / 1000)).toEqual(ticks);
});
