import type { Stream } from "../../random/stream.ts";
import type { Encounter, Facility, Provider } from "../../record/care.ts";
import type { Coded } from "../../record/coded.ts";
import { fullName } from "../../record/full-name.ts";
import type { Condition, Medication, Observation } from "../../record/health.ts";
import type { Contact, Patient } from "../../record/patient.ts";
import { dayOf } from "../days.ts";
import { mention, type Prose, prose } from "./prose.ts";
import { type DateStyle, writeDate } from "./write-date.ts";

/** What the author of a note knows, and how this author writes it. */
export interface Facts {
  readonly patient: Patient;
  readonly contact: Contact;
  readonly encounter: Encounter;
  readonly facility: Facility;
  readonly provider: Provider;
  /** Somebody else at the facility; the same person where there is nobody else. */
  readonly colleague: Provider;
  readonly complaint: string;
  readonly conditions: readonly Condition[];
  readonly medications: readonly Medication[];
  readonly observations: readonly Observation[];
  readonly dateStyle: DateStyle;
  readonly stream: Stream;
}

/** `Maria Okafor`, or the way forms have it, `OKAFOR, MARIA`. */
export function patientName({ patient, stream }: Facts, use: string): Prose {
  const { given, family } = patient.name;
  return mention(
    "name",
    stream
      .fork(use)
      .pick([
        fullName(patient.name),
        `${given} ${family}`,
        `${given} ${family}`,
        `${family}, ${given}`,
        `${family.toUpperCase()}, ${given.toUpperCase()}`,
      ]),
  );
}

/** The family name after a title, or a child's given name. */
export function calledName({ patient, encounter }: Facts): Prose {
  if (encounter.age < 18) return mention("name", patient.name.given);
  const name = mention("name", patient.name.family);
  const title = patient.sex === "female" ? "Ms. " : "Mr. ";
  return {
    text: title + name.text,
    spans: name.spans.map((span) => ({ ...span, start: span.start + title.length, end: span.end + title.length })),
  };
}

export function date(facts: Facts, iso: string, kind: "date" | "birth-date" = "date"): Prose {
  return mention(kind, writeDate(iso, facts.dateStyle));
}

/**
 * `64-year-old`, `8-month-old`. An age over 89 is an identifier (45 CFR 164.514(b)(2)(i)(C)); a younger one is not.
 */
export function ageInWords({ encounter, patient }: Facts): Prose {
  if (encounter.age > 89) return prose`${mention("age", String(encounter.age))}-year-old`;
  if (encounter.age >= 2) return prose`${encounter.age}-year-old`;
  return prose`${Math.floor((dayOf(encounter.start) - dayOf(patient.birthDate)) / 30.4375)}-month-old`;
}

export const providerName = (provider: Provider): Prose => mention("name", fullName(provider.name), "provider");

export const facilityName = (facility: Facility): Prose => mention("facility", facility.name, "facility");

export function pronouns({ patient }: Facts): {
  readonly they: string;
  readonly them: string;
  readonly their: string;
  readonly noun: string;
} {
  return patient.sex === "female"
    ? { they: "she", them: "her", their: "her", noun: "woman" }
    : { they: "he", them: "him", their: "his", noun: "man" };
}

/** `Vitals: BP 128/76, HR 72, Temp 36.8 C.`; empty where nothing was measured. */
export function vitalsLine({ observations }: Facts): string {
  const of = (code: string): string | undefined => {
    const found = observations.find((observation) => observation.code.code === code);
    return found?.value?.toFixed(found.decimals);
  };
  const [systolic, diastolic, pulse, temperature, weight] = ["8480-6", "8462-4", "8867-4", "8310-5", "29463-7"].map(of);
  const parts = [
    systolic && diastolic ? `BP ${systolic}/${diastolic}` : undefined,
    pulse ? `HR ${pulse}` : undefined,
    temperature ? `Temp ${temperature} C` : undefined,
    weight ? `Wt ${weight} kg` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : `Vitals: ${parts.join(", ")}.`;
}

/** `A1c 7.2 %, LDL 101 mg/dL`; empty where no blood was drawn. */
export function resultsLine({ observations }: Facts): string {
  const names: Readonly<Record<string, string>> = { "4548-4": "A1c", "13457-7": "LDL", "2085-9": "HDL", "2571-8": "triglycerides" };
  return observations
    .flatMap(({ code, value, decimals, unit }) =>
      names[code.code] && value !== undefined ? [`${names[code.code]} ${value.toFixed(decimals)} ${unit}`] : [],
    )
    .join(", ");
}

export function historyLine({ conditions }: Facts): string {
  return conditions.length === 0 ? "no chronic conditions" : [...new Set(conditions.map(({ code }) => inWords(code)))].join(", ");
}

/** Why the patient came, as a sentence has it. */
export function reasonWords({ complaint, encounter }: Facts): string {
  if (complaint !== "") return complaint;
  return encounter.reason.code.startsWith("Z") ? "a check-up" : inWords(encounter.reason);
}

/** The words of a code without its qualifications, as they stand within a sentence. */
function inWords({ display }: Coded): string {
  return display
    .replace(/ \([^()]{1,60}\)/, "")
    .split(",")[0]!
    .toLowerCase()
    .replace("alzheimer", "Alzheimer");
}

export function medicationLine({ medications }: Facts): string {
  return medications.length === 0 ? "none" : [...new Set(medications.map(({ code }) => code.display.toLowerCase()))].join("; ");
}
