import { createHash } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStaging, streamSink } from "../../src/io/staging.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scrubjay-staging-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const display = "output 1";

test("an output has its name only when the run is whole, the manifest last", async () => {
  const staging = createStaging({});
  const manifest = await staging.open(join(folder, "out/manifest.json"), { display, isLast: true });
  const sink = await staging.open(join(folder, "out/a/b.csv"), { display, mode: 0o600 });
  await sink.write(Buffer.from("1,2\n"));
  expect(await sink.close()).toEqual({ bytes: 4, sha256: createHash("sha256").update("1,2\n").digest("hex") });
  await manifest.write(Buffer.from("{}"));
  await manifest.close();
  expect(readdirSync(join(folder, "out/a")).map((name) => /^\.scrubjay-[0-9a-f]{16}\.partial$/.test(name))).toEqual([true]);
  await staging.commit();
  expect(readdirSync(join(folder, "out"), { recursive: true }).sort()).toEqual(["a", "a/b.csv", "manifest.json"]);
  expect(readFileSync(join(folder, "out/a/b.csv"), "utf8")).toBe("1,2\n");
  expect(statSync(join(folder, "out/a/b.csv")).mode & 0o777).toBe(0o600);
});

test("an aborted run leaves nothing, not even folders it made", async () => {
  const staging = createStaging({});
  const sink = await staging.open(join(folder, "out/a/b.csv"), { display });
  await sink.write(Buffer.from("1"));
  await (await staging.open(join(folder, "out/c.csv"), { display })).close();
  await staging.abort();
  expect(readdirSync(folder)).toEqual([]);
});

test("one output can be dropped and the others finish", async () => {
  const staging = createStaging({});
  await staging.open(join(folder, "a.csv"), { display });
  await (await staging.open(join(folder, "b.csv"), { display })).close();
  await staging.drop(join(folder, "a.csv"));
  await staging.commit();
  expect(readdirSync(folder)).toEqual(["b.csv"]);
});

test("what is already there is replaced by force only, and only at the end", async () => {
  const path = join(folder, "a.csv");
  writeFileSync(path, "old");
  await expect(createStaging({}).open(path, { display })).rejects.toMatchObject({ code: "output-exists" });
  const staging = createStaging({ force: true });
  const sink = await staging.open(path, { display });
  await sink.write(Buffer.from("new"));
  await sink.close();
  expect(readFileSync(path, "utf8")).toBe("old");
  await staging.commit();
  expect(readFileSync(path, "utf8")).toBe("new");
});

test("an output that is an input is refused, also through links and by force", async () => {
  const path = join(folder, "in.csv");
  writeFileSync(path, "a");
  symlinkSync(path, join(folder, "soft.csv"));
  linkSync(path, join(folder, "hard.csv"));
  const staging = createStaging({ force: true, inputs: [path] });
  for (const name of ["in.csv", "soft.csv", "hard.csv"]) {
    await expect(staging.open(join(folder, name), { display })).rejects.toMatchObject({ code: "output-is-input" });
  }
});

test("two outputs of one name, a folder in the way, and a file as a folder are refused", async () => {
  const staging = createStaging({ force: true });
  await staging.open(join(folder, "a.csv"), { display });
  await expect(staging.open(join(folder, "a.csv"), { display })).rejects.toMatchObject({ code: "output-exists" });
  mkdirSync(join(folder, "d"));
  await expect(staging.open(join(folder, "d"), { display })).rejects.toMatchObject({ code: "output-exists" });
  writeFileSync(join(folder, "f"), "");
  await expect(staging.open(join(folder, "f/x.csv"), { display })).rejects.toMatchObject({
    code: "output-failed",
    message: "part of the path is not a folder",
  });
  await staging.abort();
  expect(readdirSync(folder).sort()).toEqual(["d", "f"]);
});

test("gzip outputs are told by their bytes as they lie", async () => {
  const staging = createStaging({});
  const path = join(folder, "a.csv.gz");
  const sink = await staging.open(path, { display, gzip: true });
  for (let i = 0; i < 1000; i++) await sink.write(Buffer.from(`${i},x\n`));
  const { bytes } = await sink.close();
  await staging.commit();
  expect(gunzipSync(readFileSync(path)).toString()).toBe(Array.from({ length: 1000 }, (_, i) => `${i},x\n`).join(""));
  expect(statSync(path).size).toBe(bytes);
});

test.skipIf(!existsSync("/dev/full"))("a full disk is told, and nothing echoes the path", async () => {
  const { createWriteStream } = await import("node:fs");
  const sink = streamSink(createWriteStream("/dev/full"), display);
  const failed = sink.write(Buffer.from("x")).then(() => sink.close());
  await expect(failed).rejects.toMatchObject({ code: "output-failed", message: "the disk is full", location: { input: display } });
});

test("a closed pipe ends the writing quietly", async () => {
  const closed = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    },
  });
  const sink = streamSink(closed, display);
  await sink.write(Buffer.from("x"));
  await sink.write(Buffer.from("y"));
  expect(sink.isClosed).toBe(true);
  await sink.close();
});

test("a folder of many files has its name only when the run is whole, and an aborted one leaves nothing", async () => {
  const whole = createStaging({});
  const notes = await whole.openFolder(join(folder, "out/notes"), { display, replaces: () => true });
  await notes.write("1.txt", Buffer.from("one"));
  expect(readdirSync(join(folder, "out")).map((name) => /^\.scrubjay-[0-9a-f]{16}\.partial$/.test(name))).toEqual([true]);
  await notes.write("2.txt", Buffer.from("two"));
  await whole.commit();
  expect(readdirSync(join(folder, "out"), { recursive: true }).sort()).toEqual(["notes", "notes/1.txt", "notes/2.txt"]);
  const aborted = createStaging({});
  await (await aborted.openFolder(join(folder, "new/notes"), { display, replaces: () => true })).write("1.txt", Buffer.from("one"));
  await aborted.abort();
  expect(readdirSync(folder)).toEqual(["out"]);
});

test("a folder that holds anything is kept, and with force gives up only what an earlier run wrote", async () => {
  mkdirSync(join(folder, "notes"));
  for (const name of ["1.txt", "9.txt", "mine.docx"]) writeFileSync(join(folder, "notes", name), "old");
  const path = join(folder, "notes");
  const replaces = (name: string): boolean => name.endsWith(".txt");
  await expect(createStaging({}).openFolder(path, { display, replaces })).rejects.toMatchObject({ code: "output-exists" });
  await expect(createStaging({ force: true }).openFolder(join(path, "1.txt"), { display, replaces })).rejects.toMatchObject({
    code: "output-exists",
  });
  const staging = createStaging({ force: true });
  await (await staging.openFolder(path, { display, replaces })).write("1.txt", Buffer.from("new"));
  await staging.commit();
  expect(readdirSync(folder)).toEqual(["notes"]);
  expect(readdirSync(path).sort()).toEqual(["1.txt", "mine.docx"]);
  expect(readFileSync(join(path, "1.txt"), "utf8")).toBe("new");
});
