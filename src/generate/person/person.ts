import type { Stream } from "../../random/stream.ts";
import type { FamilyHistory } from "../../record/health.ts";
import type { Contact, Coverage, Device, Patient } from "../../record/patient.ts";
import type { Address } from "../../record/place.ts";
import { zipIncome } from "../../tables/zip-people.ts";
import { type Day, isoOf, timeOf } from "../days.ts";
import { createOrigins } from "../demography.ts";
import { drawDevices, drawPatient, patientId } from "../patient.ts";
import type { Places } from "../places.ts";
import type { Profile } from "../profile.ts";
import { uniqueNumber } from "../unique-number.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { type Birth, createBirths } from "./births.ts";
import { type Block, blockSize, createBlocks } from "./block.ts";
import { drawCauseOfDeath } from "./cause-of-death.ts";
import { drawContacts } from "./contacts.ts";
import { drawCoverages, type Holder, type Lead, typeOn } from "./coverage.ts";
import { createIdentities } from "./identity.ts";
import type { Household, Member } from "./member.ts";
import type { Demands, Wanted } from "./quotas.ts";

/** Who somebody is, as far as it is told by `asOf`. */
export interface Person {
  /** The index of the person's own record, where the index asked for holds their second. */
  readonly index: number;
  /** Of the person's second record, where they have one. */
  readonly second?: { readonly index: number; readonly id: string; readonly mrn: string };
  readonly patient: Patient;
  readonly contacts: readonly Contact[];
  readonly coverages: readonly Coverage[];
  readonly devices: readonly Device[];
  readonly birth: Day;
  /** The day of death, maybe after `asOf` and long after: nothing is done for them from then on. */
  readonly death: Day;
  /** What quotas ask of the person's health on the reference date; see `drawWanted`. */
  readonly wanted: readonly Wanted[];
  /** Whom the person bore from the day on which the history begins, in the order of time. */
  readonly deliveries: readonly Birth[];
  /** Parents and a sister and a brother who are patients too, by their own index. */
  readonly kin: readonly (readonly [FamilyHistory["relationship"], number])[];
  /** How the person was born, and which of the children they were, counting from 0; of those born since the history begins. */
  readonly born?: Born;
}

export interface Born {
  readonly birth: Birth;
  readonly place: number;
}

export interface PeopleSetting {
  readonly profile: Profile;
  readonly reference: Day;
  readonly begin: Day;
  readonly asOf: Day;
  readonly places: Places;
  readonly vocabulary: Vocabulary;
  /** The town of the hospital to which people from an address go. */
  townOf(address: Address): Pick<Address, "city" | "state">;
}

/** The people of a population by index. Households are planned a block at a time; everything else is each one's own. */
export function createPeople(root: Stream, setting: PeopleSetting): (index: number) => Person {
  const { profile, reference, begin, asOf } = setting;
  const patients = root.fork("patient");
  const mrns = root.fork("mrn");
  const streamOf = (index: number): Stream => patients.fork(index).fork("person");
  const block = createBlocks(root.fork("block"), setting);
  const blockOf = (index: number): Block => block(Math.floor(index / blockSize));
  const demandsOf = ({ members }: Household): Demands => blockOf(members[0]!.index).demands;
  const idOf = (index: number): string => patientId(streamOf(index));
  const births = createBirths({ pregnancy: profile.encounters.pregnancy, streamOf, idOf });
  const identities = createIdentities({ ...setting, drawOrigin: createOrigins(), demandsOf, streamOf });
  function kinOf(member: Member): (readonly [FamilyHistory["relationship"], number])[] {
    if (!identities.isKin(member)) return [];
    const { mother, father } = member;
    const others = ((mother ?? father)?.children ?? []).filter((other) => other !== member && identities.isKin(other));
    const [sister, brother] = (["female", "male"] as const).map((sex) => others.find((other) => other.sex === sex));
    const list = { mother, father, sister, brother };
    return (["mother", "father", "sister", "brother"] as const).flatMap((word) => (list[word] ? [[word, list[word].index] as const] : []));
  }

  /** Children and students by a parent at home, most partners by the one of them who comes first. */
  function leadOf(member: Member): Lead & { readonly member: Member } {
    const { age, mother, father, partner, household } = member;
    const parent = age < 26 ? [mother, father].find((each) => each?.household === household) : undefined;
    if (parent) return { ...leadOf(parent), isParent: true };
    const own = patients.fork(member.index).fork("coverage");
    const isJoint = partner !== undefined && partner.index < member.index && own.fork("joint").chance(0.75);
    const lead = isJoint ? partner : member;
    return { stream: isJoint ? patients.fork(lead.index).fork("coverage") : own, age: lead.age, isParent: false, member: lead };
  }

  /** Whose child, husband or wife somebody is insured as: the lead, where they are that, live, and have a plan of their own. */
  function holderOf(member: Member, income: number): Holder | undefined {
    const { member: lead, isParent } = leadOf(member);
    const isTheirs = isParent ? lead === member.mother || lead === member.father : lead === member.partner && member.union === "marriage";
    if (!isTheirs || lead.death < reference || leadOf(lead).member !== lead) return undefined;
    const { name, sex } = identities.of(lead);
    const birthDate = isoOf(lead.birth);
    return {
      subscriber: { relationship: isParent ? "child" : "spouse", patientId: idOf(lead.index), name, sex, birthDate },
      typeOn: (day) => typeOn(birthDate, day, { profile, income, lead: leadOf(lead) }),
    };
  }

  return (at) => {
    const { members, seconds, demands } = blockOf(at);
    const member = members[at % blockSize]!;
    const { index } = member;
    const second = seconds.get(member);
    const stream = patients.fork(index);
    const home = identities.home(member.household!);
    const income = zipIncome(home.row);
    const living = drawPatient(member, identities.of(member), home, streamOf(index), uniqueNumber(mrns, index), setting);
    const patient = member.death <= asOf ? { ...living, ...ending(living, member.death, stream.fork("death")) } : living;
    return {
      index,
      ...(second === undefined ? {} : { second: { index: second, id: patientId(streamOf(second)), mrn: uniqueNumber(mrns, second) } }),
      patient,
      contacts: drawContacts(member, living, stream.fork("contact"), { profile, reference, identities, streamOf }),
      coverages: drawCoverages(living, member.death, stream.fork("coverage"), {
        profile,
        begin,
        asOf,
        income,
        lead: leadOf(member),
        holder: holderOf(member, income),
      }),
      devices: drawDevices(living, member.age, stream.fork("device"), setting).filter(
        ({ implanted }) => implanted < timeOf(member.death, 0),
      ),
      birth: member.birth,
      death: member.death,
      wanted: demands.wanted(member),
      kin: kinOf(member),
      deliveries: member.children.length === 0 ? none : births.of(member).filter(({ day }) => day >= begin && day <= asOf),
      ...(member.birth >= begin ? { born: births.ofChild(member) } : {}),
    };
  };
}

const none: readonly Birth[] = [];

function ending({ sex, sexAtBirth, birthDate }: Patient, death: Day, stream: Stream): Pick<Patient, "deceased" | "causeOfDeath"> {
  const deceased = timeOf(death, stream.int(0, 1439));
  const age = Number(deceased.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (deceased.slice(5, 10) < birthDate.slice(5) ? 1 : 0);
  return { deceased, causeOfDeath: drawCauseOfDeath(sexAtBirth ?? sex, age, stream.fork("cause")) };
}
