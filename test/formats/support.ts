import type { Batch, DecodeOptions, Dialect, Format, Malformed } from "../../src/formats/format.ts";
import { render } from "../../src/formats/render.ts";
import type { Slot } from "../../src/formats/slot.ts";
import { sniffFormat } from "../../src/formats/sniff.ts";

export interface Decoded {
  readonly format: Format;
  readonly dialect: Dialect;
  readonly slots: readonly Slot[];
  readonly batches: readonly Batch[];
  readonly malformed: readonly Malformed[];
  /** Records as `path=value` lists; null stands as `path`. */
  readonly records: readonly (readonly string[])[];
  readonly frames: readonly (readonly string[])[];
  readonly rendered: string;
}

export function chunks(text: string, size: number): string[] {
  const parts: string[] = [];
  for (let i = 0; i < text.length; i += size) parts.push(text.slice(i, i + size));
  return parts;
}

export interface Given extends Partial<DecodeOptions> {
  readonly chunk?: number;
  readonly quarantine?: boolean;
  readonly name?: string;
}

/** Sniffs, decodes in chunks, and lays out what came. */
export async function decoded(
  text: string,
  { chunk = 65_536, quarantine = false, name = "x.csv", ...given }: Given = {},
): Promise<Decoded> {
  const isValue = given.isValue ?? (() => false);
  const { format, dialect } = sniffFormat(text.slice(0, 65_536), text.length <= 65_536, name, { isValue, header: given.header });
  return decodedAs(format, dialect, text, { chunk, quarantine, ...given });
}

export async function decodedAs(
  format: Format,
  dialect: Dialect,
  text: string,
  { chunk = 65_536, quarantine = false, ...given }: Given = {},
): Promise<Decoded> {
  const slots: Slot[] = [];
  const batches: Batch[] = [];
  const malformed: Malformed[] = [];
  const options: DecodeOptions = {
    isValue: () => false,
    ...given,
    ...(quarantine && { onMalformed: (one: Malformed) => malformed.push(one) }),
  };
  for await (const batch of format.decode(chunks(text, chunk), dialect, slots, options)) batches.push(batch);
  const records: string[][] = [];
  const frames: string[][] = [];
  for (const batch of batches) {
    for (let e = 0; e < batch.entries; e++) {
      const entry: string[] = [];
      for (let c = e === 0 ? 0 : batch.cellsEnd[e - 1]!; c < batch.cellsEnd[e]!; c++) {
        const value = format.read(batch.text.slice(batch.start[c], batch.end[c]), dialect);
        const path = slots[batch.slot[c]!]!.path;
        entry.push(value === undefined ? path : `${path}=${value}`);
      }
      (batch.frame[e] ? frames : records).push(entry);
    }
  }
  const rendered = batches.map((batch) => render(batch, format, dialect, () => undefined)).join("");
  return { format, dialect, slots, batches, malformed, records, frames, rendered };
}
