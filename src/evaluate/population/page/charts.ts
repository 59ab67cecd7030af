import { escaped } from "../../page/escaped.ts";
import type { QuantileRow } from "../comparison.ts";
import { type Drawing, points, text } from "./drawing.ts";

interface Frame {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly axes: string;
}

const [width, height, left, bottom, top] = [236, 152, 36, 20, 20];

function frame(
  title: string,
  [x0, x1]: readonly [number, number],
  [y0, y1]: readonly [number, number],
  unit: (value: number) => string,
): Frame {
  const x = (value: number): number => left + ((value - x0) / (x1 - x0)) * (width - left - 8);
  const y = (value: number): number => height - bottom - ((value - y0) / (y1 - y0)) * (height - bottom - top);
  const ticks = [y0, (y0 + y1) / 2, y1].map(
    (tick) =>
      `<line class="grid" x1="${left}" x2="${width - 8}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}"/>${text(left - 4, y(tick) + 3.5, unit(tick), "end")}`,
  );
  const ages = [0, 20, 40, 60, 80].filter((age) => age >= x0 && age <= x1).map((age) => text(x(age), height - 6, String(age)));
  return { x, y, axes: [...ticks, ...ages, text(left, 12, title, "start", "head")].join("") };
}

/** A chart a measure and sex: bands of the reference from 5 to 95 and 25 to 75 %, and our quantiles as lines. */
export function quantileCharts(rows: readonly QuantileRow[]): Drawing[] {
  const groups = [...new Set(rows.map(({ name, sex }) => `${name}|${sex}`))];
  return groups.flatMap((group) => {
    const own = rows.filter(({ name, sex }) => `${name}|${sex}` === group).sort((a, b) => a.from - b.from);
    if (own.length < 2) return [];
    const both = rows.filter(({ name }) => name === own[0]!.name).flatMap(({ ours, real }) => [...ours, ...real]);
    const [low, high] = [Math.min(...both), Math.max(...both)];
    const { x, y, axes } = frame(group.replace("|", ", "), [18, 80], [low, high], (value) => value.toFixed(high - low < 8 ? 1 : 0));
    const at = (row: QuantileRow): number => x(row.from + 5);
    const band = (from: number, to: number, kind: string): string =>
      `<polygon class="${kind}" points="${points([...own.map((row) => [at(row), y(row.real[from]!)] as const), ...[...own].reverse().map((row) => [at(row), y(row.real[to]!)] as const)])}"/>`;
    const lines = [0, 1, 2, 3, 4].map(
      (level) =>
        `<polyline class="line ours${level === 2 ? " median" : ""}" points="${points(own.map((row) => [at(row), y(row.ours[level]!)]))}"/>`,
    );
    const real = `<polyline class="line real" points="${points(own.map((row) => [at(row), y(row.real[2]!)]))}"/>`;
    const title = `${group.replace("|", ", ")} by age`;
    return [
      { width, height, title, description: toldOf(own), body: axes + band(0, 4, "outer") + band(1, 3, "inner") + real + lines.join("") },
    ];
  });
}

function toldOf(rows: readonly QuantileRow[]): string {
  const medians = rows.map(({ from, ours, real }) => `from ${from} ours ${shortly(ours[2]!)}, real ${shortly(real[2]!)}`);
  return `Medians by age: ${medians.join("; ")}.`;
}

const shortly = (value: number): string => value.toFixed(Math.abs(value) < 10 ? 1 : 0);

/** How to read the charts, for a sheet of them. */
export const quantileLegend = [
  '<rect class="outer" x="0" y="-9" width="26" height="10"/><rect class="inner" x="0" y="-7" width="26" height="6"/>',
  text(32, 0, "real rows: 5 to 95 and 25 to 75 %, dotted their median", "start"),
  '<line class="line ours median" x1="330" x2="356" y1="-4" y2="-4"/>',
  text(362, 0, "ours at 5, 25, 50, 75 and 95 %", "start"),
].join("");

export interface HeatCell {
  readonly first: string;
  readonly second: string;
  readonly value: number;
  readonly said: string;
}

