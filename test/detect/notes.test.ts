import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";
import { marked, unmarked } from "../support/marked.ts";

function finds(sentences: readonly string[]): void {
  test.each(sentences)("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, findAll(text))).toBe(sentence);
  });
}

describe("signatures", () => {
  finds([
    "Handoff done.\n[ID:jfalk], RN, BSN",
    "IV in place.\n[ID:mwirth] NP",
    "ATTENDING: [NAME:R. STRAND] MD",
    "Continue.\n[NAME:A Lindqvist] MD/[NAME:ph]",
    "CBC by Friday. -[NAME:MB]",
    "Transcribed: [NAME:tkb]",
    "ALIAS: [NAME:DOE, UNKNOWN ZEBRA]",
  ]);
});

describe("numbers without a colon", () => {
  finds([
    "police report # [ID:24-117730] filed",
    "cause no. [ID:24-6-00318-9] pending",
    "1U PRBC started, unit [ID:W0382 23 114467]",
    "his chart is [ID:six six one oh two nine] thank you",
  ]);
});

describe("tables in text", () => {
  test("numbers under a heading are what the heading says", () => {
    const text =
      "Time   Patient            MRN      Reason\n0800   Alvarez, Joana     221904   NYHA III\n0820   Novak, Petra       330817   EF 30";
    const found = findAll(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(["Alvarez, Joana", "221904", "Novak, Petra", "330817"]);
  });
});

describe("dates and ages as notes write them", () => {
  finds([
    "Seen [DATE:3/19/24]. LBM [DATE:10/8], last INR 2.6 ([DATE:6/1]), pain 7/10, BiPAP 12/5, strength 4/5.",
    "Admitted [DATE:11/8-11/11/22] for cellulitis.",
    "She is [AGE:93] so be careful.",
    "lives with mother ([AGE:90]), GCS (15)",
    "born [DATE:march nineteenth nineteen forty one] at home",
    "fiebre desde [DATE:14 mars]",
  ]);
});

describe("places by their grammar", () => {
  finds([
    "Now lives at [PLACE:2193 Jenkins Forges], [PLACE:Nashua], NH [PLACE:03060].",
    "Office at [PLACE:8947 E Main]",
    "She works at [PLACE:Boeing] and runs daily.",
    "Interpreter ID [ID:77120] was used.",
    "a man who lives in [PLACE:allentown] with his wife",
    "[ID:mychart.wakehealth.example/login] does not open",
  ]);
});

describe("what looks like these and stays", () => {
  finds([
    "BP 120/80, 20/40 OD, 1/2 NS, 2/6 murmur, 5/5 motor throughout.",
    "Camila 0.35 mg daily, NDA020800, CPT 99213, LOINC 10334-1, M54.50.",
    "IM/iv access, PT/OT consulted, Apgars 8/9, H/H 8/24.",
    "Works at home.",
  ]);
});

interface Note {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly label: string }[];
}

/** Shares of marked spans whose letters and digits are all found, and of findings that touch a marked span. */
function measured(name: string): { full: number; precise: number } {
  const lines = readFileSync(new URL(`notes/${name}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  let gold = 0;
  let full = 0;
  let found = 0;
  let right = 0;
  for (const line of lines) {
    const { text, spans } = JSON.parse(line) as Note;
    const findings = findAll(text);
    const covered = new Uint8Array(text.length);
    for (const { start, end } of findings) covered.fill(1, start, end);
    for (const { start, end, label } of spans) {
      if (label === "PAYER") continue;
      gold++;
      let whole = true;
      for (let i = start; i < end; i++) if (/[\p{L}\p{N}]/u.test(text[i]!) && covered[i] === 0) whole = false;
      if (whole) full++;
    }
    for (const finding of findings) {
      found++;
      if (spans.some(({ start, end }) => start < finding.end && end > finding.start)) right++;
    }
  }
  return { full: full / gold, precise: right / found };
}

test("nine in ten marked spans of the development notes are found whole", () => {
  const { full, precise } = measured("dev");
  expect(full).toBeGreaterThan(0.9);
  expect(precise).toBeGreaterThan(0.97);
});

test("three in four of the held-out notes are, which nothing is tuned on", () => {
  const { full, precise } = measured("held");
  expect(full).toBeGreaterThan(0.75);
  expect(precise).toBeGreaterThan(0.96);
});
