import { createReadStream } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { DeidError } from "../errors.ts";
import { bomOf, createDecoder, type Encoding, type EncodingName, encodingByName, invalid, utf16ByNuls, watchUtf8 } from "./encoding.ts";

const chunkBytes = 1 << 18;
/** Of standard input so much is held to settle the encoding. */
const headBytes = 1 << 20;
/** Past this many bytes out, an expansion over the ratio is a bomb. Deflate cannot exceed 1032; exports of tables stay under 100. */
const bombFloor = 64 << 20;
const bombRatio = 300;

export interface SourceOptions {
  /** What errors call the input: a name only where it is safe to print. */
  readonly display: string;
  /** `--encoding`; absent: detected. */
  readonly encoding?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Sees the bytes of the input as they lie (compressed, with BOM) while `text` or `raw` reads them: for digests. */
  readonly onBytes?: ((bytes: Uint8Array) => void) | undefined;
}

export interface Source {
  readonly encoding: Encoding;
  readonly gzip: boolean;
  /** First bytes after gunzip, BOM included, up to 64 Ki: for `recognizeUnsupported`. */
  readonly head: Uint8Array;
  /** Sentences for the user; hold no value. */
  readonly notices: readonly string[];
  /** False for standard input: then `text` or `raw` can be read once. */
  readonly rewindable: boolean;
  /** The text in chunks, without BOM. Throws `encoding-invalid`, `input-unreadable`, `too-large`, `interrupted`. */
  text(): AsyncGenerator<string>;
  /** The bytes after gunzip, without BOM. */
  raw(): AsyncGenerator<Buffer>;
  /** Bytes that `raw` and `text` leave out at the front. */
  readonly bomLength: number;
}

/**
 * Opens a file by path, or a stream such as standard input. The encoding is that named, else that of the BOM, else UTF-16
 * where the NULs lie so, else UTF-8; where no multibyte sequence at all is valid and some byte is not ASCII,
 * Windows-1252 with a notice. A file is read once through for that; of a stream only the first 1 MiB can be.
 */
export async function openSource(input: string | Readable | AsyncIterable<Uint8Array>, options: SourceOptions): Promise<Source> {
  const { display, signal } = options;
  const from = typeof input === "string" ? await fileOrPipe(input, display) : input;
  const isFile = typeof from === "string";
  const stream = isFile ? null : peeked(from, options);
  const notices: string[] = [];

  const first = isFile ? await fileHead(from, options) : await stream!.head(headBytes);
  const gzip = first[0] === 0x1f && first[1] === 0x8b;
  const bytes = (watched: boolean): AsyncGenerator<Buffer> => {
    const plain = isFile ? fileBytes(from, watched ? options : { ...options, onBytes: undefined }) : stream!.rest();
    return gzip ? gunzipped(plain, options) : plain;
  };

  let head = first;
  let opened: ReturnType<typeof peeked> | null = null;
  if (gzip) {
    opened = peeked(bytes(false), { display, signal });
    head = await opened.head(isFile ? 1 << 16 : headBytes);
    if (isFile) await opened.close();
  }

  let mixed: DeidError | null = null;
  const bom = bomOf(head);
  let name: EncodingName;
  if (options.encoding !== undefined) {
    name = encodingByName(options.encoding);
    if (bom && name === "utf-16le" && /^utf-?16$/i.test(options.encoding)) name = bom.name;
  } else if (bom) name = bom.name;
  else {
    const wide = utf16ByNuls(head);
    if (wide) name = wide;
    else {
      const watch = watchUtf8();
      if (isFile) for await (const chunk of bytes(false)) watch.add(chunk);
      else watch.add(head);
      if (isFile || head.length < headBytes) watch.end();
      // Told by `text` and `raw`: what lies there may be a format that is recognized by its bytes.
      if (watch.invalidAt >= 0 && watch.multibyte) mixed = invalid(watch.invalidAt, "utf-8").at({ input: display });
      name = watch.invalidAt >= 0 && !watch.multibyte ? "windows-1252" : "utf-8";
      if (name === "windows-1252") notices.push("not UTF-8: read and written as Windows-1252");
    }
  }
  const bomLength = bom && bom.name === name ? bom.length : 0;

  async function* raw(): AsyncGenerator<Buffer> {
    if (mixed) throw mixed;
    let skip = bomLength;
    for await (const chunk of opened && !isFile ? opened.rest() : bytes(true)) {
      const kept = skip === 0 ? chunk : chunk.subarray(skip);
      skip = Math.max(0, skip - chunk.length);
      if (kept.length > 0) yield kept;
    }
  }
  async function* text(): AsyncGenerator<string> {
    const decoder = createDecoder(name, bomLength);
    try {
      for await (const chunk of raw()) {
        const piece = decoder.decode(chunk);
        if (piece !== "") yield piece;
      }
      const last = decoder.end();
      if (last !== "") yield last;
    } catch (error) {
      throw error instanceof DeidError ? error.at({ input: display }) : error;
    }
  }
  return {
    encoding: { name, bom: bomLength > 0 },
    gzip,
    head: head.subarray(0, 1 << 16),
    notices,
    rewindable: isFile,
    text,
    raw,
    bomLength,
  };
}

