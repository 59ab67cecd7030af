import { type FileHandle, mkdir, open, unlink } from "node:fs/promises";
import { join } from "node:path";
import { DeidError } from "../errors.ts";

/** Records that were put aside, as they were read: the one file of evidence that holds values. Mode 0600. */
export interface Quarantine {
  add(line: string): Promise<void>;
  close(): Promise<void>;
  /** The run failed: what was put aside is taken back. */
  remove(): Promise<void>;
  readonly lines: number;
}

/** `folder` undefined: nowhere to put them; null: a dry run, which only counts. */
export function createQuarantine(folder: string | undefined | null): Quarantine {
  let file: FileHandle | undefined;
  let path = "";
  let lines = 0;
  return {
    async add(line) {
      lines++;
      if (folder === null) return;
      if (folder === undefined)
        throw new DeidError("bad-usage", "a record must be put aside and there is no folder for it", undefined, "name one with --evidence");
      if (!file) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        path = join(folder, "quarantine.ndjson");
        try {
          await unlink(path).catch(() => undefined);
          file = await open(path, "wx", 0o600);
        } catch {
          throw new DeidError("output-failed", "the quarantine cannot be written");
        }
      }
      await file.appendFile(line);
    },
    async close() {
      await file?.close();
      file = undefined;
    },
    async remove() {
      const wasOpen = file !== undefined;
      await this.close();
      if (wasOpen) await unlink(path).catch(() => undefined);
    },
    get lines() {
      return lines;
    },
  };
}
