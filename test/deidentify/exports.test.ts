import { expect, test } from "vitest";
import { createDeidentifier } from "../../src/index.ts";

const asOf = "2026-01-31";
const code = expect.stringMatching(/^[a-z]+_[0-9a-z]{20}$/);

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of source) all.push(each);
  return all;
}

async function rows<T extends object>(table: readonly T[]): Promise<T[]> {
  return collect((await createDeidentifier({ asOf })).rows(table));
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** `count` rows, each from its number. */
const table = <T>(count: number, row: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => row(index));

const surnames = ["Okonkwo", "Achterberg", "Long", "Young", "Petrosyan", "Rivera", "Nguyen", "Featherstone"];
const given = ["Ingrid", "May", "Olumide", "Rose", "Ximena", "Will", "Thandiwe", "Hope"];

test("initials and names that are words leave a column that says it holds names", async () => {
  const [first] = await rows(
    table(30, (i) => ({ PAT_MIDDLE_NAME: "DMRFJ"[i % 5], PAT_LAST_NAME: ["Long", "Young", "Day", "Price"][i % 4], SMOKER: "Never" })),
  );
  expect(first).toEqual({ PAT_MIDDLE_NAME: null, PAT_LAST_NAME: null, SMOKER: "Never" });
});

test("scores, scales and species that resemble names stay", async () => {
  const values = ["Braden Score", "R BRADEN SCORE", "Candida albicans", "c.743G>A"];
  const out = await rows(table(24, (i) => ({ result: values[i % values.length] })));
  expect(out.slice(0, values.length).map(({ result }) => result)).toEqual(values);
});

test("the second line of an address leaves, though it is made of ordinary words", async () => {
  const out = await rows(table(20, (i) => ({ ADD_LINE_2: ["Apt 4", "Unit 12", "7"][i % 3], SBP: 120 + i })));
  expect(out[1]).toEqual({ ADD_LINE_2: null, SBP: 121 });
});

test("a label's end says what a place holds: the ZIP code and county at diagnosis are no diagnosis", async () => {
  const [first] = await rows(
    table(20, (i) => ({ addrAtDxPostalCode: String(83700 + i), countyAtDx: String(101 + i), addrAtDxState: "ID", primarySite: "C504" })),
  );
  expect(first).toEqual({ addrAtDxPostalCode: "837", countyAtDx: null, addrAtDxState: "ID", primarySite: "C504" });
});

test("numbers of items, classes and dispositions stay, whatever they resemble", async () => {
  const row = { itemid: 51059, RaceID: "W", DischargeDispositionID: "HOM", unit_concept_id: 8840, NDC: "00169750111" };
  expect((await rows(table(20, (i) => ({ ...row, itemid: 50800 + i * 7 }))))[0]).toEqual({ ...row, itemid: 50800 });
});

test("numbers of measurements are ids, of which each comes once", async () => {
  const out = await rows(table(30, (i) => ({ measurement_id: 4000000 + i * 3, unit_concept_id: 8840, value_as_number: i / 10 })));
  expect(out[7]).toEqual({ measurement_id: code, unit_concept_id: 8840, value_as_number: 0.7 });
});

test("ids of few places become codes, so that tables join", async () => {
  const out = await rows(table(40, (i) => ({ care_site_id: 30 + (i % 4), hospital_expire_flag: i % 2 })));
  expect(out[0]).toEqual({ care_site_id: code, hospital_expire_flag: 0 });
  expect(out[4]!.care_site_id).toBe(out[0]!.care_site_id);
});

test("days that a spreadsheet counts are dates under the label of an event", async () => {
  const out = await rows(table(20, (i) => ({ Birth: 21737 + i * 97, "Visit Time": 44661.325 + i, "WBC count": 21737 + i * 97 })));
  expect(out[0]).toEqual({ Birth: 1959, "Visit Time": 2022, "WBC count": 21737 });
});

test("counts of steps are no ZIP codes", async () => {
  const steps = table(40, (i) => ({ daily: [3420, 12044, 871, 9105, 6610][i % 5]! + i }));
  expect(await rows(steps)).toEqual(steps);
});

test("record numbers that are written in several ways leave a column without a label", async () => {
  const out = await rows(table(24, (i) => ({ col_2: i % 6 === 0 ? `E${8840213 + i * 37}` : String(99100000 + i * 3713) })));
  expect(out.map(({ col_2 }) => col_2)).toEqual(table(24, () => code));
});

test("a record number in a column of flags leaves, the flags stay", async () => {
  const out = await rows(table(60, (i) => ({ flag: i === 40 ? "E2396555" : ["H", "L", ""][i % 3] })));
  expect([out[0], out[40]]).toEqual([{ flag: "H" }, { flag: null }]);
});

test("a name in a column of results leaves, whether before or behind its comma", async () => {
  const named = new Map([
    [11, "Black, April"],
    [23, "Okonkwo, Ingrid"],
    [37, "Dr. med. Will Vang"],
  ]);
  const out = await rows(table(60, (i) => ({ value: named.get(i) ?? (i / 10).toFixed(1) })));
  expect([...named.keys()].map((i) => out[i]!.value).join(" ")).not.toMatch(/Black|April|Okonkwo|Ingrid|Vang/);
  expect(out[12]).toEqual({ value: "1.2" });
});

test("the patient's own rare name is found in a kept cell beside it", async () => {
  const out = await rows(
    table(16, (i) => ({ first_name: given[i % 8], reason: i === 4 ? "repeat for Thandiwe" : "annual physical" })).map((row, i) =>
      i === 4 ? { ...row, first_name: "Thandiwe" } : row,
    ),
  );
  expect(out[4]!.reason).not.toContain("Thandiwe");
  expect(out[5]!.reason).toBe("annual physical");
});

test("a comment that is nothing but a name leaves", async () => {
  const out = await rows(table(40, (i) => ({ comment: i === 30 ? "April Oyelaran" : ["recalibrated", "new lot", "ok"][i % 3] })));
  expect(out[30]!.comment).not.toMatch(/April|Oyelaran/);
  expect(out[31]).toEqual({ comment: "new lot" });
});

test("names in other scripts are found again in the prose beside them", async () => {
  const names = ["王小明", "محمد عبد الرحمن", "Łukasz Żelechowski", "Þórður Jónsson"];
  const out = await rows(
    table(12, (i) => ({ patient_name: names[i % 4]!, remarks: `Seen with interpreter; ${names[i % 4]} reports headache.` })),
  );
  for (const [i, { remarks }] of out.slice(0, 4).entries()) {
    expect(remarks).not.toContain(names[i]!.split(" ")[0]);
    expect(remarks).toContain("reports headache");
  }
});

test("`Patient` and `Provider` over names hold names", async () => {
  const out = await rows(
    table(16, (i) => ({
      Patient: `${surnames[i % 8]}, ${given[i % 8]}`,
      Note: `${given[i % 8]} will bring the insurance card to the visit.`,
    })),
  );
  expect(out[2]).toEqual({ Patient: null, Note: "[NAME-1] will bring the insurance card to the visit." });
});

test("what an id is numbered for is told by the key above it", async () => {
  const [first] = await rows(
    table(20, (i) => ({
      patient: { id: `P-${1000 + i}`, provider: { id: `D${77 + i}`, name: `Dr. ${surnames[i % 8]}` } },
      labs: [{ id: 100200 + i, value: 4.1 }],
    })),
  );
  expect(first).toEqual({ patient: { id: code, provider: { id: code, name: code } }, labs: [{ id: code, value: 4.1 }] });
});

test("names as object keys become codes, and no path spells them", async () => {
  const deidentifier = await createDeidentifier({ asOf });
  const map = Object.fromEntries(table(12, (i) => [`${given[(i * 3) % 8]} ${surnames[(i * 5 + (i >> 3)) % 8]}`, { hr: 70 + i }]));
  const out = (await deidentifier.object({ ward: "5 West", patients: map })) as { patients: object };
  expect(Object.keys(out.patients)).toEqual(Object.keys(map).map(() => code));
  expect(Object.values(out.patients)).toEqual(Object.values(map));
  expect(JSON.stringify(deidentifier.counts())).not.toMatch(/Okonkwo|Achterberg|Petrosyan/);
});

test("dosage periods are lengths of time, and the markup of a narrative stays", async () => {
  const resource = {
    resourceType: "MedicationRequest",
    text: { status: "generated", div: '<div xmlns="http://www.w3.org/1999/xhtml">Lisinopril 10 mg for Ingrid Achterberg</div>' },
    dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1.5, periodUnit: "d" } } }],
  };
  expect(await (await createDeidentifier({ asOf })).object(resource)).toEqual({
    ...resource,
    text: { status: "generated", div: '<div xmlns="http://www.w3.org/1999/xhtml">Lisinopril 10 mg for [NAME-1]</div>' },
  });
});

