import { DeidError } from "../../errors.ts";
import type { Stream } from "../../random/stream.ts";
import type { Patient, PersonName } from "../../record/patient.ts";
import type { Address } from "../../record/place.ts";
import { type Day, isoOf } from "../days.ts";
import { make } from "../make.ts";
import { drawGiven, drawName, drawSurname, originOf } from "../names.ts";
import { drawLanguage } from "../people.ts";
import type { Places } from "../places.ts";
import type { Profile } from "../profile.ts";
import { drawStreet } from "../shared-records.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Household, Member } from "./member.ts";
import { legalOf, oddAddress, oddFamily, oddName } from "./oddities.ts";
import type { Demands } from "./quotas.ts";

/** Where a household lives. */
export interface Home {
  readonly id: string;
  /** The row of `zipPlaces`. */
  readonly row: number;
  readonly address: Address;
  /** Where they lived before, where they moved. */
  readonly former?: { readonly address: Address; readonly until: string };
}

/** What relatives have in common, or pass on. */
export interface Identity
  extends Pick<Patient, "race" | "hispanic" | "language" | "sex" | "name" | "otherNames" | "sexAtBirth" | "restriction"> {
  /** The family name of birth. */
  readonly birthFamily: string;
}

export interface Identities {
  home(household: Household): Home;
  /** Whether somebody's parents are theirs: those who were found for them in another household are if they are of one origin. */
  isKin(child: Member): boolean;
  of(member: Member): Identity;
}

export interface IdentitySetting {
  readonly profile: Profile;
  readonly reference: Day;
  readonly places: Places;
  readonly vocabulary: Vocabulary;
  drawOrigin(stream: Stream, row: number, state: string, age: number): Pick<Patient, "race" | "hispanic">;
  demandsOf(household: Household): Demands;
  /** The stream of a patient's person, by index. */
  streamOf(index: number): Stream;
}

