/**
 * What the profiles of US Core 6.1.0 that we claim ask for, beyond R4. Read out of what the ONC's certification tests hold
 * a server to (inferno-framework/us-core-test-kit, lib/us_core_test_kit/generated/v6.1.0/<profile>/metadata.yml: its
 * mandatory_elements, must_supports, bindings and references); of Location, which those tests pass over, out of the
 * profile's source (HL7/US-Core, StructureDefinition-us-core-location). Rules are the guide's us-core-1 to us-core-21.
 *
 * A path goes through lists; `a.b` asks for b in each a that there is. `x` ending in `=1|2` asks that one of the values is
 * there, `a/b` for one of the two, `[name]` for the extension of that name.
 */
export interface Facts {
  readonly type: string;
  /** In each resource. */
  readonly mandatory: string;
  /** In some resource: what a server must be able to give. */
  readonly must: string;
  /** Required bindings that R4 has not: all values at the path are among these. */
  readonly codes?: Readonly<Record<string, string>>;
  /** What references at the path may lead to. */
  readonly targets?: Readonly<Record<string, string>>;
  /** Of one element by another: `if this: then that`. */
  readonly rules?: readonly (readonly [string, string])[];
}

const observed = { encounter: "Encounter", performer: "Practitioner PractitionerRole Organization CareTeam Patient RelatedPerson" };
const vital = (code: string, units: string): Facts => ({
  type: "Observation",
  mandatory: `status category.coding.system category.coding.code category.coding.code=vital-signs code.coding.code=${code} subject effectiveDateTime/effectivePeriod valueQuantity/dataAbsentReason/component valueQuantity.value valueQuantity.unit valueQuantity.system valueQuantity.code`,
  must: "effectiveDateTime valueQuantity.value valueQuantity.unit valueQuantity.system=http://unitsofmeasure.org valueQuantity.code",
  codes: { "valueQuantity.code": units },
  targets: { ...observed, subject: "Patient" },
});
const condition = {
  type: "Condition",
  must: "clinicalStatus verificationStatus category code subject onsetDateTime abatementDateTime recordedDate",
  codes: {
    "clinicalStatus.coding.code": "active recurrence relapse inactive remission resolved",
    "verificationStatus.coding.code": "unconfirmed provisional differential confirmed refuted entered-in-error",
  },
  targets: { subject: "Patient", encounter: "Encounter", recorder: "Practitioner PractitionerRole Patient RelatedPerson" },
};
const report = {
  type: "DiagnosticReport",
  targets: {
    subject: "Patient",
    encounter: "Encounter",
    performer: "Practitioner Organization CareTeam PractitionerRole",
    result: "Observation",
    specimen: "Specimen",
    imagingStudy: "ImagingStudy",
    basedOn: "CarePlan ImmunizationRecommendation MedicationRequest NutritionOrder ServiceRequest",
  },
  rules: [
    ["status=final|partial|amended|corrected|appended", "effectiveDateTime/effectivePeriod"],
    ["status=final|partial|amended|corrected|appended", "issued"],
  ],
} as const;

