import { holdsIdentifier } from "../detect/index.ts";

export interface SafeName {
  /** What messages and the manifest call the input: its relative name where no detector fires on it, else `input 2`. */
  readonly display: string;
  /** Path of the output relative to the output folder, with forward slashes. */
  readonly output: string;
  /** The table's name, without folders and extensions: tells what an `id` column holds. Empty where it was not safe. */
  readonly table: string;
  readonly renamed: boolean;
}

/**
 * File names are input values too. `names` are relative paths with forward slashes; a segment that holds an identifier
 * is replaced by its place in the run, its extensions kept: `smith_john.csv` becomes `input-2.csv`.
 */
export function safeNames(names: readonly string[]): readonly SafeName[] {
  const folders = new Map<string, string>();
  return names.map((name, index) => {
    const segments = name.split("/");
    let renamed = false;
    const safe = segments.map((segment, depth) => {
      const isFile = depth === segments.length - 1;
      const { stem, extensions } = splitExtensions(segment, isFile);
      if (!holdsIdentifier(stem)) return segment;
      renamed = true;
      if (isFile) return `input-${index + 1}${extensions}`;
      const folder = segments.slice(0, depth + 1).join("/");
      if (!folders.has(folder)) folders.set(folder, `folder-${folders.size + 1}`);
      return folders.get(folder)!;
    });
    const output = safe.join("/");
    const last = segments.at(-1)!;
    return {
      display: renamed ? `input ${index + 1}` : output,
      output,
      table: safe.at(-1) === last ? splitExtensions(last, true).stem : "",
      renamed,
    };
  });
}

function splitExtensions(segment: string, isFile: boolean): { readonly stem: string; readonly extensions: string } {
  const found = isFile ? /(?:\.[A-Za-z]{1,6}){0,1}(?:\.gz)?$/.exec(segment) : null;
  const at = found && found.index > 0 ? found.index : segment.length;
  return { stem: segment.slice(0, at), extensions: segment.slice(at) };
}
