import { expect, test } from "vitest";
import { type SniffOptions, sniffFormat } from "../../src/formats/sniff.ts";

const isValue = (text: string) => /^\d{3}-\d{2}-\d{4}$|^\d{4}-\d{2}-\d{2}$|^Ana |^Smith$|^Maria$/.test(text);
const sniff = (head: string, name: string, options: Partial<SniffOptions> = {}) => {
  try {
    const { format, dialect } = sniffFormat(head, true, name, { isValue, ...options });
    return format.name === "delimited"
      ? `delimited ${JSON.stringify(dialect.delimiter)} ${dialect.hasHeader ? "header" : "none"}`
      : format.name;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test("content decides", () => {
  expect(sniff("a,b\n1,2\n", "x")).toBe('delimited "," header');
  expect(sniff("a\tb\n1\t2\n", "x.txt")).toBe('delimited "\\t" header');
  expect(sniff("a|b|c\n1|2,5|3\n", "x.csv")).toBe('delimited "|" header');
  expect(sniff("a;b\n1,5;2,5\n", "x.csv")).toBe('delimited ";" header');
  expect(sniff('{"a":1}\n{"a":2}\n', "x.txt")).toBe("ndjson");
  expect(sniff('[{"a":1}]', "x.csv")).toBe("json");
  expect(sniff('{\n  "a": 1\n}', "-")).toBe("json");
  expect(sniff("Seen by Dr. Ruiz, doing well.\nPlan: rest, fluids.\n", "note.txt")).toBe("text");
});

test("a table with a broken row is a table, and a lone row of tabs or pipes too", () => {
  expect(sniff(`a\tb\n${"1\t2\n".repeat(12)}3\n`, "x.txt")).toBe('delimited "\\t" header');
  expect(sniff("id|name|dob\n", "x.txt")).toBe('delimited "|" header');
  expect(sniff("id, name, dob\n", "x.txt")).toBe("text");
});

test("a head that ends in the second line tells NDJSON", () => {
  const { format } = sniffFormat(`{"a":"${"x".repeat(100)}"}\n{"a":"xx`, false, "-", { isValue });
  expect(format.name).toBe("ndjson");
});

test("the extension breaks ties", () => {
  expect(sniff('{"a":1}\n', "x.json")).toBe("json");
  expect(sniff('{"a":1}\n', "x.jsonl")).toBe("ndjson");
  expect(sniff('{"a":1}\n', "x.ndjson.gz")).toBe("ndjson");
  expect(sniff("name\nAna Ruiz\n", "x.csv")).toBe('delimited "," header');
  expect(sniff("name\nAna Ruiz\n", "x.txt")).toBe("text");
  expect(sniff("Ana Ruiz, aged 7.", "x.csv")).toBe('delimited "," none');
  expect(sniff("", "x.csv.gz")).toBe('delimited "," none');
  expect(sniff("", "x.txt")).toBe("text");
});

test("nothing falls back to text", () => {
  expect(sniff("Seen today and doing well", "x.foo")).toBe("format-unknown");
  expect(sniff("Seen today and doing well", "note")).toBe("text");
  expect(sniff("@#$%^&*(){}<>?/", "note")).toBe("format-unknown");
  expect(sniff("a,b\0\n1,2\n", "x.csv")).toBe("format-unknown");
  expect(sniff("a,b\x01\x02\x03\x04\n1,2\n", "x.csv")).toBe("format-unknown");
  expect(sniff("Seen today", "x.foo", { format: "text" })).toBe("text");
});

test("a first row that holds values, or repeats the rows below, is data", () => {
  expect(sniff("Smith,Maria,1980-02-03,123-45-6789,M\nLee,Bo,1971-04-05,123-45-6780,F\n", "x.csv")).toBe('delimited "," none');
  expect(sniff("aspirin,oral,F\nibuprofen,oral,F\n", "x.csv")).toBe('delimited "," none');
  expect(sniff("1,2\n3,4\n", "x.csv")).toBe('delimited "," none');
  expect(sniff("apellido,nombre,fecha_nacimiento\nRuiz,Ana,03/02/1980\n", "x.csv")).toBe('delimited "," header');
  expect(sniff("ID,DATE,VALUE\n", "x.csv")).toBe('delimited "," header');
  expect(
    sniff(
      `${Array.from({ length: 300 }, (_, i) => `col_${i}`).join(",")}\n${Array.from({ length: 300 }, (_, i) => `v${i}`).join(",")}\n`,
      "x.csv",
    ),
  ).toBe('delimited "," header');
  expect(sniff("name,dob,100,200\nAna Ruiz,1980-02-03,5,6\n", "x.csv")).toBe('delimited "," header');
  expect(sniff("lon,lat\n", "x.csv", { isValue: () => true })).toBe('delimited "," header');
  expect(sniff("patient,2019,2020,2021\nA1,5,7,8\nA2,4,4,3\n", "x.csv")).toBe('delimited "," header');
  expect(sniff("name,city\nAna Ruiz,Reno\n", "x.csv", { header: "no" })).toBe('delimited "," none');
  expect(sniff("1,2\n3,4\n", "x.csv", { header: "yes" })).toBe('delimited "," header');
});
