import { fullName } from "../../record/full-name.ts";
import type { NoteStyle } from "../profile.ts";
import {
  ageInWords,
  calledName,
  date,
  type Facts,
  facilityName,
  historyLine,
  medicationLine,
  patientName,
  pronouns,
  providerName,
  reasonWords,
  resultsLine,
  vitalsLine,
} from "./facts.ts";
import { joined, mention, type Prose, prose } from "./prose.ts";

/** A way of writing a note. */
interface Style {
  readonly title: string;
  write(facts: Facts): Prose;
}

export const styles: Readonly<Record<NoteStyle, Style>> = {
  progress: { title: "Progress note", write: progress },
  emergency: { title: "ED note", write: emergency },
  letter: { title: "Referral letter", write: letter },
  message: { title: "Portal message", write: message },
};

const id = (facts: Facts, kind: "mrn" | "phone" | "email" | "ssn"): Prose => mention(kind, facts.patient.identifiers[kind] ?? "");

/** Sections with headings, as an office keeps them. */
function progress(facts: Facts): Prose {
  const { patient, encounter, contact, stream } = facts;
  const { they } = pronouns(facts);
  const head = prose`${facilityName(facts.facility)}
PROGRESS NOTE
Patient: ${patientName(facts, "head")}   MRN: ${id(facts, "mrn")}   DOB: ${date(facts, patient.birthDate, "birth-date")}
Date of visit: ${date(facts, encounter.start)}   Visit #: ${mention("encounter-id", encounter.identifiers["encounter-id"]!)}`;
  const subjective = prose`S: ${calledName(facts)} is a ${ageInWords(facts)} ${encounter.age < 18 ? "child" : pronouns(facts).noun} seen for ${reasonWords(facts)}. History of ${historyLine(facts)}.`;
  const social = stream
    .fork("social")
    .pick([
      prose` Lives in ${mention("city", patient.address.city)}.`,
      prose` ${capital(contact.relationship)} ${mention("name", contact.name.given, "relative")} came along.`,
      prose``,
      ...(patient.employer === undefined ? [] : [prose` ${capital(they)} works at ${mention("employer", patient.employer)}.`]),
    ]);
  const results = resultsLine(facts);
  const objective = `O: ${vitalsLine(facts) || "Seen by video; no measurements."} ${stream.fork("exam").pick(["Well appearing, no distress.", "Lungs clear, heart regular, abdomen soft.", "Alert and oriented; gait steady."])}${results ? ` Labs: ${results}.` : ""}`;
  const plan = prose`A/P: ${encounter.reason.display} (${encounter.reason.code}). Medications: ${medicationLine(facts)}. ${stream.fork("plan").pick(["Continue current treatment.", "Rest, fluids and return if worse.", "Discussed diet and exercise."])} Follow-up in ${stream.fork("months").pick(["2 weeks", "3 months", "6 months"])}. Call ${id(facts, "phone")} with results.`;
  const sign = prose`Electronically signed by ${providerName(facts.provider)}, ${facts.provider.credential} on ${date(facts, encounter.end)}`;
  return joined([head, "", prose`${subjective}${social}`, objective, plan, "", sign], "\n");
}

/** Terse, abbreviated, in the order things happened. */
function emergency(facts: Facts): Prose {
  const { patient, encounter, contact } = facts;
  const sex = patient.sex === "female" ? "F" : "M";
  const arrival = encounter.start.slice(11, 16);
  const lines: (string | Prose)[] = [
    prose`ED NOTE ${facilityName(facts.facility)} ${date(facts, encounter.start)} arr ${arrival}`,
    prose`${patientName(facts, "head")} ${ageInWords(facts)} ${sex} MRN ${id(facts, "mrn")} acct ${mention("account-number", encounter.identifiers["account-number"]!)}`,
    `CC: ${reasonWords(facts)}`,
    prose`HPI: pt c/o ${facts.complaint || "feeling unwell"} since ${date(facts, encounter.start)}. PMH: ${historyLine(facts)}. Meds: ${medicationLine(facts)}. NKDA.`,
    vitalsLine(facts) || "Vitals: deferred.",
    `Impression: ${encounter.reason.display}, ${encounter.reason.code}.`,
    prose`Dispo: d/c home w/ ${contact.relationship} ${mention("name", fullName(contact.name), "relative")} (${mention("phone", contact.phone, "relative")}). F/u PCP ${providerName(facts.provider)}.`,
    prose`Pt seen and d/w ${providerName(facts.colleague)}, ${facts.colleague.credential}.`,
  ];
  return joined(lines, "\n");
}

/** From one provider to another, in whole sentences. */
function letter(facts: Facts): Prose {
  const { patient, encounter } = facts;
  const { they, their } = pronouns(facts);
  const { street, city, state, zip } = patient.address;
  const vitals = vitalsLine(facts) && ` ${vitalsLine(facts)}`;
  const address = prose`${mention("street-address", street)}, ${mention("city", city)}, ${state} ${mention("zip", zip)}`;
  return prose`${facilityName(facts.facility)}
${mention("street-address", facts.facility.address.street, "facility")}, ${mention("city", facts.facility.address.city, "facility")}, ${facts.facility.address.state} ${mention("zip", facts.facility.address.zip, "facility")}
Fax: ${mention("fax", facts.facility.identifiers.fax!, "facility")}

${date(facts, encounter.end)}

Re: ${patientName(facts, "re")}, born ${date(facts, patient.birthDate, "birth-date")}, SSN ${id(facts, "ssn")}
${address}

Dear Dr. ${mention("name", facts.colleague.name.family, "provider")},

Thank you for seeing ${calledName(facts)}, a ${ageInWords(facts)} patient whom I saw on ${date(facts, encounter.start)} for ${reasonWords(facts)}. ${capital(their)} history includes ${historyLine(facts)}. At present ${they} takes: ${medicationLine(facts)}.${vitals}

${capital(they)} can be reached at ${id(facts, "phone")}. I would be grateful for your opinion.

Sincerely,
${providerName(facts.provider)}, ${facts.provider.credential} (NPI ${mention("npi", facts.provider.identifiers.npi!, "provider")})`;
}

/** From the patient or a relative, informal. */
function message(facts: Facts): Prose {
  const { patient, encounter, contact, stream } = facts;
  const isChild = encounter.age < 18;
  const writer = isChild ? mention("name", contact.name.given, "relative") : mention("name", patient.name.given);
  const about = isChild ? prose`my ${patient.sex === "female" ? "daughter" : "son"} ${mention("name", patient.name.given)}` : prose`me`;
  const reach = isChild ? mention("phone", contact.phone, "relative") : id(facts, "phone");
  const address = patient.identifiers.email;
  const close =
    address !== undefined && !isChild && stream.fork("email").chance(0.6) ? prose` or write to ${mention("email", address)}` : prose``;
  const greeting = stream.fork("greeting").pick(["Hi", "Hello", "Dear"]);
  return prose`${greeting} Dr. ${mention("name", facts.provider.name.family, "provider")}, you saw ${about} on ${date(facts, encounter.start)} for ${reasonWords(facts)}. ${stream.fork("news").pick(["Things are a little better but not gone.", "It came back over the weekend.", "No change so far."])} ${stream.fork("ask").pick(["Should we come in again?", "Could you renew the prescription?", "Is the lab result back?"])} You can call ${reach}${close}. Thanks, ${writer} ${mention("name", isChild ? contact.name.family : patient.name.family, isChild ? "relative" : "subject")}`;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
