import { z } from "zod";
import { icd10 } from "./curves.ts";

/** What a record calls what it has a code for. */
export const display = z.string().min(1).max(200).describe("as records write it out");

/** Of which sex somebody must be. */
export const needs = z.enum(["female", "male"]).describe("nobody of the other sex has it");

export const diagnosis = icd10.describe("ICD-10-CM");

/** What a file may hold of a section whose other keys come from the profile it extends. */
export const part = <T extends z.ZodObject>(whole: T) => whole.partial().describe(whole.description ?? "");
