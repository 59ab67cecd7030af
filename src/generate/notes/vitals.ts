import type { Observation } from "../../record/health.ts";
import { always, chance, type Facts, say } from "./facts.ts";
import { joined, lines, type Prose } from "./prose.ts";
import { vital } from "./words/measures.ts";

/** The last value of the encounter by the note's time. */
export function last(f: Facts, code: string, time: string = f.time): Observation | undefined {
  const { observations } = f.entries;
  for (let i = observations.length - 1; i >= 0; i--) {
    const each = observations[i]!;
    if (each.code.code === code && each.time <= time) return each;
  }
  return undefined;
}

const number = (observation: Observation): string => observation.value!.toFixed(observation.decimals ?? 0);

export function measuredValue(f: Facts, code: string, time?: string): number | undefined {
  return last(f, code, time)?.value;
}

/** To one decimal: 98.2 for 36.8. */
export const fahrenheit = (celsius: number): string => ((celsius * 9) / 5 + 32).toFixed(1);
export const pounds = (kilograms: number): string => (kilograms / 0.45359237).toFixed(1);

/** `BP 128/76`, `HR 72`; of what was measured by then, in the author's units. */
function parts(f: Facts, time: string): readonly (readonly [string, string])[] {
  const { habits } = f;
  const found: [string, string][] = [];
  const name = (...names: readonly string[]): string => always(f, names[0]!, names);
  const get = (code: string): Observation | undefined => {
    const observation = last(f, code, time);
    return observation?.value === undefined ? undefined : observation;
  };
  const temperature = get(vital.temperature);
  if (temperature)
    found.push([
      name("T", "Temp", "T"),
      habits.fahrenheit
        ? `${fahrenheit(temperature.value!)}${always(f, "unit T", [" F", "F", "°F"])}`
        : `${number(temperature)}${always(f, "unit T", [" C", "", " C"])}`,
    ]);
  const [systolic, diastolic] = [get(vital.systolic), get(vital.diastolic)];
  if (systolic && diastolic) found.push([name("BP", "BP", "B/P"), `${number(systolic)}/${number(diastolic)}`]);
  const pulse = get(vital.pulse);
  if (pulse) found.push([name("HR", "P", "Pulse", "HR"), number(pulse)]);
  const respiration = get(vital.respiration);
  if (respiration) found.push([name("RR", "R", "Resp", "RR"), number(respiration)]);
  const saturation = get(vital.saturation);
  if (saturation)
    found.push([name("SpO2", "O2 sat", "SpO2", "sat"), `${number(saturation)}%${say(f, "air", [" RA", "", " on room air"])}`]);
  const weight = get(vital.weight);
  if (weight)
    found.push([name("Wt", "Weight", "Wt"), habits.pounds && f.age >= 2 ? `${pounds(weight.value!)} lb` : `${number(weight)} kg`]);
  const height = get(vital.height);
  if (height && chance(f, "height", f.age < 18 ? 0.9 : 0.3)) found.push([name("Ht", "Height", "Ht"), `${number(height)} cm`]);
  const bmi = get(vital.bmi);
  if (bmi && chance(f, "bmi", 0.4)) found.push(["BMI", number(bmi)]);
  return found;
}

/** One line or several; empty where nothing was measured. */
export function vitalSigns(f: Facts, time: string = f.time): Prose {
  const found = parts(f, time);
  if (found.length === 0) return undefined;
  const { habits } = f;
  const way = always(f, "vitals", ["commas", "bars", "spaces", "colons", "table", "reverse"]);
  const ordered = way === "reverse" ? [...found].reverse() : found;
  switch (way) {
    case "bars":
      return joined(
        ordered.map(([name, value]) => `${name} ${value}`),
        " | ",
      );
    case "spaces":
      return joined(
        ordered.map(([name, value]) => `${name} ${value}`),
        "  ",
      );
    case "colons":
      return joined(
        ordered.map(([name, value]) => `${name}: ${value}`),
        "; ",
      );
    case "table":
      return f.brief || !["bold", "underlined", "brackets"].includes(habits.heading)
        ? joined(
            ordered.map(([name, value]) => `${name} ${value}`),
            ", ",
          )
        : lines(...ordered.map(([name, value]) => `  ${name.padEnd(8)}${value}`));
    default:
      return joined(
        ordered.map(([name, value]) => `${name} ${value}`),
        ", ",
      );
  }
}

/** `BP 128/76`, for running text. */
export function pressure(f: Facts): string | undefined {
  const [systolic, diastolic] = [last(f, vital.systolic), last(f, vital.diastolic)];
  return systolic?.value === undefined || diastolic?.value === undefined ? undefined : `${number(systolic)}/${number(diastolic)}`;
}

/** What the temperature is called; undefined where it was not taken. */
export function feverWords(f: Facts): string | undefined {
  const temperature = measuredValue(f, vital.temperature);
  // From 38.3 on it is told with its value.
  if (temperature === undefined || temperature >= 38.3) return undefined;
  return temperature >= 38
    ? say(f, "febrile", ["febrile", "febrile here"])
    : say(
        f,
        "afebrile",
        f.encounter.class === "ambulatory" ? ["afebrile", "afebrile here", "no fever in clinic"] : ["afebrile", "afebrile", "no fever"],
      );
}