export const usCore: Readonly<Record<string, Facts>> = {
  "us-core-patient": {
    type: "Patient",
    mandatory:
      "identifier identifier.system identifier.value name name.family/name.given telecom.system telecom.value gender communication.language",
    must: "extension[us-core-race] extension[us-core-ethnicity] extension[us-core-tribal-affiliation] extension[us-core-sex] extension[us-core-genderIdentity] name.use=old name.family name.given name.suffix name.period.end telecom.system telecom.value telecom.use birthDate deceasedDateTime address.use=old address.line address.city address.state address.postalCode address.period.end communication.language",
    codes: {
      "extension[us-core-race].extension[ombCategory].valueCoding.code": "1002-5 2028-9 2054-5 2076-8 2106-3 UNK ASKU",
      "extension[us-core-ethnicity].extension[ombCategory].valueCoding.code": "2135-2 2186-5 UNK ASKU",
      "extension[us-core-birthsex].valueCode": "F M ASKU OTH UNK",
    },
    rules: [
      ["extension[us-core-race]", "extension[us-core-race].extension[text].valueString"],
      ["extension[us-core-ethnicity]", "extension[us-core-ethnicity].extension[text].valueString"],
    ],
  },
  "us-core-allergyintolerance": {
    type: "AllergyIntolerance",
    mandatory: "code patient reaction.manifestation",
    must: "clinicalStatus verificationStatus code patient reaction.manifestation",
    codes: {
      "clinicalStatus.coding.code": "active inactive resolved",
      "verificationStatus.coding.code": "unconfirmed confirmed refuted entered-in-error",
    },
    targets: { patient: "Patient" },
  },
  "us-core-condition-encounter-diagnosis": {
    ...condition,
    mandatory: "category category.coding.code=encounter-diagnosis code subject",
    must: `${condition.must} encounter`,
  },
  "us-core-condition-problems-health-concerns": {
    ...condition,
    mandatory: "category category.coding.code=problem-list-item|health-concern code subject",
    must: `${condition.must} category.coding.code=sdoh|functional-status|disability-status|cognitive-status`,
  },
  "us-core-coverage": {
    type: "Coverage",
    mandatory: "identifier.type status beneficiary relationship payor class.type class.value",
    must: "identifier.type.coding.code=MB type subscriberId period class.type.coding.code=group class.value class.name class.type.coding.code=plan",
    targets: { beneficiary: "Patient", payor: "Organization Patient RelatedPerson" },
    // us-core-15.
    rules: [["status", "subscriberId/identifier.type.coding.code=MB"]],
  },
  "us-core-diagnosticreport-lab": {
    ...report,
    mandatory: "status category category.coding.code=LAB code subject",
    must: "effectiveDateTime issued performer result",
  },
  "us-core-diagnosticreport-note": {
    ...report,
    mandatory: "status category code subject",
    must: "category.coding.code=LP29684-5|LP29708-2|LP7839-6 encounter effectiveDateTime issued performer result media.link presentedForm",
  },
  "us-core-documentreference": {
    type: "DocumentReference",
    mandatory: "status type category subject content content.attachment content.attachment.data/content.attachment.url",
    must: "identifier type category.coding.code=clinical-note date author content.attachment.contentType content.attachment.data content.format context.encounter context.period",
    codes: { "type.coding.system": "http://loinc.org" },
    targets: {
      subject: "Patient",
      author: "Practitioner Organization Patient PractitionerRole RelatedPerson Device",
      custodian: "Organization",
      "context.encounter": "Encounter",
    },
  },
  "us-core-encounter": {
    type: "Encounter",
    mandatory: "identifier.system identifier.value status class type subject location.location",
    must: "identifier.system identifier.value participant.type participant.period participant.individual period reasonCode/reasonReference hospitalization.dischargeDisposition location.location/serviceProvider",
    targets: {
      subject: "Patient",
      "participant.individual": "Practitioner PractitionerRole RelatedPerson",
      serviceProvider: "Organization",
      "location.location": "Location",
      appointment: "Appointment",
    },
  },
  "us-core-immunization": {
    type: "Immunization",
    mandatory: "status vaccineCode patient occurrenceDateTime/occurrenceString performer.actor",
    must: "statusReason vaccineCode occurrenceDateTime primarySource",
    targets: {
      patient: "Patient",
      encounter: "Encounter",
      location: "Location",
      "performer.actor": "Practitioner PractitionerRole Organization",
    },
  },
  "us-core-implantable-device": {
    type: "Device",
    mandatory: "type patient udiCarrier.deviceIdentifier/udiCarrier._deviceIdentifier",
    must: "udiCarrier.deviceIdentifier udiCarrier.carrierHRF distinctIdentifier manufactureDate expirationDate lotNumber serialNumber type",
    targets: { patient: "Patient" },
    // us-core-12, for the form that says what a device was made as.
    rules: [["udiCarrier.carrierHRF", "manufactureDate/expirationDate/lotNumber/serialNumber/distinctIdentifier"]],
  },
  "us-core-location": {
    type: "Location",
    mandatory: "name",
    must: "status name type telecom address.line address.city address.state address.postalCode managingOrganization",
    targets: { managingOrganization: "Organization" },
  },
  "us-core-medicationdispense": {
    type: "MedicationDispense",
    mandatory: "status medicationCodeableConcept/medicationReference subject performer.actor",
    must: "performer.actor authorizingPrescription type quantity whenHandedOver dosageInstruction.text dosageInstruction.timing dosageInstruction.doseAndRate.doseQuantity",
    targets: { subject: "Patient", context: "Encounter EpisodeOfCare", authorizingPrescription: "MedicationRequest" },
    rules: [["status=completed", "whenHandedOver"]],
  },
  "us-core-medicationrequest": {
    type: "MedicationRequest",
    mandatory: "status intent medicationCodeableConcept/medicationReference subject",
    must: "category.coding.code=inpatient|outpatient|community|discharge reportedBoolean/reportedReference encounter authoredOn requester reasonCode/reasonReference dosageInstruction.text dosageInstruction.timing dosageInstruction.doseAndRate.doseQuantity dispenseRequest.numberOfRepeatsAllowed dispenseRequest.quantity",
    targets: {
      subject: "Patient",
      encounter: "Encounter",
      requester: "Practitioner Patient Organization PractitionerRole RelatedPerson Device",
    },
    rules: [["intent=order|original-order|reflex-order|filler-order|instance-order", "requester"]],
  },
  "us-core-observation-lab": {
    type: "Observation",
    mandatory: "status category category.coding.code=laboratory code subject",
    must: "effectiveDateTime valueQuantity valueCodeableConcept valueString specimen",
    targets: { ...observed, subject: "Patient", specimen: "Specimen", basedOn: "ServiceRequest" },
    rules: [["status", "valueQuantity/valueCodeableConcept/valueString/dataAbsentReason"]],
  },
  "us-core-observation-occupation": {
    type: "Observation",
    mandatory: "status code.coding.code=11341-5 subject valueCodeableConcept",
    must: "category.coding.code=social-history effectivePeriod component.code.coding.code=86188-0",
    targets: { subject: "Patient" },
  },
  "us-core-observation-screening-assessment": {
    type: "Observation",
    mandatory: "status category category.coding.code=survey code subject",
    must: "category.coding.code=sdoh|functional-status|disability-status|cognitive-status effectiveDateTime performer valueQuantity valueCodeableConcept valueString hasMember/derivedFrom",
    targets: { ...observed, subject: "Patient" },
    rules: [["status", "valueQuantity/valueCodeableConcept/valueString/dataAbsentReason"]],
  },
  "us-core-organization": {
    type: "Organization",
    mandatory: "active name",
    must: "identifier.system=http://hl7.org/fhir/sid/us-npi identifier.value telecom.system telecom.value address.line address.city address.state address.postalCode address.country",
  },
  "us-core-practitioner": {
    type: "Practitioner",
    mandatory: "identifier identifier.system identifier.value name name.family qualification.code",
    must: "identifier.system=http://hl7.org/fhir/sid/us-npi name.family telecom.system telecom.value address.line address.city address.state address.postalCode address.country",
  },
  "us-core-practitionerrole": {
    type: "PractitionerRole",
    mandatory: "telecom.system telecom.value",
    must: "practitioner organization code specialty location telecom.system telecom.value endpoint",
    targets: { practitioner: "Practitioner", organization: "Organization", location: "Location" },
    rules: [
      ["resourceType", "telecom/endpoint"],
      ["resourceType", "practitioner/organization/healthcareService/location"],
    ],
  },
  "us-core-procedure": {
    type: "Procedure",
    mandatory: "status code subject performer.actor",
    must: "basedOn performedDateTime",
    targets: {
      subject: "Patient",
      encounter: "Encounter",
      location: "Location",
      "performer.actor": "Practitioner PractitionerRole Organization",
    },
    rules: [["status=completed", "performedDateTime/performedPeriod"]],
  },
  "us-core-provenance": {
    type: "Provenance",
    mandatory: "target target.reference recorded agent agent.type agent.who",
    must: "agent.type.coding.code=author agent.type.coding.code=transmitter agent.onBehalfOf",
    targets: { "agent.who": "Organization Practitioner Patient PractitionerRole RelatedPerson Device", "agent.onBehalfOf": "Organization" },
  },
  "us-core-relatedperson": {
    type: "RelatedPerson",
    mandatory: "active patient communication.language name/relationship",
    must: "relationship name telecom address",
    targets: { patient: "Patient" },
  },
  "us-core-servicerequest": {
    type: "ServiceRequest",
    mandatory: "status intent code subject",
    must: "category.coding occurrencePeriod/occurrenceDateTime authoredOn requester reasonCode/reasonReference",
    targets: {
      subject: "Patient",
      encounter: "Encounter",
      requester: "Practitioner Organization Patient PractitionerRole RelatedPerson Device",
    },
  },
  "us-core-smokingstatus": {
    type: "Observation",
    mandatory: "status category code subject effectiveDateTime/effectivePeriod valueCodeableConcept/valueQuantity",
    must: "category.coding.code=social-history effectiveDateTime valueCodeableConcept",
    codes: { status: "final entered-in-error" },
    targets: { ...observed, subject: "Patient" },
  },
  "us-core-specimen": {
    type: "Specimen",
    mandatory: "type",
    must: "type subject",
    targets: { subject: "Patient", request: "ServiceRequest" },
  },
  "us-core-blood-pressure": {
    type: "Observation",
    mandatory:
      "status category.coding.system category.coding.code=vital-signs code.coding.code=85354-9 subject effectiveDateTime/effectivePeriod component component.code component.code.coding.code=8480-6 component.code.coding.code=8462-4 component.valueQuantity/component.dataAbsentReason",
    must: "effectiveDateTime component.valueQuantity.value component.valueQuantity.unit component.valueQuantity.system=http://unitsofmeasure.org component.dataAbsentReason",
    codes: { "component.valueQuantity.code": "mm[Hg]" },
    targets: { ...observed, subject: "Patient" },
  },
  "us-core-pulse-oximetry": {
    ...vital("59408-5", "%"),
    mandatory: `${vital("59408-5", "%").mandatory} code.coding.code=2708-6`,
    must: `${vital("59408-5", "%").must} component.code.coding.code=3151-8 component.code.coding.code=3150-0`,
  },
  "us-core-heart-rate": vital("8867-4", "/min"),
  "us-core-respiratory-rate": vital("9279-1", "/min"),
  "us-core-body-temperature": vital("8310-5", "Cel [degF]"),
  "us-core-body-height": vital("8302-2", "cm [in_i]"),
  "us-core-body-weight": vital("29463-7", "g kg [lb_av]"),
  "us-core-bmi": vital("39156-5", "kg/m2"),
  "us-core-head-circumference": vital("9843-4", "cm [in_i]"),
  "us-core-vital-signs": {
    type: "Observation",
    mandatory:
      "status category.coding.system category.coding.code=vital-signs code subject effectiveDateTime/effectivePeriod valueQuantity/valueCodeableConcept/dataAbsentReason/component/hasMember",
    must: "effectiveDateTime valueQuantity.value valueQuantity.unit valueQuantity.system=http://unitsofmeasure.org valueQuantity.code",
    targets: { ...observed, subject: "Patient" },
  },
};

