import { expect, test } from "vitest";
import { arrivedAt } from "../../../src/generate/encode/hl7v2.ts";
import { generate } from "../../../src/generate/generate.ts";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import type { Defect } from "../../../src/generate/quality/spoil.ts";
import { type Read, read } from "../../formats/hl7v2/support.ts";
import { profileText } from "../shipped.ts";

const profile = loadProfile(
  `profile: feed\nextends: dirty-data\nhistory: { years: 1 }
quality: { duplicates: 0.3, merged: 0.7, lateEntries: 0.04, lateMessages: 0.05, repeatedMessages: 0.03, contradictions: 0, repeats: 0 }\n`,
  "feed.yaml",
  profileText,
);

interface Written {
  readonly messages: readonly (Read & { readonly text: string })[];
  readonly defects: readonly Defect[];
  readonly links: readonly { readonly patientId: string; readonly personId: string; readonly merged?: string }[];
}

async function written(asOf: string): Promise<Written> {
  const files = new Map<string, string>();
  const sink = (file: string) => ({ write: (text: string) => void files.set(file, (files.get(file) ?? "") + text) });
  await generate({ profile, seed: "feed", asOf, patients: 300, formats: ["hl7v2"], sink });
  const lines = (file: string): string[] => files.get(file)!.split("\n").slice(0, -1);
  return {
    messages: lines("population.hl7").map((text) => ({ ...read(text), text })),
    defects: lines("defects.jsonl").map((line) => JSON.parse(line)),
    links: lines("linkage.jsonl").map((line) => JSON.parse(line)),
  };
}

const early = await written("2026-01-01");
const late = await written("2026-06-30");
const { messages, defects, links } = late;
const patientOf = (message: Read): string => message.value("PID", 3, 1, 0, 1);
const idOf = (message: Read): string => message.value("MSH", 10);
// The parser leaves out a time of midnight and seconds that are zero.
const ts = (time: string): string =>
  time
    .replace(/[-:T]/g, "")
    .slice(0, 14)
    .replace(/^(.{8})000000$|^(.{12})00$/, "$1$2");

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

test("each merge is one A40 of the record that stays, and nothing later is told of the other", () => {
  const linkOf = new Map(links.map((link) => [link.patientId, link]));
  const told = messages.filter(({ type }) => type === "ADT^A40");
  expect(told.length).toBeGreaterThan(20);
  expect(new Set(told.map((message) => message.value("MRG", 1, 1, 0, 1))).size).toBe(new Set(told.map(idOf)).size);
  let both = 0;
  for (const message of told) {
    expect(linkOf.get(patientOf(message))!.personId).toBe(patientOf(message));
    expect([message.value("MRG", 1, 5), message.value("MRG", 1, 5, 0, 1)]).toEqual(["MR", "PI"]);
    const link = linkOf.get(message.value("MRG", 1, 1, 0, 1));
    if (!link) continue;
    both++;
    expect([link.personId, ts(link.merged!)]).toEqual([patientOf(message), message.value("EVN", 6)]);
  }
  expect(both).toBeGreaterThan(3);
  for (const { patientId, merged } of links.filter((link) => link.merged !== undefined)) {
    const own = messages.filter((other) => patientOf(other) === patientId);
    expect(own.length).toBeGreaterThan(1);
    for (const other of own) expect(other.value("EVN", 6) <= ts(merged!)).toBe(true);
  }
  const doubles = links.filter(({ patientId, personId }) => patientId !== personId);
  expect(doubles.filter(({ merged }) => merged === undefined).length).toBeGreaterThan(3);
});

test("a second record is opened when its person first comes", () => {
  for (const { patientId } of links.filter((link) => link.patientId !== link.personId)) {
    const own = messages.filter((message) => patientOf(message) === patientId);
    const times = own.filter(({ type }) => type.startsWith("ADT")).map((message) => message.value("EVN", 6).slice(0, 8));
    const opened = own.find(({ type }) => type === "ADT^A28");
    if (own.length > 0) expect(opened!.value("EVN", 6).slice(0, 8)).toBe(times.toSorted()[0]);
  }
});

test("what is late or sent twice is so often as declared, and told", () => {
  const count = (defect: string): number => defects.filter((one) => one.defect === defect).length;
  const originals = messages.length - count("repeated message");
  for (const [defect, share] of [
    ["late entry", 0.04],
    ["late message", 0.05],
    ["repeated message", 0.03],
  ] as const) {
    expect(count(defect)).toBeGreaterThan(originals * share * 0.85);
    expect(count(defect)).toBeLessThan(originals * share * 1.15);
  }
  const byId = grouped(messages, idOf);
  expect(byId.size).toBe(originals);
  const twice = [...byId].filter(([, same]) => same.length > 1);
  expect(twice.map(([id]) => id).toSorted()).toEqual(
    defects
      .filter(({ defect }) => defect === "repeated message")
      .map(({ id }) => id)
      .toSorted(),
  );
  const withoutSeal = (text: string): string => text.slice(0, text.lastIndexOf("\rZSY"));
  for (const [, [first, again]] of twice) expect(withoutSeal(first!.text)).toBe(withoutSeal(again!.text));
  for (const { defect, id, before, after } of defects.filter(({ field }) => field.startsWith("messages"))) {
    const [first] = byId.get(id!)!;
    if (defect === "late entry") expect(first!.value("MSH", 7)).toBe(ts(after!));
    if (defect === "late message") expect([ts(before!), ts(arrivedAt(first!.text))]).toEqual([first!.value("MSH", 7), ts(after!)]);
    expect(before === undefined || before < after!).toBe(true);
  }
});

test("a feed stands in the order in which messages came, so that some come after later ones", () => {
  for (const own of grouped(messages, (message) => message.text.split("\rZSY")[1]!.split("|")[5]!.trimEnd()).values()) {
    const arrivals = own.map(({ text }) => arrivedAt(text));
    expect(arrivals).toEqual(arrivals.toSorted());
  }
  const sent = messages.map(({ text }) => text.split("|")[6]!);
  const backward = sent.filter((time, i) => i > 0 && time < sent[i - 1]! && messages[i]!.text.includes(`|2026`));
  expect(backward.length).toBeGreaterThan(10);
});

test("what had come by a day is the same when more has come", () => {
  const texts = new Set(late.messages.map(({ text }) => text));
  const gone = early.messages.filter(({ text }) => !texts.has(text));
  expect(gone.map(({ text }) => text.slice(0, 120))).toEqual([]);
  expect(early.messages.length).toBeGreaterThan(500);
  expect(late.messages.length).toBeGreaterThan(early.messages.length + 300);
});
