import fc from "fast-check";
import { expect, test } from "vitest";
import { peopleIn } from "../../src/detect/mentions.ts";
import { createDeidentifier } from "../../src/index.ts";

const asOf = "2026-01-31";
const key = "5a".repeat(32);
const note = `Pt: Marisela Quintanar seen 3/19/24 by Dr. Helena Voss.
Mr. John Lopez (husband) called 530-749-3242 on March 3rd, 2024. Lopez agrees.
QUINTANAR, MARISELA will follow up; Dr. H. Voss informed at 2024-03-19T07:15Z.`;

test("names are numbered by person: two people stay two, and one has one number however it is written", async () => {
  const scrubjay = await createDeidentifier({ asOf });
  expect(await scrubjay.text(note)).toBe(`Pt: [NAME-1] seen 2024 by Dr. [NAME-2].
Mr. [NAME-3] (husband) called [PHONE] on 2024. [NAME-3] agrees.
[NAME-1] will follow up; Dr. [NAME-2] informed at 2024.`);
});

test("codes in prose are the same for one person, and with a key in every note", async () => {
  const scrubjay = await createDeidentifier({ asOf, key, tokens: true });
  const text = await scrubjay.text(note);
  const codes = text.match(/name_\w{20}/g)!;
  expect(codes.map((code) => codes.indexOf(code))).toEqual([0, 1, 2, 2, 0, 1]);
  expect(text).toMatch(/called phone_\w{20} on 2024/);
  expect(await scrubjay.text("Seen by Dr. Helena Voss again.")).toContain(codes[1]);
});

test("varied surrogates keep case, order and the format of dates, and differ from mention to mention", async () => {
  const scrubjay = await createDeidentifier({ asOf, key, surrogates: true });
  const text = await scrubjay.text(note);
  expect(text).toMatch(
    /^Pt: [A-Z]\w+ [A-Z]\w+ seen \d{1,2}\/\d{1,2}\/24 by Dr\. [A-Z]\w+ [A-Z]\w+\.\nMr\. [A-Z]\w+ [A-Z]\w+ \(husband\) called \d{3}-555-01\d\d on [A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th), 2024\. [A-Z]\w+ agrees\.\n[A-Z]+, [A-Z]+ will follow up; Dr\. [A-Z]\. [A-Z]\w+ informed at 2024-\d\d-\d\dT\d\d:\d\dZ\.$/,
  );
  expect(text).not.toMatch(/Quintanar|Marisela|Helena|Voss|Lopez|3\/19\/24|March 3rd|07:15/i);
  expect(await scrubjay.text(note)).toBe(text);
  // By chance the same as before or another: both come.
  let same = 0;
  for (let i = 0; i < 60; i++) {
    const lopez = /Mr\. \S+ (\S+) \(husband\).*\. (\S+) agrees/.exec(await scrubjay.text(`${i} notes.\n${note}`))!;
    same += lopez[1] === lopez[2] ? 1 : 0;
  }
  expect(same).toBeGreaterThan(12);
  expect(same).toBeLessThan(48);
});

test("consistent surrogates replace equal words alike, in prose and in rows", async () => {
  const scrubjay = await createDeidentifier({ asOf, surrogates: "consistent" });
  const text = await scrubjay.text(note);
  const lopez = [/Mr\. \w+ (\w+) \(husband\)/, /2024\. (\w+) agrees/].map((pattern) => pattern.exec(text)![1]!);
  expect(lopez[0]).toBe(lopez[1]);
  const patient = /Pt: (\w+) (\w+) seen/.exec(text)!;
  expect(text).toContain(`${patient[2]!.toUpperCase()}, ${patient[1]!.toUpperCase()} will`);
  const row = await scrubjay.object({ patient_id: "P-1", first_name: "Marisela", last_name: "Quintanar" });
  expect([row.first_name, row.last_name]).toEqual([patient[1], patient[2]]);
});

test("a surrogate has the sex that the name, the title or the pronouns of the note tell", async () => {
  const scrubjay = await createDeidentifier({ asOf, surrogates: true });
  const women = new Set<string>();
  for (let i = 0; i < 40; i++) women.add(/for (\S+) \S+ today/.exec(await scrubjay.text(`Visit ${i} for Jennifer Lopez today.`))![1]!);
  for (const man of ["James", "Robert", "Michael", "David", "William"]) expect(women).not.toContain(man);
  expect(women.size).toBeGreaterThan(20);
});

test("line breaks within a name stay", async () => {
  for (const options of [{}, { surrogates: true }, { tokens: true }] as const) {
    const scrubjay = await createDeidentifier({ asOf, ...options });
    expect((await scrubjay.text("Seen by Dr. Helena\nVoss today.\nBP 120/80.")).split("\n")).toHaveLength(3);
  }
});

test("codes and surrogates exclude each other", async () => {
  await expect(createDeidentifier({ asOf, tokens: true, surrogates: true })).rejects.toMatchObject({ code: "bad-usage" });
});

test("numbering people ends in time that grows with the note", () => {
  const size = 20_000;
  const text = "Ana Ruiz ".repeat(size);
  const findings = Array.from(
    { length: size },
    (_, i) => ({ kind: "name", start: 9 * i, end: 9 * i + 8, strength: "shaped", detector: "t" }) as const,
  );
  expect(new Set(peopleIn(text, findings).of)).toEqual(new Set([1]));
});

test("every name has a number, and numbers count from one in order of appearance", () => {
  const name = fc.constantFrom("Ana Ruiz", "RUIZ", "A. Ruiz", "Ruiz, Ana M", "Tom Ruiz", "Chen", "T.R.", "Ana");
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (names) => {
      let at = 0;
      const findings = names.map((said) => {
        const finding = { kind: "name", start: at, end: at + said.length, strength: "shaped", detector: "t" } as const;
        at += said.length + 1;
        return finding;
      });
      const { of } = peopleIn(names.join("\n"), findings);
      let most = 0;
      for (const number of of) {
        expect(number).toBeGreaterThan(0);
        expect(number).toBeLessThanOrEqual(most + 1);
        most = Math.max(most, number);
      }
      names.forEach((said, i) => {
        if (said.includes("Ana R") || said.includes("Tom")) expect(of[i]).toBe(of[names.indexOf(said)]);
      });
    }),
  );
});
