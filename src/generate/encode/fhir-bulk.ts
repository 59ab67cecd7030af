import { type BulkLines, createBulkWriter, patientTypes, sharedTypes } from "../../formats/fhir/write/index.ts";
import type { RecordEncoder, Written } from "./encoder.ts";

/** One file a resource type, one resource a line, as a FHIR Bulk Data export has them. */
export const fhirBulkEncoder = {
  name: "fhir-bulk",
  title: "FHIR R4 with US Core, as Bulk Data: one file a resource type",
  writes: "records",
  start: (origin) => {
    const writer = createBulkWriter(origin);
    return {
      open: () => [...sharedTypes, ...patientTypes].map((type) => ({ file: fileOf(type), text: "" })),
      shared: () => written(writer.shared()),
      record: (record) => written(writer.record(record)),
      close: () => [],
    };
  },
} as const satisfies RecordEncoder;

const fileOf = (type: string): string => `${type}.ndjson`;

function written({ texts, counts }: BulkLines): Written {
  return { pieces: [...texts].map(([type, text]) => ({ file: fileOf(type), text })), counts };
}
