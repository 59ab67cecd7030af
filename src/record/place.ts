/** A postal address whose parts belong together: the ZIP code lies in the county, the county in the state. */
export interface Address {
  readonly street: string;
  readonly city: string;
  readonly county: string;
  /** USPS abbreviation. */
  readonly state: string;
  /** Five digits. */
  readonly zip: string;
  /** Decimal degrees, north positive. */
  readonly latitude: number;
  /** Decimal degrees, east positive. */
  readonly longitude: number;
}
