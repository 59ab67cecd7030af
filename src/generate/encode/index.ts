import { csvEncoder } from "./csv.ts";
import { ndjsonEncoder } from "./ndjson.ts";
import { sqlEncoder } from "./sql.ts";

/** Every format that a population can be written in. */
export const encoders = [csvEncoder, ndjsonEncoder, sqlEncoder] as const;

export type EncodingName = (typeof encoders)[number]["name"];
