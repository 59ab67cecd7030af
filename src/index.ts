import { requireFrom } from "./io/require.ts";

export type { Deidentifier, DeidentifierOptions, TableOptions } from "./deidentify/memory.ts";
export type { Detector, Finding, Known, Reading, Role } from "./detect/finding.ts";
export { DeidError, type ErrorCode, errorCodes, type Location } from "./errors.ts";
export type { Difference, Share } from "./evaluate/bootstrap.ts";
export type { EvaluateOptions } from "./evaluate/evaluate.ts";
export type { Evaluation, EvaluationError, FinderRow, FoundRow, StyleRow } from "./evaluate/evaluation.ts";
export type { LabelMap, LabelMeaning } from "./evaluate/labels.ts";
export type { MetricName } from "./evaluate/metrics.ts";
export type { MarkedNote, Note as GoldNote, NoteSpan } from "./evaluate/note.ts";
export type { CountRow } from "./evidence/counts.ts";
export type { Manifest } from "./evidence/manifest.ts";
export type { Warning } from "./evidence/private.ts";
export type { Generated, GenerateOptions, Patients, PatientsOptions, Profile } from "./generate/index.ts";
export { type Category, categories } from "./identifiers/category.ts";
export type { Kind } from "./identifiers/kind.ts";
export type { KindName } from "./identifiers/kinds/index.ts";
export type { Policy } from "./policy/index.ts";
export type { PatientRecord } from "./record/record.ts";

type Chooser = typeof import("./generate/choose-patients.ts");
type Generator = typeof import("./generate/generate.ts");
type Profiles = typeof import("./generate/load-profile.ts");
type Policies = typeof import("./policy/index.ts");
type Evaluating = typeof import("./evaluate/evaluate.ts");

// What stands behind each function is loaded when it is first called: docs/decisions/0012.
const load = requireFrom(import.meta.url);
const chooser = (): Chooser => load("./generate/choose-patients.js") as Chooser;
const generator = (): Generator => load("./generate/generate.js") as Generator;
const profiles = (): Profiles => load("./generate/load-profile.js") as Profiles;
const policies = (): Policies => load("./policy/index.js") as Policies;
const evaluating = (): Evaluating => load("./evaluate/evaluate.js") as Evaluating;

export const createDeidentifier: typeof import("./deidentify/memory.ts").createDeidentifier = async (options) =>
  (await import("./deidentify/memory.ts")).createDeidentifier(options);
export const generate: Generator["generate"] = async (options) => (await import("./generate/generate.ts")).generate(options);
/** Patients of a population, for tests: `const [p] = patients({ seed: 7 })`. */
export const patients: typeof import("./generate/patients.ts").patients = (options = {}) => chooser().choosePatients(options, loadProfile);
export const generatePatients: Generator["generatePatients"] = (...of) => generator().generatePatients(...of);
export const loadProfile: Profiles["loadProfile"] = (...from) => profiles().loadProfile(...from);
export const loadPolicy: Policies["loadPolicy"] = (...from) => policies().loadPolicy(...from);
export const evaluateText: Evaluating["evaluateText"] = (...compared) => evaluating().evaluateText(...compared);
