import type { Coded } from "../../record/coded.ts";

/** What a note is, by its writer. */
export type DocumentName =
  | "progress"
  | "emergency"
  | "admission"
  | "discharge"
  | "operative"
  | "radiology"
  | "nursing"
  | "social"
  | "telephone"
  | "message"
  | "referral"
  | "letter";

export interface Document {
  readonly title: string;
  readonly code: Coded;
}

const document = (title: string, code: string, display: string): Document => ({ title, code: { system: "LOINC", code, display } });

/** Every title there is, with LOINC's code for such documents and its long common name. */
export const documents: Readonly<Record<DocumentName, Document>> = {
  progress: document("Progress note", "11506-3", "Progress note"),
  emergency: document("ED note", "34111-5", "Emergency department Note"),
  admission: document("History and physical", "34117-2", "History and physical note"),
  discharge: document("Discharge summary", "18842-5", "Discharge summary"),
  operative: document("Operative note", "11504-8", "Surgical operation note"),
  radiology: document("Radiology report", "18748-4", "Diagnostic imaging study"),
  nursing: document("Nursing note", "34746-8", "Nurse Note"),
  social: document("Social work note", "28653-4", "Social worker Note"),
  telephone: document("Telephone encounter", "34748-4", "Telephone encounter Note"),
  // LOINC has no code for a message of the patient that is of use here.
  message: document("Portal message", "34109-9", "Note"),
  referral: document("Referral letter", "57133-1", "Referral note"),
  letter: document("Letter", "51852-2", "Letter"),
};
