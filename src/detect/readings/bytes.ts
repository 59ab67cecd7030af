/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has controls. */
const windows = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** A byte as Windows-1252 reads it. */
export function decodeWindows(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? windows[byte - 0x80]! : String.fromCharCode(byte);
}

/** Bytes as UTF-8 where they are that, else as Windows-1252. */
export function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    let text = "";
    for (const byte of bytes) text += decodeWindows(byte);
    return text;
  }
}
