import { matchesOf } from "../identifiers/search.ts";
import type { Sites } from "../identifiers/sites.ts";
import type { Detector, Finding } from "./finding.ts";
import type { TokenReading } from "./reading.ts";
import { sitesIn } from "./sites.ts";

/**
 * Names in a text that a scanner read badly: `Re: J ohn Srn1th`, `Dr. Ram0n Ech3varria`. No table holds what stands there,
 * so whatever follows a label or a title is taken, up to a comma, a wide gap or the end of the line.
 */
export function createMisread(): Detector {
  return {
    name: "misread",
    detect: (readings) =>
      readings.map((reading) => findMisread(reading.text, sitesIn(reading), (reading as Partial<TokenReading>).scanned)),
  };
}

/** Digits with a letter for one of them, and a letter torn off its word. */
const noise =
  /\d[OlI]\d|(?<![\w])[OlI]\d{1,3}[-/]|\d[Ol]{2}|(?<= )[a-z]{0,2}[0][a-z]{2,8}(?= )|(?<=[A-Z] )[a-z]{2,6} [A-Z][a-z]{1,9}\d[a-z]/g;
const named =
  /(?:\b(?:Re|RE|(?:Pa ?tient|PATIENT|PATlENT)(?: Name| NAME)?|Pt Name|Pt|Name|Spouse|Ref ?erring|Daughter|Son|Wife|Husband)[:;]? {1,2}|\b(?:Dr|D r|Mr|Mrs|Ms|Miss)[.,]? {1,2})(?<id>[A-Z][A-Za-z0-9]{0,14}(?: {1,2}[A-Za-z0-9]{1,14}){0,3})/g;
const plain =
  /^(?:is|was|has|w|with|and|the|here|wi1l|will|rev|reviewed|admitted|seen|see|for|to|in|on|at|of|FROM|TO|DOB|D0B|S|Sex|Phone|Ph|Fax)$/i;

export function findMisread(text: string, sites?: Sites, scanned = false): Finding[] {
  if (!scanned && !isNoisy(text)) return [];
  const out: Finding[] = [];
  for (const match of matchesOf(text, named, sites)) {
    const id = match.groups!.id!;
    const words = id.split(/( {1,2})/);
    let end = 0;
    for (let i = 0; i < words.length; i += 2) {
      const word = words[i]!;
      if (plain.test(word) || /^\d{1,14}$/.test(word)) break;
      // A small word belongs to it only right behind a letter alone.
      if (/^[a-z]/.test(word) && !(i > 0 && words[i - 2]!.length < 3)) break;
      end = words.slice(0, i + 1).join("").length;
    }
    if (end < 3) continue;
    const start = match.index + match[0].length - id.length;
    out.push({ start, end: start + end, kind: "name", strength: "contextual", detector: "misread" });
  }
  return out;
}

function isNoisy(text: string): boolean {
  if (!/\d[OlI]|[OlI]\d/.test(text)) return false;
  let count = 0;
  for (const _ of text.matchAll(noise)) if (++count > 2) return true;
  return false;
}
