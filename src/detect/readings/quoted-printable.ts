import { decodeBytes } from "./bytes.ts";
import { type Edit, editsBy } from "./edits.ts";

/** A letter above ASCII, an equals sign or a space at the end of a line, as only this encoding writes them (RFC 2045, 6.7). */
const sign = /=[C-F][0-9A-F]=[89AB][0-9A-F]|=3D|=20\r?\n|=\r?\n|=(?:A0|E[0-9A-F]|F[0-9A-F])(?=[a-z])/;
const run = /(?:=[0-9A-F]{2}){1,40}|=[ \t]{0,8}\r?\n/g;
const letters = /(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3}){1,20}|(?<=[A-Za-z0-9])=\r?\n(?=[A-Za-z0-9])/g;

/**
 * Quoted-printable decoded. Where every equals sign of the text is one of the encoding's, all of it; elsewhere only what can
 * be nothing else, since `MRN=20019384` holds no space.
 */
export function quotedPrintableEdits(source: string): Edit[] {
  if (!sign.test(source)) return everyEdits(source);
  const isWhole = !/=(?![0-9A-F]{2}|[ \t]{0,8}\r?\n|$)/.test(source);
  return editsBy(source, isWhole ? run : letters, ([found]) =>
    found.endsWith("\n") ? "" : decodeBytes(Uint8Array.from(found.slice(1).split("="), (hex) => Number.parseInt(hex, 16))),
  );
}

/** Bytes that no encoder has to write by number, in a row: `=4D=61=72`, or digits and letters alone: `=39=39=34`. */
const every = /(?:=[0-9A-Fa-f]{2}){3,200}(?![0-9A-Fa-f]{1,40}=?)/g;

function everyEdits(source: string): Edit[] {
  return editsBy(source, every, ([found]) => {
    const text = decodeBytes(Uint8Array.from(found.slice(1).split("="), (hex) => Number.parseInt(hex, 16)));
    return /^[\t\r\n -~\u00a0-\uffff]{1,200}$/.test(text) ? text : null;
  });
}
