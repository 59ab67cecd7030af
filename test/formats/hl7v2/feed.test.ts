import { expect, test } from "vitest";
import { createFeed } from "../../../src/formats/hl7v2/index.ts";
import { fullRecord, fullShared } from "../../support/full-record.ts";
import { read } from "./support.ts";

const making = { profile: "tiny", digest: "0123456789abcdef", seed: "a|b" };
const feed = createFeed(fullShared, making, "2026-03-31");
const sent = feed.of(fullRecord);
const messages = sent.map(({ text }) => read(text));
const of = (type: string) => messages.filter((message) => message.type === type);
const { patient } = fullRecord;

test("a record is told in order of time, each thing when it was known", () => {
  expect(sent.map(({ time, event }) => `${time} ${event}`)).toEqual([
    "2013-07-15T00:00:00 A28",
    "2014-01-01T00:00:00 A08",
    "2025-02-10T09:00:00 S12",
    "2025-02-11T09:00:00 S12",
    "2025-03-02T10:05:00 A04",
    "2025-03-02T10:10:00 R01",
    "2025-03-02T10:12:00 R01",
    "2025-03-02T10:32:00 V04",
    "2025-03-02T10:34:00 T02",
    "2025-03-02T10:35:00 A08",
    "2025-03-02T15:00:00 R01",
    "2025-03-05T10:00:00 S26",
    "2025-03-06T09:00:00 S12",
    "2025-03-10T22:00:00 A04",
    "2025-03-10T22:05:00 R01",
    "2025-03-10T23:10:00 R01",
    "2025-03-11T02:00:00 A03",
    "2025-03-11T02:00:00 A01",
    "2025-03-15T08:00:00 A02",
    "2025-03-20T04:10:00 A03",
    "2025-03-30T10:00:00 S15",
  ]);
});

test("every message says that it is synthetic, with profile, seed and patient", () => {
  for (const message of messages) {
    expect([message.value("MSH", 11), message.value("MSH", 12), message.value("MSH", 18)]).toEqual(["T", "2.5.1", "UNICODE UTF-8"]);
    expect(message.segments.at(-1)).toBe("ZSY");
  }
  for (const { text } of sent) expect(text.endsWith("\rZSY|SYNTHETIC|tiny|0123456789abcdef|a\\F\\b|17\r")).toBe(true);
});

test("the segments of each type stand as its structure wants them", () => {
  const shapes = new Map(messages.map(({ type, segments }) => [type, segments.join(" ")]));
  expect(Object.fromEntries(shapes)).toMatchObject({
    "ADT^A28": "MSH EVN PID PD1 NK1 NK1 PV1 AL1 AL1 DG1 IN1 ZSY",
    "ADT^A01": "MSH EVN PID PD1 NK1 NK1 PV1 PV2 AL1 AL1 DG1 IN1 IN1 ZSY",
    "ADT^A02": "MSH EVN PID PV1 PV2 ZSY",
    "ADT^A03": "MSH EVN PID PV1 PV2 DG1 DG1 PR1 ZSY",
    "VXU^V04": "MSH PID PD1 NK1 NK1 PV1 ORC RXA OBX ZSY",
    "SIU^S12": "MSH SCH TQ1 PID RGS AIS AIL AIP ZSY",
    "MDM^T02": "MSH EVN PID PV1 TXA OBX ZSY",
  });
  expect(messages.filter(({ type }) => type === "ORU^R01").map(({ segments }) => segments.join(" "))).toEqual([
    "MSH PID PV1 OBR OBX OBX ZSY",
    "MSH PID PV1 OBR OBX ZSY",
    "MSH PID PV1 ORC OBR OBX OBX SPM ZSY",
    "MSH PID PV1 OBR OBX ZSY",
    "MSH PID PV1 ORC OBR OBX ZSY",
  ]);
});

