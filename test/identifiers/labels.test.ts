import { expect, test } from "vitest";
import { kindsForLabel, splitLabel } from "../../src/identifiers/labels.ts";

const best = (label: string): string => {
  const [first] = kindsForLabel(label);
  return first === undefined ? "none" : `${first.kind}${first.exact ? "" : "~"}`;
};

/** One line a header: `HEADER > kind`, with `~` where the label says more than the kind. */
function headers(table: string): void {
  const lines = table
    .trim()
    .split("\n")
    .map((line) => line.trim());
  expect(lines.map((line) => `${line.split(" > ")[0]} > ${best(line.split(" > ")[0]!)}`)).toEqual(lines);
}

test("a header is split into lower-case words without accents", () => {
  expect(splitLabel("PT_FST_NM")).toEqual(["patient", "first", "name"]);
  expect(splitLabel("birthDate")).toEqual(["birth", "date"]);
  expect(splitLabel("MRNNumber")).toEqual(["mrn", "number"]);
  expect(splitLabel("Número de Historia Clínica")).toEqual(["numero", "de", "historia", "clinica"]);
  expect(splitLabel("home-phone.2")).toEqual(["home", "phone", "2"]);
  expect(splitLabel("D.O.B.")).toEqual(["dob"]);
  expect(splitLabel("Acct #")).toEqual(["account", "number"]);
  expect(splitLabel("")).toEqual([]);
});

test("words that capitals run together are told apart", () => {
  expect(
    [
      "BIRTHDATE",
      "PATIENTID",
      "MEMBERID",
      "OWNERNAME",
      "FROMDATE",
      "LASTBILLEDDATE1",
      "LASTBILLEDDATEP",
      "DEATHDATE",
      "ZIPCODE",
      "charttime",
    ].map((header) => splitLabel(header).join(" ")),
  ).toEqual([
    "birth date",
    "patient id",
    "member id",
    "owner name",
    "from date",
    "last billed date 1",
    "last billed date p",
    "death date",
    "zip code",
    "chart time",
  ]);
  expect(["DESCRIPTION", "OWNERSHIP", "DISPENSES", "UTILIZATION", "hba1c"].map((header) => splitLabel(header)[0])).toEqual([
    "description",
    "ownership",
    "dispenses",
    "utilization",
    "hba",
  ]);
});

test("the columns of Synthea's CSV are known", () => {
  headers(`
    Id > record-id
    BIRTHDATE > birth-date
    DEATHDATE > date
    SSN > ssn
    DRIVERS > drivers-license
    PASSPORT > passport
    FIRST > given-name
    LAST > family-name
    MAIDEN > family-name
    BIRTHPLACE > place
    ADDRESS > street-address
    COUNTY > county
    ZIP > zip
    LAT > coordinates
    PATIENT > patient-id
    ENCOUNTER > encounter-id
    PROVIDER > provider-id
    PAYER > organization-id
    START > date
    UDI > udi
    OWNERNAME > name
    NAME > name~
    CURRENTILLNESSDATE > date~
    STATE > none
    GENDER > none
    ENCOUNTERCLASS > none
    HEALTHCARE_COVERAGE > none
    PAYER_COVERAGE > none
    TOTAL_CLAIM_COST > none
    HEALTHCARECLAIMTYPEID1 > none
    COVERED_ENCOUNTERS > none
    MEMBER_MONTHS > none
    BODYSITE_CODE > none
    DIAGNOSISREF1 > none
    REASONDESCRIPTION > none
    START_YEAR > none
    UNIQUE_CUSTOMERS > none
  `);
});

test("the columns of OMOP and MIMIC are known", () => {
  headers(`
    person_id > patient-id
    person_source_value > patient-id
    birth_datetime > birth-date
    year_of_birth > birth-date
    visit_occurrence_id > encounter-id
    care_site_id > organization-id
    death_datetime > date~
    condition_concept_id > none
    drug_source_value > none
    subject_id > trial-subject-id
    hadm_id > encounter-id
    stay_id > encounter-id
    anchor_age > age
    anchor_year_group > none
    dod > date
    charttime > date
    itemid > none
  `);
});

test("the columns of Clarity, of CMS claims, of REDCap and the fields of FHIR are known", () => {
  headers(`
    PAT_ID > patient-id
    PAT_MRN_ID > mrn
    PAT_NAME > name
    PAT_ENC_CSN_ID > encounter-id
    ADD_LINE_1 > street-address
    HOME_PHONE > phone
    HAR > encounter-id
    HSP_ACCOUNT_ID > account-number
    CUR_PCP_PROV_ID > provider-id~
    BENE_ID > patient-id
    DESYNPUF_ID > patient-id
    CLM_ID > claim-number
    BENE_BIRTH_DT > birth-date
    PRVDR_NUM > provider-id
    AT_PHYSN_NPI > npi~
    SP_STATE_CODE > none
    BENE_COUNTY_CD > census-area
    BENE_SEX_IDENT_CD > none
    PROD_SRVC_ID > none
    CLM_PMT_AMT > none
    TAX_NUM_1 > tax-id
    record_id > record-id
    redcap_survey_identifier > trial-subject-id
    redcap_event_name > none
    family > family-name
    given > given-name
    telecom > phone
    line > street-address
    postalCode > zip
    birthDate > birth-date
    fullUrl > record-id
    deceasedDateTime > date
    period > date
  `);
});

test("Spanish labels are known", () => {
  headers(`
    Nombre del paciente > name
    Apellidos > family-name
    Fecha de nacimiento > birth-date
    Dirección > street-address
    Teléfono > phone
    Correo electrónico > email
    Ciudad > city
    Código postal > zip
    Número de seguro social > ssn
    Expediente > mrn
    Número de historia clínica > mrn
    Nombre del medicamento > none
    Tipo de documento > none
  `);
});

test("clinical labels name no kind, though a word of theirs does elsewhere", () => {
  headers(`
    CODE > none
    DESCRIPTION > none
    body site > none
    drug name > none
    test name > none
    organism name > none
    unit name > none
    race > none
    admission type > none
    dose > none
    result > none
    order status > none
    encounter class > none
    payer coverage > none
    reason code > none
    blood group > none
    age group > none
    cell count > none
    birth weight > none
    patient class > none
    state > none
    country > none
    col_17 > none
  `);
});

test("of two kinds, the one at the end of the label or with more words wins", () => {
  headers(`
    patient_phone_number > phone~
    emergency_contact_phone > phone
    guarantor city > city~
    SSNLast4 > ssn-fragment
    Mother's Maiden Name > family-name
    Acct No. > account-number
    provider_zip > zip~
  `);
});

test("a number at the end does not make a label less exact", () => {
  expect(kindsForLabel("phone2")).toEqual([{ kind: "phone", words: 1, exact: true, atEnd: true }]);
});
