import { expect, test } from "vitest";
import { many, taken, verdictsOf } from "./columns.ts";

const uuid = (i: number): string =>
  `${(i * 7919 + 10_000_000).toString(16).padStart(8, "0")}-1a2b-4c3d-8e4f-${(i * 104_729).toString(16).padStart(12, "0")}`;
const given = [
  "Maria",
  "James",
  "Linda",
  "Robert",
  "Patricia",
  "Michael",
  "Barbara",
  "William",
  "Elizabeth",
  "David",
  "Jennifer",
  "Richard",
];
const family = [
  "Johnson",
  "Ramirez",
  "Nguyen",
  "Kowalski",
  "Smith",
  "Garcia",
  "Miller",
  "Hernandez",
  "Lopez",
  "Anderson",
  "Thomas",
  "Jackson",
];
const cycle = (values: readonly string[], count = 60): readonly string[] => many(count, (i) => values[i % values.length]!);
const days = many(40, (i) => `19${50 + (i % 40)}-0${1 + (i % 9)}-${10 + (i % 19)}`);

test("a patients table gives each identifier its kind and keeps what is clinical", () => {
  expect(
    taken("patients.csv", {
      Id: many(40, uuid),
      BIRTHDATE: days,
      SSN: many(40, (i) => `999-${10 + i}-${1000 + i}`),
      FIRST: cycle(given),
      LAST: cycle(family),
      MARITAL: cycle(["M", "S", ""]),
      RACE: cycle(["white", "black", "asian"]),
      GENDER: cycle(["M", "F"]),
      ADDRESS: many(40, (i) => `${100 + i} Stamm Lane Unit ${i}`),
      CITY: cycle(["Boston", "Quincy", "Springfield", "Worcester"]),
      STATE: cycle(["Massachusetts", "Vermont"]),
      ZIP: cycle(["02155", "02169", "01101", "01602"]),
      HEALTHCARE_EXPENSES: many(40, (i) => `${2000 + i * 31}.5${i % 10}`),
    }),
  ).toEqual({
    Id: "patient-id",
    BIRTHDATE: "birth-date",
    SSN: "ssn",
    FIRST: "given-name",
    LAST: "family-name",
    MARITAL: "clinical",
    RACE: "clinical",
    GENDER: "clinical",
    ADDRESS: "street-address",
    CITY: "city",
    STATE: "clinical",
    ZIP: "zip",
    HEALTHCARE_EXPENSES: "clinical",
  });
});

test("a bare id is what its table holds", () => {
  expect(taken("patients", { Id: many(20, uuid) })).toEqual({ Id: "patient-id" });
  expect(taken("encounters.csv", { Id: many(20, uuid) })).toEqual({ Id: "encounter-id" });
  expect(taken("claims", { Id: many(20, uuid) })).toEqual({ Id: "record-id" });
});

test("a label of names over drugs or organisms is clinical, over hospitals a facility", () => {
  expect(
    taken("medications", {
      NAME: cycle([
        "Loratadine 5 MG Chewable Tablet",
        "Acetaminophen 325 MG Oral Tablet",
        "Amoxicillin 250 MG Oral Capsule",
        "Naproxen sodium 220 MG Oral Tablet",
      ]),
    }),
  ).toEqual({
    NAME: "clinical",
  });
  expect(
    taken("organizations", {
      NAME: cycle(["MERCY GENERAL HOSPITAL", "ST ANNE MEDICAL CENTER", "LAKESIDE HEALTH CLINIC", "VALLEY NURSING HOME LLC"]),
    }),
  ).toEqual({ NAME: "facility" });
});

test("opaque values win over a clinical label, and the label says what they point at", () => {
  expect(
    taken("claims", { PLACEOFSERVICE: many(30, uuid), PATIENT: many(30, uuid), PAYER: many(30, uuid), STATUS: many(30, uuid) }),
  ).toMatchObject({
    PATIENT: "patient-id",
    PLACEOFSERVICE: "organization-id",
    STATUS: "uuid",
  });
});

test("300 columns without telling labels are judged from their values", () => {
  const columns: Record<string, readonly string[]> = {};
  for (let i = 0; i < 300; i++) columns[`col_${i}`] = cycle([String(i % 7), String((i + 1) % 7), String((i * 3) % 9)]);
  columns.col_17 = many(60, (i) => `${200 + i}-${10 + i}-${1000 + i * 7}`);
  columns.col_18 = cycle(given);
  columns.col_19 = cycle(family);
  columns.col_20 = many(60, (i) => `${given[i % 12]} ${family[(i * 5) % 12]}`);
  columns.col_21 = many(60, (i) => `(617) 555-01${10 + i}`);
  columns.col_22 = many(60, (i) => `person${i}@example.org`);
  columns.col_23 = many(60, (i) => `0${1 + (i % 9)}/${10 + (i % 19)}/19${40 + i}`);
  columns.col_24 = many(60, (i) => `${30_301 + i * 3}`);
  columns.col_25 = many(60, (i) => `A${4_000_000 + i * 7919}X`);
  columns.col_26 = many(60, (i) => `${80 + i}.${i % 10}`);
  columns.col_27 = many(60, (i) => String(4_000_123 + i * 991));
  columns.col_28 = many(60, (i) => `${12 + i} Maple Street`);
  const verdicts = taken("export", columns);
  expect(Object.fromEntries(Object.entries(verdicts).filter(([, verdict]) => verdict !== "clinical"))).toEqual({
    col_17: "ssn",
    col_18: "given-name",
    col_19: "family-name",
    col_20: "name",
    col_21: "phone",
    col_22: "email",
    col_23: "date",
    col_24: "zip",
    col_25: "unique-id",
    col_27: "record-id",
    col_28: "street-address",
  });
});

