import type { KindName } from "../identifiers/kinds/index.ts";
import type { Coded } from "./coded.ts";

/** An identifier that was written into a text, at `[start, end)` in UTF-16 units. Spans ascend and do not overlap. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: KindName;
  readonly role: "subject" | "relative" | "provider" | "facility";
}

export interface Note {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly providerId: string;
  readonly time: string;
  /** `Progress note`, `ED note`. */
  readonly title: string;
  /** LOINC's code for documents of this type. */
  readonly code: Coded;
  readonly text: string;
  /** Every identifier in `text`. */
  readonly spans: readonly GoldSpan[];
}
