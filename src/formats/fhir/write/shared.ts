import type { Facility, Provider } from "../../../record/care.ts";
import type { Payer } from "../../../record/patient.ts";
import type { Directory } from "./chart.ts";
import { locationId } from "./chart.ts";
import { concept, hl7 } from "./codes.ts";
import { address, contactPoints, humanName } from "./datatypes.ts";
import { derivedId } from "./derived-id.ts";
import { identifiersOf } from "./identifiers.ts";
import type { Resource } from "./resource.ts";

/** An organization, and the place where it is. */
export function facilityResources(facility: Facility, { metas, refer }: Directory): readonly Resource[] {
  const telecom = contactPoints({ phone: facility.identifiers.phone, fax: facility.identifiers.fax }, "work");
  const place = address(facility.address, "work");
  return [
    {
      resourceType: "Organization",
      id: facility.id,
      meta: metas("us-core-organization"),
      identifier: identifiersOf(facility.identifiers),
      active: true,
      type: [concept(`${hl7}organization-type`, "prov", "Healthcare Provider")],
      name: facility.name,
      telecom,
      address: [{ ...place, use: undefined, extension: undefined }],
    },
    {
      resourceType: "Location",
      id: locationId(facility.id),
      meta: metas("us-core-location"),
      status: "active",
      name: facility.name,
      mode: "instance",
      telecom,
      address: place,
      position: { longitude: Number(facility.address.longitude.toFixed(5)), latitude: Number(facility.address.latitude.toFixed(5)) },
      managingOrganization: refer("Organization", facility.id),
    },
  ];
}

/** A person, and the work they do where. The specialty is in words: the NUCC's codes are not ours to carry. */
export function providerResources(provider: Provider, { metas, refer, facility }: Directory): readonly Resource[] {
  const telecom = contactPoints({ phone: provider.identifiers.phone }, "work");
  return [
    {
      resourceType: "Practitioner",
      id: provider.id,
      meta: metas("us-core-practitioner"),
      identifier: identifiersOf(provider.identifiers),
      active: true,
      name: [humanName(provider.name, provider.credential)],
      telecom,
      address: [{ ...address(facility(provider.facilityId).address, "work"), extension: undefined }],
      qualification: [{ code: { text: provider.credential } }],
    },
    {
      resourceType: "PractitionerRole",
      id: derivedId(provider.id, "role"),
      meta: metas("us-core-practitionerrole"),
      active: true,
      practitioner: refer("Practitioner", provider.id),
      organization: refer("Organization", provider.facilityId),
      code: [{ text: roles[provider.credential] ?? provider.credential }],
      specialty: [{ text: provider.specialty }],
      location: [refer("Location", locationId(provider.facilityId))],
      telecom,
    },
  ];
}

/** What somebody with a credential works as. */
const roles: Readonly<Record<string, string>> = {
  MD: "Physician",
  DO: "Physician",
  NP: "Nurse practitioner",
  "PA-C": "Physician assistant",
};

export function payerResource({ id, name, isPublic }: Payer, { metas }: Directory): Resource {
  return {
    resourceType: "Organization",
    id,
    meta: metas("us-core-organization"),
    active: true,
    type: [
      isPublic ? concept(`${hl7}organization-type`, "govt", "Government") : concept(`${hl7}organization-type`, "ins", "Insurance Company"),
      concept(`${hl7}organization-type`, "pay", "Payer"),
    ],
    name,
  };
}
