import type { Stream } from "../random/stream.ts";
import type { Contact, Patient, PersonName, Race, Sex } from "../record/patient.ts";
import { foldWord } from "../tables/fold.ts";
import { make } from "./make.ts";
import { drawGiven, drawName, originOf } from "./names.ts";

/** English for all but a share of Hispanic and Asian people. Judgement. */
export function drawLanguage(stream: Stream, race: Race, hispanic: boolean, family: string): string {
  if (hispanic) return stream.chance(0.3) ? "es" : "en";
  if (race !== "asian-pacific-islander") return "en";
  const spoken = Object.entries(spokenBy).find(([, families]) => families.includes(` ${family} `))?.[0];
  return spoken !== undefined && stream.chance(0.35) ? spoken : "en";
}

/** The commonest family names of those whose families speak a language. */
const spokenBy = {
  zh: " Chen Wang Li Liu Zhang Wong Huang Lin Wu Yang Zhao Chan Chang Xu Cheng Zhou Ho Zhu Ma Cheung Sun Lau Lam Liang Tang Chu Hu Guo Tsai He Gao ",
  vi: " Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ngo Duong Ly Dinh Trinh Luu Truong Doan Cao Mai ",
  ko: " Kim Park Lee Choi Chung Cho Kang Yoon Jung Han Shin Hong Song Kwon Oh Lim Yi Suh Hwang Ahn Yoo Pak ",
  hi: " Patel Singh Shah Kumar Sharma Gupta Kaur Khan Desai Mehta Rao Reddy Jain Joshi Amin Parikh Gandhi Agarwal Das Iyer Nair Verma Mishra ",
  tl: " Santos Reyes Cruz Bautista Ramos Garcia Mendoza Dela Castillo Flores Delacruz Villanueva Aquino Navarro Torres Pascual Manalo Domingo ",
} as const;

type Relationship = Contact["relationship"];

/** Somebody who is no patient of the population. */
export function inventContact(patient: Patient, relationship: Relationship, livesWith: boolean, stream: Stream): Contact {
  const isAbroad = !livesWith && stream.fork("abroad").chance(0.03);
  const name = drawRelative(patient, relationship, stream.fork("name"));
  const context = { state: patient.address.state };
  return {
    id: make("uuid", stream.fork("id")),
    patientId: patient.id,
    relationship,
    name,
    ...(livesWith ? { livesWith } : {}),
    phone: make("phone", stream, context),
    ...(stream.fork("has-email").chance(0.4) ? { email: emailOf(name, stream) } : {}),
    ...(isAbroad ? { postalCode: make("postal-code", stream) } : {}),
    country: isAbroad ? "Canada" : "United States",
  };
}

/** Who is likely at that age, for somebody without spouse, parents or grown children at home. */
export function drawRelationship(age: number, stream: Stream, without: readonly Relationship[]): Relationship {
  const likely: readonly Relationship[] =
    age < 18
      ? ["mother", "mother", "father"]
      : age >= 55
        ? ["daughter", "daughter", "son", "sister", "brother", "friend"]
        : ["mother", "mother", "father", "sister", "brother", "friend"];
  const left = likely.filter((relationship) => !without.includes(relationship));
  return left.length === 0 ? "friend" : stream.pick(left);
}

/** Years by which a relative is older, at least and at most, the relative's sex, and how often they share the family name. */
const relatives: Readonly<Record<Relationship, readonly [number, number, Sex | "any", number]>> = {
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

function drawRelative(patient: Patient, relationship: Relationship, stream: Stream): PersonName {
  const [youngest, oldest, relativeSex, shares] = relatives[relationship];
  const sex = relativeSex === "any" ? stream.fork("sex").pick<Sex>(["female", "male"]) : relativeSex;
  const birthYear = Number(patient.birthDate.slice(0, 4)) - stream.fork("older").int(youngest, oldest);
  // Whose name he bears.
  if (relationship === "father" && /^(?:Jr\.|III?|IV)$/.test(patient.name.suffix ?? ""))
    return { given: patient.name.given, family: patient.name.family, suffix: patient.name.suffix === "Jr." ? "Sr." : "Jr." };
  if (!stream.fork("shares").chance(shares)) return drawName(stream, sex, birthYear, originOf(patient.race, patient.hispanic));
  return { given: drawGiven(stream.fork("given"), sex, birthYear, originOf(patient.race, patient.hispanic)), family: patient.name.family };
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

/** Lower-case letters only: `Núñez` is `nunez`. */
export function plain(word: string): string {
  return foldWord(word).replace(/[^a-z]/g, "") || "x";
}