/** What a server must be able to give and we never do, because a record does not know it. */
export const never: Readonly<Record<string, string>> = {
  "us-core-patient extension[us-core-tribal-affiliation]": "not in the record",
  "us-core-patient extension[us-core-sex]": "its codes are of SNOMED CT",
  "us-core-patient extension[us-core-genderIdentity]": "not in the record",
  "us-core-condition-problems-health-concerns category.coding.code=sdoh|functional-status|disability-status|cognitive-status":
    "assessments are not conditions in the record",
  "us-core-coverage class.name": "the record has a group's number",
  "us-core-coverage class.type.coding.code=plan": "not in the record",
  "us-core-diagnosticreport-note result": "a picture is read in words",
  "us-core-diagnosticreport-note media.link": "there are no pictures",
  "us-core-immunization statusReason": "what was not given is not in the record",
  "us-core-implantable-device distinctIdentifier": "for tissue alone",
  "us-core-implantable-device manufactureDate": "not in a UDI of ours",
  "us-core-location type": "not in the record",
  "us-core-medicationdispense performer.actor": "the record knows no pharmacies",
  "us-core-observation-lab valueString": "results are numbers or coded answers",
  "us-core-observation-occupation effectivePeriod": "since when is not in the record",
  "us-core-observation-occupation component.code.coding.code=86188-0": "the industry is not in the record",
  "us-core-observation-screening-assessment category.coding.code=sdoh|functional-status|disability-status|cognitive-status":
    "the questionnaires are of none of these",
  "us-core-observation-screening-assessment valueCodeableConcept": "totals alone",
  "us-core-observation-screening-assessment valueString": "totals alone",
  "us-core-observation-screening-assessment hasMember/derivedFrom": "totals alone",
  "us-core-practitionerrole endpoint": "not in the record",
  "us-core-procedure basedOn": "the record does not tie a procedure to its order",
  "us-core-procedure performedDateTime": "a procedure has a beginning and an end",
  "us-core-servicerequest category.coding": "its codes are of SNOMED CT",
  "us-core-pulse-oximetry component.code.coding.code=3151-8": "the flow of oxygen is not in the record",
  "us-core-pulse-oximetry component.code.coding.code=3150-0": "the share of oxygen is not in the record",
};
