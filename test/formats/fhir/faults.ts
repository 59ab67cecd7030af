import { SaxesParser } from "saxes";

/** A resource as JSON.parse gives it. */
export type Json = { readonly [member: string]: unknown };

export interface FaultOptions {
  /** Says whether a unit is UCUM; without it only those in `units` are. */
  readonly isUnit?: (code: string) => boolean;
}

/**
 * What is wrong with the resources of one bundle or export beyond what schemas see: `Patient.birthDate: no such day`.
 * Dates that no calendar has, ends before beginnings, two values for one choice, emptiness, references that are malformed,
 * lead nowhere or to the wrong type, units, LOINC's check digits, narrative that is no XHTML, base64, tags that are missing.
 */
export function faultsOf(resources: readonly Json[], { isUnit = (code) => units.has(code) }: FaultOptions = {}): string[] {
  const faults: string[] = [];
  const byId = new Map<string, string>();
  for (const { resourceType, id } of resources) {
    if (byId.has(String(id))) faults.push(`${resourceType}.id: twice`);
    byId.set(String(id), String(resourceType));
  }
  for (const resource of resources) {
    const type = String(resource.resourceType);
    const tags = ((resource.meta as Json | undefined)?.tag ?? []) as readonly Json[];
    if (!tags.some(({ code }) => code === "HTEST") || !tags.some(({ code }) => /^[a-z0-9-]+@[0-9a-f]{16}\/\S*$/.test(String(code))))
      faults.push(`${type}.meta.tag: does not say that it is synthetic, and of which population`);
    for (const fault of faultsOfObject(resource)) faults.push(`${type}: ${fault}`);
    visit(resource, type, (path, value, key, parent) => {
      for (const fault of faultsAt(value, key, parent)) faults.push(`${path}: ${fault}`);
      if (key === "reference") faults.push(...faultsOfReference(String(value), path, byId));
    });
  }
  return faults;

  function* faultsAt(value: unknown, key: string, parent: Json): Generator<string> {
    if (value === null || value === "" || (typeof value === "object" && Object.keys(value as object).length === 0)) yield "empty";
    if (typeof value === "string") {
      if (value !== value.trim()) yield "spaces at an end";
      if (dateMembers.test(key)) yield* faultsOfDate(value);
      if (key === "code" && parent.system === "http://unitsofmeasure.org" && !isUnit(value)) yield "no UCUM unit";
      if (key === "code" && parent.system === "http://loinc.org" && /^\d/.test(value) && !hasLoincDigit(value)) yield "no LOINC code";
      if (key === "code" && shapes[String(parent.system)]?.test(value) === false) yield "no code of its system";
      if (key === "data" && !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)) yield "no base64";
      if (key === "div" && !isNarrative(value)) yield "no XHTML";
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value)) yield* faultsOfObject(value as Json);
  }
}

/** Every member of a resource, list items too, with its path without positions. */
function visit(value: unknown, path: string, take: (path: string, value: unknown, key: string, parent: Json) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item !== "object" || item === null) take(path, item, path.slice(path.lastIndexOf(".") + 1), {});
      else {
        take(path, item, "", {});
        visit(item, path, take);
      }
    }
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    take(`${path}.${key}`, below, key, value as Json);
    visit(below, `${path}.${key}`, take);
  }
}

/** Elements of the types date, dateTime and instant among those that are written. */
const dateMembers =
  /^(?:birthDate|start|end|recorded|issued|created|date|creation|started|authoredOn|whenHandedOver|expirationDate|recordedDate|\w+DateTime|valueDate)$/;

function* faultsOfDate(text: string): Generator<string> {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  if (!parts) {
    yield "no date";
    return;
  }
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  const there = new Date(Date.UTC(year!, month! - 1, day!));
  if (there.getUTCMonth() !== month! - 1 || there.getUTCDate() !== day) yield "no such day";
  if (parts[4] === undefined) return;
  if (hour! > 23 || minute! > 59 || second! > 59) yield "no such time";
  if (parts[7] === undefined) yield "a time without offset";
}

const choices =
  /^(value|onset|abatement|effective|performed|occurrence|medication|deceased|multipleBirth|timing|reported|doseNumber|age|born)[A-Z]/;
/** Elements that begin like a choice and are none. */
const noChoices = new Set(["valueSet"]);

