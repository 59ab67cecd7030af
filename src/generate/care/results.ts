import type { Stream } from "../../random/stream.ts";
import type { Observation } from "../../record/health.ts";
import type { Identifiers } from "../../record/identifiers.ts";
import type { Measured } from "../health/health.ts";
import { makeAll } from "../make.ts";
import { begunIn, stamp } from "./case.ts";
import { below, type Dice, keyOf, uniform, uuidBy, whole } from "./dice.ts";
import type { Opened } from "./visits.ts";

const keys = {
  panels: keyOf("panels"),
  imaging: keyOf("imaging"),
  order: keyOf("order"),
  report: keyOf("report"),
  hours: keyOf("hours"),
  shows: keyOf("shows"),
} as const;

const none: Identifiers = Object.freeze({});

type Moves = Readonly<Record<string, number>> | undefined;

/** Measures taken at a moment. `bad`: how much of what an illness moves is there, 1 for all. */
export function askMeasures(opened: Opened, names: readonly string[], minute: number, occasion: Stream, moves: Moves, bad: number): void {
  const { own, dice } = opened;
  const time = stamp(minute);
  for (const measured of own.health.measure(opened.day, names, occasion, { begun: begunIn(own), moves, bad })) {
    const id = uuidBy(dice, keyOf(measured.name) ^ minute);
    own.chart.observations.push(observation(opened, id, time, measured, none, undefined));
  }
}

/** Blood tests, each with its order, results and report; the results are there on the same day. */
export function orderPanels(
  opened: Opened,
  shares: Readonly<Record<string, number>>,
  minute: number,
  occasion: Stream,
  moves: Moves,
  bad: number,
): void {
  const { own, dice, stream, reason } = opened;
  for (const name in shares) {
    const panel = own.model.panels.get(name);
    if (!panel || uniform(below(dice, keys.panels), panel.key ^ minute) >= shares[name]!) continue;
    const results = own.health.measure(Math.floor(minute / 1440), panel.spec.measures, occasion, { begun: begunIn(own), moves, bad });
    if (results.length === 0) continue;
    const each = below(dice, panel.key ^ minute);
    const identifiers = makeAll(["accession-number", "order-number", "specimen-id"], stream.fork(panel.key ^ minute));
    const orderId = uuidBy(each, keys.order);
    const ordered = stamp(minute - 5);
    const drawn = stamp(minute);
    own.chart.orders.push({
      id: orderId,
      patientId: own.patient.id,
      encounterId: opened.id,
      providerId: opened.provider.id,
      category: "laboratory",
      code: panel.code,
      time: ordered,
      status: "completed",
      reason: opened.reasons?.get(name) ?? reason,
      identifiers: { "order-number": identifiers["order-number"]! },
    });
    const observationIds: string[] = [];
    for (const measured of results) {
      const id = uuidBy(each, keyOf(measured.name));
      observationIds.push(id);
      own.chart.observations.push(observation(opened, id, drawn, measured, identifiers, orderId));
    }
    const hours = panel.spec.hours ?? [1, 8];
    const midnight = (Math.floor(minute / 1440) + 1) * 1440;
    const reported = Math.min(midnight - 1, minute + 10 + whole(each, keys.hours, [hours[0] * 60, hours[1] * 60]));
    own.chart.reports.push({
      id: uuidBy(each, keys.report),
      patientId: own.patient.id,
      encounterId: opened.id,
      orderId,
      code: panel.code,
      time: stamp(Math.max(minute, reported)),
      observationIds,
      identifiers: { "accession-number": identifiers["accession-number"]! },
    });
    opened.lines.push({ code: panel.code, cents: panel.spec.cents });
  }
}

function observation(
  { own, id: encounterId }: Opened,
  id: string,
  time: string,
  measured: Measured,
  identifiers: Identifiers,
  orderId: string | undefined,
): Observation {
  const { category, code, value, decimals, unit, answer, low, high } = measured;
  const made: { -readonly [Key in keyof Observation]: Observation[Key] } = {
    id,
    patientId: own.patient.id,
    encounterId,
    category,
    code,
    time,
    identifiers,
  };
  if (value !== undefined) {
    made.value = value;
    made.decimals = decimals ?? 0;
  }
  if (unit !== undefined) made.unit = unit;
  if (answer !== undefined) made.answer = answer;
  if (low !== undefined) made.low = low;
  if (high !== undefined) made.high = high;
  if (orderId !== undefined) made.orderId = orderId;
  return made;
}

/** How often a picture is made, and what may be seen on it. */
export interface Seen {
  readonly share: number;
  readonly shows: string | readonly string[];
}

const oneOf = (shows: string | readonly string[], dice: Dice): string =>
  typeof shows === "string" ? shows : shows[whole(dice, keys.shows, [0, shows.length - 1])]!;

/** Pictures, each with its order and what was seen. */
export function orderImaging(opened: Opened, shares: Readonly<Record<string, number | Seen>>, minute: number): void {
  const { own, dice, stream, reason, end } = opened;
  const ordered = Math.min(minute, end - 5);
  for (const name in shares) {
    const study = own.model.imaging.get(name);
    const given = shares[name]!;
    const share = typeof given === "number" ? given : given.share;
    if (!study || uniform(below(dice, keys.imaging), study.key) >= share) continue;
    const each = below(dice, study.key);
    const identifiers = makeAll(["accession-number", "order-number"], stream.fork(study.key));
    const orderId = uuidBy(each, keys.order);
    const { usual, modality, cents } = study.spec;
    own.chart.orders.push({
      id: orderId,
      patientId: own.patient.id,
      encounterId: opened.id,
      providerId: opened.provider.id,
      category: "imaging",
      code: study.code,
      time: stamp(ordered),
      status: "completed",
      reason: opened.reasons?.get(name) ?? reason,
      identifiers: { "order-number": identifiers["order-number"]! },
    });
    own.chart.reports.push({
      id: uuidBy(each, keys.report),
      patientId: own.patient.id,
      encounterId: opened.id,
      orderId,
      code: study.code,
      time: stamp(Math.min(end, ordered + whole(each, keys.hours, [15, 120]))),
      observationIds: [],
      conclusion: oneOf(typeof given === "number" ? usual : given.shows, each),
      modality,
      identifiers: { "accession-number": identifiers["accession-number"]! },
    });
    opened.lines.push({ code: study.code, cents });
  }
}
