import { expect, test } from "vitest";
import { createDeidentifier } from "../../src/index.ts";

const subjects = [
  { patient_id: "P-7", mrn: "4471902", first_name: "Zyx", last_name: "Qwolt", street: "2193 Jenkyn Forges" },
  { patient_id: "P-8", mrn: "4471903", first_name: "Brindle", last_name: "Vask", street: "12 Oak St" },
];

test("a text without a subject of its own is known by an id that stands in it", async () => {
  const scrubjay = await createDeidentifier({ asOf: "2026-01-31", subjects });
  expect(await scrubjay.text("MRN: 4471902. qwolt walks daily, lives on Jenkyn with Zyx's sister.")).toMatch(
    /^MRN: record_\w{20}\. \[NAME-\d\] walks daily, lives on \[ADDRESS\] with \[NAME-\d\]'s sister\.$/,
  );
});

test("a text that names two subjects is not taken for either's", async () => {
  const scrubjay = await createDeidentifier({ asOf: "2026-01-31", subjects });
  expect(await scrubjay.text("MRN: 4471902 and MRN: 4471903 shared a room; qwolt walks daily.")).toContain("qwolt walks");
});

test("dates in a text move with the subject that an id in it names", async () => {
  const key = "11".repeat(32);
  const scrubjay = await createDeidentifier({ asOf: "2026-01-31", subjects, key, policy: "expert-determination" });
  const days = async (text: string): Promise<number> => {
    const date = /\d{4}-\d{2}-\d{2}/.exec(await scrubjay.text(text))?.[0];
    return (Date.parse("2025-06-15") - Date.parse(date ?? "")) / 86_400_000;
  };
  const moved = await days("MRN: 4471902 seen 2025-06-15.");
  expect(moved).toBeGreaterThanOrEqual(1);
  expect(moved).toBeLessThanOrEqual(365);
});
