import { power } from "../random/arithmetic.ts";
import type { Stream } from "../random/stream.ts";
import type { PersonName, Race, Sex } from "../record/patient.ts";
import { givenRatios } from "../tables/generated/given-ratios.ts";
import { givenNames, surnameRaces, surnames, type WeightedNames } from "../tables/names.ts";

/** Draws a given name as frequent as it was among the births of that decade, and as it is among people of that origin. */
export function drawGiven(stream: Stream, sex: Sex, birthYear: number, origin: Origin = "other"): string {
  const table = givenNames(sex === "female" ? "F" : "M", birthYear);
  const cumulative = origin === "other" ? table.cumulative : ofOrigin(table, origin);
  return table.names[stream.weighted(cumulative)]!;
}

const ratioOrigins: readonly Origin[] = ["white", "black", "hispanic", "asian"];
const weighed = new Map<WeightedNames, Map<Origin, Float64Array>>();
let ratios: ReadonlyMap<string, string> | undefined;

function ofOrigin(table: WeightedNames, origin: Origin): Float64Array {
  ratios ??= new Map(givenRatios.split(" ").flatMap((word, i, all) => (i % 2 === 0 ? [[word, all[i + 1]!] as const] : [])));
  const known = weighed.get(table) ?? new Map<Origin, Float64Array>();
  weighed.set(table, known);
  let cumulative = known.get(origin);
  if (!cumulative) {
    const column = ratioOrigins.indexOf(origin);
    let total = 0;
    cumulative = table.cumulative.map((upTo, i) => {
      const births = upTo - (i === 0 ? 0 : table.cumulative[i - 1]!);
      const eighths = (ratios!.get(table.names[i]!)?.charCodeAt(column) ?? 80) - 80;
      total += births * power(2, eighths / 8);
      return total;
    });
    known.set(origin, cumulative);
  }
  return cumulative;
}

export type Origin = (typeof surnameRaces)[number];

/** The group that the Census surname file counts somebody in: Hispanic people of any race are a group of their own. */
export function originOf(race: Race, hispanic: boolean): Origin {
  if (hispanic) return "hispanic";
  return race === "white" || race === "black" ? race : race === "asian-pacific-islander" ? "asian" : "other";
}

const totals = new Map<Origin, Float64Array>();

/** Draws a surname as frequent as it is among people of that origin. */
export function drawSurname(stream: Stream, origin: Origin): string {
  const table = surnames();
  let cumulative = totals.get(origin);
  if (!cumulative) {
    const column = surnameRaces.indexOf(origin);
    let total = 0;
    cumulative = table.cumulative.map((upTo, i) => {
      const bearers = upTo - (i === 0 ? 0 : table.cumulative[i - 1]!);
      total += bearers * table.shares[i * surnameRaces.length + column]!;
      return total;
    });
    totals.set(origin, cumulative);
  }
  return table.names[stream.weighted(cumulative)]!;
}

/** A whole name; 70 in 100 have a middle name, 3 in 100 men a suffix (judgement). */
export function drawName(stream: Stream, sex: Sex, birthYear: number, origin: Origin): PersonName {
  const middle = stream.fork("middle");
  const suffix = stream.fork("suffix");
  const given = drawGiven(stream.fork("given"), sex, birthYear, origin);
  const second = middle.chance(0.7) ? drawGiven(middle, sex, birthYear, origin) : given;
  return {
    given,
    // Nobody is called the same twice.
    ...(second === given ? {} : { middle: second }),
    family: drawSurname(stream.fork("family"), origin),
    ...(sex === "male" && suffix.chance(0.03) ? { suffix: suffix.pick(["Jr.", "Jr.", "II", "III"]) } : {}),
  };
}
