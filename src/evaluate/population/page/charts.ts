import { escaped } from "../../page/escaped.ts";
import type { QuantileRow } from "../comparison.ts";
import type { PrevalenceRow, PyramidRow } from "../round-trip.ts";

const text = (x: number, y: number, content: string, anchor: "start" | "middle" | "end" = "middle", kind = ""): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}"${kind && ` class="${kind}"`}>${escaped(content)}</text>`;

function drawing(width: number, height: number, label: string, body: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}">${body}</svg>`;
}

/** Bars of what came out, women to the right; a line where the profile declares another length. */
export function pyramid(rows: readonly PyramidRow[]): string {
  const ages = [...new Set(rows.map(({ from }) => from))].sort((a, b) => a - b);
  const [half, bar, top, gap] = [230, 15, 22, 44];
  const most = Math.max(...rows.flatMap(({ share, declared }) => [share, declared]));
  const height = top + ages.length * bar + 26;
  const middle = half + gap / 2;
  const body = rows.map(({ female, from, share, declared, people }) => {
    const y = top + (ages.length - 1 - ages.indexOf(from)) * bar;
    const along = (part: number): number => (part / most) * (half - 10);
    const start = female ? middle + gap / 2 : middle - gap / 2;
    const x = female ? start : start - along(share);
    const mark = female ? start + along(declared) : start - along(declared);
    return `<rect class="${female ? "women" : "men"}" x="${x.toFixed(1)}" y="${y + 1}" width="${along(share).toFixed(1)}" height="${bar - 2}"><title>${female ? "women" : "men"} from ${from}: ${people} people, ${(share * 100).toFixed(2)} %; declared ${(declared * 100).toFixed(2)} %</title></rect><line class="declared" x1="${mark.toFixed(1)}" x2="${mark.toFixed(1)}" y1="${y}" y2="${y + bar}"/>`;
  });
  const labels = ages.map((from, i) => text(middle, top + (ages.length - 1 - i) * bar + 11, String(from)));
  const ends = [1, 2, 3, 4]
    .filter((each) => each / 100 <= most)
    .flatMap((each) => {
      const [reach, label] = [(each / 100 / most) * (half - 10), `${each} %`];
      return [text(middle + gap / 2 + reach, height - 8, label), text(middle - gap / 2 - reach, height - 8, label)];
    });
  const heads = [text(middle - gap / 2 - 4, 14, "men", "end", "head"), text(middle + gap / 2 + 4, 14, "women", "start", "head")];
  return drawing(2 * half + gap, height, "Population pyramid", [...body, ...labels, ...ends, ...heads].join(""));
}

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

const points = (list: readonly (readonly [number, number])[]): string => list.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");

const middleOf = ({ from, to }: { readonly from: number; readonly to: number }): number => (from + Math.min(to, 90)) / 2;

/** One small chart a condition: lines of what is declared, points with intervals of what came out. */
export function prevalenceCharts(rows: readonly PrevalenceRow[]): string {
  const names = [...new Set(rows.map(({ name }) => name))];
  return names
    .map((name) => {
      const own = rows.filter((row) => row.name === name);
      const most = Math.max(0.01, ...own.flatMap(({ value, declared, high, people }) => [value, declared, people >= 200 ? high : 0]));
      const { x, y, axes } = frame(name, [0, 90], [0, most], (value) => `${(value * 100).toFixed(most < 0.1 ? 1 : 0)} %`);
      const sides = ([true, false] as const).map((female) => {
        const list = own.filter((row) => row.female === female);
        const kind = female ? "women" : "men";
        const shift = female ? 2 : -2;
        const line = `<polyline class="line ${kind}" points="${points(list.map((row) => [x(middleOf(row)), y(row.declared)]))}"/>`;
        const dots = list.map((row) => {
          const at = (x(middleOf(row)) + shift).toFixed(1);
          const odd = row.verdict === "fails" ? " odd" : "";
          return `<line class="bar ${kind}" x1="${at}" x2="${at}" y1="${y(row.low).toFixed(1)}" y2="${y(Math.min(row.high, most)).toFixed(1)}"/><circle class="dot ${kind}${odd}" cx="${at}" cy="${y(row.value).toFixed(1)}" r="${odd ? 4 : 2.6}"><title>${kind} ${row.from} to ${row.to}: ${(row.value * 100).toFixed(2)} % of ${row.people}; declared ${(row.declared * 100).toFixed(2)} %</title></circle>`;
        });
        return line + dots.join("");
      });
      return drawing(width, height, `Prevalence of ${name} by age`, axes + sides.join(""));
    })
    .join("\n");
}

/** A chart a measure and sex: bands of the reference from 5 to 95 and 25 to 75 %, and our quantiles as lines. */
export function quantileCharts(rows: readonly QuantileRow[]): string {
  const groups = [...new Set(rows.map(({ name, sex }) => `${name}|${sex}`))];
  return groups
    .flatMap((group) => {
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
      return [
        drawing(
          width,
          height,
          `${group.replace("|", ", ")} by age`,
          axes + band(0, 4, "outer") + band(1, 3, "inner") + real + lines.join(""),
        ),
      ];
    })
    .join("\n");
}

export interface HeatCell {
  readonly first: string;
  readonly second: string;
  readonly value: number;
  readonly said: string;
}

/** A triangle of correlations, blue below zero and red above; `reach` is the value of the strongest colour. */
export function heatMap(title: string, cells: readonly HeatCell[], reach: number): string {
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
  return drawing(margin + size + 30, head + size + 8, title, [text(4, 14, title, "start", "head"), ...body, ...rows, ...columns].join(""));
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
export function dotPlot(title: string, rows: readonly DotRow[]): string {
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
  return drawing(end + 20, bottom + 6, title, [text(4, 14, title, "start", "head"), ...grid, ...lines].join(""));
}
