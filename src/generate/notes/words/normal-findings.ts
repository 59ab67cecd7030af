type Finding = readonly [sentence: string, unless: readonly string[]];

/** What is usual in a picture, each with the words of a conclusion beside which it would be wrong or said twice. By LOINC code. */
export const normalFindings: Readonly<Record<string, readonly Finding[]>> = {
  "36643-5": [
    ["The cardiomediastinal silhouette is normal.", ["heart", "cardiac", "cardiomegaly", "congestion", "cardiopulmonary"]],
    ["No pneumothorax.", ["pneumothorax"]],
    ["No pleural effusion.", ["effusion"]],
    ["Osseous structures are intact for age.", []],
    ["Trachea is midline.", []],
    ["Upper abdomen is unremarkable.", []],
  ],
  "24809-6": [
    ["No fracture or dislocation.", ["fracture"]],
    ["No joint effusion.", ["effusion"]],
    ["Soft tissues are unremarkable.", []],
    ["Patella is in place.", []],
  ],
  "24541-5": [
    ["Ankle mortise is congruent.", []],
    ["Talar dome is smooth.", []],
    ["Base of the fifth metatarsal is intact.", []],
  ],
  "24619-9": [
    ["Carpal alignment is maintained.", []],
    ["Ulnar styloid is intact.", []],
    ["Soft tissue swelling about the wrist.", ["no acute fracture"]],
  ],
  "24762-7": [
    ["Pelvic ring is intact.", []],
    ["Sacroiliac joints are symmetric.", []],
  ],
  "24606-6": [
    ["The breasts contain scattered fibroglandular densities.", []],
    ["No suspicious calcifications.", ["incomplete"]],
    ["Skin and nipples are unremarkable.", []],
    ["Axillae are clear.", []],
  ],
  "30799-1": [
    ["Ventricles and sulci are appropriate for age.", []],
    ["No midline shift.", ["mass effect"]],
    ["Paranasal sinuses and mastoids are clear.", []],
    ["Calvarium is intact.", ["skull"]],
    ["Basal cisterns are open.", []],
  ],
  "24628-0": [
    ["Main pulmonary artery is of normal caliber.", []],
    ["No pericardial effusion.", []],
    ["No pathologic lymph nodes.", []],
    ["Lungs show mild dependent change.", ["clear lungs"]],
  ],
  "36813-4": [
    ["Liver, spleen, pancreas and adrenals are unremarkable.", []],
    ["Kidneys enhance symmetrically.", ["hydronephrosis", "calculus"]],
    ["No free fluid.", ["stranding", "free air"]],
    ["Aorta is of normal caliber.", []],
    ["Bladder is unremarkable.", []],
    ["No suspicious bone lesion.", []],
  ],
  "24558-9": [
    ["Liver is of normal echotexture.", ["liver"]],
    ["Common bile duct measures 4 mm.", ["biliary"]],
    ["Kidneys without hydronephrosis.", ["kidney"]],
    ["Pancreas partly obscured by gas.", []],
    ["Spleen is normal in size.", []],
  ],
  "11525-3": [
    ["Fetal heart rate is regular.", ["heart"]],
    ["Placenta is posterior, clear of the internal os.", ["placenta"]],
    ["Amniotic fluid volume is normal.", ["fluid"]],
    ["Cervix is long and closed.", []],
  ],
};
