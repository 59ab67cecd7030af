import type { Stream } from "../../random/stream.ts";
import type { Coded } from "../../record/coded.ts";
import type { Day } from "../days.ts";
import type { Model } from "./create-health.ts";
import { familyOf } from "./family.ts";
import type { Circumstances, Health, HealthAllergy, HealthCondition, Measured, RelativeCondition, Taken } from "./health.ts";
import type { Measuring } from "./measuring.ts";
import type { Person } from "./person.ts";
import { allergiesOf, causeOfDeath, conditionsOf, taken } from "./state.ts";

/**
 * One person's health, worked out as it is asked for. A class, because V8 gives each object literal with a getter a shape of its
 * own, which keeps all that the getter knows until the next full collection: a fifth of the memory of people only.
 */
export class OwnHealth implements Health {
  readonly #model: Model;
  readonly #person: Person;
  readonly #measuring: Measuring;
  #conditions: readonly HealthCondition[] | undefined;
  #allergies: readonly HealthAllergy[] | undefined;
  #family: readonly RelativeCondition[] | undefined;

  constructor(model: Model, person: Person, measuring: Measuring) {
    this.#model = model;
    this.#person = person;
    this.#measuring = measuring;
  }

  get conditions(): readonly HealthCondition[] {
    this.#conditions ??= conditionsOf(this.#model, this.#person);
    return this.#conditions;
  }

  get allergies(): readonly HealthAllergy[] {
    this.#allergies ??= allergiesOf(this.#model, this.#person);
    return this.#allergies;
  }

  get familyHistory(): readonly RelativeCondition[] {
    this.#family ??= familyOf(this.#model, this.#person);
    return this.#family;
  }

  has(name: string, day: Day): boolean {
    return this.#person.has(name, this.#person.ageOn(day));
  }

  takes(day: Day): readonly Taken[] {
    return taken(this.#model, this.#person, day);
  }

  measure(day: Day, names: readonly string[], visit: Stream, circumstances?: Circumstances): readonly Measured[] {
    return this.#measuring.measure(day, names, visit, circumstances);
  }

  usual(name: string, day: Day): number | undefined {
    return this.#measuring.usual(name, this.#person.ageOn(day));
  }

  risk(name: string): number {
    return this.#person.risk(name);
  }

  causeOfDeath(day: Day, stream: Stream): Coded | undefined {
    return causeOfDeath(this.#model, this.#person, day, stream);
  }
}
