// Sentences and lines of clinical notes that hold nothing that identifies, but much that looks like it: what must stay.
import { cased, titled } from "./values.js";

const list = (text) => text.split("|");
const countries = list(
  "Mexico|Kenya|Peru|Vietnam|India|China|Ethiopia|Somalia|Guatemala|Honduras|Nigeria|Ghana|Haiti|Cuba|Canada|Poland|Russia|Ukraine|Syria|Iraq|Iran|Nepal|Laos|Cambodia|Thailand|Philippines|Korea|Japan|Brazil|Colombia|Ecuador|Bolivia|Germany|Italy|France|Spain|Turkey|Egypt|Morocco|Sudan|Eritrea|Burma|Pakistan|Bangladesh|El Salvador|Dominican Republic|Costa Rica|Jamaica|Armenia|Lebanon|Australia|Ireland|Scotland|Portugal",
);
const ends = list(
  "disease|syndrome|sign|test|score|scale|criteria|procedure|maneuver|clamp|forceps|retractor|catheter|drain|tube|fracture|palsy|lymphoma|sarcoma|tumor|phenomenon|reflex|esophagus|thyroiditis|cyst|node|gland|duct|canal|suture|stain|classification|stage|grade|index|line|flap|hernia|contracture|deformity|ligament|nail|pouch|stent|pump|protocol|formula|murmur|approach|incision|questionnaire|inventory|exam|equation|anomaly|disorder|dystrophy|nodes|spots|lines|rings|bodies|nodules",
);
const labs = list(
  "WBC|Hgb|Hct|Plt|Na|K|Cl|CO2|BUN|Cr|Glu|Ca|Mg|Phos|AST|ALT|ALP|Tbili|INR|PTT|PT|Trop|BNP|NT-proBNP|CK|TSH|A1c|HbA1c|lactate|ferritin|CRP|ESR|LDH|D-dimer|HDL|LDL|TG|uric acid|PSA|vanc trough|procalcitonin|albumin|lipase|ANC|retic|fibrinogen|CEA|CA 19-9|AFP|hCG|beta-hCG|vitamin D|B12|folate|iron|TIBC|pH|pCO2|pO2|HCO3|amylase|ammonia|urine Na|osm|MCV|RDW|MPV|eGFR|GFR|WBC count|platelets|hemoglobin|creatinine|sodium|potassium",
);
const units = list("mg/dL|g/dL|mmol/L|mEq/L|K/uL|ng/mL|pg/mL|U/L|IU/mL|%|mm/hr|mIU/L|mcg/dL|cells/uL|copies/mL|ng/dL|");
const wards = list(
  "MICU|SICU|CCU|5W|4 East|7 North|L&D|PACU|ED bay 4|bed 12|rm 214|Rm 4-212B|OR 6|tower 3|3B|step-down|tele|NICU|PICU|room 8|Trauma 2|pod C|Cath lab|IR suite|5 South|hall bed 3",
);
const roles = list(
  "hospitalist|cardiology fellow|night float|charge RN|wound care RN|social worker|case manager|PT|OT|SLP|resident|anesthesia|pharmacy|nutrition|respiratory therapy|palliative team|chaplain|interpreter|home health aide|PCP|covering provider|ortho|neurosurgery|GI|ID|renal|vascular|scribe",
);
const devices = list(
  "Medtronic Micra|Abbott FreeStyle Libre 2|Dexcom G6|Boston Scientific Emblem|Zimmer Persona|Stryker Triathlon|Philips V60|Drager Evita|Alaris pump|BiPAP|Edwards Sapien 3|Medtronic 670G|Omnipod 5|Hamilton G5|GE Logiq|Siemens Magnetom|Da Vinci Xi|St. Jude Assurity|Biotronik Edora|Watchman FLX|Xience Sierra|PICC|Port-A-Cath|Mirena|Nexplanon|Wound VAC|Optiflow|Mepilex|Aquacel Ag|Coban|Tegaderm|Bair Hugger|Bovie|Ligasure|Surgicel|Prolene|Vicryl|Monocryl|Dermabond|Steri-Strips|Ethibond|Gore-Tex|Arrow|Cordis|Hickman|Groshong|Swan-Ganz|Shiley 6|Ambu bag|Yankauer|Hemovac|Jackson-Pratt|Blake drain|Foley|Coude|Salem sump|Dobhoff|Blakemore",
);
const titlesOf = list(
  "HISTORY OF PRESENT ILLNESS|PAST MEDICAL HISTORY|ASSESSMENT AND PLAN|PHYSICAL EXAM|REVIEW OF SYSTEMS|FAMILY HISTORY|SOCIAL HISTORY|DISCHARGE INSTRUCTIONS|HOSPITAL COURSE|PROCEDURE IN DETAIL|FINDINGS|IMPRESSION|COMPARISON|TECHNIQUE|ALLERGIES|MEDICATIONS|VITAL SIGNS|LABORATORY DATA|ESTIMATED BLOOD LOSS|PREOPERATIVE DIAGNOSIS|POSTOPERATIVE DIAGNOSIS|ANESTHESIA|COMPLICATIONS|DISPOSITION|CONDITION AT DISCHARGE|Assessment|Plan|Subjective|Objective|Mental Status Exam|Risk Assessment|Medical Necessity|Interval History|Code Status|Diet|Activity|Follow Up",
);
const payers = list(
  "Medicare|Medicaid|Aetna|Cigna|UnitedHealthcare|Humana|Tricare|Blue Cross|BCBS|Kaiser|Medi-Cal|Anthem|Molina|Workers Comp|VA benefits|Part D",
);
const groups = list(
  "Hispanic|Vietnamese|African American|Caucasian|Hmong|Somali|Navajo|Native American|Jewish|Catholic|Muslim|Baptist|Mormon|Russian-speaking|Spanish-speaking|Mandarin|Tagalog|Haitian|Filipino|Korean|Armenian|Buddhist|Methodist|Jehovah's Witness|Amish|Samoan",
);
const jobs = list(
  "retired teacher|truck driver|line cook|carpenter|homemaker|welder|nurse|accountant|farmer|roofer|barber|postal worker|student|veteran|bus driver|mechanic|electrician|paralegal|cashier|fisherman|plumber|janitor|warehouse worker",
);
const weekdays = list("Mon|Tues|Wed|Thurs|Fri|Sat|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sun");
const genes = list(
  "BRCA1|BRCA2|KRAS G12D|EGFR L858R|MTHFR C677T|APOE4|HLA-B27|HLA-DQ2|JAK2 V617F|TP53|CFTR F508del|FMR1|SCN1A|MYH7|PALB2|BRAF V600E|CYP2C19 *2/*17|Factor V Leiden",
);

