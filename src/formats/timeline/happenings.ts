import type { Admission, Appointment, Encounter, Report } from "../../record/care.ts";
import type { Observation } from "../../record/health.ts";
import type { PatientRecord } from "../../record/record.ts";
import { nameOf, readingOf } from "./words.ts";

/** Something that a timeline tells in a line: when, in a word what, and the words for it. */
export interface Happening {
  /** `YYYY-MM-DDTHH:MM:SS`; what is known by its day only stands at the day's begin. */
  readonly time: string;
  readonly what: What;
  /** Joined by commas, or by semicolons where a part has a comma. */
  readonly parts: readonly string[];
}

/** In the order in which they are told where they have one time. */
const order = [
  "born",
  "insured",
  "begins",
  "ends",
  "noted",
  "allergy",
  "device",
  "visit",
  "online",
  "emergency",
  "hospital",
  "moves",
  "measured",
  "asked",
  "result",
  "picture",
  "procedure",
  "vaccine",
  "referral",
  "stops",
  "starts",
  "renews",
  "leaves",
  "booked",
  "missed",
  "dies",
] as const;

type What = (typeof order)[number];

/** All that a record tells, in order of time; bills, notes and what was ordered only are left out. */
export function happeningsOf(record: PatientRecord): Happening[] {
  const { patient } = record;
  const all: Happening[] = [
    { time: startOf(patient.birthDate), what: "born", parts: [`in ${patient.birthPlace}`] },
    ...coverages(record),
    ...conditions(record),
    ...record.allergies.map(({ onset, code, reaction, severity }) => ({
      time: startOf(onset),
      what: "allergy" as const,
      parts: [`${code.display}: ${reaction.display}`, severity],
    })),
    ...record.devices.map(({ implanted, description }) => ({ time: startOf(implanted), what: "device" as const, parts: [description] })),
    ...record.encounters.flatMap(encounter),
    ...measured(record),
    ...record.procedures.map(({ start, code }) => ({ time: start, what: "procedure" as const, parts: [code.display] })),
    ...record.immunizations.map(({ time, code, dose }) => ({ time, what: "vaccine" as const, parts: [code.display, `dose ${dose}`] })),
    ...record.orders
      .filter(({ category }) => category === "referral")
      .map(({ time, code }) => ({ time, what: "referral" as const, parts: [code.display.replace(/^Referral /, "")] })),
    ...medications(record),
    ...record.appointments.flatMap(appointment),
  ];
  if (patient.deceased !== undefined) {
    const cause = patient.causeOfDeath?.display;
    all.push({ time: patient.deceased, what: "dies", parts: cause === undefined ? [] : [`of ${cause}`] });
  }
  // A stable sort: what has one time and one word keeps the order of the record.
  return all.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : order.indexOf(a.what) - order.indexOf(b.what)));
}

const startOf = (date: string): string => `${date}T00:00:00`;

/** What pays is in the head; a line tells only of a change. */
const coverages = ({ patient, coverages }: PatientRecord): Happening[] =>
  coverages
    .filter(({ start }, i) => i > 0 && start > patient.birthDate)
    .map(({ start, payer }) => ({ time: startOf(start), what: "insured", parts: [`by ${payer}`] }));

const conditions = ({ conditions }: PatientRecord): Happening[] =>
  conditions.flatMap(({ onset, resolved, code, severity }) => {
    const begins: Happening = {
      time: startOf(onset),
      what: isNoted.test(code.code) ? "noted" : "begins",
      parts: severity === undefined ? [code.display] : [code.display, severity],
    };
    if (begins.what === "noted") return [begins];
    return resolved === undefined ? [begins] : [begins, { time: startOf(resolved), what: "ends", parts: [code.display] }];
  });

/** Weeks of pregnancy, the outcome of a delivery and how somebody was born are so on a day, and neither begin nor end. */
const isNoted = /^Z3(?:A|7|8)/;

const visitWords = { ambulatory: "visit", virtual: "online", emergency: "emergency", inpatient: "hospital" } as const;

function encounter({ class: sort, start, end, reason, stays = [], admission }: Encounter): Happening[] {
  const from =
    admission === undefined || admission.source === "home"
      ? []
      : [admission.source === "born here" ? "born here" : `from ${admission.source}`];
  const first: Happening = {
    time: start,
    what: visitWords[sort],
    parts: [reason.display, ...from, ...stays.slice(0, 1).map(({ ward }) => ward)],
  };
  if (sort !== "inpatient") return [first];
  const disposition = admission?.disposition ?? "home";
  const moves = stays.slice(1).map((stay): Happening => ({ time: stay.start, what: "moves", parts: [`to ${stay.ward}`] }));
  return [first, ...moves, ...(disposition === "died" ? [] : [{ time: end, what: "leaves" as const, parts: [leaving[disposition]] }])];
}