test("another parser reads who the patient is", () => {
  const [added] = of("ADT^A28");
  const pid = (field: number, component?: number, repetition?: number) => added!.value("PID", field, component, 0, repetition);
  const ids = [0, 1, 2, 3, 4].map((i) => [pid(3, 1, i), pid(3, 5, i)]);
  expect(ids).toEqual([
    ["99000017", "MR"],
    [patient.id, "PI"],
    ["900-01-0017", "SS"],
    ["ZZ000017", "DL"],
    ["000000017", "PPN"],
  ]);
  expect([1, 2, 3, 4, 7].map((component) => pid(5, component))).toEqual(["Müller-Ortiz", "Renée", "Sofía", "III", "L"]);
  expect([1, 2].map((i) => [pid(5, 1, i), pid(5, 2, i), pid(5, 7, i), pid(5, 13, i)])).toEqual([
    ["Santos", "Renée", "M", "19710601"],
    ["Müller-Ortiz", "Nena", "N", ""],
  ]);
  expect(added!.value("PD1", 12)).toBe("Y");
  expect([pid(7), pid(8), pid(10), pid(16), pid(22), pid(23), pid(30)]).toEqual(["19480715", "F", "2131-1", "W", "H", "Ponce, PR", "N"]);
  expect([1, 3, 4, 5, 6, 9, 10].map((component) => pid(11, component))).toEqual([
    "12 Elm & Oak St",
    "Akron",
    "OH",
    "44310",
    "USA",
    "Summit County",
    "39153990000",
  ]);
  expect([pid(13), pid(13, 6), pid(13, 7), pid(13, 4, 1)]).toEqual(["(330)555-0117", "330", "5550117", "renee@example.org"]);
  expect([0, 1].map((nth) => added!.value("NK1", 3, 4, nth))).toEqual(["daughter", "brother"]);
  expect([added!.value("NK1", 5, 12, 1), added!.value("NK1", 4, 5, 1), added!.value("NK1", 4, 6, 1)]).toEqual([
    "+44 20 7946 0123",
    "SW1A 1AA",
    "GB",
  ]);
});

test("a plan, an allergy or a condition is told once it is there", () => {
  const [added] = of("ADT^A28");
  const [admitted] = of("ADT^A01");
  expect([0, 1].map((nth) => [added!.value("IN1", 4, 1, nth), added!.value("IN1", 36, 1, nth)])).toEqual([
    ["Medicare", "1SA0A00AA00"],
    ["", ""],
  ]);
  expect(admitted!.value("IN1", 8, 1, 1)).toBe("00017");
  expect(
    [0, 1].map((nth) => [admitted!.value("AL1", 2, 1, nth), admitted!.value("AL1", 3, 1, nth), admitted!.value("AL1", 4, 1, nth)]),
  ).toEqual([
    ["DA", "7980", "MO"],
    ["FA", "peanut", "MI"],
  ]);
  expect(of("ADT^A04").map((message) => [message.value("DG1", 3), message.value("DG1", 6)])).toEqual([
    ["I10", "A"],
    ["J18.9", "A"],
  ]);
  const [left] = of("ADT^A03");
  expect([0, 1].map((nth) => [left!.value("DG1", 3, 1, nth), left!.value("DG1", 3, 3, nth), left!.value("DG1", 6, 1, nth)])).toEqual([
    ["J18.9", "I10C", "F"],
    ["I10", "I10C", "W"],
  ]);
});

test("a stay goes from ward to ward, and nobody is dead before they die", () => {
  const [admitted] = of("ADT^A01");
  const [moved] = of("ADT^A02");
  const discharged = of("ADT^A03")[1]!;
  expect([1, 2, 3, 4].map((component) => admitted!.value("PV1", 3, component))).toEqual([
    "Medicine 4 West",
    "412",
    "A",
    "Lakeshore General Hospital",
  ]);
  expect([moved!.value("PV1", 3), moved!.value("PV1", 6)]).toEqual(["ICU", "Medicine 4 West"]);
  expect([moved!.value("PV1", 45), moved!.value("PV1", 36), moved!.value("PID", 30)]).toEqual(["", "", "N"]);
  expect([discharged.value("PV1", 36), discharged.value("PID", 30), discharged.value("PR1", 3)]).toEqual(["20", "Y", "0BH17EZ"]);
  expect([admitted!.value("PV1", 14), admitted!.value("PV1", 19), admitted!.value("PID", 18)]).toEqual(["7", "V1000003", "99200003"]);
});

test("a death outside a stay is a message of its own", () => {
  const told = feed.of({ ...fullRecord, encounters: [], conditions: [], reports: [], observations: [], immunizations: [], notes: [] });
  const last = read(told.findLast(({ event }) => event === "A08")!.text);
  expect([last.value("PID", 30), last.value("PV1", 2)]).toEqual(["Y", "N"]);
});

