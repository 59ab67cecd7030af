import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/calendar/index.ts";
import { findAll } from "../../src/detect/index.ts";
import { createStream } from "../../src/random/stream.ts";
import { dateInYear } from "../../src/transform/in-year.ts";
import { marked, unmarked } from "../support/marked.ts";

function finds(sentences: readonly string[]): void {
  test.each(sentences)("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, findAll(text))).toBe(sentence);
  });
}

describe("a time joined to a date belongs to it", () => {
  finds([
    "Given [DATE:5/6/22@0915] by the nurse.",
    "Given [DATE:5/6/22 @ 9:15] by the nurse.",
    "Given [DATE:5/6/22T0915] by the nurse.",
    "Given [DATE:5/6/22 @0915] by the nurse.",
  ]);
});

describe("partial dates that tell each other", () => {
  finds([
    "Pain visits on [DATE:May 2, 6, and 8].",
    "Missed dialysis [DATE:June 3 and 5].",
    "Dosed [DATE:May 2], 6 mg nightly and 8 mg daily.",
    "[DATE:2/3] afebrile, eating\n[DATE:3/2] rash again\n[DATE:3/3] rash gone",
    "- [DATE:5/4]: walked\n- [DATE:5/6]: home",
    "Hgb 7.9 ([DATE:2/3]) 8.4 ([DATE:2/4]) 9.1 ([DATE:2/6]), steady.",
    "[DATE:Weds 5/6] she called.",
    "Called on [DATE:5/6] and again [DATE:8th].",
    "Ran from [DATE:5/6] through [DATE:the 9th].",
  ]);
});

describe("parts and scores in rows stay", () => {
  finds([
    "Power:\n3/5 grip\n4/5 biceps\n5/5 both legs",
    "2/6 murmur\n3/4 strength\n4/5 grip",
    "Pain 6 (3/10) then 4 (4/10); walked on [DATE:5/6], strength 3/5, pulses 2/4.",
    "1/2 tab\n3/4 cup",
  ]);
});

describe("whole dates in rare spellings", () => {
  finds([
    "Checked on [DATE:5|6|2022] again.",
    "Result dated [DATE:050622].",
    "Last seen [DATE:050622] in clinic.",
    "Scored 5|6|7 on trails.",
  ]);
});

describe("coordinates behind their words or letters", () => {
  finds([
    "Picked up at lat [PLACE:39.1031], long [PLACE:-84.5120] by the crew.",
    "GPS: lat: [PLACE:39.1031] lon: [PLACE:-84.5120]",
    "Landed at [PLACE:N39.1031 W84.5120] in the field.",
    "Incision long 12.125 cm, lat 3.125 mm.",
  ]);
});

test("of a date with a joined time the year alone is left, or all of it is drawn", () => {
  for (const text of ["5/6/22@0915", "5/6/22 @ 9:15", "5/6/22T0915", "5/6/2022 @0915"]) {
    const date = parseDate(text);
    expect(date).toMatchObject({ year: 2022, month: 5, day: 6, hasTime: true });
    const drawn = Array.from({ length: 8 }, (_, i) => dateInYear(date!, createStream(`times ${i}`)));
    const times = new Set(drawn.map((one) => /\d{1,2}:?\d{2}$/.exec(one!)![0]));
    expect(times.size).toBeGreaterThan(4);
    for (const one of drawn) expect(one).toMatch(/^\d{1,2}\/\d{1,2}\/(?:20)?22(?:T| ?@ ?)(?:\d{2}:?\d{2})$/);
  }
});