/** A triangle of correlations, blue below zero and red above; `reach` is the value of the strongest colour. */
export function heatMap(title: string, cells: readonly HeatCell[], reach: number): Drawing {
  const names = [...new Set(cells.flatMap(({ first, second }) => [first, second]))];
  const [cell, margin, head] = [30, 92, 24];
  const size = names.length * cell;
  const body = cells.map(({ first, second, value, said }) => {
    const [i, j] = [names.indexOf(first), names.indexOf(second)].sort((a, b) => a - b) as [number, number];
    const strength = Math.min(1, Math.abs(value) / reach);
    const [x, y] = [margin + i * cell, head + j * cell];
    return `<rect class="${value < 0 ? "cold" : "warm"}" fill-opacity="${strength.toFixed(2)}" x="${x}" y="${y}" width="${cell - 1}" height="${cell - 1}"><title>${escaped(said)}</title></rect>${text(x + cell / 2, y + cell / 2 + 3.5, value.toFixed(2).replace("0.", "."), "middle", strength > 0.6 ? "on" : "cell")}`;
  });
  const rows = names.slice(1).map((name, j) => text(margin - 5, head + (j + 1) * cell + cell / 2 + 4, name, "end"));
  const columns = names.slice(0, -1).map((name, i) => {
    const [x, y] = [margin + i * cell + cell / 2, head + i * cell + cell - 5];
    return `<text class="slant" x="${x}" y="${y}" text-anchor="start" transform="rotate(-40 ${x} ${y})">${escaped(name)}</text>`;
  });
  const strongest = cells.reduce<HeatCell | undefined>((a, b) => (a && Math.abs(a.value) >= Math.abs(b.value) ? a : b), undefined);
  return {
    width: margin + size + 30,
    height: head + size + 8,
    title: `Correlations: ${title}`,
    description: strongest ? `${cells.length} pairs; the strongest: ${strongest.said}.` : "No pair.",
    body: [text(4, 14, title, "start", "head"), ...body, ...rows, ...columns].join(""),
  };
}

export interface DotRow {
  readonly label: string;
  readonly ours: number;
  readonly real: number;
  readonly limit: number;
  readonly drift: number | null;
  readonly odd: boolean;
}

/** A line a cell: from the mark of real halves to the limit a bar, ours a dot, the years fitted on a ring. */
export function dotPlot(title: string, rows: readonly DotRow[]): Drawing {
  const [start, end, step, head] = [190, 560, 15, 36];
  const most = Math.max(...rows.flatMap(({ ours, limit, drift }) => [ours, limit, drift ?? 0])) * 1.05;
  const x = (value: number): number => start + (value / most) * (end - start);
  const bottom = head + rows.length * step + 6;
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (part) =>
      `<line class="grid" x1="${x(part * most).toFixed(1)}" x2="${x(part * most).toFixed(1)}" y1="${head - 4}" y2="${bottom}"/>${text(x(part * most), head - 9, (part * most).toFixed(2))}`,
  );
  const lines = rows.map(({ label, ours, real, limit, drift, odd }, i) => {
    const y = head + i * step + step / 2;
    return `${text(start - 8, y + 4, label, "end")}<line class="reach" x1="${x(real).toFixed(1)}" x2="${x(limit).toFixed(1)}" y1="${y}" y2="${y}"/>${drift === null ? "" : `<circle class="ring" cx="${x(drift).toFixed(1)}" cy="${y}" r="3.4"/>`}<circle class="dot ours${odd ? " odd" : ""}" cx="${x(ours).toFixed(1)}" cy="${y}" r="3.4"><title>${escaped(label)}: ours ${ours.toFixed(3)}, real halves ${real.toFixed(3)}, nine of ten under ${limit.toFixed(3)}</title></circle>`;
  });
  const over = rows.filter(({ odd }) => odd).length;
  return {
    width: end + 20,
    height: bottom + 6,
    title,
    description: `${rows.length} cells, ${over} of them beyond what nine of ten real halves reach.`,
    body: [text(4, 14, title, "start", "head"), ...grid, ...lines].join(""),
  };
}
