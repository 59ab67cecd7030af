import type { Provider } from "../../record/care.ts";
import { always, type Facts, named } from "./facts.ts";
import { mention, type Prose } from "./prose.ts";
import type { Clerk } from "./staff.ts";

export const isDoctor = ({ credential }: Pick<Provider, "credential">): boolean =>
  credential.startsWith("MD") || credential.startsWith("DO");

export const providerName = ({ name }: Pick<Provider, "name">): Prose =>
  mention("name", named(name.given, name.middle && `${name.middle.slice(0, 1)}.`, name.family, name.suffix), "provider");

/** `Dr. Sevilla`, or whole for those who are no doctors: of a form, a letter, a patient. */
export function doctor(provider: Pick<Provider, "name" | "credential">): Prose {
  return isDoctor(provider)
    ? ["Dr. ", mention("name", provider.name.family, "provider")]
    : [providerName(provider), ", ", provider.credential];
}

/** The same within a note, as this author speaks of others: some by family name alone. */
export function colleague(f: Facts, provider: Pick<Provider, "name" | "credential">): Prose {
  const family = mention("name", provider.name.family, "provider");
  switch (always(f, "colleague", f.brief ? ["bare", "Dr", "Dr.", "first", "bare"] : ["Dr.", "Dr.", "whole", "first"])) {
    case "bare":
      return family;
    case "Dr":
      return isDoctor(provider) ? ["Dr ", family] : [family, " ", provider.credential];
    case "first":
      return [mention("name", `${provider.name.given.slice(0, 1)}. ${provider.name.family}`, "provider"), " ", provider.credential];
    case "whole":
      return [providerName(provider), ", ", provider.credential];
    default:
      return doctor(provider);
  }
}

/** `K. Lente RN`, `Kim RN`, `Lente`, `KL`: as nurses speak of nurses. */
export function clerkShort(f: Facts, { name, credential }: Clerk): Prose {
  const trade = credential === "" ? "" : ` ${credential.split(",")[0]}`;
  const letter = name.given.slice(0, 1);
  switch (always(f, "clerk", ["initial", "given", "family", "given", "letters", "bare", "turned"])) {
    case "given":
      return [mention("name", name.given, "provider"), trade];
    case "family":
      return [mention("name", name.family, "provider"), trade];
    case "letters":
      return mention("name", letter + name.family.slice(0, 1), "provider");
    case "bare":
      return mention("name", name.given, "provider");
    case "turned":
      return [mention("name", `${name.given} ${name.family.slice(0, 1)}.`, "provider"), trade];
    default:
      return [mention("name", `${letter}. ${name.family}`, "provider"), trade];
  }
}

export const clerkName = ({ name, credential }: Clerk): Prose => [
  mention("name", named(name.given, name.family), "provider"),
  credential === "" ? "" : `, ${credential}`,
];

/** Of an author, or of who typed for them: they stand for a person. */
export function initials({ name }: Pick<Provider, "name">): Prose {
  return mention("name", name.given.slice(0, 1) + name.family.slice(0, 1), "provider");
}

/** In small letters, of whoever typed what this author said. */
export const typist = (f: Facts): Prose =>
  mention("name", always(f, "typist", ["jm", "kb", "rlw", "ts", "dp", "mkc", "ah", "lr"]), "provider");
