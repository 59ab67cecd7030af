import { dayOf } from "../days.ts";
import { bookable } from "./agenda.ts";
import { type Case, stamp, yearsOf } from "./case.ts";
import { below, type Dice, keyOf, uniform, uuidBy, whole } from "./dice.ts";
import type { Opened } from "./visits.ts";

const keys = {
  booked: keyOf("booked"),
  lead: keyOf("lead"),
  hour: keyOf("booking hour"),
  earlier: keyOf("earlier"),
  before: keyOf("before"),
  id: keyOf("appointment"),
  called: keyOf("called off"),
} as const;

/** What becomes of an appointment: `called off` some time before, `cancelled` at its own time because something stands in its way. */
type Fate = "fulfilled" | "no-show" | "cancelled" | "called off";

/** Days: fewer than lie between leaving and the visit. */
const onLeaving = [1, 4] as const;

const atOnce = [0, 0] as const;

/** Days from which on a visit may be booked some days ahead, and yet after what called for it. */
export const soonBooked = onLeaving[1] + 1;

/**
 * The bookings that led to a visit: its own, where it had one, and before it those that were missed or cancelled, so that their
 * shares of all appointments come out. `comes`: whether the visit takes place; `sort`: for something new, planned, booked on leaving a hospital, or on the day itself. Gives the id of its appointment, where it had one that is told.
 */
export function keepAppointments(opened: Opened, comes: boolean, sort: "new" | "planned" | "after" | "at once"): string | undefined {
  const { own, dice, day, start, end } = opened;
  const spec = own.model.encounters.appointments;
  if (!spec || (sort === "new" && uniform(dice, keys.booked) >= spec.booked)) return undefined;
  const missed = own.model.at(spec.noShow, own.sex, yearsOf(own, day)) / 100;
  const cancelled = own.model.at(spec.cancelled, own.sex, yearsOf(own, day)) / 100;
  const lead = sort === "planned" ? spec.leadDays.planned : sort === "new" ? spec.leadDays.soon : sort === "after" ? onLeaving : atOnce;
  let range: readonly [number, number] = [Math.round(lead[0]), Math.round(lead[1])];
  const each = below(dice, keys.earlier);
  const fate = uniform(each, keys.earlier) * (1 - missed - cancelled);
  // Of those that were kept, as many had one before that was not as there are not kept in all. Nobody books what is not there yet: what
  // is new has none.
  if (sort === "planned" && fate < missed + cancelled) {
    const slot = bookable(own, each, day - whole(each, keys.before, [3, 20]));
    book(opened, each, slot, slot + end - start, range, fate < missed ? "no-show" : "called off");
    // Nobody holds two: the next is made when it has fallen through.
    const left = Math.max(0, day - Math.floor(slot / 1440) - 1);
    range = [Math.min(1, left), Math.min(range[1], left)];
  }
  const id = book(
    opened,
    below(dice, keys.booked),
    start - whole(dice, keys.before, [-5, 15]),
    end,
    range,
    comes ? "fulfilled" : "cancelled",
  );
  return comes && start < (own.asOf + 1) * 1440 ? id : undefined;
}

function book(opened: Opened, dice: Dice, start: number, end: number, lead: readonly [number, number], becomes: Fate): string | undefined {
  const { own } = opened;
  const day = Math.floor(start / 1440);
  const bookedDay = day - whole(dice, keys.lead, lead);
  // On the same day at the latest two hours before.
  const minute = bookedDay * 1440 + 480 + whole(dice, keys.hour, [0, 480]);
  const booked = Math.min(minute, start - 120);
  const on = Math.floor(booked / 1440);
  if (on <= own.birth || on < own.first - lead[1] || on > own.asOf || on >= own.death || day < own.first) return undefined;
  const id = uuidBy(dice, keys.id);
  const cancelled = cancelledAt(own, dice, booked, start, becomes);
  const isCancelled = cancelled !== undefined && cancelled < (own.asOf + 1) * 1440;
  const status = isCancelled ? "cancelled" : day <= own.asOf && (becomes === "no-show" || becomes === "fulfilled") ? becomes : "booked";
  own.chart.appointments.push({
    id,
    patientId: own.patient.id,
    providerId: opened.provider.id,
    facilityId: own.facility.id,
    booked: stamp(booked),
    start: stamp(start),
    end: stamp(Math.max(start + 10, end)),
    status,
    ...(isCancelled ? { cancelled: stamp(cancelled) } : {}),
    reason: opened.reason,
    ...(status === "fulfilled" ? { encounterId: opened.id } : {}),
  });
  return id;
}

/** When an appointment is cancelled, in minutes: when the patient dies, at the latest. */
function cancelledAt({ patient }: Case, dice: Dice, booked: number, start: number, becomes: Fate): number | undefined {
  const { deceased } = patient;
  const death = deceased === undefined ? Number.POSITIVE_INFINITY : minuteOf(deceased);
  const until = 5 * Math.floor((uniform(dice, keys.called) * (start - booked)) / 5);
  const cancelled = becomes === "called off" ? booked + until : becomes === "cancelled" ? start : Number.POSITIVE_INFINITY;
  const first = death <= start ? Math.min(cancelled, Math.max(booked, death)) : cancelled;
  return first === Number.POSITIVE_INFINITY ? undefined : first;
}

const minuteOf = (time: string): number => dayOf(time.slice(0, 10)) * 1440 + Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
