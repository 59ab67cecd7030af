import type { Slot } from "./slot.ts";

/** Longer headers are not spelled in paths. */
const maxHeader = 80;

/**
 * Appends a slot a column and, last, one for the cells of the header row; returns the id of that. Paths are distinct:
 * `NAME`, `NAME#2`; `column_3` where the header is empty; `#3` where it is itself a value.
 */
export function columnSlots(columns: readonly string[], slots: Slot[], isValue: (text: string) => boolean): number {
  const taken = new Set<string>(["{header}"]);
  columns.forEach((column, index) => {
    const words = column.trim();
    const isUnsafe = words !== "" && (words.length > maxHeader || hasControl(words) || isValue(words));
    const base = words === "" ? `column_${index + 1}` : isUnsafe ? `#${index + 1}` : words;
    let path = base;
    for (let n = 2; taken.has(path); n++) path = `${base}#${n}`;
    taken.add(path);
    slots.push({ id: slots.length, path, label: isUnsafe ? "" : words, part: "value" });
  });
  const id = slots.length;
  slots.push({ id, path: "{header}", label: "", part: "key" });
  return id;
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 32) return true;
  return false;
}
