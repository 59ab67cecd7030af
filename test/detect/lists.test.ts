import { expect, test } from "vitest";
import { createDetectors, detectAll } from "../../src/detect/index.ts";
import { type Lists, parseList } from "../../src/detect/lists.ts";

async function found(text: string, lists: Lists): Promise<string[]> {
  const [findings] = await detectAll([text], [], createDetectors({ lists, without: ["tagger"] }));
  return findings!.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}
const entry = (text: string, kind = "name") => parseList(`text,kind\n"${text}",${kind}`)[0]!;

test("what is denied is found in any case, over any space, as whole words alone", async () => {
  const lists = { deny: [entry("Blue Heron pod", "facility"), entry("quillfeather")] };
  expect(await found("moved to the BLUE  HERON\npod by quillfeather today; herons stay", lists)).toEqual([
    "facility: BLUE  HERON\npod",
    "name: quillfeather",
  ]);
  expect(await found("the heron pod is open", lists)).toEqual([]);
});

test("what is allowed is kept where it is the whole of what was found, and nowhere else", async () => {
  const text = "Seen by Dr. Helena Voss today. Spoke with Voss again. Dr. Alvarez agrees.";
  expect(await found(text, {})).toEqual(["name: Helena Voss", "name: Voss", "name: Alvarez"]);
  expect(await found(text, { allow: [entry("Voss"), entry("alvarez")] })).toEqual(["name: Helena Voss"]);
});

test("what is denied goes although it is allowed as well", async () => {
  expect(await found("given by quillfeather", { allow: [entry("quillfeather")], deny: [entry("quillfeather")] })).toEqual([
    "name: quillfeather",
  ]);
});

test("a name that the record knows is removed although it is allowed", async () => {
  const known = {
    has: (word: string) => (word === "allis" ? ("family-name" as const) : undefined),
    words: new Map([["allis", "family-name" as const]]),
  };
  const detectors = createDetectors({ lists: { allow: [entry("Allis")] } });
  const [findings] = await detectAll(["Allis was seen."], [known], detectors);
  expect(findings!.map(({ start, end }) => [start, end])).toEqual([[0, 5]]);
});

test("a list is one entry a line, or CSV with text and kind, in any order and with any of the usual separators", () => {
  expect(parseList("# clinicians\n\nHelena Voss\r\n  Ruiz, Ana \n")).toEqual([
    { text: "Helena Voss", kind: "name" },
    { text: "Ruiz, Ana", kind: "name" },
  ]);
  expect(parseList('\ufeffkind;text;note\nfacility;"Blue Heron; east";x\n;Voss;\n')).toEqual([
    { text: "Blue Heron; east", kind: "facility" },
    { text: "Voss", kind: "name" },
  ]);
});

test.each([
  ["text,kind\nVoss,surgeon\n", "kind"],
  ['text,kind\n"Voss,name\n', "CSV"],
  ["...\n", "word"],
  [`${"long ".repeat(13)}\n`, "12"],
])("a list that makes no sense is refused without its words: %j", (text, says) => {
  let error: unknown;
  try {
    parseList(text);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ code: "malformed", message: expect.stringContaining(says) });
  expect(String((error as Error).message)).not.toMatch(/Voss|surgeon|long/);
});
