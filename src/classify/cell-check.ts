import type { Kind } from "../identifiers/kind.ts";
import { kinds } from "../identifiers/kinds/index.ts";
import { isKnownCode } from "../tables/codes.ts";
import { givenNameRank, surnameRank } from "../tables/names.ts";
import { isCountry, isState } from "../tables/places.ts";
import { isClinicalWord, isDrugName } from "../tables/vocabulary.ts";
import { isFacilityName } from "./facility.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { isStreet } from "./street.ts";
import { isOtherCoding, isTerminology } from "./terminology.ts";
import { isCodeList } from "./value-sorts.ts";
import { fold, isNameParticle, isPlainWord, isRatherName, isSurnameToo, isWhollyPlain, nameLikeness, wordsOf } from "./words.ts";

/** Whether a cell of a kept or unknown slot may stay as it is. */
export type CellCheck = (value: string, verdict: "clinical" | "unknown", slot?: CellContext) => boolean;

/** A slot's verdict serves as one. */
export interface CellContext {
  readonly codes?: true;
  readonly opaque?: true;
  readonly states?: true;
}

const memoLimit = 20_000;

/**
 * A check for one run or worker: repeated values are judged once. In a clinical slot a cell stays unless an identifier
 * stands in it; in an unknown slot it goes unless it is a short number, a code of a known system, a null marker or
 * wholly in the clinical and ordinary vocabulary.
 */
export function createCellCheck(): CellCheck {
  const clinical = new Map<string, boolean>();
  const opaque = new Map<string, boolean>();
  const unknown = new Map<string, boolean>();
  return (value, verdict, slot) => {
    if (isHarmlessNumber(value, verdict)) return true;
    if (slot?.codes && isAbbreviation(value)) return true;
    // Georgia and Washington are people elsewhere.
    if (slot?.states && value.length <= 40 && isState(value) !== null) return true;
    const isOpaque = slot?.opaque === true;
    const memo = verdict !== "clinical" ? unknown : isOpaque ? opaque : clinical;
    const known = memo.get(value);
    if (known !== undefined) return known;
    const trimmed = value.trim();
    const stays = verdict === "clinical" ? mayStayInClinical(trimmed, isOpaque) : mayStayInUnknown(trimmed);
    if (memo.size >= memoLimit) memo.clear();
    if (value.length <= 500) memo.set(value, stays);
    return stays;
  };
}

/** Whether a kept cell holds a word that the vocabularies do not know: it may be the subject's name, which the entry tells. */
export function createWordCheck(): (value: string) => boolean {
  const memo = new Map<string, boolean>();
  return (value) => {
    if (value.length > 200 || !holdsWord(value)) return false;
    const known = memo.get(value);
    if (known !== undefined) return known;
    const isUnknown = !isTerminology(value) && !wordsOf(value).every(isPlainWord);
    if (memo.size >= memoLimit) memo.clear();
    memo.set(value, isUnknown);
    return isUnknown;
  };
}

/** Three letters in a row, or one beyond ASCII. */
function holdsWord(value: string): boolean {
  let letters = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > 0xbf) return true;
    letters = (code | 32) >= 97 && (code | 32) <= 122 ? letters + 1 : 0;
    if (letters === 3) return true;
  }
  return false;
}

/** Whether a whole text, a cell or an object key, is how a person is named: two words or more. */
export function isWholeName(value: string): boolean {
  if (value.length > 60 || !/^\P{L}{0,2}\p{L}[^\d\n]{0,58}[ ,]/u.test(value)) return false;
  return nameLikeness(value) === 2 || isNamePair(value) || isReversedPair(value);
}

/** `EMER`, `IMP`, `EW EMER.`, `vital-signs`, `eng`, `CC`: short pieces, without digits, all in one case. */
export function isAbbreviation(value: string): boolean {
  return abbreviation.test(value);
}
const abbreviation = /^(?:[A-Z]{1,8}|[A-Z]{1,3}[ ./-][A-Z]{1,5}\.?|[a-z]{1,3}|[a-z]{2,20}(?:[-_][a-z]{2,20}){1,4})$/;

