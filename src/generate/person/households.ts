import type { Stream } from "../../random/stream.ts";
import type { Day } from "../days.ts";
import { pairOff } from "./couples.ts";
import { giveParents, type Household, type Member, mayBear, youngestMother } from "./member.ts";
import { placeRelatives } from "./relatives.ts";

export interface HouseholdSetting {
  readonly reference: Day;
  /** The share of children under 18 who are one of twins. */
  readonly twins: number;
  /** The share of households in which somebody has parents in another. */
  readonly relatives: number;
}

/**
 * Gives each of a block's people a household: couples, children with two parents, one or none, grown children and old parents at
 * home, flat shares, and those who live alone. Nobody's age or sex is changed for it, so that those stay as they were drawn.
 */
export function planHouseholds(members: readonly Member[], stream: Stream, setting: HouseholdSetting): Household[] {
  pairOff(members, stream.fork("couples"), setting.reference);
  placeChildren(members, stream.fork("children"), setting);
  placeGrownChildren(members, stream.fork("grown"));
  placeOldParents(members, stream.fork("old"));
  const households = settle(members, stream.fork("settle"));
  placeRelatives(households, stream.fork("relatives"), setting.relatives);
  return households;
}

/** Relative births by age of the mother, from 16 to 45: judgement near the shape of US birth rates (NVSR 70-17, 2020: highest at 30-34). */
const births = [2, 4, 8, 14, 20, 26, 32, 38, 44, 50, 55, 60, 65, 70, 74, 76, 76, 74, 70, 64, 56, 48, 39, 30, 22, 15, 9, 5, 3, 1];
const oldestMother = youngestMother + births.length - 1;

/** How readily a mother of so many has one more: families of one and two are the most. */
const another = [1, 2.2, 1, 0.6, 0.4, 0.2];

/**
 * Two parents for three in four children under 6 and 68 in 100 of those of 12 to 17 (Census Bureau, CB23-TPS.116, 2023); of the rest
 * four in five with their mother (CB24: 80 % of one-parent groups are a mother's).
 */
const twoParents = (age: number): number => (age < 6 ? 0.75 : age < 12 ? 0.71 : 0.68);

function placeChildren(members: readonly Member[], stream: Stream, { twins }: HouseholdSetting): void {
  const children = members.filter(({ age }) => age < 18).sort((a, b) => a.birth - b.birth);
  const women = members.filter(({ sex, age }) => sex === "female" && age >= youngestMother && age <= oldestMother + 17);
  const men = members.filter(({ sex, age, partner }) => sex === "male" && age >= 17 && age <= 65 && !partner);
  const luck = stream.fork("luck");
  // Some women have no children at home, some have many.
  const readiness = women.map(() => (luck.chance(0.28) ? 0.05 : 0.4 + 1.2 * luck.next()));
  const running: number[] = [];
  for (const child of children) {
    if (child.mother || child.father) continue;
    const luckOfChild = luck.next();
    const kin = luck.chance(twins / 2)
      ? children.find((other) => other !== child && other.age === child.age && !other.mother && !other.father)
      : undefined;
    if (kin) kin.birth = child.birth;
    const couple = luckOfChild < twoParents(child.age);
    const alone = luckOfChild < 1 - (1 - twoParents(child.age)) * 0.2;
    const weigh = (wanted: "couple" | "alone" | "any"): number => {
      let total = 0;
      running.length = 0;
      for (let at = 0; at < women.length; at++) {
        const woman = women[at]!;
        const age = woman.age - child.age - youngestMother;
        const isWanted = age >= 0 && age < births.length && (wanted === "any" || (woman.partner?.sex === "male") === (wanted === "couple"));
        if (isWanted && mayBear(woman, child.birth)) total += births[age]! * readiness[at]! * (another[woman.children.length] ?? 0.05);
        running.push(total);
      }
      return total;
    };
    if (!couple && !alone && adoptBySingleFather(child, kin, men, luck)) continue;
    // In a block where none is left of the sort looked for, any woman of the right age.
    if (weigh(couple ? "couple" : "alone") === 0 && weigh("any") === 0) continue;
    const mother = women[luck.weighted(running)]!;
    for (const own of kin ? [child, kin] : [child]) giveParents(own, mother);
  }
}

