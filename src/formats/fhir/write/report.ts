import type { Report } from "../../../record/care.ts";
import type { Note } from "../../../record/note.ts";
import type { Chart } from "./chart.ts";
import { codedConcept, coding, concept, core, hl7 } from "./codes.ts";
import { derivedId } from "./derived-id.ts";
import { identifiersOf } from "./identifiers.ts";
import type { Resource } from "./resource.ts";
import { some } from "./resource.ts";
import { specimenIdOf } from "./specimen.ts";

/** A report, after the study that it reads where there is one. `resourceIdOf`: which Observation an observation went into. */
export function reportResources(report: Report, chart: Chart, resourceIdOf: (observationId: string) => string): readonly Resource[] {
  const visit = chart.visit(report.encounterId);
  const { refer, metas } = chart.directory;
  const time = (visit?.zone ?? chart.home)(report.time);
  const study = report.modality === undefined ? undefined : imagingStudy(report, report.modality, time, chart);
  const results = new Set(report.observationIds.map(resourceIdOf));
  const own: Resource = {
    resourceType: "DiagnosticReport",
    id: report.id,
    meta: metas(study ? "us-core-diagnosticreport-note" : "us-core-diagnosticreport-lab"),
    identifier: identifiersOf(report.identifiers),
    basedOn: report.orderId === undefined ? undefined : [refer("ServiceRequest", report.orderId)],
    status: "final",
    category: [study ? radiology : laboratory],
    code: codedConcept(report.code),
    subject: chart.patient,
    encounter: visit?.reference,
    effectiveDateTime: time,
    issued: time,
    performer: visit && [visit.organization],
    specimen: some(specimensOf(report, chart).map((id) => refer("Specimen", id))),
    result: some([...results].map((id) => refer("Observation", id))),
    imagingStudy: study && [refer("ImagingStudy", study.id)],
    conclusion: report.conclusion,
    presentedForm: study && formOf(report, chart),
  };
  return study ? [study, own] : [own];
}

function specimensOf({ observationIds }: Report, { observation }: Chart): readonly string[] {
  const ids = observationIds.map(observation).map((each) => each && specimenIdOf(each));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** The report as it was written, where a note of that hour is it. */
function formOf(report: Report, { record, visit }: Chart) {
  const note = record.notes.find(
    ({ encounterId, time, code }) => encounterId === report.encounterId && time === report.time && code.code === imagingNarrative,
  );
  if (note === undefined) return undefined;
  const zone = visit(note.encounterId)?.zone;
  return zone && [attachmentOf(note, zone(note.time))];
}

/** LOINC: Diagnostic imaging study. */
const imagingNarrative = "18748-4";

const laboratory = concept(`${hl7}v2-0074`, "LAB", "Laboratory");
const radiology = concept("http://loinc.org", "LP29684-5", "Radiology");

function imagingStudy(report: Report, modality: string, time: string, chart: Chart): Resource {
  const visit = chart.visit(report.encounterId);
  const id = derivedId(report.id, "imaging study");
  const made = { system: "http://dicom.nema.org/resources/ontology/DCM", code: modality };
  return {
    resourceType: "ImagingStudy",
    id,
    meta: chart.directory.metas(undefined),
    identifier: [{ system: "urn:dicom:uid", value: `urn:oid:${oidOf(id)}` }],
    status: "available",
    modality: [made],
    subject: chart.patient,
    encounter: visit?.reference,
    started: time,
    basedOn: report.orderId === undefined ? undefined : [chart.directory.refer("ServiceRequest", report.orderId)],
    numberOfSeries: 1,
    procedureCode: [codedConcept(report.code)],
    location: visit?.location,
    series: [{ uid: oidOf(derivedId(id, "series")), number: 1, modality: made }],
  };
}

/** The OID of a UUID: ITU-T X.667, DICOM PS3.5 B.2. */
const oidOf = (uuid: string): string => `2.25.${BigInt(`0x${uuid.replaceAll("-", "")}`)}`;

/** The text is in it, in base64, as US Core has it. */
export function noteResource(note: Note, chart: Chart): Resource {
  const visit = chart.visit(note.encounterId);
  const zone = visit?.zone ?? chart.home;
  const time = zone(note.time);
  return {
    resourceType: "DocumentReference",
    id: note.id,
    meta: chart.directory.metas("us-core-documentreference"),
    identifier: [{ system: "urn:ietf:rfc:3986", value: `urn:uuid:${note.id}` }],
    status: "current",
    docStatus: "final",
    type: { ...codedConcept(note.code), text: note.title },
    category: [clinicalNote],
    subject: chart.patient,
    date: time,
    author: [chart.directory.refer("Practitioner", note.providerId)],
    custodian: visit?.organization,
    content: [{ attachment: attachmentOf(note, time), format: plain }],
    context: visit && { encounter: [visit.reference], period: { start: zone(visit.encounter.start), end: zone(visit.encounter.end) } },
  };
}

const clinicalNote = concept(`${core}CodeSystem/us-core-documentreference-category`, "clinical-note", "Clinical Note");

/** IHE's word for a text that needs no more than its media type to be read. */
const plain = coding(
  "http://ihe.net/fhir/ValueSet/IHE.FormatCode.codesystem",
  "urn:ihe:iti:xds:2017:mimeTypeSufficient",
  "mimeType Sufficient",
);

const attachmentOf = ({ text, title }: Note, creation: string) => ({
  contentType: "text/plain; charset=utf-8",
  data: base64(text),
  title,
  creation,
});

const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");
