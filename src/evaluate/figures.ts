import { bootstrap, type Share } from "./bootstrap.ts";
import type { Evaluation, EvaluationError, FinderRow, FoundRow } from "./evaluation.ts";
import { type MetricName, metrics } from "./metrics.ts";
import type { Counts } from "./score.ts";

export interface FigureOptions {
  readonly samples: number;
  readonly seed: string;
  readonly characters: number;
  readonly errors: readonly EvaluationError[];
}

/** All figures of a run: every share that is printed is resampled in one pass. */
export function figuresOf(
  first: readonly Counts[],
  second: readonly Counts[] | undefined,
  { samples, seed, characters, errors }: FigureOptions,
): Evaluation {
  const total = totals(first);
  const names = (room: string): string[] =>
    [
      ...new Set(
        [...total.keys()].filter((key) => key.startsWith(`${room}/`)).map((key) => key.slice(room.length + 1, key.lastIndexOf("/"))),
      ),
    ].sort();
  const ratios = new Map<string, { part: string; whole: string }>();
  const want = (prefix: string, part: string, whole: string): string => {
    const name = `${prefix}${part}:${whole}`;
    ratios.set(name, { part: `${prefix}${part}`, whole: `${prefix}${whole}` });
    return name;
  };
  const wanted = new Map(metrics.map(({ name, part, whole }) => [name, want("", part, whole)]));
  const found = (room: string) =>
    names(room)
      .filter((name) => total.has(`${room}/${name}/gold`) || total.has(`${room}/${name}/notes`))
      .map((name) => ({ name, any: want(`${room}/${name}/`, "any", "gold"), full: want(`${room}/${name}/`, "full", "gold") }));
  const finders = (room: string) =>
    names(room).map((name) => ({
      name,
      p: want(`${room}/${name}/`, "right", "found"),
      letters: want(`${room}/${name}/`, "right-letters", "found-letters"),
    }));
  const rows = {
    labels: found("label"),
    categories: found("category"),
    styles: found("style").map((row) => ({
      ...row,
      notes: total.get(`style/${row.name}/notes`) ?? 0,
      sealed: want(`style/${row.name}/`, "sealed", "filled"),
      p: want(`style/${row.name}/`, "right", "found"),
    })),
    detectors: finders("detector"),
    kinds: finders("kind"),
  };
  const list = [...ratios.values()];
  const places = new Map([...ratios.keys()].map((name, i) => [name, i]));
  const mine = bootstrap(list, first, second, { samples, seed });
  const shareOf = (name: string): Share => mine.shares[places.get(name)!]!;
  const metricsFrom = <T>(from: (place: number) => T): Record<MetricName, T> =>
    Object.fromEntries(metrics.map(({ name }) => [name, from(places.get(wanted.get(name)!)!)])) as Record<MetricName, T>;
  const foundRow = ({ name, any, full }: { name: string; any: string; full: string }): FoundRow => ({
    name,
    any: shareOf(any),
    full: shareOf(full),
  });
  const finderRow = ({ name, p, letters }: { name: string; p: string; letters: string }): FinderRow => ({
    name,
    p: shareOf(p),
    letters: shareOf(letters),
  });
  const counted = (room: string): [string, string, number][] =>
    [...total]
      .filter(([key]) => key.startsWith(`${room}/`))
      .map(
        ([key, count]) =>
          [key.slice(room.length + 1, key.lastIndexOf("/")), key.slice(key.lastIndexOf("/") + 1), count] as [string, string, number],
      )
      .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : b[2] - a[2]));
  return {
    version: 1,
    notes: first.length,
    notesWithoutIdentifiers: total.get("empty") ?? 0,
    identifiers: total.get("gold") ?? 0,
    found: total.get("found") ?? 0,
    characters,
    leftOut: counted("left-out").map(([label, why, count]) => ({ label, why, count })),
    bootstrap: { over: "notes", samples, seed, level: 0.95 },
    metrics: metricsFrom((place) => mine.shares[place]!),
    labels: rows.labels.map(foundRow),
    categories: rows.categories.map(foundRow),
    styles: rows.styles.map((row) => ({ ...foundRow(row), notes: row.notes, sealed: shareOf(row.sealed), p: shareOf(row.p) })),
    detectors: rows.detectors.map(finderRow),
    kinds: rows.kinds.map(finderRow),
    agreement: counted("agreement").map(([gold, other, count]) => ({ gold, found: other, count })),
    ...(second && {
      comparison: {
        metrics: metricsFrom((place) => mine.others[place]!),
        differences: metricsFrom((place) => mine.differences[place]!),
      },
    }),
    errors,
  };
}

function totals(notes: readonly Counts[]): Counts {
  const total: Counts = new Map();
  for (const counts of notes) for (const [key, count] of counts) total.set(key, (total.get(key) ?? 0) + count);
  return total;
}
