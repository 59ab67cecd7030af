/**
 * The parts on lines of at most `width` columns, joined by commas, or by semicolons where a part has a comma of its own.
 * A part that is longer than a line is broken between words.
 */
export function wrappedList(parts: readonly string[], width: number): string[] {
  const mark = parts.some((part) => part.includes(",")) ? ";" : ",";
  const pieces = parts.flatMap((part, i) => {
    const whole = i < parts.length - 1 ? part + mark : part;
    return whole.length > width || whole.includes("\n") ? whole.split(/\s/).filter(Boolean) : [whole];
  });
  return filled(pieces, width);
}

/** A text on lines of at most `width` columns; only a word that is longer stands over. */
export const wrapped = (text: string, width: number): string[] => filled(text.split(/\s/).filter(Boolean), width);

function filled(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && line.length + 1 + piece.length > width) {
      lines.push(line);
      line = piece;
    } else line = line === "" ? piece : `${line} ${piece}`;
  }
  if (line !== "") lines.push(line);
  return lines;
}