test("a result has its number as measured, its unit, limits and flag, or says that there is none", () => {
  const panel = of("ORU^R01")[2]!;
  const obx = (nth: number) => [2, 3, 5, 6, 7, 8, 11].map((field) => panel.value("OBX", field, 1, nth));
  expect(obx(0)).toEqual(["NM", "2160-0", "1.30", "mg/dL", "0.50-1.10", "H", "F"]);
  expect(obx(1)).toEqual(["", "2951-2", "", "mmol/L", "136-145", "", "X"]);
  expect([panel.value("OBR", 2), panel.value("OBR", 3), panel.value("OBR", 4), panel.value("OBR", 24)]).toEqual([
    "ORD100041",
    "ACC100041",
    "24323-8",
    "LAB",
  ]);
  const answer = of("ORU^R01")[1]!;
  expect([answer.value("OBX", 2), answer.value("OBX", 5), answer.value("OBX", 5, 2)]).toEqual(["CWE", "LA15920-4", "Former smoker"]);
});

test("a result of a laboratory says who asked, who measured, in what and when it was drawn", () => {
  const panel = of("ORU^R01")[2]!;
  const place = fullShared.facilities.find(
    ({ id }) => id === fullRecord.encounters.find((each) => each.id === measured.encounterId)!.facilityId,
  )!;
  expect([
    panel.value("ORC", 21),
    panel.value("ORC", 21, 10),
    panel.value("ORC", 22),
    panel.value("OBX", 23),
    panel.value("OBX", 24, 5),
  ]).toEqual([place.name, place.identifiers.npi, place.address.street, place.name, place.address.zip]);
  expect([panel.value("SPM", 4, 2), panel.value("SPM", 17)]).toEqual(["Serum or plasma", measured.time.replace(/\D/g, "")]);
  // Vital signs are of no laboratory.
  expect(of("ORU^R01")[0]!.value("OBX", 23)).toBe("");
});

const measured = fullRecord.observations.find(({ identifiers }) => identifiers["specimen-id"] === "SPC100041")!;

test("a picture's reading and a note come whole, line by line", () => {
  const [note] = of("MDM^T02");
  const lines = (text: string) => text.replaceAll("\\.br\\", "\n");
  expect(lines(note!.value("OBX", 5))).toBe(fullRecord.notes[0]!.text);
  expect([note!.value("OBX", 2), note!.value("OBX", 3), note!.value("TXA", 2), note!.value("TXA", 17)]).toEqual([
    "FT",
    "11506-3",
    "PR",
    "AU",
  ]);
  expect(lines(of("ORU^R01")[4]!.value("OBX", 5))).toBe(fullRecord.reports[1]!.conclusion);
});

test("a vaccination has its CVX code and its dose", () => {
  const [given] = of("VXU^V04");
  expect([given!.value("RXA", 5), given!.value("RXA", 5, 3), given!.value("RXA", 9), given!.value("OBX", 5)]).toEqual([
    "140",
    "CVX",
    "00",
    "1",
  ]);
  expect([given!.value("RXA", 11, 4), given!.value("OBX", 4)]).toEqual([given!.value("PV1", 3, 4), "1"]);
});

test("an appointment is booked, and not kept where it was not", () => {
  expect(["SIU^S12", "SIU^S26", "SIU^S15"].map((type) => of(type).map((message) => message.value("SCH", 25)))).toEqual([
    ["Booked", "Booked", "Booked"],
    ["Noshow"],
    ["Cancelled"],
  ]);
  expect([of("SIU^S12")[0]!.value("AIS", 3), of("SIU^S12")[0]!.value("AIS", 7), of("SIU^S12")[0]!.value("AIP", 3, 2)]).toEqual([
    "I10",
    "30",
    "O'Neil",
  ]);
});

