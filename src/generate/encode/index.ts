import { csvEncoder } from "./csv.ts";
import { fhirEncoder } from "./fhir.ts";
import { fhirBulkEncoder } from "./fhir-bulk.ts";
import { hl7v2Encoder } from "./hl7v2.ts";
import { ndjsonEncoder } from "./ndjson.ts";
import { notesEncoder } from "./notes.ts";
import { parquetEncoder } from "./parquet.ts";
import { sqlEncoder } from "./sql.ts";
import { timelineEncoder } from "./timeline.ts";

/** Every format that a population can be written in. */
export const encoders = [
  csvEncoder,
  ndjsonEncoder,
  sqlEncoder,
  fhirEncoder,
  fhirBulkEncoder,
  hl7v2Encoder,
  notesEncoder,
  parquetEncoder,
  timelineEncoder,
] as const;

export type EncodingName = (typeof encoders)[number]["name"];
