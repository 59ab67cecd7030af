import type { Role } from "../detect/finding.ts";
import { endsClinically, isLabelWord, kindsForLabel, type LabelledKind, splitLabel } from "../identifiers/labels.ts";
import { isNameParticle, isPlainWord, isRatherName } from "./words.ts";

/** What the words of a slot's label say, before any value is looked at. */
export interface LabelEvidence {
  /** Lower-case words, run-together headers (`PATIENTINSURANCEID`) taken apart. */
  readonly words: readonly string[];
  readonly kinds: readonly LabelledKind[];
  /** The word that names something clinical, null for none. */
  readonly clinical: string | null;
  /** Whether that word is the last one, so that it says what the value is: `phone type`, `account status`. */
  readonly clinicalHead: boolean;
  /** Says that a number is an amount, a measurement or a count, or that a value is a code of a system. */
  readonly quantity: boolean;
  /** Names free text: `notes`, `comments`. */
  readonly prose: boolean;
  /** Ends like a key: `… id`, `… number`. */
  readonly key: boolean;
  readonly role: Role | undefined;
  /** The key above it in a nested document; empty for none. */
  readonly parent: string;
}

const list = (text: string): readonly string[] => text.trim().split(/\s{1,20}/);

/** Words that name clinical or administrative content wherever they stand in a label. */
const clinicalWords = new Set(
  list(`
  diagnosis diagnoses dx icd icd9 icd10 cpt hcpcs snomed loinc rxnorm ndc cvx drg procedure procedures medication medications drug drugs vaccine vaccines
  immunization allergy allergies allergen substance reaction finding findings symptom condition problem analyte panel assay specimen interpretation
  abnormal modality laterality bodysite smoking smoker tobacco alcohol bmi height weight stature bp sbp dbp systolic diastolic pulse temperature spo2 glucose
  hba1c cholesterol ldl hdl triglycerides creatinine egfr hemoglobin hematocrit platelet platelets sodium potassium bilirubin albumin insulin
  respiratory oxygen saturation severity grade stage dose dosage doses route strength frequency refills dispenses dispensed supply comorbidity
  disposition acuity triage encounterclass gravida parity pregnant pregnancy blood vital vitals lab labs tumor histology morphology ecog
  diagnostico diagnosticos procedimiento medicamento farmaco vacuna alergia sintoma dosis gravedad peso talla altura presion temperatura frecuencia
  glucosa colesterol hemoglobina tabaco tabaquismo fumador embarazo sangre sanguineo prueba
  sex gender race ethnicity ethnic marital religion language lang pronouns orientation education sexo genero raza etnia idioma civil religion
  gene genes pos position hgvs variant chromosome chrom transcript exon allele genotype vaf classification meas measure measurement organism model os accuracy acc dialyzer
  firmware software servicio tratamiento cultivo organismo alta diagnose befund motivo laborwert einheit geschlecht medikament resultat
  meds culture organism organisms antibiotic susceptibility body mvx manufacturer hr rr steps calories plt insurance payer payor payers financial
  currency amount amt cost costs charge charges price paid payment payments copay coinsurance deductible coverage covered uncovered expense expenses revenue
  income outstanding adjustment adjustments transfers fee utilization balance importe monto costo coste precio pago gasto
  quantity qty count cnt total subtotal sum avg average mean median min max ratio percent pct rate index score scale level range
  unit units uom los duration days months weeks hours minutes interval sequence seq rank iteration version concept vocabulary
  cantidad unidad unidades nivel puntaje puntuacion indice porcentaje
  state country nation pais provincia citizenship nationality reason motivo specialty speciality taxonomy especialidad priority intent modifier method methodology
  deceased alive vital dead expired readmission readmitted survival event arm treatment trt group therapy cohort outcome futime followup
  ownership relationship parentesco telehealth insurance_type benefit tier formulary generic brand form population qols
  `),
);

/** Words that make a label clinical when they stand last: they say what sort of thing the value is. */
const clinicalHeads = new Set(
  list(`
  code codes coding cd description desc descr display value val valor result results resultado status state class category categories type types kind
  flag indicator ind yn reason severity site amount cost name_type use system unit units text_type relationship
  codigo descripcion estado clase categoria tipo indicador flg cat typ sts
  prefix prefijo title label term terms content format mode direction
  `),
);

/** Words that say that a long number is measured, counted, paid for or a code. */
const quantityWords = new Set(
  list(`amount amt cost costs charge charges price paid payment payments copay deductible coverage covered uncovered expense expenses revenue income outstanding
  adjustments transfers utilization balance fee importe monto costo coste precio quantity qty count cnt total subtotal sum avg mean min max ratio percent pct rate
  score level duration days months hours minutes weeks units platelet platelets plt pos position acc accuracy steps calories distance hr rr wbc rbc weight wt height bmi glucose drg item result value code codes concept icd icd9 icd10 cpt
  hcpcs snomed loinc rxnorm ndc cvx drg diagnosis dx procedure cantidad codigo resultado valor futime population sales salary`),
);

/** Words of labels of free text. */
const proseHeads = new Set(
  list(`note notes message comment comments remark remarks narrative hpi impression memo freetext text report complaint assessment history summary details findings observations annotation instructions transcript transcription
  nota notas comentario comentarios observaciones anamnesis evolucion`),
);

