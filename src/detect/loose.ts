import type { Detector, Finding } from "./finding.ts";
import { tokensOf } from "./reading.ts";
import { gap, shape, type Tokens } from "./tokens.ts";

/** Long mixtures of letters and digits that are no code, dose or gene: `GRM-998877`, `hvoss_0412.wav`. */
export function createLoose(): Detector {
  return {
    name: "loose",
    detect: (readings) => readings.map((reading) => findLoose(tokensOf(reading))),
  };
}

export function findLoose(tokens: Tokens): Finding[] {
  const out: Finding[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.shape[i] !== shape.number) continue;
    let first = i;
    while (first > 0 && tokens.gap[first] === gap.none && joins(tokens, first - 1)) first--;
    let end = i + 1;
    while (end < tokens.count && tokens.gap[end] === gap.none && joins(tokens, end)) end++;
    while (end > i && tokens.shape[end - 1] === shape.mark) end--;
    while (first < i && tokens.shape[first] === shape.mark) first++;
    const start = tokens.start[first]!;
    const stop = tokens.end[end - 1]!;
    i = end - 1;
    if (stop - start < 6 || stop - start > 40) continue;
    const text = tokens.text.slice(start, stop);
    const kind = recording.test(text) ? "record-id" : isLooseId(text) ? "unique-id" : undefined;
    if (kind) out.push({ start, end: stop, kind, strength: "shaped", detector: "loose" });
  }
  return out;
}

function joins(tokens: Tokens, index: number): boolean {
  return tokens.shape[index] !== shape.mark || /^[-_.]$/.test(tokens.at(index));
}

/** A file of a voice, a scan or a photograph. */
const recording = /^[\w.-]{1,36}\.(?:wav|mp3|m4a|dss|ds2|mp4|jpe?g|png|tiff?|heic|dcm)$/i;

/** Letters and at least five digits; at least six where the letters stand behind. */
function isLooseId(text: string): boolean {
  if (text.includes(".") || !/[A-Z]/.test(text)) return false;
  const digits = text.replace(/\D/g, "").length;
  if (digits < 5) return false;
  // Genes, transcripts, trial registries, catalogue numbers of drugs and lots of known coding systems.
  if (
    /^(?:NCT|NM_|NP_|NC_|NR_|NG_|LRG|ENS|RS|COVID|SARS|CHR|PMID|PMC|DOI|EUDRACT|ISRCTN|ICD|CPT|HCPCS|LOINC|SNOMED|ORPHA|OMIM|MIM|ATC|CD|HLA|MS-DRG|GLP)/i.test(
      text,
    )
  )
    return false;
  return (
    /^[A-Za-z]{1,5}[-_]?\d{5,14}[A-Za-z]{0,2}$/.test(text) ||
    /^(?:[A-Za-z]{1,5}|\d{2,8})(?:[-_](?:[A-Za-z]{1,4}|\d{2,10})){1,4}$/.test(text) ||
    /^\d{6,12}[A-Za-z]$/.test(text)
  );
}
