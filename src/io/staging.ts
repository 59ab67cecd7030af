import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, lstat, mkdir, open, opendir, rename, rm, rmdir, stat, unlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Writable } from "node:stream";
import { createGzip } from "node:zlib";
import { DeidError } from "../errors.ts";

/** What an output came to, as it lies: compressed where it is. */
export interface Written {
  readonly sha256: string;
  readonly bytes: number;
}

export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the output; its bytes are then on the disk, under a temporary name where it is staged. */
  close(): Promise<Written>;
}

export interface OutputOptions {
  /** What errors call the output. */
  readonly display: string;
  /** Default 0o666 less the umask. */
  readonly mode?: number | undefined;
  readonly gzip?: boolean | undefined;
  /** Renamed after all others: the manifest. */
  readonly isLast?: boolean | undefined;
}

/** Many small files, which are written whole, one after the other. */
export interface FolderSink {
  write(name: string, bytes: Uint8Array): Promise<void>;
}

export interface FolderOptions {
  /** What errors call the folder. */
  readonly display: string;
  /** Which files of an earlier run go where `force` is given: others in the folder stay. */
  readonly replaces: (name: string) => boolean;
}

export interface Staging {
  /** Throws `output-exists` without `force`, `output-is-input`, `output-failed`. Folders are made as needed. */
  open(path: string, options: OutputOptions): Promise<Sink>;
  /** A folder of its own, however many files come into it: throws as `open` does, and `output-exists` where it holds anything. */
  openFolder(path: string, options: FolderOptions): Promise<FolderSink>;
  /** Takes back one output that was opened: its input turned out bad. */
  drop(path: string): Promise<void>;
  /** Renames every output to its name, the last ones last. */
  commit(): Promise<void>;
  /** Removes whatever is staged, and folders made for it where they are empty. */
  abort(): Promise<void>;
}

interface Staged {
  readonly path: string;
  readonly temporary: string;
  readonly options: OutputOptions;
  readonly file: FileHandle;
  isClosed: boolean;
}

/**
 * Outputs are written to `.scrubjay-….partial` beside their names and renamed when the run is whole; until then nothing
 * that stood there is touched. `inputs` are paths that no output may be, also not through a link.
 */
export function createStaging({ force = false, inputs = [] }: { readonly force?: boolean; readonly inputs?: readonly string[] }): Staging {
  const staged: Staged[] = [];
  const stagedFolders: StagedFolder[] = [];
  const folders: string[] = [];
  let inodes: Promise<ReadonlySet<string>> | null = null;

  const remove = async (one: Staged): Promise<void> => {
    if (!one.isClosed) await one.file.close().catch(() => undefined);
    one.isClosed = true;
    await unlink(one.temporary).catch(() => undefined);
  };

  return {
    async open(path, options) {
      const target = resolve(path);
      inodes ??= inodesOf(inputs);
      await refuse(target, options, force, await inodes);
      if (staged.some((one) => one.path === target)) {
        throw new DeidError("output-exists", "two inputs lead to one output name", { input: options.display });
      }
      const folder = dirname(target);
      try {
        await makeFolder(folder, folders);
        const temporary = join(folder, `.scrubjay-${randomBytes(8).toString("hex")}.partial`);
        const file = await open(temporary, "wx", options.mode ?? 0o666);
        const one: Staged = { path: target, temporary, options, file, isClosed: false };
        staged.push(one);
        if (options.mode !== undefined) await file.chmod(options.mode);
        const sink = fileSink(file, options.display, () => {
          one.isClosed = true;
        });
        return options.gzip ? gzipSink(sink) : sink;
      } catch (error) {
        throw failed(error, options.display);
      }
    },
    async openFolder(path, { display, replaces }) {
      const target = resolve(path);
      await refuseFolder(target, display, force);
      const temporary = join(dirname(target), `.scrubjay-${randomBytes(8).toString("hex")}.partial`);
      try {
        await makeFolder(dirname(target), folders);
        await mkdir(temporary);
      } catch (error) {
        throw failed(error, display);
      }
      stagedFolders.push({ path: target, temporary, display, replaces });
      return {
        async write(name, bytes) {
          try {
            await writeFile(join(temporary, name), bytes, { flag: "wx" });
          } catch (error) {
            throw failed(error, display);
          }
        },
      };
    },
    async drop(path) {
      const at = staged.findIndex((one) => one.path === resolve(path));
      if (at < 0) return;
      await remove(staged[at]!);
      staged.splice(at, 1);
    },
    async commit() {
      for (let folder = stagedFolders[0]; folder; folder = stagedFolders[0]) {
        try {
          await settleFolder(folder);
        } catch (error) {
          throw failed(error, folder.display);
        }
        stagedFolders.shift();
      }
      const order = [...staged.filter((one) => !one.options.isLast), ...staged.filter((one) => one.options.isLast)];
      for (const one of order) {
        try {
          await rename(one.temporary, one.path);
        } catch (error) {
          throw failed(error, one.options.display);
        }
        staged.splice(staged.indexOf(one), 1);
      }
      for (const folder of new Set(order.map((one) => dirname(one.path)))) await syncFolder(folder);
      folders.length = 0;
    },
    async abort() {
      for (const one of staged.splice(0)) await remove(one);
      for (const { temporary } of stagedFolders.splice(0)) await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
      for (const folder of folders.splice(0).reverse()) await rmdir(folder).catch(() => undefined);
    },
  };
}

