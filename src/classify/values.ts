import type { Verdict } from "../formats/slot.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import { isCity, isCountry, isCounty, isState } from "../tables/places.ts";
import { isOpaquePiece } from "./cell-check.ts";
import { isFacilityName } from "./facility.ts";
import type { Profile } from "./profile.ts";
import type { Shape } from "./shape.ts";
import { isStreet } from "./street.ts";
import { isTerminology } from "./terminology.ts";
import { enough, type KindShare, kindShares, nameKind, shapedKind, strongKind } from "./value-kinds.ts";
import {
  epochOf,
  foreignPostcode,
  isCodeList,
  isCompactDate,
  isCoordinateColumn,
  isFlagWord,
  isMostlyDistinct,
  isOpaqueCode,
  isSequence,
  isTellingCode,
  isTenDigitPhone,
  isZip,
  numericFlags,
  shareOf,
  spread,
} from "./value-sorts.ts";
import { fold, isWhollyPlain, nameLikeness } from "./words.ts";

/** What the values of a slot say on their own. Every share is of distinct filled values. */
export interface ValueEvidence {
  /** What they would be taken for without a label; null when there are none. */
  readonly verdict: Verdict | null;
  /** Share that speaks for the verdict. */
  readonly share: number;
  /** Whether the form alone is enough, whatever a label says: an e-mail address is one under any header. */
  readonly telling: boolean;
  /** Plain words: `have the shape of …`. */
  readonly says: string;
  readonly names: number;
  readonly plain: number;
  readonly codes: number;
  readonly facilities: number;
  /** Share of integers, of numbers of any sort. */
  readonly integers: number;
  readonly numbers: number;
  readonly dates: number;
  readonly opaque: number;
  /** Share of the filled cells, repeated values counted, that are long numbers or letters with many digits. */
  readonly opaqueEntries: number;
  readonly years: number;
  readonly compactDates: number;
  readonly epoch: "s" | "ms" | null;
  readonly excelSerials: number;
  readonly zips: number;
  readonly phones: number;
  readonly states: number;
  readonly countries: number;
  readonly cities: number;
  readonly streets: number;
  /** Few values that repeat. */
  readonly small: boolean;
  readonly flags: boolean;
  readonly maxDigits: number;
  readonly kinds: ReadonlyMap<KindName, KindShare>;
}

export const wordSample = 300;

export function readValues(profile: Profile): ValueEvidence {
  const values = profile.values();
  const sample = spread(values, wordSample);
  const of = (claims: (value: string, shape: Shape) => boolean): number => shareOf(sample, claims);
  const textual = sample.filter(({ shape }) => shape === "word" || shape === "words" || shape === "code");
  const ofText = (claims: (value: string) => boolean): number =>
    textual.length === 0 ? 0 : shareOf(textual, claims) * (textual.length / sample.length);

  const integers = profile.share("integer") + numericFlags(values);
  const facts = {
    names: ofText((value) => nameLikeness(value) === 2),
    plain: ofText(isWhollyPlain) + profile.share("flag") - numericFlags(values),
    codes: of(
      (value, shape) =>
        ((shape === "integer" || shape === "code" || shape === "decimal" || shape === "word") && isTellingCode(value)) || isCodeList(value),
    ),
    facilities: ofText(isFacilityName),
    integers,
    numbers: integers + profile.share("decimal", "measure", "time"),
    dates: profile.share("date", "timestamp"),
    opaque:
      profile.share("uuid") +
      of((value, shape) => (shape === "code" && isOpaqueCode(value)) || (shape === "integer" && value.length >= 16)),
    opaqueEntries:
      profile.filled === 0
        ? 0
        : values.reduce(
            (sum, { value, shape, count }) => (isOpaquePiece(value) || (shape === "integer" && value.length > 8) ? sum + count : sum),
            0,
          ) / profile.filled,
    years: of((value, shape) => shape === "integer" && /^(?:18[5-9]|19\d|20[0-4])\d$/.test(value)),
    compactDates: of((value, shape) => shape === "integer" && isCompactDate(value)),
    epoch: epochOf(sample),
    excelSerials: of((value, shape) => (shape === "integer" || shape === "decimal") && /^[2-5]\d{4}(?:\.\d{1,12})?$/.test(value)),
    zips: of((value, shape) => shape === "zip-plus-4" || (shape === "integer" && isZip(value))),
    phones: of((value, shape) => shape === "phone" || (shape === "integer" && isTenDigitPhone(value))),
    states: ofText((value) => isState(value) !== null),
    countries: ofText((value) => isCountry(fold(value))),
    cities: ofText((value) => isCity(fold(value)) > 0 || isCounty(fold(value).replace(/ county$/, ""))),
    streets: of((value, shape) => shape === "words" && isStreet(value)),
    small: profile.filled > 0 && profile.distinct <= Math.max(2, Math.min(40, profile.filled / 4)),
    flags: profile.distinct > 0 && values.every(({ value, shape }) => shape === "flag" || isFlagWord(value)),
    maxDigits: values.reduce(
      (most, { value, shape }) =>
        shape === "integer" || shape === "decimal" || shape === "measure" ? Math.max(most, value.replace(/\D/g, "").length) : most,
      0,
    ),
    kinds: kindShares(profile),
  };
  return { ...facts, ...decide(profile, facts) };
}

