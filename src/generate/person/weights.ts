import type { Cell } from "../demography.ts";
import { curveFor, valueAt } from "../health/curve.ts";
import { healthProfile, prevalence } from "../health/variables.ts";
import type { Profile } from "../profile.ts";

/** How much more or less frequent people of a sex and age are than in the population: by the profile's weights, and by what all of them have. */
export function weightsOf(profile: Profile): (cell: Cell) => number {
  const { weights, have = [] } = profile.people;
  const health = healthProfile(profile);
  return ({ sex, age }) => {
    const share = have.reduce((product, name) => product * (prevalence(health, name, sex, age + 0.5) ?? 0), 1);
    return share * (weights === undefined ? 1 : Math.max(0, valueAt(curveFor(weights, sex), age)));
  };
}
