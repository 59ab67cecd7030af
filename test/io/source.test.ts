import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { encodeText } from "../../src/io/encoding.ts";
import { openSource, type Source } from "../../src/io/source.ts";

const folder = mkdtempSync(join(tmpdir(), "scrubjay-source-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
function file(bytes: Uint8Array): string {
  const path = join(folder, `${files++}`);
  writeFileSync(path, bytes);
  return path;
}

async function all(source: Source): Promise<string> {
  let text = "";
  for await (const chunk of source.text()) text += chunk;
  return text;
}

const display = "input 1";
const read = async (bytes: Uint8Array, encoding?: string) => {
  const source = await openSource(file(bytes), { display, encoding });
  return { text: await all(source), ...source.encoding, gzip: source.gzip, notices: source.notices.length };
};

test("the encoding is that of the byte order mark, of the NULs, or UTF-8", async () => {
  const text = "id;name\n1;José 😀\n";
  expect(await read(Buffer.from(text))).toEqual({ text, name: "utf-8", bom: false, gzip: false, notices: 0 });
  expect(await read(Buffer.from(`\ufeff${text}`))).toEqual({ text, name: "utf-8", bom: true, gzip: false, notices: 0 });
  expect(await read(encodeText(`\ufeff${text}`, "utf-16le"))).toEqual({ text, name: "utf-16le", bom: true, gzip: false, notices: 0 });
  expect(await read(encodeText(`\ufeff${text}`, "utf-16be"))).toEqual({ text, name: "utf-16be", bom: true, gzip: false, notices: 0 });
  expect(await read(encodeText(text, "utf-16le"))).toEqual({ text, name: "utf-16le", bom: false, gzip: false, notices: 0 });
  expect(await read(encodeText(text, "utf-16be"))).toEqual({ text, name: "utf-16be", bom: false, gzip: false, notices: 0 });
});

test("where no multibyte sequence is valid it is Windows-1252, with a notice", async () => {
  const text = "José – 5 €, “Peña”\x81";
  const bytes = encodeText(text, "windows-1252");
  expect(bytes.length).toBe(text.length);
  expect(await read(bytes)).toEqual({ text, name: "windows-1252", bom: false, gzip: false, notices: 1 });
});

test("valid and invalid UTF-8 in one input is refused with the offset of the byte", async () => {
  const bytes = Buffer.concat([Buffer.alloc(300_000, "José,"), Buffer.from([0xe9]), Buffer.from(",x")]);
  await expect(read(bytes)).rejects.toMatchObject({ code: "encoding-invalid", location: { input: display, byte: 300_000 } });
  await expect(read(Buffer.from([0x4a, 0xe9, 0x20]), "utf-8")).rejects.toMatchObject({ code: "encoding-invalid", location: { byte: 1 } });
});

test("gzip of several members is read whole", async () => {
  const bytes = Buffer.concat([gzipSync("a,b\n1,"), gzipSync("2\n")]);
  expect(await read(bytes)).toMatchObject({ text: "a,b\n1,2\n", gzip: true });
  const source = await openSource(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), { display });
  expect(await all(source)).toBe("a,b\n1,2\n");
});

test("truncated gzip is unreadable", async () => {
  const bytes = gzipSync(Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7919) & 127)));
  await expect(read(bytes.subarray(0, bytes.length - 9))).rejects.toMatchObject({
    code: "input-unreadable",
    message: "the gzip data is truncated",
  });
  await expect(read(Buffer.concat([bytes.subarray(0, 40), Buffer.alloc(200, 0xaa)]))).rejects.toMatchObject({ code: "input-unreadable" });
});

test("a gzip bomb is stopped", async () => {
  const bytes = gzipSync(Buffer.alloc(80 << 20, 48));
  const source = openSource(file(bytes), { display, encoding: "utf-8" }).then(all);
  await expect(source).rejects.toMatchObject({
    code: "too-large",
    message: "the gzip data expands more than 300 times",
    location: { input: display },
  });
});

test("a table that compresses well is no bomb", async () => {
  const text = Array.from({ length: 400_000 }, (_, i) => `${i},2021-03-04,2021-03-05,F,E11.9,mg/dL\n`).join("");
  expect((await read(gzipSync(text))).text.length).toBe(text.length);
});