/** A named pipe, as the shell gives for `<(…)`, can be read once: it is a stream. */
async function fileOrPipe(path: string, display: string): Promise<string | Readable> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(error, display);
  });
  return found.isFile() || found.isDirectory() ? path : createReadStream(path);
}

async function fileHead(path: string, options: SourceOptions): Promise<Buffer> {
  const bytes = fileBytes(path, { ...options, onBytes: undefined });
  const first = await bytes.next();
  await bytes.return(undefined);
  return first.done ? Buffer.alloc(0) : first.value;
}

async function* fileBytes(path: string, { display, signal, onBytes }: SourceOptions): AsyncGenerator<Buffer> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch (error) {
    throw unreadable(error, display);
  }
  // A chunk of its own each time: consumers may hold it. The next is read while this one is worked on.
  const readNext = async (): Promise<Buffer> => {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const { bytesRead } = await file.read(chunk, 0, chunkBytes);
    return chunk.subarray(0, bytesRead);
  };
  let next = readNext();
  next.catch(() => undefined);
  try {
    for (;;) {
      interrupt(signal);
      let bytes: Buffer;
      try {
        bytes = await next;
      } catch (error) {
        throw unreadable(error, display);
      }
      if (bytes.length === 0) return;
      next = readNext();
      next.catch(() => undefined);
      onBytes?.(bytes);
      yield bytes;
    }
  } finally {
    await next.catch(() => undefined);
    await file.close();
  }
}

/** A stream whose first bytes can be looked at before it is read. */
function peeked(from: AsyncIterable<Uint8Array>, { display, signal, onBytes }: SourceOptions) {
  const iterator = from[Symbol.asyncIterator]();
  // A stream that is silent must not keep an interrupted run.
  let stop = (): void => {};
  const aborted = signal
    ? new Promise<never>((_, reject) => {
        stop = () => reject(new DeidError("interrupted", "the run was interrupted"));
        if (signal.aborted) stop();
        else signal.addEventListener("abort", stop, { once: true });
      })
    : null;
  aborted?.catch(() => undefined);
  const release = (): void => signal?.removeEventListener("abort", stop);
  const held: Buffer[] = [];
  let isDone = false;
  const next = async (): Promise<Buffer | null> => {
    interrupt(signal);
    try {
      const result = await (aborted ? Promise.race([iterator.next(), aborted]) : iterator.next());
      if (result.done) return null;
      const chunk: unknown = result.value;
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : toBuffer(result.value);
      onBytes?.(bytes);
      return bytes;
    } catch (error) {
      throw error instanceof DeidError ? error : unreadable(error, display);
    }
  };
  return {
    async head(size: number): Promise<Buffer> {
      let length = 0;
      while (length < size && !isDone) {
        const chunk = await next();
        if (chunk === null) isDone = true;
        else {
          held.push(chunk);
          length += chunk.length;
        }
      }
      return Buffer.concat(held);
    },
    async *rest(): AsyncGenerator<Buffer> {
      try {
        for (;;) {
          const chunk = held.shift() ?? (isDone ? null : await next());
          if (chunk === null) return;
          yield chunk;
        }
      } finally {
        release();
        if (!signal?.aborted) await iterator.return?.();
      }
    },
    async close(): Promise<void> {
      release();
      await iterator.return?.();
    },
  };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Every member of a gzip file, one after the other (RFC 1952, 2.2). */
async function* gunzipped(from: AsyncGenerator<Buffer>, { display }: SourceOptions): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  let bytesIn = 0;
  let bytesOut = 0;
  let failure: unknown = null;
  const feed = (async () => {
    try {
      for await (const chunk of from) {
        bytesIn += chunk.length;
        if (gunzip.destroyed) return;
        if (!gunzip.write(chunk))
          await new Promise<void>((resolve) => {
            const go = (): void => {
              gunzip.off("drain", go).off("close", go);
              resolve();
            };
            gunzip.on("drain", go).on("close", go);
          });
      }
      gunzip.end();
    } catch (error) {
      failure = error;
      gunzip.destroy();
    }
  })();
  try {
    for await (const chunk of gunzip) {
      const bytes = toBuffer(chunk);
      bytesOut += bytes.length;
      if (bytesOut > bombFloor && bytesOut > bytesIn * bombRatio) {
        throw new DeidError(
          "too-large",
          `the gzip data expands more than ${bombRatio} times`,
          { input: display },
          "if this is meant, give the file expanded",
        );
      }
      yield bytes;
    }
  } catch (error) {
    if (failure instanceof DeidError) throw failure;
    if (error instanceof DeidError) throw error;
    const isTorn = error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";
    throw new DeidError("input-unreadable", isTorn ? "the gzip data is truncated" : "the gzip data is damaged", { input: display });
  } finally {
    gunzip.destroy();
  }
  await feed;
  if (failure) throw failure;
}

function interrupt(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DeidError("interrupted", "the run was interrupted");
}

/** The system's errors name the path: only their code is kept. */
function unreadable(error: unknown, display: string): DeidError {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "ENOENT") return new DeidError("input-missing", "no such file", { input: display });
  if (code === "EISDIR") return new DeidError("input-unreadable", "a folder, not a file", { input: display });
  if (code === "EACCES" || code === "EPERM") return new DeidError("input-unreadable", "permission denied", { input: display });
  return new DeidError("input-unreadable", "cannot be read", { input: display });
}
