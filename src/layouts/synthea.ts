import type { Layout } from "./layout.ts";
import { careTables } from "./synthea/care.ts";
import { claimTables } from "./synthea/claims.ts";
import { patientTables } from "./synthea/patients.ts";
import { sharedTables } from "./synthea/shared.ts";

/**
 * The files and columns of Synthea's CSV export as of 2026, so that what reads those reads ours. Its codes of conditions and
 * reasons are SNOMED CT's, ours ICD-10-CM's; a column for which a record has nothing is empty. It has no notes.
 */
export const syntheaLayout = {
  name: "synthea",
  title: "the files and columns of Synthea's CSV export",
  tables: [...sharedTables, ...patientTables, ...careTables, ...claimTables],
} as const satisfies Layout;
