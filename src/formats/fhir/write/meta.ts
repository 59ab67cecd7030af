import { core, hl7 } from "./codes.ts";

export interface Meta {
  readonly profile?: readonly string[];
  readonly tag: readonly { readonly system: string; readonly code: string; readonly display?: string }[];
}

/** `us-core-patient`, or two with a space between; undefined for a resource that US Core has no profile for. */
export type Metas = (profiles: string | undefined) => Meta;

/** What a population's resources say of where they come from. */
export interface Source {
  readonly seed: string;
  readonly profile: string;
  readonly profileDigest: string;
}

/**
 * Every resource says twice that nobody lived it: HL7's own code for test health data, and the population it is of, as
 * `profile@digest/seed`, the seed percent-encoded. Profiles are those of US Core 6.1.0 (45 CFR 170.215(b)(1)(ii)).
 */
export function createMetas({ seed, profile, profileDigest }: Source): Metas {
  const tag = [
    { system: `${hl7}v3-ActReason`, code: "HTEST", display: "test health data" },
    { system: "https://scrubjay.example/fhir/population", code: `${profile}@${profileDigest}/${encoded(seed)}` },
  ];
  const made = new Map<string | undefined, Meta>();
  return (profiles) => {
    let meta = made.get(profiles);
    if (!meta) {
      meta = profiles === undefined ? { tag } : { profile: profiles.split(" ").map((name) => `${core}StructureDefinition/${name}`), tag };
      made.set(profiles, meta);
    }
    return meta;
  };
}

/** A FHIR code holds no spaces but single ones within; a lone surrogate is no text. */
function encoded(seed: string): string {
  return encodeURIComponent(seed.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD"));
}
