import { holdsGluedName } from "../identifiers/glued-name.ts";
import { kindsForLabel } from "../identifiers/labels.ts";

/** Whether all of a header or key is the name of a kind (`LON`, `Home phone`): then it is no value, whatever it looks like. */
export function isLabel(text: string): boolean {
  return text.length <= 60 && !/\d\d/.test(text) && kindsForLabel(text).some(({ exact }) => exact) && !holdsGluedName(text);
}
