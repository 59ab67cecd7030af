import { expect, test } from "vitest";
import { hintsOf } from "../../src/detect/hints.ts";

const hinted = (text: string): string[] => hintsOf(text).map(({ reason, start, end }) => `${reason}: ${text.slice(start, end)}`);

test("rare occupations, public figures and events in the news are pointed at", () => {
  expect(hinted("He is the county sheriff, an Olympic medalist, and was in the news after the plane crash.")).toEqual([
    "rare-occupation: sheriff",
    "public-figure: Olympic",
    "public-figure: medalist",
    "unique-event: in the news",
    "unique-event: plane crash",
  ]);
});

test("ordinary histories point at nobody", () => {
  expect(hinted("Retired teacher, former smoker, lives with his wife. First visit in the clinic for knee pain.")).toEqual([]);
});
