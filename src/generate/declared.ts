import type { Declared, DeclaredCorrelation, DeclaredMeasure } from "../evaluate/population/declared.ts";
import { normalCdf } from "../random/arithmetic.ts";
import type { Sex } from "../record/patient.ts";
import { states } from "../tables/places.ts";
import { dayOf } from "./days.ts";
import { createAges } from "./demography.ts";
import { numbersOf } from "./health/curve.ts";
import { compileMarginal, type Marginal } from "./health/marginal.ts";
import { type HealthProfile, healthProfile, prevalence } from "./health/variables.ts";
import { weightsOf } from "./person/weights.ts";
import { createPlaces } from "./places.ts";
import type { MeasureSpec } from "./profile/measures.ts";
import type { Profile } from "./profile.ts";

/** What a profile says that can be held against what came out. */
export function declaredOf(profile: Profile): Declared {
  const health = healthProfile(profile);
  const { cells, cumulative } = createAges(profile.people.ages, 0, weightsOf(profile));
  const all = cumulative.at(-1)!;
  const places = createPlaces(profile);
  const hasQuotas = profile.quotas.length > 0;
  // Who is chosen for a condition has and measures other things than people at large.
  const isChosen = profile.people.have !== undefined;
  return {
    reference: dayOf(profile.reference),
    // Quotas bend the distributions on purpose.
    ...(!hasQuotas && {
      pyramid: cells.map(({ sex, age }, i) => ({
        female: sex === "female",
        age,
        share: (cumulative[i]! - (cumulative[i - 1] ?? 0)) / all,
      })),
      states: states
        .map(({ abbreviation }) => ({ state: abbreviation, share: places.shareOf([abbreviation]) }))
        .filter(({ share }) => share > 0),
    }),
    prevalences: hasQuotas || isChosen ? [] : prevalencesOf(profile, health),
    measures: isChosen ? [] : [...health.measures].flatMap(([name, spec]) => measureOf(name, spec, profile, health)),
    correlations: isChosen ? [] : correlationsOf(health),
  };
}

/** Conditions with a code of their own. */
function prevalencesOf(profile: Profile, health: HealthProfile): Declared["prevalences"] {
  const codes = [...health.conditions.values()].map(({ code }) => code);
  return [...health.conditions].flatMap(([name, { code, percent, becomes, diagnosed = 1 }]) => {
    if (code === undefined || percent === undefined || codes.filter((other) => other === code).length > 1) return [];
    return [
      {
        name,
        codes: [code, ...(becomes ? [becomes.code] : []), ...combinedCodes(profile, name)],
        share: (female: boolean, age: number) => diagnosed * (prevalence(health, name, sexOf(female), age) ?? 0),
      },
    ];
  });
}

/** What a condition is called together with others. */
const combinedCodes = ({ combined }: Profile, name: string): readonly string[] =>
  Object.values(combined).flatMap((rule) => (rule?.of === name ? [rule.code] : []));

const sexOf = (female: boolean): Sex => (female ? "female" : "male");

const grid = 121;
const furthest = 4;

function measureOf(
  name: string,
  { code, marginal, by, computed, range, decimals = 0, ages = [0, 120] }: MeasureSpec,
  profile: Profile,
  health: HealthProfile,
): DeclaredMeasure[] {
  const spec = marginal ?? by?.without;
  if (code === undefined || computed || !spec) return [];
  const compiled = new Map<string, Marginal>();
  const tables = new Map<number, Float64Array>();
  const tableOf = (female: boolean, age: number, has: boolean): Float64Array => {
    // Quarters of a year: distributions move little within one, but for infants.
    const quarter = Math.round(age * (age < 3 ? 24 : 4));
    const key = ((age < 3 ? 0 : 4096) + quarter) * 4 + (female ? 2 : 0) + (has ? 1 : 0);
    let table = tables.get(key);
    if (!table) {
      const sort = `${female} ${has}`;
      const of = compiled.get(sort) ?? compileMarginal(has && by ? by.with : spec, sexOf(female));
      compiled.set(sort, of);
      const at = quarter / (age < 3 ? 24 : 4);
      table = Float64Array.from({ length: grid }, (_, i) => of((2 * furthest * i) / (grid - 1) - furthest, at));
      tables.set(key, table);
    }
    return table;
  };
  const condition = by && health.conditions.get(by.condition)?.code;
  return [
    {
      name,
      loinc: [code],
      decimals,
      ages,
      ...(range && { range }),
      ...(condition !== undefined && { by: [condition, ...combinedCodes(profile, by!.condition)] }),
      below(x, female, age, has) {
        const table = tableOf(female, age, has);
        if (x <= table[0]!) return normalCdf(-furthest);
        if (x >= table[grid - 1]!) return normalCdf(furthest);
        let [low, high] = [0, grid - 1];
        while (high - low > 1) {
          const middle = (low + high) >> 1;
          if (table[middle]! <= x) low = middle;
          else high = middle;
        }
        const step = table[high]! - table[low]!;
        const place = low + (step > 0 ? (x - table[low]!) / step : 0);
        return normalCdf((2 * furthest * place) / (grid - 1) - furthest);
      },
    },
  ];
}

/** Of two measures that are reported, at one occasion: what persistence takes from each, it takes from both alike. */
function correlationsOf({ correlations, measures }: HealthProfile): DeclaredCorrelation[] {
  if (!correlations) return [];
  const { variables, strata } = correlations;
  const isReported = (name: string): boolean => {
    const spec = measures.get(name);
    return spec?.code !== undefined && (spec.marginal !== undefined || spec.by !== undefined);
  };
  return strata.flatMap(({ sex, ages, matrix }) =>
    variables.flatMap((first, i) =>
      variables.slice(0, i).flatMap((second, j): DeclaredCorrelation[] => {
        const value = numbersOf(matrix[i]!)[j]!;
        return isReported(first) && isReported(second) ? [{ first, second, female: sex === "female", ages, value }] : [];
      }),
    ),
  );
}
