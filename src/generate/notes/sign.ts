import { make } from "../make.ts";
import { always, chance, clock, type Facts, headDate, phone, pick } from "./facts.ts";
import { isEmpty, joined, lines, mention, type Prose, prose } from "./prose.ts";
import type { Clerk } from "./staff.ts";
import { clerkName, initials, providerName, typist } from "./staff-names.ts";

/** What stands below a provider's note. */
export function signature(f: Facts): Prose {
  const { provider, time } = f;
  const name: Prose = [providerName(provider), ", ", provider.credential];
  const npi = provider.identifiers.npi;
  const license = provider.identifiers["professional-license"];
  const at = [headDate(f, time), " ", clock(f, time)];
  const sign = always(f, "signature", [
    "electronic",
    "electronic",
    "plain",
    "initials",
    "dictated",
    "npi",
    "license",
    "slashes",
    "by",
    "attest",
  ]);
  switch (sign) {
    case "electronic":
      return prose`Electronically signed by ${name} on ${at}`;
    case "initials":
      return prose`${name}   ${initials(provider)}/${typist(f)}`;
    case "dictated":
      return lines(name, prose`D: ${at}   T: ${headDate(f, time)}   ${initials(provider)}:${typist(f)}`);
    case "npi":
      return npi === undefined
        ? name
        : lines(
            name,
            prose`NPI ${mention("npi", npi, "provider")}${chance(f, "phone", 0.4) ? ["   Ph ", phone(f, f.facility.identifiers.phone ?? "", "facility")] : ""}`,
          );
    case "license":
      return license === undefined ? name : prose`${name}   Lic ${mention("professional-license", license, "provider")}   ${at}`;
    case "slashes":
      return prose`/s/ ${name} ${headDate(f, time)}`;
    case "by":
      return prose`Signed: ${name} (${clock(f, time)})`;
    case "attest":
      return lines(
        pick(f, "attests", [
          "I have personally seen and examined this patient.",
          "I saw and examined the patient{ myself|}.",
          "{Attested|Reviewed and attested}:",
          "{Seen|Examined} by me{, agree with the above|}.",
          "Time spent {20|25|30|35|40} minutes{, more than half in counselling|}.",
        ]),
        prose`${name} ${at}`,
      );
    default:
      return name;
  }
}

export function clerkSignature(f: Facts, clerk: Clerk): Prose {
  const at = [headDate(f, f.time), " ", clock(f, f.time)];
  return clerk.stream
    .fork("sign")
    .pick([
      prose`${clerkName(clerk)}`,
      prose`${clerkName(clerk)} ${at}`,
      prose`-- ${clerkName(clerk)}`,
      prose`Signed: ${clerkName(clerk)}, ${at}`,
    ]);
}

/** What systems print at the foot of some authors' pages. */
export function footer(f: Facts): Prose {
  const { patient } = f;
  const mrn = patient.identifiers.mrn ?? "";
  const way = always(f, "footer", ["", "", "", "", "page", "printed", "confidential", "copy", "job"]);
  if (way === "page")
    return prose`${mention("name", `${patient.name.family}, ${patient.name.given}`)} / ${mention("mrn", mrn)} / page 1 of 1`;
  if (way === "printed")
    return prose`Printed ${headDate(f, f.time)} by ${mention("user-name", make("user-name", f.habits.stream), "provider")}. Not valid unless signed.`;
  if (way === "confidential")
    return always(f, "confidential", [
      "CONFIDENTIAL: contains protected health information.",
      "This note may contain protected health information.",
      "Confidential patient record - do not redistribute.",
      "Protected by state and federal privacy law.",
      "For treatment purposes only.",
    ]);
  if (way === "copy" && f.own.id !== f.provider.id) return prose`cc: ${providerName(f.own)}, ${f.own.credential}`;
  return undefined;
}

/** Body, signature and foot. */
export const ended = (f: Facts, body: Prose, sign: Prose = signature(f)): Prose =>
  joined(
    [
      body,
      joined(
        [sign, footer(f)].filter((part) => !isEmpty(part)),
        "\n",
      ),
    ],
    always(f, "before signature", ["\n\n", "\n", "\n\n"]),
  );
