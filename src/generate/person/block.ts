import type { Stream } from "../../random/stream.ts";
import { yearlyDeathChance } from "../../tables/mortality.ts";
import { birthdayOf, type Day, dayOf, isoOf } from "../days.ts";
import { type Cell, createAges } from "../demography.ts";
import type { Places } from "../places.ts";
import type { Profile } from "../profile.ts";
import { planHouseholds } from "./households.ts";
import { drawDeath } from "./life.ts";
import { type Member, newMember } from "./member.ts";
import { type Demands, fitCells, isCounted, noDemands, quotasOf, settleDemands } from "./quotas.ts";
import { weightsOf } from "./weights.ts";

/** People are planned by blocks of so many indices: whoever shares a home, a quota or a duplicate is within one. */
export const blockSize = 1000;

export interface Block {
  /** Whose record an index of the block holds, counting from 0: household by household, the head first. */
  readonly members: readonly Member[];
  /** For an index that holds somebody's second record, and for that somebody's own: the second's index in the population. */
  readonly seconds: ReadonlyMap<Member, number>;
  readonly demands: Demands;
}

export interface BlockSetting {
  readonly profile: Profile;
  readonly reference: Day;
  /** The day on which the population begins: all are alive then or born later. */
  readonly begin: Day;
  readonly places: Places;
}

/** Gives the block of a number, counting from 0: a function of (profile, seed, number). Keeps the last few. */
export function createBlocks(root: Stream, setting: BlockSetting): (number: number) => Block {
  const { profile } = setting;
  const ages = createAges(profile.people.ages, profile.history.years, weightsOf(profile));
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
  const { profile, reference, begin } = setting;
  const duplicates = Math.round(profile.quality.duplicates * blockSize);
  const [draws, births, deaths] = [stream.fork("age"), stream.fork("birth"), stream.fork("death")];
  const cells = Array.from({ length: blockSize - duplicates }, () => ages.cells[draws.weighted(ages.cumulative)]!);
  const quotas = quotasOf(profile, number);
  if (quotas.length > 0) fitCells(cells, quotas, ages, stream.fork("quotas"));
  const olderBy = stream.fork("oldest");
  const drawn = cells.map((cell) => {
    const { sex, age } = older(cell, olderBy);
    const birth = drawBirth(births, age, reference, profile.oddities);
    // Whom a quota counts is there to be counted.
    const from = quotas.length > 0 && isCounted(quotas, cell) ? reference : begin;
    return newMember({ sex, age, birth, death: drawDeath(sex, birth, Math.max(birth, from), deaths) });
  });
  const households = planHouseholds(drawn, stream.fork("households"), { reference, ...profile.households });
  const demands = quotas.length === 0 ? noDemands : settleDemands(households, quotas, stream.fork("demands"), setting.places.shareOf);
  shuffle(households, stream.fork("order"));
  const people = households.flatMap((household) => household.members);
  const { members, seconds } = addSeconds(people, duplicates, number * blockSize, stream.fork("duplicates"));
  if (profile.oddities.namesakes > 0) pairNamesakes(people, stream.fork("namesakes"), profile.oddities.namesakes);
  return { members, seconds, demands };
}

/** Numbers a block's people and puts second records of some of them anywhere between. */
function addSeconds(people: readonly Member[], count: number, first: number, stream: Stream): Pick<Block, "members" | "seconds"> {
  const places = new Set<number>();
  while (places.size < count) places.add(stream.int(0, blockSize - 1));
  const rest = people.values();
  const members: Member[] = [];
  for (let at = 0; at < blockSize; at++) {
    // Who is in a second record is not known before all have their numbers.
    const member = places.has(at) ? people[0]! : rest.next().value!;
    if (!places.has(at)) member.index = first + at;
    members.push(member);
  }
  const seconds = new Map<Member, number>();
  for (const at of [...places].sort((a, b) => a - b)) {
    let member = stream.pick(people);
    while (seconds.has(member)) member = stream.pick(people);
    members[at] = member;
    seconds.set(member, first + at);
  }
  return { members, seconds };
}

/** The oldest cell holds all ages from 100 up: as many of each as the one before leaves alive. */
function older({ sex, age }: Cell, stream: Stream): Cell {
  let years = age;
  if (age === 100) while (years < 109 && stream.next() >= yearlyDeathChance(sex, years)) years++;
  return { sex, age: years };
}

/** A day on which somebody would be `age` years old on the reference date. */
function drawBirth(stream: Stream, age: number, reference: Day, { leapDays, unknownBirthDates }: Profile["oddities"]): Day {
  const oldest = birthdayOf(isoOf(reference), -age - 1) + 1;
  const youngest = birthdayOf(isoOf(reference), -age);
  const drawn = stream.int(oldest, youngest);
  if (unknownBirthDates > 0 && age >= 18 && stream.fork(drawn).fork("unknown").chance(unknownBirthDates)) {
    const newYear = dayOf(`${isoOf(youngest).slice(0, 4)}-01-01`);
    return newYear >= oldest ? newYear : drawn;
  }
  if (leapDays === 0) return drawn;
  const leapDay = [oldest, youngest]
    .map((day) => dayOf(`${isoOf(day).slice(0, 4)}-03-01`) - 1)
    .find((day) => isLeapDay(day) && day >= oldest && day <= youngest);
  // One year in four has the day.
  return leapDay !== undefined && stream.fork(drawn).chance(Math.min(1, 4 * leapDays)) ? leapDay : drawn;
}

const isLeapDay = (day: Day): boolean => isoOf(day).endsWith("-02-29");

/** Gives people who live alone the birth date and the name of another such of their sex and age. */
function pairNamesakes(members: readonly Member[], stream: Stream, share: number): void {
  const first = new Map<string, Member>();
  for (const member of members) {
    // A name that parents passed on stays.
    if (member.household!.members.length > 1 || member.union || member.mother || member.father || member.children.length > 0) continue;
    const key = `${member.sex} ${member.age}`;
    const other = first.get(key);
    if (!other) first.set(key, member);
    else if (stream.chance(share) && member.death > other.birth) {
      member.namesake = other;
      member.birth = other.birth;
      first.delete(key);
    }
  }
}

function shuffle<T>(list: T[], stream: Stream): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = stream.int(0, i);
    const held = list[i]!;
    list[i] = list[j]!;
    list[j] = held;
  }
}
