import { kinds } from "../identifiers/kinds/index.ts";
import type { Detector, Finding } from "./finding.ts";

/** Whatever a kind recognizes by its own form and nearest words. */
export function createPatterns(): Detector {
  return {
    name: "patterns",
    detect: (readings) => readings.map((reading) => findPatterns(reading.text)),
  };
}

export function findPatterns(text: string): Finding[] {
  const out: Finding[] = [];
  if (text.length < 2) return out;
  for (const kind of kinds) {
    for (const { start, end, strength } of kind.find(text)) {
      if (end > start) out.push({ start, end, kind: kind.name, strength, detector: "patterns" });
    }
  }
  return out;
}
