/** Version of everything that turns a value and a key into a code. It stands in the manifest; a change of it changes every code. */
export const EPOCH = "1";

/** Crockford's base 32: no i, l, o, u, so that a code is neither misread nor a word. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Regular expression source of a token, without anchors: `mrn_` and 20 letters or digits (100 bits). */
export const tokenSource = "[a-z][a-z0-9]{0,15}_[0-9a-hjkmnp-tv-z]{20}";

const whole = /^[a-z][a-z0-9]{0,15}_[0-9a-hjkmnp-tv-z]{20}$/;

/** Whether a whole text is a token of this program. Detectors leave tokens alone. */
export function isToken(text: string): boolean {
  return text.length <= 37 && text.length >= 22 && whole.test(text);
}

/** The sub-range `[start, end)` of every token in a text, in order: what no detector may claim. */
export function tokenSpans(text: string): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  // A token ends 20 characters after its underscore, which is rare: look for that, not for the prefix.
  for (let at = text.indexOf("_"); at >= 0; at = text.indexOf("_", at + 1)) {
    let start = at;
    while (start > 0 && at - start < 16 && isWordUnit(text.charCodeAt(start - 1))) start--;
    const end = at + 21;
    if (start > 0 && isWordUnit(text.charCodeAt(start - 1))) continue;
    if (end < text.length && (isWordUnit(text.charCodeAt(end)) || text[end] === "_")) continue;
    if (isToken(text.slice(start, end))) spans.push([start, end]);
  }
  return spans;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122);
}

/** The readable part of a domain's tokens: `member-id` gives `memberid_`. */
function tokenPrefix(domain: string): string {
  const letters = domain
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/^[0-9]{1,16}/, "")
    .slice(0, 16);
  return `${letters || "code"}_`;
}

/** Writes tokens of one domain: its prefix and twenty characters of the first 100 bits of the four words at `at`. */
export function tokenWriter(domain: string): (words: Int32Array, at: number) => string {
  const prefix = tokenPrefix(domain);
  const start = prefix.length;
  const length = start + 20;
  // One buffer, written over and over: joining short strings takes four times as long.
  const bytes = Buffer.alloc(length);
  bytes.write(prefix, "latin1");
  return (words, at) => {
    let bits = 0;
    let held = 0;
    let word = at;
    for (let i = start; i < length; i++) {
      if (held < 5) {
        const next = words[word++]!;
        const missing = 5 - held;
        bytes[i] = letters[((bits << missing) | (next >>> (32 - missing))) & 31]!;
        bits = next;
        held = 32 - missing;
      } else {
        held -= 5;
        bytes[i] = letters[(bits >>> held) & 31]!;
      }
    }
    return bytes.toString("latin1");
  };
}

const letters = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
