import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { recognizeUnsupported } from "../../src/formats/unsupported.ts";

const name = (bytes: string | Uint8Array, file = "x") =>
  recognizeUnsupported(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes, file);

test.each([
  ["MSH|^~\\&|A|B\rPID|1\r", "HL7 v2"],
  ["\x0bMSH|^~\\&|A\r", "HL7 v2"],
  ["FHS|^~\\&|A\r", "HL7 v2"],
  ["PID|1|4223161584^^^A^MR|", "HL7 v2"],
  ["ISA*00*          *00*", "X12"],
  ["ST*837*0001~", "X12"],
  ['<?xml version="1.0"?>\n<!-- x -->\n<ClinicalDocument xmlns="urn:hl7-org:v3">', "C-CDA (XML)"],
  ['\xef\xbb\xbf<?xml version="1.0"?><Patient/>', "XML"],
  ["<Patient>", "XML"],
  ["<!DOCTYPE html><html>", "HTML"],
  [`${"\0".repeat(128)}DICM\x02`, "DICOM"],
  ["SQLite format 3\0\x10", "SQLite database"],
  ["-- dump\n/* of */\nCREATE   TABLE a (b int);", "SQL script"],
  ["INSERT INTO a VALUES (1);", "SQL script"],
  ["%PDF-1.7", "PDF"],
  ["{\\rtf1\\ansi", "RTF"],
  ["\x89PNG\r\n", "PNG image"],
  ["\xff\xd8\xff\xe0", "JPEG image"],
  ["GIF89a", "GIF image"],
  ["II*\0", "TIFF image"],
  ["RIFF\0\0\0\0WEBP", "WebP image"],
  ["PAR1", "Parquet"],
  ["PK\x03\x04", "zip archive"],
  ["\x7fELF", "executable"],
  ["TY  - JOUR\n", "RIS"],
])("%j is recognized", (bytes, title) => {
  expect(name(bytes)).toBe(title);
});

test("the name tells zip files apart, UTF-16 is read through, gzip inside gzip is named", () => {
  expect(name("PK\x03\x04", "a.xlsx")).toBe("Excel workbook");
  expect(name(Buffer.from('\ufeff<?xml version="1.0"?><a/>', "utf16le"))).toBe("XML");
  expect(name(gzipSync("a"))).toBe("gzip inside gzip");
});

test.each(["id,name\n1,a\n", '{"a":1}', "Seen today.", "", "MSHA,b\n", "PID|NAME|DOB\n", "ISA,b\n", "set,b\n1,2\n", "<5,>7\n1,2\n"])(
  "%j is not",
  (text) => {
    expect(name(text)).toBeNull();
  },
);
