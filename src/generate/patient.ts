import type { KindName } from "../identifiers/kinds/index.ts";
import type { Stream } from "../random/stream.ts";
import type { Identifiers } from "../record/identifiers.ts";
import type { Contact, Device, Patient, PersonName } from "../record/patient.ts";
import type { Address } from "../record/place.ts";
import { type Day, isoOf } from "./days.ts";
import { make, makeAll } from "./make.ts";
import { drawOccupation, workingShare } from "./occupations.ts";
import { emailOf, plain } from "./people.ts";
import type { Home, Identity } from "./person/identity.ts";
import type { Member } from "./person/member.ts";
import type { Places } from "./places.ts";
import type { OptionalKind, Profile } from "./profile.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface PatientSetting {
  readonly profile: Profile;
  readonly reference: Day;
  readonly vocabulary: Vocabulary;
  readonly places: Places;
  /** Whoever is born from then on is born in the hospital of their town. */
  readonly begin: Day;
  townOf(address: Address): Pick<Address, "city" | "state">;
}

/** Who somebody is, beside what the block decided. Every attribute draws from a fork of its own, so that adding one moves no other. */
export function drawPatient(member: Member, identity: Identity, home: Home, stream: Stream, mrn: string, setting: PatientSetting): Patient {
  const { age, maritalStatus } = member;
  const { birthFamily: _, ...who } = identity;
  const works = age >= 18 && stream.fork("works").chance(workingShare(age));
  const origin = stream.fork("birth-place");
  const isFromHere = origin.chance(age < 10 ? 0.88 : age < 18 ? 0.8 : 0.5);
  const birthPlace =
    member.birth >= setting.begin && member.mother
      ? townOfBirth(home.address, setting)
      : isFromHere
        ? home.address
        : setting.places.of(setting.places.drawRow(origin), origin);
  const base = {
    id: patientId(stream),
    ...who,
    birthDate: isoOf(member.birth),
    maritalStatus,
    address: home.address,
    // Whoever was born since has no other.
    ...(home.former !== undefined && isoOf(member.birth) < home.former.until ? { formerAddress: home.former } : {}),
    householdId: home.id,
    birthPlace: `${birthPlace.city}, ${birthPlace.state}`,
    ...(works
      ? {
          occupation: drawOccupation(stream.fork("occupation"), member.sex, age),
          employer: stream.fork("employer").pick(setting.vocabulary.employers),
        }
      : {}),
  };
  // Not `{ ...base, identifiers }`, which would have a shape of its own for each patient, slow to read.
  return Object.assign(base, { identifiers: drawIdentifiers(base, mrn, works, age, stream.fork("identifiers"), setting) });
}

/** The hospital's town; a state without one of this population has others. */
function townOfBirth(address: Address, { townOf }: PatientSetting): Pick<Address, "city" | "state"> {
  const town = townOf(address);
  return town.state === address.state ? town : address;
}

export const patientId = (stream: Stream): string => make("uuid", stream.fork("id"));

/** How to reach the patient whose person has this stream, as their own record has it. */
export function reachOf(
  stream: Stream,
  age: number,
  name: PersonName,
  state: string,
  { identifiers }: Profile,
): Pick<Contact, "phone" | "email"> {
  const own = stream.fork("identifiers");
  return { phone: make("phone", own, { state }), ...(hasEmail(own, age, identifiers.email) ? { email: emailOf(name, own) } : {}) };
}

const hasEmail = (stream: Stream, age: number, share: number): boolean => age >= 13 && stream.fork("has").fork("email").chance(share);

function drawIdentifiers(
  patient: Omit<Patient, "identifiers">,
  mrn: string,
  works: boolean,
  age: number,
  stream: Stream,
  setting: PatientSetting,
): Identifiers {
  const context = {
    sex: patient.sex,
    birthYear: Number(patient.birthDate.slice(0, 4)),
    state: patient.address.state,
    asOf: isoOf(setting.reference),
  };
  const shares = setting.profile.identifiers;
  const having = stream.fork("has");
  const has = (kind: OptionalKind, fromAge: number): boolean => age >= fromAge && having.fork(kind).chance(shares[kind]);
  const kinds: KindName[] = ["ssn", "phone", "census-area", "account-number"];
  if (works) kinds.push("employee-id");
  for (const [kind, fromAge] of ownIdentifiers) if (has(kind, fromAge)) kinds.push(kind);
  if (kinds.includes("license-plate")) kinds.push("vin");
  const hasPortal = has("user-name", 13);
  if (hasPortal) kinds.push("url", "uuid", "photo", "ip-address");
  const made = makeAll(kinds, stream, context);
  return {
    ssn: made.ssn!,
    ...made,
    mrn,
    "ssn-fragment": made.ssn!.slice(-4),
    ...(hasEmail(stream, age, shares.email) ? { email: emailOf(patient.name, stream) } : {}),
    ...(hasPortal ? { "user-name": userNameOf(patient, stream.fork("user-name")) } : {}),
  };
}

/** What a profile gives a share for and what needs nothing else, with the age from which somebody may have one. */
const ownIdentifiers: readonly (readonly [OptionalKind, number])[] = [
  ["drivers-license", 16],
  ["passport", 0],
  ["license-plate", 16],
  ["fax", 18],
  ["payment-card", 18],
  ["bank-account", 18],
  ["biometric-id", 0],
  ["trial-subject-id", 18],
  ["unique-id", 0],
];

function userNameOf(patient: Omit<Patient, "identifiers">, stream: Stream): string {
  return `${plain(patient.name.given).slice(0, 1)}${plain(patient.name.family).slice(0, 8)}${stream.int(10, 99)}`;
}

/** An implanted device, for the share of people that the profile says. */
export function drawDevices(patient: Patient, age: number, stream: Stream, setting: PatientSetting): Device[] {
  if (age < 40 || !stream.fork("has").chance(setting.profile.identifiers.udi)) return [];
  const [description, reports] = stream.fork("device").pick(devices);
  return [
    {
      id: make("uuid", stream.fork("id")),
      patientId: patient.id,
      description,
      implanted: isoOf(setting.reference - stream.fork("when").int(30, 3000)),
      identifiers: makeAll(reports ? ["udi", "device-serial", "mac-address", "imei"] : ["udi", "device-serial"], stream),
    },
  ];
}

/** What it is, and whether it reports from home through a network. */
const devices = [
  ["Dual-chamber pacemaker", true],
  ["Implantable cardioverter-defibrillator", true],
  ["Knee prosthesis", false],
  ["Hip prosthesis", false],
  ["Intraocular lens", false],
] as const;