test("of a stream the head settles the encoding, and what comes later must keep it", async () => {
  const latin = Buffer.from("José\n", "latin1");
  const source = await openSource(Readable.from([latin]), { display });
  expect(source.encoding.name).toBe("windows-1252");
  expect(await all(source)).toBe("José\n");
  const late = await openSource(Readable.from([Buffer.alloc(1 << 20, "a\n"), latin]), { display });
  await expect(all(late)).rejects.toMatchObject({ code: "encoding-invalid", location: { input: display, byte: (1 << 20) + 3 } });
});

test("what is recognized by its bytes is opened, and its encoding told only when it is read", async () => {
  const source = await openSource(file(Buffer.concat([Buffer.from("%PDF-1.7 José"), Buffer.from([0xff, 0xe9])])), { display });
  expect(Buffer.from(source.head).subarray(0, 5).toString()).toBe("%PDF-");
  await expect(all(source)).rejects.toMatchObject({ code: "encoding-invalid", location: { input: display, byte: 14 } });
});

test("sequences that chunks cut are read whole, in every encoding", async () => {
  const text = "é😀”\n".repeat(300);
  for (const name of ["utf-8", "utf-16le", "utf-16be"] as const) {
    const bytes = encodeText(`\ufeff${text}`, name);
    const pieces = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
    expect(await all(await openSource(Readable.from(pieces), { display }))).toBe(text);
  }
  const torn = openSource(Readable.from([Buffer.from("Jos\xc3\xa9 \xe2\x82", "latin1")]), { display }).then(all);
  await expect(torn).rejects.toMatchObject({ code: "encoding-invalid", location: { byte: 6 } });
  await expect(openSource(file(Buffer.from([0xff, 0xfe, 0x61])), { display }).then(all)).rejects.toMatchObject({
    code: "encoding-invalid",
    location: { byte: 2 },
  });
});

test("a file can be read twice, and its bytes are seen as they lie", async () => {
  const bytes = gzipSync("\ufeffa,b\n");
  const seen: Uint8Array[] = [];
  const source = await openSource(file(bytes), { display, onBytes: (chunk) => seen.push(chunk) });
  expect(seen).toEqual([]);
  expect(await all(source)).toBe("a,b\n");
  expect(Buffer.concat(seen)).toEqual(bytes);
  expect(await all(source)).toBe("a,b\n");
  const streamed: Uint8Array[] = [];
  const stream = await openSource(Readable.from([bytes.subarray(0, 9), bytes.subarray(9)]), {
    display,
    onBytes: (chunk) => streamed.push(chunk),
  });
  await all(stream);
  expect(Buffer.concat(streamed)).toEqual(bytes);
});

test("what cannot be opened is told without its name", async () => {
  const told = (path: string) =>
    openSource(path, { display }).then(
      () => null,
      (error: unknown) => `${(error as { code: string }).code} ${String(error)} ${JSON.stringify(error)}`,
    );
  const missing = await told(join(folder, "Ana Ruiz.csv"));
  expect(missing).toMatch(/^input-missing DeidError: no such file/);
  expect(missing).not.toContain("Ana");
  expect(await told(folder)).toMatch(/^input-unreadable DeidError: a folder, not a file/);
  await expect(openSource(file(Buffer.from("a")), { display, encoding: "ebcdic" })).rejects.toMatchObject({ code: "bad-usage" });
});

test("an aborted read stops, also on a stream that says nothing", async () => {
  const { signal } = { signal: AbortSignal.abort() };
  await expect(openSource(file(Buffer.from("a")), { display, signal }).then(all)).rejects.toMatchObject({ code: "interrupted" });
  const stop = new AbortController();
  const silent = new Readable({ read() {} });
  const opening = openSource(silent, { display, signal: stop.signal });
  setTimeout(() => stop.abort(), 10);
  await expect(opening).rejects.toMatchObject({ code: "interrupted" });
});

test("an empty input is empty text", async () => {
  expect(await read(Buffer.alloc(0))).toEqual({ text: "", name: "utf-8", bom: false, gzip: false, notices: 0 });
  expect((await read(gzipSync(""))).text).toBe("");
});

test("what Windows-1252 cannot write loses its accent, then is left out", () => {
  expect(encodeText("ŁĀ ő€", "windows-1252").toString("latin1")).toBe("A o\x80");
});

test.skipIf(process.platform === "win32")("a named pipe is read once, whole", async () => {
  const pipe = join(folder, "pipe");
  const make = "mkfifo";
  execFileSync(make, [pipe]);
  const text = "id,name\n".repeat(50_000);
  const writing = writeFile(pipe, text);
  const source = await openSource(pipe, { display });
  expect(source.rewindable).toBe(false);
  expect((await all(source)) === text).toBe(true);
  await writing;
});
