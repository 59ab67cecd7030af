import { kinds } from "../identifiers/kinds/index.ts";
import type { Sites } from "../identifiers/sites.ts";
import type { Detector, Finding } from "./finding.ts";
import { sitesIn } from "./sites.ts";

/** Whatever a kind recognizes by its own form and nearest words. */
export function createPatterns(): Detector {
  return {
    name: "patterns",
    detect: (readings) => readings.map((reading) => findPatterns(sitesIn(reading))),
  };
}

export function findPatterns(sites: Sites): Finding[] {
  const { text } = sites;
  const out: Finding[] = [];
  if (text.length < 2) return out;
  for (const kind of kinds) {
    for (const { start, end, strength } of kind.find(text, sites)) {
      if (end > start) out.push({ start, end, kind: kind.name, strength, detector: "patterns" });
    }
  }
  return out;
}
