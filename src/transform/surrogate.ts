import type { MakeContext } from "../identifiers/kind.ts";
import { createStream } from "../random/stream.ts";
import { domainOf, identityOf } from "./tokenize.ts";
import { defineTransform } from "./transform.ts";

/**
 * An invented value in the spelling of the one removed, from reserved and never-issued ranges where the kind has them. The
 * same value has the same surrogate wherever a token would be the same, but for a mention in prose whose surrogates vary:
 * that is drawn without regard to the value.
 */
export const surrogate = defineTransform({
  name: "surrogate",
  title: "replaces the value by an invented one that is nobody's",
  options: {},
  perEntry: true,
  derivation: (keyed) => (keyed ? "keyed" : "assigned"),
  compile: (kind, _options, run) => {
    const domain = domainOf(kind);
    const { year, month, day } = run.asOf;
    const asOf = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const root = createStream("surrogate");
    const bits = (normalized: string): string =>
      `${run.codes.uint32("surrogate/0", domain, normalized)}/${run.codes.uint32("surrogate/1", domain, normalized)}`;
    return (value, { mention, sex }) => {
      const normalized = identityOf(kind, value);
      if (normalized === "") return null;
      const path = mention ?? bits(normalized);
      for (let tries = 0; tries < 8; tries++) {
        const context: MakeContext = {
          like: value,
          asOf,
          ...(sex && { sex }),
          streamFor: (part) => root.fork(`${mention === undefined ? bits(part) : `${mention}/${part}`}/${tries}`),
        };
        const made = kind.make(root.fork(`${path}/${tries}`), context);
        if (made !== value && kind.normalize(made) !== normalized) return made;
      }
      return null;
    };
  },
});