const leaving: Readonly<Record<Exclude<Admission["disposition"], "died">, string>> = {
  home: "for home",
  "home health": "for home, with home health care",
  "skilled nursing": "for a nursing facility",
  rehabilitation: "for rehabilitation",
  hospice: "for hospice",
  transfer: "for another hospital",
  "against advice": "against advice",
};

/** Each visit's vital signs and answers in a line, each report in one, and what belongs to no report alone. */
function measured({ observations, reports }: PatientRecord): Happening[] {
  const byId = new Map(observations.map((each) => [each.id, each]));
  const reported = new Set(reports.flatMap(({ observationIds }) => observationIds));
  const alone = observations.filter(({ id, category }) => category === "laboratory" && !reported.has(id));
  return [
    ...atOnce(observations, "vital-signs").map(([time, of]): Happening => ({ time, what: "measured", parts: vitals(of) })),
    ...(["social-history", "survey"] as const)
      .flatMap((category) => atOnce(observations, category))
      .map(([time, of]): Happening => ({ time, what: "asked", parts: of.map(said) })),
    ...reports.map((report) => told(report, byId)),
    ...alone.map((each): Happening => ({ time: each.time, what: "result", parts: [said(each)] })),
  ];
}

function atOnce(observations: readonly Observation[], category: Observation["category"]): [string, Observation[]][] {
  const groups = new Map<string, Observation[]>();
  for (const each of observations) {
    if (each.category !== category) continue;
    const group = groups.get(each.time);
    if (group) group.push(each);
    else groups.set(each.time, [each]);
  }
  return [...groups];
}

const said = (observation: Observation): string => `${nameOf(observation.code)}${observation.answer ? ":" : ""} ${readingOf(observation)}`;

const [systolicCode, diastolicCode] = ["8480-6", "8462-4"];

function vitals(observations: readonly Observation[]): string[] {
  const systolic = observations.find(({ code }) => code.code === systolicCode);
  const diastolic = observations.find(({ code }) => code.code === diastolicCode);
  if (systolic?.value === undefined || diastolic?.value === undefined) return observations.map(said);
  const rest = observations.filter((each) => each !== systolic && each !== diastolic);
  return [`BP ${systolic.value.toFixed(systolic.decimals)}/${diastolic.value.toFixed(diastolic.decimals)}`, ...rest.map(said)];
}

/** Of a panel of more values than this, those within limits are only counted. */
const few = 6;

function told({ time, code, observationIds, conclusion }: Report, byId: ReadonlyMap<string, Observation>): Happening {
  const measured = observationIds.flatMap((id) => byId.get(id) ?? []);
  const spoken = measured.length > few ? measured.filter((each) => !isUsual(each)) : measured;
  const values = spoken.map(said);
  const rest = measured.length - spoken.length;
  if (rest > 0)
    values.push(spoken.length === 0 ? `all ${rest} values within limits` : `${rest} ${rest === 1 ? "other" : "others"} within limits`);
  if (conclusion !== undefined) return { time, what: "picture", parts: [`${nameOf(code)}: ${conclusion}`, ...values] };
  const [first = "", ...others] = values;
  // A report of one value is called as the value is.
  if (measured.length <= 1) return { time, what: "result", parts: [first === "" ? nameOf(code) : first] };
  return { time, what: "result", parts: [`${nameOf(code)}: ${first}`, ...others] };
}

const isUsual = ({ value, low, high }: Observation): boolean =>
  value !== undefined && (low !== undefined || high !== undefined) && value >= (low ?? value) && value <= (high ?? value);

function medications({ medications, encounters }: PatientRecord): Happening[] {
  const byId = new Map(encounters.map((each) => [each.id, each]));
  const at = (date: string, encounterId: string | undefined): string => timeOf(date, byId.get(encounterId ?? ""));
  return medications.flatMap(({ encounterId, start, stop, stopReason, code, instructions, renewals = [] }) => {
    const starts: Happening[] = [
      { time: at(start, encounterId), what: "starts", parts: [`${code.display}: ${instructions}`] },
      ...renewals.map((each) => ({ time: at(each.date, each.encounterId), what: "renews" as const, parts: [code.display] })),
    ];
    if (stop === undefined) return starts;
    return [
      ...starts,
      { time: startOf(stop), what: "stops", parts: [stopReason === undefined ? code.display : `${code.display}: ${stopReason}`] },
    ];
  });
}

/** A prescription is told where the visit ends at which it was written. */
function timeOf(date: string, encounter: Encounter | undefined): string {
  const moment = [encounter?.end, encounter?.start].find((time) => time?.startsWith(date));
  return moment ?? startOf(date);
}

function appointment({ status, booked, start, reason }: Appointment): Happening[] {
  if (status === "fulfilled") return [];
  if (status === "no-show") return [{ time: start, what: "missed", parts: [reason.display] }];
  const isCancelled = status === "cancelled" ? "and later cancelled" : undefined;
  return [
    {
      time: booked,
      what: "booked",
      parts: [`for ${start.slice(0, 10)}${isCancelled === undefined ? "" : ` ${isCancelled}`}: ${reason.display}`],
    },
  ];
}
