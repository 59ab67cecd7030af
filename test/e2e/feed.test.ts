import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, folderOf, scrubjay } from "../support/command.ts";

const base = ["generate", "--profile", "tiny", "--patients", "12", "--seed", "feed", "--as-of", "2026-03-31", "--no-gold"];

test("--order time puts the messages of all patients in order, and loses none", async () => {
  const out = folderOf();
  const messages: string[][] = [];
  for (const order of ["patient", "time"]) {
    const { code } = await scrubjay([...base, "--format", "hl7v2", "--order", order, "--out", join(out, order)]);
    expect(code).toBe(0);
    expect(filesIn(join(out, order))).toEqual(["population.hl7"]);
    messages.push(
      readFileSync(join(out, order, "population.hl7"), "utf8")
        .split("\n")
        .slice(0, -1),
    );
  }
  const [byPatient, byTime] = messages as [string[], string[]];
  const sent = (message: string): string => message.split("|")[6]!;
  expect(byPatient.map(sent)).not.toEqual(byPatient.map(sent).toSorted());
  expect(byTime.map(sent)).toEqual(byTime.map(sent).toSorted());
  expect(byTime.toSorted()).toEqual(byPatient.toSorted());
});

test.each([
  ["for other formats", ["--format", "csv", "--order", "time"]],
  ["for a shard", ["--format", "hl7v2", "--order", "time", "--shard", "1/2"]],
])("--order time makes no sense %s", async (_, args) => {
  const { code, stderr } = await scrubjay([...base, ...args, "--out", folderOf()]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("--order time")]);
});

test("--layout synthea writes Synthea's eighteen files", async () => {
  const out = folderOf();
  expect((await scrubjay([...base, "--layout", "synthea", "--out", join(out, "s")])).code).toBe(0);
  expect(filesIn(join(out, "s"))).toHaveLength(18);
  expect(readFileSync(join(out, "s/conditions.csv"), "utf8")).toMatch(/^START,STOP,PATIENT,ENCOUNTER,SYSTEM,CODE,DESCRIPTION\n/);
});
