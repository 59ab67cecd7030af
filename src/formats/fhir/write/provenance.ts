import type { Chart, Visit } from "./chart.ts";
import { concept, core, hl7 } from "./codes.ts";
import { derivedId } from "./derived-id.ts";
import type { Reference, Resource } from "./resource.ts";

/** Who recorded what an encounter left behind: its provider, for the facility, when it ended. */
export function visitProvenance(visit: Visit, targets: readonly Reference[], chart: Chart): Resource {
  return {
    resourceType: "Provenance",
    id: derivedId(visit.encounter.id, "provenance"),
    meta: chart.directory.metas("us-core-provenance"),
    target: targets,
    recorded: visit.zone(visit.encounter.end),
    agent: [
      { type: author, who: visit.provider, onBehalfOf: visit.organization },
      { type: transmitter, who: visit.organization },
    ],
  };
}

/** For what belongs to no encounter: put together on the day as of which the record is told. */
export function historyProvenance(targets: readonly Reference[], asOf: string, chart: Chart): Resource {
  return {
    resourceType: "Provenance",
    id: derivedId(chart.record.patient.id, "provenance"),
    meta: chart.directory.metas(undefined),
    target: targets,
    recorded: `${asOf}T00:00:00Z`,
    agent: [{ type: assembler, who: { display: "Scrubjay, a generator of synthetic records" } }],
  };
}

const author = concept(`${hl7}provenance-participant-type`, "author", "Author");
const assembler = concept(`${hl7}provenance-participant-type`, "assembler", "Assembler");
const transmitter = concept(`${core}CodeSystem/us-core-provenance-participant-type`, "transmitter", "Transmitter");
