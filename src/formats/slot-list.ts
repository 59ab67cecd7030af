import type { Slot, Verdict } from "./slot.ts";

/** Gives the id of a slot by path and part; makes one where there is none, so that a list can serve several decodings. */
export function slotList(slots: Slot[]): (path: string, label: string, part: Slot["part"], declared?: Verdict) => number {
  const ids = new Map(slots.map(({ id, path, part }) => [`${part} ${path}`, id]));
  return (path, label, part, declared) => {
    const name = `${part} ${path}`;
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = slots.length;
    slots.push({ id, path, label, part, ...(declared && { declared }) });
    ids.set(name, id);
    return id;
  };
}