function adoptBySingleFather(child: Member, kin: Member | undefined, men: readonly Member[], stream: Stream): boolean {
  const fitting = men.filter(({ age, children }) => age - child.age >= 18 && age - child.age <= 45 && children.length < 3);
  if (fitting.length === 0) return false;
  const withOne = fitting.filter(
    ({ children }) => children.length > 0 && children.every((other) => Math.abs(other.birth - child.birth) > 330),
  );
  const without = fitting.filter(({ children }) => children.length === 0);
  const choice = withOne.length > 0 && (without.length === 0 || stream.chance(0.5)) ? withOne : without;
  if (choice.length === 0) return false;
  const father = stream.pick(choice);
  for (const own of kin ? [child, kin] : [child]) {
    own.father = father;
    father.children.push(own);
  }
  return true;
}

/** 56 % of people of 18-24 live with their parents and 16 % of 25-34 (Census Bureau, 2022, as CB24-TPS.56); beyond, judgement. */
const livesAtHome = (age: number): number => (age < 25 ? 0.65 : age < 35 ? 0.36 : age < 60 ? 0.1 : 0);

function placeGrownChildren(members: readonly Member[], stream: Stream): void {
  const women = members.filter(({ sex, age }) => sex === "female" && age >= 18 + youngestMother && age < 90);
  for (const child of members) {
    if (child.age < 18 || child.age >= 60 || child.union || child.children.length > 1) continue;
    if (!stream.chance(livesAtHome(child.age))) continue;
    const fitting = women.filter(
      (woman) =>
        woman.age - child.age >= youngestMother &&
        woman.age - child.age <= 42 &&
        woman.children.length < 4 &&
        mayBear(woman, child.birth) &&
        woman !== child,
    );
    if (fitting.length === 0) continue;
    const mother = stream.pick(fitting);
    child.mother = mother;
    mother.children.push(child);
    const { partner } = mother;
    if (partner?.sex === "male" && partner.age - child.age >= 17) {
      child.father = partner;
      partner.children.push(child);
    }
  }
}

/** Three in ten of those over 70 without a spouse live with a son or daughter (judgement). */
function placeOldParents(members: readonly Member[], stream: Stream): void {
  for (const parent of members) {
    if (parent.age < 70 || parent.union || parent.children.length > 0 || !stream.chance(0.4)) continue;
    const role = parent.sex === "female" ? "mother" : "father";
    const fitting = members.filter(
      (child) =>
        !child.mother &&
        !child.father &&
        child.age >= 30 &&
        parent.age - child.age >= 18 &&
        parent.age - child.age <= 42 &&
        child !== parent,
    );
    if (fitting.length === 0) continue;
    const child = stream.pick(fitting);
    child[role] = parent;
    parent.children.push(child);
  }
}

/** Whoever is tied to somebody lives with them; of the rest some young people share a flat, and the others live alone. */
function settle(members: readonly Member[], stream: Stream): Household[] {
  const households: Household[] = [];
  const gather = (first: Member): void => {
    const household: Household = { members: [] };
    const queue = [first];
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (next.household) continue;
      next.household = household;
      household.members.push(next);
      queue.push(...[next.partner, ...next.children, next.mother, next.father].filter((other) => other !== undefined));
    }
    households.push(household);
  };
  // The head: of a couple the one who comes first, else the oldest of those without a parent at home.
  const heads = members.filter(({ mother, father }) => !mother && !father).sort((a, b) => b.age - a.age);
  const open: Member[] = [];
  for (const head of heads) {
    if (head.household) continue;
    const isAlone = !head.partner && head.children.length === 0;
    if (isAlone && head.union === undefined && (head.age < 18 || (head.age < 40 && stream.chance(0.55)))) open.push(head);
    else gather(head);
  }
  // Already in the order of age.
  for (let at = 0; at < open.length; ) {
    const household: Household = { members: open.slice(at, at + stream.int(2, 3)) };
    at += household.members.length;
    for (const member of household.members) member.household = household;
    households.push(household);
  }
  return households;
}