test("headers in Spanish speak too", () => {
  expect(
    taken("pacientes", {
      Nombre: cycle(["María", "José", "Lucía", "Carlos", "Elena"]),
      Apellidos: cycle(["García López", "Martínez Ruiz", "Fernández Gil", "Sánchez Mora"]),
      "Fecha de nacimiento": cycle(["13/02/1961", "25/11/1974", "03/04/1988"]),
      Teléfono: many(20, (i) => `555 01${10 + i}`),
      Sexo: cycle(["H", "M"]),
      Diagnóstico: cycle(["diabetes mellitus", "asma", "hipertension"]),
    }),
  ).toEqual({
    Nombre: "name",
    Apellidos: "family-name",
    "Fecha de nacimiento": "birth-date",
    Teléfono: "phone",
    Sexo: "clinical",
    Diagnóstico: "clinical",
  });
});

test("a column tells whether days or months come first", () => {
  const columns = { a: ["13/02/1961", "03/04/1988"], b: ["02/13/1961", "03/04/1988"], c: ["01/02/1961", "03/04/1988"] };
  const verdicts = verdictsOf("t", columns);
  expect([verdicts.a!.dateOrder, verdicts.b!.dateOrder, verdicts.c!.dateOrder]).toEqual(["dmy", "mdy", undefined]);
});

test("a year's label over whole timestamps holds dates", () => {
  expect(taken("payer_transitions", { START_YEAR: many(20, (i) => `20${10 + i}-10-14T04:17:47Z`) })).toEqual({ START_YEAR: "date" });
});

test("epoch seconds, milliseconds and spreadsheet serials under a date's label are read as such", () => {
  const verdicts = verdictsOf("t", {
    created_date: many(20, (i) => String(1_500_000_000 + i * 86_400)),
    admit_date: many(20, (i) => String(1_500_000_000_000 + i * 86_400_000)),
    discharge_date: many(20, (i) => String(43_000 + i)),
  });
  expect(Object.values(verdicts).map(({ verdict, epoch, excelSerial }) => [verdict, epoch, excelSerial])).toEqual([
    ["date", "s", undefined],
    ["date", "ms", undefined],
    ["date", undefined, true],
  ]);
});

test("a state's label over foreign provinces is a place", () => {
  expect(taken("patients", { STATE: cycle(["Baden-Württemberg", "Bayern", "Hessen", "Sachsen"]) })).toEqual({ STATE: "place" });
});

test("names over people of several sorts keep their role", () => {
  const people = many(40, (i) => `${given[i % 12]} ${family[(i * 5) % 12]}`);
  const verdicts = verdictsOf("encounters", { attending_physician_name: people, emergency_contact_name: people, patient_name: people });
  expect(Object.values(verdicts).map(({ verdict, role }) => [verdict, role])).toEqual([
    ["name", "provider"],
    ["name", "relative"],
    ["name", undefined],
  ]);
});

test("MIMIC, OMOP and Epic style columns are told apart", () => {
  const ids = many(50, (i) => String(10_000_032 + i * 317));
  expect(
    taken("admissions", {
      subject_id: ids,
      hadm_id: ids,
      admittime: many(50, (i) => `2180-05-${10 + (i % 20)} 22:23:00`),
      admission_type: cycle(["URGENT", "ELECTIVE", "EW EMER."]),
      hospital_expire_flag: cycle(["0", "1"]),
    }),
  ).toMatchObject({
    subject_id: "trial-subject-id",
    hadm_id: "encounter-id",
    admittime: "date",
    admission_type: "clinical",
    hospital_expire_flag: "clinical",
  });
  expect(
    taken("condition_occurrence", {
      condition_occurrence_id: ids,
      person_id: ids,
      condition_concept_id: cycle(["201826", "320128", "316866", "4329847"]),
      visit_occurrence_id: ids,
      provider_id: ids,
      year_of_birth: cycle(["1950", "1961", "1972"]),
    }),
  ).toMatchObject({
    person_id: "patient-id",
    condition_concept_id: "clinical",
    visit_occurrence_id: "encounter-id",
    provider_id: "provider-id",
    year_of_birth: "birth-date",
  });
  expect(
    taken("PAT_ENC", {
      PAT_MRN_ID: ids,
      PAT_ENC_CSN_ID: ids,
      PAT_NAME: many(40, (i) => `${family[i % 12]!.toUpperCase()},${given[i % 12]!.toUpperCase()}`),
    }),
  ).toMatchObject({
    PAT_MRN_ID: "mrn",
    PAT_ENC_CSN_ID: "encounter-id",
    PAT_NAME: "name",
  });
});

