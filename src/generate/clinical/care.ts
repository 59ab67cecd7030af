import type { Stream } from "../../random/stream.ts";
import type { Encounter, EncounterClass, Facility, Provider } from "../../record/care.ts";
import type { Condition, Medication, Observation } from "../../record/health.ts";
import type { Identifiers } from "../../record/identifiers.ts";
import type { Patient } from "../../record/patient.ts";
import { ageOn, type Day, dayOf, isoOf, timeOf, weekdayOf } from "../days.ts";
import type { Health, Measured } from "../health/health.ts";
import { make, makeAll } from "../make.ts";
import type { Profile } from "../profile.ts";
import { type Acute, acutes, checkUp, type Drug } from "./acute.ts";
import { drugsFor } from "./prescriptions.ts";

export interface Care {
  readonly encounters: readonly Encounter[];
  readonly conditions: readonly Condition[];
  readonly observations: readonly Observation[];
  readonly medications: readonly Medication[];
  /** For the notes: the complaint that led to an encounter, by its id. */
  readonly complaints: ReadonlyMap<string, string>;
}

export interface CareSetting {
  readonly profile: Profile;
  readonly health: Health;
  /** The day on which ages are as the profile declares. */
  readonly reference: Day;
  /** Nothing after it is told. */
  readonly asOf: Day;
  readonly facility: Facility;
  /** Those of the facility; the first is the patient's own. */
  readonly providers: readonly Provider[];
}

/**
 * The course of one patient's care. Each week is drawn from its own fork, so that a later `asOf` adds weeks and changes none.
 */
export function drawCare(patient: Patient, stream: Stream, setting: CareSetting): Care {
  const { health } = setting;
  const chronic = recorded(patient, health, stream.fork("chronic"), setting.asOf);
  const encounters: Encounter[] = [];
  const observations: Observation[] = [];
  const medications: Medication[] = [];
  const passing: Condition[] = [];
  const complaints = new Map<string, string>();
  const prescribed = new Set<string>();
  const birth = dayOf(patient.birthDate);
  const first = Math.max(birth, setting.reference - Math.round(setting.profile.history.years * 365.25));

  const weeks = stream.fork("week");
  const highest = weekly(Math.max(...setting.profile.encounters.rates.map(({ perYear }) => perYear)));

  for (let week = Math.floor(first / 7); week * 7 <= setting.asOf; week++) {
    const own = weeks.fork(week);
    const chance = own.next();
    // Most weeks end here, before an age is counted.
    if (chance >= highest) continue;
    const age = ageOn(patient.birthDate, Math.max(birth, week * 7));
    const rate = setting.profile.encounters.rates.find(({ ages }) => ages[0] <= age && age <= ages[1])?.perYear ?? 0;
    if (chance >= weekly(rate)) continue;
    const had = chronic.filter(({ onset, resolved }) => dayOf(onset) <= week * 7 && (resolved === undefined || week * 7 < dayOf(resolved)));
    const visit = drawVisit(patient, own, week, had, setting);
    if (dayOf(visit.encounter.start) < first || dayOf(visit.encounter.end) > setting.asOf) continue;
    const { encounter, acute } = visit;
    encounters.push(encounter);
    complaints.set(encounter.id, acute?.complaint ?? "");
    if (acute) passing.push(passingCondition(encounter, acute, own.fork("condition"), setting.asOf));
    observations.push(...observe(encounter, health, own, acute === undefined));
    if (acute) {
      if (acute.drug) medications.push(prescribe(encounter, acute.drug, own.fork("drug"), setting.asOf, 10));
      continue;
    }
    for (const { name } of health.takes(dayOf(encounter.start))) {
      const drugs = drugsFor(name);
      if (drugs.length === 0 || prescribed.has(name)) continue;
      prescribed.add(name);
      const drug = stream.fork("habit").fork(name).pick(drugs);
      medications.push(prescribe(encounter, drug, own.fork("drug").fork(drug.code.code), setting.asOf));
    }
  }
  const conditions = [...chronic, ...passing].sort((a, b) => (a.onset < b.onset ? -1 : a.onset > b.onset ? 1 : 0));
  return { encounters, conditions, observations, medications, complaints };
}

/** The conditions that a record holds by `asOf`. */
function recorded(patient: Patient, health: Health, stream: Stream, asOf: Day): Condition[] {
  const times = new Map<string, number>();
  return health.conditions.flatMap(({ name, code, onset, resolved, severity }) => {
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    if (onset > asOf) return [];
    return [
      {
        id: make("uuid", stream.fork(name).fork(time)),
        patientId: patient.id,
        code,
        onset: isoOf(onset),
        ...(resolved !== undefined && resolved <= asOf ? { resolved: isoOf(resolved) } : {}),
        ...(severity ? { severity } : {}),
      },
    ];
  });
}

/** The chance of an encounter in a week. */
const weekly = (perYear: number): number => (perYear * 7) / 365.25;

/** Minutes that an encounter lasts, at least and at most; hospital stays in days. */
const lengths: Readonly<Record<EncounterClass, readonly [number, number]>> = {
  ambulatory: [15, 45],
  virtual: [10, 25],
  emergency: [90, 480],
  inpatient: [1440, 8640],
};

