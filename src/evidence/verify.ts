import { type Manifest, manifestSchema } from "./manifest.ts";
import { evidenceMark } from "./private.ts";

/** How `verifyOutput` sees the disk; paths are relative to the folder that holds the manifest, with forward slashes. */
export interface OutputReader {
  /** Every file below the folder, or only the named output and its manifest where the output is a single file. */
  list(): Promise<readonly string[]>;
  /** Undefined when there is none. */
  text(path: string): Promise<string | undefined>;
  /** The first bytes, as Latin-1. */
  head(path: string, bytes: number): Promise<string>;
  sum(path: string): Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Reads the file again as the manifest says it was written and counts its records. */
  records(path: string, format: string, encoding: string): Promise<number>;
}

export interface Disagreement {
  readonly code:
    | "manifest-missing"
    | "manifest-invalid"
    | "missing"
    | "sum"
    | "size"
    | "records"
    | "totals"
    | "unlisted"
    | "stays-home"
    | "partial";
  /** As the manifest names it; a file that it does not name is counted from 1: `unlisted file 2`. */
  readonly file: string;
  readonly message: string;
}

/**
 * Whether an output is what its manifest says and holds nothing that must stay home. Empty when all agrees.
 * `manifestPath` is relative, as all paths of the reader.
 */
export async function verifyOutput(reader: OutputReader, manifestPath: string): Promise<readonly Disagreement[]> {
  const text = await reader.text(manifestPath);
  if (text === undefined) return [{ code: "manifest-missing", file: manifestPath, message: "there is no manifest" }];
  const manifest = parseManifest(text);
  if (!manifest) return [{ code: "manifest-invalid", file: manifestPath, message: "this is not a manifest of a version known here" }];

  const found: Disagreement[] = [];
  const files = new Set(await reader.list());
  for (const output of manifest.outputs) {
    const file = output.name;
    if (!files.has(file)) {
      found.push({ code: "missing", file, message: "the manifest lists it and it is not there" });
      continue;
    }
    const { sha256, bytes } = await reader.sum(file);
    if (bytes !== output.bytes) found.push({ code: "size", file, message: `${bytes} bytes where the manifest says ${output.bytes}` });
    if (sha256 !== output.sha256) {
      found.push({ code: "sum", file, message: "its SHA-256 is not the manifest's" });
      continue;
    }
    const records = await reader.records(file, output.format, output.encoding);
    if (records !== output.records)
      found.push({ code: "records", file, message: `${records} records where the manifest says ${output.records}` });
  }
  const { totals } = manifest;
  const out = manifest.outputs.reduce((sum, { records }) => sum + records, 0);
  if (totals.out !== out || totals.in !== totals.out + totals.quarantined) {
    found.push({ code: "totals", file: manifestPath, message: "records in are not records out and records quarantined" });
  }

  const listed = new Set([manifestPath, ...manifest.outputs.map(({ name }) => name)]);
  let unlisted = 0;
  for (const path of [...files].sort()) {
    const isListed = listed.has(path);
    const file = isListed ? path : `unlisted file ${++unlisted}`;
    const secret = await staysHome(reader, path);
    if (secret !== null) found.push({ code: "stays-home", file, message: `this is ${secret}, which must not lie in an output` });
    else if (path.endsWith(".partial")) found.push({ code: "partial", file, message: "this is left from a run that did not end" });
    else if (!isListed) found.push({ code: "unlisted", file, message: "the manifest does not list it" });
  }
  return found;
}

function parseManifest(text: string): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = manifestSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** What a file is that must not travel, or null. */
async function staysHome(reader: OutputReader, path: string): Promise<string | null> {
  const head = await reader.head(path, 256);
  if (head.includes(evidenceMark)) return "evidence";
  if (/scrubjay[- ]vault/i.test(head) || path.endsWith(".vault")) return "a vault";
  const line = head.trim();
  if (/^(?:[0-9A-Fa-f]{64}|[A-Za-z0-9+/]{43}=)$/.test(line)) return "a key";
  return null;
}
