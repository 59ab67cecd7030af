import { defineKind, listed } from "../define.ts";
import { acceptsRecordId, makeRecordId, recordId } from "../record-id.ts";
import { anyOf, rule } from "../search.ts";

export const mrn = defineKind({
  ...recordId,
  name: "mrn",
  category: "H",
  title: "Medical record number",
  tag: "MRN",
  labels: listed(`
    mrn, mrn number, mr number, mr id, =mr, medical record, medical record number, medical rec number, med rec number, med rec,
    chart number, chart id, hospital number, hospital id, hosp number, unit record number, unit number, =urn, =emrn, =empi, empi id,
    empi, ehr id, emr id, patient mrn, patient mrn id, mrn id, health record number, health record id, cerner mrn, epic mrn, =epi,
    enterprise patient id, hrn, hrn number, expediente, numero de expediente, historia clinica, numero de historia clinica, numero de historia, =nhc
  `),
  make: makeRecordId("", 8),
  examples: {
    found: ["MRN: [[12345678]]", "MRN# [[00-12-345]]", "Medical record number: [[4029887-A]]", "Expediente: [[HD-112233]]"],
    kept: ["No known MRN", "MRN: pending", "medical record reviewed", "Units: 12"],
  },
});

export const patientId = defineKind({
  ...recordId,
  name: "patient-id",
  category: "R",
  title: "Patient identifier",
  tag: "PATIENT-ID",
  labels: listed(`
    patient id, patient identifier, patient number, patient code, patient key, patient guid, patient uuid, patient sk,
    patient internal id, patient external id, patient ref, patient reference, =patient, =patients, person id, person number,
    person identifier, person key, person source value, =person, member person id, beneficiary id, beneficiary identifier,
    desynpuf id, desynpuf, =subject, subject reference, individual id, client id, client number, =client, newborn id, mother id,
    mother patient id, baby id, donor id, relative id, guarantor id, enrolid, pat deid, id paciente, id del paciente,
    numero de paciente, =paciente, identificacion del paciente, family id, household id
  `),
  make: makeRecordId("", 7),
  examples: {
    found: ["Patient ID: [[55120]]", "PAT_ID: [[Z1199023]]", "person_id: [[10482]]"],
    kept: ["Patient status: 3", "patient identified by two means", "Person-years: 120"],
  },
});

export const encounterId = defineKind({
  ...recordId,
  name: "encounter-id",
  category: "R",
  title: "Encounter, visit or stay number",
  tag: "ENCOUNTER",
  labels: listed(`
    encounter id, encounter number, encounter identifier, encounter key, encounter csn, patient encounter csn id, =encounter, csn,
    csn id, contact serial number, visit id, visit number, visit key, =visit, visit occurrence id, visit detail id,
    visit source value, preceding visit occurrence id, admission id, admission number, hadm id, stay id, icustay id, icu stay id,
    transfer id, appointment id, appointment number, appt id, episode id, episode number, case number, case id, fin, fin number,
    =har, har number, financial number, hospital encounter id, numero de visita, numero de episodio, numero de cita, id visita,
    patient unit stay id, patientunitstayid, healthsystemstayid, session id
  `),
  make: makeRecordId("", 9),
  examples: {
    found: ["CSN: [[100482213]]", "Visit #: [[V00412]]", "hadm_id: [[22595853]]"],
    kept: ["Encounter class: 3", "visit type: 2", "Second visit of 3"],
  },
});

export const accessionNumber = defineKind({
  ...recordId,
  name: "accession-number",
  category: "R",
  title: "Accession number",
  tag: "ACCESSION",
  labels: listed(`
    accession, accession number, accession id, acc number, case accession, study accession, lab accession, pathology number,
    path number, surgical number, numero de acceso
  `),
  find: rule(/(?<![\w-])[A-Z]{1,4}\d{2}-(?:\d{2}-)?\d{3,7}(?![\w-])/g, (match) =>
    /^(?:[BTLC]\d\d-\d{3,4}$|CD|HLA|COV)/.test(match[0]) ? null : "shaped",
  ),
  matches: (value) => (/^[A-Z]{1,4}\d{2}-(?:\d{2}-)?\d{3,7}$/.test(value) ? "shaped" : null),
  make: (stream, context) => {
    const made = makeRecordId("", 7)(stream, context);
    return context?.like === undefined ? `S99-${made.slice(2)}` : made;
  },
  examples: {
    found: ["Pathology [[S26-10442]] reviewed.", "Second opinion on [[PA26-04-8821]].", "Accession: [[7781203]]"],
    kept: ["A1-2026 remained a lab panel code.", "T12-L1 fusion", "C3-4 disc", "vitamin B12-1000"],
  },
});