/** Standard output, or any stream: not staged. A closed pipe ends the run quietly: `isClosed` then says so and writes go nowhere. */
export function streamSink(stream: Writable, display: string): Sink & { readonly isClosed: boolean } {
  const digest = createHash("sha256");
  let bytes = 0;
  let failure: unknown = null;
  let isClosed = false;
  stream.on("error", (error: unknown) => {
    if (codeOf(error) === "EPIPE") isClosed = true;
    else failure = error;
  });
  const check = (): void => {
    if (failure !== null) throw failed(failure, display);
  };
  return {
    get isClosed() {
      return isClosed;
    },
    async write(chunk) {
      check();
      if (isClosed) return;
      digest.update(chunk);
      bytes += chunk.length;
      await new Promise<void>((done) => {
        stream.write(chunk, (error) => {
          if (error && codeOf(error) !== "EPIPE") failure = error;
          else if (error) isClosed = true;
          done();
        });
      });
      check();
    },
    async close() {
      check();
      return { sha256: digest.digest("hex"), bytes };
    },
  };
}

function fileSink(file: FileHandle, display: string, closed: () => void): Sink {
  const digest = createHash("sha256");
  let bytes = 0;
  // One write is under way while the next bytes are made; its failure is told at the next write or at the end.
  let last: Promise<void> = Promise.resolve();
  const put = async (chunk: Uint8Array): Promise<void> => {
    for (let done = 0; done < chunk.length; ) done += (await file.write(chunk, done, chunk.length - done)).bytesWritten;
  };
  return {
    async write(chunk) {
      try {
        await last;
      } catch (error) {
        throw failed(error, display);
      }
      last = put(chunk);
      last.catch(() => undefined);
      digest.update(chunk);
      bytes += chunk.length;
    },
    async close() {
      try {
        await last;
        await file.sync();
        await file.close();
      } catch (error) {
        throw failed(error, display);
      }
      closed();
      return { sha256: digest.digest("hex"), bytes };
    },
  };
}

function gzipSink(sink: Sink): Sink {
  const gzip = createGzip();
  let failure: unknown = null;
  const drained = (async () => {
    try {
      for await (const chunk of gzip) await sink.write(chunk);
    } catch (error) {
      failure = error;
      gzip.destroy();
    }
  })();
  return {
    async write(chunk) {
      if (failure !== null) throw failure;
      await new Promise<void>((done) => gzip.write(chunk, () => done()));
      if (failure !== null) throw failure;
    },
    async close() {
      gzip.end();
      await drained;
      if (failure !== null) throw failure;
      return sink.close();
    },
  };
}

async function inodesOf(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const inodes = new Set<string>();
  for (const path of paths) {
    const found = await stat(path, { bigint: true }).catch(() => null);
    if (found) inodes.add(`${found.dev}:${found.ino}`);
  }
  return inodes;
}

async function refuse(target: string, { display }: OutputOptions, force: boolean, inputs: ReadonlySet<string>): Promise<void> {
  const link = await lstat(target).catch(() => null);
  if (!link) return;
  const found = await stat(target, { bigint: true }).catch(() => null);
  if (found && inputs.has(`${found.dev}:${found.ino}`))
    throw new DeidError("output-is-input", "the output is an input", { input: display }, "name another --out");
  if (found?.isDirectory()) throw new DeidError("output-exists", "a folder stands where a file is to be written", { input: display });
  if (found && !found.isFile())
    throw new DeidError(
      "output-failed",
      "the output is neither a file nor a folder",
      { input: display },
      "write to standard output instead",
    );
  if (!force) throw new DeidError("output-exists", "the output is already there", { input: display }, "give --force to replace it");
}

interface StagedFolder extends FolderOptions {
  readonly path: string;
  readonly temporary: string;
}

async function refuseFolder(target: string, display: string, force: boolean): Promise<void> {
  if (!(await lstat(target).catch(() => null))) return;
  const folder = await opendir(target).catch(() => null);
  if (!folder) throw new DeidError("output-exists", "a file stands where a folder is to be written", { input: display });
  const first = await folder.read();
  await folder.close();
  if (first && !force)
    throw new DeidError("output-exists", "the output is already there", { input: display }, "give --force to replace it");
}

/** Gives a folder its name; where there is one of that name, its files take the places of those of an earlier run. */
async function settleFolder({ path, temporary, replaces }: StagedFolder): Promise<void> {
  if (!(await stat(path).catch(() => null))) {
    await rename(temporary, path);
    return;
  }
  for await (const { name } of await opendir(path)) if (replaces(name)) await unlink(join(path, name));
  for await (const { name } of await opendir(temporary)) await rename(join(temporary, name), join(path, name));
  await rmdir(temporary);
}

async function makeFolder(folder: string, made: string[]): Promise<void> {
  const missing: string[] = [];
  for (let each = folder; !(await stat(each).catch(() => null)) && dirname(each) !== each; each = dirname(each)) missing.unshift(each);
  // One by one: where the system takes no folders at all, as below /proc, Node's own recursion never ends.
  for (const each of missing) {
    try {
      await mkdir(each);
      made.push(each);
    } catch (error) {
      // Another file of this output made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** So that the renames survive a power cut; where the system cannot, they mostly do anyway. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close().catch(() => undefined);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The system's errors name the path: only their meaning is kept. */
function failed(error: unknown, display: string): DeidError {
  if (error instanceof DeidError) return error;
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the disk is read-only",
    ENOTDIR: "part of the path is not a folder",
    EEXIST: "part of the path is not a folder",
    ENAMETOOLONG: "the name is too long",
    EPIPE: "the pipe is closed",
  };
  const code = codeOf(error);
  return new DeidError("output-failed", (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? "cannot be written", {
    input: display,
  });
}
