export type KindName =
  | "name" | "given-name" | "family-name"
  | "street-address" | "city" | "county" | "zip" | "postal-code" | "coordinates" | "census-area" | "facility" | "place"
  | "date" | "birth-date" | "age"
  | "phone" | "fax" | "email" | "ssn" | "ssn-fragment"
  | "mrn" | "patient-id"
  | "mbi" | "medicaid-id" | "member-id" | "group-number"
  | "account-number" | "claim-number" | "payment-card" | "bank-account"
  | "drivers-license" | "dea-number" | "npi" | "professional-license" | "passport" | "tax-id"
  | "vin" | "license-plate"
  | "udi" | "device-serial" | "mac-address" | "imei"
  | "url" | "ip-address" | "biometric-id" | "photo"
  | "accession-number" | "order-number" | "encounter-id" | "specimen-id" | "trial-subject-id" | "prescription-number"
  | "user-name" | "employee-id" | "employer" | "uuid" | "record-id" | "provider-id" | "organization-id" | "unique-id";
