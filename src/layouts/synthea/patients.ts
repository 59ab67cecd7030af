import { fullName } from "../../record/full-name.ts";
import { payerId } from "../../record/payer-id.ts";
import type { PatientRecord } from "../../record/record.ts";
import { states } from "../../tables/places.ts";
import { dollars } from "../amounts.ts";
import type { Table } from "../layout.ts";
import { patientTable } from "../layout.ts";
import { degrees, genders, maritalStatuses, memberId, races, utc } from "./values.ts";

/** Patients, their payers over time, and what is implanted in them. */
export const patientTables: readonly Table[] = [
  patientTable(
    "patients",
    (record) => [record],
    (c) => [
      c.key("Id", "patient-id", ({ patient }) => patient.id),
      c.always("BIRTHDATE", "date", "birth-date", ({ patient }) => patient.birthDate),
      c.maybe("DEATHDATE", "date", "date", ({ patient }) => patient.deceased?.slice(0, 10)),
      c.maybe("SSN", "text", "ssn", ({ patient }) => patient.identifiers.ssn),
      c.maybe("DRIVERS", "text", "drivers-license", ({ patient }) => patient.identifiers["drivers-license"]),
      c.maybe("PASSPORT", "text", "passport", ({ patient }) => patient.identifiers.passport),
      c.empty("PREFIX", "text"),
      c.always("FIRST", "text", "given-name", ({ patient }) => patient.name.given),
      c.maybe("MIDDLE", "text", "given-name", ({ patient }) => patient.name.middle),
      c.always("LAST", "text", "family-name", ({ patient }) => patient.name.family),
      c.maybe("SUFFIX", "text", "name", ({ patient }) => patient.name.suffix),
      c.maybe("MAIDEN", "text", "family-name", ({ patient }) => patient.otherNames?.find(({ use }) => use === "maiden")?.name.family),
      c.always("MARITAL", "text", "clinical", ({ patient }) => maritalStatuses[patient.maritalStatus]),
      c.always("RACE", "text", "clinical", ({ patient }) => races[patient.race]),
      c.always("ETHNICITY", "text", "clinical", ({ patient }) => (patient.hispanic ? "hispanic" : "nonhispanic")),
      c.always("GENDER", "text", "clinical", ({ patient }) => genders[patient.sex]),
      c.always("BIRTHPLACE", "text", "place", ({ patient }) => `${patient.birthPlace.replace(/, /g, "  ")}  US`),
      c.always("ADDRESS", "text", "street-address", ({ patient }) => patient.address.street),
      c.always("CITY", "text", "city", ({ patient }) => patient.address.city),
      c.always("STATE", "text", "clinical", ({ patient }) => stateNames.get(patient.address.state) ?? patient.address.state),
      c.always("COUNTY", "text", "county", ({ patient }) => patient.address.county),
      c.empty("FIPS", "text"),
      c.always("ZIP", "text", "zip", ({ patient }) => patient.address.zip),
      c.always("LAT", "decimal", "coordinates", ({ patient }) => degrees(patient.address.latitude)),
      c.always("LON", "decimal", "coordinates", ({ patient }) => degrees(patient.address.longitude)),
      c.always("HEALTHCARE_EXPENSES", "decimal", "clinical", ({ claims }) => dollars(sum(claims, "total"))),
      c.always("HEALTHCARE_COVERAGE", "decimal", "clinical", ({ claims }) => dollars(sum(claims, "paid"))),
      c.empty("INCOME", "integer"),
    ],
  ),
  patientTable(
    "payer_transitions",
    ({ patient, coverages }) => coverages.map((coverage) => ({ patient, coverage })),
    (c) => [
      c.reference("PATIENT", "patient-id", "patients", ({ patient }) => patient.id),
      c.maybe("MEMBERID", "text", "member-id", ({ coverage }) => memberId(coverage)),
      c.always("START_DATE", "timestamp", "date", ({ coverage }) => utc(coverage.start)),
      c.maybe("END_DATE", "timestamp", "date", ({ coverage }) => coverage.end && utc(coverage.end)),
      c.reference("PAYER", "record-id", "payers", ({ coverage }) => payerId(coverage.payer)),
      c.empty("SECONDARY_PAYER", "text"),
      c.always("PLAN_OWNERSHIP", "text", "clinical", ({ coverage }) => ownerships[coverage.subscriber?.relationship ?? "self"]),
      c.always("OWNER_NAME", "text", "name", ({ patient, coverage }) => fullName((coverage.subscriber ?? patient).name)),
    ],
  ),
];

/** Whose plan it is, seen from the patient. */
const ownerships = { self: "Self", spouse: "Spouse", child: "Guardian" } as const;

const stateNames: ReadonlyMap<string, string> = new Map(states.map(({ abbreviation, name }) => [abbreviation, name]));

function sum(claims: PatientRecord["claims"], amount: "total" | "paid"): number {
  return claims.reduce((total, claim) => total + claim[amount], 0);
}
