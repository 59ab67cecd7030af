import { fullName } from "../../record/full-name.ts";
import type { Payer } from "../../record/patient.ts";
import type { SharedRecords } from "../../record/record.ts";
import type { Table } from "../layout.ts";
import { sharedTable } from "../layout.ts";
import { degrees, noInsurance } from "./values.ts";

/** Organizations, providers and payers. */
export const sharedTables: readonly Table[] = [
  sharedTable(
    "organizations",
    (shared) => shared.facilities,
    (c) => [
      c.key("Id", "organization-id", (row) => row.id),
      c.always("NAME", "text", "facility", (row) => row.name),
      c.always("ADDRESS", "text", "street-address", (row) => row.address.street),
      c.always("CITY", "text", "city", (row) => row.address.city),
      c.always("STATE", "text", "clinical", (row) => row.address.state),
      c.always("ZIP", "text", "zip", (row) => row.address.zip),
      c.always("LAT", "decimal", "coordinates", (row) => degrees(row.address.latitude)),
      c.always("LON", "decimal", "coordinates", (row) => degrees(row.address.longitude)),
      c.identifier("PHONE", "phone"),
      c.empty("REVENUE", "decimal"),
      c.empty("UTILIZATION", "integer"),
    ],
  ),
  sharedTable("providers", withFacilities, (c) => [
    c.key("Id", "provider-id", (row) => row.provider.id),
    c.reference("ORGANIZATION", "organization-id", "organizations", (row) => row.facility.id),
    c.always("NAME", "text", "name", (row) => fullName(row.provider.name)),
    c.empty("GENDER", "text"),
    c.always("SPECIALITY", "text", "clinical", (row) => row.provider.specialty.toUpperCase()),
    c.always("ADDRESS", "text", "street-address", (row) => row.facility.address.street),
    c.always("CITY", "text", "city", (row) => row.facility.address.city),
    c.always("STATE", "text", "clinical", (row) => row.facility.address.state),
    c.always("ZIP", "text", "zip", (row) => row.facility.address.zip),
    c.always("LAT", "decimal", "coordinates", (row) => degrees(row.facility.address.latitude)),
    c.always("LON", "decimal", "coordinates", (row) => degrees(row.facility.address.longitude)),
    c.empty("ENCOUNTERS", "integer"),
    c.empty("PROCEDURES", "integer"),
  ]),
  sharedTable("payers", withNobody, (c) => [
    c.key("Id", "record-id", (row) => row.id),
    c.always("NAME", "text", "clinical", (row) => row.name),
    c.always("OWNERSHIP", "text", "clinical", ownership),
    c.empty("ADDRESS", "text"),
    c.empty("CITY", "text"),
    c.empty("STATE_HEADQUARTERED", "text"),
    c.empty("ZIP", "text"),
    c.empty("PHONE", "text"),
    c.empty("AMOUNT_COVERED", "decimal"),
    c.empty("AMOUNT_UNCOVERED", "decimal"),
    c.empty("REVENUE", "decimal"),
    c.empty("COVERED_ENCOUNTERS", "integer"),
    c.empty("UNCOVERED_ENCOUNTERS", "integer"),
    c.empty("COVERED_MEDICATIONS", "integer"),
    c.empty("UNCOVERED_MEDICATIONS", "integer"),
    c.empty("COVERED_PROCEDURES", "integer"),
    c.empty("UNCOVERED_PROCEDURES", "integer"),
    c.empty("COVERED_IMMUNIZATIONS", "integer"),
    c.empty("UNCOVERED_IMMUNIZATIONS", "integer"),
    c.empty("UNIQUE_CUSTOMERS", "integer"),
    c.empty("QOLS_AVG", "decimal"),
    c.empty("MEMBER_MONTHS", "integer"),
  ]),
];

function withFacilities({ facilities, providers }: SharedRecords) {
  const byId = new Map(facilities.map((facility) => [facility.id, facility]));
  return providers.map((provider) => {
    const facility = byId.get(provider.facilityId);
    if (!facility) throw new Error("unreachable: a provider's facility that is not there");
    return { provider, facility };
  });
}

/** Synthea has a payer for those who have none. */
function withNobody({ payers }: SharedRecords): readonly Payer[] {
  return [...payers, noInsurance];
}

function ownership(payer: Payer): string {
  if (payer === noInsurance) return "NO_INSURANCE";
  return payer.isPublic ? "GOVERNMENT" : "PRIVATE";
}
