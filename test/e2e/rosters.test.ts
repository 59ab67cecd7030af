import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, scrubjay } from "../support/command.ts";

const roster =
  "patient_id,mrn,first_name,last_name,phone\nP-71001,4471902,Zyxel,Qwoltman,617-555-0134\nP-71002,4471903,Brindovan,Vaskerton,617-555-0177\n";
const notes =
  "note_id,patient_id,text\nN1,P-71001,Seen with a cough. zyxel walks daily; QWOLTMAN family informed; call 617 555 0134.\nN2,P-71002,Here for follow up. qwoltman is the road he lives on; brindovan is well.\n";

test("what a roster in the folder says of a subject is found in that subject's notes in another file", async () => {
  const folder = folderOf({ "in/patients.csv": roster, "in/notes.csv": notes });
  expect((await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder })).code).toBe(0);
  const text = readFileSync(join(folder, "out/notes.csv"), "utf8");
  expect(text).toContain("Seen with a cough. [NAME-1] walks daily; [NAME-2] family informed; call [PHONE].");
  // Another subject's name is not this one's: only prose evidence may find it.
  expect(text).toMatch(/\[NAME-\d\] is well\./);
});

test("--subjects names a roster that lies elsewhere and gives no output", async () => {
  const folder = folderOf({ "home/people.csv": roster, "notes.csv": notes });
  const { code } = await scrubjay(["deidentify", "notes.csv", "--out", "out.csv", "--subjects", "home/people.csv", "--json"], {
    cwd: folder,
  });
  expect(code).toBe(0);
  expect(readFileSync(join(folder, "out.csv"), "utf8")).toContain("cough. [NAME-1] walks daily; [NAME-2] family");
  const manifest = JSON.parse(readFileSync(join(folder, "out.csv.manifest.json"), "utf8"));
  expect(manifest.outputs).toHaveLength(1);
  expect(manifest.sentences.join(" ")).not.toContain("There was no survey");
});

test("a note in a file of its own is known by the record number in it", async () => {
  const folder = folderOf({
    "in/patients.csv": roster,
    "in/letters/a.txt": "Re: MRN 4471903\n\nI saw brindovan vaskerton today; vaskerton is better.\n",
  });
  expect((await scrubjay(["deidentify", "in", "--out", "out"], { cwd: folder })).code).toBe(0);
  const text = readFileSync(join(folder, "out/letters/a.txt"), "utf8");
  expect(text.toLowerCase()).not.toContain("vaskerton");
  expect(text).toContain("is better.");
});

test("on standard input there is no survey, and the manifest says so", async () => {
  const folder = folderOf({});
  const { code } = await scrubjay(["deidentify", "-", "--out", "out.csv", "--manifest", "m.json"], { cwd: folder, stdin: notes });
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, "m.json"), "utf8")).sentences.join(" ")).toContain("There was no survey");
});
