import { createBundleWriter } from "../../formats/fhir/write/index.ts";
import type { RecordEncoder } from "./encoder.ts";

const file = "bundles.ndjson";

/**
 * One transaction Bundle a patient, one a line: what a FHIR server takes with a POST. One file, because a million files
 * are no use to anybody, and because parts of a line file join to the whole.
 */
export const fhirEncoder = {
  name: "fhir",
  title: "FHIR R4 with US Core, one transaction Bundle a patient and line",
  writes: "records",
  start: (origin) => {
    const write = createBundleWriter(origin);
    return {
      open: () => [{ file, text: "" }],
      // Each bundle brings along what it shares with others.
      shared: () => ({ pieces: [], counts: new Map() }),
      record: (record) => {
        const { text, counts } = write(record);
        return { pieces: [{ file, text }], counts };
      },
      close: () => [],
    };
  },
} as const satisfies RecordEncoder;
