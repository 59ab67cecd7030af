/** Signs of a page that a scanner read: `8/l4`, `Hea1th`, `C0UNTY`, `HOSPlTAL`. Now and then one stands in any text, so that it takes some. */
const sign =
  /(?<!H)\d[OlI]\d|(?<![A-Za-z\d])[OlI]{1,2}\d{1,3}[-/]|\d[Ol]{2}(?![a-z])|[-/]l\d|(?<![A-Za-z\d])[A-Za-z]?[a-z]{1,8}[01]{1,2}[a-z]{1,8}(?![\w@])|(?<![A-Z\d])[A-Z]{2,10}(?:0|l)[A-Z]{2,10}|(?<![\w.])[A-Z]0[A-Z]{2,8}(?!\w)/g;
const fewest = 4;

/** Whether a scanner read this text, and badly. */
export function isScanned(text: string): boolean {
  if (!/\d[OlI]|[OlI]\d|[a-z][01][a-z]/.test(text)) return false;
  let count = 0;
  for (const _ of text.matchAll(sign)) if (++count >= fewest) return true;
  return false;
}

const run = /[\dA-Za-z|]{1,40}(?:[-./:()][\dA-Za-z|]{1,40}){0,8}/g;
const asNumber = /^[\dOolI|]{1,20}(?:[-./:()]{1,2}[\dOolI|]{1,20}){0,6}$|^\d{1,3}B\d{1,3}$/;

/** A scanned text with digits in its numbers and letters in its words. As long as the text itself. */
export function asScanned(text: string): string {
  return text.replace(run, (found) => {
    if (asNumber.test(found)) {
      const digits = found.replace(/\D/g, "").length;
      const marks = /[-./:()]/.test(found);
      if (digits === 0 && !(marks && found.length < 6 && !/^I\/O$/i.test(found) && /l/.test(found))) return found;
      return found === "O2" ? found : found.replace(/[OolIB|]/g, (letter) => (/o/i.test(letter) ? "0" : letter === "B" ? "8" : "1"));
    }
    return found.replace(/[\dA-Za-z]{2,40}/g, pieceOf);
  });
}

function pieceOf(piece: string): string {
  // HOSPlTAL, lNFECTIOUS
  if (!/\d/.test(piece))
    return /^(?:[A-Z]{0,20}l[A-Z]{1,20}l?[A-Z]{0,20}|[A-Z]{3,20}l)$/.test(piece) && piece.length > 2 ? piece.replaceAll("l", "I") : piece;
  if (/^(?:0[a-zH]|[a-z]0)$/.test(piece)) return piece.replace("0", piece === "0H" ? "O" : "o");
  const letters = piece.replace(/[\dOI]/g, "").length;
  const isWord =
    !/[2-9]/.test(piece) &&
    letters > 1 &&
    ((/^[A-Za-z]{1,30}[01]{1,2}[A-Za-z]/.test(piece) && (piece.length > 4 || /[a-z]/.test(piece))) ||
      /^[A-Z]{3,20}0$/.test(piece) ||
      /^[01][A-Za-z]{2}/.test(piece) ||
      /^[A-Z]?[a-z]{2,20}[01]$/.test(piece));
  if (isWord) {
    const capitals = !/[a-km-z]/.test(piece);
    return piece.replace(/[01]/g, (digit) => (digit === "0" ? (capitals ? "O" : "o") : capitals ? "I" : "l"));
  }
  // REGX2l13, A4l179O28
  return /[a-km-z]/.test(piece) ? piece : piece.replace(/l/g, "1").replace(/(?<=\d)O|O(?=O?\d)/g, "0");
}
