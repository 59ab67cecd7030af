import type { Verdict } from "../formats/slot.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import type { LabelEvidence } from "./label.ts";
import { isSmallNumber } from "./label-kind.ts";
import type { Profile } from "./profile.ts";
import { enough } from "./value-kinds.ts";
import { shareOf } from "./value-sorts.ts";
import type { ValueEvidence } from "./values.ts";

/** Whether the values say that the label means something else than the kind it names. */
export function isOverruled(kind: Verdict, label: LabelEvidence, values: ValueEvidence, profile: Profile): boolean {
  if (values.verdict === kind) return false;
  if (kind === "name" && isSuffix(label, profile)) return false;
  // `line` of an address is a street; small whole numbers below it count lines.
  if (kind === "street-address" && label.words.length === 1 && values.integers >= 0.9 && values.maxDigits <= 3) return true;
  const claim = label.kinds.find((claim) => claim.kind === kind);
  // Initials and names that are words (`May`, `Long`) tell nothing against a label that says so in two words or wholly.
  const isNamed = (kind === "given-name" || kind === "family-name") && claim !== undefined && (claim.words > 1 || claim.exact);
  if (isNamed && !(values.flags && values.numbers > 0) && !values.telling) return values.numbers >= 0.8;
  if (values.flags) return true;
  if (isDateKind(kind))
    return values.dates + values.integers + profile.share("time", "decimal") < 0.3 && (values.plain > 0.5 || values.telling);
  if (kind === "age") return values.numbers < 0.3 && values.plain < 0.3;
  if (values.telling && values.verdict !== "uuid" && values.verdict !== "prose") return !isKeyKind(kind) && !isSameSort(kind, values);
  if (values.verdict === "uuid") return !isKeyKind(kind);
  if (values.verdict === "prose") return kind !== "street-address" && profile.share("prose") >= enough;
  if (isNameKind(kind) || kind === "employer" || kind === "facility" || kind === "place") {
    if (values.numbers >= 0.8) return true;
    return values.verdict === "clinical" && values.plain + values.codes >= 0.7 && values.names + values.facilities + values.cities < 0.3;
  }
  if (kind === "city") return values.numbers >= 0.8;
  // Counties are also written as FIPS codes; the second line of an address is a number or `Apt 4`.
  if (kind === "county") return profile.share("decimal") >= 0.8;
  if (kind === "street-address" && claim !== undefined && (claim.words > 1 || claim.exact)) return profile.share("decimal") >= 0.8;
  if (kind === "coordinates" || kind === "zip")
    return values.numbers + values.zips + values.opaque < 0.2 && profile.share("words", "code") < 0.3;
  // Ids, phones, licences: a column of words or decimals is something else; small repeated numbers only where the label is vague.
  if (values.plain >= 0.7 || profile.share("decimal") >= 0.8) return true;
  const isEntity = kind === "organization-id" && claim?.exact === true && claim.words > 1;
  return (kind === "record-id" || kind === "unique-id" || (kind === "organization-id" && !isEntity)) && isSmallNumber(values);
}

/** `Jr.` and `III` read as clinical words, and are parts of names where the label says suffix. */
function isSuffix(label: LabelEvidence, profile: Profile): boolean {
  return label.words.at(-1) === "suffix" && shareOf(profile.values(), (value) => nameSuffix.test(value)) >= 0.8;
}

const nameSuffix = /^(?:jr|sr|i{1,3}|iv|vi{0,3}|esq|m\.?d|d\.?o|ph\.?d|rn|np|pa|dds)\.?$/i;

/** Whether the values support a kind of the label without naming it themselves. */
export function isSameSort(kind: Verdict, values: ValueEvidence): boolean {
  if (kind === "clinical" || kind === "prose" || kind === "unknown") return false;
  if ((values.kinds.get(kind)?.share ?? 0) >= 0.5) return true;
  if (isNameKind(kind)) return values.names >= 0.3;
  if (isDateKind(kind))
    return (
      values.dates >= 0.5 || values.years >= 0.8 || values.compactDates >= 0.8 || values.epoch !== null || values.excelSerials >= enough
    );
  if (isKeyKind(kind))
    return (
      values.opaque >= 0.5 ||
      values.verdict === "uuid" ||
      values.verdict === "record-id" ||
      values.verdict === "unique-id" ||
      values.integers >= 0.8
    );
  if (kind === "zip") return values.zips >= 0.5;
  if (kind === "street-address") return values.streets >= 0.3;
  if (kind === "coordinates" || kind === "age") return values.numbers >= 0.8;
  if (kind === "fax" || kind === "phone")
    return values.verdict === "phone" || values.verdict === "fax" || values.verdict === "unique-id" || values.verdict === "email";
  if (kind === "facility") return values.facilities >= 0.3;
  if (kind === "city" || kind === "county" || kind === "place") return values.cities >= 0.3;
  return false;
}

const isIn = (kinds: readonly KindName[]): ((verdict: Verdict) => boolean) => {
  const set = new Set<string>(kinds);
  return (verdict) => set.has(verdict);
};
export const isNameKind = isIn(["name", "given-name", "family-name"]);
export const isDateKind = isIn(["date", "birth-date"]);
/** Kinds whose values are numbers or codes that point at something: any opaque value may be one. */
const keyKinds: readonly KindName[] = [
  "ssn",
  "ssn-fragment",
  "mrn",
  "patient-id",
  "mbi",
  "medicaid-id",
  "member-id",
  "group-number",
  "account-number",
  "claim-number",
  "payment-card",
  "bank-account",
  "drivers-license",
  "dea-number",
  "npi",
  "professional-license",
  "passport",
  "tax-id",
  "vin",
  "license-plate",
  "udi",
  "device-serial",
  "imei",
  "biometric-id",
  "photo",
  "accession-number",
  "order-number",
  "encounter-id",
  "specimen-id",
  "trial-subject-id",
  "prescription-number",
  "user-name",
  "employee-id",
  "uuid",
  "record-id",
  "provider-id",
  "organization-id",
  "unique-id",
];
const isKeyKind = isIn(keyKinds);
