export { type EncodingName, encoders } from "./encode/index.ts";
export { type Generated, type GenerateOptions, generate, generatePatients, type Range, type Sink } from "./generate.ts";
export { loadProfile, type ProfileSource } from "./load-profile.ts";
export { createPopulation, type Population, type PopulationOptions } from "./population.ts";
export type { Profile } from "./profile.ts";
