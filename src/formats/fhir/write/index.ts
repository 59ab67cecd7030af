export { type BulkLines, createBulkWriter } from "./bulk.ts";
export { createBundleWriter } from "./bundles.ts";
export { patientTypes, sharedTypes } from "./resource.ts";
