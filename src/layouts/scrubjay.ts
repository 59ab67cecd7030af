import type { Layout } from "./layout.ts";
import { careTables } from "./scrubjay/care.ts";
import { healthTables } from "./scrubjay/health.ts";
import { peopleTables } from "./scrubjay/people.ts";
import { resultsTables } from "./scrubjay/results.ts";
import { treatmentTables } from "./scrubjay/treatment.ts";

/** Our own layout: one table for each sort of thing in a record. */
export const scrubjayLayout = {
  name: "scrubjay",
  title: "one table for each sort of thing in a record, all that is known in columns of its own",
  tables: [...peopleTables, ...careTables, ...healthTables, ...resultsTables, ...treatmentTables],
} as const satisfies Layout;
