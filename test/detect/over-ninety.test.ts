import { describe, expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";
import { marked, unmarked } from "../support/marked.ts";

function finds(sentences: readonly string[]): void {
  test.each(sentences)("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, findAll(text))).toBe(sentence);
  });
}

describe("ages over 89 in the short forms of headers and one-liners", () => {
  finds([
    "Age: [AGE:96y].",
    "Age: [AGE:91y] Sex: M",
    "Age/Sex: [AGE:95/M]",
    "Sex/Age: F/[AGE:97]",
    "The patient is a [AGE:92/F] with falls at home.",
    "[AGE:90 YOM] with dyspnea.",
    "[AGE:99YOF] here for a wound check.",
    "This [AGE:94 y.o.f.] lives alone.",
    "She is [AGE:91 and a half years old].",
    "Members aged [AGE:92]-[AGE:96] were called.",
    "Sisters 88, [AGE:92] and [AGE:95], all well.",
  ]);
});

describe("years of birth that tell such an age", () => {
  finds([
    "She was born in [DATE:1929] in a farmhouse.",
    "Father b. [DATE:1928], a smoker.",
    "Twin, born in [DATE:'33], doing well.",
    "DOB --/[DATE:1930] per outside chart.",
  ]);
});

describe("younger ages, later years and other numbers stay", () => {
  finds([
    "A 65/F with cough, b. 1971.",
    "BP 92/60, 95 % and 92 % RA, temp 93/F axillary.",
    "Kids 9, 12 and 14, sons 41 and 38; born in '98.",
    "58 YOM, 61 y.o.f., aged 31 to 45.",
  ]);
});
