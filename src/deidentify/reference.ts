/**
 * Edits only the identifier of a reference and keeps what says of what sort it is: `Patient/123` and `urn:uuid:…` keep
 * their prefix, `https://host/fhir/Patient/123/_history/2` becomes `Patient/…` (the host names a facility), and
 * `Practitioner?identifier=system|123` keeps all up to the bar. FHIR R4, 2.3.0.1 (literal references) and 3.1.0.5.3.
 */
export function editReference(value: string, edit: (id: string) => string | null): string | null {
  const { prefix, id } = splitReference(value);
  if (id === "") return value;
  const next = edit(id);
  return next === null ? null : prefix + next;
}

/** The part to keep and the identifier itself. */
function splitReference(value: string): { readonly prefix: string; readonly id: string } {
  const urn = /^urn:(?:uuid|oid):/i.exec(value);
  if (urn) return { prefix: urn[0], id: value.slice(urn[0].length) };
  // Inside the resource: `#med0319`, a name that the document itself gives.
  if (value.startsWith("#")) return { prefix: value, id: "" };
  const bar = value.indexOf("|");
  if (bar >= 0) return { prefix: value.slice(0, bar + 1), id: value.slice(bar + 1) };
  const unversioned = value.replace(/\/_history\/[A-Za-z0-9.-]{1,64}$/, "");
  const typed = /(?:^|\/)([A-Z][A-Za-z]{2,40})\/([^/]{1,200})$/.exec(unversioned);
  return typed ? { prefix: `${typed[1]}/`, id: typed[2]! } : { prefix: "", id: value };
}
