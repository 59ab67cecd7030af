/**
 * What is planned for an illness by where the patient is: what is ordered on the way in, done on the ward, said on the way out, and
 * looked at afterwards. Marks as in `Illness`.
 */
export interface Course {
  /** Why not home, as an emergency department says it. */
  readonly needs: readonly string[];
  readonly arrives: readonly string[];
  readonly ward: readonly string[];
  /** Findings once vital signs are back to normal. */
  readonly eases: readonly string[];
  readonly leaves: readonly string[];
  readonly after: readonly string[];
}

const course = (
  needs: readonly string[],
  arrives: readonly string[],
  ward: readonly string[],
  eases: readonly string[],
  leaves: readonly string[],
  after: readonly string[],
): Course => ({ needs, arrives, ward, eases, leaves, after });

const clear = ["Lungs: {clear|clear bilaterally|good air entry, no wheeze}", "Heart: {regular|regular rate|normal rate, regular}"];
const lungs = course(
  [
    "{Still|Remains} short of breath {on walking|with the least effort}, needs {nebulizers and oxygen|inpatient treatment}.",
    "Not back to baseline after {treatment here|three treatments}.",
  ],
  [
    "{Scheduled|Standing} nebulizers, wean as able.",
    "Oxygen to keep saturation {above 90 %|at 92 % or more}.",
    "{Walk test|Walk with oximetry} before discharge.",
  ],
  ["Space nebulizers to every {4|6} hours.", "Wean oxygen as able.", "{Walk|Ambulate} with oximetry {today|tomorrow}."],
  [
    "Lungs: {wheeze much less|faint end-expiratory wheeze only|better air entry}",
    "General: {speaks in full sentences|breathing comfortably}",
  ],
  [
    "Finish the {course|tablets} even when breathing is easy.",
    "Inhalers as shown{, with the spacer|}.",
    "{Avoid smoke and known triggers|Stay away from smoke}.",
  ],
  ["{Inhaler technique gone over again|Inhalers reviewed}.", "Call at the first sign of another {attack|flare}."],
);