type Facts = Omit<ValueEvidence, "verdict" | "share" | "telling" | "says">;

type Decision = Pick<ValueEvidence, "verdict" | "share" | "telling" | "says">;

const shapeKinds: readonly (readonly [Shape, KindName])[] = [
  ["email", "email"],
  ["ssn", "ssn"],
  ["phone", "phone"],
  ["mac-address", "mac-address"],
  ["ip-address", "ip-address"],
  ["uuid", "uuid"],
];

/** Dangerous first; the first claim that enough values support. */
function decide(profile: Profile, facts: Facts): Decision {
  if (profile.distinct === 0) return { verdict: null, share: 0, telling: false, says: "no values" };
  const told = (verdict: Verdict, share: number, says: string, telling = true): Decision => ({ verdict, share, telling, says });

  for (const [shape, kind] of shapeKinds)
    if (profile.share(shape) >= enough) return told(kind, profile.share(shape), "have the shape of one");
  if (profile.share("document") >= 0.3) return told("prose", profile.share("document"), "are documents or encoded text");
  const urls = profile.share("url", "oid");
  if (urls >= enough) {
    const known = shareOf(profile.values(), (value) => isTerminology(value));
    if (known >= 0.95) return told("clinical", known, "name published code systems or definitions");
    return told(profile.share("oid") >= enough ? "unique-id" : "url", urls, "have the shape of one");
  }
  if (profile.share("reference") >= enough && profile.values().some(({ value }) => /[/?]/.test(value)))
    return told("record-id", profile.share("reference"), "point at records");
  if (facts.dates >= enough) return told("date", facts.dates, "are dates");
  if (facts.compactDates >= 0.9 && profile.distinct > 2) return told("date", facts.compactDates, "read as dates written without marks");
  if (facts.epoch && profile.distinct > 2 && facts.epoch === "ms" && profile.sameLength === 1 && facts.maxDigits === 13)
    return told("date", facts.integers, "read as milliseconds since 1970");
  if (profile.share("prose") >= 0.2) return told("prose", profile.share("prose"), "are sentences");

  const kind = strongKind(facts.kinds);
  if (kind) return told(kind.kind, kind.share, "have the form and check digits of one");
  const postcodes = shareOf(profile.values(), (value) => foreignPostcode.test(value));
  if (postcodes >= enough && profile.distinct > 2) return told("postal-code", postcodes, "have the shape of one");
  if (facts.streets >= enough) return told("street-address", facts.streets, "read as street addresses");

  if (facts.phones >= 0.9 || (profile.share("phone") > 0 && facts.phones >= enough))
    return told("phone", facts.phones, "have the shape of one");
  if (profile.share("zip-plus-4") > 0 && facts.zips >= enough) return told("zip", facts.zips, "are ZIP codes");

  // Several sorts of identifiers under one label: `identifier[].value`, `contact`.
  const mixed = profile.share("email", "ssn", "mac-address", "ip-address", "uuid", "url") + facts.phones + facts.streets;
  if (mixed >= enough) return told("unique-id", mixed, "are identifiers of several sorts");

  if (facts.flags) return told("clinical", 1, "are yes or no, or a short flag", false);
  if (facts.codes >= enough && facts.codes >= facts.names) return told("clinical", facts.codes, "are codes of known systems", false);

  if (facts.integers >= 0.9) return decideIntegers(profile, facts);
  // Record numbers that are not all written in one way.
  const numbered = shareOf(profile.values(), (value, shape) => (shape === "integer" && value.length >= 6) || isOpaquePiece(value));
  if (numbered >= 0.8 && isMostlyDistinct(profile))
    return told("unique-id", numbered, "are long numbers, some with letters, that rarely repeat");
  if (facts.numbers >= 0.8) {
    if (isCoordinateColumn(profile)) return told("coordinates", 1, "read as degrees of longitude or latitude", false);
    return told("clinical", facts.numbers, "are measured numbers", false);
  }
  if (facts.opaque >= enough && isMostlyDistinct(profile)) return told("unique-id", facts.opaque, "are opaque and rarely repeat");

  if (facts.states >= 0.9) return told("clinical", facts.states, "are states", false);
  if (facts.countries >= 0.9) return told("clinical", facts.countries, "are countries", false);
  if (facts.facilities >= enough) return told("facility", facts.facilities, "read as names of organizations", false);
  if (facts.names >= enough && facts.names >= facts.cities - 0.1)
    return told(nameKind(profile), facts.names, "read as names of people", false);
  if (facts.cities >= enough && facts.plain < 0.8) return told("city", facts.cities, "are places", false);
  if (facts.plain + facts.codes + facts.numbers >= 0.8) return told("clinical", facts.plain, "are clinical or ordinary words", false);
  const form = shapedKind(facts.kinds);
  if (form && facts.plain < 0.2) return told(form.kind, form.share, "have the shape of one", false);
  if (facts.opaque >= enough && profile.distinct >= 5) return told("unique-id", facts.opaque, "are opaque", false);
  return told("unknown", 1 - facts.plain, "are of no one sort", false);
}

