// Numbers and dates as they are dictated: `six six one oh two nine`, `october fourth twenty twenty two`.

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ordinals = { one: "first", two: "second", three: "third", five: "fifth", eight: "eighth", nine: "ninth", twelve: "twelfth" };
const months = "january february march april may june july august september october november december".split(" ");
const alphabet =
  "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu".split(
    " ",
  );

function cardinal(value) {
  if (value < 20) return ones[value];
  if (value < 100) return tens[Math.floor(value / 10)] + (value % 10 === 0 ? "" : ` ${ones[value % 10]}`);
  if (value < 1000) return `${ones[Math.floor(value / 100)]} hundred${value % 100 === 0 ? "" : ` ${cardinal(value % 100)}`}`;
  return `${cardinal(Math.floor(value / 1000))} thousand${value % 1000 === 0 ? "" : ` ${cardinal(value % 1000)}`}`;
}

function ordinal(value) {
  const words = cardinal(value).split(" ");
  const last = words.pop();
  return [...words, ordinals[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`)].join(" ");
}

/** `1240` as `twelve forty`, `120` as `one twenty`. */
function inPairs(digits) {
  const value = Number(digits);
  if (digits.length <= 2 || value % 100 === 0) return value < 100_000 ? cardinal(value) : digitByDigit(digits);
  if (digits.length > 4) return digitByDigit(digits);
  const low = value % 100;
  return `${cardinal(Math.floor(value / 100))} ${low < 10 ? `oh ${ones[low]}` : cardinal(low)}`;
}

function digitByDigit(digits) {
  return [...digits].map((digit) => (digit === "0" ? "oh" : ones[Number(digit)])).join(" ");
}

/** A number of any kind, a character at a time. */
export function spokenNumber(text, random) {
  const far = random.chance(0.2);
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(
      /\d+|[a-z]+/g,
      (part) =>
        ` ${/\d/.test(part) ? digitByDigit(part) : part.length > 3 ? part : [...part].map((letter) => (far ? alphabet[letter.charCodeAt(0) - 97] : letter)).join(" ")} `,
    )
    .replace(/ +/g, " ")
    .trim();
}

/** `10/4/2022` as `october fourth twenty twenty two`; other forms with their numbers in words. */
export function spokenDate(text, random) {
  const numeric = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?$/.exec(text);
  if (numeric && Number(numeric[1]) <= 12 && Number(numeric[1]) > 0 && Number(numeric[2]) <= 31) {
    if (random.chance(0.15))
      return [numeric[1], numeric[2], numeric[3]]
        .filter(Boolean)
        .map((part) => cardinal(Number(part) % 100))
        .join(" slash "); // prettier-ignore
    return `${months[numeric[1] - 1]} ${(random.chance(0.8) ? ordinal : cardinal)(Number(numeric[2]))}${numeric[3] ? ` ${year(numeric[3])}` : ""}`;
  }
  return text
    .toLowerCase()
    .replace(/\d{4}/g, year)
    .replace(/(\d{1,2})(?:st|nd|rd|th)?\b/g, (_, day) => (Number(day) > 0 ? ordinal(Number(day)) : "oh")); // prettier-ignore
}

function year(text) {
  const value = Number(text.slice(-2));
  const low = value === 0 ? "hundred" : value < 10 ? `oh ${ones[value]}` : cardinal(value);
  if (text.length === 2) return low;
  return text.startsWith("20") && value < 10
    ? `two thousand ${value === 0 ? "" : ones[value]}`.trim()
    : `${cardinal(Number(text.slice(0, 2)))} ${low}`;
}

/** The numbers of running text, as said of doses, pressures and scores. */
export function spokenText(text, random) {
  return text
    .replace(/(\d+)\/(\d+)/g, (_, over, under) => `${inPairs(over)} ${random.chance(0.7) ? "over" : "out of"} ${inPairs(under)}`)
    .replace(/(\d+)\.(\d+)/g, (_, whole, part) => `${inPairs(whole)} point ${digitByDigit(part)}`)
    .replace(/(?<![A-Za-z\d])\d{1,6}(?![\d])/g, (digits) => `${inPairs(digits)}`);
}

/** The number of a house, and what else is counted in an address. */
export function spokenAddress(text) {
  return text
    .replace(/\d{1,6}/g, (digits) => ` ${inPairs(digits)} `)
    .replace(/ +/g, " ")
    .trim();
}
