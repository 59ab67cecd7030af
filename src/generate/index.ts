export type { Patients, PatientsOptions } from "./choose-patients.ts";
export { compareProfiles } from "./compare-profiles.ts";
export { type Generated, type GenerateOptions, generate, generatePatients } from "./generate.ts";
export { loadProfile } from "./load-profile.ts";
export { patients } from "./patients.ts";
export type { Profile } from "./profile.ts";
