import type { KindName } from "../../identifiers/kinds/index.ts";
import type { GoldSpan } from "../../record/note.ts";

/** A text and where identifiers stand in it. */
export interface Prose {
  readonly text: string;
  readonly spans: readonly GoldSpan[];
}

/** An identifier to be written as it is. */
export function mention(kind: KindName, text: string, role: GoldSpan["role"] = "subject"): Prose {
  return { text, spans: [{ start: 0, end: text.length, kind, role }] };
}

/** Joins literal text and parts, so that each span is where its identifier came to stand. */
export function prose(strings: TemplateStringsArray, ...parts: readonly (string | number | Prose)[]): Prose {
  let text = strings[0]!;
  const spans: GoldSpan[] = [];
  parts.forEach((part, i) => {
    if (typeof part === "object") {
      for (const { start, end, kind, role } of part.spans) spans.push({ start: start + text.length, end: end + text.length, kind, role });
      text += part.text;
    } else text += String(part);
    text += strings[i + 1]!;
  });
  return { text, spans };
}

export function joined(parts: readonly (string | Prose)[], separator: string): Prose {
  return parts.reduce<Prose>((whole, part, i) => (i === 0 ? prose`${part}` : prose`${whole}${separator}${part}`), { text: "", spans: [] });
}
