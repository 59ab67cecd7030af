import type { Detector, Finding } from "./finding.ts";
import { givenness, surnameness } from "./people.ts";
import { tokensOf } from "./reading.ts";
import { gap, shape, type Tokens } from "./tokens.ts";
import type { Words } from "./words.ts";

/** Long mixtures of letters and digits that are no code, dose or gene (`GRM-998877`), recordings, and names of accounts (`dana.moss82`). */
export function createLoose(words: Words): Detector {
  return {
    name: "loose",
    detect: (readings) => readings.map((reading) => findLoose(tokensOf(reading), words)),
  };
}

export function findLoose(tokens: Tokens, words: Words): Finding[] {
  const out: Finding[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.shape[i] !== shape.number) continue;
    let first = i;
    while (first > 0 && tokens.gap[first] === gap.none && joins(tokens, first - 1)) first--;
    let end = i + 1;
    while (end < tokens.count && tokens.gap[end] === gap.none && joins(tokens, end)) end++;
    while (end > i && tokens.shape[end - 1] === shape.mark) end--;
    while (first < i && tokens.shape[first] === shape.mark) first++;
    let start = tokens.start[first]!;
    const stop = tokens.end[end - 1]!;
    i = end - 1;
    if (stop - start < 5 || stop - start > 40) continue;
    const text = tokens.text.slice(start, stop);
    let kind: Finding["kind"] | undefined;
    if (recording.test(text)) kind = "record-id";
    else if (isLooseId(text) && !published.has(tokens.lower(first - 1))) kind = "unique-id";
    else if (isHandle(text, tokens.lower(first - 1), words)) kind = "user-name";
    else if (isSiteNumber(tokens, first, text, words)) {
      kind = "unique-id";
      start = tokens.start[first - 2]!;
    }
    if (kind) out.push({ start, end: stop, kind, strength: "shaped", detector: "loose" });
  }
  return out;
}

function joins(tokens: Tokens, index: number): boolean {
  return tokens.shape[index] !== shape.mark || "-_.".includes(tokens.at(index));
}

/** A file of a voice, a scan or a photograph. */
const recording = /^[\w.-]{1,36}\.(?:wav|mp3|m4a|dss|ds2|mp4|jpe?g|png|tiff?|heic|dcm)$/i;

// Genes, transcripts, trial registries, catalogues and coding systems.
const code =
  /^(?:NCT|NM_|NP_|NC_|NR_|NG_|LRG|ENS|RS|COVID|SARS|CHR|PMID|PMC|DOI|EUDRACT|ISRCTN|ICD|CPT|HCPCS|LOINC|SNOMED|ORPHA|OMIM|MIM|ATC|CD\d|HLA|MS-DRG|GLP|A?NDA\d|BLA\d|PMA\d)/i;

/** What has numbers that everybody shares. */
const published = new Set(
  "mcg interqual guideline guidelines lcd ncd protocol form model snomed section criteria cpt hcpcs ndc icd article".split(" "),
);

/** Letters and at least five digits, or four where the rest is plainly no word, dose or name of a drug under trial. */
function isLooseId(text: string): boolean {
  if (text.length < 6 || text.includes(".") || code.test(text)) return false;
  const digits = text.replace(/\D/g, "").length;
  if (digits < 4 || !/[A-Za-z]/.test(text)) return false;
  // DOB01021950: the label of a date is no part of it.
  if (/^(?:DOB|DOS|DOD|DOA|DOE|SSN|MRN|TEL|FAX|ACCT)\d/.test(text)) return false;
  // CPT with a modifier, an implant's number in its maker's catalogue.
  if (/^\d{5}-(?:[A-Z]{2}|[A-Z]\d)$|^\d{4}-[A-Z]-\d{3}$/.test(text)) return false;
  // 5W-0512-A: a ward, a room and a bed.
  if (/^\d{1,2}[A-Z]{1,2}-\d{3,4}(?:-[A-Z\d]{1,2})?$/.test(text)) return false;
  // In small letters only with marks: `lc-77102948`, `s-24-11880`.
  if (!/[A-Z]/.test(text)) return digits > 4 && /^[a-z]{1,5}\d{0,3}-(?:\d{2}-)?\d{3,10}$/.test(text);
  if (digits === 4)
    return (
      /^[A-Z]{1,4}-(?!19|20)\d{4}(?:-[A-Z\d]{1,2})?$/.test(text) &&
      !/^(?:MRN|SSN|ID|MK|BMS|LY|GSK|ABT|JNJ|PF|RG|TAK|SAR|AMG|CEP|RO|SB|BAY|BI|PD|CP|NSC|ISO|IEC|RFC|CA|SCH|ICI|UK)-/.test(text)
    );
  return (
    /^[A-Za-z]{1,5}[-_]?\d{5,14}[A-Za-z]{0,2}$/.test(text) ||
    /^(?:[A-Za-z]{1,5}|\d{2,8})(?:[-_](?:[A-Za-z]{1,4}|\d{2,10})){1,4}$/.test(text) ||
    /^\d{2}-[A-Z]{2,3}-\d{2,7}$/.test(text) ||
    // GM24-CT-77319, 24W-153-0442, 23CY-PR00184, 7F-220914
    /^(?:[A-Z]{1,4}\d{1,4}|\d{1,4}[A-Z]{1,3})(?:-[A-Z]{0,3}\d{0,8}){0,2}-[A-Z]{0,3}(?!(?:19|20)\d\d$)\d{0,8}$/.test(text) ||
    /^\d{6,12}[A-Z]$/.test(text)
  );
}

/** `dana.moss82`, `smith_john4`; `jmoss22` behind a word for an account. */
function isHandle(text: string, before: string, words: Words): boolean {
  const two = /^([a-z]{3,20})[._]([a-z]{3,20})\d{0,4}$/i.exec(text);
  if (two) {
    const [one, other] = [words.of(two[1]!.toLowerCase()), words.of(two[2]!.toLowerCase())];
    return (givenness(one) >= 4 && surnameness(other) >= 2) || (surnameness(one) >= 4 && givenness(other) >= 4);
  }
  return /^(?:user|username|login|handle|userid|logon)$/.test(before) && /^[a-z]{3,20}\d{1,5}$/i.test(text);
}

/** `UH:778123`: the short name of a site, and a number of its own. */
function isSiteNumber(tokens: Tokens, first: number, text: string, words: Words): boolean {
  if (!/^\d{5,10}$/.test(text) || tokens.at(first - 1) !== ":" || tokens.gap[first] !== gap.none || tokens.gap[first - 1] !== gap.none)
    return false;
  const site = tokens.lower(first - 2);
  return tokens.shape[first - 2] === shape.upper && site.length <= 4 && !words.of(site).clinical && !code.test(site);
}
