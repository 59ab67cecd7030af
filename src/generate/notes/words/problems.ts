import type { Coded } from "../../../record/coded.ts";

/** What a condition is called: in full, in short, and by patients. */
export interface Called {
  readonly name: string;
  readonly short: string;
  readonly lay: string;
}

const called = (name: string, short: string, lay: string): Called => ({ name, short, lay });

/** By ICD-10-CM code. */
const problems: Readonly<Record<string, Called>> = {
  I10: called("hypertension", "HTN", "high blood pressure"),
  "E78.5": called("hyperlipidemia", "HLD", "cholesterol"),
  "E66.9": called("obesity", "obesity", "weight"),
  "E66.01": called("severe obesity", "class 3 obesity", "weight"),
  "R73.03": called("prediabetes", "preDM", "borderline sugar"),
  "E11.9": called("type 2 diabetes mellitus", "T2DM", "diabetes"),
  "I25.2": called("prior myocardial infarction", "h/o MI", "old heart attack"),
  "I25.10": called("coronary artery disease", "CAD", "heart disease"),
  "Z86.73": called("prior stroke or TIA", "h/o CVA/TIA", "stroke"),
  "I50.9": called("heart failure", "CHF", "heart failure"),
  "N18.30": called("chronic kidney disease, stage 3", "CKD 3", "kidneys"),
  "N18.4": called("chronic kidney disease, stage 4", "CKD 4", "kidneys"),
  "N18.5": called("chronic kidney disease, stage 5", "CKD 5", "kidneys"),
  "I48.91": called("atrial fibrillation", "AF", "irregular heartbeat"),
  "J44.9": called("COPD", "COPD", "COPD"),
  "J45.909": called("asthma", "asthma", "asthma"),
  "E03.9": called("hypothyroidism", "hypothyroid", "thyroid"),
  "F32.9": called("depression", "MDD", "depression"),
  "F41.1": called("generalized anxiety disorder", "GAD", "anxiety"),
  "F90.9": called("ADHD", "ADHD", "ADHD"),
  "K21.9": called("gastroesophageal reflux disease", "GERD", "heartburn"),
  "M17.11": called("osteoarthritis of the right knee", "R knee OA", "right knee arthritis"),
  "M81.0": called("osteoporosis", "osteoporosis", "bone thinning"),
  "D50.9": called("iron deficiency anemia", "IDA", "low iron"),
  "G43.909": called("migraine", "migraine", "migraines"),
  "N40.0": called("benign prostatic hyperplasia", "BPH", "prostate"),
  "G30.9": called("Alzheimer's dementia", "AD", "memory"),
  "G47.00": called("insomnia", "insomnia", "trouble sleeping"),
  "D25.9": called("uterine fibroids", "fibroids", "fibroids"),
  "C50.911": called("right breast cancer", "R breast CA", "breast cancer"),
  "Z85.3": called("history of breast cancer", "h/o breast CA", "breast cancer"),
  C61: called("prostate cancer", "prostate CA", "prostate cancer"),
  "Z85.46": called("history of prostate cancer", "h/o prostate CA", "prostate cancer"),
  "C18.2": called("ascending colon cancer", "colon CA", "colon cancer"),
  "C18.9": called("colon cancer", "colon CA", "colon cancer"),
  "Z85.038": called("history of colon cancer", "h/o colon CA", "colon cancer"),
  "C34.11": called("right upper lobe lung cancer", "RUL lung CA", "lung cancer"),
  "C34.90": called("lung cancer", "lung CA", "lung cancer"),
  "C50.919": called("breast cancer", "breast CA", "breast cancer"),
  "Z85.118": called("history of lung cancer", "h/o lung CA", "lung cancer"),
  "E11.319": called("type 2 diabetes with retinopathy", "T2DM w/ retinopathy", "diabetes"),
  "E11.22": called("type 2 diabetes with chronic kidney disease", "T2DM w/ CKD", "diabetes"),
  "E11.21": called("type 2 diabetes with nephropathy", "T2DM w/ nephropathy", "diabetes"),
  "E11.42": called("type 2 diabetes with polyneuropathy", "T2DM w/ neuropathy", "diabetes"),
  "M10.9": called("gout", "gout", "gout"),
  "G47.33": called("obstructive sleep apnea", "OSA", "sleep apnea"),
  "J30.9": called("allergic rhinitis", "AR", "allergies"),
  "L20.9": called("atopic dermatitis", "eczema", "eczema"),
  "M47.816": called("lumbar spondylosis", "lumbar spondylosis", "back arthritis"),
  "G40.909": called("epilepsy", "epilepsy", "seizures"),
  "M06.9": called("rheumatoid arthritis", "RA", "rheumatoid arthritis"),
  "H40.9": called("glaucoma", "glaucoma", "glaucoma"),
  "H25.9": called("cataract", "cataract", "cataract"),
  "H91.90": called("hearing loss", "HOH", "hearing"),
  "I73.9": called("peripheral vascular disease", "PVD", "circulation"),
  "N32.81": called("overactive bladder", "OAB", "bladder"),
  "K58.9": called("irritable bowel syndrome", "IBS", "IBS"),
  "F31.9": called("bipolar disorder", "bipolar d/o", "bipolar"),
  "F10.20": called("alcohol use disorder", "AUD", "drinking"),
  "I63.9": called("ischemic stroke", "CVA", "stroke"),
  "E87.5": called("hyperkalemia", "hyperK", "high potassium"),
  "E87.6": called("hypokalemia", "hypoK", "low potassium"),
  "D64.9": called("anemia", "anemia", "low blood count"),
  "R92.1": called("calcifications on mammogram", "breast calcs", "mammogram"),
  "R92.8": called("abnormal mammogram", "abnl mammo", "mammogram"),
};

const isAllCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase();

/** The words of a code without its qualifications, as they stand within a sentence. */
function plain(display: string): string {
  const bracket = display.indexOf(" (");
  const whole = (bracket < 0 ? display : display.slice(0, bracket)).split(",")[0]!.split(" without ")[0]!;
  const cancer = whole.replace(
    /^(Personal history of )?(?:other )?[Mm]alignant neoplasm of (?:unspecified (?:site|part) of )?(?:unspecified )?/,
    "$1cancer of ",
  );
  const first = cancer.replace("Personal history", "history").replace(/^(?:Unspecified|unspecified) (.)/, "$1");
  return first
    .split(" ")
    .map((word) => (isAllCapitals(word) || /^(?:Alzheimer|Parkinson|Crohn|Papanicolaou)/.test(word) ? word : word.toLowerCase()))
    .join(" ");
}

/** Any condition, by what clinicians call it where it is among the common ones. */
export function problem({ code, display }: Pick<Coded, "code" | "display">): Called {
  const known = problems[code];
  if (known) return known;
  const name = plain(display);
  return { name, short: name, lay: name };
}