function drawVisit(
  patient: Patient,
  own: Stream,
  week: number,
  had: readonly Condition[],
  setting: CareSetting,
): { encounter: Encounter; acute: Acute | undefined } {
  const kind = drawClass(own.fork("class"), setting.profile);
  const isUrgent = kind === "emergency" || kind === "inpatient";
  const when = own.fork("when");
  // Offices open Monday to Friday, 8 to 17; emergencies come at any time. Week 0 began on a Thursday.
  let day = week * 7 + when.int(0, 6);
  if (!isUrgent && (weekdayOf(day) === 0 || weekdayOf(day) === 6)) day -= 2;
  const minute = isUrgent ? when.int(0, 1439) : 480 + 5 * when.int(0, 108);
  const age = ageOn(patient.birthDate, day);
  const acute = drawAcute(own.fork("reason"), age, isUrgent, had.length > 0);
  const followUp = had.length > 0 ? own.fork("follow-up").pick(had).code : undefined;
  const provider = own.fork("provider").chance(0.75) ? setting.providers[0]! : own.fork("other").pick(setting.providers);
  const [shortest, longest] = lengths[kind];
  const identity = own.fork("encounter");
  return {
    acute,
    encounter: {
      id: make("uuid", identity.fork("id")),
      patientId: patient.id,
      providerId: provider.id,
      facilityId: setting.facility.id,
      class: kind,
      start: timeOf(day, minute),
      end: timeOf(day, minute + when.int(shortest, longest)),
      age,
      reason: acute?.code ?? followUp ?? (age < 18 ? checkUp.child : checkUp.adult),
      identifiers: makeAll(["encounter-id", "account-number", "claim-number"], identity),
    },
  };
}

function drawClass(stream: Stream, { encounters }: Profile): EncounterClass {
  const draw = stream.next();
  if (draw < encounters.emergency) return "emergency";
  if (draw < encounters.emergency + encounters.inpatient) return "inpatient";
  return draw < encounters.emergency + encounters.inpatient + encounters.virtual ? "virtual" : "ambulatory";
}

/** Always for an urgent visit; else for half of them. Undefined: a check-up or a follow-up. */
function drawAcute(stream: Stream, age: number, isUrgent: boolean, hasChronic: boolean): Acute | undefined {
  if (!isUrgent && stream.chance(hasChronic ? 0.55 : 0.4)) return undefined;
  const fitting = acutes.filter(({ ages, emergency }) => ages[0] <= age && age <= ages[1] && emergency === isUrgent);
  return fitting.length === 0 ? undefined : stream.pick(fitting);
}

function passingCondition(encounter: Encounter, acute: Acute, stream: Stream, asOf: Day): Condition {
  const onset = dayOf(encounter.start);
  const resolved = onset + stream.int(acute.days[0], acute.days[1]);
  return {
    id: make("uuid", stream.fork("id")),
    patientId: encounter.patientId,
    encounterId: encounter.id,
    code: acute.code,
    onset: isoOf(onset),
    ...(resolved <= asOf ? { resolved: isoOf(resolved) } : {}),
  };
}

const vitalSigns = ["height", "weight", "bmi", "systolic", "diastolic", "pulse", "respiration", "temperature", "saturation"];
const bloodTests = ["hba1c", "total-cholesterol", "hdl", "triglycerides", "ldl", "creatinine", "egfr"];

/** Vital signs wherever somebody is seen; blood tests for four in ten adults seen in person; smoking asked at check-ups. */
function observe(encounter: Encounter, health: Health, own: Stream, isPlanned: boolean): Observation[] {
  if (encounter.class === "virtual") return [];
  const visit = own.fork("measure");
  const day = dayOf(encounter.start);
  const drawn = encounter.age >= 18 && own.fork("blood").chance(0.4) ? health.measure(day, bloodTests, visit) : [];
  const panel = makeAll(["accession-number", "order-number", "specimen-id"], own.fork("panel"));
  const ids = own.fork("observation");
  const seen = health.measure(day, isPlanned ? [...vitalSigns, "smoking-status"] : vitalSigns, visit);
  return [
    ...seen.map((measured) => observation(encounter, measured, {}, ids)),
    ...drawn.map((measured) => observation(encounter, measured, panel, ids)),
  ];
}

function observation(encounter: Encounter, { name: _, ...measured }: Measured, identifiers: Identifiers, ids: Stream): Observation {
  return {
    id: make("uuid", ids.fork(measured.code.code)),
    patientId: encounter.patientId,
    encounterId: encounter.id,
    time: encounter.start,
    ...measured,
    identifiers,
  };
}

/** `days`: how long it is taken; absent: it goes on. */
function prescribe(encounter: Encounter, drug: Drug, stream: Stream, asOf: Day, days?: number): Medication {
  const start = dayOf(encounter.start);
  return {
    id: make("uuid", stream.fork("id")),
    patientId: encounter.patientId,
    encounterId: encounter.id,
    code: drug.code,
    start: isoOf(start),
    ...(days !== undefined && start + days <= asOf ? { stop: isoOf(start + days) } : {}),
    instructions: drug.instructions,
    identifiers: makeAll(["prescription-number"], stream),
  };
}
