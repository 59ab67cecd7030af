import { describe, expect, test } from "vitest";
import { createDetectors, detectAll, type Finding } from "../../src/detect/index.ts";
import { marked } from "../support/marked.ts";

const scrub = (text: string): string => marked(text, findAll(text));

// The tagger claims some of these by itself; what is tested is that they are found without it.
const rules = createDetectors({ without: ["tagger"] });
const findAll = (text: string): Finding[] => (detectAll([text], [], rules) as Finding[][])[0]!;

describe("a code that one place is sure of", () => {
  test.each([
    ["MRN: 660915. Someone asked for the 660915 folder.", "MRN: [ID:660915]. Someone asked for the [ID:660915] folder."],
    ["Account number: 7720-31. The office sent 7720-31 twice.", "Account number: [ID:7720-31]. The office sent [ID:7720-31] twice."],
    ["Account number: 7720-31. The office sent 772031 twice.", "Account number: [ID:7720-31]. The office sent [ID:772031] twice."],
    ["Chart #31-90-2. Nobody had seen 31-90-2 since.", "Chart #[ID:31-90-2]. Nobody had seen [ID:31-90-2] since."],
    ["ZIP: 49855. She moved within the 49855 area.", "ZIP: [PLACE:49855]. She moved within the [PLACE:49855] area."],
    ["They pulled 660915 first. MRN: 660915.", "They pulled [ID:660915] first. MRN: [ID:660915]."],
    ["Username: kzbrycki. The account kzbrycki was closed.", "Username: [ID:kzbrycki]. The account [ID:kzbrycki] was closed."],
  ])("is found where it stands bare: %s", (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });

  test("is not found within a number, before a unit, or as a year", () => {
    const rest = "Then 4471 mL were given, 0.4471 and 14,471 counted, 4471.5 measured.";
    expect(scrub(`MRN: 4471. ${rest}`)).toBe(`MRN: [ID:4471]. ${rest}`);
    expect(scrub("MRN: 1987. Surgery took place in 1987.")).toBe("MRN: [ID:1987]. Surgery took place in 1987.");
  });
});

test("a hundred thousand codes are each found again, in time that grows no faster than they do", { timeout: 120_000 }, () => {
  const milliseconds = (count: number): number => {
    const codes = Array.from({ length: count }, (_, i) => `Q-${7_000_000 + i * 7}`);
    const text = `${codes.map((code) => `MRN: ${code}. `).join("")}${codes.map((code) => `saw ${code} again. `).join("")}`;
    const { user } = process.cpuUsage();
    const found = findAll(text);
    const took = (process.cpuUsage().user - user) / 1000;
    expect(found.length).toBe(2 * count);
    return took;
  };
  milliseconds(1000);
  const once = Math.min(milliseconds(12_500), milliseconds(12_500));
  expect(milliseconds(100_000)).toBeLessThan(24 * once);
});
