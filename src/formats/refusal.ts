import { DeidError } from "../errors.ts";

/** The error of a malformed record, where nothing puts such records aside. */
export function refusal(code: "malformed" | "too-large", message: string, line: number, record: number): DeidError {
  return new DeidError(code, message, { line, record }, "mend the record, or put it aside with --on-error quarantine");
}
