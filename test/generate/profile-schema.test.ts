import { expect, test } from "vitest";
import { z } from "zod";
import { profileFileSchema } from "../../src/generate/profile.ts";

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The keys of a schema, as `people.weights.female`, that say nothing of what they hold, themselves or by what they refer to. */
function undescribed(schema: Schema): readonly string[] {
  const resolved = (part: Schema): Schema => (part.$ref ? schema.$defs![part.$ref.slice("#/$defs/".length)]! : part);
  const isTold = (part: Schema): boolean =>
    part.description !== undefined || (part.$ref !== undefined && isTold(resolved(part))) || (part.anyOf ?? []).some(isTold);
  const seen = new Set<Schema>();
  const walk = (part: Schema | boolean | undefined, path: string): string[] => {
    if (typeof part !== "object" || seen.has(part)) return [];
    seen.add(part);
    if (part.$ref) return walk(resolved(part), path);
    return [
      ...Object.entries(part.properties ?? {}).flatMap(([key, value]) => [
        ...(isTold(value) ? [] : [`${path}${key}`]),
        ...walk(value, `${path}${key}.`),
      ]),
      ...walk(part.items, `${path}0.`),
      ...walk(part.additionalProperties, `${path}*.`),
      ...(part.anyOf ?? []).flatMap((each) => walk(each, path)),
    ];
  };
  return walk(schema, "");
}

test("every key of a profile has a description, which editors show", () => {
  const bare = z.strictObject({ told: z.number().describe("so"), list: z.array(z.strictObject({ untold: z.number() })).describe("so") });
  expect(undescribed(z.toJSONSchema(bare) as Schema)).toEqual(["list.0.untold"]);
  expect(undescribed(z.toJSONSchema(profileFileSchema, { reused: "ref" }) as Schema)).toEqual([]);
});