/** By what an ICD-10-CM code begins with. Judgement. */
const courses: Readonly<Record<string, Course>> = {
  A41: course(
    [
      "Septic, needs {intravenous antibiotics|close monitoring}.",
      "{Too ill for the floor without fluids and antibiotics|Needs inpatient antibiotics and cultures followed}.",
    ],
    [
      "{Blood cultures drawn before antibiotics|Cultures before antibiotics}; {30 mL/kg crystalloid|fluids by the sepsis protocol}.",
      "Lactate followed until cleared.",
      "{Source looked for: chest film, urine|Urine and chest film as the likely sources}.",
    ],
    [
      "Follow cultures, narrow antibiotics {when they are back|by sensitivities}.",
      "Fluids by {urine output and pressure|exam}.",
      "Lactate {trended|rechecked in the morning}.",
    ],
    ["General: {less ill, conversant|brighter, eating|tired, conversant}", "Skin: warm, capillary refill under 2 seconds"],
    ["Finish the antibiotic {even if well|to the last dose}.", "Rest and fluids; strength may take weeks to come back."],
    [
      "{Strength is coming back slowly|Energy still limited}: {graded activity|short walks, longer each week}.",
      "No further antibiotics {needed|indicated}.",
    ],
  ),
  J18: course(
    ["{Oxygen need|Work of breathing} and {comorbidities|poor intake} speak for admission.", "Needs {intravenous|inpatient} antibiotics."],
    [
      "Antibiotics as ordered, {oxygen to keep saturation above 92 %|oxygen as needed}.",
      "{Sputum and blood cultures sent|Cultures if it worsens}.",
      "Incentive spirometry.",
    ],
    [
      "{Change to oral antibiotics|Oral switch} when afebrile a day.",
      "Incentive spirometer {every hour awake|ten times an hour}.",
      "{Out of bed|Up in the chair} for meals.",
    ],
    ["Lungs: {crackles fewer|focal crackles, better air entry}", "General: {breathing easily|comfortable on less oxygen}"],
    ["Finish the antibiotic.", "Rest and fluids; the cough may last for weeks.", "{Walk a little more each day|Activity as tolerated}."],
    ["Lungs {cleared|nearly clear} on exam.", "Cough {may linger|should settle} over the next weeks."],
  ),
  I50: course(
    ["{Volume overloaded|Overloaded}, needs intravenous diuresis.", "Diuresis cannot be done at home."],
    [
      "{Diuresis by vein|IV diuresis}, {strict intake and output|ins and outs}.",
      "Daily weights, {2 g sodium diet|low-salt diet}, fluid restriction.",
      "{Telemetry|Monitor}, potassium kept above 4.",
    ],
    [
      "Continue diuresis, {goal net negative 1 to 2 L|net negative 1 L a day}.",
      "Daily weight {before breakfast|at 6}.",
      "Replace potassium and magnesium.",
    ],
    [
      "Neck: {jugular venous pressure down|neck veins flat at 45 degrees}",
      "Lungs: {few basal crackles|clear}",
      "Extremities: {1+|trace} edema",
    ],
    [
      "{Weigh every morning|Daily weights}; call for {3 lb in a day|2 to 3 lb overnight} or 5 lb in a week.",
      "2 g sodium, {2 L of fluid|fluids to 2 L} a day.",
    ],
    ["{Weight log|Weights at home} reviewed.", "Salt and fluid limits gone over {again|with the family}."],
  ),
  "J44.1": lungs,
  J45: lungs,
  J21: course(
    ["Feeds poorly and works to breathe, needs {suction and watching|support with feeds}."],
    ["{Suction before feeds|Nasal suction, small feeds}.", "Oxygen below 90 %.", "Continuous oximetry while {on oxygen|asleep}."],
    ["Suction, {small frequent feeds|feeds as tolerated}.", "{Spot checks of|Wean} oxygen."],
    ["Lungs: {scattered crackles, no retractions|coarse, comfortable}", "Hydration: moist mucous membranes"],
    ["Nasal suction before feeds.", "{Small feeds more often|Smaller bottles, more of them}."],
    ["Feeding {back to normal|well again}."],
  ),
  J10: course(
    ["{Dehydrated and weak|Not able to keep up with fluids}, admitted.", "{Short of breath on walking|Comorbidities}, observe."],
    ["Droplet isolation.", "{Fluids and antipyretics|Antipyretics, fluids}.", "{Masks for visitors|Visitors masked}."],
    ["{Droplet precautions|Isolation} continue.", "Antipyretics as needed, {push fluids|fluids by mouth}."],
    clear,
    ["Rest, fluids; stay home until 24 hours without fever.", "{Cough and tiredness|Fatigue} may last two weeks."],
    ["Nearly back to usual.", "{Flu vaccine next season|Vaccine each fall} advised."],
  ),
  U07: course(
    ["Needs oxygen {and monitoring|, inpatient care}.", "{Comorbidities|Risk of worsening}, admitted for observation."],
    [
      "{Airborne and contact isolation|Isolation}.",
      "Oxygen as needed, {proning awake|lie prone when able}.",
      "{Clot prevention|DVT prophylaxis}.",
    ],
    ["Wean oxygen.", "{Awake proning|Prone} as tolerated.", "Isolation continues."],
    ["Lungs: {scattered crackles, breathing easily|faint basal crackles}", "Heart: {regular|regular rate|normal rate, regular}"],
    ["Isolate as {advised|currently recommended}.", "{Home oximeter|Pulse oximeter at home}, call below 92 %."],
    ["Breathing {back to usual|nearly normal}.", "{Graded return to exercise|Activity built up slowly}."],
  ),
  I21: course(
    ["Needs {catheterization and telemetry|the cardiac unit}.", "Troponin rise, {cardiology called|admitted to telemetry}."],
    ["Telemetry, serial troponins{, bed rest|}.", "Cardiology {consulted|following}, {catheterization|cath} planned."],
    [
      "Telemetry without {events|arrhythmia}.",
      "{Medical therapy|Drugs} raised as {pressure allows|tolerated}.",
      "{Teaching begun|Rehab to see}.",
    ],
    ["Heart: regular, no new murmur", "Extremities: {access site soft, pulses full|no hematoma at the access site}"],
    [
      "{No lifting over 10 lb for a week|Light activity for one week}.",
      "{Cardiac rehabilitation|Cardiac rehab} referral made.",
      "{Do not stop|Never skip} tablets without asking.",
    ],
    ["{Cardiac rehabilitation encouraged|Rehab sessions begun or booked}.", "No angina with {usual activity|walking}."],
  ),
  I63: course(
    ["{Acute stroke|Stroke}, needs {telemetry and stroke workup|the stroke unit}."],
    [
      "{Stroke unit|Telemetry}, {neuro checks every 4 hours|permissive pressure for a day}.",
      "Swallow screen before {anything by mouth|oral intake}.",
      "{Workup of the cause|Search for the cause} in progress.",
    ],
    [
      "PT, OT and speech therapy.",
      "{Prevention of another|Secondary prevention} discussed.",
      "{Pressure brought down slowly|Long-term pressure goal below 130/80}.",
    ],
    ["Neuro: arm {drift less|stronger}, speech {clearer|easier to follow}"],
    ["{Therapy continues|PT, OT and speech} after discharge.", "Know the signs of stroke: {face, arm, speech|call 911 at once}."],
    ["{Deficits improving|Function better than at discharge}.", "{Home exercises from therapy|Therapy ongoing}."],
  ),
  I26: course(
    ["{Clot in the lung|PE}, needs anticoagulation {and monitoring|in hospital}."],
    ["Anticoagulation {begun|started}, {bleeding risk reviewed|no contraindication}.", "Telemetry, oxygen as needed."],
    ["Anticoagulation continues{, no bleeding|}.", "{Walk with oximetry|Ambulate}."],
    ["Lungs: {clear|clear bilaterally|clear, unlabored}", "Extremities: {calf less tender|no swelling}"],
    ["{Blood thinner|Anticoagulant} for {three months at least|at least 3 months}.", "No anti-inflammatory drugs."],
    ["No bleeding on {the blood thinner|anticoagulation}.", "{Duration to be decided|Decision on length} at three months."],
  ),
  "E11.65": course(
    [
      "{Sugar not controlled|Too high} with fluids alone, needs {insulin|inpatient titration}.",
      "{Dehydrated|Hyperosmolar risk}, admitted for {fluids and insulin|insulin}.",
    ],
    [
      "{Isotonic fluids|Fluids}, insulin by {scale and basal|protocol}.",
      "Glucose {before meals and at bedtime|checks every 4 hours at first}.",
      "{Precipitant looked for|No infection found so far}.",
    ],
    ["Adjust {basal insulin|doses} by {the morning sugar|fasting values}.", "{Carbohydrate-consistent|Diabetic} diet."],
    ["Mouth: moist mucous membranes", "Neuro: alert and oriented"],
    [
      "Check sugar {before meals and at bedtime|four times a day} and {write it down|bring the log}.",
      "Sick-day rules {given in writing|reviewed}.",
    ],
    ["Log shows {most values under 200|better mornings}.", "Sick-day rules {repeated|gone over}."],
  ),
  K35: course(
    ["Surgical abdomen, {surgery at bedside|surgery consulted}.", "For appendectomy."],
    ["Nothing by mouth; surgery consulted.", "{Antibiotics on call to the OR|Preoperative antibiotics}.", "Consent {by surgery|obtained}."],
    [
      "Advance diet.",
      "{Walk in the hall|Ambulate}, {incentive spirometer|spirometer}.",
      "{Home|Discharge} when eating and pain controlled by mouth.",
    ],
    ["Abdomen: soft, {port sites clean and dry|incisions clean}, {appropriately tender|mild soreness}"],
    ["No heavy lifting for two weeks.", "Showers {are fine|after 24 hours}, no bath for {a week|10 days}."],
    ["{Incisions healed|Port sites closed}.", "{Back to full activity|Lift as comfortable}."],
  ),
  K80: course(
    ["Surgery consulted, {admitted for cholecystectomy|for the gallbladder}."],
    ["Nothing by mouth, fluids; surgery consulted.", "{Antibiotics|IV antibiotics} and pain control."],
    ["Advance to {low-fat diet|a light diet}.", "Walk, {spirometer|deep breathing}."],
    ["Abdomen: soft, {port sites clean|dressings dry}", "Skin: no jaundice"],
    ["Low-fat diet for {two weeks|a few weeks}.", "No lifting over {10|15} lb for two weeks."],
    ["{Incisions healed|Port sites dry}.", "Eats {normally|without pain}."],
  ),
  K57: course(
    ["{Pain not controlled|Cannot keep tablets down}, needs IV antibiotics."],
    ["Bowel rest, {IV antibiotics|antibiotics by vein}.", "Serial exams."],
    ["{Clear liquids|Full liquids}, advance.", "{Oral antibiotics|Switch to tablets} when eating."],
    ["Abdomen: soft, {mild|less} left lower quadrant tenderness"],
    ["Finish antibiotics; {low fiber at first|then fiber}.", "Call if pain {comes back|returns with fever}."],
    ["Pain {gone|settled}; {high-fiber diet|fiber and water}."],
  ),
  K92: course(
    ["{Active|Recent} bleeding, needs {endoscopy|monitoring}."],
    [
      "Two large-bore lines, type and screen; gastroenterology consulted.",
      "{Acid suppression|Nothing by mouth until scoped}.",
      "Hemoglobin every {6|8} hours.",
    ],
    ["Hemoglobin {daily|twice a day}, {no further melena|stools watched}.", "Diet after {endoscopy|scope}."],
    ["Abdomen: soft, {nontender|nontender, no mass|not distended, nontender}", "Skin: {pale|conjunctivae pale}"],
    ["Avoid anti-inflammatory drugs{ and aspirin unless told otherwise|}.", "{Acid blocker daily|Daily acid suppression}."],
    ["Stools brown.", "{Blood count repeated|Hemoglobin to be followed}."],
  ),
  N20: course(
    ["Pain not controlled {by mouth|with tablets}.", "{Vomiting|Cannot keep pain pills down}, admitted."],
    ["{Fluids and pain control|Pain control, fluids}.", "{Urology aware|Urology consulted}.", "Strain all urine."],
    ["Strain urine, {fluids|hydrate}.", "{Oral pain control|Tablets} today."],
    ["Back: {less|mild} costovertebral angle tenderness", "Abdomen: soft"],
    ["Strain the urine, bring {the stone|any stone}.", "{Two to three liters of fluid|Plenty of fluid} a day."],
    ["{No more colic|Pain gone}.", "{Fluids for life|Two liters a day} to prevent another."],
  ),
  N17: course(
    ["{Creatinine|Kidney function} well off baseline, needs fluids."],
    [
      "Isotonic fluids, {hold|avoid} nephrotoxins.",
      "Strict intake and output.",
      "{Drugs gone through for culprits|Medication list checked for culprits}.",
    ],
    ["Follow creatinine {daily|each morning}.", "{Fluids by exam|Continue fluids}, avoid contrast."],
    ["Mouth: moist", "Extremities: {no|trace} edema"],
    ["Drink {well|at least 2 L a day}, no anti-inflammatory drugs.", "{Kidney function|Creatinine} checked again within a week."],
    ["{Avoids pain relievers of the ibuprofen sort|No NSAIDs}.", "Kidney function {rechecked|to be followed}."],
  ),
  N39: course(
    ["{Vomiting|Not able to take tablets}, needs antibiotics by vein.", "{Weak and dehydrated|Frail}, admitted."],
    ["Antibiotics by vein, culture {sent|pending}.", "Fluids."],
    ["{Oral antibiotic|Switch to oral} by culture."],
    ["Abdomen: soft, {nontender|nontender, no mass|not distended, nontender}", "Back: no costovertebral angle tenderness"],
    ["Finish the antibiotic, {drink well|fluids}."],
    ["No {burning|urinary symptoms}."],
  ),
  L03: course(
    [
      "{Spreading|Progressing} in spite of {tablets|oral treatment}, needs IV antibiotics.",
      "{Extent|Fever and extent} speak for admission.",
    ],
    ["IV antibiotics; {borders marked|outline marked with a pen}.", "Leg {up|elevated}."],
    ["{Redness receding|Watch the line}.", "{Oral antibiotics|Step down} when it recedes."],
    ["Skin: erythema {receding|well inside the marked line}, less warm", "Extremities: pulses intact"],
    ["{Leg up|Elevate} whenever seated.", "Finish antibiotics; {moisturize the feet|treat cracks between the toes}."],
    ["Redness {gone|faded}, {skin peeling|slight scaling}.", "{Compression|Skin care} to prevent another."],
  ),
  A08: course(
    ["Cannot keep fluids down{ after two trials|}.", "{Dehydrated|Orthostatic} after {a liter|fluids}, admitted."],
    ["{Isotonic fluids|Fluids by vein}, antiemetics.", "Contact precautions."],
    ["{Clear liquids|Sips}, advance.", "Stop IV fluids when drinking."],
    ["Abdomen: soft, {nontender|nontender, no mass|not distended, nontender}", "Mouth: moist mucous membranes"],
    [
      "{Small sips often|Oral rehydration}, then {bland|light} meals.",
      "{Wash hands|Hand washing}, no cooking for others until {2 days|48 hours} well.",
    ],
    ["{Stools formed|Bowels back to normal}."],
  ),
  R55: course(
    ["{Telemetry overnight|Monitor overnight} for {unexplained|recurrent} syncope.", "{Age and history|Risk} speak for observation."],
    ["Telemetry, orthostatic {vital signs|pressures}.", "Fall precautions."],
    ["No events on telemetry.", "{Up with help|Ambulate with nursing}."],
    [
      "Heart: {regular, no murmur|regular rhythm, no murmur heard|normal S1 and S2, no murmur}",
      "Neuro: {no focal deficit|grossly intact|moves all limbs, gait steady}",
    ],
    ["Get up slowly, {drink well|fluids and salt}.", "No driving until {cleared|seen in follow-up}."],
    ["No {further|more} spells.", "{Driving may resume as advised|Driving discussed}."],
  ),
  R07: course(
    ["{Risk factors|Story and risk} warrant {observation|serial troponins}.", "Observation for {rule-out|serial troponins}."],
    ["Telemetry, {serial troponins|troponins every 3 hours}.", "{Stress test|Noninvasive testing} in the morning if negative."],
    ["No {chest pain|recurrence} since admission.", "Telemetry without events."],
    ["Heart: regular rate and rhythm", "Extremities: {no edema|warm, no edema|no swelling}"],
    [
      "{Return to usual activity|Activity as tolerated}.",
      "{Risk factors to be worked on|Work on risk factors} with {primary care|the PCP}.",
    ],
    ["No further {pain|episodes}."],
  ),
  R10: course(
    ["Pain persists {in spite of treatment|after two doses}, admitted for serial exams.", "{Cannot eat|Poor intake}, observe."],
    ["{Nothing by mouth at first|Sips}, fluids.", "Serial exams, {surgery aware|surgery to see if worse}."],
    ["{Clear liquids|Advance diet}.", "Exam {unchanged|benign}."],
    ["Abdomen: soft, {nontender|minimal tenderness}"],
    ["{Small meals|Light diet} for some days."],
    ["Pain {gone|much less}."],
  ),
  S72: course(
    ["For operative {repair|fixation}."],
    [
      "Non-weight-bearing, orthopedics consulted.",
      "{Nerve block and pain control|Pain control}, {NPO after midnight|nothing by mouth for surgery}.",
      "{Clot prevention|DVT prophylaxis}.",
    ],
    [
      "{Weight-bearing as tolerated|Up with PT}, {walker|walker and gait belt}.",
      "{Clot prevention|DVT prophylaxis} continues.",
      "{Delirium precautions|Orient often, glasses on}.",
    ],
    ["Right hip: dressing {dry|clean and dry}, thigh soft, foot warm and sensate"],
    [
      "{Weight-bearing as tolerated with walker|Walker at all times}.",
      "Bone health {to be addressed|treatment} with primary care.",
      "{Blood clot prevention|Clot prevention} for {four|4 to 5} weeks.",
    ],
    ["{Walks with a walker|Walker still}, {wound healed|incision closed}.", "Fall prevention {at home|reviewed}."],
  ),
  S06: course(
    ["{Persistent vomiting|Drowsy at times}, observe with neuro checks."],
    ["Neuro checks every {2|4} hours."],
    ["Neuro checks unchanged."],
    ["Neuro: oriented, balance {steadier|improving}"],
    ["Rest, then stepwise return.", "No {contact sport|driving} until cleared."],
    ["{Headache fading|Fewer headaches}, {stepwise return goes on|step 3 of return}."],
  ),
  "T78.4": course(
    ["Observe {overnight|for a second reaction}."],
    ["Epinephrine at the bedside, {watched closely|monitor}."],
    ["No {recurrence|new hives}."],
    ["Skin: {hives faded|no hives}", "Lungs: {clear|clear bilaterally|clear, unlabored}"],
    ["Avoid the suspected trigger; allergy follow-up.", "{Epinephrine at hand|Carry epinephrine if prescribed}."],
    ["No reaction since."],
  ),
  F10: course(
    ["{Withdrawal risk|At risk of withdrawal}, admitted."],
    ["{CIWA protocol|Withdrawal scale every 4 hours}."],
    ["CIWA scores {falling|low}.", "{Addiction medicine|Social work} to see."],
    ["Neuro: {mild|no} tremor, oriented"],
    ["{List of programs|Program contacts} given.", "{Regular meals|Eat and drink well}."],
    ["{Sober since discharge by own account|Attending meetings}."],
  ),
};

const other = course(
  ["Needs inpatient care.", "Not safe for discharge.", "Requires admission for further treatment."],
  ["{Supportive care|Treatment as ordered}.", "{Vital signs every 4 hours|Monitor}."],
  ["Continue {present treatment|as ordered}."],
  clear,
  ["{Rest|Activity as tolerated}."],
  ["{Doing well since|Recovered}."],
);

export function courseOf(code: string): Course {
  for (let length = code.length; length >= 3; length--) {
    const found = courses[code.slice(0, length)];
    if (found) return found;
  }
  return other;
}
