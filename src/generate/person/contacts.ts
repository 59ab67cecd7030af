import type { Stream } from "../../random/stream.ts";
import type { Contact, Patient } from "../../record/patient.ts";
import type { Day } from "../days.ts";
import { make } from "../make.ts";
import { patientId, reachOf } from "../patient.ts";
import { drawRelationship, inventContact } from "../people.ts";
import type { Profile } from "../profile.ts";
import type { Identities } from "./identity.ts";
import type { Member } from "./member.ts";

type Relationship = Contact["relationship"];

export interface ContactSetting {
  readonly profile: Profile;
  readonly reference: Day;
  readonly identities: Identities;
  streamOf(index: number): Stream;
}

/**
 * Whom to call, the nearest first: relatives who are patients too, by their own names and numbers, and those invented who must be
 * somewhere: a child's other parent, a husband outside the population, or just anybody. Never empty, and nobody who was dead on the
 * reference day. Partners without marriage are friends who live there: the record has no other word.
 */
export function drawContacts(member: Member, patient: Patient, stream: Stream, setting: ContactSetting): Contact[] {
  const family = relativesOf(member, setting.identities);
  const relatives = family.filter(([, relative]) => relative.death >= setting.reference);
  const contacts = relatives.map(([relationship, relative]) => fromPatient(member, patient, relationship, relative, stream, setting));
  if (member.union === "marriage elsewhere") {
    contacts.unshift(inventContact(patient, member.sex === "female" ? "husband" : "wife", true, stream.fork("spouse")));
  }
  const gone = family.map(([relationship]) => relationship);
  if (member.age < 18) {
    // The parent who lives elsewhere, where one is known.
    for (const parent of ["mother", "father"] as const) {
      if (gone.includes(parent) || (contacts.length > 0 && !stream.fork("other-parent").chance(0.7))) continue;
      contacts.push(inventContact(patient, parent, false, stream.fork(parent)));
    }
  }
  const { contactsAbroad } = setting.profile.oddities;
  if (contactsAbroad > 0 && stream.fork("odd").chance(contactsAbroad)) {
    const friend = inventContact(patient, "friend", false, stream.fork("friend"));
    contacts.push({ ...friend, postalCode: make("postal-code", stream.fork("friend")), country: "Canada" });
  }
  if (contacts.length > 0) return contacts;
  const relationship = drawRelationship(member.age, stream.fork("relationship"), gone);
  return [inventContact(patient, relationship, false, stream)];
}

const mostSiblings = 3;

function relativesOf(member: Member, { isKin }: Identities): [Relationship, Member][] {
  const { age, partner, union } = member;
  const [mother, father] = isKin(member) ? [member.mother, member.father] : [];
  const children = member.children.filter(isKin);
  const spouse = partner && (union === "marriage" ? (partner.sex === "female" ? "wife" : "husband") : "friend");
  const parents: [Relationship, Member | undefined][] = [
    ["mother", mother],
    ["father", father],
  ];
  const known = parents.flatMap(([word, parent]): [Relationship, Member][] => (parent ? [[word, parent]] : []));
  const grown = children.filter((child) => child.age >= 18).sort((a, b) => a.index - b.index);
  const own = grown.slice(0, 6).map((child): [Relationship, Member] => [child.sex === "female" ? "daughter" : "son", child]);
  const siblings = ((mother ?? father)?.children ?? [])
    .filter((other) => other !== member && other.age >= 18 && isKin(other))
    .sort((a, b) => a.index - b.index)
    .slice(0, mostSiblings)
    .map((other): [Relationship, Member] => [other.sex === "female" ? "sister" : "brother", other]);
  return age < 18 ? known : [...(spouse ? [[spouse, partner] as [Relationship, Member]] : []), ...known, ...own, ...siblings];
}

function fromPatient(
  member: Member,
  patient: Patient,
  relationship: Relationship,
  relative: Member,
  stream: Stream,
  { profile, identities, streamOf }: ContactSetting,
): Contact {
  const own = streamOf(relative.index);
  const { name, restriction } = identities.of(relative);
  const { address } = identities.home(relative.household!);
  return {
    id: make("uuid", stream.fork("relative").fork(relative.index)),
    patientId: patient.id,
    relationship,
    name,
    samePatientId: patientId(own),
    // An address that is protected stands in no other record.
    ...(relative.household === member.household ? { livesWith: true } : restriction === undefined ? { address } : {}),
    ...reachOf(own, relative.age, name, address.state, profile),
    country: "United States",
  };
}
