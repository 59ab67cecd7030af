import { capAge } from "./cap-age.ts";
import { generalizeDate } from "./generalize-date.ts";
import { generalizeZip } from "./generalize-zip.ts";
import { keep } from "./keep.ts";
import { redact } from "./redact.ts";
import { scrub } from "./scrub.ts";
import { shiftDate } from "./shift-date.ts";
import { surrogate } from "./surrogate.ts";
import { assign, tokenize } from "./tokenize.ts";
import type { Transform } from "./transform.ts";

export type { EntryContext, RunContext, Surrogates, Transform } from "./transform.ts";

/** Every transform, one line each. */
export const transforms = [keep, redact, tokenize, assign, surrogate, generalizeDate, shiftDate, generalizeZip, capAge, scrub] as const;

export type TransformName = (typeof transforms)[number]["name"];

export const transformNames = transforms.map(({ name }) => name) as readonly TransformName[];

export function transformByName(name: TransformName): Transform<TransformName> {
  return transforms.find((transform) => transform.name === name)!;
}
