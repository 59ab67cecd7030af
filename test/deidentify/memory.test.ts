import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { createDeidentifier, type DeidError } from "../../src/index.ts";

const asOf = "2026-01-31";

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const row of rows) out.push(row);
  return out;
}

const patients = [
  {
    patient_id: "P-1001",
    first_name: "Maria",
    last_name: "Lopez",
    birth_date: "1950-01-02",
    ssn: "987-65-4321",
    zip: "02139",
    sex: "F",
    hba1c: 7.2,
  },
  {
    patient_id: "P-1002",
    first_name: "Keisha",
    last_name: "Okafor",
    birth_date: "1931-05-06",
    ssn: "987-65-4322",
    zip: "03601",
    sex: "F",
    hba1c: 6.1,
  },
];

test("rows lose their identifiers and keep their clinical content", async () => {
  const scrubjay = await createDeidentifier({ asOf });
  const rows = await all(scrubjay.rows(patients, { name: "patients" }));
  expect(rows.map(({ patient_id: _, ...rest }) => rest)).toEqual([
    { first_name: null, last_name: null, birth_date: "1950", ssn: null, zip: "021", sex: "F", hba1c: 7.2 },
    { first_name: null, last_name: null, birth_date: null, ssn: null, zip: "000", sex: "F", hba1c: 6.1 },
  ]);
});

test("equal ids have equal codes in every table of one deidentifier, and other codes in another", async () => {
  const one = await createDeidentifier({ asOf });
  const [patient] = await all(one.rows(patients, { name: "patients" }));
  const [encounter] = await all(one.rows([{ encounter_id: "E-1", patient_id: "P-1001" }], { name: "encounters" }));
  expect(encounter?.patient_id).toBe(patient?.patient_id);
  const other = await createDeidentifier({ asOf });
  expect((await all(other.rows(patients, { name: "patients" })))[0]?.patient_id).not.toBe(patient?.patient_id);
});

test("with a key the codes are the same in every run", async () => {
  const key = "00".repeat(32);
  const runs = await Promise.all(
    [1, 2].map(async () => all((await createDeidentifier({ asOf, key })).rows(patients, { name: "patients" }))),
  );
  expect(runs[0]).toEqual(runs[1]);
});

test("text is scrubbed, and what is known of its subject is found in it", async () => {
  const scrubjay = await createDeidentifier({ asOf });
  expect(await scrubjay.text("Seen by Dr. Helena Voss on 3/4/2021, BP 120/80. zymble came alone.", { last_name: "Zymble" })).toBe(
    "Seen by Dr. [NAME-1] on 2021, BP 120/80. [NAME-2] came alone.",
  );
});

test("the names of a roster are found in the text of later rows of the same subject", async () => {
  const scrubjay = await createDeidentifier({ asOf, subjects: [{ patient_id: "P-7", first_name: "Zyx", last_name: "Qwolt" }] });
  const [row] = await all(scrubjay.rows([{ patient_id: "P-7", note: "qwolt was seen for a cough and will return as needed." }]));
  expect(row?.note).toBe("[NAME-1] was seen for a cough and will return as needed.");
});

test("a stream in a format goes through a Node pipeline", async () => {
  const scrubjay = await createDeidentifier({ asOf });
  let out = "";
  await pipeline(
    Readable.from([Buffer.from("mrn,result\n4029887,"), Buffer.from("7.2\n4029888,6.1\n")]),
    scrubjay.through({ format: "delimited" }),
    async (chunks: AsyncIterable<string>) => {
      for await (const chunk of chunks) out += chunk;
    },
  );
  expect(out).toMatch(/^mrn,result\nrecord_[0-9a-z]{20},7\.2\nrecord_[0-9a-z]{20},6\.1\n$/);
});

test("an aborted run stops", async () => {
  const abort = new AbortController();
  const scrubjay = await createDeidentifier({ asOf, signal: abort.signal });
  abort.abort();
  await expect(all(scrubjay.rows(patients))).rejects.toMatchObject({ code: "interrupted" } satisfies Partial<DeidError>);
});

test("an own detector's findings are treated as the built-in ones are", async () => {
  const scrubjay = await createDeidentifier({
    asOf,
    detectors: [
      {
        name: "wards",
        detect: (readings) =>
          readings.map(({ text }) => {
            const start = text.indexOf("Quailwing");
            return start < 0 ? [] : [{ start, end: start + 9, kind: "facility", strength: "contextual", detector: "wards" }];
          }),
      },
    ],
  });
  expect(await scrubjay.text("stable on Quailwing overnight")).toBe("stable on [FACILITY] overnight");
});

test("surrogates stand where the policy would remove", async () => {
  const scrubjay = await createDeidentifier({ asOf, surrogates: true });
  const [row] = await all(scrubjay.rows(patients, { name: "patients" }));
  expect(row?.last_name).toMatch(/^\p{L}/u);
  expect(row?.last_name).not.toBe("Lopez");
  expect(row?.ssn).toMatch(/^9\d\d-?(?:[0-4]\d|6[6-9])-?\d{4}$/);
});

test("counts tell what was done, without values", async () => {
  const scrubjay = await createDeidentifier({ asOf });
  await all(scrubjay.rows(patients, { name: "patients" }));
  expect(scrubjay.counts()).toContainEqual({ input: "patients", slot: "ssn", category: "G", kind: "ssn", rule: "redact", count: 2 });
  expect(JSON.stringify(scrubjay.counts())).not.toContain("987-65");
});
