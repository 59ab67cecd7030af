/** A Dosage as far as its words say how much, how often and whether as needed; the rest stays in words. */
export interface Dosage {
  readonly text: string;
  readonly repeat?: Repeat;
  readonly asNeededBoolean?: true;
  readonly doseAndRate?: readonly [{ readonly doseQuantity: { readonly value: number; readonly unit: string } }];
}

interface Repeat {
  readonly frequency: number;
  readonly period: number;
  readonly periodMax?: number;
  readonly periodUnit: "h" | "d" | "wk";
  readonly when?: readonly ["MORN" | "EVE" | "HS"];
}

/** `2 tablets by mouth every 6 hours as needed`. */
export function dosageOf(text: string): Dosage {
  // What changes on the way is not one dose.
  if (text.includes(" then ")) return { text };
  const repeat = repeatOf(text);
  const dose = doseOf(text);
  return {
    text,
    ...(repeat === undefined ? {} : { repeat }),
    ...(text.includes("as needed") ? { asNeededBoolean: true } : {}),
    ...(dose === undefined ? {} : { doseAndRate: [{ doseQuantity: dose }] }),
  };
}

/** UCUM where it has the unit; a tablet is none. */
const units: Readonly<Record<string, string>> = { mg: "mg", mcg: "ug", g: "g", mL: "mL", units: "[iU]" };

function doseOf(text: string) {
  const found = /^(\d{1,5}(?:\.\d{1,3})?) (tablet|capsule|puff|inhalation|spray|drop|patch|mg|mcg|g|mL|units)(?:s|es)? /.exec(text);
  // One in each eye is two.
  if (!found || text.includes(" in each ")) return undefined;
  const value = Number(found[1]);
  const unit = found[2]!;
  const code = units[unit];
  return code === undefined ? { value, unit } : { value, unit, system: "http://unitsofmeasure.org", code };
}

const times: Readonly<Record<string, number>> = { once: 1, twice: 2, "three times": 3, "four times": 4, "five times": 5 };
const parts = { morning: "MORN", evening: "EVE" } as const;

function repeatOf(text: string): Repeat | undefined {
  const each = /\b(?:(once|twice|three times|four times|five times) (?:a (day|week)|daily|(weekly))|daily|(weekly))\b/.exec(text);
  if (each) {
    const isWeek = each[2] === "week" || each[3] !== undefined || each[4] !== undefined;
    return { frequency: times[each[1] ?? "once"]!, period: 1, periodUnit: isWeek ? "wk" : "d" };
  }
  const hourly = /\bevery (\d{1,2})(?: to (\d{1,2}))? hours\b/.exec(text);
  if (hourly) {
    const most = hourly[2] === undefined ? {} : { periodMax: Number(hourly[2]) };
    return { frequency: 1, period: Number(hourly[1]), ...most, periodUnit: "h" };
  }
  const part = /\bevery (morning|evening)\b/.exec(text);
  if (part) return { frequency: 1, period: 1, periodUnit: "d", when: [parts[part[1] as keyof typeof parts]] };
  return text.includes("at bedtime") ? { frequency: 1, period: 1, periodUnit: "d", when: ["HS"] } : undefined;
}
