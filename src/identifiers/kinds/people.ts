import type { Stream } from "../../random/stream.ts";
import { defineKind, listed } from "../define.ts";
import type { MakeContext } from "../kind.ts";
import { familyName as familyNameOf, givenName as givenNameOf, nameLike } from "../name-like.ts";
import { findsNothing } from "../search.ts";
import { fold } from "../spelling.ts";

const word = /^\p{L}[\p{L}\p{M}\u2018\u2019'.-]{0,39}$/u;
const capitalized = /^(?:\p{Lu}|(?:de|la|del|los|las|van|von|der|den|bin|al|el|da|dos|di|y|e)$)/u;

/** One to `most` words of letters. */
function isWords(value: string, most: number): boolean {
  if (value.length > 100) return false;
  const parts = value.trim().split(/[ ,\u00a0]{1,20}/);
  if (parts[parts.length - 1] === "") parts.pop();
  return parts.length > 0 && parts.length <= most && parts.every((part) => word.test(part));
}

/** Words with a capital first, or all in capitals, particles aside. */
function looksLikeWords(value: string, most: number): boolean {
  return (
    isWords(value, most) &&
    value
      .trim()
      .split(/[ ,\u00a0]{1,20}/)
      .every((part) => part === "" || capitalized.test(part))
  );
}

/** Lower case, no accents, no titles; `SMITH, JOHN` is `john smith`. */
function normalizeName(value: string): string {
  const folded = fold(value)
    .replace(/[.]/g, " ")
    .replace(/\s{1,200}/g, " ")
    .trim();
  const comma = folded.indexOf(",");
  const ordered =
    comma > 0 && comma === folded.lastIndexOf(",") ? `${folded.slice(comma + 1)} ${folded.slice(0, comma)}` : folded.replaceAll(",", " ");
  return ordered
    .replace(/\s{1,200}/g, " ")
    .trim()
    .replace(/^(?:(?:mr|mrs|ms|miss|dr|prof|sr|sra|rev) ){1,3}(?=\S)/, "");
}

function makeGiven(stream: Stream, context?: MakeContext): string {
  return isSpelled(context?.like) ? nameLike(context.like, stream, context, "given") : givenNameOf(stream, context);
}

function makeFamily(stream: Stream, context?: MakeContext): string {
  return isSpelled(context?.like) ? nameLike(context.like, stream, context, "family") : familyNameOf(stream);
}

function isSpelled(like: string | undefined): like is string {
  return like !== undefined && /\p{L}/u.test(like) && like.length <= 200;
}

export const name = defineKind({
  name: "name",
  category: "A",
  title: "Name of a person",
  tag: "NAME",
  labels: listed(`
    full name, patient name, patient full name, person name, member name, subscriber name, insured name, policy holder name,
    policy holder, guarantor name, =guarantor, beneficiary name, client name, resident name, student name, employee name, owner name,
    contact name, contact person, emergency contact name, =emergency contact, emergency contact person, next of kin,
    next of kin name, nok, nok name, mother name, mother s name, father name, father s name, spouse name, =spouse, parent name,
    guardian name, =guardian, caregiver name, =caregiver, relative name, child name, baby name, donor name, partner name,
    provider name, physician name, doctor name, =doctor, =physician, =attending, attending physician, attending md, md name,
    attending provider, attending name, attending doctor, referring physician, referring provider, ordering provider,
    ordering physician, admitting physician, consulting doctor, primary care provider, primary care physician, =pcp, pcp name,
    =surgeon, surgeon name, anesthesiologist, =nurse, nurse name, practitioner name, =clinician, clinician name, =prescriber,
    prescriber name, =therapist, =radiologist, =pathologist, technician name, =dentist, =verifier, =author, author name, signed by,
    electronically signed by, dictated by, transcribed by, =interpreter, =witness, =attorney, social worker, case manager,
    staff name, =signature, customer name, display name, formal name, legal name, name full, name of patient, =patient, =name,
    =names, =participant name, subject name, =alias, aliases, aka, also known as, nickname, nick name, preferred name, previous name,
    former name, =initials, patient initials, name, =nombre, nombre completo, nombre del paciente, nombre paciente,
    nombre y apellido, nombre y apellidos, =paciente, =medico, medico tratante, nombre del medico, nombre de la madre,
    nombre del padre, =madre, =padre, contacto de emergencia, =tutor, nombre del contacto
  `),
  domain: "name",
  find: findsNothing,
  matches: (value) => (looksLikeWords(value, 5) && /[ ,]/.test(value.trim()) ? "shaped" : null),
  accepts: (value) => isWords(value.slice(0, 120).replace(/["()&/^]|(?<=\p{L})\d{1,5}(?=\s|$)/gu, " "), 7),
  normalize: normalizeName,
  // Given name and family name are drawn apart from each other: whoever bears both by chance is not in the data.
  make: (stream, context) =>
    isSpelled(context?.like) ? nameLike(context.like, stream, context) : `${givenNameOf(stream, context)} ${familyNameOf(stream)}`,
  examples: {
    found: ["Patient name: [[Okafor, Adaeze B]]", "Next of kin: [[Tom O’Malley]]", "Nombre: [[María de la Cruz]]"],
    kept: ["Drug name: aspirin", "test name: CBC", "name: 12"],
  },
});

export const givenName = defineKind({
  name: "given-name",
  category: "A",
  title: "Given name",
  tag: "NAME",
  labels: listed(`
    first name, given name, given names, given, =first, forename, fname, christian name, patient first name, patient first,
    name first, middle name, middle, =mi, patient mi, subscriber mi, member mi, insured mi, provider mi, middle initial, name middle, mname, second name, primer nombre, segundo nombre, nombres,
    nombre de pila
  `),
  domain: "name",
  find: findsNothing,
  matches: (value) => (looksLikeWords(value, 2) && !value.includes(",") ? "shaped" : null),
  accepts: (value) => isWords(value.slice(0, 120).replace(/(?<=\p{L})\d{1,5}$/u, ""), 3),
  normalize: normalizeName,
  make: makeGiven,
  examples: {
    found: ["First name: [[Adaeze]]", "given: [[Zoë]]", "Nombres: [[Ana Lucía]]"],
    kept: ["first: 12", "at first visit", "given: 40 mg"],
  },
});

export const familyName = defineKind({
  name: "family-name",
  category: "A",
  title: "Family name",
  tag: "NAME",
  labels: listed(`
    last name, family name, =family, =last, surname, lname, patient last name, patient last, name last, maiden name, maiden,
    mother s maiden name, mothers maiden name, mother maiden name, birth name, second last name, apellido, apellidos,
    apellido paterno, apellido materno, primer apellido, segundo apellido, apellido de soltera
  `),
  domain: "name",
  find: findsNothing,
  matches: (value) => (looksLikeWords(value, 3) && !value.includes(",") ? "shaped" : null),
  accepts: (value) => isWords(value.slice(0, 120).replace(/(?<=\p{L})\d{1,5}$/u, ""), 3),
  normalize: normalizeName,
  make: makeFamily,
  examples: {
    found: ["Last name: [[O'Malley]]", "Surname: [[van der Berg]]", "Apellidos: [[Ruiz Castillo]]"],
    kept: ["last: 3 weeks", "family: 2 sons", "last seen well"],
  },
});

export const employer = defineKind({
  name: "employer",
  category: "R",
  title: "Employer or school",
  tag: "EMPLOYER",
  labels: listed(`
    employer, employer name, place of employment, place of work, work place, workplace, company, company name, business name, school,
    school name, employed by, works at, works for, empleador, empresa, lugar de trabajo, escuela
  `),
  domain: "employer",
  find: findsNothing,
  matches: () => null,
  accepts: (value) => /\p{L}{2}/u.test(value) && value.trim().length < 100,
  normalize: (value) =>
    fold(value)
      .replace(/\s{1,200}/g, " ")
      .trim(),
  // Invented words.
  make: (stream) =>
    `${stream.pick(["Quillmere", "Brindlewick", "Tarnfold", "Osterbeck", "Velmarsh"])} ${stream.pick(["Foods", "Freight", "Mills", "Textiles", "Logistics", "Schools"])}`,
  examples: {
    found: ["Employer: [[Boeing Everett]]", "School: [[Lincoln Elementary]]", "Empresa: [[Textiles del Norte]]"],
    kept: ["employer: 3", "employed part time", "self-employed"],
  },
});
