/**
 * Hours from UTC by state, in winter: that of most of its people, where a state has two zones.
 * 15 U.S.C. 261-263 and 49 CFR part 71.
 */
const hours: Readonly<Record<string, number>> = {
  ...of(-5, "CT DE DC FL GA IN KY ME MD MA MI NH NJ NY NC OH PA RI SC VT VA WV"),
  ...of(-6, "AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI"),
  ...of(-7, "AZ CO ID MT NM UT WY"),
  ...of(-8, "CA NV OR WA"),
  ...of(-9, "AK"),
  ...of(-10, "HI"),
  ...of(-4, "PR VI"),
  ...of(10, "GU MP"),
  ...of(-11, "AS"),
};

/** Where clocks stay as they are in summer. */
const withoutSummer: ReadonlySet<string> = new Set(["AZ", "HI", "PR", "VI", "GU", "MP", "AS"]);

function of(offset: number, states: string): Record<string, number> {
  return Object.fromEntries(states.split(" ").map((state) => [state, offset]));
}

/** Turns a local `YYYY-MM-DDTHH:MM:SS` into a FHIR dateTime or instant, with the offset of a state on that day. A date alone stays. */
export type Zone = (local: string) => string;

/** UTC for what is no state. */
export function zoneOf(state: string): Zone {
  const winter = hours[state] ?? 0;
  const inWinter = written(winter);
  if (withoutSummer.has(state) || hours[state] === undefined) return (local) => (local.length === 10 ? local : local + inWinter);
  const inSummer = written(winter + 1);
  const years = new Map<string, readonly [string, string]>();
  return (local) => {
    if (local.length === 10) return local;
    const year = local.slice(0, 4);
    let summer = years.get(year);
    if (!summer) {
      summer = summerOf(Number(year));
      years.set(year, summer);
    }
    return local + (local >= summer[0] && local < summer[1] ? inSummer : inWinter);
  };
}

function written(offset: number): string {
  return `${offset < 0 ? "-" : "+"}${String(Math.abs(offset)).padStart(2, "0")}:00`;
}

/** 15 U.S.C. 260a as it stood: since 2007, 1987 and 1967; before, no summer time. The hour that comes twice counts as summer. */
function summerOf(year: number): readonly [string, string] {
  if (year >= 2007) return [at(year, 3, sunday(year, 3, 8)), at(year, 11, sunday(year, 11, 1))];
  if (year >= 1987) return [at(year, 4, sunday(year, 4, 1)), at(year, 10, sunday(year, 10, 25))];
  if (year >= 1967) return [at(year, 4, sunday(year, 4, 24)), at(year, 10, sunday(year, 10, 25))];
  return ["9999", "9999"];
}

const at = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}T02:00:00`;

/** The first Sunday from a day on. */
function sunday(year: number, month: number, from: number): number {
  return from + ((7 - new Date(Date.UTC(year, month - 1, from)).getUTCDay()) % 7);
}
