import { describe, expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";
import { marked, unmarked } from "../support/marked.ts";

describe("eponyms, instruments and brands that are also names are told by the company they keep", () => {
  test.each([
    "Scores today: MADRS 24, Hamilton 17, Beck 29, PHQ-9 16, Barnes 1, Simpson-Angus 0.",
    "Vessels were divided with LigaSure and 0 Vicryl ties over Kelly, Mixter and Pean clamps.",
    "Shoulder: Neer ++, Hawkins-Kennedy ++, Jobe +, Yergason -, O'Brien -, Speed neg.",
    "Stains: Masson, Van Gieson, Giemsa, Ziehl-Neelsen, Grocott, Fite and Warthin-Starry were negative.",
    "No Merkel, no Bowen, no Paget; Muir-Torre, Gorlin, Cowden, Birt-Hogg-Dube considered.",
    "Abdomen: Cullen and Grey Turner signs absent, Rovsing neg.",
    "Stage: Ann Arbor IIIB; no Grey Turner, no Marcus Gunn pupil.",
    "She did not need Korlym, Isturisa or Recorlev.",
  ])("%s", (text) => {
    expect(marked(text, findAll(text))).toBe(text);
  });
});

describe("people among terms of medicine stay people", () => {
  test.each([
    "Seen by Dr. [NAME:Hamilton] for Parkinson disease; Hoehn and Yahr 3, Schwab 60.",
    "Plan per [NAME:Sarah Beck] RN: Foley out, Kerlix and Xeroform daily, Dakin wash.",
    "Her brother [NAME:Barnes], 54, has Crohn and Graves disease, on Humira and Entyvio.",
    "Cardiology ([NAME:Stokes]) started Entresto and Farxiga, stopped Norvasc.",
    "NAME - [NAME:ALEXANDER SMITH]      AGE - 45",
    "Name - [NAME:Adams Jones]      AGE/SEX - 45 F",
    "NAME      [NAME:ALEXANDER SMITH]      AGE 45",
  ])("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, findAll(text))).toBe(sentence);
  });
});

test("he is nobody's name", () => {
  const texts = [
    "SH: Married, lives with his wife. He is retired from the post office. Never smoker.",
    "LIVES WITH HIS WIFE. HE WORKS FROM HOME.",
  ];
  for (const text of texts) expect(marked(text, findAll(text))).toBe(text);
  const text = unmarked("Seen by Dr. [NAME:He] today.");
  expect(marked(text, findAll(text))).toBe("Seen by Dr. [NAME:He] today.");
});

describe("parts of one whole in a row are no days", () => {
  test("five of five in the cells of a neurologist's table", () => {
    const text = "Neuro checks\nrue         5/5     5/5     4/5     3/5     4/5\npup         3/3     3/3     3/3     2/3     3/3\n";
    expect(marked(text, findAll(text))).toBe(text);
  });
});