function* faultsOfObject(value: Json): Generator<string> {
  const seen = new Set<string>();
  for (const key of Object.keys(value)) {
    const choice = noChoices.has(key) ? undefined : choices.exec(key)?.[1];
    if (choice === undefined) continue;
    if (seen.has(choice)) yield `two of ${choice}[x]`;
    seen.add(choice);
  }
  for (const [from, to] of [
    ["start", "end"],
    ["onsetDateTime", "abatementDateTime"],
    ["birthDate", "deceasedDateTime"],
  ] as const) {
    const [begins, ends] = [value[from], value[to]];
    if (typeof begins === "string" && typeof ends === "string" && Date.parse(begins) > Date.parse(ends)) yield `${to} before ${from}`;
  }
}

function* faultsOfReference(reference: string, path: string, byId: ReadonlyMap<string, string>): Generator<string> {
  const parts = /^(?:urn:uuid:|([A-Z][A-Za-z]+)\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(reference);
  if (!parts) {
    yield `${path}: no reference`;
    return;
  }
  const type = byId.get(parts[2]!);
  if (type === undefined || (parts[1] !== undefined && parts[1] !== type)) {
    yield `${path}: leads nowhere`;
    return;
  }
  const wanted = targets[path.split(".").at(-2)!];
  if (wanted !== undefined && !wanted.includes(type)) yield `${path}: leads to a ${type}`;
}

const targets: Readonly<Record<string, readonly string[]>> = {
  subject: ["Patient"],
  patient: ["Patient"],
  beneficiary: ["Patient"],
  encounter: ["Encounter"],
  context: ["Encounter"],
  requester: ["Practitioner"],
  recorder: ["Practitioner"],
  individual: ["Practitioner"],
  practitioner: ["Practitioner"],
  organization: ["Organization"],
  serviceProvider: ["Organization"],
  managingOrganization: ["Organization"],
  payor: ["Organization"],
  basedOn: ["ServiceRequest"],
  result: ["Observation"],
  imagingStudy: ["ImagingStudy"],
  authorizingPrescription: ["MedicationRequest"],
  coverage: ["Coverage"],
  subscriber: ["RelatedPerson"],
  claim: ["Claim"],
  device: ["Device"],
  appointment: ["Appointment"],
};

/** Every unit that a record of ours may be in. */
const units = new Set(
  (
    "% /min cm kg kg/m2 mm[Hg] Cel [degF] mg/dL mmol/L meq/L g/dL g/L ug/dL ng/mL ng/dL ng/L pg/mL ug/mL ug/g mg/g mg/L m[IU]/L u[IU]/mL U/L " +
    "10*3/uL 10*6/uL 10*9/L fL pg s d a h min 1 {score} {ratio} {INR} mL/min/{1.73_m2} {packs}/d {pack-years} {drinks}/wk {drinks}/d wk mL L/min mm/h [pH] /uL g mg ug [iU]"
  ).split(" "),
);

const shapes: Readonly<Record<string, RegExp>> = {
  "http://hl7.org/fhir/sid/icd-10-cm": /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/,
  "http://www.cms.gov/Medicare/Coding/ICD10": /^[0-9A-HJ-NP-Z]{7}$/,
  "http://www.nlm.nih.gov/research/umls/rxnorm": /^\d{1,8}$/,
  "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets": /^[A-V]\d{4}$/,
  "http://hl7.org/fhir/sid/cvx": /^\d{2,3}$/,
};

/** LOINC's check digit: ISO/IEC 7812-1's, over the digits before the hyphen (LOINC Users' Guide, appendix B). */
function hasLoincDigit(code: string): boolean {
  const parts = /^(\d{1,7})-(\d)$/.exec(code);
  if (!parts) return false;
  let sum = 0;
  [...parts[1]!].reverse().forEach((digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return (10 - (sum % 10)) % 10 === Number(parts[2]);
}

function isNarrative(text: string): boolean {
  let isGood = text.startsWith("<div");
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    isGood = false;
  });
  parser.on("opentag", ({ name, uri }) => {
    if (uri !== "http://www.w3.org/1999/xhtml" || /^(?:script|form|iframe|object|head|body|base|link)$/.test(name)) isGood = false;
  });
  parser.write(text).close();
  return isGood;
}
