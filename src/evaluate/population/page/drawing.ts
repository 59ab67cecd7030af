import { escaped } from "../../page/escaped.ts";

/** A chart: SVG elements in a frame of so many pixels. Classes get their colours from `chartStyle`. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What it shows, in a sentence or two, for those who do not see it. */
  readonly description: string;
  readonly body: string;
}

/** A drawing as a part of a page. */
export const svg = (drawing: Drawing): string => opening(drawing, "");

/** A drawing as a file of its own, with its colours for light and dark, and a ground, for whatever it is shown on. */
export const svgFile = (drawing: Drawing, style: string): string =>
  `${opening(drawing, `<style>${style}</style><rect class="ground" width="${drawing.width}" height="${drawing.height}"/>`, ' xmlns="http://www.w3.org/2000/svg"')}\n`;

function opening({ width, height, title, description, body }: Drawing, first: string, attributes = ""): string {
  const told = `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`;
  return `<svg${attributes} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">${told}${first}${body}</svg>`;
}

/** Drawings side by side in so many columns, under a heading and a line that says how to read them. */
export function sheet(drawings: readonly Drawing[], columns: number, title: string, description: string, legend: string): Drawing {
  const [gap, head, margin] = [14, 52, 12];
  const cell = { width: Math.max(...drawings.map(({ width }) => width)), height: Math.max(...drawings.map(({ height }) => height)) };
  const body = drawings.map(
    ({ body: inner }, i) =>
      `<g transform="translate(${margin + (i % columns) * (cell.width + gap)} ${head + Math.floor(i / columns) * (cell.height + gap)})">${inner}</g>`,
  );
  return {
    width: 2 * margin + Math.min(columns, drawings.length) * (cell.width + gap) - gap,
    height: head + Math.ceil(drawings.length / columns) * (cell.height + gap),
    title,
    description,
    body: `<text x="${margin}" y="22" class="title">${escaped(title)}</text><g transform="translate(${margin} 40)">${legend}</g>${body.join("")}`,
  };
}

export const text = (x: number, y: number, content: string, anchor: "start" | "middle" | "end" = "middle", kind = ""): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}"${kind && ` class="${kind}"`}>${escaped(content)}</text>`;

export const points = (list: readonly (readonly [number, number])[]): string =>
  list.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");

/** From 0 up to `most` in steps of 1, 2 or 5 times a power of ten: three to six values. */
export function roundTicks(most: number): number[] {
  let size = 1;
  while (size > most) size /= 10;
  while (size * 10 <= most) size *= 10;
  const step = [0.1, 0.2, 0.5, 1, 2].map((part) => part * size).find((each) => most / each <= 5) ?? size;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => i * step);
}
