import { expect, test } from "vitest";
import { createDetectors, detectAll } from "../../src/detect/index.ts";
import { asScanned, isScanned } from "../../src/detect/readings/scanned.ts";
import { marked, unmarked } from "../support/marked.ts";

const rules = createDetectors({ without: ["tagger"] });

const page = [
  "0AK HlLL CL1N1C   FAX [PHONE:(5O3)  22l 9O4l]   [DATE:l0/O2/2O22]",
  "PATlENT seen [DATE:9/l8] and [DATE:9/2O]. Chart# [ID:K4O7-l1]. BP l32/8O, HR 7l, 5OO mg b1d, wt l9O.",
  "Medicare [ID:lTR4-XK2-MN9O]. Well since [DATE:Ju1y]; pager [PHONE:5O3 4l8 22OO].",
].join("\n");

test("a scanned page is read with digits in its numbers and letters in its words", async () => {
  const text = unmarked(page);
  expect(isScanned(text)).toBe(true);
  const [found] = await detectAll([text], [], rules);
  const lines = marked(text, found!).split("\n");
  expect(lines[1]).toBe(page.split("\n")[1]);
  expect(lines[2]).toBe(page.split("\n")[2]);
  expect(lines[0]).toContain(page.split("\n")[0]!.slice(page.indexOf("FAX")));
});

test("the reading is as long as the page, and changes no code, dose or name that is well read", () => {
  const text = unmarked(page);
  expect(asScanned(text)).toHaveLength(text.length);
  expect(asScanned("on 2 L O2, SpO2 94, PGY1, T1 E0, 25-OH vitamin D, I/O 400")).toBe(
    "on 2 L O2, SpO2 94, PGY1, T1 E0, 25-OH vitamin D, I/O 400",
  );
});

test("a text with a slip or two is no scanned page", () => {
  expect(isScanned("Seen 3/l4 by Dr. Hall at C0LBY; O2 sat 94, H2O2 used, CO2 22, T10 level, 2OD.")).toBe(false);
});
