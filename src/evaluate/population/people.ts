import { createIds, type Ids } from "./ids.ts";

/** What is kept of the people of a folder, a column an attribute. Days count from 1970, seconds likewise. */
export interface People {
  readonly ids: Ids;
  size: number;
  /** Day of birth; NaN where it is none. */
  readonly birth: number[];
  /** Second of death; NaN of the living. Of a death without a time its day's first. */
  readonly death: number[];
  readonly deathHasTime: boolean[];
  /** 1 female, 0 male, NaN neither. */
  readonly female: number[];
  /** A place in `races`. */
  readonly race: number[];
  readonly state: string[];
  /** How many people a household holds, by its place; nobody's where there are none. */
  readonly households: Map<string, number>;
  /** Hospital stays, by person and then by time once everything is read. */
  readonly stays: Stay[];
}

export interface Stay {
  readonly person: number;
  readonly start: number;
  readonly end: number;
  readonly row: number;
}

export const createPeople = (): People => ({
  ids: createIds(),
  size: 0,
  birth: [],
  death: [],
  deathHasTime: [],
  female: [],
  race: [],
  state: [],
  households: new Map(),
  stays: [],
});

export const isAlive = ({ birth, death }: People, person: number, day: number): boolean =>
  birth[person]! <= day && !(death[person]! < (day + 1) * 86400);
