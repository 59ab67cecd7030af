import type { PrevalenceCurve, PrevalenceRow } from "../round-trip.ts";
import { type Drawing, points, roundTicks, text } from "./drawing.ts";

const [width, height, left, bottom, top] = [248, 160, 38, 22, 22];
const oldest = 90;
/** A share of fewer people has so wide an interval that it would set the scale. */
const enough = 100;

/** The middle of the ages that a band has people of; of the last one, who are mostly under 90. */
const middleOf = ({ from, to }: { readonly from: number; readonly to: number }): number => (from + Math.min(to, oldest)) / 2;

/** One small chart a condition: a line for what is declared, points with intervals for what came out. */
export function prevalenceCharts(rows: readonly PrevalenceRow[], curves: readonly PrevalenceCurve[]): Drawing[] {
  const names = [...new Set(rows.map(({ name }) => name))];
  return names.map((name) =>
    chart(
      name,
      rows.filter((row) => row.name === name),
      curves.filter((curve) => curve.name === name),
    ),
  );
}

function chart(name: string, rows: readonly PrevalenceRow[], curves: readonly PrevalenceCurve[]): Drawing {
  const declared = curves.flatMap(({ points: list }) => list.map(([, share]) => share));
  const ticks = roundTicks(100 * Math.max(0.01, ...declared, ...rows.filter(({ people }) => people >= enough).map(({ high }) => high)));
  const most = ticks.at(-1)! / 100;
  const x = (age: number): number => left + (age / oldest) * (width - left - 8);
  const y = (share: number): number => height - bottom - (Math.min(share, most) / most) * (height - bottom - top);
  const axes = [
    ...ticks.map(
      (tick) =>
        `<line class="grid" x1="${left}" x2="${width - 8}" y1="${y(tick / 100).toFixed(1)}" y2="${y(tick / 100).toFixed(1)}"/>${text(left - 4, y(tick / 100) + 3.5, `${shown(tick)} %`, "end")}`,
    ),
    ...[0, 20, 40, 60, 80].map((age) => text(x(age), height - 7, String(age))),
    text(left, 13, name, "start", "head"),
  ];
  const lines = curves.map(({ female, points: list }) => {
    const seen = untilOldest(list).map(([age, share]) => [x(age), y(share)] as const);
    return `<polyline class="line ${female ? "women" : "men"}" points="${points(seen)}"/>`;
  });
  const dots = rows.map((row) => {
    const kind = row.female ? "women" : "men";
    const at = (x(middleOf(row)) + (row.female ? 2.5 : -2.5)).toFixed(1);
    const odd = row.verdict === "fails" ? " odd" : "";
    const mark = row.female
      ? `<circle class="dot women${odd}" cx="${at}" cy="${y(row.value).toFixed(1)}" r="3">`
      : `<rect class="dot men${odd}" x="${(Number(at) - 2.7).toFixed(1)}" y="${(y(row.value) - 2.7).toFixed(1)}" width="5.4" height="5.4">`;
    const said = `<title>${kind} ${row.from} to ${row.to}: ${(row.value * 100).toFixed(2)} % of ${row.people}; declared ${(row.declared * 100).toFixed(2)} %</title>`;
    const over = y(row.declared).toFixed(1);
    return `<line class="dash ${kind}" x1="${(Number(at) - 8).toFixed(1)}" x2="${(Number(at) + 8).toFixed(1)}" y1="${over}" y2="${over}"/><line class="bar ${kind}" x1="${at}" x2="${at}" y1="${y(row.low).toFixed(1)}" y2="${y(row.high).toFixed(1)}"/>${mark}${said}</${row.female ? "circle" : "rect"}>`;
  });
  return { width, height, title: `Prevalence of ${name} by age`, description: told(rows), body: [...axes, ...lines, ...dots].join("") };
}

/** A curve as far as the axis goes: where it leads beyond, the point on the edge is its end. */
function untilOldest(list: PrevalenceCurve["points"]): PrevalenceCurve["points"] {
  const beyond = list.findIndex(([age]) => age > oldest);
  const [last, next] = [list[beyond - 1], list[beyond]];
  if (!last || !next) return list;
  const edge = last[1] + ((next[1] - last[1]) * (oldest - last[0])) / (next[0] - last[0]);
  return [...list.slice(0, beyond), [oldest, edge]];
}

const shown = (tick: number): string => String(Math.round(tick * 100) / 100);

function told(rows: readonly PrevalenceRow[]): string {
  const most = rows
    .filter(({ people }) => people >= enough)
    .reduce<PrevalenceRow | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined);
  const failing = rows.filter(({ verdict }) => verdict === "fails").length;
  const highest = most
    ? `Highest among ${most.female ? "women" : "men"} from ${most.from}: ${(most.value * 100).toFixed(1)} %, where ${(most.declared * 100).toFixed(1)} % is declared. `
    : "";
  return `${highest}${failing === 0 ? "No cell is" : failing === 1 ? "One cell is" : `${failing} cells are`} farther from what is declared than chance allows.`;
}

/** How to read the charts, for a sheet of them. */
export const prevalenceLegend = [
  '<line class="line women" x1="0" x2="26" y1="-4" y2="-4"/><circle class="dot women" cx="13" cy="-4" r="3"/>',
  text(32, 0, "women", "start"),
  '<line class="line men" x1="84" x2="110" y1="-4" y2="-4"/><rect class="dot men" x="94.3" y="-6.7" width="5.4" height="5.4"/>',
  text(116, 0, "men", "start"),
  text(
    156,
    0,
    "lines: declared at an age; dashes: declared for the people of a band of ages; points with bars: what came out, with 95 % intervals (Wilson)",
    "start",
  ),
].join("");
