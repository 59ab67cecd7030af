import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { DeidError } from "../errors.ts";
import type { LabelMap } from "../evaluate/labels.ts";
import { exceptions, type Group, groups } from "../evaluate/vocabulary.ts";
import { type Category, categories } from "../identifiers/category.ts";

const category = z.enum(Object.keys(categories) as [Category, ...Category[]]).nullable();
const schema = z.record(
  z.string(),
  z.union([
    category,
    z.strictObject({
      category,
      group: z.enum(Object.keys(groups) as [Group, ...Group[]]).optional(),
      except: z.array(z.enum(exceptions)).optional(),
    }),
  ]),
);

/** A map of labels from a YAML or JSON file. Throws `bad-usage`; what stands in the file is not repeated. */
export async function readLabels(path: string): Promise<LabelMap> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new DeidError("bad-usage", "the file of --labels cannot be read");
  }
  let given: unknown;
  try {
    given = parse(text);
  } catch {
    throw new DeidError("bad-usage", "the file of --labels is neither YAML nor JSON");
  }
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new DeidError(
    "bad-usage",
    "the file of --labels is no map from labels to meanings",
    undefined,
    "LABEL: B, or LABEL: null, or LABEL: {category: C, group: dates, except: [bare-year]}",
  );
}
