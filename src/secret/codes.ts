import { type AssignedTransfer, createAssigned, openAssigned } from "./assigned.ts";
import { Secret } from "./key.ts";
import { createKeyed } from "./keyed.ts";

/**
 * Gives every value of an identity domain one code. `keyed`: a pure function of key, domain and value, the same in every
 * run. `assigned`: drawn at random when first asked for and remembered, so that no code is a function of a value.
 */
export interface Codes {
  readonly derivation: "keyed" | "assigned";
  /** `mrn_` and 20 letters or digits (100 bits). Equal within a domain when and only when the values are. */
  token(domain: string, normalized: string): string;
  /** 32 bits for a purpose (`surrogate`, `offset`), unrelated to the token and to other purposes. */
  uint32(purpose: string, domain: string, normalized: string): number;
  /**
   * A code of the same length and character classes as `core`, which holds ASCII letters and digits only; different values
   * of one shape never share a code. Null when the shape has fewer than 10^6 members, or this value has no code but itself.
   */
  shaped(domain: string, core: string): string | null;
  /** 32 letters and digits for one text, to draw from without regard to what it says: keyed, a function of the text; else random. */
  salt(text: string): string;
  /** How many codes are remembered; 0 when keyed. */
  readonly assigned: number;
  /** For `openCodes` in a worker thread. A keyed one holds the key: hand it over as `workerData` and nothing else. */
  transfer(): CodesTransfer;
}

export type CodesTransfer = { readonly derivation: "keyed"; readonly key: Uint8Array } | AssignedTransfer;

export function createKeyedCodes(secret: Secret): Codes {
  return createKeyed(secret);
}

/** An empty table of random codes in shared memory, 70 to 105 bytes a code. */
export function createAssignedCodes(): Codes {
  return createAssigned();
}

/** The same codes in another thread: a keyed function again, or the one table that all threads share. */
export function openCodes(transfer: CodesTransfer): Codes {
  return transfer.derivation === "keyed" ? createKeyed(new Secret(transfer.key)) : openAssigned(transfer);
}
