/** How an operation is told: anaesthesia, what was found and what was done. By ICD-10-PCS code. */
export interface Operation {
  readonly anesthesia: string;
  readonly findings: string;
  readonly steps: readonly string[];
  readonly loss: readonly number[];
  readonly specimen: string;
}

const operation = (
  anesthesia: string,
  findings: string,
  steps: readonly string[],
  loss: readonly number[],
  specimen: string,
): Operation => ({ anesthesia, findings, steps, loss, specimen });

export const operationNotes: Readonly<Record<string, Operation>> = {
  "0QS606Z": operation(
    "Spinal",
    "{Displaced fracture|Displaced fracture of the proximal femur}, {reduced on the traction table|anatomic reduction by traction and rotation|slight varus corrected on the table}.",
    [
      "{Positioned|Placed supine} on the fracture table, closed reduction {checked by|confirmed under} fluoroscopy{ in two planes|}.",
      "Guide wire through the tip of the trochanter, {canal reamed|proximal reamer}, nail passed by hand.",
      "Lag screw {within 20 mm tip-apex distance|center-center in the head}, distal {locking|interlock}.",
      "{Layered closure|Fascia, subcutaneous tissue and skin closed}, sterile dressing.",
    ],
    [100, 150, 200, 250],
    "None",
  ),
  "0DTJ4ZZ": operation(
    "General endotracheal",
    "{Inflamed appendix without perforation|Acutely inflamed, injected appendix, no perforation|Swollen appendix with fibrinous exudate at the tip, not perforated}{, small amount of clear fluid in the pelvis|. Terminal ileum normal|}.",
    [
      "{Three ports under vision|Umbilical entry by open technique, two more ports|Veress needle, three trocars}{, patient head down and left side down|}.",
      "Mesoappendix {divided with an energy device|taken with a vessel sealer|clipped and divided}, base {stapled|secured with two loops}.",
      "{Specimen|Appendix} {in a bag|bagged and removed} through the umbilical port.",
      "{Irrigation until clear|Suction and irrigation|Hemostasis checked}, fascia and skin closed.",
    ],
    [5, 10, 20],
    "Appendix",
  ),
  "0FT44ZZ": operation(
    "General endotracheal",
    "{Distended, thickened gallbladder|Edematous gallbladder, wall thickened|Tense gallbladder with omental adhesions} with {stones|many small stones|a stone in the neck}.",
    [
      "{Pneumoperitoneum by open technique|Hasson entry at the umbilicus|Optical entry}, four ports.",
      "Critical view of safety {obtained|shown and photographed}, duct and artery clipped and divided.",
      "Gallbladder {taken off|dissected from} the liver bed{, needle decompression first|}, hemostasis, removed in a bag.",
      "{Ports out under vision|Trocars removed under vision}, {closure|fascia at the umbilicus closed}.",
    ],
    [10, 20, 40],
    "Gallbladder",
  ),
  "027034Z": operation(
    "Moderate sedation",
    "{Severe stenosis|90 % stenosis|Subtotal occlusion} of the culprit vessel, TIMI 3 flow at the end{, no residual stenosis|}.",
    [
      "Right radial access, 6 French.",
      "Lesion wired and predilated, drug-eluting stent placed and postdilated.",
      "Radial band applied, no hematoma.",
    ],
    [10, 20],
    "None",
  ),
  "4A023N7": operation(
    "Moderate sedation",
    "Left ventricular filling pressure mildly raised. No lesion that needs stenting.",
    ["Right radial access, 5 French.", "Coronary angiography and left heart pressures.", "Radial band applied."],
    [5, 10],
    "None",
  ),
  "10D00Z1": operation(
    "Spinal",
    "Live infant, {clear fluid|clear amniotic fluid}, normal uterus{, tubes and ovaries| and tubes}.",
    [
      "{Pfannenstiel|Low transverse skin} incision, low transverse hysterotomy.",
      "Infant delivered{ atraumatically|}, cord clamped{ after a minute|} and passed to the nursery team.",
      "Placenta {intact|complete, three-vessel cord}, uterus closed in {two layers|one running locked layer}, hemostasis.",
      "Fascia and skin closed.",
    ],
    [600, 700, 800],
    "Placenta",
  ),
  "0SRC0J9": operation(
    "Spinal with adductor canal block",
    "{Tricompartmental arthrosis, grade 4 medially|Bone on bone medially, osteophytes|Eburnated medial compartment, worn patella}.",
    [
      "{Midline incision|Tourniquet up, midline incision}, {medial parapatellar|midvastus} arthrotomy.",
      "Distal femur and proximal tibia cut by guides, gaps balanced.",
      "Trials stable from 0 to 125 degrees, components cemented.",
      "Layered closure over no drain.",
    ],
    [75, 100, 150],
    "None",
  ),
  "0UT9FZZ": operation(
    "General endotracheal",
    "Enlarged fibroid uterus, normal adnexa.",
    [
      "Laparoscopic division of the upper pedicles, bladder reflected.",
      "Colpotomy and vaginal removal of the uterus.",
      "Cuff closed, pedicles dry.",
    ],
    [50, 100, 150],
    "Uterus and cervix",
  ),
  "0VB07ZZ": operation(
    "Spinal",
    "Obstructing lateral lobes.",
    [
      "Resectoscope passed under vision, bladder normal.",
      "Lobes resected to the capsule, verumontanum spared.",
      "Hemostasis, three-way catheter, clear return.",
    ],
    [100, 150, 200],
    "Prostate chips",
  ),
  "0HBT0ZZ": operation(
    "General, laryngeal mask",
    "{Palpable mass|Firm mass}, {removed with a clear margin|specimen film shows the clip}.",
    [
      "Incision over the localized mass.",
      "Mass excised with a rim of normal tissue, oriented with sutures.",
      "Hemostasis, layered closure.",
    ],
    [10, 20],
    "Right breast mass",
  ),
  "0VT04ZZ": operation(
    "General endotracheal",
    "Prostate of normal size, no nodes enlarged.",
    [
      "Six ports, robot docked.",
      "Bladder neck and pedicles divided, nerves spared on both sides.",
      "Anastomosis watertight over a catheter.",
    ],
    [100, 150, 200],
    "Prostate and seminal vesicles",
  ),
  "0DTF4ZZ": operation(
    "General endotracheal",
    "Mass of the ascending colon, no metastases seen.",
    [
      "Right colon mobilized from lateral to medial.",
      "Ileocolic vessels divided high, specimen through a small midline incision.",
      "Side-to-side stapled anastomosis, leak test negative.",
    ],
    [50, 75, 100],
    "Right colon",
  ),
  "0BTC4ZZ": operation(
    "General with double-lumen tube",
    "Mass of the right upper lobe, no pleural disease.",
    ["Three ports in the right chest.", "Vein, artery and bronchus stapled in turn, nodes sampled.", "Lung up, one chest tube."],
    [75, 100, 150],
    "Right upper lobe and nodes",
  ),
  "021009W": operation(
    "General endotracheal",
    "Diffuse disease, good distal target.",
    [
      "Median sternotomy, saphenous vein harvested endoscopically.",
      "Cardiopulmonary bypass, cardioplegic arrest.",
      "One vein graft to the diseased artery, good flow.",
      "Weaned without support, chest closed over two tubes.",
    ],
    [300, 400, 500],
    "None",
  ),
};

/** Operations as surgeons call them, by ICD-10-PCS code. */
export const surgery: Readonly<Record<string, string>> = {
  "0QS606Z": "intramedullary fixation of the right femur",
  "5A1945Z": "mechanical ventilation",
  "30233N1": "transfusion of packed red cells",
  "0DTJ4ZZ": "laparoscopic appendectomy",
  "0FT44ZZ": "laparoscopic cholecystectomy",
  "027034Z": "percutaneous coronary intervention with a drug-eluting stent",
  "4A023N7": "left heart catheterization",
  "5A1D70Z": "hemodialysis",
  "10E0XZZ": "vaginal delivery",
  "10D00Z1": "low transverse cesarean delivery",
  "0SRC0J9": "right total knee arthroplasty",
  "0UT9FZZ": "laparoscopically assisted vaginal hysterectomy",
  "0VB07ZZ": "transurethral resection of the prostate",
  "0HBT0ZZ": "right breast lumpectomy",
  "0VT04ZZ": "robotic radical prostatectomy",
  "0DTF4ZZ": "laparoscopic right hemicolectomy",
  "0BTC4ZZ": "thoracoscopic right upper lobectomy",
  "021009W": "coronary artery bypass grafting, one vessel",
};
