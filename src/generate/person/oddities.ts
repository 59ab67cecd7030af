import type { Stream } from "../../random/stream.ts";
import type { OtherName, Patient, PersonName, Sex } from "../../record/patient.ts";
import type { Address } from "../../record/place.ts";
import { foldWord } from "../../tables/fold.ts";
import { type Day, isoOf } from "../days.ts";
import { drawGiven, drawSurname, type Origin } from "../names.ts";
import type { Profile } from "../profile.ts";
import type { Member } from "./member.ts";

type Shares = Profile["oddities"];

/** The family name that a family has instead of the one drawn. */
export function oddFamily(drawn: string, origin: Origin, stream: Stream, shares: Shares): string {
  const has = (oddity: keyof Shares): boolean => shares[oddity] > 0 && stream.fork(oddity).chance(shares[oddity]);
  const pick = (list: readonly string[]): string => stream.fork("which").pick(list);
  if (has("apostrophes")) return pick(apostrophes);
  if (has("hyphens")) return `${drawn}-${drawSurname(stream.fork("second"), origin)}`;
  if (has("particles")) return pick(particles);
  if (has("veryLong")) return pick(longNames);
  if (has("accents")) return pick(accented);
  return drawn;
}

/** The name that one person has instead of the one drawn. */
export function oddName(name: PersonName, { sex, age, father }: Member, stream: Stream, shares: Shares): PersonName {
  const has = (oddity: keyof Shares): boolean => shares[oddity] > 0 && stream.fork(oddity).chance(shares[oddity]);
  const which = stream.fork("which");
  let odd = name;
  if (has("accents")) odd = { ...odd, given: which.pick(accentedGiven[sex]) };
  if (has("oneLetter"))
    odd = which.chance(0.5)
      ? { ...odd, given: which.pick(["J", "K", "A", "D"]) }
      : { ...odd, family: which.pick(["O", "E", "Y", "U", "I"]) };
  // A father who is known would have to have the name.
  if (sex === "male" && age >= 18 && father === undefined && has("suffixes"))
    odd = { ...odd, suffix: which.pick(age < 45 ? ["Jr.", "II", "III", "IV"] : ["Jr.", "Sr.", "II", "III", "IV", "Esq."]) };
  return odd;
}

const apostrophes = ["O'Shea", "D'Angelo", "O'Shaughnessy", "N'Diaye", "L'Heureux", "Dell'Acqua", "M'Baye", "D'Souza"];
const particles = ["de la Cruz", "van den Berg", "St. John", "de los Santos", "von Trapp", "Abu Bakr", "Mac Giolla", "Le Roux", "Van Ness"];
const longNames = [
  "Papadimitrakopoulos-Konstantinidis",
  "Venkatanarasimharajuvaripetayya",
  "Hattenschwiler-Wolffenbuttelsberg",
  "Keihanaikukauakahihuliheekahaunaele",
  "Rananaivoramanantsoamahatratravola",
];
const accented = [
  "Núñez",
  "Peña",
  "Müller",
  "Żółkiewski",
  "Nguyễn",
  "Sørensen",
  "Ó Briain",
  "Đorđević",
  "Åström",
  "Šimůnek",
  "Îles",
  "Çelik",
];
const accentedGiven: Readonly<Record<Sex, readonly string[]>> = {
  female: ["Renée", "Zoë", "Chloë", "Lucía", "Siân", "Małgorzata", "Frédérique", "Ye-jin", "Désirée"],
  male: ["José", "André", "François", "Björn", "Jesús", "Łukasz", "Seán", "Þór", "Raúl"],
};

/** Letters of ASCII only, the case kept: `Żółkiewski` is `Zolkiewski`. */
export function transliterated(text: string): string {
  let out = "";
  for (const letter of text) {
    const folded = foldWord(letter);
    out += letter === letter.toLowerCase() ? folded : folded.slice(0, 1).toUpperCase() + folded.slice(1);
  }
  return out;
}

