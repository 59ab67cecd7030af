import { vital } from "./measures.ts";

/** What clinicians write about a condition that lasts. */
export interface Followed {
  /** How the patient is getting on, in whole sentences. */
  readonly story: readonly string[];
  readonly denies: readonly string[];
  readonly exam: readonly string[];
  /** What is said of it where no value speaks. */
  readonly state: readonly string[];
  readonly care: readonly string[];
  readonly judge?: Judge;
}

/** Which value says how well it is controlled: at the goal below or from `limit`. */
export interface Judge {
  readonly code: string;
  readonly limit: number;
  readonly goal: "below" | "from";
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const follow = (
  story: readonly string[],
  denies: readonly string[],
  exam: readonly string[],
  state: readonly string[],
  care: readonly string[],
  judge?: Judge,
): Followed => ({
  story,
  denies,
  exam,
  state,
  care,
  ...(judge ? { judge } : {}),
});

const judge = (code: string, limit: number, goal: Judge["goal"], good: readonly string[], bad: readonly string[]): Judge => ({
  code,
  limit,
  goal,
  good,
  bad,
});

const heart = ["Heart: regular rate and rhythm, no murmur", "Lungs: clear to auscultation bilaterally", "Extremities: no edema"];
const kidney = follow(
  ["No change in urination.", "Tries to keep salt low.", "Asks what to eat."],
  ["swelling", "foamy urine", "nausea"],
  ["Heart: regular, no rub", "Lungs: clear", "Extremities: no edema"],
  ["stable by last tests"],
  ["Avoid anti-inflammatory drugs and contrast where possible.", "Blood pressure goal below 130/80.", "Renal dosing of drugs reviewed."],
);

/** By ICD-10-CM code. */
const conditions: Readonly<Record<string, Followed>> = {
  I10: follow(
    ["Checks pressure at home now and then.", "Has cut down on salt.", "Walks most days.", "No side effects reported."],
    ["headache", "chest pain", "vision changes", "leg swelling"],
    heart,
    ["monitoring"],
    [
      "Low-salt diet, home readings to bring along.",
      "Weight loss and regular walking encouraged.",
      "Recheck of pressure at the next visit.",
    ],
    judge(
      vital.systolic,
      140,
      "below",
      ["at goal today", "controlled", "well controlled"],
      ["above goal today", "not at goal", "uncontrolled today, recheck planned"],
    ),
  ),
  "E78.5": follow(
    ["Diet is fair.", "No muscle aches.", "Tries to avoid fried food."],
    ["muscle pain", "chest pain"],
    heart,
    ["stable"],
    ["Heart-healthy diet, exercise.", "Lipids yearly."],
    judge("13457-7", 130, "below", ["LDL acceptable"], ["LDL above goal"]),
  ),
  E11: follow(
    ["Fasting sugars mostly as before.", "No low readings.", "Diet has been so-so over the holidays.", "Feet are looked at daily."],
    ["polyuria", "numbness of the feet", "hypoglycemia", "vision changes"],
    ["Feet: skin intact, pulses palpable, monofilament felt at all sites", "Heart: regular", "Extremities: no ulcers"],
    ["continue monitoring"],
    ["Yearly eye exam and foot care reviewed.", "Carbohydrate counting reviewed, plate method.", "A1c every three months until at goal."],
    judge("4548-4", 7.5, "below", ["controlled", "at goal"], ["not at goal", "above goal"]),
  ),
  "R73.03": follow(
    ["Has been trying to lose weight.", "Drinks less soda."],
    ["thirst", "frequent urination"],
    heart,
    ["stable"],
    ["Lifestyle program offered.", "A1c yearly."],
  ),
  E66: follow(
    ["Would like to lose weight.", "Snacks in the evening.", "Started walking."],
    ["snoring", "joint pain at rest"],
    heart,
    ["weight discussed"],
    ["Nutrition goals set, food diary.", "150 minutes of activity a week."],
  ),
  I25: follow(
    ["Exercise tolerance is unchanged, one flight without stopping.", "Has not needed nitroglycerin."],
    ["chest pain on exertion", "palpitations", "orthopnea"],
    heart,
    ["stable, no angina"],
    ["Risk factors reviewed.", "To call 911 for chest pain at rest."],
  ),
  I50: follow(
    ["Sleeps on two pillows.", "Gets on the scale each morning.", "Ankles swell by evening."],
    ["chest pain", "syncope", "waking breathless"],
    ["Neck: no jugular venous distension", "Lungs: clear", "Heart: regular, no gallop", "Extremities: trace edema"],
    ["compensated, NYHA class II", "euvolemic on exam"],
    ["Daily weights, 2 g sodium.", "Call for gain of 3 lb in a day or 5 lb in a week."],
  ),
  I48: follow(
    ["Feels a flutter once in a while.", "No bleeding."],
    ["syncope", "chest pain", "bleeding gums"],
    ["Heart: irregularly irregular, rate controlled", "Lungs: clear"],
    ["rate controlled", "stable"],
    ["Stroke and bleeding risk reviewed.", "Limit alcohol and caffeine."],
  ),
  "Z86.73": follow(
    ["Strength is as before.", "Speech is clear to the family."],
    ["new weakness", "numbness", "trouble speaking"],
    ["Neuro: strength symmetric, gait steady, speech fluent", "Neck: no bruit"],
    ["no new deficits"],
    ["Signs of stroke reviewed.", "Blood pressure and lipids are the goals."],
  ),
  J44: follow(
    ["Breathless on hills, as before.", "Morning cough with clear sputum.", "Uses the inhaler as shown."],
    ["hemoptysis", "fever", "leg swelling"],
    ["Lungs: decreased breath sounds, no wheeze", "Heart: regular"],
    ["at baseline"],
    ["Inhaler technique checked.", "Vaccines reviewed.", "Pulmonary rehabilitation offered."],
  ),
  J45: follow(
    ["Rescue inhaler less than twice a week.", "Sleeps through the night.", "Cold air brings on cough."],
    ["night waking", "recent steroid use", "chest pain"],
    ["Lungs: clear, no wheeze, good air entry"],
    ["well controlled", "intermittent"],
    ["Action plan updated.", "Triggers reviewed."],
  ),
  "E03.9": follow(
    ["Energy is fair.", "Takes the tablet before breakfast.", "Weight is steady."],
    ["cold intolerance", "constipation", "palpitations"],
    ["Neck: thyroid not enlarged, no nodule", "Heart: regular", "Neuro: reflexes normal"],
    ["clinically euthyroid"],
    ["TSH once a year, sooner after dose changes."],
    judge("3016-3", 4.5, "below", ["TSH in range"], ["TSH above range, check adherence and timing"]),
  ),
  "F32.9": follow(
    ["Mood is better some days.", "Sleeps six hours.", "Back to seeing friends.", "Interest is slowly returning."],
    ["suicidal thoughts", "hallucinations", "panic"],
    ["Psych: mood fair, affect congruent, thought process linear, no suicidal ideation"],
    ["partial response", "improving"],
    ["Safety plan reviewed, crisis line number given.", "Counseling encouraged; regular sleep."],
  ),
  "F41.1": follow(
    ["Worries about work and family.", "Breathing exercises help.", "Fewer bad days this month."],
    ["panic attacks", "suicidal thoughts", "chest pain"],
    ["Psych: slightly anxious, cooperative, thought process linear"],
    ["fair control", "improving"],
    ["Cognitive behavioral therapy discussed.", "Caffeine reduction, sleep hygiene."],
  ),
  F90: follow(
    ["Focus is better in the mornings.", "Appetite is lower at noon.", "Finishes tasks more often."],
    ["chest pain", "tics", "trouble falling asleep"],
    ["Heart: regular, no murmur", "Neuro: no tics", "Psych: restless but attentive"],
    ["stable"],
    ["Behavioral strategies reviewed.", "Growth, pressure and pulse at each visit."],
  ),
  K21: follow(
    ["Heartburn after late meals.", "Better with the head of the bed up."],
    ["trouble swallowing", "weight loss", "black stools"],
    ["Abdomen: soft, no epigastric tenderness"],
    ["controlled"],
    ["No meals within three hours of bed.", "Lowest dose that works."],
  ),
  M17: follow(
    ["Pain after long walks.", "Stiff for ten minutes in the morning.", "Uses a cane on bad days."],
    ["locking", "redness", "fever"],
    ["Right knee: crepitus, mild bony enlargement, flexion to 115 degrees, no effusion"],
    ["moderate symptoms", "stable"],
    ["Strengthening exercises, weight loss.", "Topical agents first; injection if worse."],
  ),
  "M81.0": follow(
    ["No falls.", "No back pain.", "Takes calcium in food."],
    ["new back pain", "loss of height", "trouble swallowing"],
    ["Back: no spinal tenderness, mild kyphosis", "Neuro: gait steady"],
    ["stable"],
    ["Weight-bearing exercise, fall prevention.", "Bone density every two years."],
  ),
  D50: follow(
    ["Less tired than before.", "Stools are dark from the tablets.", "Craves ice less."],
    ["black tarry stools", "chest pain", "heavy bleeding"],
    ["Skin: conjunctivae slightly pale", "Heart: regular, no murmur"],
    ["under treatment"],
    ["Iron-rich diet, vitamin C with tablets.", "Blood count in three months."],
    judge("718-7", 12, "from", ["hemoglobin recovered"], ["hemoglobin still low"]),
  ),
  G43: follow(
    ["Three attacks in the last month.", "Triggers are missed meals and bright light.", "Keeps a diary."],
    ["weakness", "worst headache ever", "fever"],
    ["Neuro: cranial nerves intact, fundi sharp, gait normal"],
    ["stable"],
    ["Regular meals and sleep, diary.", "Rescue drugs no more than twice a week."],
  ),
  "N40.0": follow(
    ["Gets up twice at night.", "Stream is slower but empties."],
    ["blood in the urine", "burning on urination", "retention"],
    ["Abdomen: bladder not palpable"],
    ["stable"],
    ["Less fluid in the evening.", "Call if unable to pass urine."],
  ),
  G30: follow(
    ["Family notices more repetition.", "Needs reminders for pills.", "Sleeps in the afternoon."],
    ["falls", "wandering", "aggression"],
    ["Neuro: oriented to person, recalls one of three words, gait steady"],
    ["slowly progressive"],
    ["Caregiver support and home safety reviewed.", "Advance directives discussed."],
  ),
  M10: follow(
    ["No attack since the last visit.", "One flare of the big toe, settled in three days.", "Eats less red meat."],
    ["swollen joints today", "fever"],
    ["Extremities: no tophi, great toe without swelling", "Heart: regular"],
    ["no flare", "stable"],
    ["Limit alcohol and red meat, drink water.", "Call early in an attack."],
  ),
  L20: follow(
    ["Itching at night.", "Creams are used most days."],
    ["crusting", "fever"],
    ["Skin: dry patches in the flexures, no weeping"],
    ["mild", "stable"],
    ["Emollients twice daily.", "Short lukewarm baths."],
  ),
  J30: follow(
    ["Sneezing most mornings.", "Better with the spray."],
    ["wheezing", "facial pain"],
    ["Nose: pale boggy turbinates", "Lungs: clear"],
    ["controlled"],
    ["Avoid triggers, saline rinse."],
  ),
  "G47.33": follow(
    ["Uses the machine most nights.", "Less sleepy by day.", "Mask leaks at times."],
    ["morning headache", "falling asleep at the wheel"],
    ["Throat: crowded oropharynx", "Heart: regular"],
    ["on CPAP", "stable"],
    ["Weight loss, mask refit.", "At least four hours a night."],
  ),
  "G47.00": follow(
    ["Falls asleep after an hour.", "Wakes at three.", "Looks at the phone in bed."],
    ["snoring", "falling asleep at the wheel", "low mood"],
    ["General: no distress", "Psych: mood fair"],
    ["fair control", "stable"],
    ["Sleep hygiene, same hours each day.", "No screens in bed, caffeine before noon only."],
  ),
  H40: follow(
    ["Uses the drops every night.", "No change in vision."],
    ["eye pain", "halos", "vision loss"],
    ["Eyes: pupils equal, fields full to confrontation"],
    ["stable on drops"],
    ["Pressure check with the eye doctor."],
  ),
  H25: follow(
    ["Glare at night.", "Reads with a brighter lamp."],
    ["eye pain", "flashes"],
    ["Eyes: lens opacity on both sides, pupils reactive"],
    ["stable", "vision adequate"],
    ["Eye examination yearly; surgery when it bothers."],
  ),
  H91: follow(
    ["Turns up the television.", "Hearing aids are worn most days."],
    ["ear pain", "vertigo"],
    ["Ears: drums clear, hears a whisper poorly"],
    ["stable"],
    ["Hearing test, aids checked."],
  ),
  G40: follow(
    ["No seizure since the last visit.", "Takes the tablets on time."],
    ["aura", "double vision", "rash"],
    ["Neuro: no tremor, gait steady"],
    ["seizure free", "stable"],
    ["Driving rules reviewed.", "No swimming alone."],
  ),
  M06: follow(
    ["Morning stiffness of half an hour.", "Hands ache in cold weather."],
    ["fever", "mouth sores", "cough"],
    ["Hands: mild synovitis of two knuckles, grip fair"],
    ["low disease activity", "stable"],
    ["Joint protection.", "Eye and blood tests as due."],
  ),
  C: follow(
    ["Tires easily.", "Appetite is fair.", "Weight is steady.", "Keeps up with family and friends."],
    ["fever", "new pain", "bleeding"],
    ["General: no distress", "Neck: no nodes", "Lungs: clear", "Abdomen: soft, liver not enlarged"],
    ["under treatment", "on plan"],
    ["Treatment plan reviewed with the patient.", "Call for temperature above 100.4 F."],
  ),
  Z85: follow(
    ["No new symptoms.", "Back to usual activity."],
    ["weight loss", "new pain", "bleeding"],
    ["Neck: no nodes", "Lungs: clear", "Abdomen: soft"],
    ["no evidence of disease"],
    ["Surveillance as scheduled."],
  ),
  F31: follow(
    ["Mood is even.", "Sleeps seven hours.", "Takes medication daily."],
    ["suicidal thoughts", "racing thoughts"],
    ["Psych: euthymic, linear, no delusions"],
    ["stable"],
    ["Sleep routine, early signs reviewed."],
  ),
  "F10.20": follow(
    ["Fewer drinks than last time.", "Goes to meetings twice a week.", "Two weeks without."],
    ["withdrawal", "blackouts"],
    ["Neuro: no tremor", "Abdomen: liver not enlarged"],
    ["ongoing", "improving"],
    ["Relapse prevention discussed.", "Support groups encouraged."],
  ),
  K58: follow(
    ["Cramps after meals, better after a bowel movement.", "Diary shows milk as a trigger."],
    ["blood in the stool", "weight loss"],
    ["Abdomen: soft, mild diffuse tenderness"],
    ["stable"],
    ["Fiber, food diary."],
  ),
  N32: follow(
    ["Goes ten times a day.", "One accident this month."],
    ["burning on urination", "blood in the urine"],
    ["Abdomen: bladder not palpable"],
    ["stable"],
    ["Timed voiding, pelvic floor exercises."],
  ),
  I73: follow(
    ["Calf pain after two blocks, gone with rest."],
    ["rest pain", "foot ulcers"],
    ["Extremities: pedal pulses faint, skin intact"],
    ["stable"],
    ["Walking program.", "Foot care."],
  ),
  M47: follow(
    ["Stiff in the morning.", "Worse with standing."],
    ["leg weakness", "numbness", "bladder trouble"],
    ["Back: limited extension, straight leg raise negative", "Neuro: strength 5/5"],
    ["stable"],
    ["Core exercises.", "Heat."],
  ),
  "N18.30": kidney,
  "N18.4": kidney,
  "N18.5": kidney,
};

const unknown = follow(
  ["Doing about the same.", "No new concerns."],
  ["fever", "chest pain", "weight loss"],
  ["General: no distress", "Heart: regular", "Lungs: clear"],
  ["stable"],
  ["Continue as before."],
);

export function followedOf(code: string): Followed {
  for (let length = code.length; length >= 1; length--) {
    const found = conditions[code.slice(0, length)];
    if (found) return found;
  }
  return unknown;
}
