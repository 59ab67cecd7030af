import type { Json } from "./faults.ts";

export type Row = Readonly<Record<string, string>>;

/** What stands at a path, as text; empty for nothing. A list's items are taken by their position. */
function at(value: unknown, path: string): string {
  const found = below(value, path);
  return found === undefined ? "" : String(found);
}

function below(value: unknown, path: string): unknown {
  let place = value;
  for (const step of path.split(".")) place = (place as Record<string, unknown> | undefined)?.[step];
  return place;
}

const list = (value: unknown, path: string): readonly Json[] => (below(value, path) ?? []) as readonly Json[];
const id = (value: unknown, path: string): string => at(value, `${path}.reference`).slice(-36);
const local = (value: unknown, path: string): string => at(value, path).slice(0, 19);
const identifier = (value: unknown, name: string): string =>
  at(
    list(value, "identifier").find((item) => at(item, "type.text") === name),
    "value",
  );
const telecom = (value: unknown, system: string): string =>
  at(
    list(value, "telecom").find((item) => item.system === system),
    "value",
  );
const extension = (value: unknown, name: string): Json | undefined =>
  list(value, "extension").find(({ url }) => String(url).endsWith(`/${name}`));
const full = (name: unknown): string =>
  [
    at(name, "given.0"),
    at(name, "given.1") && `${at(name, "given.1")[0]}.`,
    at(name, "family"),
    ...(list(name, "suffix") as unknown as string[]),
  ]
    .filter(Boolean)
    .join(" ");
const dayAfter = (date: string): string => (date === "" ? "" : new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10));

const systems: Readonly<Record<string, string>> = {
  "http://hl7.org/fhir/sid/icd-10-cm": "ICD-10-CM",
  "http://www.cms.gov/Medicare/Coding/ICD10": "ICD-10-PCS",
  "http://loinc.org": "LOINC",
  "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
  "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets": "HCPCS",
};
const coded = (value: unknown, path: string): Row => ({
  code_system: systems[at(value, `${path}.coding.0.system`)] ?? "local",
  code: at(value, `${path}.coding.0.code`),
  description: at(value, `${path}.coding.0.display`),
});
const reason = (value: unknown): Row => ({ reason_code: at(value, "reasonCode.0.coding.0.code"), reason: at(value, "reasonCode.0.text") });