/** The address that a household has instead of the one drawn. */
export function oddAddress(address: Address, stream: Stream, shares: Shares): Address {
  const has = (oddity: keyof Shares): boolean => shares[oddity] > 0 && stream.fork(oddity).chance(shares[oddity]);
  const which = stream.fork("which");
  if (has("homeless")) return { ...address, street: which.pick(["General Delivery", "No fixed address", "Homeless", "Unknown"]) };
  if (has("military")) {
    const [state, zip, offices] = which.pick(military);
    const unit = which.pick([
      `PSC ${which.int(100, 999)} Box ${which.int(1, 9999)}`,
      `Unit ${which.int(1000, 99_999)} Box ${which.int(1, 999)}`,
    ]);
    // No county and no place of its own: the coordinates stay those of the town the household would have lived in.
    return { ...address, street: unit, city: which.pick(offices), county: "", state, zip: `${zip}${which.int(10, 99)}` };
  }
  if (has("poBoxes"))
    return {
      ...address,
      street: which.pick([
        `PO Box ${which.int(1, 99_999)}`,
        `P.O. Box ${which.int(1, 9999)}`,
        `RR ${which.int(1, 9)} Box ${which.int(1, 300)}`,
      ]),
    };
  if (has("longAddresses")) {
    return {
      ...address,
      street: `${address.street} Southwest, Building ${which.int(10, 99)} North Tower, Floor ${which.int(2, 40)}, Apartment ${which.int(100, 9999)}-${which.pick(["A", "B", "C"])}`,
    };
  }
  return address;
}

/** State, the first three digits, and what stands for the city (USPS Publication 28, 225). */
const military = [
  ["AE", "090", ["APO", "DPO"]],
  ["AE", "095", ["FPO"]],
  ["AP", "962", ["APO", "DPO"]],
  ["AP", "966", ["FPO"]],
  ["AA", "340", ["APO", "FPO"]],
] as const;

export type Legal = Pick<Patient, "restriction" | "otherNames" | "sexAtBirth"> & { readonly sex: Sex; readonly name: PersonName };

/** Former names and sexes and who may see the record. `family`: the family name of birth. */
export function legalOf(
  person: {
    readonly name: PersonName;
    readonly sex: Sex;
    readonly age: number;
    readonly birth: Day;
    readonly family: string;
    readonly origin: Origin;
  },
  stream: Stream,
  reference: Day,
  shares: Shares,
): Legal {
  const has = (oddity: keyof Shares): boolean => shares[oddity] > 0 && stream.fork(oddity).chance(shares[oddity]);
  const { sex, age, birth, family, origin } = person;
  const year = Number(isoOf(birth).slice(0, 4));
  const otherNames: OtherName[] = [];
  let { name } = person;
  let sexNow = sex;
  const since = (): string => isoOf(reference - stream.fork("since").int(1, Math.max(1, Math.min(5000, reference - birth - 6570))));
  if (sex === "female" && family !== name.family) otherNames.push({ use: "maiden", name: { ...name, family } });
  if (age >= 18 && has("changedSexes")) {
    sexNow = sex === "female" ? "male" : "female";
    otherNames.push({ use: "former", name, until: since() });
    const { suffix: _, ...rest } = name;
    name = { ...rest, given: drawGiven(stream.fork("given"), sexNow, year, origin) };
  } else if (age >= 18 && has("changedNames")) {
    otherNames.push({ use: "former", name, until: since() });
    name = stream.fork("part").chance(0.5)
      ? { ...name, given: drawGiven(stream.fork("given"), sex, year, origin) }
      : { ...name, family: drawSurname(stream.fork("family"), origin) };
  }
  if (age === 0 && has("babyNames")) {
    const named = isoOf(Math.min(reference, birth + stream.fork("named").int(1, 12)));
    otherNames.push({ use: "former", name: { given: sex === "female" ? "Baby Girl" : "Baby Boy", family: name.family }, until: named });
  }
  let restriction: Legal["restriction"];
  if (has("restricted")) {
    restriction = age < 18 ? "sealed adoption" : stream.fork("why").pick(["protected address", "court order"] as const);
    if (restriction === "sealed adoption") {
      const former = {
        ...name,
        given: drawGiven(stream.fork("given"), sex, year, origin),
        family: drawSurname(stream.fork("family"), origin),
      };
      otherNames.push({ use: "former", name: former, until: isoOf(Math.min(reference, birth + stream.fork("adopted").int(10, 700))) });
    }
  }
  const ascii = { ...name, given: transliterated(name.given), family: transliterated(name.family) };
  if (ascii.given !== name.given || ascii.family !== name.family) otherNames.push({ use: "transliterated", name: ascii });
  return {
    name,
    sex: sexNow,
    ...(otherNames.length > 0 ? { otherNames } : {}),
    ...(restriction ? { restriction } : {}),
    ...(sexNow === sex ? {} : { sexAtBirth: sex }),
  };
}
