import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  await expect(read(bytes.subarray(0, bytes.length - 9))).rejects.toMatchObject({ code: "input-unreadable", message: "the gzip data is truncated" });
  await expect(read(Buffer.concat([bytes.subarray(0, 40), Buffer.alloc(200, 0xaa)]))).rejects.toMatchObject({ code: "input-unreadable" });
});