/** Rows of our own layout, read out of FHIR again by somebody who knows only FHIR: by table, the key first. */
export const readers: Readonly<Record<string, (resources: readonly Json[]) => readonly Row[]>> = {
  facilities: of("Organization", (r) =>
    identifier(r, "National provider identifier") === ""
      ? []
      : [
          {
            facility_id: at(r, "id"),
            name: at(r, "name"),
            street: at(r, "address.0.line.0"),
            zip: at(r, "address.0.postalCode"),
            phone: telecom(r, "phone"),
            fax: telecom(r, "fax"),
            npi: identifier(r, "National provider identifier"),
            tax_id: identifier(r, "Tax identification number"),
          },
        ],
  ),
  providers: of("Practitioner", (r, all) => {
    const role = all.find((other) => other.resourceType === "PractitionerRole" && id(other, "practitioner") === r.id);
    return [
      {
        provider_id: at(r, "id"),
        facility_id: id(role, "organization"),
        specialty: at(role, "specialty.0.text"),
        npi: identifier(r, "National provider identifier"),
        dea_number: identifier(r, "DEA number"),
        license_number: identifier(r, "Professional license"),
        phone: telecom(r, "phone"),
      },
    ];
  }),
  patients: of("Patient", (r, all) => [
    {
      patient_id: at(r, "id"),
      mrn: identifier(r, "Medical record number"),
      given_name: at(r, "name.0.given.0"),
      middle_name: at(r, "name.0.given.1"),
      family_name: at(r, "name.0.family"),
      name_suffix: at(r, "name.0.suffix.0"),
      sex: at(r, "gender"),
      // FHIR says it of everybody, the tables only where it is otherwise.
      sex_at_birth: ({ F: "female", M: "male" }[at(extension(r, "us-core-birthsex"), "valueCode")] ?? "").replace(
        at(r, "gender"),
        (same, place) => (place === 0 && same === at(r, "gender") ? "" : same),
      ),
      birth_date: at(r, "birthDate"),
      ssn: identifier(r, "Social Security number"),
      hispanic: String(at(extension(r, "us-core-ethnicity"), "extension.0.valueCoding.code") === "2135-2"),
      language: at(r, "communication.0.language.coding.0.code"),
      marital_status: at(r, "maritalStatus.coding.0.display").toLowerCase(),
      street: at(r, "address.0.line.0"),
      city: at(r, "address.0.city"),
      county: at(r, "address.0.district"),
      state: at(r, "address.0.state"),
      zip: at(r, "address.0.postalCode"),
      latitude: Number(at(r, "address.0.extension.0.extension.0.valueDecimal")).toFixed(5),
      longitude: Number(at(r, "address.0.extension.0.extension.1.valueDecimal")).toFixed(5),
      census_tract: at(extension(below(r, "address.0._line.0"), "iso21090-ADXP-censusTract"), "valueString"),
      birth_place: at(extension(r, "patient-birthPlace"), "valueAddress.text"),
      phone: telecom(r, "phone"),
      fax: telecom(r, "fax"),
      email: telecom(r, "email"),
      portal_url: telecom(r, "url"),
      occupation: at(
        all.find(
          (other) => other.resourceType === "Observation" && at(other, "code.coding.0.code") === "11341-5" && id(other, "subject") === r.id,
        ),
        "valueCodeableConcept.text",
      ),
      employer: at(
        list(r, "contact").find(({ organization }) => organization !== undefined),
        "organization.display",
      ),
      deceased_time: local(r, "deceasedDateTime"),
      employee_id: identifier(r, "Employee number"),
      drivers_license: identifier(r, "Driver's license"),
      passport: identifier(r, "Passport number"),
      license_plate: identifier(r, "License plate"),
      vin: identifier(r, "Vehicle identification number"),
      account_number: identifier(r, "Account number"),
      card_number: identifier(r, "Payment card number"),
      bank_account: identifier(r, "Bank account"),
      user_name: identifier(r, "Portal user name"),
      portal_uuid: identifier(r, "Portal UUID"),
      last_login_ip: identifier(r, "Last portal login address"),
      photo: at(r, "photo.0.title"),
      fingerprint_id: identifier(r, "Fingerprint template"),
      trial_subject_id: identifier(r, "Trial subject number"),
      registry_id: identifier(r, "Registry number"),
    },
  ]),
  other_names: of("Patient", (r) =>
    list(r, "name")
      .slice(1)
      .map((name, i) => ({
        other_name_id: `${r.id}-${i + 1}`,
        patient_id: at(r, "id"),
        use: at(name, "extension.0.valueCode") === "ABC" ? "transliterated" : at(name, "use").replace("old", "former"),
        given_name: at(name, "given.0"),
        middle_name: at(name, "given.1"),
        family_name: at(name, "family"),
        name_suffix: at(name, "suffix.0"),
        until_date: dayAfter(at(name, "period.end")),
      })),
  ),
  contacts: of("RelatedPerson", (r) => [
    {
      contact_id: at(r, "id"),
      patient_id: id(r, "patient"),
      relationship: at(r, "relationship.0.text"),
      name: full(below(r, "name.0")),
      phone: telecom(r, "phone"),
      email: telecom(r, "email"),
    },
  ]),
  coverages: of("Coverage", (r, all) => {
    const subscriber = all.find(({ id: own }) => own !== undefined && own === id(r, "subscriber"));
    return [
      {
        coverage_id: at(r, "id"),
        patient_id: id(r, "beneficiary"),
        payer: at(r, "payor.0.display"),
        type: at(r, "type.text"),
        start_date: at(r, "period.start"),
        end_date: dayAfter(at(r, "period.end")),
        mbi: identifier(r, "Medicare beneficiary identifier"),
        medicaid_id: identifier(r, "Medicaid number"),
        member_id: identifier(r, "Member number"),
        group_number: at(r, "class.0.value"),
        relationship: at(r, "relationship.coding.0.code"),
        subscriber_name: at(r, "subscriber.display"),
        subscriber_birth_date: at(subscriber, "birthDate"),
        subscriber_sex: at(subscriber, "gender"),
      },
    ];
  }),
  devices: of("Device", (r, all) => [
    {
      device_id: at(r, "id"),
      patient_id: id(r, "patient"),
      description: at(r, "type.text"),
      implanted_date: at(
        all.find((other) => other.resourceType === "DeviceUseStatement" && id(other, "device") === r.id),
        "timingPeriod.start",
      ),
      udi: at(r, "udiCarrier.0.carrierHRF"),
      serial_number: at(r, "serialNumber"),
      mac_address: identifier(r, "MAC address"),
      imei: identifier(r, "IMEI"),
    },
  ]),
  appointments: of("Appointment", (r) => [
    {
      appointment_id: at(r, "id"),
      patient_id: id(r, "participant.0.actor"),
      provider_id: id(r, "participant.1.actor"),
      booked_time: local(r, "created"),
      start_time: local(r, "start"),
      end_time: local(r, "end"),
      status: at(r, "status").replace("noshow", "no-show"),
      ...reason(r),
    },
  ]),
  encounters: of("Encounter", (r) => [
    {
      encounter_id: at(r, "id"),
      patient_id: id(r, "subject"),
      provider_id: id(r, "participant.0.individual"),
      facility_id: id(r, "serviceProvider"),
      class: { AMB: "ambulatory", EMER: "emergency", IMP: "inpatient", VR: "virtual" }[at(r, "class.code")] ?? "",
      start_time: local(r, "period.start"),
      end_time: local(r, "period.end"),
      ...reason(r),
      visit_number: identifier(r, "Visit number"),
      account_number: identifier(r, "Account number"),
      claim_number: identifier(r, "Claim number"),
      appointment_id: id(r, "appointment.0"),
      from_encounter_id: id(extension(r, "encounter-associatedEncounter"), "valueReference"),
      admission_source: at(r, "hospitalization.admitSource.text"),
      discharge_disposition: at(r, "hospitalization.dischargeDisposition.text"),
    },
  ]),
  stays: of("Encounter", (r) =>
    list(r, "location")
      .filter(({ period }) => period !== undefined)
      .map((stay, i) => {
        const words = /^(.+), room (.+), bed (.+)$/.exec(at(stay, "location.display"))!;
        return {
          stay_id: `${r.id}-${i + 1}`,
          ward: words[1]!,
          room: words[2]!,
          bed: words[3]!,
          start_time: local(stay, "period.start"),
          end_time: local(stay, "period.end"),
        };
      }),
  ),
  conditions: of("Condition", (r) => [
    {
      condition_id: at(r, "id"),
      patient_id: id(r, "subject"),
      encounter_id: id(r, "encounter"),
      ...coded(r, "code"),
      onset_date: at(r, "onsetDateTime"),
      resolved_date: at(r, "abatementDateTime"),
      severity: at(r, "severity.text"),
    },
  ]),
  allergies: of("AllergyIntolerance", (r) => [
    {
      allergy_id: at(r, "id"),
      patient_id: id(r, "patient"),
      category: at(r, "category.0"),
      ...coded(r, "code"),
      reaction_code: at(r, "reaction.0.manifestation.0.coding.0.code"),
      reaction: at(r, "reaction.0.manifestation.0.text"),
      severity: at(r, "reaction.0.severity"),
      onset_date: at(r, "onsetDateTime"),
    },
  ]),
  family_history: of("FamilyMemberHistory", (r) => [
    {
      family_history_id: at(r, "id"),
      patient_id: id(r, "patient"),
      relationship: at(r, "relationship.text"),
      ...coded(r, "condition.0.code"),
      onset_age: at(r, "condition.0.onsetAge.value"),
    },
  ]),
  orders: of("ServiceRequest", (r) => [
    {
      order_id: at(r, "id"),
      patient_id: id(r, "subject"),
      encounter_id: id(r, "encounter"),
      provider_id: id(r, "requester"),
      ...coded(r, "code"),
      ordered_time: local(r, "authoredOn"),
      status: at(r, "status").replace("revoked", "cancelled"),
      ...reason(r),
      order_number: identifier(r, "Order number"),
    },
  ]),
  observations: of("Observation", (r) => {
    const common = {
      patient_id: id(r, "subject"),
      encounter_id: id(r, "encounter"),
      category: at(r, "category.0.coding.0.code"),
      observed_time: local(r, "effectiveDateTime"),
    };
    const own = (value: Json): Row => ({
      observation_id: at(value, "id"),
      ...common,
      loinc: at(value, "code.coding.0.code"),
      description: at(value, "code.coding.0.display"),
      value: at(value, "valueQuantity.value"),
      answer_code: at(value, "valueCodeableConcept.coding.0.code"),
      answer: at(value, "valueCodeableConcept.text"),
    });
    if (r.component !== undefined) {
      return list(r, "component")
        .filter((component) => component.id !== undefined)
        .map(own);
    }
    // The occupation is a column of the patient.
    if (at(r, "code.coding.0.code") === "11341-5") return [];
    return [
      {
        ...own(r),
        // What was not measured has no unit in FHIR.
        ...(r.valueQuantity === undefined ? {} : { unit: at(r, "valueQuantity.code") }),
        reference_low: at(r, "referenceRange.0.low.value"),
        reference_high: at(r, "referenceRange.0.high.value"),
        order_id: id(r, "basedOn.0"),
        accession_number: identifier(r, "Accession number"),
        order_number: identifier(r, "Order number"),
        specimen_id: at(r, "specimen.identifier.value"),
      },
    ];
  }),
  reports: of("DiagnosticReport", (r, all) => [
    {
      report_id: at(r, "id"),
      patient_id: id(r, "subject"),
      encounter_id: id(r, "encounter"),
      order_id: id(r, "basedOn.0"),
      ...coded(r, "code"),
      reported_time: local(r, "effectiveDateTime"),
      modality: at(
        all.find((other) => other.resourceType === "ImagingStudy" && other.id === id(r, "imagingStudy.0")),
        "modality.0.code",
      ),
      conclusion: at(r, "conclusion"),
      accession_number: identifier(r, "Accession number"),
    },
  ]),
  procedures: of("Procedure", (r) => [
    {
      procedure_id: at(r, "id"),
      patient_id: id(r, "subject"),
      encounter_id: id(r, "encounter"),
      provider_id: id(r, "performer.0.actor"),
      ...coded(r, "code"),
      start_time: local(r, "performedPeriod.start"),
      end_time: local(r, "performedPeriod.end"),
      ...reason(r),
    },
  ]),
  immunizations: of("Immunization", (r) => [
    {
      immunization_id: at(r, "id"),
      patient_id: id(r, "patient"),
      encounter_id: id(r, "encounter"),
      cvx: at(r, "vaccineCode.coding.0.code"),
      description: at(r, "vaccineCode.text"),
      given_time: local(r, "occurrenceDateTime"),
      dose: at(r, "protocolApplied.0.doseNumberPositiveInt"),
    },
  ]),
  medications: of("MedicationRequest", (r) => [
    {
      medication_id: at(r, "id"),
      patient_id: id(r, "subject"),
      encounter_id: id(r, "encounter"),
      rxnorm: at(r, "medicationCodeableConcept.coding.0.code"),
      description: at(r, "medicationCodeableConcept.text"),
      start_date: at(r, "authoredOn"),
      stop_date: at(r, "dosageInstruction.0.timing.repeat.boundsPeriod.end"),
      instructions: at(r, "dosageInstruction.0.text"),
      stop_reason: at(r, "statusReason.text"),
      ...reason(r),
      quantity: at(r, "dispenseRequest.quantity.value"),
      days_supply: at(r, "dispenseRequest.expectedSupplyDuration.value"),
      refills: at(r, "dispenseRequest.numberOfRepeatsAllowed"),
      prescription_number: identifier(r, "Prescription number"),
    },
  ]),
  dispenses: of("MedicationDispense", (r) => [
    {
      dispense_id: at(r, "id"),
      medication_id: id(r, "authorizingPrescription.0"),
      dispensed_date: at(r, "whenHandedOver"),
      quantity: at(r, "quantity.value"),
      days_supply: at(r, "daysSupply.value"),
    },
  ]),
  claims: of("Claim", (r, all) => {
    const answer = all.find((other) => other.resourceType === "ExplanationOfBenefit" && id(other, "claim") === r.id);
    return [
      {
        claim_id: at(r, "id"),
        patient_id: id(r, "patient"),
        encounter_id: id(r, "item.0.encounter.0"),
        coverage_id: id(r, "insurance.0.coverage"),
        created_date: at(r, "created").slice(0, 10),
        status: answer === undefined ? "pending" : at(answer, "disposition").toLowerCase(),
        total: at(r, "total.value"),
        paid: at(answer, "total.1.amount.value") || "0",
        patient_paid: at(answer, "total.2.amount.value") || "0",
        claim_number: identifier(r, "Claim number"),
      },
    ];
  }),
  notes: of("DocumentReference", (r) => [
    {
      note_id: at(r, "id"),
      patient_id: id(r, "subject"),
      encounter_id: id(r, "context.encounter.0"),
      provider_id: id(r, "author.0"),
      written_time: local(r, "date"),
      title: at(r, "content.0.attachment.title"),
      text: Buffer.from(at(r, "content.0.attachment.data"), "base64").toString("utf8"),
    },
  ]),
};

function of(type: string, read: (resource: Json, all: readonly Json[]) => readonly Row[]): (resources: readonly Json[]) => readonly Row[] {
  return (resources) => resources.filter(({ resourceType }) => resourceType === type).flatMap((resource) => read(resource, resources));
}
