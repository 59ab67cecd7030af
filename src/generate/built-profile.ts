import { builtProfileText, shippedProfileText } from "../io/shipped.ts";
import { publicDigest } from "../secret/digest.ts";
import type { Profile } from "./profile.ts";

/** What the build has written of a shipped profile: what `loadProfile` gave, and the digests of the texts it was read from. */
interface Built {
  readonly digests: Readonly<Record<string, string>>;
  readonly profile: Profile;
}

/**
 * A shipped profile as the build read it: the same as `loadProfile` gives, in a fiftieth of the time and without its libraries.
 * Undefined where the package was not built, and for any text that is not the one that was read then.
 */
export function builtProfile(name: string, text = shippedProfileText(name), source = shippedProfileText): Profile | undefined {
  const built = builtProfileText(name);
  if (built === undefined) return undefined;
  const { digests, profile }: Built = JSON.parse(built);
  const isOf = ([of, digest]: [string, string]): boolean => {
    const read = of === name ? text : source(of);
    return read !== undefined && publicDigest(read) === digest;
  };
  return Object.entries(digests).every(isOf) ? profile : undefined;
}