/** Names, origins and homes by household: children have their parents' origin and family name, wives mostly their husband's. */
export function createIdentities({ profile, reference, places, vocabulary, drawOrigin, demandsOf, streamOf }: IdentitySetting): Identities {
  const homes = new WeakMap<Household, Home>();
  const known = new WeakMap<Member, Identity>();
  const { husbandsName, bothNames, mixed } = profile.households;

  function home(household: Household): Home {
    let found = homes.get(household);
    if (!found) {
      const stream = streamOf(household.members[0]!.index);
      const within = stream.fork("place");
      const { mayLiveIn } = demandsOf(household);
      const anywhere = places.drawRow(within);
      const drawn = household.near === undefined ? anywhere : home(household.near).row;
      const state = places.stateOf(drawn);
      const row = mayLiveIn(household, state) ? drawn : places.drawRowIn(within, (other) => mayLiveIn(household, other));
      if (row === undefined) {
        throw new DeidError(
          "bad-profile",
          "quotas leave a household no state to live in",
          { at: "quotas" },
          "let the profile have more states",
        );
      }
      const address = { street: drawStreet(stream.fork("street"), vocabulary), ...places.of(row, within) };
      found = {
        id: make("uuid", stream.fork("household")),
        row,
        address: oddAddress(address, stream.fork("odd-address"), profile.oddities),
        ...formerOf(household, row, stream.fork("move")),
      };
      homes.set(household, found);
    }
    return found;
  }

  /** A house in the same town, until a day since the history begins that all of them lived to see. */
  function formerOf({ members }: Household, row: number, stream: Stream): Pick<Home, "former"> {
    const { years } = profile.history;
    if (!stream.chance(Math.min(1, profile.households.moves * years))) return {};
    const until = reference - stream.int(1, Math.max(1, Math.round(years * 365.25)));
    if (members.some(({ death }) => death <= until)) return {};
    return {
      former: { address: { street: drawStreet(stream.fork("street"), vocabulary), ...places.of(row, stream) }, until: isoOf(until) },
    };
  }

  /** Origins pass from parents to children and from one partner to the other; whoever has neither draws their own. */
  function originOfMember(member: Member): Pick<Patient, "race" | "hispanic"> {
    const before = known.get(member);
    if (before) return before;
    const stream = streamOf(member.index);
    const parents = [member.mother, member.father].filter((parent) => parent !== undefined).filter(sharesHome(member));
    if (parents.length > 0) return originOfMember(stream.fork("origin-of").pick(parents)!);
    const { row } = home(member.household!);
    const own = () => drawOrigin(stream.fork("origin"), row, places.stateOf(row), member.age);
    const { partner } = member;
    // Of two without parents at home the one with the lower index draws.
    if (partner && (hasParents(partner) || partner.index < member.index))
      return stream.fork("mixed").chance(mixed) ? own() : originOfMember(partner);
    return own();
  }

  // Each is of the origin that their own age makes likely; so nobody's passes on to those of another age who live elsewhere.
  function isKin(child: Member): boolean {
    const parent = child.mother ?? child.father;
    if (parent === undefined || sharesHome(child)(parent)) return true;
    const [own, theirs] = [originOfMember(child), originOfMember(parent)];
    return own.race === theirs.race && own.hispanic === theirs.hispanic;
  }

  function birthFamily(member: Member): string {
    const { mother, father } = member;
    if (father && isKin(member)) return birthFamily(father);
    if (mother && isKin(member)) return of(mother).name.family;
    const { race, hispanic } = originOfMember(member);
    const stream = streamOf(member.index);
    const group = originOf(race, hispanic);
    return oddFamily(drawSurname(stream.fork("name").fork("family"), group), group, stream.fork("odd-family"), profile.oddities);
  }

  function of(member: Member): Identity {
    const before = known.get(member);
    if (before) return before;
    const stream = streamOf(member.index);
    const origin = originOfMember(member);
    const birth = birthFamily(member);
    const year = Number(isoOf(member.birth).slice(0, 4));
    const drawn = drawName(stream.fork("name"), member.sex, year, originOf(origin.race, origin.hispanic));
    const family = familyOf(member, birth, stream.fork("wedding"));
    const father = member.sex === "male" && member.father && isKin(member) ? of(member.father).name : undefined;
    const isNamesake = father !== undefined && father.given.length > 1 && isFirstSon(member) && stream.fork("junior").chance(0.05);
    const given = isNamesake ? father.given : distinct(member, drawn.given, stream, year);
    const suffixed = isNamesake ? { ...drawn, suffix: father.suffix === "Jr." ? "III" : "Jr." } : unsuffixed(drawn, member);
    const { race, hispanic } = origin;
    // The whole household speaks the language of its head, as far as they are of one origin.
    const speaks = drawLanguage(streamOf(member.household!.members[0]!.index).fork("language"), race, hispanic, birth);
    const group = originOf(race, hispanic);
    const usual = member.namesake
      ? of(member.namesake).name
      : oddName({ ...suffixed, given, family }, member, stream.fork("odd-name"), profile.oddities);
    const person = { name: usual, sex: member.sex, age: member.age, birth: member.birth, family: birth, origin: group };
    const none = { ...profile.oddities, changedSexes: 0, changedNames: 0, restricted: 0, babyNames: 0 };
    const legal = legalOf(person, stream.fork("legal"), reference, member.namesake ? none : profile.oddities);
    const identity = { race, hispanic, language: speaks, birthFamily: birth, ...legal };
    known.set(member, identity);
    return identity;
  }

  function familyOf(member: Member, birth: string, stream: Stream): string {
    const { partner, union, sex } = member;
    if (sex !== "female" || union !== "marriage" || partner?.sex !== "male") return birth;
    const choice = stream.next();
    if (choice < husbandsName) return birthFamily(partner);
    const both = `${birth}-${birthFamily(partner)}`;
    return choice < husbandsName + bothNames && !birth.includes("-") && both.length <= 35 ? both : birth;
  }

  /** No two brothers, and nobody and their parent, have the same given name. */
  function distinct(member: Member, given: string, stream: Stream, year: number): string {
    const { mother, father } = member;
    if ((!mother && !father) || !isKin(member)) return given;
    const elders = (mother ?? father)!.children.filter(
      (other) => other !== member && (other.birth < member.birth || (other.birth === member.birth && other.index < member.index)),
    );
    const taken = new Set([...elders, ...(mother ? [mother] : []), ...(father ? [father] : [])].map((other) => of(other).name.given));
    const { race, hispanic } = originOfMember(member);
    let name = given;
    for (let attempt = 1; taken.has(name) && attempt < 20; attempt++)
      name = drawGiven(stream.fork("other-given").fork(attempt), member.sex, year, originOf(race, hispanic));
    return name;
  }

  return { home, isKin, of };
}

/** Who has a father of another name has no Jr. or III. */
function unsuffixed({ suffix, ...name }: PersonName, { father, age }: Member): PersonName {
  return suffix === undefined || father || age < 18 ? name : { ...name, suffix };
}

const isFirstSon = (member: Member): boolean =>
  member.father!.children.every(
    (other) =>
      other === member ||
      other.sex !== "male" ||
      other.birth > member.birth ||
      (other.birth === member.birth && other.index > member.index),
  );

const sharesHome =
  ({ household }: Member) =>
  (other: Member): boolean =>
    other.household === household;

const hasParents = (member: Member): boolean =>
  [member.mother, member.father].some((parent) => parent !== undefined && sharesHome(member)(parent));
