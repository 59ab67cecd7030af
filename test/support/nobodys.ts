import { deaDigit, gtinDigit, luhn, vinDigit } from "../../src/identifiers/check-digits.ts";
import { type KindName, kindByName } from "../../src/identifiers/kinds/index.ts";
import { surnames } from "../../src/tables/names.ts";

const digits = (value: string): string => value.replace(/\D/g, "");
const inYears =
  (low: number, high: number) =>
  (value: string): boolean =>
    /^\d{4}-\d\d-\d\d$/.test(value) && Number(value.slice(0, 4)) >= low && Number(value.slice(0, 4)) <= high;
const numbered =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);
const invented =
  /^(?:\d{2,4} )?(?:Quillmere|Brindlewick|Tarnfold|Osterbeck|Velmarsh|Harrowfen|Lindquarry|Mossgarth|Pellbrook|Sedgewyn|Thistlecombe|Wexholm|Yarrowdene|Cindermoor|Dunwhistle)(?: [A-Z][a-z]+){0,2}$/;
const commonWord = (value: string): boolean => value.split(" ").every((word) => /^\p{Lu}[\p{L}']+$/u.test(word));

/** What no living person, company or device can bear, said apart from how `make` says it. */
export const nobodys: Readonly<Record<KindName, (value: string) => boolean>> = {
  name: (value) => commonWord(value) && surnames().names.includes(value.split(" ").at(-1)!),
  "given-name": commonWord,
  "family-name": (value) => surnames().names.includes(value),
  "street-address": (value) => invented.test(value),
  city: (value) => invented.test(value),
  county: (value) => invented.test(value),
  place: (value) => invented.test(value),
  facility: (value) => invented.test(value),
  employer: (value) => invented.test(value),
  zip: (value) => Number(value) < 501,
  "postal-code": numbered(/^[A-Z]\d[DFIOQU]|[DFIOQU]\d$/),
  coordinates: (value) => {
    const [latitude, longitude] = value.split(", ").map(Number);
    return Math.abs(latitude! + 48.877) < 2.2 && Math.abs(longitude! + 123.393) < 2.7;
  },
  "census-area": numbered(/^(?:03|07|14|43|52)/),
  date: inYears(2010, 2023),
  "birth-date": inYears(1930, 2024),
  age: (value) => Number(value) <= 89,
  phone: (value) => /^[2-9]\d{2}55501\d\d$/.test(digits(value)),
  fax: (value) => /^[2-9]\d{2}55501\d\d$/.test(digits(value)),
  email: numbered(/@example\.(?:com|net|org)$/),
  ssn: (value) => {
    const group = Number(value.slice(4, 6));
    return /^9\d\d-\d\d-\d{4}$/.test(value) && ((group >= 1 && group <= 49) || (group >= 66 && group <= 69)) && !value.endsWith("0000");
  },
  "ssn-fragment": numbered(/0000$/),
  mrn: numbered(/^99\d{6}$/),
  "patient-id": numbered(/^99\d{5}$/),
  mbi: (value) => /[SLOIBZ]/.test(value[1]!) && kindByName("mbi").check!(value) === false,
  "medicaid-id": numbered(/^99/),
  "member-id": numbered(/^XQZ99/),
  "group-number": numbered(/^99/),
  "account-number": numbered(/^99/),
  "claim-number": numbered(/^99/),
  "payment-card": (value) => !luhn(digits(value)),
  "bank-account": numbered(/^99/),
  "drivers-license": numbered(/^[A-Z]{3}\d{5}$/),
  "dea-number": (value) => /^[INOVWYZ][A-Z]\d{7}$/.test(value) && deaDigit(value.slice(2, 8)) === value.at(-1),
  npi: (value) => /^[03-9]\d{9}$/.test(value) && luhn(`80840${value}`),
  "professional-license": numbered(/^ZZ\d{6}$/),
  passport: (value) => value.length > 9,
  "tax-id": (value) =>
    ["00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97"].includes(value.slice(0, 2)),
  vin: (value) => value.length === 17 && "0UZ".includes(value[9]!) && vinDigit(value) === value[8],
  "license-plate": numbered(/^IOQ-\d{4}$/),
  udi: (value) => /^\(01\)0952/.test(value) && gtinDigit(value.slice(4, 17)) === value[17],
  "device-serial": numbered(/^ZZ[A-Z]\d{6}$/),
  "mac-address": numbered(/^00-00-5E-00-53-[0-9A-F]{2}$/),
  imei: (value) => value.startsWith("00") && value.length === 15 && luhn(value),
  url: numbered(/^https:\/\/www\.example\.(?:com|net|org)\//),
  "ip-address": numbered(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/),
  "biometric-id": numbered(/^FP-99/),
  photo: numbered(/^synthetic-\d{6}\.jpg$/),
  "accession-number": numbered(/^S99-\d{5}$/),
  "order-number": numbered(/^99/),
  "encounter-id": numbered(/^99/),
  "specimen-id": numbered(/^SP99/),
  "trial-subject-id": numbered(/^99/),
  "prescription-number": numbered(/^99/),
  "user-name": numbered(/^zz/),
  "employee-id": numbered(/^99/),
  uuid: numbered(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  "record-id": numbered(/^99/),
  "provider-id": numbered(/^99/),
  "organization-id": numbered(/^99/),
  "unique-id": numbered(/^99/),
};
