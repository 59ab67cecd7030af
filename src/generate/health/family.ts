import { normalCdf } from "../../random/arithmetic.ts";
import type { Sex } from "../../record/patient.ts";
import type { Model } from "./create-health.ts";
import { crossing, valueAt } from "./curve.ts";
import type { RelativeCondition } from "./health.ts";
import { scoreFrom } from "./latent.ts";
import type { Person } from "./person.ts";
import { icd } from "./state.ts";

const relatives: readonly {
  readonly relationship: RelativeCondition["relationship"];
  readonly sex: Sex;
  readonly older: readonly [number, number];
}[] = [
  { relationship: "mother", sex: "female", older: [19, 38] },
  { relationship: "father", sex: "male", older: [20, 44] },
  { relationship: "sister", sex: "female", older: [-9, 9] },
  { relationship: "brother", sex: "male", older: [-9, 9] },
];

/** Nobody's history goes on beyond this age: by then a relative has died, or is hardly asked about. */
const oldest = 85;

/**
 * What parents and siblings had by the reference date: a liability that shares with the person's what the profile says,
 * against the percentages for the relative's own sex and age. One in two has a sister, one in two a brother (judgement).
 */
export function familyOf(model: Model, person: Person): readonly RelativeCondition[] {
  const list: RelativeCondition[] = [];
  for (const { relationship, sex, older } of relatives) {
    const own = person.stream.fork("family").fork(relationship);
    const isSibling = older[0] < 0;
    if (isSibling && !own.fork("is").chance(0.5)) continue;
    const age = Math.min(oldest, person.referenceAge + own.fork("age").int(older[0], older[1]));
    for (const [name, { code, display, family = 0, death }] of model.profile.conditions) {
      const curve = code === undefined || family === 0 ? undefined : model.shareOf(name, sex);
      if (!curve || age < curve.ages[0]!) continue;
      const score = family * person.score(name) + Math.sqrt(1 - family * family) * scoreFrom(own, name);
      const rank = normalCdf(-score);
      if (valueAt(curve, age) <= rank) continue;
      const onset = crossing(curve, rank, 0, age) ?? age;
      list.push({ name, relationship, code: icd(death?.code ?? code!, death?.display ?? display!), onsetAge: Math.floor(onset) });
    }
  }
  return list;
}

/** As people tell it: by decades, and of young years not at all. */
export function aboutWhen({ onsetAge, ...told }: RelativeCondition): RelativeCondition {
  return onsetAge === undefined || onsetAge < 30 ? told : { ...told, onsetAge: 10 * Math.floor(onsetAge / 10) };
}
