import { isDate, mayStay, movesDates } from "./standards.js";
import { wordsOf } from "./words.js";

/** Tags, codes and `90+` stand where something was removed: none of their words came from the note. */
const replaced = /\b90\+|\[[A-Z][A-Z -]{1,40}(?:-\d{1,4})?\]|[a-z]{2,12}_[0-9a-z]{20}/g;

/** Times of day and weekdays go with their date: they are no medicine. */
const times =
  /\b(?:\d{1,2}:\d\d(?::\d\d)?|(?:[01]\d|2[0-3])[0-5]\d(?!\d|[/.-]))\s?(?:[ap]\.?m\b|hrs?\b)?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/gi;

/**
 * What is left of a note's identifiers. A word of an identifier survives where it stands more often in the output than it
 * stood outside identifiers before: `leaked` spans are left whole, `partial` ones in part.
 */
export function compareNotes(policy, { text, spans }, output) {
  const gone = spans.filter(({ kind, start, end }) => !mayStay(policy, kind, text.slice(start, end)));
  // Headings in brackets look like tags, and are left aside on both sides.
  const outside = countOf(wordsOf(withoutSpans(text, gone).replace(replaced, " ")));
  const clinical = countOf(wordsOf(withoutSpans(text, spans).replace(replaced, " ").replace(times, " ")));
  const left = countOf(wordsOf(output.replace(replaced, " ")));
  let kept = 0;
  let words = 0;
  for (const [word, count] of clinical) {
    words += count;
    kept += Math.min(count, left.get(word) ?? 0);
  }
  const excess = new Map([...left].map(([word, count]) => [word, count - (outside.get(word) ?? 0)]));
  const joined = ` ${wordsOf(output).join(" ")} `;
  const survivors = gone.map(({ kind, start, end }) => {
    const value = text.slice(start, end);
    // The words of a date that was moved come again in others: it is there where they stand in their order. Ages do not move.
    if (isDate(kind) && kind !== "age" && movesDates(policy))
      return { kind, outcome: joined.includes(` ${wordsOf(value).join(" ")} `) ? "whole" : "gone" };
    const own = lethalWords(policy, kind, value);
    const found = own.filter((word) => (excess.get(word) ?? 0) > 0);
    for (const word of found) excess.set(word, excess.get(word) - 1);
    const isWhole = found.length === own.length && own.length > 0;
    return { kind, outcome: isWhole ? "whole" : found.length > 0 ? "partial" : "gone" };
  });
  return { survivors, words, kept };
}

/** A date may leave its year; where dates are moved, days and months of others stand in the output. */
function lethalWords(policy, kind, value) {
  const words = wordsOf(value);
  if (movesDates(policy) && kind !== "age") return words.filter((word) => !/^\d{1,2}$/.test(word));
  return isDate(kind) ? words.filter((word) => !/^(?:19|20)\d\d$/.test(word)) : words;
}

function withoutSpans(text, spans) {
  let from = 0;
  let rest = "";
  for (const { start, end } of spans) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return rest + text.slice(from);
}

function countOf(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
