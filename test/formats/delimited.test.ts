import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { delimited } from "../../src/formats/delimited.ts";
import type { Dialect } from "../../src/formats/format.ts";
import { render } from "../../src/formats/render.ts";
import type { Slot } from "../../src/formats/slot.ts";
import { decoded, decodedAs } from "./support.ts";

const comma: Dialect = { format: "delimited", delimiter: "," };
const slot = { id: 0, path: "a", label: "a", part: "value" } as const;

test("a header names the columns and is a frame", async () => {
  const { records, frames, slots } = await decoded('ID,NAME\n1,Ana\n2,"Bo ""B"" Li"\n');
  expect(frames).toEqual([["{header}=ID", "{header}=NAME"]]);
  expect(records).toEqual([
    ["ID=1", "NAME=Ana"],
    ["ID=2", 'NAME=Bo "B" Li'],
  ]);
  expect(slots.map(({ id, path, part }) => `${id} ${path} ${part}`)).toEqual(["0 ID value", "1 NAME value", "2 {header} key"]);
});

test("duplicate, empty and unsafe headers have paths of their own", async () => {
  const isValue = (text: string) => text === "Ana Ruiz";
  const { slots } = await decoded("NAME,NAME,,Ana Ruiz,col_17\na,b,c,d,e\n", { isValue, header: "yes" });
  expect(slots.map(({ path, label }) => `${path}|${label}`)).toEqual([
    "NAME|NAME",
    "NAME#2|NAME",
    "column_3|",
    "#4|",
    "col_17|col_17",
    "{header}|",
  ]);
});

test("a header that is the label of a kind keeps its name, whatever it looks like", async () => {
  const { slots } = await decoded("LON,zip 02139\n1,2\n", { isValue: () => true, header: "yes" });
  expect(slots.map(({ path, label }) => `${path}|${label}`)).toEqual(["LON|LON", "#2|", "{header}|"]);
});

test("quotes, doubled quotes, line breaks in cells, mixed line ends and a last line without one", async () => {
  const text = 'a,b\r\n"x\r\ny","1 ""2"""\n5\'10",z\r"",\n\nlast,"q"';
  const { records, frames, rendered } = await decoded(text);
  expect(records).toEqual([
    ["a=x\r\ny", 'b=1 "2"'],
    [`a=5'10"`, "b=z"],
    ["a=", "b="],
    ["a=last", "b=q"],
  ]);
  expect(frames).toEqual([["{header}=a", "{header}=b"], []]);
  expect(rendered).toBe(text);
});

test("a note of a thousand lines in quotes is one cell", async () => {
  const note = "Seen today, doing well.\n".repeat(1000);
  const { records } = await decoded(`id,a,note\n1,2,"${note}"\n`);
  expect(records).toEqual([["id=1", "a=2", `note=${note}`]]);
});

test("a line of spaces is blank among records of several cells", async () => {
  const { records, frames } = await decoded("a,b\n1,2\n   \n3,4\n \n");
  expect(records.length).toBe(2);
  expect(frames.length).toBe(3);
});

test("a sep= line is a frame and names the delimiter", async () => {
  const { records, dialect, frames } = await decoded("sep=;\r\nid;name\r\n1;a,b\r\n");
  expect(dialect.delimiter).toBe(";");
  expect(frames).toEqual([[], ["{header}=id", "{header}=name"]]);
  expect(records).toEqual([["id=1", "name=a,b"]]);
});

test("a malformed record is refused with its line and record", async () => {
  const refused = async (text: string) => decoded(text, { header: "yes" }).catch((error: unknown) => error);
  expect(await refused('a,b\n1,"x\ny"\n1,2,3\n')).toMatchObject({
    code: "malformed",
    message: "3 cells where 2 are due",
    location: { line: 4, record: 2 },
  });
  expect(await refused("a,b\n1\n")).toMatchObject({ message: "1 cells where 2 are due", location: { line: 2, record: 1 } });
  expect(await refused('a,b\n1,"x"y\n')).toMatchObject({ message: "text follows a closing quote", location: { line: 2, record: 1 } });
  expect(await refused('a,b\n1,2\n3,"x\n5,6\n')).toMatchObject({
    message: "an opening quote is not closed",
    location: { line: 3, record: 2 },
  });
  expect(await refused(`a,b\n1,"x\n${"y\n".repeat(5000)}",2\n`)).toMatchObject({ message: "an opening quote is not closed" });
  expect(await refused(`a,b\n1,"x\n${"y".repeat(1 << 20)}\n`)).toMatchObject({ message: "an opening quote is not closed" });
  expect(await refused('a,b,c\n"1,2,3\n4,5,6\n7",8,9\n')).toMatchObject({
    message: "a quoted cell spans lines that each look like a whole record",
    location: { line: 2, record: 1 },
  });
  expect(await refused('"a,b\n1,2\n')).toMatchObject({ message: "the header row: an opening quote is not closed", location: { line: 1 } });
});

