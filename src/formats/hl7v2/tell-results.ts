import type { Order, Report } from "../../record/care.ts";
import type { Coded } from "../../record/coded.ts";
import type { Immunization, Observation } from "../../record/health.ts";
import type { Note } from "../../record/note.ts";
import { document } from "./segments/document.ts";
import { type Battery, obr, obx, obxText, orc, serviceOf, spm, vaccination } from "./segments/results.ts";
import { pv1 } from "./segments/visit.ts";
import { kin, type Telling, visitsOf } from "./telling.ts";

export function tellResults({ record, who, directory, tell }: Telling): void {
  const visitOf = visitsOf(record);
  const orders = new Map(record.orders.map((order) => [order.id, order]));
  const observations = new Map(record.observations.map((observation) => [observation.id, observation]));
  const reported = new Set(record.reports.flatMap(({ observationIds }) => observationIds));

  const say = (
    encounterId: string,
    subject: string,
    battery: Omit<Battery, "providerId">,
    results: readonly Observation[],
    words: string,
  ): void => {
    const { encounter, visit } = visitOf(encounterId);
    const time = battery.reported;
    const [first] = results;
    const specimen = first?.identifiers["specimen-id"];
    const { facilityId } = encounter;
    const laboratory =
      battery.service === "LAB" ? { name: directory.organization(facilityId), address: directory.place(facilityId) } : undefined;
    const body =
      who(time, encounter) +
      pv1(encounter, time, directory) +
      (battery.order ? orc(battery.order, battery.filler, facilityId, directory) : "") +
      obr({ ...battery, providerId: encounter.providerId }, directory) +
      results.map((result, i) => obx(result, i + 1, laboratory)).join("") +
      words +
      (first && specimen ? spm(specimen, first) : "");
    tell("R01", time, visit, 1, facilityId, subject, body);
  };

  for (const report of record.reports) {
    const results = report.observationIds.flatMap((id) => observations.get(id) ?? []);
    const words =
      report.conclusion === undefined ? "" : obxText("19005-8^Radiology Imaging study [Impression]^LN", report.conclusion, report.time);
    say(report.encounterId, report.id, reportBattery(report, results, orders), results, words);
  }
  for (const results of batteriesOf(record.observations.filter(({ id }) => !reported.has(id)))) {
    const [first] = results;
    const { category, time, encounterId, identifiers } = first;
    const battery = {
      code: panels[category],
      observed: time,
      reported: time,
      filler: identifiers["accession-number"] ?? first.id,
      placer: identifiers["order-number"],
      order: orders.get(first.orderId ?? ""),
      service: category === "laboratory" ? "LAB" : "OTH",
    };
    say(encounterId, first.id, battery, results, "");
  }
}

function reportBattery(report: Report, results: readonly Observation[], orders: ReadonlyMap<string, Order>): Omit<Battery, "providerId"> {
  const order = orders.get(report.orderId ?? "");
  return {
    code: report.code,
    observed: results[0]?.time ?? order?.time ?? report.time,
    reported: report.time,
    filler: report.identifiers["accession-number"] ?? report.id,
    order,
    service: serviceOf(report),
  };
}

/** Observations without a report, in the runs that were made together. */
function batteriesOf(observations: readonly Observation[]): (readonly [Observation, ...Observation[]])[] {
  const batteries: [Observation, ...Observation[]][] = [];
  for (const observation of observations) {
    const last = batteries.at(-1);
    if (last && areTogether(last[0], observation)) last.push(observation);
    else batteries.push([observation]);
  }
  return batteries;
}

const areTogether = (a: Observation, b: Observation): boolean =>
  a.encounterId === b.encounterId &&
  a.category === b.category &&
  a.time === b.time &&
  a.orderId === b.orderId &&
  a.identifiers["accession-number"] === b.identifiers["accession-number"];

/** What stands for a battery that has no name of its own. */
const panels: Readonly<Record<Observation["category"], Coded>> = {
  "vital-signs": {
    system: "LOINC",
    code: "85353-1",
    display: "Vital signs, weight, height, head circumference, oxygen saturation and BMI panel",
  },
  laboratory: { system: "LOINC", code: "26436-6", display: "Laboratory studies (set)" },
  "social-history": { system: "LOINC", code: "29762-2", display: "Social history Narrative" },
  survey: { system: "LOINC", code: "74465-6", display: "Questionnaire response Document" },
};

/** The vaccinations of one visit and moment are one message. */
export function tellImmunizations({ record, who, directory, tell }: Telling): void {
  const visitOf = visitsOf(record);
  const groups: [Immunization, ...Immunization[]][] = [];
  for (const immunization of record.immunizations) {
    const last = groups.at(-1);
    if (last && last[0].encounterId === immunization.encounterId && last[0].time === immunization.time) last.push(immunization);
    else groups.push([immunization]);
  }
  for (const group of groups) {
    const { encounterId, time, id } = group[0];
    const { encounter, visit } = visitOf(encounterId);
    const given = group.map((each) => vaccination(each, encounter.providerId, encounter.facilityId, directory)).join("");
    tell(
      "V04",
      time,
      visit,
      1,
      encounter.facilityId,
      id,
      who(time, encounter) + kin(record, time) + pv1(encounter, time, directory) + given,
    );
  }
}

export function tellNotes({ record, who, directory, tell }: Telling): void {
  const visitOf = visitsOf(record);
  const say = (note: Note): void => {
    const { encounter, visit } = visitOf(note.encounterId);
    const body = who(note.time, encounter) + pv1(encounter, note.time, directory) + document(note, directory);
    tell("T02", note.time, visit, 1, encounter.facilityId, note.id, body);
  };
  record.notes.forEach(say);
}