/** Last words of a key: the value points at or numbers a record. */
const keyHeads = new Set(list("id ids identifier identificador number num numero nbr no key uid guid uuid pk fk sk oid folio"));

const roles: readonly { readonly role: Role; readonly words: readonly string[] }[] = [
  {
    role: "relative",
    words:
      list(`mother mothers father fathers parent parents spouse wife husband partner child son daughter sibling brother sister guardian kin nok emergency relative contact
      caregiver guarantor owner madre padre conyuge esposa esposo hijo hija tutor familiar contacto`),
  },
  {
    role: "provider",
    words:
      list(`provider providers physician physicians doctor practitioner practitioners clinician attending referring ordering performing supervising rendering
      performer author requester recorder asserter pcp surgeon nurse caregiver_id prescriber npi medico doctora enfermera proveedor investigator`),
  },
  {
    role: "facility",
    words: list(
      `hospital facility organization organizations organisation clinic location site ward department dept center centre custodian serviceprovider
      pharmacy laboratory institution hospital clinica centro`,
    ),
  },
];

/** Words besides those above that run-together headers are made of. */
const segmentWords = new Set([
  ...clinicalWords,
  ...clinicalHeads,
  ...keyHeads,
  ...proseHeads,
  ...roles.flatMap(({ words }) => words),
  ...list(`item of in out at by on patient member subscriber person subject insurance insured primary secondary claim claims appointment current illness service date time start stop
    end birth death place first last middle maiden family given full zip postal address street city county phone email fax mobile cell home work
    bill billed last line note notes department fee schedule transfer from to procedure diagnosis ref referring base encounter encounters
    health healthcare care plan payer policy account license driver drivers passport admission admit discharge visit order test case charge
    name prefix suffix year month day age ssn social security number mrn medical record lat lon latitude longitude ref value hosp pat fecha nacimiento
    nombre apellido apellidos direccion telefono correo paciente historia`),
]);

/** Reads a label; `parents` are the keys above it in a nested document, outermost first. */
export function readLabel(label: string, parents: readonly string[] = []): LabelEvidence {
  const words = withoutIndex(labelWords(label));
  const last = words.at(-1) ?? "";
  const all = [...parents.flatMap(labelWords), ...words];
  const clinicalHead = clinicalHeads.has(last) || clinicalWords.has(last) || (last !== "display" && endsClinically(label));
  const clinical = clinicalHead ? last : (words.find((word) => clinicalWords.has(word)) ?? null);
  return {
    words,
    kinds: kindsOf(label, words),
    clinical,
    clinicalHead,
    quantity: words.some((word) => quantityWords.has(word)),
    prose: proseHeads.has(last) || (proseHeads.has(words[0] ?? "") && !clinicalHead && !keyHeads.has(last)),
    key: keyHeads.has(last),
    role: roles.find((role) => all.some((word) => role.words.includes(word)))?.role,
    parent: parents.at(-1) ?? "",
  };
}

/** As the header stands, else with its run-together words taken apart. */
function kindsOf(label: string, words: readonly string[]): LabelEvidence["kinds"] {
  if (words.length === 0) return [];
  const kinds = kindsForLabel(label);
  return kinds.length > 0 ? kinds : kindsForLabel(words.join(" "));
}

/** `diagnosis 2` is a diagnosis. */
function withoutIndex(words: readonly string[]): readonly string[] {
  let length = words.length;
  while (length > 1 && /^\d{1,9}$/.test(words[length - 1]!)) length--;
  return words.slice(0, length);
}

/**
 * Whether a header or a key is made of the words of labels (`Nº Historia`, `Motivo de alta`), or in one piece with an abbreviation
 * or such a word in it (`MEDREIMB_IP`, `nameMaiden`): then it is no person's name, whatever it looks like.
 */
export function isMadeOfLabelWords(text: string): boolean {
  if (/\d\d|(?<!^)@/.test(text)) return false;
  const words = labelWords(text);
  const piece = text.replace(/^[@$_#]/, "");
  const isKnown = (word: string): boolean => segmentWords.has(word) || isLabelWord(word);
  if (words.every((word) => isKnown(word) || isNameParticle(word))) return words.some(isKnown);
  if (!/^[A-Za-z]{1,60}(?:[_.-][A-Za-z]{1,40}){0,8}$/.test(piece))
    return (
      words.some((word) => clinicalWords.has(word)) && words.every((word) => isKnown(word) || isNameParticle(word) || isPlainWord(word))
    );
  return words.length > 1 && words.some((word) => word.length < 3 || (isKnown(word) && !isRatherName(word)));
}

export function labelWords(label: string): readonly string[] {
  return splitLabel(label).flatMap(segment);
}

/** Takes `patientinsuranceid` apart where it is wholly made of known words; the fewest pieces win. */
function segment(word: string): readonly string[] {
  if (word.length < 6 || word.length > 40 || segmentWords.has(word)) return [word];
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 14); start < end; start++) {
      const before = best[start];
      const piece = word.slice(start, end);
      if (!before || piece.length < 2 || !segmentWords.has(piece)) continue;
      const known = best[end];
      if (!known || before.length + 1 < known.length) best[end] = [...before, piece];
    }
  }
  return best[word.length] ?? [word];
}