test("a merge names who stays and under what the other was known", () => {
  const retired = { ...patient, id: "other", name: { given: "Rene", family: "Muller" }, identifiers: { mrn: "99000099" } };
  const told = feed.of({ ...fullRecord, merges: [{ time: "2026-01-02T08:00:00", retired }] });
  const merged = read(told.at(-1)!.text);
  expect(merged.segments.join(" ")).toBe("MSH EVN PID MRG ZSY");
  expect([merged.type, merged.value("PID", 3), merged.value("MRG", 1), merged.value("MRG", 1, 5), merged.value("MRG", 7)]).toEqual([
    "ADT^A40",
    "99000017",
    "99000099",
    "MR",
    "Muller",
  ]);
});

test("no two messages have one id, and an id is the same however far the record reaches", () => {
  const idOf = (text: string) => text.split("|")[9]!;
  expect(new Set(sent.map(({ text }) => idOf(text))).size).toBe(sent.length);
  expect(sent.every(({ text }) => /^17\.[0-9a-z]{11}$/.test(idOf(text)))).toBe(true);
  const earlier = createFeed(fullShared, making, "2025-03-10").of(fullRecord);
  expect(earlier.length).toBe(16);
  expect(earlier.map(({ text }) => text)).toEqual(sent.slice(0, 16).map(({ text }) => text));
});

test("a segment ends with a carriage return, and no line feed is inside a message", () => {
  for (const { text } of sent) expect(text).toMatch(/^MSH\|(?:[^\n\r]+\r)+$/);
});

test("a new coverage is an update of who the patient is", () => {
  const [updated] = of("ADT^A08").filter((message) => message.value("PV1", 2) === "N");
  expect([0, 1].map((nth) => updated!.value("IN1", 4, 1, nth))).toEqual(["Medicare", "Blue Heron Health Plan"]);
});

test("a message that is entered late, held up or sent twice keeps its id and what it tells", () => {
  const [first] = sent;
  const transit = (id: string) => (id === first!.id ? { entered: 90, heldUp: 60 * 24, repeated: 5 } : {});
  const told = createFeed(fullShared, making, "2026-03-31", transit).of(fullRecord);
  const late = told.filter(({ id }) => id === first!.id);
  expect(late.map(({ occurred, time, arrived, isRepeated }) => [occurred, time, arrived, isRepeated])).toEqual([
    ["2013-07-15T00:00:00", "2013-07-15T01:30:00", "2013-07-16T01:30:00", false],
    ["2013-07-15T00:00:00", "2013-07-15T01:30:00", "2013-07-16T01:35:00", true],
  ]);
  const [message, again] = late.map(({ text }) => read(text));
  expect([message!.value("MSH", 7), message!.value("EVN", 2), message!.value("EVN", 6)]).toEqual([
    "201307150130",
    "201307150130",
    "20130715",
  ]);
  expect([message!.value("MSH", 10), again!.value("MSH", 10)]).toEqual([first!.id, first!.id]);
  expect(late.map(({ text }) => text.split("|").at(-1))).toEqual(["20130716013000\r", "20130716013500\r"]);
  expect(told.length).toBe(sent.length + 1);
  expect(createFeed(fullShared, making, "2013-07-15", transit).of(fullRecord)).toEqual([]);
});

test("an appointment that was cancelled is told when it was", () => {
  const appointments = fullRecord.appointments.map((each) =>
    each.status === "cancelled" ? { ...each, cancelled: "2025-03-20T04:10:00" } : each,
  );
  expect(feed.of({ ...fullRecord, appointments }).find(({ event }) => event === "S15")!.time).toBe("2025-03-20T04:10:00");
});

test("who moves has the old address until then, and an update on the day", () => {
  const formerAddress = { address: { ...patient.address, street: "7 Old Mill Rd" }, until: "2025-03-11" };
  const told = feed.of({ ...fullRecord, patient: { ...patient, formerAddress } }).map(({ text }) => read(text));
  const streets = told.map((message) => [message.value("PID", 11), message.count("NK1") > 0 ? message.value("NK1", 4) : ""]);
  const at = told.findIndex((message) => message.type === "ADT^A08" && message.value("EVN", 6) === "20250311");
  expect(told[at]!.value("PV1", 2)).toBe("N");
  for (const [pid, kin] of streets.slice(0, at)) expect([pid, kin === "" || kin === pid]).toEqual(["7 Old Mill Rd", true]);
  for (const [pid, kin] of streets.slice(at)) expect([pid, kin === "" || kin === pid]).toEqual(["12 Elm & Oak St", true]);
});
