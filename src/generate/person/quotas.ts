import { DeidError } from "../../errors.ts";
import type { Stream } from "../../random/stream.ts";
import type { Cell } from "../demography.ts";
import type { Profile } from "../profile.ts";
import type { Household, Member } from "./member.ts";

type Quota = Profile["quotas"][number];

/** What a quota asks of a person's health: to have a condition on the reference date, or not to. */
export interface Wanted {
  readonly condition: string;
  readonly has: boolean;
}

/** What quotas ask of one person or household beyond what the block has settled. */
export interface Demands {
  wanted(member: Member): readonly Wanted[];
  /** Whether a household may live in a state. */
  mayLiveIn(household: Household, state: string): boolean;
}

export const noDemands: Demands = { wanted: () => [], mayLiveIn: () => true };

const isOfAgeAndSex = ({ where: { ages, sex } }: Quota, person: Cell): boolean =>
  (!ages || (ages[0] <= person.age && Math.min(100, person.age) <= ages[1])) && (!sex || sex === person.sex);

const saysMore = ({ where }: Quota): boolean => where.states !== undefined || where.condition !== undefined;

export function quotasOf({ quotas }: Profile, block: number): readonly Quota[] {
  return quotas.filter(({ blocks }) => !blocks || (blocks[0] <= block && block <= blocks[1]));
}

/** Whether a quota counts somebody of that age and sex, who must then live to be counted. */
export const isCounted = (quotas: readonly Quota[], cell: Cell): boolean => quotas.some((quota) => isOfAgeAndSex(quota, cell));

/**
 * Changes as few of a block's ages and sexes as it takes: exactly so many fit a quota of age and sex alone, at least so many one that
 * asks for more. Each quota leaves those before it as they are. Throws `bad-profile` when there are not enough to change.
 */
export function fitCells(
  people: Cell[],
  quotas: readonly Quota[],
  ages: { readonly cells: readonly Cell[]; readonly cumulative: readonly number[] },
  stream: Stream,
): void {
  quotas.forEach((quota, number) => {
    const before = quotas.slice(0, number);
    const groupOf = (cell: Cell): string => before.map((earlier) => (isOfAgeAndSex(earlier, cell) ? "1" : "0")).join("");
    const own = stream.fork(number);
    let missing = quota.exactly - people.filter((cell) => isOfAgeAndSex(quota, cell)).length;
    if (missing < 0 && saysMore(quota)) return;
    // By the group that earlier quotas put them in: the cells to draw from, as frequent as ever.
    const choices = new Map<string, { readonly cells: readonly Cell[]; readonly cumulative: readonly number[] }>();
    for (const at of shuffled(people.length, own.fork("order"))) {
      if (missing === 0) return;
      const wanted = missing > 0;
      if (isOfAgeAndSex(quota, people[at]!) === wanted) continue;
      const group = groupOf(people[at]!);
      let choice = choices.get(group);
      if (!choice) {
        choice = among(ages, (cell) => isOfAgeAndSex(quota, cell) === wanted && groupOf(cell) === group);
        choices.set(group, choice);
      }
      if (choice.cells.length === 0) continue;
      people[at] = choice.cells[own.weighted(choice.cumulative)]!;
      missing += wanted ? -1 : 1;
    }
    if (missing !== 0) refuse(number, "the profile's ages, or a quota before it, leave too few to count");
  });
}

function among(
  { cells, cumulative }: { readonly cells: readonly Cell[]; readonly cumulative: readonly number[] },
  fits: (cell: Cell) => boolean,
) {
  const chosen: Cell[] = [];
  const totals: number[] = [];
  let total = 0;
  cells.forEach((cell, i) => {
    if (!fits(cell)) return;
    total += cumulative[i]! - (cumulative[i - 1] ?? 0);
    chosen.push(cell);
    totals.push(total);
  });
  return { cells: chosen, cumulative: totals };
}

