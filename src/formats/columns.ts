import { holdsGluedName } from "../identifiers/glued-name.ts";
import { kindsForLabel } from "../identifiers/labels.ts";
import { isLabel } from "./label.ts";
import type { Slot } from "./slot.ts";
import { slotList } from "./slot-list.ts";

/** Longer headers are not spelled in paths. */
const maxHeader = 80;

/**
 * The slots of the columns, and that of the cells of the header row. Paths are distinct: `NAME`, `NAME#2`; `column_3` where the
 * header is empty; `#3` where it is itself a value.
 */
export function columnSlots(
  columns: readonly string[],
  slots: Slot[],
  isValue: (text: string) => boolean,
): { readonly ids: Int32Array; readonly header: number } {
  const idOf = slotList(slots);
  const taken = new Set<string>(["{header}"]);
  const ids = columns.map((column, index) => {
    const words = column.trim();
    const isUnsafe = words !== "" && (words.length > maxHeader || hasControl(words) || (isValue(words) && !isLabel(words)));
    const base = words === "" ? `column_${index + 1}` : isUnsafe ? `#${index + 1}` : words;
    let path = base;
    for (let n = 2; taken.has(path); n++) path = `${base}#${n}`;
    taken.add(path);
    // What stands beside a name in the header still tells what the column holds; only paths are printed.
    return idOf(path, isUnsafe && !(holdsGluedName(words) && kindsForLabel(words).length > 0) ? "" : words, "value");
  });
  return { ids: Int32Array.from(ids), header: idOf("{header}", "", "key") };
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 32) return true;
  return false;
}
