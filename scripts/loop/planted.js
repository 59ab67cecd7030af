import { layoutByName } from "../../dist/layouts/index.js";
import { isDate } from "./standards.js";
import { wordsOf } from "./words.js";

const { tables } = layoutByName("scrubjay");

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:-\d+)?$/i;

/**
 * Every identifier of a record or of what records share, `{kind, value}`, and the texts that are no identifiers. Without
 * UUIDs, of which there are very many: none may stand in an output, whosever it is.
 */
export function plantedIn(rowsOf) {
  const planted = new Map();
  const clinical = new Set();
  const add = (kind, value) => planted.set(`${kind}\0${value}`, { kind, value });
  for (const table of tables) {
    for (const row of rowsOf(table)) {
      for (const [i, column] of table.columns.entries()) {
        const value = row[i];
        if (value === null || value === "" || column.holds === "prose") continue;
        const text = String(value);
        if (column.holds === "clinical") clinical.add(text);
        else if (!uuid.test(text)) add(column.holds, text);
        // FHIR splits what a column holds in one; degrees in capitals are no names.
        const parts = column.holds === "name" ? text.split(/[\s,]+/) : [];
        for (const part of parts) if (part.length > 2 && !/^[A-Z-]+$/.test(part)) add("name", part);
      }
      const [given, family] = ["given-name", "family-name"].map((kind) => row[table.columns.findIndex(({ holds }) => holds === kind)]);
      if (given && family) for (const name of [`${given} ${family}`, `${family}, ${given}`]) add("name", name);
    }
  }
  return { planted: [...planted.values()], clinical };
}

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** The ways in which a value may be written, each a list of words: whatever stands between them. */
export function formsOf(kind, value) {
  if (isDate(kind) && /^\d{4}-\d\d-\d\d/.test(value)) return dateForms(value.slice(0, 10).split("-"));
  const words = wordsOf(value);
  const digits = words.join("");
  // A telephone number, an SSN or an id without its punctuation.
  return words.length > 1 && /\d/.test(digits) ? [words, wordsOf(digits)] : [words];
}

function dateForms([year, month, day]) {
  const [m, d] = [String(Number(month)), String(Number(day))];
  const short = year.slice(2);
  const name = months[m - 1];
  const forms = [[year, month, day], [year + month + day], [month + day + year]];
  for (const y of [year, short]) {
    for (const [a, b] of [
      [m, d],
      [month, day],
      [m, day],
      [month, d],
    ])
      forms.push([a, b, y]);
    for (const word of [name, name.slice(0, 3)]) for (const b of [d, day]) forms.push([word, b, y], [b, word, y]);
  }
  return forms;
}

/** Whether a phrase is long enough to be nobody else's: it is looked for in all that comes out. */
export function isDistinct(words) {
  const joined = words.join("");
  return joined.replace(/\D/g, "").length >= 6 || (words.length > 1 && joined.length >= 8);
}

/** Whether a value says enough to be looked for within a longer value. */
export const isPhrase = (words) => words.length > 1 || /\d{5}/.test(words.join(""));
