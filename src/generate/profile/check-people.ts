import { weightsOf } from "../person/weights.ts";
import type { Profile } from "../profile.ts";
import type { Problem } from "./check-health.ts";

/** Why nobody can be of a profile's people. */
export function peopleProblem(profile: Profile): Problem | undefined {
  const { ages, have = [] } = profile.people;
  if (!have.every((name) => profile.conditions[name]?.percent !== undefined))
    return { path: ["people", "have"], message: "no condition with a percentage has this name" };
  const weigh = weightsOf(profile);
  for (let age = ages[0]; age <= ages[1]; age++) if (weigh({ sex: "female", age }) + weigh({ sex: "male", age }) > 0) return undefined;
  return { path: ["people"], message: "its weights, or what all of them have, leave nobody of these ages" };
}
