/**
 * One segment with its fields by their numbers in the standard, ended by a carriage return. Fields are already escaped;
 * an empty or absent one is left out.
 */
export function segment(name: string, fields: Readonly<Record<number, string | undefined>>): string {
  let text = name;
  let last = 0;
  // Whole-number keys come in ascending order (ECMA-262, OrdinaryOwnPropertyKeys).
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined || value === "") continue;
    const position = Number(key);
    for (; last < position; last++) text += "|";
    text += value;
  }
  return `${text}\r`;
}

/** Parts of a field, already escaped, without the separators behind the last that is there. */
export function components(parts: readonly (string | undefined)[], separator: "^" | "&" = "^"): string {
  let length = parts.length;
  while (length > 0 && !parts[length - 1]) length--;
  let text = "";
  for (let i = 0; i < length; i++) text += i === 0 ? (parts[0] ?? "") : separator + (parts[i] ?? "");
  return text;
}
