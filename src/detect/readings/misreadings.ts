/** `Jacks0nville`, `Phy11is`: digits between small letters, where a scanner misread a letter. */
const inWord = /(?<![\w@./-])[A-Z]?[a-z]{1,12}(?:[01]{1,2}|(?<=[A-Z][a-z]{1,12})[35])[a-z]{2,12}(?:[01][a-z]{1,6})?(?![\w@-])/g;
/** Dates, Social Security numbers and telephone numbers with a letter for a digit. */
const inNumber =
  /(?<![\w./-])(?:[\dOolISB|]{1,2}(?<s>[-/.])[\dOolISB|]{1,2}\k<s>(?:[\dOolISB|]{4}|[\dOolISB|]{2})|[\dOolISB|]{3}-[\dOolISB|]{2}-[\dOolISB|]{4}|\(?[\dOolISB|]{3}(?:\) ?|[-. ])[\dOolISB|]{3}[-.][\dOolISB|]{4})(?![\w/-]|\.\d)/g;
/** One of them somewhere; `O2`, `B12` and `S1` alone are no sign. */
const someMisread = /(?<![A-Za-z])(?:[ol|I]|O(?!2)|B(?!1?\d(?!\d))|S(?![1-5]))\d|\d[OlI|][\d/.-]|\d[SB]\d{0,2}[/.-]/;
const inLabel = /(?<![\w.-])(?:D0B|DO8|D08|D\.0\.B|M[RP]N0|N0|S5N|SSN0|Ph0ne|PH0NE|Acc0unt|D0ct0r)(?=[ .]{0,2}[:#.])/g;

/** What a scanner misread, where nothing else can be meant. As long as the text itself. */
export function withoutMisreadings(text: string): string {
  let out = text;
  if (/[a-z][0135][a-z]/.test(out))
    out = out.replace(inWord, (word) => (word.replace(/\D/g, "").length * 2 < word.length - 1 ? word.replace(/[0135]/g, asLetter) : word));
  if (someMisread.test(out)) {
    out = out.replace(inNumber, (number) => {
      const digits = number.replace(/\D/g, "").length;
      const letters = number.replace(/[^A-Za-z|]/g, "").length;
      return letters > 0 && digits >= letters && digits > 1 ? number.replace(/[OolISB|]/g, asDigit) : number;
    });
  }
  if (/[DNHhcd]0[BNUntu .:#]/.test(out))
    out = out.replace(inLabel, (label) => label.replaceAll("0", "O").replace("8", "B").replace("5", "S"));
  return out;
}

function asLetter(digit: string): string {
  return digit === "0" ? "o" : digit === "1" ? "l" : digit === "3" ? "e" : "s";
}

function asDigit(letter: string): string {
  return letter === "O" || letter === "o" ? "0" : letter === "S" ? "5" : letter === "B" ? "8" : "1";
}
