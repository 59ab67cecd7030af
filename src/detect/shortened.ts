import type { Finding } from "./finding.ts";
import { isCapital, type Sentence } from "./people.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/**
 * Organizations that were found whole, again in short: `Golden Oaks` and `Golden` of `Golden Oaks SNF`, `MGH` of `Monument Grove
 * Hospital`, where the short form stands in capitals and is no word of medicine.
 */
export function findShortened(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  const { tokens } = sentence;
  let heads: Map<string, Finding> | undefined;
  let letters: Map<string, Finding> | undefined;
  for (const finding of findings.length > 300 ? findings.slice(0, 300) : findings) {
    if (finding.kind !== "facility" && finding.kind !== "employer") continue;
    const first = tokens.indexAt(finding.start);
    let initials = "";
    let words = 0;
    let generic = 0;
    for (let i = first; i < tokens.count && tokens.start[i]! < finding.end; i++) {
      if (!isCapital(tokens.shape[i])) continue;
      words++;
      if (sentence.word(i).can & general) generic++;
      initials += tokens.lower(i)[0]!;
    }
    if (words >= 3 && generic > 0 && initials.length <= 5) {
      letters ??= new Map();
      letters.set(initials, finding);
    }
    const head = sentence.word(first);
    const isHead =
      words >= 2 &&
      generic > 0 &&
      isCapital(tokens.shape[first]) &&
      tokens.end[first]! - tokens.start[first]! > 3 &&
      !(head.can & ~can.facilityBrand) &&
      !head.clinical &&
      !head.state &&
      !head.country &&
      !head.eponym &&
      head.rank < 9;
    if (!isHead) continue;
    heads ??= new Map();
    heads.set(tokens.lower(first), finding);
  }
  const out: Finding[] = [];
  if (!heads && !letters) return out;
  for (let i = 0; i < tokens.count && out.length < 500; i++) {
    const kind = tokens.shape[i]!;
    const isUpper = kind === shape.upper;
    if (!isUpper && kind !== shape.capitalized) continue;
    const lower = tokens.lower(i);
    const of = heads?.get(lower) ?? (isUpper && !sentence.word(i).clinical ? letters?.get(lower) : undefined);
    if (!of || tokens.at(i - 1) === "-") continue;
    let end = i + 1;
    // As many more words as the whole has.
    const first = tokens.indexAt(of.start);
    while (
      tokens.gap[end] === gap.space &&
      isCapital(tokens.shape[end]) &&
      tokens.start[first + (end - i)]! < of.end &&
      tokens.lower(first + (end - i)) === tokens.lower(end)
    )
      end++;
    out.push({ ...of, start: tokens.start[i]!, end: tokens.end[end - 1]!, strength: "contextual", detector: "known" });
    i = end - 1;
  }
  return out;
}

const general =
  can.facilityEnd | can.strongFacilityEnd | can.facilityMiddle | can.facilityBrand | can.schoolEnd | can.churchEnd | can.companyEnd;
