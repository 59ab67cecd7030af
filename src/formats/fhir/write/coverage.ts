import { fullName } from "../../../record/full-name.ts";
import type { Coverage, Device, PayerType, Subscriber } from "../../../record/patient.ts";
import type { Chart } from "./chart.ts";
import { concept, extensions, hl7 } from "./codes.ts";
import { dayBefore } from "./datatypes.ts";
import { derivedId } from "./derived-id.ts";
import { type Identifier, identifiersOf } from "./identifiers.ts";
import type { Resource } from "./resource.ts";

export function coverageResource(coverage: Coverage, chart: Chart): Resource {
  const { mbi, "medicaid-id": medicaid, "member-id": member, "group-number": group } = coverage.identifiers;
  const subscriber = member ?? mbi ?? medicaid;
  return {
    resourceType: "Coverage",
    id: coverage.id,
    meta: chart.directory.metas(subscriber === undefined ? undefined : "us-core-coverage"),
    identifier: identifiersOf(coverage.identifiers)?.map(asMember),
    status: "active",
    type: payerTypes[coverage.type],
    subscriber: coverage.subscriber === undefined ? undefined : subscriberOf(coverage.subscriber, chart),
    subscriberId: subscriber,
    beneficiary: chart.patient,
    relationship: relationships[coverage.subscriber?.relationship ?? "self"],
    period: { start: coverage.start, end: coverage.end === undefined ? undefined : dayBefore(coverage.end) },
    payor: [payerOf(coverage, chart)],
    class: group === undefined ? undefined : [{ type: concept(`${hl7}coverage-class`, "group", "Group"), value: group }],
  };
}

/**
 * By the record's own `RelatedPerson`, which stands in the same bundle: their `Patient` may stand in another, or in none where a population
 * ends in the middle of a family.
 */
function subscriberOf({ patientId, name }: Subscriber, { record, directory }: Chart) {
  const contact = record.contacts.find(({ samePatientId }) => samePatientId === patientId);
  const display = fullName(name);
  return contact === undefined ? { display } : { ...directory.refer("RelatedPerson", contact.id), display };
}

const relationships: Readonly<Record<"self" | Subscriber["relationship"], ReturnType<typeof concept>>> = {
  self: concept(`${hl7}subscriber-relationship`, "self", "Self"),
  spouse: concept(`${hl7}subscriber-relationship`, "spouse", "Spouse"),
  child: concept(`${hl7}subscriber-relationship`, "child", "Child"),
};

/** The number that a public payer knows somebody by is a member number too, by which US Core finds it. */
function asMember(identifier: Identifier): Identifier {
  const [own] = identifier.type?.coding ?? [];
  if (own?.code !== "MC" && own?.code !== "MA") return identifier;
  return { ...identifier, type: { ...identifier.type, coding: [own, { ...own, code: "MB" }] } };
}

export function payerOf({ payer }: Coverage, { directory }: Chart) {
  const known = directory.payer(payer);
  return known === undefined ? { display: payer } : { ...directory.refer("Organization", known.id), display: payer };
}

/** Source of Payment Typology (nahdo.org/sopt), its upper levels. */
const payerTypes: Readonly<Record<PayerType, ReturnType<typeof payerType>>> = {
  medicare: payerType("medicare", "1", "MEDICARE"),
  medicaid: payerType("medicaid", "2", "MEDICAID"),
  employer: payerType("employer", "5", "PRIVATE HEALTH INSURANCE"),
  individual: payerType("individual", "5", "PRIVATE HEALTH INSURANCE"),
  military: payerType("military", "311", "TRICARE (CHAMPUS)"),
  none: payerType("none", "81", "Self-pay"),
};

function payerType(text: PayerType, code: string, display: string) {
  return { ...concept("https://nahdo.org/sopt", code, display), text };
}

/** The device, and since when the patient has it, which R4 keeps apart. */
export function deviceResources(device: Device, chart: Chart): readonly Resource[] {
  const { directory, patient } = chart;
  const { udi, "device-serial": serial } = device.identifiers;
  return [
    {
      resourceType: "Device",
      id: device.id,
      meta: directory.metas("us-core-implantable-device"),
      identifier: identifiersOf(device.identifiers, ["device-serial"]),
      udiCarrier: udi === undefined ? undefined : [carrierOf(udi)],
      status: "active",
      ...(udi === undefined ? {} : partsOf(udi)),
      serialNumber: serial,
      type: { text: device.description },
      patient,
    },
    {
      resourceType: "DeviceUseStatement",
      id: derivedId(device.id, "use"),
      meta: directory.metas(undefined),
      status: "active",
      subject: patient,
      timingPeriod: { start: device.implanted },
      device: directory.refer("Device", device.id),
    },
  ];
}

function carrierOf(udi: string) {
  const identifier = /^\(01\)(\d{14})/.exec(udi)?.[1];
  return {
    // R4's own extension: the element may not be empty, and only GS1's form is taken apart here.
    ...(identifier === undefined
      ? { _deviceIdentifier: { extension: [{ url: `${extensions}data-absent-reason`, valueCode: "unknown" }] } }
      : { deviceIdentifier: identifier, issuer: "http://hl7.org/fhir/NamingSystem/gs1-di" }),
    jurisdiction: "http://hl7.org/fhir/NamingSystem/fda-udi",
    carrierHRF: udi,
  };
}

/** GS1's application identifiers: 17 expiry, YYMMDD; 10 lot. */
function partsOf(udi: string) {
  const expiry = /\(17\)(\d\d)(\d\d)(\d\d)/.exec(udi);
  return {
    expirationDate: expiry ? `20${expiry[1]}-${expiry[2]}-${expiry[3]}` : undefined,
    lotNumber: /\(10\)([^(]{1,20})/.exec(udi)?.[1],
  };
}