function decideIntegers(profile: Profile, facts: Facts): Decision {
  const told = (verdict: Verdict, share: number, says: string, telling = false): Decision => ({ verdict, share, telling, says });
  const long = shareOf(profile.values(), (value) => value.replace(/^[+-]/, "").length >= 5);
  const distinct = isMostlyDistinct(profile);
  if (facts.years >= 0.95 && profile.distinct > 1) return told("date", facts.years, "read as years");
  // Nine digits may be anything: a ZIP keeps its first three digits, so only five make one without a label.
  // Numbers of five digits and fewer that a ZIP code could not be are counts.
  const counts = shareOf(profile.values(), (value) => value.length < 4);
  if (facts.zips >= 0.9 && counts <= 0.01 && facts.maxDigits === 5 && profile.distinct >= 3 && profile.sameLength >= 0.5)
    return told("zip", facts.zips, "are ZIP codes");
  if (facts.maxDigits === 9 && profile.sameLength >= 0.9 && distinct)
    return told("ssn", profile.sameLength, "have nine digits and rarely repeat");
  if (facts.maxDigits === 10 && profile.sameLength >= 0.9 && profile.distinct >= 3) {
    if (facts.epoch === "s" && !distinct) return told("date", 1, "read as seconds since 1970");
  }
  if (long >= enough && profile.distinct >= 3 && (distinct || profile.sameLength >= 0.8))
    return told("record-id", long, "are long numbers of one length or that rarely repeat");
  if (profile.distinct >= 20 && isSequence(profile.values())) return told("record-id", 1, "count up without a gap");
  return told("clinical", facts.integers, "are small or repeated numbers", false);
}
