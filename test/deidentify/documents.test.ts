import { expect, test } from "vitest";
import { createDeidentifier } from "../../src/index.ts";

async function first<T extends object>(row: T): Promise<T> {
  const scrubjay = await createDeidentifier({ asOf: "2026-01-31" });
  return scrubjay.object(row, { name: "messages" });
}

test("JSON in a string is judged by its own labels and written back as it was", async () => {
  const { payload } = await first({ payload: '{"ssn": "987-65-4321", "bp": "120/80", "hba1c": 7.20}' });
  expect(payload).toBe('{"ssn": null, "bp": "120/80", "hba1c": 7.20}');
});

test("a table in a string loses its identifiers and keeps its results", async () => {
  const { attachment } = await first({ attachment: "Name,MRN,Result\nMaria Lopez,4029887,7.2\nWei Tran,4029888,6.1" });
  expect(attachment).toMatch(/^Name,MRN,Result\n,record_\w{20},7\.2\n,record_\w{20},6\.1$/);
});

test("base64 of text, and URL-encoded text, are opened and closed again", async () => {
  const { data, query } = await first({
    data: btoa("Patient Maria Lopez, MRN: 4029887, BP 120/80"),
    query: "patient=Maria%20Lopez&phone=617-555-0134",
  });
  expect(atob(data)).toMatch(/^Patient \[NAME-\d\], MRN: record_\w{20}, BP 120\/80$/);
  expect(query).not.toContain("Lopez");
  expect(query).not.toContain("0134");
});

test("documents in documents are opened to a depth of four, deeper ones are removed", async () => {
  let nested: unknown = { ssn: "987-65-4321", result: 7.2 };
  for (let depth = 0; depth < 3; depth++) nested = { payload: JSON.stringify(nested) };
  const opened = JSON.stringify(await first(nested as { payload: string }));
  expect(opened).not.toContain("987-65-4321");
  expect(opened).toContain("7.2");
  for (let depth = 0; depth < 3; depth++) nested = { payload: JSON.stringify(nested) };
  const removed = JSON.stringify(await first(nested as { payload: string }));
  expect(removed).not.toContain("987-65-4321");
  expect(removed).not.toContain("7.2");
});
