import type { CurvePoint } from "../curve.ts";

const [width, height, margin, top] = [420, 312, 44, 26];

/** Precision by span against recall as a drawing: one line for identifiers touched, one for those covered whole. */
export function curveDrawing(points: readonly CurvePoint[]): string {
  const lines = (["any", "full"] as const).map((name) => ({
    name,
    points: points.flatMap(({ threshold, precision, [name]: recall }) =>
      recall === null || precision === null ? [] : [{ threshold, recall, precision }],
    ),
  }));
  const all = lines.flatMap((line) => line.points);
  if (all.length === 0) return "";
  const x = axis(all.map(({ recall }) => recall));
  const y = axis(all.map(({ precision }) => precision));
  const across = (recall: number): string => (margin + ((recall - x.low) / (1 - x.low)) * (width - margin - 12)).toFixed(1);
  const down = (precision: number): string => (height - margin - ((precision - y.low) / (1 - y.low)) * (height - margin - top)).toFixed(1);
  const grid = [
    ...x.ticks.map(
      (tick) =>
        `<line class="grid" x1="${across(tick)}" x2="${across(tick)}" y1="${top}" y2="${height - margin}"/><text x="${across(tick)}" y="${height - margin + 16}" text-anchor="middle">${label(tick)}</text>`,
    ),
    ...y.ticks.map(
      (tick) =>
        `<line class="grid" x1="${margin}" x2="${width - 12}" y1="${down(tick)}" y2="${down(tick)}"/><text x="${margin - 6}" y="${down(tick)}" dy=".35em" text-anchor="end">${label(tick)}</text>`,
    ),
  ].join("");
  const drawn = lines
    .map(
      (line) =>
        `<polyline class="curve ${line.name}" points="${line.points.map(({ recall, precision }) => `${across(recall)},${down(precision)}`).join(" ")}"/>${line.points
          .map(
            ({ threshold, recall, precision }) =>
              `<circle class="curve ${line.name}" cx="${across(recall)}" cy="${down(precision)}" r="3"><title>from ${threshold}: recall ${label(recall, 1)} %, precision ${label(precision, 1)} %</title></circle>`,
          )
          .join("")}`,
    )
    .join("");
  return `<figure><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Precision against recall">${grid}${drawn}
<text x="${(width + margin) / 2}" y="${height - 8}" text-anchor="middle">recall, %</text><text x="${margin}" y="12" text-anchor="middle">precision, %</text></svg>
<figcaption class="soft">Each point is a threshold of the tagger: <span class="curve-key any">touched</span>, <span class="curve-key full">covered whole</span>.</figcaption></figure>`;
}

/** From a round number below the smallest share up to 1, with some steps between. */
function axis(shares: readonly number[]): { readonly low: number; readonly ticks: readonly number[] } {
  const smallest = Math.min(...shares);
  const step = smallest > 0.9 ? 0.02 : smallest > 0.75 ? 0.05 : 0.1;
  const low = Math.min(0.98, Math.floor((smallest - 1e-9) / step) * step);
  const ticks: number[] = [];
  for (let tick = low; tick < 1 + step / 2; tick += step) ticks.push(Math.min(1, tick));
  return { low, ticks };
}

const label = (share: number, decimals = 0): string => (share * 100).toFixed(decimals);