/** `E2396555`, `AB-1234567`, a digest: how records are numbered, and not how anything is measured. */
const opaquePiece = /^(?:[A-Z]{1,3}[- ]?\d{6,14}|(?=[a-f]{0,40}\d)(?=\d{0,40}[a-f])[0-9a-f]{16,128})$/i;

/** Whether a value is letters and many digits in one piece, and no code of a known system. */
export function isOpaquePiece(value: string): boolean {
  return value.length >= 7 && opaquePiece.test(value) && !/^rs\d/.test(value) && !isOtherCoding(value) && isKnownCode(value) === null;
}

/**
 * Empty, or a plain number that singles nobody out by itself: in an unknown slot at most four digits, or a decimal of at most
 * seven; in a clinical one at most seven digits before the point.
 */
function isHarmlessNumber(value: string, verdict: "clinical" | "unknown"): boolean {
  const length = value.length;
  if (length > 24) return false;
  let digits = 0;
  let whole = -1;
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 46 && whole < 0) whole = digits;
    else if (code !== 45 || i > 0) return false;
  }
  if (verdict === "clinical") return (whole < 0 ? digits : whole) <= 7;
  return whole < 0 ? digits <= 4 : digits <= 7;
}

/** Forms that are an identifier wherever they stand. */
const identifying = new Set<Shape>([
  "date",
  "timestamp",
  "uuid",
  "ssn",
  "phone",
  "email",
  "ip-address",
  "mac-address",
  "zip-plus-4",
  "document",
]);

function mayStayInUnknown(value: string): boolean {
  const shape = shapeOf(value);
  if (shape === "null" || shape === "flag" || shape === "time") return true;
  if (isCodeList(value)) return true;
  if (identifying.has(shape) || shape === "prose") return false;
  if (shape === "decimal" || shape === "measure") return digitsIn(value) <= 7 && !isNumberedRecord(value);
  if (shape === "integer") return digitsIn(value) <= 4;
  if (isKnownCode(value) !== null || isOtherCoding(value) || isTerminology(value) || isStateOrCountry(value)) return true;
  return (
    isWhollyPlain(value) &&
    !isNamePair(value) &&
    !isReversedPair(value) &&
    !titled.test(value) &&
    !isStreet(value) &&
    !isFacilityName(value) &&
    !holdsIdentifier(value)
  );
}

function mayStayInClinical(value: string, isOpaque: boolean): boolean {
  const shape = shapeOf(value);
  if (shape === "null" || shape === "flag" || shape === "time" || shape === "decimal") return true;
  if (isCodeList(value)) return true;
  if (isKnownCode(value) !== null || isOtherCoding(value) || isTerminology(value) || isStateOrCountry(value)) return true;
  // What is left of OIDs names an instance or an organization.
  if (identifying.has(shape) || shape === "url" || shape === "oid") return false;
  if (shape === "measure") return digitsIn(value) <= 8 && !isNumberedRecord(value);
  if (shape === "integer") return digitsIn(value) <= (isOpaque ? 18 : 8) && !isWrittenDate(value);
  if (isOpaquePiece(value)) return isOpaque;
  if (isFacilityName(value) || isStreet(value) || titled.test(value) || isReversedPair(value)) return false;
  if (isWhollyPlain(value)) return !holdsIdentifier(value);
  return !holdsName(value) && !holdsIdentifier(value);
}

/** These stay: 45 CFR 164.514(b)(2)(i)(B) removes what is smaller than a state. A bare word that is a name too does not. */
function isStateOrCountry(value: string): boolean {
  if (value.length > 40) return false;
  return (isState(value) !== null || isCountry(fold(value))) && !ambiguousPlaces.has(fold(value));
}

const ambiguousPlaces = new Set("georgia virginia carolina chad jordan israel dominica washington montana dakota".split(" "));

/** `8840-215`: too long for a pressure, and no range, since it falls. */
function isNumberedRecord(value: string): boolean {
  const range = /^(\d{3,7})-(\d{1,4})$/.exec(value);
  return range !== null && range[1]!.length + range[2]!.length >= 7 && Number(range[1]) > Number(range[2]);
}

function isWrittenDate(value: string): boolean {
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(value);
}

function digitsIn(value: string): number {
  let digits = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
}

