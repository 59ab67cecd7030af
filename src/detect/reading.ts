import type { Reading } from "./finding.ts";
import { type Edit, layerOf } from "./readings/edits.ts";
import { encodedEdits } from "./readings/encoded.ts";
import { escapeEdits } from "./readings/escapes.ts";
import { htmlEdits, looksLikeHtml } from "./readings/html.ts";
import { withoutMisreadings } from "./readings/misreadings.ts";
import { quotedPrintableEdits } from "./readings/quoted-printable.ts";
import { rtfEdits } from "./readings/rtf.ts";
import { runEdits } from "./readings/runs.ts";
import { asScanned, isScanned } from "./readings/scanned.ts";
import { segmentEdits } from "./readings/segments.ts";
import { spacedEdits } from "./readings/spaced.ts";
import { unicodeEdits, withoutLookAlikes } from "./readings/unicode.ts";
import { wrapEdits } from "./readings/wraps.ts";
import { type Tokens, tokenize } from "./tokens.ts";

/** A reading whose words are counted once and shared by every detector that runs over it. */
export interface TokenReading extends Reading {
  readonly tokens: Tokens;
  /** A scanner read it, and badly: digits stand for letters and letters for digits. */
  readonly scanned: boolean;
}

/**
 * A normalized view of `text`: what programs encoded is decoded (RTF, quoted-printable, escapes, HTML), letters are plain,
 * words and numbers torn by a line's end or by spaces are whole, and what a scanner misread is put right where it is sure.
 * A plain text is its own view.
 */
export function readingOf(text: string): TokenReading {
  const signs = signsOf(text);
  let view = decodedView(text, signs);
  if (signs & beyondAscii || view.text !== text) view = view.with(unicodeEdits).as(withoutLookAlikes);
  if (signs & encoded || view.text !== text) view = view.with(encodedEdits);
  view = view.with(segmentEdits);
  if (signs & line) view = view.with(wrapEdits);
  view = view.with(spacedEdits).with(runEdits);
  return (isScanned(view.text) ? view.as(asScanned, true) : view).as(withoutMisreadings);
}

/** What programs encoded decoded, as far as a sign at the head of a text or all over it says how; otherwise the text itself. */
export function decodedOf(text: string): Reading {
  return decodedView(text, signsOf(text));
}

function decodedView(text: string, signs: number): View {
  let view = new View(text, undefined);
  if (signs & backslash) {
    view = view.with(rtfEdits);
    view = view.with(escapeEdits);
  }
  if (signs & equals) view = view.with(quotedPrintableEdits);
  // Twice, since some systems encode what is encoded already: `&amp;eacute;`.
  if (signs & markup) for (let i = 0; i < 2 && looksLikeHtml(view.text); i++) view = view.with(htmlEdits);
  return view;
}

/** The words of any reading: the shared ones of ours, counted anew for one made elsewhere. */
export function tokensOf(reading: Reading): Tokens {
  return (reading as Partial<TokenReading>).tokens ?? tokenize(reading.text);
}

class View implements TokenReading {
  readonly text: string;
  readonly scanned: boolean;
  readonly #before: ((start: number, end: number) => readonly [number, number]) | undefined;
  #tokens: Tokens | undefined;

  constructor(text: string, before: ((start: number, end: number) => readonly [number, number]) | undefined, scanned = false) {
    this.text = text;
    this.scanned = scanned;
    this.#before = before;
  }

  get tokens(): Tokens {
    this.#tokens ??= tokenize(this.text);
    return this.#tokens;
  }

  toSource(start: number, end: number): readonly [number, number] {
    return this.#before ? this.#before(start, end) : [start, end];
  }

  /** This view with edits of its own text. */
  with(editsOf: (text: string) => readonly Edit[]): View {
    const edits = editsOf(this.text);
    if (edits.length === 0) return this;
    const layer = layerOf(this.text, edits);
    return new View(layer.text, (start, end) => this.toSource(...layer.toSource(start, end)));
  }

  /** This view in other letters, one for one. */
  as(reads: (text: string) => string, scanned = this.scanned): View {
    const text = reads(this.text);
    return text === this.text ? this : new View(text, this.#before, scanned);
  }
}

const beyondAscii = 1;
const markup = 2;
const backslash = 4;
const equals = 8;
const line = 16;
const encoded = 32;
const signOf = new Uint8Array(128);
for (const [char, sign] of [
  ["<", markup],
  ["&", markup],
  ["\\", backslash],
  ["=", equals],
  ["\n", line],
  ["%", encoded],
  ["\x7f", beyondAscii],
] as const)
  signOf[char.charCodeAt(0)] = sign;

/** No run of letters and digits shorter than this is read as an encoded text. */
const shortestRun = 16;
/** A word, a path or a rule of dashes is as long, but goes on in letters of one sort. */
const mixed = /[a-z][A-Z0-9]|[0-9][A-Za-z]/;

/** Which characters stand in a text that make it worth a closer look. */
function signsOf(text: string): number {
  let signs = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    signs |= code < 128 ? signOf[code]! : beyondAscii;
    // Letters, digits and `+ - / _`, roughly: what ends a word is a space, a line's end or a mark below `+`.
    if (code < 43 || code === 44 || code === 46 || code === 58) run = 0;
    else if (++run % shortestRun === 0 && !(signs & encoded) && mixed.test(text.slice(i + 1 - shortestRun, i + 2))) signs |= encoded;
  }
  return signs;
}