export const orderNumber = defineKind({
  ...recordId,
  name: "order-number",
  category: "R",
  title: "Order or requisition number",
  tag: "ORDER",
  labels: listed(`
    order number, order id, order identifier, placer order number, filler order number, =order, requisition number, requisition id,
    requisition, req number, referral number, referral id, authorization number, auth number, authorization id,
    prior authorization number, prior auth number, ticket number, confirmation number, reference number, ref number, request id,
    request number, service request id, procedure order id, order proc id, order med id, medication request id, poe id,
    numero de orden, numero de referencia, numero de autorizacion
  `),
  make: makeRecordId("", 8),
  examples: {
    found: ["Order #: [[88120044]]", "Requisition: [[RQ-10442]]", "Ref no: [[AB10293]]"],
    kept: ["Order status: 2", "in order: 1, 2", "order type: 4"],
  },
});

export const specimenId = defineKind({
  ...recordId,
  name: "specimen-id",
  category: "R",
  title: "Specimen or sample number",
  tag: "SPECIMEN",
  labels: listed(`
    specimen id, specimen number, specimen identifier, =specimen, sample id, sample number, sample barcode, specimen barcode,
    aliquot id, tube id, tube number, slide id, slide number, block id, container id, barcode, bar code, biobank id, biosample id,
    isolate id, micro specimen id, numero de muestra, id de muestra, dna id, sequencing id
  `),
  make: makeRecordId("SP", 8),
  examples: {
    found: ["Specimen ID: [[SP10442]]", "Sample no. [[B-0034]]", "Barcode: [[004411230]]"],
    kept: ["Specimen type: 2", "specimen volume 10 mL", "sample size: 30"],
  },
});

