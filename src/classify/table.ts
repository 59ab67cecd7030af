import type { Role } from "../detect/finding.ts";
import type { Slot, Verdict } from "../formats/slot.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import { labelWords } from "./label.ts";
import { pathKeys } from "./paths.ts";
import type { Profile } from "./profile.ts";

/** What the rows of an input are, from its name and its slots. */
export interface Table {
  /** Type of the resource in a nested document, lower case: `patient`. Empty where there is none. */
  readonly resource: string;
  readonly nested: boolean;
  /** What a bare `id` is here. */
  readonly idKind: KindName | null;
  /** What a bare `name` is here: a person's, a facility's, a plan's. */
  readonly nameIs: Verdict | null;
  /** Whose names and addresses stand here, where it is not the subject. */
  readonly role: Role | undefined;
}

const rows: readonly { readonly words: readonly string[]; readonly id: KindName; readonly name?: Verdict; readonly role?: Role }[] = [
  {
    words: [
      "patient",
      "person",
      "subject",
      "member",
      "paciente",
      "persona",
      "demographic",
      "demographics",
      "people",
      "beneficiary",
      "enrollee",
    ],
    id: "patient-id",
    name: "name",
  },
  {
    words: ["encounter", "visit", "admission", "visita", "ingreso", "stay", "appointment", "appt", "cita", "consulta"],
    id: "encounter-id",
  },
  {
    words: ["provider", "practitioner", "practitionerrole", "physician", "doctor", "caregiver", "medico", "staff"],
    id: "provider-id",
    name: "name",
    role: "provider",
  },
  {
    words: ["organization", "organisation", "facility", "hospital", "clinic", "location", "site", "department", "pharmacy"],
    id: "organization-id",
    name: "facility",
    role: "facility",
  },
  // A payer is neither the individual nor an employer: its name is on no list of 164.514(b)(2)(i). Its addresses go as all do.
  { words: ["payer", "insurer", "insurance", "plan", "carrier"], id: "organization-id", name: "clinical", role: "facility" },
];

export function readTable(inputName: string, slots: readonly Slot[], profiles: readonly (Profile | undefined)[]): Table {
  const nested = slots.some(({ path }) => path.includes("[]") || pathKeys(path).length > 2);
  const words = labelWords(inputName.replace(/\.(?:csv|tsv|psv|txt|dat|json|ndjson|jsonl|gz)\b/gi, "")).map(singular);
  const type = slots.findIndex(({ path }) => path === "resourceType");
  const types = type < 0 ? [] : (profiles[type]?.values() ?? []);
  const resource = types.length === 1 ? types[0]!.value.toLowerCase() : "";
  const row =
    rows.find((row) => row.words.includes(resource)) ??
    (resource === "" ? rows.find((row) => words.length > 0 && words.length <= 3 && row.words.includes(words.at(-1)!)) : undefined) ??
    rows.find((row) => resource === "" && words.length > 0 && row.words.includes(words[0]!) && words.length === 1);
  return { resource, nested, idKind: row?.id ?? null, nameIs: row?.name ?? null, role: row?.role };
}

const idOf = new Map(rows.flatMap(({ words, id }) => words.map((word) => [word, id] as const)));
const nameOf = new Map(rows.flatMap(({ words, name }) => (name ? words.map((word) => [word, name] as const) : [])));
/** Keys that hold rows and say nothing of them. */
const containers = new Set(
  "data item result record row resource entry attribute payload document source body value object response list".split(" "),
);

/** What `id` and `name` are below a key: a patient's under `patient`, of no known sort under another, the table's under none. */
export function below(table: Table, parent: string): Pick<Table, "idKind" | "nameIs"> {
  const words = labelWords(parent.replace(/^_/, "")).map(singular);
  const word = words.at(-1) ?? "";
  if (word === "" || (words.length === 1 && containers.has(word))) return table;
  return { idKind: idOf.get(word) ?? "record-id", nameIs: nameOf.get(word) ?? null };
}

function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") && !word.endsWith("ss") && word.length > 3 ? word.slice(0, -1) : word;
}
