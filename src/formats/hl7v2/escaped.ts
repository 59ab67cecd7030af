/**
 * A value with the delimiters `|^~\&` as escape sequences, and control characters as `\Xdd\` (HL7 v2.5.1, 2.7), so that it
 * breaks neither a segment nor an MLLP frame. Other characters stay: messages are UTF-8 and say so in MSH-18.
 */
export function escaped(text: string): string {
  return special.test(text) ? text.replace(eachSpecial, (unit) => sequences[unit] ?? hexadecimal(unit)) : text;
}

/** As `escaped`, for formatted text (FT): the end of a line is `\.br\`. */
export function escapedLines(text: string): string {
  return special.test(text)
    ? text.replace(lineEnds, "\n").replace(eachSpecial, (unit) => (unit === "\n" ? "\\.br\\" : (sequences[unit] ?? hexadecimal(unit))))
    : text;
}

const special = /[|^~\\&\0-\x1f\x7f]/;
const eachSpecial = /[|^~\\&\0-\x1f\x7f]/g;
const lineEnds = /\r\n?/g;

const sequences: Readonly<Record<string, string>> = { "|": "\\F\\", "^": "\\S\\", "~": "\\R\\", "\\": "\\E\\", "&": "\\T\\" };

const hexadecimal = (unit: string): string => `\\X${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}\\`;
