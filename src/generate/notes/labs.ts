import type { Observation } from "../../record/health.ts";
import { always, chance, clock, date, type Facts, say } from "./facts.ts";
import { capital, joined, lines, listed, type Prose } from "./prose.ts";
import { panelNames, studies, tests, unitWords } from "./words/measures.ts";

/** Results of the encounter that were back by the note's time. */
export function resultsBack(f: Facts, since = ""): readonly Observation[] {
  return f.entries.observations.filter(
    ({ category, value, orderId, time }) =>
      category === "laboratory" &&
      value !== undefined &&
      time > since &&
      time <= f.time &&
      (orderId === undefined || (f.chart.reported(orderId) ?? "~") <= f.time),
  );
}

/** `H`, `L` or nothing, by the limits of what is usual. */
export function flag({ value, low, high }: Observation): "H" | "L" | "" {
  if (value === undefined) return "";
  return high !== undefined && value > high ? "H" : low !== undefined && value < low ? "L" : "";
}

export const resultNumber = ({ value, decimals }: Observation): string => value!.toFixed(decimals ?? 0);

const testOf = ({ code }: Observation): { readonly name: string; readonly short: string } =>
  tests[code.code] ?? { name: code.display.split(" [")[0]!, short: code.display.split(" [")[0]! };

/** The same test before, by an earlier encounter. */
export function before(f: Facts, { code, time, encounterId }: Observation): Observation | undefined {
  const series = f.chart.series(code.code);
  for (let i = series.length - 1; i >= 0; i--) {
    const each = series[i]!;
    if (each.time < time && each.encounterId !== encounterId && each.value !== undefined) return each;
  }
  return undefined;
}

/** The last result of a test by the note's time, of whatever encounter. */
export function lastResult(f: Facts, code: string): Observation | undefined {
  const series = f.chart.series(code);
  for (let i = series.length - 1; i >= 0; i--) {
    const each = series[i]!;
    if (each.time > f.time || each.value === undefined) continue;
    if (each.orderId === undefined || (f.chart.reported(each.orderId) ?? "~") <= f.time) return each;
  }
  return undefined;
}

/** `A1c 7.2 % (7.9 on 3/4)`. */
export function resultWithBefore(f: Facts, result: Observation): Prose {
  const { name, short } = testOf(result);
  const unit = unitWords(result.unit);
  const told: Prose = [
    f.brief ? short : name,
    " ",
    resultNumber(result),
    f.brief && unit !== "%" ? "" : unit === "" ? "" : unit === "%" ? "%" : ` ${unit}`,
  ];
  const earlier = before(f, result);
  if (!earlier || !chance(f, `before ${result.code.code}`, 0.7)) return told;
  const way = say(f, "before", ["on", "was", "prev", "arrow"]);
  if (way === "arrow" && f.brief) return [told, " <- ", resultNumber(earlier), " (", date(f, earlier.time), ")"];
  if (way === "was") return [told, ", was ", resultNumber(earlier), " on ", date(f, earlier.time)];
  if (way === "prev") return [told, " (prev ", resultNumber(earlier), ", ", date(f, earlier.time), ")"];
  return [told, " (", resultNumber(earlier), " on ", date(f, earlier.time), ")"];
}

/** Results as this author sets them out. What is usual may be left out. Empty where none are back. */
export function results(f: Facts, found: readonly Observation[]): Prose {
  if (found.length === 0) return undefined;
  const isLong = found.length > 6;
  const shown =
    isLong && !always(f, "all results", [true, true, false])
      ? found.filter((each) => flag(each) !== "" || ["2823-3", "2160-0", "718-7", "6690-2", "4548-4"].includes(each.code.code))
      : found;
  if (shown.length === 0)
    return say(f, "all normal", ["Labs reviewed and within normal limits.", "Labs unremarkable.", "Results all within range."]);
  const way = always(f, "results", ["line", "line", "flags", "table", "lines", "line"]);
  const mark = (each: Observation): string =>
    flag(each) === "" ? "" : always(f, "flag", [` (${flag(each)})`, ` ${flag(each)}`, "*", flag(each) === "H" ? " ↑" : " ↓", ""]);
  if (way === "table" && !f.brief)
    return lines(
      ...shown.map((each) => {
        const range = each.low !== undefined && each.high !== undefined ? `   [${each.low}-${each.high}]` : "";
        return `${testOf(each).name.padEnd(18)}${resultNumber(each).padStart(7)} ${unitWords(each.unit)}${mark(each)}${range}`;
      }),
    );
  if (way === "lines" && !f.brief) return lines(...shown.map((each) => [resultWithBefore(f, each), mark(each)]));
  return joined(
    shown.map((each) =>
      shown.length <= 3 ? [resultWithBefore(f, each), mark(each)] : `${testOf(each).short} ${resultNumber(each)}${mark(each)}`,
    ),
    f.brief && always(f, "result comma", [true, false]) ? " " : ", ",
  );
}

/** What was asked for at the encounter by then and has not come back: `CMP and CBC`. */
export function pendingTests(f: Facts): Prose {
  const names = f.entries.orders
    .filter(({ category, time, id }) => category === "laboratory" && time <= f.time && (f.chart.reported(id) ?? "~") > f.time)
    .map(({ code }) => panelName(f, code.code, code.display));
  return names.length === 0 ? undefined : listed([...new Set(names)]);
}

export function panelName({ brief }: Facts, code: string, display: string): string {
  const known = panelNames[code];
  return known ? known[brief ? 1 : 0] : display.split(" - ")[0]!.split(" [")[0]!;
}

export function studyName({ brief }: Facts, code: string, display: string): string {
  const known = studies[code];
  return known ? known[brief ? 1 : 0] : display;
}

/** `CXR (14:20): no acute process.` for each picture that was read by then. */
export function pictures(f: Facts): readonly Prose[] {
  return f.entries.reports
    .filter(({ conclusion, time }) => conclusion !== undefined && time <= f.time)
    .map(({ code, conclusion, time }) => {
      const name = capital(studyName(f, code.code, code.display));
      return chance(f, `at ${code.code}`, 0.2) ? `${name} at ${clock(f, time)}: ${conclusion}` : `${name}: ${conclusion}`;
    });
}

/** `LDL and glucose`, as patients are told. */
export const testNames = (found: readonly Observation[]): string => found.map((each) => testOf(each).name).join(" and ");
