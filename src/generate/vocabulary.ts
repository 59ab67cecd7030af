import type { Faker } from "@faker-js/faker";
import { faker } from "@faker-js/faker/locale/en";
import type { Stream } from "../random/stream.ts";

/** Words that patients of one population share, drawn once: many people live in a Maple Street or work for one company. */
export interface Vocabulary {
  readonly streets: readonly string[];
  readonly employers: readonly string[];
}

/** Drawn by faker with our own stream as its randomizer; its lists are fixed by the exact version in package.json. */
export function createVocabulary(root: Stream): Vocabulary {
  return {
    streets: list(400, root.fork("streets"), (words) => words.location.street()),
    employers: list(200, root.fork("employers"), (words) => words.company.name()),
  };
}

function list(size: number, stream: Stream, draw: (words: Faker) => string): string[] {
  // The locale's module gives a ready instance only; its class and words make one of our own, without the other 70 locales.
  const words = new (faker.constructor as typeof Faker)({
    locale: faker.rawDefinitions,
    randomizer: { next: () => stream.next(), seed: () => {} },
  });
  return Array.from({ length: size }, () => draw(words));
}
