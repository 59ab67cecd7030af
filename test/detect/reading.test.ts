import fc from "fast-check";
import { expect, test } from "vitest";
import { readingOf } from "../../src/detect/reading.ts";

test("plain text is its own reading", () => {
  const text = "BP 120/80 & stable, pH < 7.4";
  expect(readingOf(text).text).toBe(text);
  expect(readingOf(text).toSource(3, 9)).toEqual([3, 9]);
});

test("what cannot be seen is gone, and what looks the same is the same", () => {
  const reads = (text: string): string => readingOf(text).text;
  expect(reads("Nu\u0303n\u0303ez Zoë ﬁrst")).toBe("Nunez Zoe first");
  expect(reads("12\u200b3\u00ad4")).toBe("1234");
  expect(reads("MRN:\u00a0\u20091２３")).toBe("MRN:  123");
  expect(reads("4/1–4/9 — O’Malley “Bud”")).toBe('4/1-4/9 - O\'Malley "Bud"');
  expect(reads("Рetrоv")).toBe("Petrov");
  expect(reads("Петров")).toBe("Петров");
  expect(reads("Jos&eacute; &amp; Ana<br>next <b>Jo</b>hn")).toBe("Jose & Ana\nnext John");
});

test("an attribute of a tag stays readable", () => {
  expect(readingOf('<a href="mailto:a@example.org">mail</a>').text).toContain("a@example.org");
});

test("every span leads back to a span of the source that reads the same", () => {
  const piece = fc.constantFrom("a", "é", "e\u0301", "\u200b", "ﬁ", "１", "<b>", "&amp;", " ", "\u00a0", "Р", "x", "\n", "😀", "ß");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const source = pieces.join("");
      const reading = readingOf(source);
      const start = Math.min(a, b) % (reading.text.length + 1);
      const end = Math.min(reading.text.length, start + (Math.max(a, b) % 7));
      const [from, to] = reading.toSource(start, end);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(source.length);
      expect(from).toBeLessThanOrEqual(to);
      if (!/[<&]/.test(source) && !/[Р１]/.test(source))
        expect(readingOf(source.slice(from, to)).text).toContain(reading.text.slice(start, end));
    }),
  );
});
