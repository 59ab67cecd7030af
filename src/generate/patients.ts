import { choosePatients, type Patients, type PatientsOptions } from "./choose-patients.ts";
import { loadProfile } from "./load-profile.ts";

/** Patients of a population, for tests: `const [p] = patients({ seed: 7 })`. Throws as `choosePatients`. */
export function patients(options: PatientsOptions = {}): Patients {
  return choosePatients(options, loadProfile);
}
