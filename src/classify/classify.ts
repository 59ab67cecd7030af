import type { Role } from "../detect/finding.ts";
import type { Slot, Verdict } from "../formats/slot.ts";
import { kindByName } from "../identifiers/kinds/index.ts";
import { isDateKind, isNameKind, isOverruled, isSameSort } from "./agreement.ts";
import { isAbbreviation } from "./cell-check.ts";
import { type LabelEvidence, readLabel } from "./label.ts";
import { isCodedId, labelKind, pointers } from "./label-kind.ts";
import { type Neighbours, neighbourRule, referenceKind } from "./neighbours.ts";
import { pathKeys, pathRule } from "./paths.ts";
import type { Profile } from "./profile.ts";
import { readTable, type Table } from "./table.ts";
import { enough } from "./value-kinds.ts";
import { shareOf } from "./value-sorts.ts";
import { readValues, type ValueEvidence } from "./values.ts";

export interface SlotVerdict {
  readonly slot: number;
  readonly verdict: Verdict;
  /** What spoke for it: the format's or a person's declaration, the label, the values, both, or nothing at all. */
  readonly by: "declared" | "label" | "values" | "both" | "neither";
  readonly entriesRead: number;
  /** For a person, in plain words; holds no value and no header. */
  readonly why: string;
  readonly dateOrder?: "mdy" | "dmy";
  /** Integers that count from 1970. */
  readonly epoch?: "s" | "ms";
  /** Numbers that count days from the end of 1899, as spreadsheets do. */
  readonly excelSerial?: true;
  /** Whose identifier it is; absent: the subject's. */
  readonly role?: Role;
  /** Values such as `Patient/123` or `urn:uuid:…`: only what follows the prefix is the identifier. */
  readonly reference?: true;
  /** Values are wholly UUIDs, which name the same record under any header. */
  readonly uuids?: true;
  /** Values are documents or encoded text, which must be opened or removed. */
  readonly documents?: true;
  /** Few values that repeat. */
  readonly small?: true;
  /** Codes, types, classes: a cell may be an abbreviation that no vocabulary holds. */
  readonly codes?: true;
  /** Long numbers, or letters with many digits, are what this clinical slot holds: drug codes, codes of the house. */
  readonly opaque?: true;
  /** The label says that they are states, and so they are. */
  readonly states?: true;
}

export interface ClassifyContext {
  /** Base name of the input, for what its rows are: `patients`, `Encounter.000`. */
  readonly inputName: string;
  /** Entries read for the profiles. */
  readonly entries: number;
}

/** One verdict a slot, in order. `profiles[i]` belongs to `slots[i]`. */
export function classifySlots(
  slots: readonly Slot[],
  profiles: readonly (Profile | undefined)[],
  context: ClassifyContext,
): readonly SlotVerdict[] {
  const table = readTable(context.inputName, slots, profiles);
  const input: Input = { table, profiles, paths: new Map(slots.map(({ path }, i) => [path, i])) };
  return slots.map((slot, i) => classifySlot(slot, profiles[i], input, context.entries));
}

const codeHeads = new Set([
  "code",
  "codes",
  "cd",
  "class",
  "type",
  "category",
  "status",
  "unit",
  "units",
  "system",
  "modality",
  "gene",
  "codigo",
  "tipo",
  "clase",
]);

/** Systems whose codes have nine digits and more. */
const longCodes = new Set(["ndc", "snomed", "sctid", "gtin", "upc", "concept"]);

function isCodeSlot(label: LabelEvidence, values: ValueEvidence): boolean {
  const last = label.words.at(-1) ?? "";
  const isCoded = codeHeads.has(last) || isCodedId(label, values);
  return isCoded && (values.names < 0.5 || values.small);
}

interface Input extends Neighbours {
  readonly table: Table;
}

interface Judgement {
  readonly verdict: Verdict;
  readonly by: SlotVerdict["by"];
  readonly why: string;
}

/** Words of labels of events: days counted from 1899 under them are dates. */
const eventWords = new Set(
  "birth death time when visit admit admission discharge seen onset collected received resulted start end created updated surgery procedure encounter service fecha".split(
    " ",
  ),
);

