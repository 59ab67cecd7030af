import type { Stream } from "../../random/stream.ts";
import type { Day } from "../days.ts";
import { drawUnmarried, marriedShare } from "./marriage.ts";
import type { Member } from "./member.ts";

/**
 * Pairs people off: first wives and husbands as many as are married by sex and age, then partners; gives everybody a marital
 * status on the reference day. Whoever finds nobody of the right age is married to somebody outside.
 */
export function pairOff(members: readonly Member[], stream: Stream, reference: Day): void {
  const adults = members.filter(({ age }) => age >= 18);
  const free = { female: byAge(adults, "female"), male: byAge(adults, "male") };
  const weddings = stream.fork("weddings");
  for (const woman of adults) {
    if (woman.sex !== "female" || woman.union || !weddings.chance(marriedShare("female", woman.age))) continue;
    // 1 in 100 marriages of women is with a woman (judgement; 0.9 % of married couples in the Census Bureau's survey of 2019).
    const sex = weddings.chance(0.01) ? "female" : "male";
    remove(free.female, woman);
    // Husbands are 2.3 years older on average, half of them within 3 years (judgement).
    join(woman, take(free[sex], woman.age + spread(weddings, 2, 9), 4, 18), "marriage");
  }
  for (const man of adults) {
    if (man.sex !== "male" || man.union || !weddings.chance(0.01)) continue;
    remove(free.male, man);
    join(man, take(free.male, man.age + spread(weddings, 0, 8), 4, 18), "marriage");
  }
  // Where wives are too few, as in a profile without people of their age, husbands have theirs outside.
  const men = adults.filter(({ sex }) => sex === "male");
  const expected = men.reduce((sum, { age }) => sum + marriedShare("male", age), 0);
  const missing = expected - men.filter(({ union }) => union !== undefined).length;
  const single = men.filter(({ union }) => union === undefined);
  const mayBe = single.reduce((sum, { age }) => sum + marriedShare("male", age), 0);
  for (const man of single)
    if (missing > expected / 5 && weddings.chance((marriedShare("male", man.age) * missing) / mayBe)) join(man, undefined, "marriage");

  const flings = stream.fork("partners");
  for (const woman of adults) {
    if (woman.sex !== "female" || woman.union || !flings.chance(livesWithPartner(woman.age))) continue;
    const man = take(free.male, woman.age + spread(flings, 2, 9), 4, 18);
    if (man) join(woman, man, "partnership");
  }
  const status = stream.fork("status");
  for (const member of adults) {
    const draw = drawUnmarried(status, member.sex, member.age);
    const isWidowed = member.union === "marriage" && member.partner!.death < reference;
    member.maritalStatus = isWidowed ? "widowed" : member.union?.startsWith("marriage") ? "married" : draw;
  }
}

/** Of women without a husband. About 17 % of all at 25-34, husbands or not (Census Bureau, CB24-TPS.56); the rest judgement. */
const livesWithPartner = (age: number): number =>
  age < 22 ? 0.1 : age < 25 ? 0.2 : age < 35 ? 0.32 : age < 50 ? 0.22 : age < 65 ? 0.12 : 0.05;

/** A whole number about `mean`, most often near it, up to `most` away. */
const spread = (stream: Stream, mean: number, most: number): number =>
  Math.round(mean + ((stream.next() + stream.next() + stream.next()) / 1.5 - 1) * most);

type ByAge = Member[][];

/** The people of a sex by age, each list to be taken from its end. */
function byAge(adults: readonly Member[], sex: Member["sex"]): ByAge {
  const lists: ByAge = Array.from({ length: 131 }, () => []);
  for (const member of adults) if (member.sex === sex) lists[member.age]!.push(member);
  return lists;
}

function remove(lists: ByAge, member: Member): void {
  const list = lists[member.age]!;
  const at = list.indexOf(member);
  if (at >= 0) list.splice(at, 1);
}

/** Takes whoever is nearest to an age, at most `within` years away and at least `youngest` years old. */
function take(lists: ByAge, age: number, within: number, youngest: number): Member | undefined {
  for (let off = 0; off <= within; off++) {
    for (const near of [age - off, age + off]) {
      const found = near >= youngest ? lists[near]?.pop() : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

function join(one: Member, other: Member | undefined, union: "marriage" | "partnership"): void {
  one.union = other ? union : "marriage elsewhere";
  if (!other) return;
  one.partner = other;
  other.partner = one;
  other.union = union;
}
