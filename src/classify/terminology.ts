/**
 * Hosts and paths of published terminologies, profiles and schemas. An address there names a definition, not a person.
 * From the code systems of HL7 FHIR R4 (terminologies-systems), US Core and the UMLS; and what our own generator writes.
 */
const namespaces =
  /^(?:https?:\/\/(?:www\.)?(?:hl7\.org\/(?:fhir|cda|documentcenter|v3)|terminology\.hl7\.org|fhir\.org|loinc\.org|snomed\.info|unitsofmeasure\.org|nlm\.nih\.gov\/research\/umls|cdc\.gov\/(?:nchs|nhsn|vaccines|race)|(?:bluebutton\.)?cms\.gov|ama-assn\.org\/go\/cpt|nucc\.org|ada\.org|dicom\.nema\.org|nema\.org|ihe\.net|phinvads\.cdc\.gov|w3\.org|iso\.org|standardhealthrecord\.org\/(?:fhir|shr)|synthetichealth\.github\.io\/synthea|github\.com\/synthetichealth\/synthea|scrubjay\.example\/fhir|nahdo\.org\/sopt|healthit\.gov|nubc\.org|x12\.org|who\.int\/classifications|whocc\.no|orpha\.net|nci\.nih\.gov|ncimeta\.nci\.nih\.gov|fdasis\.nlm\.nih\.gov|radlex\.org|meddra\.org|varnomen\.hgvs\.org|genenames\.org|human-phenotype-ontology\.github\.io|va\.gov\/terminology|hl7\.org)(?:[/#|].{0,300})?$|urn:(?:ietf|iso):[a-z0-9:._-]{1,60}$|https?:\/\/[a-z0-9.-]{1,60}\/(?:fhir\/)?(?:StructureDefinition|CodeSystem|ValueSet|NamingSystem|SearchParameter|OperationDefinition|CapabilityStatement|sid)\/[A-Za-z0-9._-]{1,80}$)/i;

/** OID arcs of code systems: HL7 (2.16.840.1.113883.4 to .6, .12), DICOM (1.2.840.10008). */
const codeOids =
  /^(?:urn:oid:)?(?:1\.2\.840\.10008(?:\.\d{1,10}){1,12}|2\.16\.840\.1\.113883\.(?:4|5|6|12|3\.26|3\.221|10)(?:\.\d{1,10}){0,10}|1\.0\.3166(?:\.\d{1,4}){1,4})$/;

/** Whether a value names a code system, a profile or another published definition. */
export function isTerminology(value: string): boolean {
  return namespaces.test(value) || codeOids.test(value);
}

/**
 * Words that the tables of names know and clinical exports mean otherwise: measures of burden (DALY, QALY), national payers, which are neither the
 * individual nor an employer.
 */
const otherWords = new Set(
  "daly|qaly|dalys|qalys|humana|aetna|anthem|cigna|cigna health|tricare|champva|medicare|medicaid|unitedhealthcare|united healthcare|blue cross blue shield|self pay|self-pay|dual eligible".split(
    "|",
  ),
);

/** SNOMED CT identifiers of the US and veterinary extensions by their namespaces (1000119, 1000124, 1000009); exports mistype check digits. */
const extensionConcept = /^[1-9]\d{0,7}1000(?:119|124|009)1[0-2]\d$/;

/** With its hyphens: 4-4-2, 5-3-2, 5-4-1, and 5-4-2 as claims write it (21 CFR 207.33). */
const nationalDrugCode = /^(?:\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{5}-\d{4}-\d{1,2})$/;

/** How variants are written: HGVS (`c.743G>A`, `p.Leu858Arg`), dbSNP, chromosomes, RefSeq and Ensembl accessions. */
const genetic =
  /^(?:(?:[A-Z]{2}_\d{6,9}(?:\.\d{1,3})?:)?[cgmnp]\.\(?[A-Za-z0-9*][A-Za-z0-9_*>()+=-]{1,60}|rs\d{3,12}|chr(?:\d{1,2}|X|Y|MT?)|[NX][MPRCGT]_\d{6,9}(?:\.\d{1,3})?|ENS[GTP]\d{11}(?:\.\d{1,3})?)$/;

/** Codes that no list is needed for: NUCC provider taxonomy, OMB and CDC race codes, languages, MIME types. */
export function isOtherCoding(value: string): boolean {
  return (
    extensionConcept.test(value) ||
    nationalDrugCode.test(value) ||
    genetic.test(value) ||
    otherWords.has(value.toLowerCase()) ||
    /^(?:\d{3}[0-9A-Z]\d{5}X|[12]\d{3}-\d|[a-z]{2}(?:-[A-Z]{2})|(?:text|application|image|audio|video)\/[a-z0-9.+-]{1,60}(?:; ?charset=[a-z0-9-]{1,20})?)$/i.test(
      value,
    )
  );
}