test("a header of numbered questions is a header", async () => {
  const deidentifier = await createDeidentifier({ asOf });
  const questions = table(30, (i) => `Q${i + 1}`);
  const line = questions.map((_, i) => ["Agree", "Disagree", "Neither"][i % 3]).join(",");
  const csv = `${["ResponseId", ...questions].join(",")}\n${table(12, (i) => `R_3f${i + 10}a9c0b7d2e18,${line}\n`).join("")}`;
  const out = (await collect(deidentifier.through({ format: "delimited" })(once(csv)))).join("");
  expect(out.split("\n")[0]).toBe(["ResponseId", ...questions].join(","));
  expect(out).not.toContain("R_3f10a9c0b7d2e18");
});

test("words of Spanish, German and French tables stay, and their people leave", async () => {
  const [first] = await rows(
    table(16, (i) => ({
      Apellidos: surnames[i % 8],
      "Motivo de alta": ["Traslado", "Domicilio"][i % 2],
      Servicio: ["Medicina Interna", "Urgencias"][i % 2],
      Diagnose: ["Herzinsuffizienz", "Pneumonie"][i % 2],
      Résultat: ["négatif", "positif"][i % 2],
    })),
  );
  expect(first).toEqual({
    Apellidos: null,
    "Motivo de alta": "Traslado",
    Servicio: "Medicina Interna",
    Diagnose: "Herzinsuffizienz",
    Résultat: "négatif",
  });
});

test("payers, sorts of encounters and titles of notes name nobody", async () => {
  const row = {
    payer_name: "MEDICARE PART B",
    ENC_TYPE_TITLE: "Hospital Encounter",
    note_title: "Nursing note",
    admission_type: "EW EMER.",
  };
  expect((await rows(table(20, () => row)))[0]).toEqual(row);
});
