import { isKnownCode } from "../tables/codes.ts";
import { zipState } from "../tables/zip3.ts";
import type { Profile, ProfiledValue } from "./profile.ts";
import type { Shape } from "./shape.ts";
import { isOtherCoding } from "./terminology.ts";

/** Most values stand once. */
export function isMostlyDistinct(profile: Profile): boolean {
  return profile.distinct >= 5 && profile.distinct / profile.filled >= 0.8;
}

/** Row numbers: every next value is the one before plus one. */
export function isSequence(values: readonly ProfiledValue[]): boolean {
  let steps = 0;
  for (let i = 1; i < values.length; i++) if (Number(values[i]!.value) - Number(values[i - 1]!.value) === 1) steps++;
  return steps >= (values.length - 1) * 0.95 && values.every(({ count }) => count === 1);
}

/** All of one sign and range of North American degrees, with more decimals than anything is measured with. */
export function isCoordinateColumn(profile: Profile): boolean {
  if (profile.distinct < 3) return false;
  const fine = shareOf(profile.values(), (value) => /^-?\d{1,3}\.\d{4,20}$/.test(value));
  if (fine < 0.8) return false;
  const within = (low: number, high: number): boolean => shareOf(profile.values(), (value) => isBetween(Number(value), low, high)) >= 0.98;
  const both = shareOf(profile.values(), (value) => isBetween(Number(value), 17, 72) || isBetween(Number(value), -180, -64)) >= 0.98;
  if (both && profile.values().some(({ value }) => value.startsWith("-")) && profile.values().some(({ value }) => !value.startsWith("-")))
    return true;
  return within(-180, -64) || (within(17, 72) && spreadOf(profile.values()) < 30 && isMostlyDistinct(profile));
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function spreadOf(values: readonly ProfiledValue[]): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { value } of values) {
    const number = Number(value);
    if (Number.isNaN(number)) continue;
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  return high - low;
}

/** Evenly over the whole list, so that a sorted column is not judged by its head. */
export function spread(values: readonly ProfiledValue[], limit: number): readonly ProfiledValue[] {
  if (values.length <= limit) return values;
  return Array.from({ length: limit }, (_, i) => values[Math.floor((i * values.length) / limit)]!);
}

export function shareOf(values: readonly ProfiledValue[], claims: (value: string, shape: Shape) => boolean): number {
  if (values.length === 0) return 0;
  let count = 0;
  for (const { value, shape } of values) if (claims(value, shape)) count++;
  return count / values.length;
}

export function numericFlags(values: readonly ProfiledValue[]): number {
  return values.length === 0
    ? 0
    : values.filter(({ value, shape }) => shape === "flag" && (value === "0" || value === "1")).length / values.length;
}

export function isFlagWord(value: string): boolean {
  return /^(?:m|f|u|o|male|female|other|masculino|femenino|hombre|mujer|varon|varón)$/i.test(value);
}

export function isTellingCode(value: string): boolean {
  return isOtherCoding(value) || isKnownCode(value) !== null;
}

/** ICD-10-CM codes in one cell, as encounters and claims list them: `E66.9 I10`, `E11.9;I10`, `J45.909, E78.5`. */
export function isCodeList(value: string): boolean {
  if (value.length < 7 || value.length > 400) return false;
  const pieces = value.split(/[,;|^~] ?| /);
  return pieces.length > 1 && pieces.every((piece) => isKnownCode(piece) === "ICD-10-CM");
}

/** Letters and digits mixed, or hexadecimal: nothing that a person would read. */
export function isOpaqueCode(value: string): boolean {
  if (value.length < 6) return false;
  const digits = value.replace(/\D/g, "").length;
  return digits >= 3 && !/^[A-Za-z]{3,40}\d{1,3}$/.test(value) && isKnownCode(value) === null;
}

export function isCompactDate(value: string): boolean {
  if (value.length !== 8 && value.length !== 12 && value.length !== 14) return false;
  return /^(?:18[5-9]|19\d|20[0-4])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?$/.test(value);
}

export function isZip(value: string): boolean {
  return (
    (value.length === 5 || value.length === 9 || value.length === 4) &&
    zipState(value.padStart(value.length === 4 ? 5 : value.length, "0").slice(0, 3)) !== undefined
  );
}

/** Area code and exchange of the North American Numbering Plan never begin with 0 or 1. */
export function isTenDigitPhone(value: string): boolean {
  return /^1?[2-9]\d{2}[2-9]\d{6}$/.test(value);
}

/** Canada (`K1A 0B1`) and the United Kingdom (`SW1A 1AA`), with their space. */
export const foreignPostcode = /^(?:[A-Z]\d[A-Z] \d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})$/i;

export function epochOf(sample: readonly ProfiledValue[]): "s" | "ms" | null {
  const share = (pattern: RegExp): number => shareOf(sample, (value, shape) => shape === "integer" && pattern.test(value));
  // 1973-03-03 to 2065-01-24, in seconds and in milliseconds.
  if (share(/^(?:[12]\d{9}|[1-9]\d{8})$/) >= 0.95) return "s";
  if (share(/^(?:[12]\d{12}|[1-9]\d{11})$/) >= 0.95) return "ms";
  return null;
}
