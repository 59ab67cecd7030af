const special: Readonly<Record<string, string>> = { ß: "ss", ø: "o", ł: "l", æ: "ae", œ: "oe", đ: "d", ð: "d", þ: "th", ı: "i" };

/** Lower case without accents, as every word of the tables is written: `Muñoz` → `munoz`, `GROẞ` → `gross`. */
export function foldWord(text: string): string {
  const lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    if (lower.charCodeAt(i) > 127) {
      return lower
        .replace(/[ßøłæœđðþı]/g, (letter) => special[letter] ?? letter)
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "");
    }
  }
  return lower;
}
