import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { DeidError } from "../errors.ts";

export interface InputFile {
  /** Absolute; `-` for standard input. */
  readonly path: string;
  /** Under the folder that was named, with `/`; the file's own name where a file was. */
  readonly name: string;
  /** Whether a folder or a glob led here, so that the output is a folder. */
  readonly isFromFolder: boolean;
}

/**
 * The files that the arguments name, each once, in a stable order: as given, and within a folder by name. A folder is walked
 * whole, without names that begin with a dot. Throws `input-missing` where nothing is, `input-outside` where a symbolic link
 * leads out of the folder; errors call an argument `input 1`, for its name may hold an identifier.
 */
export async function expandInputs(args: readonly string[], cwd = process.cwd()): Promise<InputFile[]> {
  const files: InputFile[] = [];
  const seen = new Set<string>();
  const add = async (file: InputFile): Promise<void> => {
    const real = file.path === "-" ? "-" : await realpath(file.path);
    if (seen.has(real)) return;
    seen.add(real);
    files.push(file);
  };
  for (const [index, arg] of args.entries()) {
    const display = `input ${index + 1}`;
    if (arg === "-") {
      await add({ path: "-", name: "stdin", isFromFolder: false });
      continue;
    }
    const path = resolve(cwd, arg);
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) {
      const within = await walk(path, display);
      if (within.length === 0) throw new DeidError("input-missing", "the folder holds no file", { input: display });
      for (const file of within) await add({ path: file, name: relative(path, file).split(sep).join("/"), isFromFolder: true });
    } else if (found) await add({ path, name: basename(path), isFromFolder: false });
    else if (await lstat(path).catch(() => null))
      throw new DeidError("input-missing", "a symbolic link that leads nowhere", { input: display });
    else if (isDynamicPattern(arg)) {
      const matches = (await glob(arg, { cwd, absolute: true, onlyFiles: true, followSymbolicLinks: true, expandDirectories: false })).sort(
        byUnits,
      );
      if (matches.length === 0) throw new DeidError("input-missing", "the pattern matches no file", { input: display });
      const base = resolve(cwd, staticPart(arg));
      for (const match of matches) {
        await inside(match, await realpath(base).catch(() => base), display);
        await add({ path: resolve(match), name: relative(base, match).split(sep).join("/"), isFromFolder: true });
      }
    } else throw new DeidError("input-missing", "no such file or folder", { input: display });
  }
  return files;
}

async function walk(root: string, display: string): Promise<string[]> {
  const realRoot = await realpath(root);
  const found: string[] = [];
  const pending = [root];
  const walked = new Set<string>();
  while (pending.length > 0) {
    const folder = pending.pop()!;
    const real = await realpath(folder);
    // A link back up the tree would turn in circles.
    if (walked.has(real)) continue;
    walked.add(real);
    let entries: string[];
    try {
      entries = await readdir(folder);
    } catch {
      throw new DeidError("input-unreadable", "a folder in it cannot be read", { input: display });
    }
    for (const entry of entries.sort(byUnits)) {
      if (entry.startsWith(".")) continue;
      const path = join(folder, entry);
      await inside(path, realRoot, display);
      const what = await stat(path);
      if (what.isDirectory()) pending.push(path);
      else if (what.isFile()) found.push(path);
    }
  }
  return found.sort(byUnits);
}

/** Throws unless a path, all links followed, is under the real root. */
async function inside(path: string, realRoot: string, display: string): Promise<void> {
  let real: string;
  try {
    real = await realpath(path);
  } catch {
    throw new DeidError("input-missing", "a symbolic link in it leads nowhere", { input: display });
  }
  if (real !== realRoot && !real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) {
    throw new DeidError("input-outside", "a symbolic link in it leads out of it", { input: display }, "name the file or folder itself");
  }
}

/** The folders of a pattern before its first special character. */
function staticPart(pattern: string): string {
  const parts = pattern.split("/");
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return parts.slice(0, first < 0 ? parts.length - 1 : first).join("/") || (pattern.startsWith("/") ? "/" : ".");
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
