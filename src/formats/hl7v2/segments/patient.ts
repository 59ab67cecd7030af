import type { Contact, Coverage, Patient } from "../../../record/patient.ts";
import { ethnicGroups, insuredRelationships, maritalStatuses, nameTypes, planTypes, races, relationships, sexes } from "../codes.ts";
import { escaped } from "../escaped.ts";
import { components, segment } from "../segment.ts";
import { ce, cx, emailXtn, ownAuthority, ssnAuthority, ts, xad, xpn, xtn } from "../types.ts";

/**
 * Who it is. `isDead`: whether the death is known at the time of the message; `account`: that of the visit, where it is
 * about one.
 */
export function pid(patient: Patient, isDead: boolean, account = patient.identifiers["account-number"]): string {
  const { identifiers, name, otherNames = [], address } = patient;
  return segment("PID", {
    1: "1",
    3: patientIds(patient),
    5: repeated([xpn(name), ...otherNames.map(({ use, name, until }) => xpn(name, nameTypes[use], until && ts(until)))]),
    7: ts(patient.birthDate),
    8: sexes[patient.sex],
    10: races[patient.race],
    11: xad(address, "H", identifiers["census-area"]),
    13: repeated([
      identifiers.phone && xtn(identifiers.phone),
      identifiers.fax && xtn(identifiers.fax, "PRN", "FX"),
      identifiers.email && emailXtn(identifiers.email),
    ]),
    15: ce(patient.language, "", "ISO639"),
    16: maritalStatuses[patient.maritalStatus],
    18: account && cx(account, ownAuthority, "AN"),
    // Kept in the standard for backward compatibility, and what most feeds still fill.
    19: identifiers.ssn && escaped(identifiers.ssn),
    22: patient.hispanic ? ethnicGroups.hispanic : ethnicGroups.other,
    23: escaped(patient.birthPlace),
    29: isDead ? ts(patient.deceased!) : "",
    30: isDead ? "Y" : "N",
  });
}

/** That only some may see the record: protection indicator. "" for everybody else. */
export const pd1 = ({ restriction }: Patient): string => (restriction === undefined ? "" : segment("PD1", { 12: "Y" }));

/** The numbers of a person, by table 0203: the medical record, our own, and those of public bodies. */
export function patientIds({ id, identifiers, address }: Patient): string {
  return repeated([
    identifiers.mrn && cx(identifiers.mrn, ownAuthority, "MR"),
    cx(id, ownAuthority, "PI"),
    identifiers.ssn && cx(identifiers.ssn, ssnAuthority, "SS"),
    identifiers["drivers-license"] && cx(identifiers["drivers-license"], { namespace: address.state }, "DL"),
    identifiers.passport && cx(identifiers.passport, { namespace: "USA" }, "PPN"),
  ]);
}

/** The numbers under which a person was known before a merge. */
export const mrg = (retired: Patient): string => segment("MRG", { 1: patientIds(retired), 7: xpn(retired.name) });

/** Whom to call: the emergency contact (table 0131 `C`). Whoever lives with the patient has the patient's address; of most others only the country is known. */
export function nk1(contact: Contact, patient: Patient, number: number): string {
  const abroad = components(["", "", "", "", escaped(contact.postalCode ?? ""), contact.country === "US" ? "" : escaped(contact.country)]);
  return segment("NK1", {
    1: String(number),
    2: xpn(contact.name),
    3: relationships[contact.relationship],
    4: contact.livesWith ? xad(patient.address, "H") : contact.address ? xad(contact.address, "H") : abroad,
    5: repeated([xtn(contact.phone), contact.email && emailXtn(contact.email)]),
    7: "C^Emergency Contact^HL70131",
    // Which record of a source it is: HL7 has the field for the next of kin's own numbers.
    33: cx(contact.id, ownAuthority, "RI"),
  });
}

/** Who pays, and who is insured: the patient, or through whom the patient is. */
export function in1(coverage: Coverage, patient: Patient, number: number): string {
  const { identifiers, payer } = coverage;
  const insured = coverage.subscriber ?? patient;
  const type = coverage.type === "none" ? "" : planTypes[coverage.type];
  const policy = identifiers.mbi ?? identifiers["medicaid-id"] ?? identifiers["member-id"];
  return segment("IN1", {
    1: String(number),
    2: ce(coverage.type, type, "HL70072"),
    3: cx(payer, ownAuthority, "XX"),
    4: escaped(payer),
    8: escaped(identifiers["group-number"] ?? ""),
    12: ts(coverage.start),
    16: xpn(insured.name),
    17: insuredRelationships[coverage.subscriber?.relationship ?? "self"],
    18: ts(insured.birthDate),
    // Whoever insures a patient lives with them.
    19: xad(patient.address, "H"),
    36: escaped(policy ?? ""),
    43: sexes[insured.sex],
  });
}

/** Repetitions of a field, those that are there. */
function repeated(values: readonly (string | undefined)[]): string {
  let text = "";
  for (const value of values) if (value) text += text === "" ? value : `~${value}`;
  return text;
}