test("a NUL past the head is malformed", async () => {
  await expect(decoded(`a,b\n${"1,2\n".repeat(20_000)}1,\0\n`)).rejects.toMatchObject({
    code: "malformed",
    location: { line: 20_002, record: 20_001 },
  });
});

test.each([1, 7, 65_536])("put aside, a broken quote costs its line and a wrong width its record, in chunks of %i", async (chunk) => {
  const text = 'id,note\n1,a\n2,"b\n3,c\n4,d,e\n5,f\n\n6,"g"h\n7,"i\nj"\n8,"k';
  const { records, malformed, rendered } = await decoded(text, { quarantine: true, chunk, batchUnits: chunk });
  expect(malformed.map(({ record, line, text }) => `${record} ${line} ${text}`)).toEqual([
    '2 3 2,"b\n',
    "4 5 4,d,e\n",
    '6 8 6,"g"h\n',
    '8 11 8,"k',
  ]);
  expect(records.map(([id]) => id)).toEqual(["id=1", "id=3", "id=5", "id=7"]);
  expect(rendered).toBe('id,note\n1,a\n3,c\n5,f\n\n7,"i\nj"\n');
});

test("the first entry of each batch counts what was put aside", async () => {
  const { batches } = await decoded("a,b\n1,2\n3\n4,5\n6,7\n", { quarantine: true, header: "yes" });
  expect(batches.map(({ firstEntry, firstLine, text }) => [firstEntry, firstLine, text])).toEqual([
    [0, 1, "a,b\n1,2\n"],
    [2, 4, "4,5\n6,7\n"],
  ]);
});

test("a value is written as the cell was, with quotes where it needs them", () => {
  const write = (value: string | null, raw: string) => delimited.write(value, raw, slot, comma);
  expect(write("x", "y")).toBe("x");
  expect(write("x", '"y"')).toBe('"x"');
  expect(write("a,b", "y")).toBe('"a,b"');
  expect(write('a"b', "y")).toBe('"a""b"');
  expect(write("a\nb", "y")).toBe('"a\nb"');
  expect(write("a;b", "y")).toBe("a;b");
  expect(write(null, "y")).toBe("");
  expect(write(null, '"y"')).toBe('""');
  expect(delimited.write(null, "y", slot, { ...comma, columns: ["a"] })).toBe('""');
});

const cell = fc.stringMatching(/^[ab,"\n\r é]{0,6}$/);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
const lineBreak = fc.constantFrom("\n", "\r\n", "\r");

test("what it reads of well-formed text is what csv-parse reads", async () => {
  await fc.assert(
    fc.asyncProperty(table, lineBreak, fc.boolean(), fc.constantFrom(1, 7, 65_536), async (rows, end, isEnded, chunk) => {
      const text =
        rows
          .map((row) => row.map((value) => delimited.write(value, value === "" || /^ | $/.test(value) ? '""' : "", slot, comma)).join(","))
          .join(end) + (isEnded ? end : "");
      const { records, frames, malformed, rendered } = await decodedAs(delimited, comma, text, {
        chunk,
        quarantine: true,
        batchUnits: chunk,
      });
      const swallowed = malformed.some(({ message }) => message.startsWith("a quoted cell spans lines"));
      fc.pre(!swallowed);
      expect(malformed).toEqual([]);
      expect(frames).toEqual([]);
      expect(records.map((record) => record.map((each) => each.slice(each.indexOf("=") + 1)))).toEqual(
        parse(text, { record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true }),
      );
      expect(rendered).toBe(text);
    }),
    { numRuns: 400 },
  );
});

test("any text at all is read as csv-parse reads it, or refused by both", async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[a,"\n]{0,14}$/), fc.constantFrom(1, 3, 65_536), async (text, chunk) => {
      const ours = await decodedAs(delimited, comma, text, { chunk, batchUnits: chunk }).then(
        ({ records }) => records.map((record) => record.map((each) => each.slice(each.indexOf("=") + 1))),
        () => null,
      );
      let theirs: string[][] | null;
      try {
        theirs = parse(text, { record_delimiter: ["\r\n", "\n", "\r"], skip_empty_lines: true });
      } catch {
        theirs = null;
      }
      // A quote inside an unquoted cell is text here and an error there.
      if (theirs === null && /[a]"/.test(text)) return;
      // Refused here only: a stray quote that joins lines.
      if (ours === null && /"[^"]*\n/.test(text)) return;
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 1500 },
  );
});

