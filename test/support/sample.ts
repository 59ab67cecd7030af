/** Values that nobody has and that no word list holds, so that finding one anywhere is a leak. */
export const planted = {
  given: "Quinnella",
  family: "Brakespeare",
  ssn: "523-48-1177",
  mrn: "MR-8840213",
  birth: "1961-04-23",
  zip: "55347",
  street: "4417 Wexcombe Hollow Road",
  phone: "612-927-4488",
  email: "q.brakespeare@kestrelmail.org",
} as const;

export const plantedValues: readonly string[] = Object.values(planted);

export const header = "MRN,FIRST,LAST,SSN,BIRTHDATE,ADDRESS,ZIP,PHONE,EMAIL,SEX,GLUCOSE,UNITS";
export const row = `${planted.mrn},${planted.given},${planted.family},${planted.ssn},${planted.birth},${planted.street},${planted.zip},${planted.phone},${planted.email},F,98,mg/dL`;
const others = [
  "MR-8840214,Ostrava,Fennimoor,523-48-1178,1972-11-02,9 Larkhaven Ct,55401,612-927-4489,o.fennimoor@kestrelmail.org,M,104,mg/dL",
  "MR-8840215,Thessaly,Grindlewick,523-48-1179,1958-01-30,22 Umberdown Ave,60614,312-927-4490,t.grindlewick@kestrelmail.org,F,87,mg/dL",
];

/** Three patients; the first holds the planted values. */
export const patients = `${[header, row, ...others].join("\n")}\n`;
