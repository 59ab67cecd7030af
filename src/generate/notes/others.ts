import { make } from "../make.ts";
import { chance, type Facts, phone, pick } from "./facts.ts";
import { type Mention, mention, type Prose, prose } from "./prose.ts";

/** Where the patient fetches drugs. */
export function pharmacy(f: Facts): Prose {
  if (!chance(f, "pharmacy", 0.3)) return undefined;
  const own = f.home.fork("pharmacy");
  const place = make("facility", own).split(" ")[0]!;
  const name = mention("facility", `${place} ${own.pick(["Pharmacy", "Drug", "Pharmacy", "Rx"])}`, "facility");
  const street = mention("street-address", make("street-address", own).replace(/^\d{1,6} /, ""), "facility");
  const line = phone(f, make("phone", own, { state: f.patient.address.state }), "facility");
  return pick<() => Prose>(f, "sent", [
    () => prose`${f.brief ? "Rx to" : "Sent to"} ${name}.`,
    () => prose`${f.brief ? "eRx" : "Prescription sent to"} ${name}, ${line}.`,
    () => prose`${f.brief ? "Rx" : "Pharmacy:"} ${name} on ${street}.`,
    () => prose`${f.brief ? "Called in to" : "Called in to the"} ${first(name)} on ${street}.`,
    () => prose`${f.brief ? "Pharm" : "Pharmacy of choice"} ${name} (${street}, ${line}).`,
  ])();
}

/** By the first of its names, as people say it. */
const first = ({ text }: Mention): Mention => mention("facility", text.split(" ")[0]!, "facility");

/** What a typist could not hear. */
export const unheard = (f: Facts): Prose =>
  f.habits.register === "dictated" && chance(f, "unheard", 0.15) ? pick(f, "gap", ["[inaudible]", "____", "[blank]", "(sic)"]) : undefined;
