import type { Patient } from "./patient.ts";

/** The patient with the address of a day or time. */
export function patientAt(patient: Patient, time: string): Patient {
  const { formerAddress } = patient;
  return formerAddress === undefined || time.slice(0, 10) >= formerAddress.until ? patient : { ...patient, address: formerAddress.address };
}