/**
 * Chooses who of a block's people meets the quotas for states and conditions. Households stay whole: a household is in the states
 * with all whom the quota counts, or outside. `stateShare` is the share of the profile's people in some states.
 */
export function settleDemands(
  households: readonly Household[],
  quotas: readonly Quota[],
  stream: Stream,
  stateShare: (states: readonly string[]) => number,
): Demands {
  const inside = new Map<Household, (readonly string[])[]>();
  const outside = new Map<Household, (readonly string[])[]>();
  const wanted = new Map<Member, Wanted[]>();
  quotas.forEach((quota, number) => {
    const { states, condition } = quota.where;
    if (!saysMore(quota)) return;
    const own = stream.fork(number);
    const counted = ({ members }: Household): readonly Member[] => members.filter((member) => isOfAgeAndSex(quota, member));
    const all = shuffled(households.length, own.fork("order"))
      .map((at) => households[at]!)
      .filter((household) => counted(household).length > 0);
    const total = all.reduce((sum, household) => sum + counted(household).length, 0);
    const share = states ? stateShare(states) : 1;
    let chosen = all;
    if (states && share < 1) {
      if (share === 0 && quota.exactly > 0) refuse(number, "nobody of the profile lives in its states");
      const target = condition ? Math.min(total, Math.max(2 * quota.exactly, Math.round(total * share))) : quota.exactly;
      chosen = [];
      let sum = 0;
      // The larger first: those with one are left to make up the number.
      for (const household of all.toSorted((a, b) => counted(b).length - counted(a).length)) {
        const count = counted(household).length;
        const fits = sum + count <= target && !contradicts(inside.get(household), outside.get(household), states);
        if (fits) {
          sum += count;
          chosen.push(household);
        }
        push(fits ? inside : outside, household, states);
      }
      if (sum < quota.exactly) refuse(number, "too few households can live in its states");
    } else if (!condition && total !== quota.exactly) refuse(number, "all of the profile's people live in its states: leave them out");
    if (!condition) return;
    const pool = chosen.flatMap(counted);
    if (pool.length < quota.exactly) refuse(number, "too few people are of that age, sex and state");
    const order = shuffled(pool.length, own.fork("pool"));
    order.forEach((at, rank) => {
      push(wanted, pool[at]!, { condition, has: rank < quota.exactly });
    });
  });
  return {
    wanted: (member) => wanted.get(member) ?? [],
    mayLiveIn: (household, state) =>
      (inside.get(household) ?? []).every((states) => states.includes(state)) &&
      !(outside.get(household) ?? []).some((states) => states.includes(state)),
  };
}

function contradicts(
  inside: readonly (readonly string[])[] | undefined,
  outside: readonly (readonly string[])[] | undefined,
  states: readonly string[],
): boolean {
  const left = states.filter(
    (state) => (inside ?? []).every((others) => others.includes(state)) && !(outside ?? []).some((others) => others.includes(state)),
  );
  return left.length === 0;
}

/**
 * Draws somebody's health until it is what the quotas want: `draw` gives another for each attempt, the first for 0.
 * Throws `bad-profile` after 20,000 attempts: of young people one in 300 has what is common among old ones.
 */
export function drawWanted<Health>(
  wanted: readonly Wanted[],
  draw: (attempt: number) => Health,
  has: (health: Health, condition: string) => boolean,
): Health {
  for (let attempt = 0; attempt < 20_000; attempt++) {
    const health = draw(attempt);
    if (wanted.every((want) => has(health, want.condition) === want.has)) return health;
  }
  throw new DeidError(
    "bad-profile",
    "a quota for a condition cannot be met: nobody of its age and sex has it, or everybody",
    { at: "quotas" },
    "name a condition that the profile gives to people of that age and sex",
  );
}

function refuse(number: number, why: string): never {
  throw new DeidError("bad-profile", `a quota cannot be met: ${why}`, { at: `quotas.${number}` }, "ask for fewer, or of more people");
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function shuffled(length: number, stream: Stream): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = stream.int(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
