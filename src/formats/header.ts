import { isLabel } from "./label.ts";

/**
 * Whether the first row names the columns. A row that holds values (`isValue`), that repeats the shape of the rows below or
 * whose cells come again below it is data. Alone in its file, a row of distinct words is a header.
 */
export function looksLikeHeader(
  first: readonly string[],
  below: readonly (readonly string[])[],
  isValue: (text: string) => boolean,
): boolean {
  const cells = first.map((cell) => cell.trim());
  const rows = below.filter((row) => row.length === first.length);
  let forHeader = 0;
  let forData = 0;
  cells.forEach((cell, column) => {
    if (cell === "") return;
    const named = isLabel(cell);
    if (named) forHeader += 2;
    else if (isValue(cell)) forData += 2;
    const shape = shapeOf(cell);
    let filled = 0;
    let other = 0;
    let again = 0;
    let years = 0;
    for (const row of rows) {
      const value = row[column]!.trim();
      if (value === "") continue;
      filled++;
      if (shapeOf(value) !== shape) other++;
      if (value === cell) again++;
      if (/^(?:19|20)\d\d$/.test(value)) years++;
    }
    // A column named after a year does not hold years.
    const isYear = /^(?:19|20)\d\d$/.test(cell) && years * 2 < filled;
    // `Q12`, `V104`: letters with a number, over values of another sort.
    const isNumbered = /^[A-Za-z]{1,12}[_ -]?\d{1,4}$/.test(cell) && filled > 0 && other > filled * 0.6;
    if (shape !== "word" && !isYear && !isNumbered) forData += 1;
    else if (shape === "word" && other > filled * 0.6) forHeader += 1;
    if (/^[A-Za-z][A-Za-z0-9]{0,30}_[A-Za-z0-9_]{1,40}$/.test(cell)) forHeader += 1;
    if (again > 0) forData += 1;
  });
  if (forHeader !== forData) return forHeader > forData;
  return (
    cells.every((cell) => shapeOf(cell) === "word" || (rows.length > 0 && /^(?:19|20)\d\d$/.test(cell))) &&
    new Set(cells).size === cells.length
  );
}

type Shape = "empty" | "number" | "digits" | "word";

function shapeOf(text: string): Shape {
  if (text === "") return "empty";
  if (/^[-+]?[\d.,]{1,40}$/.test(text)) return "number";
  let digits = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 48 && unit <= 57) digits++;
    else if ((unit | 32) >= 97 && (unit | 32) <= 122) letters++;
    else if (unit > 127) letters++;
  }
  if (digits > letters || (digits > 0 && /^\d/.test(text))) return "digits";
  return "word";
}
