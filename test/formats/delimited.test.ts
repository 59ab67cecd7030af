import { expect, test } from "vitest";
import { decoded } from "./support.ts";

test("a header names the columns and is a frame", async () => {
  const { records, frames, slots } = await decoded('ID,NAME\n1,Ana\n2,"Bo ""B"" Li"\n');
  expect(frames).toEqual([["{header}=ID", "{header}=NAME"]]);
  expect(records).toEqual([
    ["ID=1", "NAME=Ana"],
    ["ID=2", 'NAME=Bo "B" Li'],
  ]);
  expect(slots.map(({ path, part }) => `${path} ${part}`)).toEqual(["ID value", "NAME value", "{header} key"]);
});
