import type { NoteFormat } from "./format.ts";
import { jsonl } from "./jsonl.ts";

/** Every way to write marked notes. */
export const noteFormats: readonly NoteFormat[] = [jsonl];
