import type { Stream } from "../../random/stream.ts";
import { yearlyDeathChance } from "../../tables/mortality.ts";
import { birthdayOf, type Day, isoOf } from "../days.ts";
import { type Cell, createAges } from "../demography.ts";
import type { Profile } from "../profile.ts";
import { planHouseholds } from "./households.ts";
import { drawDeath } from "./life.ts";
import { type Household, type Member, newMember } from "./member.ts";

/** People are planned by blocks of so many indices: whoever shares a home, a quota or a duplicate is within one. */
export const blockSize = 1000;

export interface Block {
  /** In the order of their indices: household by household, the head first. */
  readonly members: readonly Member[];
  readonly households: readonly Household[];
}

export interface BlockSetting {
  readonly profile: Profile;
  readonly reference: Day;
  /** The day on which the population begins: all are alive then or born later. */
  readonly begin: Day;
}

/** Gives the block of a number, counting from 0: a function of (profile, seed, number). Keeps the last few. */
export function createBlocks(root: Stream, setting: BlockSetting): (number: number) => Block {
  const { profile } = setting;
  const ages = createAges(profile.people.ages, profile.history.years);
  const kept = new Map<number, Block>();
  return (number) => {
    const known = kept.get(number);
    if (known) return known;
    const block = planBlock(number, root.fork(number), setting, ages);
    if (kept.size >= 4) kept.delete(kept.keys().next().value!);
    kept.set(number, block);
    return block;
  };
}

function planBlock(number: number, stream: Stream, setting: BlockSetting, ages: ReturnType<typeof createAges>): Block {
  const [cells, births, deaths] = [stream.fork("age"), stream.fork("birth"), stream.fork("death")];
  const people = Array.from({ length: blockSize }, () => {
    const { sex, age } = older(ages.cells[cells.weighted(ages.cumulative)]!, cells);
    const birth = drawBirth(births, age, setting.reference);
    return newMember({ sex, age, birth, death: drawDeath(sex, birth, Math.max(birth, setting.begin), deaths) });
  });
  const households = planHouseholds(people, stream.fork("households"), {
    reference: setting.reference,
    twins: setting.profile.households.twins,
  });
  shuffle(households, stream.fork("order"));
  const members = households.flatMap((household) => household.members);
  members.forEach((member, i) => {
    member.index = number * blockSize + i;
  });
  return { members, households };
}

/** The oldest cell holds all ages from 100 up: as many of each as the one before leaves alive. */
function older({ sex, age }: Cell, stream: Stream): Cell {
  let years = age;
  if (age === 100) while (years < 109 && stream.next() >= yearlyDeathChance(sex, years)) years++;
  return { sex, age: years };
}

/** A day on which somebody would be `age` years old on the reference date. */
function drawBirth(stream: Stream, age: number, reference: Day): Day {
  const oldest = birthdayOf(isoOf(reference), -age - 1) + 1;
  const youngest = birthdayOf(isoOf(reference), -age);
  return stream.int(oldest, youngest);
}

function shuffle<T>(list: T[], stream: Stream): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = stream.int(0, i);
    const held = list[i]!;
    list[i] = list[j]!;
    list[j] = held;
  }
}
