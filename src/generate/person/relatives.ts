import type { Stream } from "../../random/stream.ts";
import { giveParents, type Household, type Member, mayBear, youngestMother } from "./member.ts";

const oldestMother = 42;
const mostChildren = 5;

/**
 * Gives some of the people who have left home a mother in another household, and her husband for a father where his age allows it; they
 * live near them. From the oldest household to the youngest, so that nobody is near somebody who is near them.
 */
export function placeRelatives(households: readonly Household[], stream: Stream, share: number): void {
  const mothers: Member[] = [];
  for (const household of [...households].sort((a, b) => oldest(b) - oldest(a))) {
    const [head] = household.members;
    const couple = head!.partner === undefined ? [head!] : [head!, head!.partner];
    const orphans = couple.filter(({ age, mother, father }) => age >= 18 && !mother && !father);
    if (orphans.length === couple.length && stream.chance(share)) {
      const child = stream.pick(orphans);
      const fitting = mothers.filter(
        (woman) =>
          woman.age - child.age >= youngestMother + 1 &&
          woman.age - child.age <= oldestMother &&
          woman.children.length < mostChildren &&
          mayBear(woman, child.birth),
      );
      if (fitting.length > 0) adopt(child, stream.pick(fitting));
    }
    for (const member of household.members) if (member.sex === "female" && member.age >= 18 + youngestMother) mothers.push(member);
  }
}

const oldest = ({ members }: Household): number => members.reduce((most, { age }) => Math.max(most, age), 0);

function adopt(child: Member, mother: Member): void {
  giveParents(child, mother);
  child.household!.near = mother.household!;
}
