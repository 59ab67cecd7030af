import { expect, test } from "vitest";
import { kinds } from "../../src/identifiers/kinds/index.ts";
import { layouts } from "../../src/layouts/index.ts";
import { scrubjayLayout } from "../../src/layouts/scrubjay.ts";
import { fullRecord, fullShared } from "../support/full-record.ts";

const { tables } = scrubjayLayout;
const cells = (name: string): Record<string, unknown>[] => {
  const table = tables.find((each) => each.name === name)!;
  const rows = table.isShared ? table.sharedRows(fullShared) : table.patientRows(fullRecord);
  return rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column.name, row[i]])));
};

test.each(layouts)("a table of $name stands after those that it references, which have a key", ({ tables }) => {
  tables.forEach((table, i) => {
    for (const { references } of table.columns) {
      if (references === undefined) continue;
      const target = tables.slice(0, i + 1).find(({ name }) => name === references);
      expect(target?.primaryKey).toBeDefined();
    }
  });
});

test.each(layouts)("what $name requires is there in every row, and its types are what they say", ({ tables }) => {
  for (const table of tables) {
    for (const row of table.isShared ? table.sharedRows(fullShared) : table.patientRows(fullRecord)) {
      table.columns.forEach(({ name, type, required }, i) => {
        const value = row[i];
        if (value === null) expect([table.name, name, required]).toEqual([table.name, name, undefined]);
        else expect([table.name, name, String(value)]).toEqual([table.name, name, expect.stringMatching(shapes[type])]);
      });
    }
  }
});

const shapes = {
  text: /./,
  integer: /^-?\d+$/,
  decimal: /^-?\d+(?:\.\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/,
};

test("names are lower-case words, once in a table, that no database needs quoted", () => {
  for (const { name, columns } of tables) {
    const names = [name, ...columns.map((column) => column.name)];
    expect(names.filter((word) => !/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(word))).toEqual([]);
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
  }
});

test.each(layouts)("a foreign key of $name holds what the key it references holds", ({ tables }) => {
  for (const { columns } of tables) {
    for (const { references, holds } of columns) {
      const target = tables.find(({ name }) => name === references);
      if (target) expect(holds).toBe(target.columns[0]!.holds);
    }
  }
});

test("every list of a record has its rows", () => {
  expect(tables.filter(({ name }) => cells(name).length === 0).map(({ name }) => name)).toEqual([]);
});

test("lists inside a thing are tables of their own, numbered by it", () => {
  expect(cells("stays").map(({ stay_id, ward }) => [stay_id, ward])).toEqual([
    ["eeeeeeee-0000-4000-8000-000000000003-1", "Medicine 4 West"],
    ["eeeeeeee-0000-4000-8000-000000000003-2", "ICU"],
  ]);
  expect(cells("claim_lines").map(({ line, code, amount }) => [line, code, amount])).toEqual([
    [1, "G0463", "120.50"],
    [2, "G0008", "30.00"],
  ]);
  expect(cells("dispenses")).toMatchObject([{ medication_id: cells("medications")[0]!.medication_id, quantity: "30" }]);
});

test("an observation has a value, an answer or neither, its limits and its report", () => {
  const rows = cells("observations").map((row) => [row.value, row.answer, row.reference_low, row.reference_high, row.report_id !== null]);
  expect(rows).toEqual([
    ["142", null, null, null, false],
    ["91", null, null, null, false],
    [null, "Former smoker", null, null, false],
    ["1.30", null, "0.50", "1.10", true],
    [null, null, "136", "145", true],
    ["6", null, null, null, false],
  ]);
});

test("there is a column for every kind", () => {
  const held = new Set(tables.flatMap(({ columns }) => columns.map(({ holds }) => holds)));
  expect(kinds.map(({ name }) => name).filter((name) => !held.has(name))).toEqual([]);
});
