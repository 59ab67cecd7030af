import type { PyramidRow } from "../distributions.ts";
import { type Drawing, roundTicks, text } from "./drawing.ts";

const [half, bar, head, gap] = [250, 15, 28, 48];
const middle = half + gap / 2;

/** Bars of what came out, women to the right; a stroke where the profile declares another length. */
export function pyramid(rows: readonly PyramidRow[]): Drawing {
  const ages = [...new Set(rows.map(({ from }) => from))].sort((a, b) => a - b);
  const ticks = roundTicks(100 * Math.max(...rows.flatMap(({ share, declared }) => [share, declared])));
  const most = ticks.at(-1)! / 100;
  const along = (part: number): number => (part / most) * (half - 16);
  const edge = (female: boolean, part: number): number => (female ? middle + gap / 2 + along(part) : middle - gap / 2 - along(part));
  const bottom = head + ages.length * bar;
  const grid = ticks.flatMap((tick) =>
    [true, false].map((female) => {
      const x = edge(female, tick / 100);
      return `<line class="grid" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${head}" y2="${bottom}"/>${text(x, bottom + 15, `${tick} %`)}`;
    }),
  );
  const bars = rows.map(({ female, from, to, share, declared, people }) => {
    const y = head + (ages.length - 1 - ages.indexOf(from)) * bar;
    const [x, mark] = [female ? edge(true, 0) : edge(false, share), edge(female, declared).toFixed(1)];
    const sex = female ? "women" : "men";
    return `<rect class="${sex}" x="${x.toFixed(1)}" y="${y + 1}" width="${along(share).toFixed(1)}" height="${bar - 2}"><title>${sex} ${named(from, to)}: ${people} people, ${(share * 100).toFixed(2)} %; declared ${(declared * 100).toFixed(2)} %</title></rect><line class="declared" x1="${mark}" x2="${mark}" y1="${y}" y2="${y + bar}"/>`;
  });
  const labels = ages.map((from, i) => text(middle, head + (ages.length - 1 - i) * bar + 11.5, String(from)));
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  return {
    width: 2 * half + gap,
    height: bottom + 26,
    title: "Population pyramid",
    description: `${people} people by sex and five years of age, men to the left, women to the right. ${largest(rows)} A stroke marks the share that the profile declares.`,
    body: [
      ...grid,
      text(middle - gap / 2 - 4, 16, "men", "end", "head"),
      text(middle, 16, "age"),
      text(middle + gap / 2 + 4, 16, "women", "start", "head"),
      ...bars,
      ...labels,
    ].join(""),
  };
}

const named = (from: number, to: number): string => (to >= 110 ? `of ${from} and over` : `of ${from} to ${to}`);

function largest(rows: readonly PyramidRow[]): string {
  const most = rows.reduce((a, b) => (b.share > a.share ? b : a));
  return `The largest group are ${most.female ? "women" : "men"} ${named(most.from, most.to)}: ${(most.share * 100).toFixed(1)} %.`;
}