function classifySlot(slot: Slot, profile: Profile | undefined, input: Input, entries: number): SlotVerdict {
  if (!profile)
    return {
      slot: slot.id,
      verdict: slot.declared ?? "unknown",
      by: slot.declared ? "declared" : "neither",
      entriesRead: 0,
      why: "no values were read",
    };
  const { table } = input;
  const values = readValues(profile);
  const label = labelOf(slot, table);
  const judged = judge(slot, label, values, profile, input);
  const verdict = judged.verdict;
  const order = profile.dateOrder;
  const role = roleOf(slot, label, input, verdict);
  const dated = isDateKind(verdict);
  return {
    slot: slot.id,
    ...judged,
    entriesRead: Math.min(entries, profile.entries),
    ...(order ? { dateOrder: order } : {}),
    ...(dated && values.epoch && values.years < 0.5 && values.compactDates < 0.5 ? { epoch: values.epoch } : {}),
    ...(dated && values.excelSerials >= enough ? { excelSerial: true as const } : {}),
    ...(role ? { role } : {}),
    ...(profile.share("reference") >= 0.5 ||
    shareOf(profile.values(), (value) => value.startsWith("urn:uuid:")) >= 0.5 ||
    (profile.distinct > 0 && slot.label === "fullUrl")
      ? { reference: true as const }
      : {}),
    ...(profile.share("uuid") >= 0.9 ? { uuids: true as const } : {}),
    ...(profile.share("document") > 0.2 && (verdict === "prose" || verdict === "clinical" || verdict === "unknown")
      ? { documents: true as const }
      : {}),
    ...(values.small ? { small: true as const } : {}),
    ...(verdict === "clinical" && isCodeSlot(label, values) ? { codes: true as const } : {}),
    ...(verdict === "clinical" && (values.opaqueEntries >= 0.5 || label.words.some((word) => longCodes.has(word)))
      ? { opaque: true as const }
      : {}),
    ...(verdict === "clinical" && isStateLabel(label) && values.states >= 0.8 ? { states: true as const } : {}),
  };
}

function labelOf(slot: Slot, table: Table): LabelEvidence {
  const keys = pathKeys(slot.path);
  return readLabel(slot.label, table.nested ? keys.slice(0, -1) : []);
}

function judge(slot: Slot, label: LabelEvidence, values: ValueEvidence, profile: Profile, input: Input): Judgement {
  const { table } = input;
  if (slot.declared) return { verdict: slot.declared, by: "declared", why: "its standard or its policy says so" };
  if (slot.part === "comment") return { verdict: "prose", by: "neither", why: "comments are prose" };
  const rule = slot.part === "key" ? undefined : (pathRule(slot.path, table.resource) ?? neighbourRule(slot.path, input));
  const labelled = rule?.is ?? labelKind(label, values, table);
  const seen = `${percent(values.share)} of ${profile.distinct} distinct values ${values.says}`;

  if (values.verdict === null) {
    if (labelled) return { verdict: labelled, by: "label", why: `${named(labelled)}; no values were read` };
    if (label.prose) return { verdict: "prose", by: "label", why: "labelled as free text; no values were read" };
    if (label.clinicalHead || isCodedId(label, values))
      return { verdict: "clinical", by: "label", why: "a clinical label; no values were read" };
    return { verdict: "unknown", by: "neither", why: "no telling label and no values" };
  }

  if (isCodedId(label, values) && values.integers >= 0.9 && values.maxDigits <= 10)
    return { verdict: "clinical", by: "label", why: `the number of a concept, an item or a class; ${seen}` };

  const byValues: Judgement = { verdict: values.verdict, by: "values", why: seen };

  const isBirth = label.words.includes("birth");
  if (
    (labelled === null || labelled === "encounter-id") &&
    values.excelSerials >= (isBirth ? 0.5 : 0.9) &&
    label.words.some((word) => eventWords.has(word))
  )
    return {
      verdict: isBirth ? "birth-date" : "date",
      by: "both",
      why: `the label of an event over days counted as spreadsheets do; ${seen}`,
    };
  if (
    labelled &&
    labelled !== "clinical" &&
    labelled !== "prose" &&
    (rule !== undefined || !isOverruled(labelled, label, values, profile))
  ) {
    if (values.verdict === "email" && (labelled === "phone" || labelled === "fax")) return { ...byValues, by: "both" };
    const both = values.verdict === labelled || isSameSort(labelled, values);
    const target = referenceKind(profile);
    if (target && (labelled === "record-id" || labelled === "unique-id" || label.words.at(-1) === "reference"))
      return { verdict: target, by: "both", why: `${named(target)}; ${seen}` };
    return { verdict: labelled, by: both ? "both" : "label", why: `${named(labelled)}; ${seen}` };
  }
  if (label.prose && !labelled && !values.telling && !values.flags && values.numbers < 0.9)
    return { verdict: "prose", by: "label", why: `labelled as free text; ${seen}` };
  if (labelled === "prose") return { verdict: "prose", by: "label", why: `the place holds prose; ${seen}` };

  // A cell check still removes what surprises in a kept column, so a rule of the path may keep columns of many sorts.
  if (labelled === "clinical" && !rule && !values.telling)
    return { verdict: "clinical", by: "label", why: `what such a table calls so identifies nobody; ${seen}` };
  if (rule?.is === "clinical" && !values.telling)
    return { verdict: "clinical", by: "both", why: `the place holds codes or their names; ${seen}` };
  if (rule?.is === "clinical" && values.verdict === "url") return { verdict: "clinical", by: "label", why: "the place names code systems" };

  if (values.telling) return refine(byValues, label, table);
  if (values.verdict === "clinical") {
    if (label.clinical) return { verdict: "clinical", by: "both", why: `label "${label.clinical}"; ${seen}` };
    return mayStay(values) ? byValues : { verdict: "unknown", by: "values", why: seen };
  }
  // `performer.display` names people though "display" by itself names a code.
  if (label.role && label.words.at(-1) === "display" && values.verdict === "unknown")
    return { verdict: "name", by: "label", why: `the place names people; ${seen}` };
  if (label.clinicalHead || (label.clinical && (!label.key || isCodedId(label, values))))
    return clinicalLabel(label, values, profile, byValues, seen);
  return refine(byValues, label, table);
}

