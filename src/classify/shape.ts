/**
 * The form of one trimmed value, the first that fits. `code` is letters and digits in one piece (`E11.9`, `AB12345`),
 * `word` letters in one piece, `words` anything longer that is not prose.
 */
export type Shape =
  | "null"
  | "flag"
  | "integer"
  | "decimal"
  | "measure"
  | "date"
  | "timestamp"
  | "time"
  | "uuid"
  | "oid"
  | "ssn"
  | "phone"
  | "email"
  | "url"
  | "ip-address"
  | "mac-address"
  | "zip-plus-4"
  | "reference"
  | "document"
  | "code"
  | "word"
  | "words"
  | "prose";

const nulls = new Set(
  "|null|nul|none|nil|na|n/a|n.a.|#n/a|nan|\\n|-|--|---|.|..|?|unknown|unk|unspecified|not applicable|not available|not recorded|missing|undefined|(null)|<null>|[null]|desconocido|desconocida|no consta|sin datos|ninguno|ninguna|s/d|n/d".split(
    "|",
  ),
);

/** Whether a trimmed value only says that there is none. */
export function isNullMarker(value: string): boolean {
  return value.length <= 15 && nulls.has(value.toLowerCase());
}

const flags = new Set("y|n|yes|no|true|false|t|f|0|1|si|sí|x|on|off|positive|negative|pos|neg|present|absent|active|inactive".split("|"));