export const trialSubjectId = defineKind({
  ...recordId,
  name: "trial-subject-id",
  category: "R",
  title: "Trial or study subject number",
  tag: "SUBJECT",
  labels: listed(`
    subject id, subject number, subject identifier, usubjid, subjid, unique subject identifier, study subject, study subject id,
    study id, study number, trial subject id, participant id, participant number, =participant, enrollment id, enrollment number,
    randomization number, randomization id, screening number, screening id, redcap record id, redcap survey identifier, registry id,
    cohort id, numero de participante, numero de sujeto, bcr patient barcode, bcr patient uuid
  `),
  find: rule(
    /(?<![\w-])(?:subject|participant|patient|pt)\.? {0,2}(?:no\.?|number|id|#)? {0,2}(?<id>\d{2,4}-\d{3,5})(?![\w-]|[./]\d)/gi,
    "contextual",
  ),
  make: makeRecordId("", 7),
  examples: {
    found: ["enrolled as subject [[014-0032]]", "Participant ID: [[P-00712]]", "Subject #[[1029]]"],
    kept: ["NCT04368728 is open", "subjective 3-4", "Study design: 2"],
  },
});

export const prescriptionNumber = defineKind({
  ...recordId,
  name: "prescription-number",
  category: "R",
  title: "Prescription number",
  tag: "RX",
  labels: listed(`
    prescription number, prescription id, rx number, rx num, rx id, =rx, =prescription, script number, dispense id, fill id,
    pharmacy order id, pharmacy id, numero de receta, rxn
  `),
  // "Rx: UFH 80/18" is an order.
  accepts: (value) => acceptsRecordId(value) && value.replace(/\D/g, "").length > 3 && !value.includes("/"),
  make: makeRecordId("", 7),
  examples: {
    found: ["Rx #: [[7712034]]", "Prescription number: [[0441-2231]]", "rx_id: [[99812]]"],
    kept: ["RxNorm: 197361", "Rx: aspirin", "prescription status: 1"],
  },
});

export const providerId = defineKind({
  ...recordId,
  name: "provider-id",
  category: "R",
  title: "Provider identifier",
  tag: "PROVIDER-ID",
  labels: listed(`
    provider id, provider number, provider identifier, provider key, provider source value, =provider, physician id,
    physician number, doctor id, doctor number, practitioner id, =practitioner, clinician id, caregiver id, performer id,
    prescriber id, attending id, attending provider id, referring provider id, supervising provider id, ordering provider id,
    admit provider id, order provider id, pcp id, pcp provider id, current pcp provider id, surgeon id, nurse id, dispenser id, upin,
    =performer, =requester, =recorder, =asserter, id medico, numero de medico, id del proveedor, rendering provider number
  `),
  make: makeRecordId("", 7),
  examples: {
    found: ["Provider ID: [[P10443]]", "PRVDR_NUM: [[3901GS]]", "Physician #: [[20113]]"],
    kept: ["Provider specialty: 11", "provider type: 4", "2 providers"],
  },
});

export const organizationId = defineKind({
  ...recordId,
  name: "organization-id",
  category: "R",
  title: "Identifier of an organization, payer or site",
  tag: "ORG-ID",
  labels: listed(`
    organization id, organization identifier, organization number, =organization, facility id, facility number, facility code,
    care site id, location id, location number, site id, site number, hospital ccn, =ccn, department id, clinic id, practice id,
    clia, clia number, payer id, =payer, secondary payer, =payor, payor id, insurer id, carrier id, carrier number,
    insurance id code, clinic number, pharmacy number, store number, =service provider, =managing organization, =custodian,
    id organizacion, redcap data access group, employer id, school id, vendor id
  `),
  make: makeRecordId("", 6),
  examples: {
    found: ["Facility ID: [[22311]]", "care_site_id: [[4480]]", "CLIA: [[22D0668354]]"],
    kept: ["Organization type: 2", "location type: 4", "Site of pain: 2"],
  },
});

export const recordIdentifier = defineKind({
  ...recordId,
  name: "record-id",
  category: "R",
  title: "Record identifier",
  tag: "RECORD-ID",
  labels: listed(`
    record id, record number, record identifier, record key, =id, =ids, row id, row key, document id, document number, note id,
    note number, report id, report number, message id, message control id, control number, transaction id, transaction number,
    charge id, charge number, payment id, line item id, event id, =reference, =identifier, =full url, resource id, observation id,
    condition id, procedure occurrence id, drug exposure id, condition occurrence id, measurement id, care plan id, file id,
    study uid, study instance uid, series uid, series instance uid, instance uid, sop instance uid, labevent id, linkorder id,
    pharmacy record id, file name, filename, numero de registro, id registro, id documento, folio, numero de folio, =set id,
    correlation id, request uuid
  `),
  make: makeRecordId("", 8),
  examples: {
    found: ["Record ID: [[1-204]]", "Document #: [[D-2231908]]", "note_id: [[10000032-DS-21]]"],
    kept: ["Record reviewed", "Report status: 3", "record high: pending"],
  },
});

export const employeeId = defineKind({
  ...recordId,
  name: "employee-id",
  category: "R",
  title: "Employee or badge number",
  tag: "EMPLOYEE-ID",
  labels: listed(`
    employee id, employee number, employee identifier, employee code, emp number, emp id, staff id, staff number, badge,
    badge number, badge id, personnel number, worker id, =emp, =badge, service number, military id, dod id, edipi, student id,
    student number, numero de empleado, id empleado, inmate number, booking number
  `),
  make: makeRecordId("", 7),
  examples: {
    found: ["Employee ID: [[55120]]", "Badge #[[0931]]", "emp: [[55120]]"],
    kept: ["employee: full time", "Staff present: two", "employed 12 years"],
  },
});

function isPasscode(id: string, whole: string): boolean {
  if (/\d/.test(id)) return !/^(?:19|20)\d{2}$/.test(id) || /[:=]/.test(whole);
  return (
    id === id.toUpperCase() &&
    !isOrdinaryVerb.test(id) &&
    (whole.slice(0, 4) !== whole.slice(0, 4).toUpperCase() || !/[^:=] $/.test(whole.slice(0, -id.length)) || id.length > 3)
  );
}

const isOrdinaryVerb =
  /^(?:VERIFIED|GIVEN|CONFIRMED|CORRECT|REQUIRED|PROTECTED|NEEDED|PROVIDED|OBTAINED|CHANGED|RESET|WITH|FROM|FOR|ESTABLISHED|KNOWN|NONE|DECLINED|REFUSED|PENDING|UNKNOWN|ON FILE|LOCKED|STATED|USED|SHARED|SITES?|POINT|CARE|TRACT|TRACTS|WOUND|TRACK)$/;

export const uniqueId = defineKind({
  ...recordId,
  name: "unique-id",
  category: "R",
  title: "Any other unique number or code",
  tag: "ID",
  labels: listed(`
    unique id, unique identifier, id number, id code, identifier, identification number, identity number, national id,
    national identifier, alternate id, external id, internal id, other id, source id, local id, global id, uid, guid, oid, id, =key,
    serial id, =token, numero de identificacion, identificacion, =dni, =curp, =rfc, cedula, nss, nhs number, chi number, aadhaar,
    pin number, tracking number, case reference, docket number, loyalty number, customer id, customer number, =nir, alien number,
    a number
  `),
  // What lets a caller in: a word in capitals, a word with a number, or what stands in quotes.
  find: anyOf(
    rule(
      /\b(?:pass ?code|pass ?word|code ?word|pass ?phrase|safe ?word|security (?:word|code|phrase)|privacy (?:code|word|pin)|phone code|family code|hipaa (?:code|pin|password)|pin)(?: (?:is|was|set to|set as|on file|for calls?))?[:= ]{1,2}["'(]?(?<id>[A-Z][A-Z\d-]{3,20}|[A-Za-z]{2,15}[-_]?\d{1,8}|\d{4,8})(?![\w/]|[.,:]\d)/gi,
      (match) => (isPasscode(match.groups!.id!, match[0]) ? "contextual" : null),
    ),
    rule(
      /\b(?:pass ?code|pass ?word|code ?word|pass ?phrase|safe ?word)(?: (?:is|was|set to|set as))?[:= ]{1,2}["'](?<id>[A-Za-z\d][A-Za-z\d' -]{1,30})["']/gi,
      "contextual",
    ),
  ),
  make: makeRecordId("", 8),
  examples: {
    found: ["passcode [[LOTUS66]] verified", "Unique ID: [[QX-20931]]", "ID number: [[20931771]]", "NHS number: [[943 476 5919]]"],
    kept: ["Group identity: none", "key findings: none", "ID consult: pending"],
  },
});