/** A clinical label over values that read as something else. */
function clinicalLabel(label: LabelEvidence, values: ValueEvidence, profile: Profile, byValues: Judgement, seen: string): Judgement {
  const clinical: Judgement = { verdict: "clinical", by: "label", why: `label "${label.clinical}"; ${seen}` };
  const number = values.integers >= 0.9 && values.maxDigits <= 9;
  if (
    (label.quantity || values.maxDigits <= 3) &&
    number &&
    (byValues.verdict === "record-id" ||
      byValues.verdict === "zip" ||
      (byValues.verdict === "date" && values.dates === 0 && values.compactDates < 0.5))
  )
    return clinical;
  if (isStateLabel(label))
    return values.states >= 0.8 ? clinical : { verdict: "place", by: "both", why: "a state's label over places that are no states" };
  // Titles of documents and descriptions of what was done are written by people, names in them too.
  if (byValues.verdict === "unknown" && describing.has(label.words.at(-1) ?? "") && !values.small && profile.share("words", "prose") >= 0.8)
    return { verdict: "prose", by: "both", why: `a describing label over several words; ${seen}` };
  if (byValues.verdict === "unknown")
    return values.small || values.plain + values.codes + values.numbers >= 0.5 ? clinical : { verdict: "unknown", by: "values", why: seen };
  // Drug, organism and eponym words resemble names; a column that repeats and says "code" or "type" is believed.
  if (values.names >= enough && values.plain < 0.2 && !values.small) return byValues;
  if (byValues.verdict === "record-id" || byValues.verdict === "unique-id") return values.small ? clinical : byValues;
  if (byValues.verdict === "facility" || byValues.verdict === "coordinates")
    return byValues.verdict === "coordinates" ? clinical : byValues;
  if (isCodeSlot(label, values) && shareOf(profile.values(), isAbbreviation) >= 0.8) return clinical;
  if (isNameKind(byValues.verdict) || byValues.verdict === "city") return values.small && values.names < 0.8 ? clinical : byValues;
  return byValues;
}

const isStateLabel = (label: LabelEvidence): boolean => label.words.at(-1) === "state" || label.words.at(-1) === "provincia";

const describing = new Set(["description", "title", "reason", "descripcion"]);

/** Whether what the values alone call clinical may stay without a label that says so. */
function mayStay(values: ValueEvidence): boolean {
  return (
    values.flags || values.codes >= 0.8 || values.plain >= 0.8 || values.numbers >= 0.8 || values.states >= 0.9 || values.countries >= 0.9
  );
}

/** A kind that the values name, made narrower by the label or the table. */
function refine(judged: Judgement, label: LabelEvidence, table: Table): Judgement {
  const words = label.words;
  if (judged.verdict === "uuid" || judged.verdict === "record-id" || judged.verdict === "unique-id") {
    const pointed = pointers.find(([word]) => words.includes(word))?.[1];
    if (pointed) return { ...judged, verdict: pointed, by: "both", why: `label "${pointed.split("-")[0]}"; ${judged.why}` };
  }
  if (
    judged.verdict === "date" &&
    words.some((word) => word === "birth" || word === "dob" || word === "nacimiento" || word === "birthdate")
  )
    return { ...judged, verdict: "birth-date", by: "both" };
  if (isNameKind(judged.verdict) && table.nameIs === "facility") return { ...judged, verdict: "name" };
  return judged;
}

function roleOf(slot: Slot, label: LabelEvidence, input: Input, verdict: Verdict): Role | undefined {
  const { table } = input;
  if (verdict === "clinical" || verdict === "unknown" || verdict === "patient-id") return undefined;
  if (verdict === "facility" || verdict === "organization-id") return "facility";
  if (verdict === "provider-id" || verdict === "npi" || verdict === "dea-number") return "provider";
  if (verdict === "prose" || isDateKind(verdict)) return undefined;
  if (slot.part === "key") return undefined;
  const display = neighbourRule(slot.path, input)?.role;
  return display ?? label.role ?? table.role;
}

function named(verdict: Verdict): string {
  if (verdict === "clinical" || verdict === "prose" || verdict === "unknown") return `the place holds ${verdict} content`;
  return `labelled as ${kindByName(verdict).title}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
