import { describe, expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";
import { readingOf } from "../../src/detect/reading.ts";

/** What a text reads as, and what of the source lies under one word of that. */
function under(source: string, word: string): string {
  const reading = readingOf(source);
  const at = reading.text.indexOf(word);
  expect(at, `no ${word} in ${reading.text}`).toBeGreaterThanOrEqual(0);
  return source.slice(...reading.toSource(at, at + word.length));
}

const found = (text: string): string[] => findAll(text).map(({ start, end }) => text.slice(start, end));

describe("what is written with other characters", () => {
  test.each([
    ["seen by Jose\u0301 Ruiz", "Jose Ruiz", "Jose\u0301 Ruiz"],
    ["Zo\u00eb\u2003Kramer", "Zoe Kramer", "Zo\u00eb\u2003Kramer"],
    ["Hen\u00adder\u200bson.", "Henderson", "Hen\u00adder\u200bson"],
    ["MRN １２３４５", "12345", "１２３４５"],
    ["رقم ٤٤٨٢١ x", "44821", "٤٤٨٢١"],
    ["id ४४८२१ x", "44821", "४४८२१"],
    ["𝟒𝟒𝟖 x", "448", "𝟒𝟒𝟖"],
    ["St\u0430v\u0435n K.", "Staven", "St\u0430v\u0435n"],
    ["ﬁrst ﬂoor", "floor", "ﬂoor"],
    ["Pt ᴘʀɪʏᴀ ᴀɴᴀɴᴅ", "priya anand", "ᴘʀɪʏᴀ ᴀɴᴀɴᴅ"],
    ["ℙ𝓇𝒾𝓎𝒶 ᴬⁿᵃⁿᵈ", "Priya Anand", "ℙ𝓇𝒾𝓎𝒶 ᴬⁿᵃⁿᵈ"],
    ["Ⓟⓡⓘⓨⓐ", "Priya", "Ⓟⓡⓘⓨⓐ"],
    ["🄿🅁🄸🅈🄰 🅰🇳", "PRIYA AN", "🄿🅁🄸🅈🄰 🅰🇳"],
    ["MRN ⁵⁵⁰¹⁸²⁷⁴", "55018274", "⁵⁵⁰¹⁸²⁷⁴"],
    ["MRN ₅₅₀₁₈", "55018", "₅₅₀₁₈"],
    ["⁵²³-⁴⁵-⁶⁷⁸⁹", "523-45-6789", "⁵²³-⁴⁵-⁶⁷⁸⁹"],
    ["MRN ⑤⑤⓪❶⑧", "1", "❶"],
    ["on 11∕3⁄2019", "11/3/2019", "11∕3⁄2019"],
    ["on 2019年１１月3日", "2019-11-3", "2019年１１月3"],
  ])("%s reads as %s", (source, reads, under_) => {
    expect(under(source, reads)).toBe(under_);
  });
});

test("exponents, notes, fractions and words of other scripts keep their look", () => {
  for (const text of ["10⁹/L", "5 cm²", "m³ and ¹²", "98°", "½ tab", "来年"]) expect(readingOf(text).text).toBe(text);
});

describe("what a program encoded", () => {
  test.each([
    ["Jos&eacute; Ruiz", "Jose", "Jos&eacute;"],
    ["Jos&amp;eacute; Ruiz", "Jose", "Jos&amp;eacute;"],
    ["<b>Jo</b>hn<br/>x", "John", "Jo</b>hn"],
    ["01&#47;02&#x2F;1950", "01/02/1950", "01&#47;02&#x2F;1950"],
    ["{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Ren\\'e9\\par BP 120/80}", "Rene", "Ren\\'e9"],
    ["{\\rtf1 {\\b Z}o\\u235?\\line Seen}", "Zoe", "Z}o\\u235?"],
    ["Ren=C3=A9 saw her=\n self", "Rene saw her self", "Ren=C3=A9 saw her=\n self"],
    ["Pt =50=72=69=79=61=20=41=6E", "Priya An", "=50=72=69=79=61=20=41=6E"],
    ["MRN =35=35=30=31=38", "55018", "=35=35=30=31=38"],
    ["Gauthi=\r\ner went", "Gauthier", "Gauthi=\r\ner"],
    ['{"n":"Ren\\u00e9 Roy"}', "Rene Roy", "Ren\\u00e9 Roy"],
    ["Dx: gout\\nPt: Roy", "gout\nPt", "gout\\nPt"],
  ])("%s reads as %s", (source, reads, under_) => {
    expect(under(source, reads)).toBe(under_);
  });
  test("an equals sign before digits is no encoding", () => {
    expect(readingOf("MRN=20019384 Na=3D x=5").text).toBe("MRN=20019384 Na=3D x=5");
    expect(readingOf("MRN=20019384, EF=55%").text).toBe("MRN=20019384, EF=55%");
    expect(readingOf("x=5=10=20, K=44=55").text).toBe("x=5=10=20, K=44=55");
  });
  test("a path keeps its strokes", () => {
    expect(readingOf("saved in C:\\notes\\new").text).toBe("saved in C:\\notes\\new");
  });
});

describe("what is encoded whole", () => {
  test.each([
    ["see name%3DNora%20Roy now", "name=Nora Roy", "name%3DNora%20Roy"],
    ["x Tm9yYSBSb3ksIE1STiA0NDgyMTkwMw== y", "Nora Roy", "Tm9yYSBSb3ksIE1STiA0NDgyMTkwMw=="],
    ["t eyJuYW1lIjoiTm9yYSBSb3kiLCJtcm4iOjQ0ODJ9.x", "Nora Roy", "eyJuYW1lIjoiTm9yYSBSb3kiLCJtcm4iOjQ0ODJ9"],
    ["h 4e6f726120526f792c204d524e20343438", "Nora Roy", "4e6f726120526f792c204d524e20343438"],
  ])("%s reads as %s", (source, reads, under_) => {
    expect(under(source, reads)).toBe(under_);
  });
  test("long words, shares and numbers are no code", () => {
    for (const text of [
      "Pneumonoultramicroscopicsilicovolcanoconiosis",
      "SpO2 95%20 min",
      "EF 55%, FiO2 40%",
      "A1c/Lipids/Creatinine/Potassium/Sodium",
    ])
      expect(readingOf(text).text).toBe(text);
  });
});

describe("what is encoded at length", () => {
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const note = "Priya Anand (MRN 55018274) walked the ward twice today without oxygen. ";
  /** Bytes that are no text, the same in every run. */
  const bytes = Buffer.from(Uint8Array.from({ length: 30_000 }, (_, i) => (i * i * 31 + i * 7 + (i >> 3)) & 255));
  /** What is left of a text when all that was found is gone. */
  const left = (text: string): string => {
    let rest = "";
    let done = 0;
    for (const { start, end } of findAll(text)) {
      rest += text.slice(done, start);
      done = end;
    }
    return rest + text.slice(done);
  };
  test("leaves whole, in lines or not, in either alphabet, of any length", () => {
    const mime = (encoded: string): string => encoded.replace(/.{76}/g, "$&\r\n");
    expect(left(`att ${base64(note.repeat(100))} end`)).toBe("att  end");
    expect(left(`att ${Buffer.from(`${note}>>>???~~~`).toString("base64url")} end`)).toBe("att  end");
    expect(left(`att\n${mime(base64(note.slice(0, 61)))}\nend`)).toBe("att\n\nend");
    expect(left(`att\n${mime(bytes.toString("base64").slice(0, 4020))}\nend`)).toBe("att\n\nend");
    expect(left(`att ${bytes.toString("hex").slice(0, 900)} end`)).toBe("att  end");
    expect(left("att UHJpeWEgQW5hbmQ= end")).toBe("att  end");
  });
  test("leaves whole from a text that is read in windows", () => {
    const text = `${"stable overnight. ".repeat(24_000)}${bytes.toString("base64")}${bytes.toString("base64")} end`;
    expect(left(text).slice(-30)).not.toMatch(/[A-Z]/);
    const whole = bytes.toString("base64").slice(0, 30_000).repeat(15);
    expect(left(`att ${whole} end`)).toBe("att  end");
  });
  test("is a photograph where it is no text", () => {
    expect(findAll(`att ${bytes.toString("base64").slice(0, 400)} end`)[0]?.kind).toBe("photo");
  });
});

describe("groups of RTF", () => {
  test.each([
    ["{\\*\\atnauthor Priya Anand}", ["Priya Anand"]],
    ["x{\\*\\annotation {\\*\\atnid PA}asked Dr. Tomas Okafor}", ["Tomas Okafor"]],
    ["{\\info{\\author Priya Anand}{\\manager Tomas Okafor}}", ["Priya Anand", "Tomas Okafor"]],
    ["{\\info{\\creatim\\yr2019\\mo11\\dy3\\hr8}}", ["\\yr2019\\mo11\\dy3"]],
    ["{\\*\\bkmkstart Priya_Anand}", ["Priya_Anand"]],
    ['{\\field{\\*\\fldinst HYPERLINK "mailto:p.anand@mail.org"}{\\fldrslt mail}}', ["p.anand@mail.org"]],
    ['{\\field{\\*\\fldinst HYPERLINK "tel:6178550142"}{\\fldrslt ring}}', ["6178550142"]],
    ["{\\*\\shppict{\\pict\\pngblip 89504e470d0a1a0a}}", ["{\\pict\\pngblip 89504e470d0a1a0a}"]],
    ["{\\fonttbl{\\f0 Helena Script;}}{\\stylesheet{\\s1 Normal;}}", []],
  ])("%s holds %j", (group, values) => {
    expect(found(`{\\rtf1\\ansi ${group}\\par BP 120/80}`)).toEqual(values);
  });
});

describe("lines of HL7 and elements of FHIR's XML", () => {
  test("read as labelled values, and abbreviations with strokes stay", () => {
    const line = "PID|1||883021^^^MRN||Nakamura^Keiko^L||19700412|F|||||302-862-4410";
    expect(found(line)).toEqual(["883021", "Nakamura^Keiko^L", "19700412", "302-862-4410"]);
    const xml = '<Patient><family value="Arroyo"/><given value="Celia"/><birthDate value="1979-05-22"/></Patient>';
    expect(found(xml)).toEqual(["Arroyo", "Celia", "1979-05-22"]);
    expect(readingOf("PT|OT|ST evaluated").text).toBe("PT|OT|ST evaluated");
  });
});

describe("what stands in angle brackets", () => {
  test("is no tag where no element is called so", () => {
    for (const text of [
      "Talked to <Priya Anand> by phone",
      "Contact: <Tomas Okafor, RN>",
      "<Okafor>left</Okafor>",
      "Cc: Priya <p.anand@mail.org>",
      "see <b Priya Anand>",
      "rated <Mark> today",
    ])
      expect(readingOf(text).text).toBe(text);
    expect(readingOf("&lt;Priya Anand&gt; rang").text).toBe("<Priya Anand> rang");
    expect(found("Talked to <Priya Anand> by phone, cc <p.anand@mail.org>")).toEqual(["Priya Anand", "p.anand@mail.org"]);
  });
  test("is a label where it names what an element of a record holds, and a blank where it is not closed", () => {
    const xml = "<patient><given>Celia</given><family>Arroyo</family><birthTime>19790522</birthTime></patient>";
    expect(found(xml)).toEqual(["Celia", "Arroyo", "19790522"]);
    expect(readingOf("<PatientName>Arroyo</PatientName>").text).toBe("\nPatient Name: Arroyo\n");
    expect(readingOf("Pt <name> was seen").text).toBe("Pt <name> was seen");
  });
  test("vanishes where it is an element of HTML, in capitals too", () => {
    expect(readingOf("<P>Ha<I>em</I>ogram<br />ok <mark>low</mark></P>").text).toBe("\nHaemogram\nok low\n");
  });
});

describe("labels in a run", () => {
  test("stand apart from what they label, and words that end like one stay", () => {
    expect(readingOf("ROSA MDOB:04/17/1961Sex:FMRN55120938").text).toBe("ROSA M  DOB:04/17/1961  Sex:F  MRN  55120938");
    for (const text of ["STAGE: 3", "DOSAGE: 5 mg", "pH7.4", "Phase2"]) expect(readingOf(text).text).toBe(text);
    expect(found("Patient:ROSA MDOB:04/17/1961Sex:FMRN55120938")).toEqual(["ROSA M", "04/17/1961", "55120938"]);
  });
});

describe("what the end of a line tore", () => {
  test.each([
    ["Mr. Hen-\nderson said", "Henderson", "Hen-\nderson"],
    ["Ms. Smith-\n  Reyes said", "Smith-Reyes", "Smith-\n  Reyes"],
    ["call (207) 338-\n   4410", "338-4410", "338-\n   4410"],
    ["on 03/04/\n2019 we", "03/04/2019", "03/04/\n2019"],
    ["to j.moss@\nmail.org", "j.moss@mail.org", "j.moss@\nmail.org"],
  ])("%s reads as %s", (source, reads, under_) => {
    expect(under(source, reads)).toBe(under_);
  });
  test("a list's dash and a sentence's end tear nothing", () => {
    for (const text of ["Plan -\nrest", "seen today.\n3 days", "BP 120/80\n90 bpm", "X-\nray"]) expect(readingOf(text).text).toBe(text);
  });
});

describe("what spaces tore", () => {
  test("telephone numbers, dates and labelled numbers are whole, and scores stay", () => {
    expect(under("call 6 1 7 . 5 5 5 . 0 1 9 9 now", "617.555.0199")).toBe("6 1 7 . 5 5 5 . 0 1 9 9");
    expect(under("born 0 3 / 0 4 / 1 9 6 1.", "03/04/1961")).toBe("0 3 / 0 4 / 1 9 6 1");
    expect(under("MRN: 4 4 8 2 0 1", "448201")).toBe("4 4 8 2 0 1");
    expect(under("J O H N   D O E was", "JOHN")).toBe("J O H N");
    for (const text of ["scores 0 1 2 3 1 0 2 1", "Apgar 8 9 9", "grade A B C", "1 / 2 / 3"]) expect(readingOf(text).text).toBe(text);
  });
});

describe("what a scanner misread", () => {
  test.each([
    ["on O3/l4/2O19", "03/14/2019"],
    ["on 0S/1l/20I9", "05/11/2019"],
    ["D0B: 1O-3O-l947", "DOB: 10-30-1947"],
    ["SSN 5l8-26-9O34", "518-26-9034"],
    ["tel (6l7) 555-O199", "(617) 555-0199"],
    ["in Jacks0nville", "Jacksonville"],
  ])("%s reads as %s", (source, reads) => {
    expect(readingOf(source).text).toContain(reads);
  });
  test("codes and words keep their letters", () => {
    for (const text of [
      "B12 and SpO2 98, H2O, CO2 24",
      "S1/S2 normal, S1-S2",
      "IL-6 and BIS-40",
      "I/O 1200/800",
      "SSI-80 mg",
      "L1-S1",
      "II/VI",
    ])
      expect(readingOf(text).text).toBe(text);
  });
});

describe("findings in what was put right", () => {
  test("cover the source", () => {
    expect(found("Dr. Hen-\nderson and Mr. Ol&#225;h")).toEqual(["Hen-\nderson", "Ol&#225;h"]);
    expect(found("Phone: 6 1 7 - 8 5 5 - 0 1 9 9")).toEqual(["6 1 7 - 8 5 5 - 0 1 9 9"]);
    expect(found("Seen =\nby Dr. Ren=C3=A9 Gauthi=\ner.")).toEqual(["Ren=C3=A9 Gauthi=\ner"]);
  });
});
