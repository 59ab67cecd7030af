import type { Stream } from "../../random/stream.ts";

/** A text with one of the variants at each `{a|b|}`; none within another. An empty one leaves out the space before it. */
export function varied(text: string, stream: Stream): string {
  let open = text.indexOf("{");
  if (open < 0) return text;
  let whole = "";
  let from = 0;
  while (open >= 0) {
    const close = text.indexOf("}", open);
    if (close < 0) throw new Error("unreachable: variants without an end");
    const drawn = stream.pick(text.slice(open + 1, close).split("|"));
    const before = text.slice(from, open);
    whole += drawn === "" && before.endsWith(" ") ? before.slice(0, -1) : before + drawn;
    from = close + 1;
    open = text.indexOf("{", from);
  }
  return whole + text.slice(from);
}
