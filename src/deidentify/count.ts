import type { FormatName } from "../formats/format.ts";
import { formatByName } from "../formats/index.ts";
import { openSource } from "../io/source.ts";
import { analyze } from "./analyze.ts";

/** Reads an output again, as its manifest says it was written, and counts its records. Throws what reading throws. */
export async function countRecords(path: string, format: string, encoding: string): Promise<number> {
  const source = await openSource(path, { display: "the output", encoding });
  // The name comes from a manifest, which may be anybody's.
  const known = formatByName(format as FormatName).name;
  const { batches } = await analyze(source.text(), { name: path, inputName: "", format: known });
  let records = 0;
  for await (const batch of batches) for (let e = 0; e < batch.entries; e++) if (batch.frame[e] === 0) records++;
  return records;
}
