import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, scrubjay, valuesIn } from "../support/command.ts";
import { planted, plantedValues } from "../support/sample.ts";

const { given, family, ssn, birth } = planted;
const dicom = Buffer.concat([Buffer.alloc(128), Buffer.from(`DICM\x02\0\0\0UL\x04\0\0\0\0\0${family}^${given}`)]);

/** Each is recognized by name and refused: nothing falls back to text. */
const unsupported: readonly (readonly [name: string, content: string | Buffer, title: string])[] = [
  ["p.xml", `<?xml version="1.0"?><patient><name>${family}</name></patient>`, "XML"],
  ["ccda.xml", `<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"><name>${family}</name></ClinicalDocument>`, "C-CDA"],
  ["adt.hl7", `MSH|^~\\&|A|B|C|D|2021||ADT^A01|1|P|2.5.1\rPID|1||1^^^H||${family}^${given}||${birth}\r`, "HL7 v2"],
  ["adt.txt", `MSH|^~\\&|A|B|C|D|2021||ADT^A01|1|P|2.5.1\rPID|1||1^^^H||${family}^${given}||${birth}\r`, "HL7 v2"],
  [
    "claim.edi",
    `ISA*00*          *00*          *ZZ*A              *ZZ*B              *210101*1200*^*00501*000000001*0*P*:~GS*HC*A*B~NM1*IL*1*${family}*${given}~`,
    "X12",
  ],
  ["image.dcm", dicom, "DICOM"],
  ["image.csv", dicom, "DICOM"],
  ["letter.pdf", `%PDF-1.7\n(${family})`, "PDF"],
  ["data.sqlite", Buffer.from(`SQLite format 3\0${family}`.padEnd(200, "\0")), "SQLite"],
  ["dump.sql", `CREATE TABLE p (ssn text);\nINSERT INTO p VALUES ('${ssn}');\n`, "SQL"],
  ["photo.jpg", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(family)]), "JPEG"],
  ["sheet.xlsx", Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(family)]), "Excel"],
  ["page.html", `<!doctype html><html><body>${family}</body></html>`, "HTML"],
  ["data.parquet", Buffer.concat([Buffer.from("PAR1"), Buffer.from(family)]), "Parquet"],
];

test.for(unsupported)("%s is recognized and refused", async ([name, content, title]) => {
  const folder = folderOf({ [name]: content });
  const { code, stdout, stderr } = await scrubjay(["deidentify", name, "--out", "out/"], { cwd: folder });
  expect(stderr).toContain("format-unsupported:");
  expect(stderr).toContain(title);
  expect(code).toBe(4);
  expect(valuesIn(stdout + stderr, plantedValues)).toEqual([]);
  expect(existsSync(join(folder, "out", name))).toBe(false);
});

test("what is of no known format is refused", async () => {
  const folder = folderOf({ "p.bin": Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)) });
  const { code, stderr } = await scrubjay(["deidentify", "p.bin", "--out", "out/"], { cwd: folder });
  expect(code).toBe(4);
  expect(stderr).toMatch(/format-unknown:|encoding-invalid:|format-unsupported:/);
});