const month =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|ene|abr|ago|dic|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)";
const clock = "[T ]\\d{1,2}:?\\d{2}(?::?\\d{2}(?:[.,]\\d{1,9})?)? ?(?:[AaPp]\\.?[Mm]\\.?)? ?(?:Z|UTC|[+-]\\d{2}:?\\d{2})?";
const isoDate = /^[12]\d{3}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])$/;
const isoTimestamp = new RegExp(`^[12]\\d{3}[-/.]?(?:0?[1-9]|1[0-2])[-/.]?(?:0?[1-9]|[12]\\d|3[01])${clock}$`);
const partsDate = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})$/;
const partsTimestamp = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(?:\\d{4}|\\d{2})${clock}$`);
const monthDate = new RegExp(
  `^(?:[a-z]{3,9},? )?(?:\\d{1,2}(?:st|nd|rd|th)?(?:[ -]| de )${month}\\.?(?:[ -]|,? | de(?:l)? )\\d{2,4}|${month}\\.?[ -]\\d{1,2}(?:st|nd|rd|th)?(?:,? ?|-)\\d{4}|\\d{4}-${month}-\\d{1,2}|${month}\\.?[ -]\\d{4})(?:${clock})?$`,
  "i",
);
const isoMonth = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/;

/** Both leading numbers of a date written with the year last, or null. */
export function dateParts(value: string): readonly [number, number] | null {
  const found = partsDate.exec(value) ?? partsTimestamp.exec(value);
  return found ? [Number(found[1]), Number(found[3])] : null;
}

function isDate(value: string): boolean {
  if (isoDate.test(value) || isoMonth.test(value)) return true;
  const parts = partsDate.exec(value);
  if (parts) return isDayAndMonth(Number(parts[1]), Number(parts[3]));
  return value.length <= 50 && monthDate.test(value);
}

function isTimestamp(value: string): boolean {
  if (value.length > 45) return false;
  if (isoTimestamp.test(value)) return true;
  const parts = partsTimestamp.exec(value);
  return parts !== null && isDayAndMonth(Number(parts[1]), Number(parts[3]));
}

function isDayAndMonth(a: number, b: number): boolean {
  return a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12);
}

const integer = /^[+-]?\d{1,40}$/;
const decimal =
  /^[+-]?(?:\d{1,30}[.,]\d{0,30}|[.,]\d{1,30}|\d{1,3}(?:,\d{3}){1,8}(?:\.\d{0,10})?)(?:[eE][+-]?\d{1,3})?$|^[+-]?\d{1,20}[eE][+-]?\d{1,3}$/;
const measure =
  /^(?:[<>]=?|[≤≥~±]|[$€£])? ?[+-]?\d{1,7}(?:[.,]\d{1,12})?(?: ?(?:%|\+{1,4}|[/:x-] ?\d{1,4}(?:[.,]\d{1,6})?))? ?(?:mg|mcg|ug|µg|g|kg|lb|lbs|oz|ml|mL|l|L|dl|cm|mm|m|in|ft|mmHg|mm\[Hg\]|bpm|mEq|mmol|mol|IU|U|units?|tabs?|%|°?[CF]|h|hr|hrs|min|sec|s|d|days?|wk|weeks?|mo|months?|y|yr|yrs|years?)?(?:\/(?:d?[lL]|mL|ml|kg|min|h|hr|day|d|wk|m2|mol|mmol|g|mg|uL))?$/;
const time = /^(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?: ?[AaPp]\.?[Mm]\.?)?$/;
const uuid = /^(?:urn:uuid:|\{)?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i;
const oid = /^(?:urn:oid:)?[0-2](?:\.\d{1,40}){3,30}$/;
const ssn = /^\d{3}[- ]\d{2}[- ]\d{4}$|^[Xx*]{3}-[Xx*]{2}-\d{4}$/;
const phone =
  /^(?:tel:)?(?:\+?\d{1,3}[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?:,? ?(?:x|ext\.?|#) ?\d{1,6})?$|^\+\d{1,3}[-. ]?\d{1,4}(?:[-. ]?\d{2,4}){2,4}$|^\(\d{3}\) ?\d{7}$/i;
const email = /^(?:mailto:)?[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}\.[a-z]{2,24}$/i;
const url = /^(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)\S{1,2000}$/i;
const ip = /^(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}|:\d{1,5})?$|^(?=[0-9a-f]{0,4}:)(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}$/i;
const mac = /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i;
const zipPlus4 = /^\d{5}-\d{4}$/;
const reference = /^(?:[A-Z][A-Za-z]{2,40}(?:\/[A-Za-z0-9.-]{1,64}(?:\/_history\/\S{1,64})?|\?\S{1,300})|#[A-Za-z0-9.-]{1,64})$/;
const base64 = /^[A-Za-z0-9+/_-]{60,4096}={0,2}$/;
// A digest, which is an identifier and not an encoded document.
const hexadecimal = /^(?=[a-f]{0,128}\d)[0-9a-f]{16,128}$/i;
const code = /^(?=\D{0,30}\d)[A-Za-z0-9][A-Za-z0-9._/+*^~#-]{0,60}$/;
const word = /^\p{L}[\p{L}\p{M}'’.-]{0,40}$/u;
// A lower-case function word between others: what a code's description has too, so prose asks for length besides.
const functionWord =
  /\b(?:the|is|was|were|has|had|and|with|for|to|on|at|he|she|her|his|who|this|that|will|not|el|la|los|con|para|fue|está|refiere|se|por|que|una)\b/;
const sentence = /[a-zà-ÿ)\]0-9][.!?](?:\s|$)|\n/;

/** `value` is trimmed. Linear in its length. */
export function shapeOf(value: string): Shape {
  const length = value.length;
  if (isNullMarker(value)) return "null";
  if (length > 2000) return base64.test(value.slice(0, 400)) ? "document" : looksLikeDocument(value) ? "document" : "prose";
  if (length <= 8 && flags.has(value.toLowerCase())) return "flag";
  const first = value.charCodeAt(0);
  const startsWithDigit = first >= 48 && first <= 57;
  if (integer.test(value)) return "integer";
  if (length <= 40 && decimal.test(value)) return "decimal";
  if (length >= 32 && length <= 45 && uuid.test(value)) return "uuid";
  if (length >= 5 && length <= 60 && (isDate(value) || isTimestamp(value)))
    return /\d:?\d{2}(?:\D|$)/.test(value) && isTimestamp(value) ? "timestamp" : "date";
  if (startsWithDigit && time.test(value)) return "time";
  if (ssn.test(value)) return "ssn";
  if (zipPlus4.test(value)) return "zip-plus-4";
  if (length >= 8 && length <= 40 && phone.test(value)) return "phone";
  if (email.test(value)) return "email";
  if (length <= 45 && ip.test(value)) return "ip-address";
  if (length === 17 && mac.test(value)) return "mac-address";
  if (oid.test(value)) return "oid";
  if (url.test(value)) return "url";
  if (length <= 40 && measure.test(value)) return "measure";
  if (length <= 128 && hexadecimal.test(value)) return "code";
  if (looksLikeDocument(value) || (length >= 60 && base64.test(value) && !/^[a-z]{60,4096}$/i.test(value))) return "document";
  if (reference.test(value)) return "reference";
  if (length <= 60 && code.test(value)) return "code";
  if (word.test(value)) return "word";
  return isProse(value) ? "prose" : "words";
}

function looksLikeDocument(value: string): boolean {
  const first = value.charCodeAt(0);
  if (first === 60) return /^<(?:[a-z!?])/i.test(value) && value.includes(">");
  if (first === 123 || first === 91)
    return value.length > 6 && /^[{[]\s{0,20}["{[]/.test(value) && /["}\]]\s{0,20}[}\]]$|\d[}\]]$|(?:true|false|null)[}\]]$/.test(value);
  return false;
}

function isProse(value: string): boolean {
  if (value.length > 250 || value.includes("\n")) return true;
  if (value.length < 25) return false;
  const words = value.split(/\s{1,20}/).length;
  return words >= 5 && functionWord.test(value) && (words >= 12 || sentence.test(value));
}
