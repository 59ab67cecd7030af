import type { Verdict } from "../formats/slot.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import type { LabelEvidence } from "./label.ts";
import { below, type Table } from "./table.ts";
import { enough } from "./value-kinds.ts";
import type { ValueEvidence } from "./values.ts";

/** The label's kind, told apart further by table: `id` of patients is a patient's. Null when it names none. */
export function labelKind(label: LabelEvidence, values: ValueEvidence, table: Table): Verdict | null {
  const best = label.kinds[0];
  const words = label.words;
  const last = words.at(-1) ?? "";
  const { idKind, nameIs } = below(table, label.parent);
  if (last === "suffix" || last === "sufijo") return "name";
  // A number or a letter of a concept, an item, a type: `condition_concept_id`, `itemid`, `RaceID`. An opaque value is judged below.
  if (
    isCodedId(label, values) &&
    (values.verdict === null || (values.integers >= 0.9 && values.maxDigits <= 10) || (values.small && values.opaque === 0))
  )
    return null;
  if (words.length === 1 && vagueTimes.has(last) && isShortNumber(values)) return null;
  if (best && (best.kind === "record-id" || best.kind === "unique-id") && words.length === 1 && idKind) return idKind;
  if (words.length === 1 && ["id", "uuid", "guid", "pk", "identifier"].includes(last)) return idKind ?? best?.kind ?? "record-id";
  if (words.length === 1 && (last === "name" || last === "nombre") && nameIs) return nameIs;
  if (best) {
    // "phone type", "account status": the last word says what the values are, when they agree.
    const headIsElsewhere = label.clinicalHead && best.words < words.length && !best.atEnd;
    if (headIsElsewhere && (values.flags || values.small || values.plain >= 0.8 || values.numbers >= 0.9) && !values.telling) return null;
    // One word of many, over a small code: `grp` of a stage group is no group number.
    if (best.words === 1 && words.length > 2 && label.clinical !== null && isSmallNumber(values)) return null;
    if (label.quantity && !best.exact && (best.kind === "record-id" || best.kind === "unique-id") && values.numbers >= 0.9) return null;
    // `Patient`, `Provider` over words without a digit names people.
    if (people.has(best.kind) && words.length === 1 && best.exact && isText(values)) return "name";
    return best.kind;
  }
  if ((last === "name" || last === "nombre") && label.clinical === null) return label.role === "facility" ? "facility" : "name";
  const pointer = pointerKind(words, values);
  if (pointer) return pointer;
  if (label.key && words.length > 1 && values.verdict === null && !idWords.has(last)) return null;
  if (label.key && words.length > 1) return isSmallNumber(values) || label.quantity ? null : "record-id";
  return null;
}

/** Words before `id` that make it the number of a sort of thing, not of a thing; of the second list, where few values repeat. */
const codedParents = new Set("concept item code category type status class concepto tipo".split(" "));
const oftenCodedParents = new Set(
  "priority disposition reason race ethnicity sex gender religion language specialty service unit units meas measure analyte flowsheet estado motivo sexo".split(
    " ",
  ),
);

/** Whether a label ends in the number of a sort of thing: `condition_concept_id`, `RaceID` over few letters. */
export function isCodedId(label: LabelEvidence, values: ValueEvidence): boolean {
  const parent = label.words.at(-2) ?? "";
  return label.key && (codedParents.has(parent) || (oftenCodedParents.has(parent) && values.small));
}

const people: ReadonlySet<KindName> = new Set<KindName>(["patient-id", "provider-id", "employee-id", "trial-subject-id"]);
const idWords = new Set(["id", "ids", "identifier", "uid", "uuid", "guid"]);

function isText(values: ValueEvidence): boolean {
  return (
    values.verdict !== null && (values.names >= 0.3 || values.verdict === "name") && values.numbers + values.opaque + values.codes < 0.1
  );
}

/** Labels of a time that is as often a length of time: FHIR's `repeat.period`. */
const vagueTimes = new Set(["period", "time", "start", "stop", "end"]);

function isShortNumber(values: ValueEvidence): boolean {
  return values.numbers >= 0.9 && values.maxDigits <= 3 && values.years === 0 && values.dates === 0;
}

/** What opaque values under such a word point at. */
export const pointers: readonly (readonly [string, KindName])[] = [
  ["patient", "patient-id"],
  ["subject", "patient-id"],
  ["member", "patient-id"],
  ["person", "patient-id"],
  ["paciente", "patient-id"],
  ["encounter", "encounter-id"],
  ["visit", "encounter-id"],
  ["appointment", "encounter-id"],
  ["provider", "provider-id"],
  ["practitioner", "provider-id"],
  ["physician", "provider-id"],
  ["organization", "organization-id"],
  ["facility", "organization-id"],
  ["hospital", "organization-id"],
  ["payer", "organization-id"],
  ["place", "organization-id"],
];

/** `PATIENT`, `ORGANIZATION`, `PLACEOFSERVICE` over opaque values point at records. */
function pointerKind(words: readonly string[], values: ValueEvidence): KindName | null {
  const opaque =
    values.opaque >= enough ||
    values.verdict === "uuid" ||
    values.verdict === "record-id" ||
    values.verdict === "unique-id" ||
    (words.at(-1) === "id" && !isSmallNumber(values));
  if (!opaque) return null;
  return pointers.find(([word]) => words.includes(word))?.[1] ?? null;
}

/** Values such as 0, 1, 2 that repeat: a small code even under `…id`. */
export function isSmallNumber(values: ValueEvidence): boolean {
  return values.numbers >= 0.9 && (values.flags || (values.small && values.maxDigits <= 3) || values.maxDigits <= 1);
}