test("a flag stays a flag under an identifier's label", () => {
  expect(
    taken("patients", { has_phone: cycle(["0", "1"]), email_opt_in: cycle(["Y", "N"]), ssn_verified: cycle(["true", "false"]) }),
  ).toEqual({
    has_phone: "clinical",
    email_opt_in: "clinical",
    ssn_verified: "clinical",
  });
});

test("sentences are prose under any label", () => {
  const notes = many(20, (i) => `Patient was seen on day ${i} and is doing well. She will return for follow-up with the clinic.`);
  expect(taken("visits", { NOTES: notes, col_3: notes })).toEqual({ NOTES: "prose", col_3: "prose" });
});

test("a nested health document is judged by its paths", () => {
  const verdicts = taken("Patient.000.ndjson", {
    resourceType: cycle(["Patient"]),
    id: many(20, uuid),
    "name[].family": cycle(family),
    "name[].given[]": cycle(given),
    "telecom[].value": many(20, (i) => (i % 2 ? `555-810-${7000 + i}` : `p${i}@example.com`)),
    "address[].line[]": many(20, (i) => `${i + 1} Abernathy Landing`),
    "address[].state": cycle(["KS", "MO"]),
    "maritalStatus.coding[].code": cycle(["M", "S"]),
    "maritalStatus.coding[].system": cycle(["http://terminology.hl7.org/CodeSystem/v3-MaritalStatus"]),
    "identifier[].value": many(20, (i) => (i % 2 ? uuid(i) : `999-${10 + i}-5397`)),
    "text.div": cycle(["<div>Generated by a program</div>"]),
    birthDate: days,
  });
  expect(verdicts).toEqual({
    resourceType: "clinical",
    id: "patient-id",
    "name[].family": "family-name",
    "name[].given[]": "given-name",
    "telecom[].value": "phone",
    "address[].line[]": "street-address",
    "address[].state": "clinical",
    "maritalStatus.coding[].code": "clinical",
    "maritalStatus.coding[].system": "clinical",
    "identifier[].value": "patient-id",
    "text.div": "prose",
    birthDate: "birth-date",
  });
});

test("a reference keeps its prefix and points at what its label says", () => {
  const { "subject.reference": subject } = verdictsOf("Condition.000.ndjson", {
    resourceType: cycle(["Condition"]),
    "subject.reference": many(20, (i) => `Patient/${uuid(i)}`),
  });
  expect(subject).toMatchObject({ verdict: "patient-id", reference: true });
});

test("no reason holds a value or a header", () => {
  const verdicts = verdictsOf("Zebulon", {
    "Zebulon Quackenbush": cycle(["Zebulon", "Quackenbush"]),
    "999-11-2222": many(20, (i) => `999-11-${2222 + i}`),
  });
  expect(Object.values(verdicts).filter(({ why }) => /zebulon|quackenbush|999|2222/i.test(why))).toEqual([]);
});

test("a slot that nothing speaks for is unknown", () => {
  expect(verdictsOf("t", { col_1: ["", "NULL", "N/A"] }).col_1).toMatchObject({ verdict: "unknown", by: "neither" });
});

test("suffixes of names are names, and numbers of lines no addresses", () => {
  expect(
    taken("patients.csv", { name_suffix: cycle(["", "Jr.", "", "III"]), family_name: cycle(family), SUFFIX: many(40, () => "Jr.") }),
  ).toEqual({ name_suffix: "name", family_name: "family-name", SUFFIX: "name" });
  const lines = cycle(["1", "2", "3", "1", "2"]);
  expect(taken("claim_lines.csv", { claim_id: many(40, uuid), line: lines, amount: many(40, (i) => `${i}.50`) }).line).toBe("clinical");
  expect(taken("claim_lines.csv", { line: many(300, (i) => `${1 + (i % 97)}`) }).line).not.toBe("street-address");
  expect(taken("patients.csv", { line: many(40, (i) => `${100 + i} Stamm Lane`) }).line).toBe("street-address");
});

test("the group number of a coverage in FHIR is one, whatever its digits look like", () => {
  const coverage = {
    resourceType: many(20, () => "Coverage"),
    id: many(20, uuid),
    "class[].type.coding[].code": many(20, () => "group"),
    "class[].value": cycle(["994700", "994700", "994731"], 20),
    "meta.tag[].system": many(20, () => "http://terminology.hl7.org/CodeSystem/v3-ActReason"),
  };
  expect(taken("Coverage.ndjson", coverage)["class[].value"]).toBe("group-number");
  const bundled = Object.fromEntries(Object.entries(coverage).map(([path, values]) => [`entry[].resource.${path}`, values]));
  const verdicts = taken("bundles.ndjson", bundled);
  expect(verdicts["entry[].resource.class[].value"]).toBe("group-number");
  expect(verdicts["entry[].resource.meta.tag[].system"]).toBe("clinical");
});
