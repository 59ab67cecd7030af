import { type Sites, sitesOf } from "../identifiers/sites.ts";
import type { Reading } from "./finding.ts";

const known = new WeakMap<Reading, Sites>();

/** Where patterns may begin in a reading: read once, shared by all detectors that run over it. */
export function sitesIn(reading: Reading): Sites {
  let sites = known.get(reading);
  if (!sites) {
    sites = sitesOf(reading.text);
    known.set(reading, sites);
  }
  return sites;
}
