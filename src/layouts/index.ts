import type { Layout } from "./layout.ts";
import { scrubjayLayout } from "./scrubjay.ts";
import { syntheaLayout } from "./synthea.ts";

/** Every layout that tables can be written in. */
export const layouts = [scrubjayLayout, syntheaLayout] as const;

export type LayoutName = (typeof layouts)[number]["name"];

export function layoutByName(name: LayoutName): Layout {
  const layout = layouts.find((each) => each.name === name);
  if (!layout) throw new Error("unreachable: a layout that is not in the catalogue");
  return layout;
}
