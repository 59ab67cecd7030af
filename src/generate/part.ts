import type { Renderer, Tally } from "./render.ts";
import { createUtf8, type Utf8 } from "./utf8.ts";

/** Some patients in a row, written: their pieces of each file in UTF-8, and what is in them. Plain data: it travels between threads. */
export interface Part {
  readonly files: readonly (readonly [file: string, bytes: Uint8Array<ArrayBuffer>])[];
  readonly tally: Tally;
}

export interface PartWriter {
  patient(index: number): void;
  /** What was written since the last time. */
  take(): Part;
}

/** Gathers what a renderer writes of patients, until it is its turn. */
export function createPartWriter(renderer: Renderer): PartWriter {
  const texts = new Map<string, Utf8>();
  const encoder = new TextEncoder();
  let whole: Part["files"][number][] = [];
  const write = (file: string, text: string): void => {
    if (file.includes("/")) {
      whole.push([file, encoder.encode(text)]);
      return;
    }
    let own = texts.get(file);
    if (!own) {
      own = createUtf8();
      texts.set(file, own);
    }
    own.add(text);
  };
  return {
    patient: (index) => renderer.patient(index, write),
    take() {
      const files = [...whole];
      whole = [];
      for (const [file, text] of texts) if (text.length > 0) files.push([file, text.take()]);
      return { files, tally: taken(renderer.tally) };
    },
  };
}

/** What was counted since the last time. */
function taken({ rows, counts }: Tally): Tally {
  const own = { rows: { ...rows }, counts: Object.fromEntries(Object.entries(counts).map(([format, of]) => [format, { ...of }])) };
  for (const all of [rows, ...Object.values(counts)]) for (const what of Object.keys(all)) all[what] = 0;
  return own;
}
