import type { MaritalStatus, Sex } from "../../record/patient.ts";
import type { Day } from "../days.ts";

/** What a block decides of one of its people: who they are to each other. Built up by `planHouseholds`, then left alone. */
export interface Member {
  /** The patient's index in the population. */
  index: number;
  readonly sex: Sex;
  /** In whole years on the reference date, whether or not they live to see it. */
  readonly age: number;
  /** The day of birth; that of twins is moved to be the same. */
  birth: Day;
  readonly death: Day;
  household: Household | undefined;
  maritalStatus: MaritalStatus;
  /** Husband, wife or partner at the same address. */
  partner: Member | undefined;
  /** Whether the partner is husband or wife, or somebody married has theirs outside this population. */
  union: "marriage" | "partnership" | "marriage elsewhere" | undefined;
  mother: Member | undefined;
  father: Member | undefined;
  readonly children: Member[];
  /** Somebody else with the same name and birth date. */
  namesake: Member | undefined;
}

/** People who live at one address; the first is its head. */
export interface Household {
  readonly members: Member[];
  /** The household of somebody's parents, in whose neighbourhood they live. */
  near?: Household;
}

export const youngestMother = 16;

/** Alive, of age, and neither pregnant already nor newly delivered. */
export function mayBear(woman: Member, birth: Day): boolean {
  if (woman.death <= birth || birth - woman.birth < youngestMother * 365.25) return false;
  return woman.children.every((other) => Math.abs(other.birth - birth) > 330);
}

/** Makes somebody a woman's child, and her husband's, where he was old enough and lived when it was conceived. */
export function giveParents(child: Member, mother: Member): void {
  child.mother = mother;
  mother.children.push(child);
  const { partner } = mother;
  if (partner?.sex === "male" && partner.age - child.age >= 17 && partner.death > child.birth - 250) {
    child.father = partner;
    partner.children.push(child);
  }
}

export function newMember({ sex, age, birth, death }: Pick<Member, "sex" | "age" | "birth" | "death">): Member {
  return {
    sex,
    age,
    birth,
    death,
    index: -1,
    household: undefined,
    maritalStatus: "never married",
    partner: undefined,
    union: undefined,
    mother: undefined,
    father: undefined,
    children: [],
    namesake: undefined,
  };
}