export function createFacts({ eponyms, drugNames, states, values, afterEponyms }) {
  return function fact(random) {
    const n = (low, high) => low + random.below(high - low + 1);
    const f = (low, high, places = 1) => (low + random.next() * (high - low)).toFixed(places);
    const one = (options) => random.from(options);
    const eponym = () => (random.chance(0.75) ? titled(one(eponyms)) : titled(values.namePart("surname", random, true)));
    const drug = () =>
      random.chance(0.7)
        ? cased(one(drugNames), random.chance(0.3) ? "A" : random.chance(0.2) ? "Aa" : "a")
        : values.invented(random) + one(["ol", "ine", "mab", "pril", "ex", "ia", "zole"]);
    const dose = () =>
      `${one(["2.5", "5", "10", "12.5", "20", "25", "40", "50", "75", "81", "100", "125", "250", "325", "500", "650", "1000", "1500"])}${one([" mg", "mg", " mcg", " mL", " g", " units", ""])}`;
    const how = () =>
      one(["daily", "BID", "TID", "q6h", "q8h prn", "QHS", "PO daily", "IV q12h", "SQ", "nightly", "x7 days", "x 10d", "weekly", "PRN"]);
    const years = () => one([String(n(1975, 2025)), `'${String(n(70, 99))}`, `’${String(n(0, 24)).padStart(2, "0")}`]);
    const day = () =>
      one([
        "2 days ago",
        "3 wks ago",
        "last week",
        "yesterday",
        "POD #2",
        "POD 3",
        "HD 4",
        "x3 days",
        "since childhood",
        "for 6 months",
        "in 2 weeks",
        "tomorrow",
        "6-8 weeks",
        "overnight",
        "DOL 3",
        "day 5 of 7",
      ]);
    const clock = () =>
      one([
        `${n(0, 23)}${String(n(0, 59)).padStart(2, "0")}`.padStart(4, "0"),
        `${n(1, 12)}:${String(n(0, 59)).padStart(2, "0")}`,
        `${n(1, 12)}:${String(n(0, 59)).padStart(2, "0")} ${one(["am", "PM", "p.m."])}`,
        `${String(n(0, 23)).padStart(2, "0")}:${String(n(0, 59)).padStart(2, "0")}`,
      ]);
    const lab = () =>
      `${one(labs)} ${one([String(n(1, 400)), f(0, 20), String(n(1000, 450000)), `${n(1, 40)},${n(100, 999)}`, `>${n(100, 100000)}`, f(0, 5, 2), `<${f(0, 5, 2)}`])}${random.chance(0.4) ? ` ${one(units)}` : ""}${random.chance(0.2) ? one([" (H)", " H", " L", "*", " (ref 4.5-11.0)", ` (${n(10, 100)}-${n(101, 400)})`]) : ""}`;
    const icd = () =>
      `${String.fromCharCode(65 + random.below(26))}${n(10, 99)}.${n(0, 99)}${random.chance(0.2) ? one(["A", "D", "S", "XA"]) : ""}`;
    const d = (count) => Array.from({ length: count }, () => random.below(10)).join("");
    return one([
      () =>
        `${eponym()}${random.chance(0.25) ? "'s" : ""} ${one(random.chance(0.6) ? ends : afterEponyms)} ${one(["negative", "positive", "noted", "used", "repair", "present", "absent", "placed", "stable", "on exam", "ruled out", "suspected"])}.`,
      () =>
        `${one(["Hx of", "PMH:", "Known", "Suspect", "Consistent with", "R/o", "Dx:", "s/p", "Mother had", "Family hx of"])} ${eponym()}${random.chance(0.2) ? "'s" : ""}${random.chance(0.15) ? `-${eponym()}` : ""} ${one(ends)}, ${one(labs)} pending.`,
      () =>
        `${eponym()}-${eponym()} ${one(ends)} ${one(["discussed", "placed", "excluded", "score", "class II"])}, ${eponym()} ${n(1, 15)}, ${eponym()} ${one(["II", "III", "B", "grade 2", "A5"])}.`,
      () =>
        `${eponym()} ${n(8, 24)} Fr ${one(["in place", "to gravity", "removed", "draining clear yellow"])}; ${one(devices)} ${one(["at 12 cm", "intact", "x2", "to bulb suction", "flushed"])}.`,
      () =>
        `${one(["Closed with", "Repaired using", "Secured with", "Exposed with", "Dressed with"])} ${n(0, 5)}-0 ${one(devices)} and ${one(devices)}; ${eponym()} ${one(["retractor", "clamp", "scissors", "forceps"])} removed.`,
      () => `${drug()} ${dose()} ${how()}`,
      () =>
        `${n(1, 14)}. ${drug()} ${dose()} ${how()} ${one(["", `#${n(10, 120)}`, `disp #${n(10, 90)} RF ${n(0, 5)}`, `refills: ${n(0, 11)}`])}`,
      () =>
        `${one(["Switched from", "Changed", "Failed", "Tried", "Start", "Continue", "Hold", "Allergic to"])} ${drug()}${random.chance(0.6) ? ` ${one(["to", "and", "then", "/"])} ${drug()}` : ""}${random.chance(0.4) ? `; ${titled(drug())} ${dose()} ${how()}` : ""}.`,
      () => `${lab()}, ${lab()}, ${lab()}${random.chance(0.4) ? `, ${lab()}` : ""}.`,
      () =>
        `${one(labs)} ${f(3, 15)} -> ${f(3, 15)} -> ${f(3, 15)}; ${one(labs)} ${n(80, 150)}/${f(3, 6)}/${n(90, 110)}/${n(15, 30)}/${n(5, 60)}/${f(0.5, 4)}`,
      () =>
        `${one(["CBC", "BMP", "ABG", "CMP"])}: ${f(4, 20)}>${f(6, 16)}/${n(20, 48)}<${n(50, 450)}  ${n(128, 148)}|${f(3, 6)}|${n(95, 110)}`,
      () =>
        `BP ${n(80, 200)}/${n(40, 110)}${random.chance(0.3) ? `-${n(80, 200)}/${n(40, 110)}` : ""} HR ${n(45, 140)} RR ${n(10, 34)} T ${f(96, 103)}${one(["", "F", " F"])} SpO2 ${n(84, 100)}%${random.chance(0.4) ? " RA" : ` on ${n(1, 6)}L`} Wt ${f(40, 140)} kg Ht ${n(4, 6)}'${n(0, 11)}" BMI ${f(17, 45)}`,
      () =>
        `VS ${clock()}: ${f(96, 103)}-${n(45, 140)}-${n(10, 34)}-${n(80, 200)}/${n(40, 110)}-${n(84, 100)}%; I/O ${n(500, 4000)}/${n(500, 4000)}, pain ${n(0, 10)}/10`,
      () =>
        `Vent: AC ${n(12, 24)}/${n(350, 550)}/${n(5, 14)}/${n(30, 100)}%, PIP ${n(18, 38)}, plateau ${n(14, 30)}; ${one(["BiPAP", "CPAP"])} ${n(8, 18)}/${n(4, 8)}.`,
      () =>
        `Strength ${n(0, 5)}/5 ${one(["throughout", "R deltoid", "bilat LE", "grip L"])}, DTRs ${n(0, 3)}+/4, ${n(1, 4)}/6 ${one(["SEM", "systolic murmur", "HSM"])}, pulses ${n(1, 2)}/4 DP, ${n(1, 4)}+ edema, visual acuity 20/${n(15, 200)} OD 20/${n(15, 200)} OS.`,
      () =>
        `${one(["GCS", "APGAR", "Apgars", "PHQ-9", "GAD-7", "MMSE", "MoCA", "NIHSS", "CHA2DS2-VASc", "Wells", "HEART", "MELD-Na", "Braden", "Morse", "Epworth", "Karnofsky", "ECOG", "ASA", "Mallampati", "Bishop", "C-SSRS", "CIWA", "RASS", "Ranson", "SOFA", "qSOFA", "TIMI", "CURB-65", "FRAX", "DASH", "SLUMS", "Barthel"])} ${n(0, 30)}${random.chance(0.3) ? `/${n(10, 100)}` : ""}${random.chance(0.2) ? `, ${eponym()} ${n(0, 20)}` : ""}`,
      () =>
        `${n(20, 41)}w${n(0, 6)}d${one(["", " by LMP", " by 8w us", " EGA"])}, G${n(1, 8)}P${n(0, 5)}${d(3)}, FHT ${n(110, 170)}, cervix ${n(1, 10)}/${n(10, 100)}/-${n(0, 3)}, fundus ${n(18, 40)} cm.`,
      () =>
        `${n(18, 89)}${one(["yo", " yo", " y/o", "-year-old", "F", "M", "yoF", " yr old"])} ${one(["male", "female", "M", "F", "woman", "man", "gentleman"])} ${one(groups)} ${one(jobs)} w/ ${drug()} use, ${eponym()} ${one(ends)}.`,
      () =>
        `${one(["CPT", "HCPCS", "Billed", "CPT code", "Procedure code", "E/M"])} ${one([d(5), `${d(5)}-${d(2)}`, `${String.fromCharCode(65 + random.below(10))}${d(4)}`])}${random.chance(0.5) ? ` and ${d(5)}` : ""}; ICD-10 ${icd()}${random.chance(0.6) ? `, ${icd()}` : ""}.`,
      () =>
        `${eponym()} ${one(ends)} (${icd()}), ${drug()} (${icd()}); DRG ${d(3)}, LOINC ${d(4)}-${d(1)}, SNOMED ${d(8)}, RxNorm ${d(6)}, NDC ${one([`${d(5)}-${d(4)}-${d(2)}`, `${d(4)}-${d(4)}-${d(2)}`, d(11)])}.`,
      () =>
        `${one(["NDC", "LOINC", "SNOMED", "SNOMED CT", "RxNorm", "RXCUI", "CVX", "MeSH", "HCPCS", "CPT-4"])}${one([" ", ": ", " code "])}${one([d(5), d(6), d(8), `${d(5)}-${d(1)}`, `${d(5)}-${d(4)}-${d(2)}`, d(3)])} ${one(["for creatinine", "on the list", "given", "wasted 2 mL", "per formulary", ""])}`,
      () =>
        `${one(genes)}, ${one([`NM_${d(6)}.${n(1, 9)}:c.${n(10, 5000)}${one(["A>G", "C>T", "delT", "dupA"])}`, `chr${n(1, 22)}:${d(8)}`, `rs${d(7)}`, `c.${n(10, 5000)}C>T (p.Arg${n(10, 900)}Ter)`])} ${one(["heterozygous", "VUS", "not detected", "pathogenic"])}.`,
      () =>
        `${one(["Enrolled per", "Screened for", "Per", "See"])} ${one([`NCT0${d(7)}`, "NSABP B-51", "RTOG 0617", "AHA 2023 guideline", "COVID-19 protocol", "SPRINT", "ARDSNet", "KEYNOTE-189", "Surviving Sepsis 2021", "ACR TI-RADS 4", "BI-RADS 4A", "LI-RADS 5", "Bosniak IIF"])}.`,
      () =>
        `${one(["firmware", "software", "client", "app", "EHR", "template", "pump", "form"])} ${one(["version", "v", "ver.", "rev", "build"])} ${n(1, 20)}.${n(0, 20)}${random.chance(0.6) ? `.${n(0, 9)}` : ""}${random.chance(0.4) ? `.${n(0, 9)}` : ""}; ${one(devices)}.`,
      () =>
        `${one(["Lesion", "Nodule", "Mass", "Wound", "Cyst", "Effusion", "Laceration", "Stone"])} ${f(0.3, 9)} x ${f(0.3, 9)}${random.chance(0.4) ? ` x ${f(0.3, 9)}` : ""} ${one(["cm", "mm"])} at ${one(["T12-L1", "C5-6", "L4/5", "segment VII", "RUL", "3 o'clock", "level II", "the L breast 10:00"])}, ${one(["TNM", "stage"])} ${one(["pT2N1M0", "IIIA", "T3 N0", "IV", "cT1c", "Gleason 3+4=7", "FIGO IB"])}.`,
      () =>
        `EF ${n(15, 70)}-${n(45, 75)}%, ${one(["LAD", "RCA", "LCx"])} ${n(20, 100)}%, gradient ${n(10, 60)} mmHg, AVA ${f(0.6, 2)} cm2; ${n(1, 3)} DES ${f(2.5, 4)} x ${n(12, 38)} mm, EBL ${n(10, 900)} mL, ${n(16, 24)}g IV x${n(1, 2)}.`,
      () =>
        `s/p ${one(["CABG", "appy", "TKA", "chole", "CVA", "MI", "TAH", "PCI", "hernia repair", "lap chole", "Whipple", "Roux-en-Y"])} ${years()}, ${one(["quit smoking", "sober since", "dx", "immigrated", "divorced", "stroke", "last colonoscopy"])} ${years()}.`,
      () =>
        `${one(["Born in", "From", "Immigrated from", "Travel to", "Grew up in", "Recently visited", "Lived in", "Relocated from"])} ${one([...countries, ...states])}${random.chance(0.4) ? ` ${one(["and", "then", "or"])} ${one([...countries, ...states])}` : ""}; speaks ${one(groups)}.`,
      () =>
        `${one(groups)} ${one(jobs)}, ${one(["married", "divorced", "widowed", "single"])}, ${one(payers)} ${one(["primary", "secondary", "pending", "denied", "approved"])}, ${one(["lives alone", "2 cats", "no stairs", "1/2 ppd x 30 yrs", "EtOH 3-4/wk", "denies tobacco"])}.`,
      () =>
        `${one(["Moved to", "Transfer to", "Located in", "Pt in", "Seen in", "Admit to", "From"])} ${one(wards)} ${one(["at", "by", "@", "around"])} ${clock()}, ${one(roles)} aware.`,
      () =>
        `${clock()} - ${one(roles)} at bedside, ${one(roles)} ${one(["notified", "paged", "called", "updated", "consulted", "to follow"])}${random.chance(0.5) ? ` ${clock()}` : ""}; recheck ${clock()}.`,
      () =>
        `F/u ${one(["with", "w/", "by"])} ${one(roles)} ${one(weekdays)} ${one(["am", "morning", "next week", "", `at ${clock()}`])}; repeat ${one(labs)} ${day()}.`,
      () =>
        `${one(titlesOf)}:${random.chance(0.5) ? "" : ` ${one(["None.", "Stable.", "As above.", "See below", "Reviewed and unchanged.", "Noncontributory."])}`}`,
      () =>
        `${cased(`${eponym()} ${one(["patch repair", "fundoplication", "procedure", "resection", "osteotomy", "arthroplasty", "gastric bypass", "hernia repair", "tumor excision"])}`, random.chance(0.6) ? "AA" : "Aa")}`,
      () =>
        `Symptoms ${one(["began", "started", "worse", "improved"])} ${day()}, ${n(1, 10)}/10, ${one(["radiates to L arm", "worse at night", "no fever", "denies SOB", "+ n/v", "took ASA 81 x4"])}, ${one(devices)} ok.`,
      () =>
        `${one(["O2", "NC", "HFNC", "NRB"])} ${n(1, 60)}L, ${one(["PEEP", "FiO2", "ETT", "CVP", "MAP", "ICP"])} ${n(4, 100)}${one(["", "%", " cm at lip", " mmHg"])}, gtt ${drug()} ${f(0.01, 20, 2)} mcg/kg/min, ${drug()} ${n(2, 20)} mL/hr, D5 1/2 NS @ ${n(50, 150)}.`,
      () =>
        `Gram stain ${one(["neg", "GPC in clusters", "GNR"])}, ${one(["E. coli", "S. aureus", "K. pneumoniae", "C. diff", "P. aeruginosa", "H. pylori", "M. tuberculosis", "S. pneumoniae", "B. cereus"])} >${one(["100,000", "100000", "50,000", "10K"])} CFU, MIC ${one(["<=1", "0.5", "8", ">16"])}.`,
      () =>
        `Diet ${n(1200, 2400)} kcal, Na ${n(1500, 2300)} mg, ${drug()} ${n(10, 60)} units qAM, sliding scale 150-200: ${n(1, 4)}u, 201-250: ${n(3, 6)}u, ${one(["Jevity 1.2", "Ensure", "Glucerna", "Osmolite 1.5", "Similac", "Enfamil", "Pedialyte"])} ${n(30, 80)} mL/hr.`,
      () =>
        `Dear ${one(["Colleague", "Doctor", "Sir or Madam", "Medical Director", "Appeals Department", "Patient", "Parent", "Team"])},\n${one(["Thank you for your message.", "I am writing to appeal the denial.", "Please call with questions.", "We reviewed your results."])}`,
      () =>
        `[ ] ${one(["PT/OT", "PT/INR", "IM/IV", "H/H", "A/P", "N/V/D", "L/R", "w/o", "s/p", "c/o", "q4-6h", "24/7", "and/or", "1:1 sitter", "24h"])} ${one(["ordered", "eval", "consult", "done", "pending", "prn"])}, ${one(weekdays)} labs.`,
      () =>
        `Apgar${one(["s", "", " scores"])} ${n(1, 9)}/${n(7, 10)}${random.chance(0.2) ? `/${n(7, 10)}` : ""}, ${n(2200, 4200)} g${random.chance(0.4) ? ` (${n(5, 9)}-${n(1, 15)})` : ""}, latch ${n(5, 10)}/10, QBL ${n(200, 900)}.`,
      () =>
        `${n(1, 12)}/${n(10, 30)} ${one(["nodes positive", "LN neg", "cores +", "criteria met", "sessions done", "items", "fibroids", "visits used", "tender joints", "swollen joints"])}, ${one(["CAGE", "MRC", "TOF", "Oxford", "Silverman", "Ballard", "Ashworth", "AUDIT-C", "MMT", "STOP-BANG", "PRAPARE", "ACE", "MoCA", "FAST-ED"])} ${n(0, 4)}/${n(2, 30)}.`,
      () =>
        `${one(["GCS", "MSK", "MMT L", "MMT R", "reflexes", "WIfI", "Bristol", "strength", "quad/ham/TA", "delt/bi/tri"])} ${n(0, 5)}-${n(0, 5)}-${n(0, 5)}${random.chance(0.3) ? `-${n(0, 5)}` : ""}, ${one(["GCS", "E/V/M"])} ${n(1, 4)}/${n(1, 5)}/${n(1, 6)}${random.chance(0.3) ? ` = ${n(3, 15)}` : ""}.`,
      () =>
        `${titled(values.namePart("given", random, true))} ${one(["0.35 mg", "10 mg", "5/325", "30 mL", "XR 20 mg", "100 mg tab", "patch", "kit", "pen", "28-day pack", "inhaler"])} ${how()}; ${one(["Li", "Mg", "K", "Ca", "Fe", "Zn", "Na"])} ${n(1, 900)}${one([" mg", " mEq", "", " g"])} ${how()}.`,
      () =>
        `${one(["RCVD", "ENRT", "ONSC", "DEST", "DISP", "CALL", "LIFT", "ARR", "DEPART", "ROSC", "Timeout", "In room", "Incision", "Closure", "Pill line", "Count", "Read back", "Code called", "Meds given", "Run of VT", "Last dose", "Last ate", "Bath", "Turned", "Trough", "EKG", "STEMI alert"])} ${clock()}  ${one(["TRANS", "ON SCENE", "Out", "Stop", "Done", "Recheck", "BS", "next", "VS", "gluc"])} ${clock()}${random.chance(0.5) ? `  ${one(["to", "@", "until", "->"])} ${clock()}` : ""}`,
      () =>
        `${clock()} ${one(["VSS", "turned", "BG", "resting", "suctioned", "to CT", "back from MRI", "c/o pain", "refused", "ambulated", "voided", "K replaced", "labs drawn", "emesis x1", "meds held", "Tylenol", "family in", "asleep", "report", "PIV infiltrated"])} ${n(1, 400)}${one(["", " mL", "/10", "%", " units"])}. ${clock()}: ${one(["same", "better", "repeat", "no change", "rechecked", "improved"])}.`,
      () =>
        `${one(["Wheelchair", "CPAP", "Cuff", "Hearing aids", "Walker", "Brace", "Pump", "Cane", "Scooter", "Glucometer", "Prosthesis", "Ventilator", "Bed"])} (${titled(values.invented(random))}${random.chance(0.5) ? ` ${values.letters(1, random)}${n(1, 9)}` : ""}), ${one(devices)}, ${one(["K0861", "E1002", "L5856", "E0601", "A4253", "L3960"])}, ${one(["drives a", "hit by a", "driver of"])} ${one(["Camry", "F-150", "Civic", "Silverado", "Corolla", "Harley", "Tesla"])}.`,
      () =>
        `${one(["Lang:", "Speaks", "Interpreter:", "prefers", "English /", "Written in"])} ${one(groups)}${one([", English", "", " (some English)"])}; ${one(payers)} ${one(["HMO", "PPO", "MCO", "Advantage", "Plan F", "Gold"])}, ${one(roles)} ${one(weekdays)} ${clock()}.`,
      () =>
        `${drug()} ${n(1, 10)}/${one(["325", "500", "650", "12.5", "25"])}${one(["", " mg", " tab"])} ${how()}; oid ${n(1, 2)}.${n(2, 16)}.840.${n(1, 1)}.${d(5)}.${n(1, 9)}${random.chance(0.5) ? `.${n(1, 30)}` : ""}; ${one(["urn:oid:", "code system ", "template "])}2.16.${n(100, 900)}.1.${d(6)}.${n(1, 20)}.`,
      () =>
        `${one(["Plt", "BNP", "CK", "ferritin", "WBC", "VL", "hCG", "CA-125", "LDH", "D-dimer"])} ${one([d(5), d(6), `${n(1, 99)}000`, `${n(100, 500)},000`])}${one(["", " today", " (H)", " copies", ", up from yesterday"])}; MELD ${n(6, 40)}, ${eponym()} ${n(1, 140)}, ${eponym()} ${n(0, 20)}.`,
    ])();
  };
}
