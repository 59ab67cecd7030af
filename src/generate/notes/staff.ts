import type { Stream } from "../../random/stream.ts";
import type { Facility } from "../../record/care.ts";
import type { PersonName } from "../../record/patient.ts";
import { drawName } from "../names.ts";

/** Somebody at a facility who writes or is named in notes and has no record of their own. */
export interface Clerk {
  readonly name: PersonName;
  /** `RN`. */
  readonly credential: string;
  readonly stream: Stream;
}

export type Trade = keyof typeof trades;

/** How many of a trade there are at a facility, and what they sign with. */
const trades = {
  nurse: [9, ["RN", "RN", "RN, BSN", "LPN", "RN"]],
  assistant: [5, ["MA", "CMA"]],
  radiologist: [4, ["MD", "MD", "DO"]],
  socialWorker: [3, ["LCSW", "MSW", "RN CM"]],
  surgeon: [4, ["MD", "MD, FACS", "DO"]],
  anesthetist: [3, ["MD", "CRNA"]],
  clerk: [3, [""]],
  interpreter: [3, [""]],
} as const satisfies Readonly<Record<string, readonly [number, readonly string[]]>>;

export type Staff = (facility: Facility, trade: Trade) => readonly Clerk[];

/** The people of each facility: the same for all patients of a population, and drawn when first named. */
export function createStaff(root: Stream): Staff {
  const known = new Map<string, readonly Clerk[]>();
  return (facility, trade) => {
    const key = `${facility.id} ${trade}`;
    let clerks = known.get(key);
    if (!clerks) {
      const [count, credentials] = trades[trade];
      const own = root.fork(key);
      clerks = Array.from({ length: count }, (_, i): Clerk => {
        const stream = own.fork(i);
        const sex = stream.fork("sex").chance(trade === "surgeon" || trade === "radiologist" ? 0.4 : 0.75) ? "female" : "male";
        const origin = stream.fork("origin").pick(["white", "white", "white", "black", "asian", "hispanic"] as const);
        return {
          name: drawName(stream.fork("name"), sex, stream.fork("birth").int(1960, 1998), origin),
          credential: stream.fork("credential").pick(credentials as readonly string[]),
          stream,
        };
      });
      known.set(key, clerks);
    }
    return clerks;
  };
}
