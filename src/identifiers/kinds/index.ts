import type { Kind } from "../kind.ts";
import { accountNumber, bankAccount, claimNumber, paymentCard } from "./accounts.ts";
import { age } from "./age.ts";
import { email, fax, phone } from "./contacts.ts";
import { censusArea, coordinates } from "./coordinates.ts";
import { birthDate, date } from "./date.ts";
import { biometricId, photo } from "./images.ts";
import { deaNumber, driversLicense, npi, passport, professionalLicense, taxId } from "./licenses.ts";
import { ipAddress, url, userName } from "./network.ts";
import { employer, familyName, givenName, name } from "./people.ts";
import { city, county, facility, place } from "./places.ts";
import { groupNumber, mbi, medicaidId, memberId } from "./plan-numbers.ts";
import {
  accessionNumber,
  employeeId,
  encounterId,
  mrn,
  orderNumber,
  organizationId,
  patientId,
  prescriptionNumber,
  providerId,
  recordIdentifier,
  specimenId,
  trialSubjectId,
  uniqueId,
} from "./record-numbers.ts";
import { ssn, ssnFragment } from "./ssn.ts";
import { streetAddress } from "./street-address.ts";
import { uuid } from "./uuid.ts";
import { deviceSerial, imei, licensePlate, macAddress, udi, vin } from "./vehicles-devices.ts";
import { postalCode, zip } from "./zip.ts";

/** Every kind there is. Where a label or a value fits two equally well, the earlier one is taken. */
export const kinds = [
  patientId,
  mrn,
  encounterId,
  providerId,
  organizationId,
  name,
  givenName,
  familyName,
  birthDate,
  date,
  age,
  ssn,
  ssnFragment,
  phone,
  fax,
  email,
  streetAddress,
  city,
  county,
  zip,
  postalCode,
  coordinates,
  censusArea,
  facility,
  place,
  mbi,
  medicaidId,
  memberId,
  groupNumber,
  accountNumber,
  claimNumber,
  paymentCard,
  bankAccount,
  driversLicense,
  deaNumber,
  npi,
  professionalLicense,
  passport,
  taxId,
  vin,
  licensePlate,
  udi,
  deviceSerial,
  macAddress,
  imei,
  url,
  ipAddress,
  biometricId,
  photo,
  accessionNumber,
  orderNumber,
  specimenId,
  trialSubjectId,
  prescriptionNumber,
  userName,
  employeeId,
  employer,
  uuid,
  recordIdentifier,
  uniqueId,
] as const satisfies readonly Kind[];

export type KindName = (typeof kinds)[number]["name"];

const byName: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.name, kind]));

export function kindByName(name: KindName): Kind {
  const kind = byName.get(name);
  if (kind === undefined) throw new Error("unreachable: a kind that is not in the catalogue");
  return kind;
}
