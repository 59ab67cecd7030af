import { DeidError } from "../../errors.ts";

const maxUnits = 1 << 28;

/** The lines of a text in chunks, without their ends (LF or CRLF). Throws `too-large` past 256 Mi characters. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held: string[] = [];
  let heldUnits = 0;
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (;;) {
      const end = chunk.indexOf("\n", from);
      if (end < 0) break;
      const last = chunk.slice(from, end);
      const text = held.length === 0 ? last : held.join("") + last;
      held = [];
      heldUnits = 0;
      yield text.endsWith("\r") ? text.slice(0, -1) : text;
      line++;
      from = end + 1;
    }
    if (from === chunk.length) continue;
    held.push(chunk.slice(from));
    heldUnits += chunk.length - from;
    if (heldUnits > maxUnits) throw new DeidError("too-large", `a line is longer than ${maxUnits} characters`, { line });
  }
  if (held.length > 0) yield held.join("");
}

/** All of a text in chunks. Throws `too-large` past 256 Mi characters. */
export async function wholeText(chunks: AsyncIterable<string>): Promise<string> {
  const held: string[] = [];
  let units = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    units += chunk.length;
    if (units > maxUnits) throw new DeidError("too-large", `a note is longer than ${maxUnits} characters`);
  }
  return held.join("");
}