test("whole records of bytes end where records of text end", () => {
  fc.assert(
    fc.property(table, lineBreak, (rows, end) => {
      const lines = rows.map((row) => row.map((value) => delimited.write(value, '""', slot, comma)).join(",") + end);
      const bytes = Buffer.from(lines.join(""));
      const ends = [0];
      for (const line of lines) ends.push(ends.at(-1)! + Buffer.byteLength(line));
      for (let to = 0; to <= bytes.length; to++) {
        // After a CR the LF that may follow is waited for.
        const whole = ends.filter((each) => each <= to && (end !== "\r" || each < to || each === 0)).at(-1);
        expect(delimited.splitBytes!(bytes.subarray(0, to), comma)).toBe(whole);
      }
    }),
    { numRuns: 100 },
  );
});

test("a replaced cell leaves all else as it was", async () => {
  const text = 'a;b\r\n"1";x y\r\n2;\r\n';
  const { batches, format, dialect } = await decoded(text);
  const replaced = batches.map((batch) => render(batch, format, dialect, (c) => (batch.slot[c] === 1 ? "t;1" : undefined))).join("");
  expect(replaced).toBe('a;b\r\n"1";"t;1"\r\n2;"t;1"\r\n');
});

test("a hundred megabytes in one line are read", async () => {
  const text = `a,b\n1,${"x".repeat(100 << 20)}\n2,y\n`;
  const { records } = await decoded(text, { chunk: 1 << 20 });
  expect(records.map((record) => record[1]!.length)).toEqual([(100 << 20) + 2, 3]);
});

test("a record over its limit is too large", async () => {
  await expect(decoded(`a,b\n1,${"x".repeat(5000)}`, { chunk: 100, batchUnits: 100, maxRecordUnits: 1000 })).rejects.toMatchObject({
    code: "too-large",
    location: { line: 2, record: 1 },
  });
});

test("a list of slots serves several decodings of one input", async () => {
  const slots: Slot[] = [];
  const seen: string[] = [];
  for (const [text, hasHeader] of [
    ["ID,ID\n1,2\n", true],
    ["3,4\n", false],
  ] as const) {
    const dialect: Dialect = { ...comma, hasHeader, columns: ["ID", "ID"] };
    for await (const batch of delimited.decode([text], dialect, slots, { isValue: () => false })) {
      for (let c = 0; c < batch.cells; c++) seen.push(`${slots[batch.slot[c]!]!.path}=${batch.text.slice(batch.start[c], batch.end[c])}`);
    }
  }
  expect(seen).toEqual(["{header}=ID", "{header}=ID", "ID=1", "ID#2=2", "ID=3", "ID#2=4"]);
  expect(slots.map(({ path }) => path)).toEqual(["ID", "ID#2", "{header}"]);
});

test("bytes cut by whole records are put aside as uncut text is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^([ab]{1,2}|"[ab,\n]{0,4}"|"|,|\n|\r\n|\r){0,24}$/), fc.nat(60), async (text, size) => {
      const dialect: Dialect = { ...comma, columns: ["x", "y"] };
      const told = async (part: string) => {
        const { records, malformed } = await decodedAs(delimited, dialect, part, { quarantine: true });
        return { records, malformed: malformed.map((one) => one.text) };
      };
      const bytes = Buffer.from(text);
      const cut = delimited.splitBytes!(bytes.subarray(0, size), dialect);
      const [whole, first, second] = [
        await told(text),
        await told(bytes.subarray(0, cut).toString()),
        await told(bytes.subarray(cut).toString()),
      ];
      expect({ records: [...first.records, ...second.records], malformed: [...first.malformed, ...second.malformed] }).toEqual(whole);
    }),
    { numRuns: 3000 },
  );
});

test("a first row longer than the head names its columns all the same", async () => {
  const text = `${Array.from({ length: 9000 }, (_, i) => `column_${i}`).join(",")}\n${"1,".repeat(8999)}1\n`;
  expect(text.length).toBeGreaterThan(65_536);
  const { slots, records } = await decoded(text, { header: "yes" });
  expect([slots.length, slots[8999]!.path, records[0]!.length]).toEqual([9001, "column_8999", 9000]);
});
