import { expect, test } from "vitest";
import { kinds } from "../../src/identifiers/kinds/index.ts";
import { scrubjayLayout } from "../../src/layouts/scrubjay.ts";

const { tables } = scrubjayLayout;

test("a table stands after those that it references", () => {
  tables.forEach((table, i) => {
    for (const { references } of table.columns) {
      if (references !== undefined) expect(tables.slice(0, i).map(({ name }) => name)).toContain(references);
    }
  });
});

test("names are lower-case words, once in a table, that no database needs quoted", () => {
  for (const { name, columns } of tables) {
    const names = [name, ...columns.map((column) => column.name)];
    expect(names.filter((word) => !/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(word))).toEqual([]);
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
  }
});

test("a foreign key holds what the key it references holds", () => {
  for (const { columns } of tables) {
    for (const { references, holds } of columns) {
      const target = tables.find(({ name }) => name === references);
      if (target) expect(holds).toBe(target.columns[0]!.holds);
    }
  }
});

test("there is a column for every kind", () => {
  const held = new Set(tables.flatMap(({ columns }) => columns.map(({ holds }) => holds)));
  expect(kinds.map(({ name }) => name).filter((name) => !held.has(name))).toEqual([]);
});
