import type { Stream } from "../random/stream.ts";
import type { Contact, MaritalStatus, Patient, PersonName, Race, Sex } from "../record/patient.ts";
import { ageOn, type Day } from "./days.ts";
import { make } from "./make.ts";
import { drawGiven, drawName, originOf } from "./names.ts";

/** By age from which it holds: the shares married, divorced and widowed; the rest never married. Judgement. */
const maritalShares: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 0, 0],
  [18, 0.1, 0.01, 0],
  [25, 0.35, 0.04, 0],
  [35, 0.58, 0.11, 0.01],
  [50, 0.6, 0.17, 0.04],
  [65, 0.57, 0.16, 0.15],
  [80, 0.4, 0.1, 0.42],
];

export function drawMaritalStatus(stream: Stream, age: number): MaritalStatus {
  const [, married, divorced, widowed] = maritalShares.findLast(([from]) => from <= age)!;
  const draw = stream.next();
  if (draw < married) return "married";
  if (draw < married + divorced) return "divorced";
  return draw < married + divorced + widowed ? "widowed" : "never married";
}

/** English for all but a share of Hispanic and Asian people. Judgement. */
export function drawLanguage(stream: Stream, race: Race, hispanic: boolean): string {
  if (hispanic) return stream.chance(0.3) ? "es" : "en";
  if (race === "asian-pacific-islander") return stream.chance(0.2) ? stream.pick(["zh", "vi", "tl", "ko", "hi"]) : "en";
  return "en";
}

/** Whom to call in an emergency: who is likely at that age and marital status. */
export function drawContact(patient: Patient, stream: Stream, on: Day): Contact {
  const relationship = drawRelationship(patient, stream.fork("relationship"), ageOn(patient.birthDate, on));
  const isAbroad = relationship !== "wife" && relationship !== "husband" && stream.fork("abroad").chance(0.03);
  const name = drawRelative(patient, relationship, stream.fork("name"));
  const context = { state: patient.address.state };
  return {
    id: make("uuid", stream.fork("id")),
    patientId: patient.id,
    relationship,
    name,
    phone: make("phone", stream, context),
    ...(stream.fork("has-email").chance(0.4) ? { email: emailOf(name, stream) } : {}),
    ...(isAbroad ? { postalCode: make("postal-code", stream) } : {}),
    country: isAbroad ? "Canada" : "United States",
  };
}

function drawRelationship(patient: Patient, stream: Stream, age: number): Contact["relationship"] {
  if (age < 18) return stream.chance(0.7) ? "mother" : "father";
  if (patient.maritalStatus === "married" && stream.chance(0.85)) return patient.sex === "female" ? "husband" : "wife";
  if (age >= 55) return stream.pick(["daughter", "daughter", "son", "sister", "brother", "friend"]);
  return stream.pick(["mother", "mother", "father", "sister", "brother", "friend"]);
}

/** Years by which a relative is older, at least and at most, the relative's sex, and how often they share the family name. */
const relatives: Readonly<Record<Contact["relationship"], readonly [number, number, Sex | "any", number]>> = {
  mother: [18, 40, "female", 0.75],
  father: [19, 45, "male", 0.9],
  wife: [-8, 5, "female", 0.8],
  husband: [-5, 8, "male", 0.8],
  daughter: [-40, -18, "female", 0.6],
  son: [-40, -18, "male", 0.9],
  sister: [-10, 10, "female", 0.6],
  brother: [-10, 10, "male", 0.9],
  friend: [-8, 8, "any", 0],
};

function drawRelative(patient: Patient, relationship: Contact["relationship"], stream: Stream): PersonName {
  const [youngest, oldest, relativeSex, shares] = relatives[relationship];
  const sex = relativeSex === "any" ? stream.fork("sex").pick<Sex>(["female", "male"]) : relativeSex;
  const birthYear = Number(patient.birthDate.slice(0, 4)) - stream.fork("older").int(youngest, oldest);
  if (!stream.fork("shares").chance(shares)) return drawName(stream, sex, birthYear, originOf(patient.race, patient.hispanic));
  return { given: drawGiven(stream.fork("given"), sex, birthYear), family: patient.name.family };
}

/** An address that agrees with the name, at a domain that can be nobody's. */
export function emailOf(name: PersonName, stream: Stream): string {
  const domain = make("email", stream).split("@")[1]!;
  const spelling = stream.fork("spelling");
  const given = plain(name.given);
  const family = plain(name.family);
  const local = spelling.pick([
    `${given}.${family}`,
    `${given[0]}${family}`,
    `${given}${family}${spelling.int(1, 99)}`,
    `${family}.${given[0]}`,
  ]);
  return `${local}@${domain}`;
}

/** Lower-case letters only. */
export function plain(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, "");
}
