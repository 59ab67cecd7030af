import type { Finding } from "./finding.ts";
import type { Sentence } from "./people.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/** A health plan by its bare name, which half a country shares. */
export const payer =
  /^(?:Aetna|Cigna|Humana|Anthem|UnitedHealthcare|United ?Healthcare|UHC|Tricare|TRICARE|Centene|Molina|Blue ?(?:Cross|Shield)|BCBS|Medicare|Medicaid|Medi-?Cal)(?: (?:and|Blue|Cross|Shield|PPO|HMO|POS|EPO|Advantage|Medicare|Medicaid|Commercial|Plan|Part|[A-D]|Gold|Silver|Bronze|Prime|Select)){0,4}$/;

/** `19 Fr Blake`: behind the size of a drain. */
export function isSize({ tokens }: Sentence, first: number): boolean {
  return tokens.lower(first - 1) === "fr" && tokens.shape[first - 2] === shape.number;
}

const codeSystem =
  /(?:\b(?:NDC|GTIN|UDI-?DI|RxNorm|RxCUI|OMIM|MIM|SNOMED(?:[- ]CT)?|LOINC|CPT|HCPCS|ICD(?:-?(?:9|10|11))?(?:-?CM|-?PCS)?|ATC|CVX|DRG|PMID|ISO|DSM|RRID|EC|CAS|UNII|revenue code|modifier)(?: ?(?:code|no\.?|number))?[ :#]{0,3})$/i;

const versionWord = /\b(?:version|ver|v|firmware|software|app|build|release|rev|revision|protocol|form|template)\.?[ :]{0,2}$/i;

const units =
  /^ ?(?:mg|mcg|ug|g|kg|ml|mL|L|dL|units?|u|IU|mIU|k|K|cells|copies|x10|\/(?:mm|uL|mcL|hpf|mL)|%|bpm|mmHg|cm|mm|cmH2O|kcal|cal|mEq|mmol|steps)(?![A-Za-z])/;

const ratio =
  /(?<![a-z])(?:strength|motor|power|grip|murmur|pain|score|rated|gcs|mmse|moca|apgars?|reflexes|dtrs?|pulses?|edema|grade|bipap|cpap|ps|settings?|vision|acuity|bp|ratio|week|wk|cycle|day|dose|of|ate|eats|took|takes|bottles?|cultures?|cores?|nodes?)[:=]? {0,2}$/i;

const fractionOf =
  /^ ?(?:of|ns|tabs?|tablets?|cups?|packs?|ppd|strength|murmur|dp|pt|od|os|ou|at rest|with|sets?|bottles|in (?:all|both)|at (?:ankles?|knees?|hips?|biceps)|inch|nodes|cores|cc|ml)\b/i;

const spans = /^ ?(?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|times)\b/i;

/** A number, code or fraction that its neighbours say is none of a person's. */
export function isValue(text: string, { start, end, strength }: Finding, sentence: Sentence, first: number): boolean {
  const doubtful = strength === "shaped";
  const value = text.slice(start, end);
  const left = text.slice(Math.max(0, start - 30), start);
  const right = text.slice(end, end + 14);
  if (/^(?:NCT\d{8}|rs\d{4,12}|(?:N[CGMPR]|X[MR])_\d{6,9}(?:\.\d{1,2})?)$/.test(value) || codeSystem.test(left)) return true;
  const code = /^[A-Za-z-]{2,12}(?= ?\d)/.exec(value)?.[0];
  if (code !== undefined && codeSystem.test(code)) return true;
  if (/^[vV]?\d{1,4}(?:\.\d{1,8}){1,8}$/.test(value) && versionWord.test(left)) return true;
  // Hemoglobin over hematocrit, and identifiers of HL7 and DICOM.
  if ((/^\d{1,2}\/\d{2}$/.test(value) && /\bH[&/]H:? ?$/i.test(left)) || /^(?:1\.2\.840\.10008|2\.16\.840\.1\.113883)\./.test(value))
    return true;
  // 11-20 minutes, 2-3 weeks
  if (/^\d{1,3}-\d{1,3}$/.test(value) && spans.test(right)) return true;
  // Probing depths and the like.
  if (/^\d-\d-\d(?:,? \d-\d-\d){0,6}$/.test(value)) return true;
  if (isOfScale(sentence, first)) return true;
  // "8/8", "5/12 positive": what the tagger itself doubts, and no part is above a whole.
  const part = /^(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(value);
  if (part && doubtful && Number(part[1]) <= Number(part[2]) && Number(part[2]) <= 12) return true;
  if (/^\d{1,2}\/(?:[2-68]|10|15|20|30)$/.test(value)) {
    if (ratio.test(left) || fractionOf.test(right)) return true;
    return (
      value.endsWith("/10") &&
      /\b(?:pain|rated|severity)\b[^.\n]{0,24}\b\d{1,2}\/10(?!\/)/i.test(text.slice(Math.max(0, start - 200), end + 100))
    );
  }
  return /^(?:[1-9]\d{0,2}|[1-9]\d{0,4}00)$/.test(value) && (units.test(right) || isResult(sentence, first));
}

/** One of three parts and more of one whole in a row: `rue  5/5  5/5  4/5`, `pupils 3/3 3/3 2/3`. Days of a row have more below the stroke. */
function isOfScale({ tokens }: Sentence, index: number): boolean {
  if (!isPart(tokens, index)) return false;
  const whole = tokens.lower(index + 2);
  let same = 0;
  for (const step of [-1, 1])
    for (let at = index + step; at >= 0 && at + 2 < tokens.count && at > index - 24 && at < index + 24; at += step) {
      if (tokens.gap[step > 0 ? at : at + 1]! >= gap.line) break;
      if (!isPart(tokens, at)) continue;
      if (tokens.lower(at + 2) !== whole) return false;
      same++;
    }
  return same >= 2;
}

/** `4/5`: a number up to ten and a whole that is no less. */
function isPart(tokens: Sentence["tokens"], at: number): boolean {
  if (tokens.shape[at] !== shape.number || tokens.at(at + 1) !== "/" || tokens.shape[at + 2] !== shape.number) return false;
  if (tokens.gap[at + 1] !== gap.none || tokens.gap[at + 2] !== gap.none) return false;
  const [part, whole] = [Number(tokens.lower(at)), Number(tokens.lower(at + 2))];
  return part <= whole && whole <= 10;
}

/** A number behind the name of what is measured, also over another number: `platelets 150000 to 48000`. */
function isResult(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  for (let at = index - 1; at > index - 5 && at >= 0; at--) {
    if (tokens.gap[at + 1]! >= gap.line) return false;
    const kind = tokens.shape[at];
    if (
      kind === shape.number ||
      (kind === shape.mark && /^[<>~=:,-]$/.test(tokens.at(at))) ||
      /^(?:to|is|was|of|at|now|from|then)$/.test(tokens.lower(at))
    )
      continue;
    const word = sentence.word(at);
    return (
      (word.clinical || /^b?hcg$/.test(tokens.lower(at))) &&
      !(word.can & (can.streetEnd | can.facilityEnd)) &&
      !/^(?:id|pager|room|rm|unit|case|badge|chart|account|lot)$/.test(tokens.lower(at))
    );
  }
  return false;
}
