import type { Stream } from "../random/stream.ts";
import type { Kind, MakeContext } from "./kind.ts";
import { findsNothing } from "./search.ts";
import { randomDigits, randomText } from "./spelling.ts";

/**
 * What all identifiers that link records share. One domain, one spelling rule and so one token for one value: a join
 * holds whatever the column is called. They have no form of their own, so only a label announces them.
 */
export const recordId = {
  domain: "record",
  find: findsNothing,
  matches: () => null,
  accepts: acceptsRecordId,
  normalize: normalizeRecordId,
} as const satisfies Partial<Kind>;

const uuid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
const medicareNumber = /^\d[a-z][a-z0-9]\d-?[a-z][a-z0-9]\d-?[a-z]{2}\d{2}$/i;

/**
 * Without the prefix of a reference (`urn:uuid:`, FHIR's `Patient/`) and without spaces; in upper case where letters are
 * few, since ids such as `eq081-VQEgP8` differ by case alone. Dashes stay: `1-12` and `11-2` are two subjects.
 */
export function normalizeRecordId(value: string): string {
  if (isPlain(value)) return value;
  const bare = withoutServer(value.replace(/[\s\u00a0\u200b]/g, "").replace(/[\u2010-\u2015\u2212]/g, "-")).replace(
    /^(?:urn:uuid:|urn:oid:|[A-Za-z]{4,40}\/|#){1,8}(?=.)/i,
    "",
  );
  const identity = uuid.exec(bare);
  if (identity) return identity[1]!.toLowerCase();
  if (medicareNumber.test(bare)) return bare.replaceAll("-", "").toUpperCase();
  return /[a-z].{0,20}[A-Z]/.test(bare) ? bare : bare.toUpperCase();
}

/** Digits and capitals alone are their own spelling. Most ids are that, and a table has one in every row. */
function isPlain(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit < 48 || unit > 90 || (unit > 57 && unit < 65)) return isLowerUuid(value);
  }
  return true;
}

function isLowerUuid(value: string): boolean {
  if (value.length !== 36) return false;
  for (let i = 0; i < 36; i++) {
    const unit = value.charCodeAt(i);
    const isDash = i === 8 || i === 13 || i === 18 || i === 23;
    if (isDash ? unit !== 45 : (unit < 48 || unit > 57) && (unit < 97 || unit > 102)) return false;
  }
  return true;
}

/** `https://host/fhir/Patient/12` names what `Patient/12` names. */
function withoutServer(reference: string): string {
  if (!/^https?:\/\//i.test(reference)) return reference;
  const parts = reference.split("/");
  return parts.length > 4 && /^[A-Z][A-Za-z]{3,40}$/.test(parts.at(-2)!) ? parts.at(-1)! : reference;
}

/** One or a few words with a digit in the first 64 characters; a heading such as `MRN: unknown` announces none. */
export function acceptsRecordId(value: string): boolean {
  const text = value.trim();
  return (
    text.length <= 80 &&
    /\d/.test(text) &&
    /^[#(]?[A-Za-z0-9][A-Za-z0-9 ._:/|^#()+-]{0,79}$/.test(text) &&
    !/[ ][^ ]{1,20}[ ][^ ]{1,20}[ ]/.test(text)
  );
}

const idLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/**
 * Numbers such as these mean something only with the authority that issued them, and an authority of synthetic records
 * issues nothing: there is no registry to avoid. All begin with `prefix` and 99, so that a made one is known when met.
 */
export function makeRecordId(prefix: string, digits: number): (stream: Stream, context?: MakeContext) => string {
  return (stream, context) => {
    const like = context?.like?.trim();
    if (like !== undefined && uuid.test(like)) return makeUuid(stream);
    if (like !== undefined && /^\D{0,8}\d\d/.test(like) && like.length <= 40) return imitate(stream, like);
    return `${prefix}99${randomDigits(stream, digits - 2)}`;
  };
}

/** The classes of characters and the separators of `like`; its first two digits become 99. */
function imitate(stream: Stream, like: string): string {
  let digits = 0;
  return like.replace(/[A-Za-z0-9]/g, (character) => {
    if (character >= "0" && character <= "9") return digits++ < 2 ? "9" : String(stream.int(0, 9));
    const letter = randomText(stream, idLetters, 1);
    return character === character.toUpperCase() ? letter : letter.toLowerCase();
  });
}

/** Version 8 of RFC 9562, section 5.8: no generator of time-based or random identifiers (versions 1, 4, 7) ever gives one. */
export function makeUuid(stream: Stream): string {
  const units = new Array<number>(36);
  for (let i = 0; i < 36; i++) {
    if (i === 8 || i === 13 || i === 18 || i === 23) units[i] = dash;
    else if (i === 14) units[i] = hexDigits.charCodeAt(8);
    else units[i] = hexDigits.charCodeAt(i === 19 ? stream.int(8, 11) : stream.int(0, 15));
  }
  return String.fromCharCode(...units);
}

const dash = 45;
const hexDigits = "0123456789abcdef";
