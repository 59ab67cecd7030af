import { kindsForLabel } from "../identifiers/labels.ts";

/** A document inside a string: its text, and how to put it back; or one that is too deep or too strange to open. */
export type Nested =
  | { readonly is: "json" | "delimited" | "text"; readonly text: string; readonly close: (text: string) => string }
  | { readonly is: "removed" };

/** Strings are opened this deep; what lies deeper is removed. */
export const maxDepth = 4;

/**
 * Recognizes a string that is itself a document: JSON, a table with a header, URL-encoded text, base64 of text. Undefined for ordinary text
 * (HTML is read through its tags and entities by the detectors). Base64 that holds no text is removed: it may be an image.
 */
export function openNested(value: string, depth: number): Nested | undefined {
  const nested = asJson(value) ?? asUrlEncoded(value) ?? asBase64(value) ?? asTable(value);
  return nested && depth >= maxDepth ? { is: "removed" } : nested;
}

function asJson(value: string): Nested | undefined {
  const text = value.trim();
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (!((first === 0x7b && last === 0x7d) || (first === 0x5b && last === 0x5d))) return undefined;
  // `[**Name 3**]` and `[x] done` are prose; a document has a quote, a number or another bracket next.
  if (!/^(?:\{\s{0,20}["}]|\[\s{0,20}["{[\d-])/.test(text)) return undefined;
  return { is: "json", text: value, close: (inner) => inner };
}

function asUrlEncoded(value: string): Nested | undefined {
  if (!/%[0-9A-Fa-f]{2}/.test(value) || /\s/.test(value)) return undefined;
  try {
    const text = decodeURIComponent(value.replaceAll("+", " "));
    return text === value ? undefined : { is: "text", text, close: (inner) => encodeAs(inner, value) };
  } catch {
    return undefined;
  }
}

/** Percent-encodes a text, and leaves plain what `like` has plain: `a=b&c=d` keeps its separators, `+` stands for a space. */
function encodeAs(text: string, like: string): string {
  const encoded = encodeURIComponent(text).replace(/%(?:3D|26|2F|3F|3A|40|3B|2C|23|5B|5D)/g, (code) => {
    const plain = decodeURIComponent(code);
    return like.includes(plain) ? plain : code;
  });
  return like.includes("+") ? encoded.replaceAll("%20", "+") : encoded;
}

function asBase64(value: string): Nested | undefined {
  const solid = value.trim();
  if (solid.length < 24 || !isBase64(solid)) return undefined;
  const packed = solid.replace(/[\r\n]/g, "");
  // Words and hexadecimal ids are also made of these letters; base64 of any length has capitals, small letters and digits.
  if (packed.length % 4 !== 0 || !/[a-z]/.test(packed) || !/[A-Z]/.test(packed) || !/\d|=$/.test(packed)) return undefined;
  let binary: string;
  try {
    binary = atob(packed);
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return { is: "removed" };
    return { is: "text", text, close: (inner) => encodeBase64(inner) };
  } catch {
    return { is: "removed" };
  }
}

/** Letters, digits, `+` and `/`, perhaps in lines, with up to two `=` at the end. */
function isBase64(text: string): boolean {
  const end = text.endsWith("==") ? text.length - 2 : text.endsWith("=") ? text.length - 1 : text.length;
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    const isLetter = (unit | 32) >= 97 && (unit | 32) <= 122;
    if (!isLetter && !(unit >= 47 && unit <= 57) && unit !== 43 && unit !== 10 && unit !== 13) return false;
  }
  return true;
}

/** A header of labels over rows of as many cells. Commas in prose do not agree from line to line. */
function asTable(value: string): Nested | undefined {
  const lines = value.split(/\r\n|\n|\r/, 12).filter((line) => line !== "");
  const [header] = lines;
  if (header === undefined || lines.length < 2 || header.length > 2000) return undefined;
  for (const delimiter of ["\t", "|", ",", ";"]) {
    const labels = header.split(delimiter);
    if (labels.length < 2 || lines.some((line) => line.split(delimiter).length < labels.length)) continue;
    const isHeader = labels.every((label) => label.trim().length <= 40 && !/[.:!?]$|\d{3}/.test(label.trim()));
    if (isHeader && labels.some((label) => kindsForLabel(label.replaceAll('"', "")).some(({ exact }) => exact)))
      return { is: "delimited", text: value, close: (inner) => inner };
  }
  return undefined;
}

function encodeBase64(text: string): string {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
