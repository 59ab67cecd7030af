import type { Layout } from "../layouts/layout.ts";
import type { PatientRecord } from "../record/record.ts";
import type { Told } from "./population.ts";
import type { Defect } from "./quality/spoil.ts";

/** One JSON object a note: `{id, text, spans: [{start, end, kind, role}]}`, offsets in UTF-16 units. */
export const goldNotesFile = "notes.gold.jsonl";

/** What every column of every table holds: the name of a kind, `prose` or `clinical`. */
export const goldColumnsFile = "columns.gold.json";

/** Of a profile with dirty data: what was made wrong, a line each. */
export const defectsFile = "defects.jsonl";

/** Of a profile with dirty data: whose record it is, a line a patient: `{patientId, personId}`, equal for two records of one; `merged` is when. */
export const linkageFile = "linkage.jsonl";

export const defectLines = (defects: readonly Defect[]): string => defects.map((defect) => `${JSON.stringify(defect)}\n`).join("");

export const linkageLine = ({ record, personId, merged }: Told): string =>
  `${JSON.stringify({ patientId: record.patient.id, personId, merged })}\n`;

export function goldNotes(record: PatientRecord): string {
  return record.notes.map(({ id, text, spans }) => `${JSON.stringify({ id, text, spans })}\n`).join("");
}

export function goldColumns(layout: Layout): string {
  const tables = layout.tables.map(({ name, columns }) => [name, Object.fromEntries(columns.map((column) => [column.name, column.holds]))]);
  return `${JSON.stringify(Object.fromEntries(tables), null, 2)}\n`;
}
