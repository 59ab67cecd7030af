/** What each error code means and the exit code of its class; the closed set of codes. */
export const errorCodes = {
  "bad-usage": { exit: 2, means: "the command line or a call's options make no sense" },
  "bad-policy": { exit: 2, means: "a policy is not valid, or asks for what its standard does not permit" },
  "bad-profile": { exit: 2, means: "a population profile is not valid" },
  "output-exists": { exit: 2, means: "an output is already there and --force was not given" },
  "output-is-input": { exit: 2, means: "an output would overwrite an input" },
  "schema-drift": { exit: 3, means: "the input has a slot that the policy does not name" },
  "input-missing": { exit: 4, means: "an input does not exist or matches nothing" },
  "input-unreadable": { exit: 4, means: "an input cannot be opened or read" },
  "input-outside": { exit: 4, means: "a symbolic link leads out of the input folder" },
  "format-unknown": { exit: 4, means: "the content is of no known format" },
  "format-unsupported": { exit: 4, means: "the format is recognized but not supported" },
  "encoding-invalid": { exit: 4, means: "bytes that the encoding does not allow" },
  "too-large": { exit: 4, means: "a record, a nesting or an expansion is over its limit" },
  malformed: { exit: 4, means: "a record breaks the rules of its format" },
  "output-failed": { exit: 4, means: "an output cannot be written" },
  "verify-failed": { exit: 1, means: "an output does not agree with its manifest" },
  "key-missing": { exit: 5, means: "a key is needed and was not given" },
  "key-invalid": { exit: 5, means: "a key is not 64 hex digits or base64 of 32 bytes" },
  "key-exposed": { exit: 5, means: "a key file can be read by others" },
  "key-wrong": { exit: 5, means: "the key does not open this vault" },
  "vault-invalid": { exit: 5, means: "a vault file is damaged or of another version" },
  interrupted: { exit: 130, means: "the run was interrupted" },
} as const satisfies Record<string, { readonly exit: number; readonly means: string }>;

export type ErrorCode = keyof typeof errorCodes;

/**
 * Where something is, as it may be printed: never a value. `input` is a file name only where no detector fires
 * on it, else a stand-in such as `input 2`; `slot` likewise, else `#7`. `line` and `record` count from 1, `byte` from 0.
 */
export interface Location {
  readonly input?: string;
  readonly line?: number;
  readonly record?: number;
  readonly byte?: number;
  readonly slot?: string;
  readonly at?: string;
}

/**
 * What a caller can cause. Its message says what was wrong; `location` where; `hint` what would do.
 * None of them ever holds a value read from an input, and there is no `cause`: a library's error may quote one.
 */
export class DeidError extends Error {
  override readonly name = "DeidError";
  readonly code: ErrorCode;
  readonly location: Location | undefined;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, location?: Location, hint?: string) {
    super(message);
    this.code = code;
    this.location = location;
    this.hint = hint;
  }

  get exitCode(): number {
    return errorCodes[this.code].exit;
  }

  /** The same error with a fuller location: what is already known of it stays. */
  at(location: Location): DeidError {
    return new DeidError(this.code, this.message, { ...location, ...this.location }, this.hint);
  }
}

/** `patients.csv, line 7, record 6, slot SSN`; empty where nothing is known. */
export function printLocation(location: Location | undefined): string {
  if (!location) return "";
  const { input, line, record, byte, slot, at } = location;
  return [
    input,
    line === undefined ? undefined : `line ${line}`,
    record === undefined ? undefined : `record ${record}`,
    byte === undefined ? undefined : `byte ${byte}`,
    slot === undefined ? undefined : `slot ${slot}`,
    at === undefined ? undefined : `at ${at}`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