/** A whole cell that reads as a name, or a given name beside a surname inside a longer one. */
function holdsName(value: string): boolean {
  const words = wordsOf(value);
  if (nameLikeness(value, words) === 2) return true;
  for (const pair of value.matchAll(capitalizedPair)) {
    const [first, last] = wordsOf(pair[0]).filter((word) => !isNameParticle(word));
    if (first === undefined || last === undefined) continue;
    const [given, family] = pair[0].includes(",") ? [last, first] : [first, last];
    if (surnameRank(family) === 0 && isGivenBefore(given, family, 8)) return true;
    if (givenNameRank(given) === 0 || surnameRank(family) === 0) continue;
    if (!isPlainWord(given) && !isPlainWord(family)) return true;
    // `Tadhg Long`, `Day, Ewa`: one is a word too, the other is rather a name.
    if ((isRatherName(given) && !isClinicalWord(given) && isSurnameToo(family)) || (isRatherName(family) && !isClinicalWord(family)))
      return true;
  }
  return false;
}

/** `Black, April`: words both, and yet how a family name stands before a given name. */
function isReversedPair(value: string): boolean {
  if (!/^\p{Lu}\p{Ll}{1,25}, ?\p{Lu}\p{Ll}{1,20}$/u.test(value)) return false;
  const [family, given] = wordsOf(value);
  return given !== undefined && family !== undefined && givenNameRank(given) >= 6 && surnameRank(family) >= 6;
}

/** `Will Day`, `Hope Young`: words perhaps, and yet how a given name stands before a surname. */
function isNamePair(value: string): boolean {
  if (!/^\p{Lu}[\p{L}'’-]{1,24} (?:\p{Lu}\.? )?\p{Lu}[\p{L}'’-]{1,25}$/u.test(value)) return false;
  const words = wordsOf(value);
  return isGivenBefore(words[0]!, words.at(-1)!, 4);
}

/** A given name of a rank before a surname of that rank, or before a word that no vocabulary knows. */
function isGivenBefore(given: string, family: string, rank: number): boolean {
  if (givenNameRank(given) < rank) return false;
  return (
    (surnameRank(family) >= rank && isSurnameToo(family)) ||
    (family.length >= 4 && surnameRank(family) === 0 && !isPlainWord(family) && !isDrugName(family))
  );
}

const capitalizedPair = /\b\p{Lu}\p{Ll}{1,20},?(?: \p{Lu}\.?)? \p{Lu}[\p{L}'’-]{1,25}/gu;
const titled = /(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Dra|Frau|Herr|Mme)\.? (?:med\. |dent\. )?\p{Lu}\p{Ll}/u;

/**
 * Whether a surprising cell is an identifier from end to end, so that nothing of it should stay: scrubbing as prose would leave
 * the house number of an address whose way it does not know.
 */
export function isWhollyIdentifier(value: string): boolean {
  const trimmed = value.trim();
  const shape = shapeOf(trimmed);
  if ((identifying.has(shape) && shape !== "document") || shape === "url" || shape === "oid" || shape === "integer") return true;
  if (isOpaquePiece(trimmed)) return true;
  return trimmed.length <= 120 && (isStreet(trimmed) || isFacilityName(trimmed) || nameLikeness(trimmed) === 2);
}

/** Kinds whose form alone is telling even inside other words. */
const tellingKinds = new Set([
  "email",
  "phone",
  "fax",
  "ssn",
  "url",
  "ip-address",
  "mac-address",
  "street-address",
  "uuid",
  "mbi",
  "payment-card",
]);
/** Kinds that clinical words resemble too much for anything but a label or a context of their own. */
const wordKinds = new Set(["name", "given-name", "family-name", "city", "county", "place", "facility", "employer", "age"]);

function holdsIdentifier(value: string): boolean {
  const catalogue: readonly Kind[] = kinds;
  for (const kind of catalogue) {
    if (wordKinds.has(kind.name)) continue;
    for (const { start, end, strength } of kind.find(value)) {
      if (kind.name === "date") {
        // A bare `OCT` is tomography.
        if (end - start >= (strength === "shaped" ? 8 : 4)) return true;
      } else if (strength !== "shaped" || tellingKinds.has(kind.name)) return true;
    }
  }
  return false;
}
