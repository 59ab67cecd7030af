import { isBrand } from "../tables/brands.ts";
import { givenNameRank, surnameRank } from "../tables/names.ts";
import { isCity, isCountry, isCounty, isState } from "../tables/places.ts";
import { isClinicalWord, isEponym, isOrdinaryWord, isUnit, wordRank } from "../tables/vocabulary.ts";
import * as lexicon from "./lexicon.ts";
import type { Sentence } from "./people.ts";
import type { Tokens } from "./tokens.ts";

/** What a word can be by its neighbours' grammar: one bit a list of `lexicon.ts`. */
export const can = {
  title: 1 << 0,
  weakTitle: 1 << 1,
  providerTitle: 1 << 2,
  credential: 1 << 3,
  suffix: 1 << 4,
  particle: 1 << 5,
  relative: 1 << 6,
  providerRole: 1 << 7,
  patient: 1 << 8,
  beforeName: 1 << 9,
  afterName: 1 << 10,
  afterEponym: 1 << 11,
  facilityEnd: 1 << 12,
  strongFacilityEnd: 1 << 13,
  facilityMiddle: 1 << 14,
  schoolEnd: 1 << 15,
  churchEnd: 1 << 16,
  companyEnd: 1 << 17,
  streetEnd: 1 << 18,
  unit: 1 << 19,
  month: 1 << 20,
  weekday: 1 << 21,
  neverName: 1 << 22,
  facilityBrand: 1 << 23,
  cityNickname: 1 << 24,
  demonym: 1 << 25,
} as const;

const lists: readonly (readonly [number, ReadonlySet<string>])[] = [
  [can.title, lexicon.titles],
  [can.weakTitle, lexicon.weakTitles],
  [can.providerTitle, lexicon.providerTitles],
  [can.credential, lexicon.credentials],
  [can.suffix, lexicon.suffixes],
  [can.particle, lexicon.particles],
  [can.relative, lexicon.relatives],
  [can.providerRole, lexicon.providerRoles],
  [can.patient, lexicon.patientWords],
  [can.beforeName, lexicon.beforeNames],
  [can.afterName, lexicon.afterNames],
  [can.afterEponym, lexicon.afterEponyms],
  [can.facilityEnd, lexicon.facilityEnds],
  [can.strongFacilityEnd, lexicon.strongFacilityEnds],
  [can.facilityMiddle, lexicon.facilityMiddles],
  [can.schoolEnd, lexicon.schoolEnds],
  [can.churchEnd, lexicon.churchEnds],
  [can.companyEnd, lexicon.companyEnds],
  [can.streetEnd, lexicon.streetEnds],
  [can.unit, lexicon.units],
  [can.month, lexicon.months],
  [can.weekday, lexicon.weekdays],
  [can.neverName, lexicon.neverNames],
  [can.facilityBrand, lexicon.facilityBrands],
  [can.cityNickname, lexicon.cityNicknames],
  [can.demonym, lexicon.demonyms],
];

/** What the tables and the lexicon know of one word. */
export interface Word {
  /** Bits of `can`. */
  readonly can: number;
  /** 0 to 15, as in `tables/names.ts`. */
  readonly given: number;
  readonly surname: number;
  /** 0 to 15: how common it is in ordinary English. */
  readonly rank: number;
  readonly clinical: boolean;
  /** Of medicine's eponyms or of the brands of its things. */
  readonly eponym: boolean;
  /** 0, or the logarithm of the people of that name's largest city. */
  readonly city: number;
  readonly state: boolean;
  readonly country: boolean;
  readonly county: boolean;
}

/** What is known of a mark, a number, or what stands past the ends. */
export const noWord: Word = {
  can: 0,
  given: 0,
  surname: 0,
  rank: 0,
  clinical: false,
  eponym: false,
  city: 0,
  state: false,
  country: false,
  county: false,
};

export interface Words {
  /** What was already made of a text, so that detectors share it. */
  readonly sentences: WeakMap<Tokens, Sentence>;
  /** `word` in lower case without accents; apostrophes may stand in it. */
  of(word: string): Word;
  /** A city or a state of one or more words in lower case. */
  city(name: string): number;
  state(name: string): boolean;
  isUnit(word: string): boolean;
  isEponym(words: string): boolean;
}

/** Remembers what it looked up, up to a bound, for notes repeat their words. */
export function createWords(): Words {
  let seen = new Map<string, Word>();
  return {
    sentences: new WeakMap(),
    city: isCity,
    state: (name) => isState(name) !== null,
    isUnit,
    isEponym,
    of(word) {
      let known = seen.get(word);
      if (known === undefined) {
        if (seen.size > 50_000) seen = new Map();
        known = look(word);
        seen.set(word, known);
      }
      return known;
    },
  };
}

function look(word: string): Word {
  let bits = 0;
  for (const [bit, list] of lists) if (list.has(word)) bits |= bit;
  const solid = word.includes("'") ? word.replaceAll("'", "") : word;
  return {
    can: bits,
    given: givenNameRank(solid),
    surname: surnameRank(solid),
    rank: wordRank(word) || (isOrdinaryWord(word) ? 6 : 0),
    clinical: isClinicalWord(word),
    eponym: isEponym(word) || isBrand(word),
    city: lexicon.cityNicknames.has(word) ? 12 : isCity(word),
    state: isState(word) !== null,
    country: isCountry(word),
    county: isCounty(word),
  };
}
