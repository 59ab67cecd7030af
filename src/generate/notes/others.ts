import { make } from "../make.ts";
import { drawGiven } from "../names.ts";
import { chance, type Facts, phone, pick, pronouns } from "./facts.ts";
import { capital, mention, type Prose, prose } from "./prose.ts";

/** Somebody who was there when it began: no relative on record, and named all the same. */
export function bystander(f: Facts): Prose {
  if (f.age < 18 || !chance(f, "bystander", 0.16)) return undefined;
  const stream = f.stream.fork("bystander name");
  const born = Number(f.patient.birthDate.slice(0, 4)) + stream.int(-8, 8);
  const name = mention("name", drawGiven(stream, stream.chance(0.5) ? "female" : "male", Math.min(2005, born)), "relative");
  const { them } = pronouns(f);
  const who = pick(
    f,
    "who",
    f.age < 67 && f.patient.employer !== undefined
      ? ["coworker", "neighbor", "friend", "roommate"]
      : ["neighbor", "friend", "church friend", "home aide"],
  );
  return pick<Prose>(f, "did", [
    prose`${capital(who)} ${name} drove ${them} here.`,
    prose`${capital(who)} ${name} noticed it first.`,
    prose`${name}, a ${who}, called us.`,
    prose`${f.brief ? "Per" : "According to"} ${who} ${name} this is new.`,
  ]);
}

/** Where the patient fetches drugs. */
export function pharmacy(f: Facts): Prose {
  if (!chance(f, "pharmacy", 0.3)) return undefined;
  const own = f.home.fork("pharmacy");
  const first = make("facility", own).split(" ")[0]!;
  const name = mention("facility", `${first} ${own.pick(["Pharmacy", "Drug", "Pharmacy", "Rx"])}`, "facility");
  return pick<Prose>(f, "sent", [
    prose`${f.brief ? "Rx to" : "Sent to"} ${name}.`,
    prose`${f.brief ? "eRx" : "Prescription sent to"} ${name}, ${phone(f, make("phone", own, { state: f.patient.address.state }), "facility")}.`,
    prose`${f.brief ? "Rx" : "Pharmacy:"} ${name} on ${mention("street-address", make("street-address", own).replace(/^\d{1,6} /, ""), "facility")}.`,
  ]);
}

/** What a typist could not hear. */
export const unheard = (f: Facts): Prose =>
  f.habits.register === "dictated" && chance(f, "unheard", 0.15) ? pick(f, "gap", ["[inaudible]", "____", "[blank]", "(sic)"]) : undefined;
