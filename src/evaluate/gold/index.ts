import { brat } from "./brat.ts";
import { conll } from "./conll.ts";
import type { NoteFormat } from "./format.ts";
import { i2b2 } from "./i2b2.ts";
import { jsonl } from "./jsonl.ts";

/** Every way to write marked notes. What no extension and no first character tells is the one without either: plain text. */
export const noteFormats: readonly NoteFormat[] = [jsonl, brat, i2b2, conll];
