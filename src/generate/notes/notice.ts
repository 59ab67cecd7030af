import { type Facts, pick } from "./facts.ts";
import { problems } from "./history.ts";
import { sortOf } from "./reason.ts";
import { fahrenheit, measuredValue, pressure } from "./vitals.ts";
import { vital } from "./words/measures.ts";

/** Whether vital signs by the note's time are those of somebody gravely ill; of those of 13 and over. */
export function isUnwell(f: Facts): boolean {
  const temperature = measuredValue(f, vital.temperature) ?? 37;
  const saturation = measuredValue(f, vital.saturation) ?? 99;
  if (temperature >= 38.5 || saturation < 90) return true;
  if (f.age < 13) return false;
  const pulse = measuredValue(f, vital.pulse) ?? 70;
  const breaths = measuredValue(f, vital.respiration) ?? 16;
  return pulse > 115 || breaths > 25 || (measuredValue(f, vital.systolic) ?? 120) < 90;
}

/** What no clinician passes over: vital signs far from usual, and what is done about them. Limits by judgement. */
export function noticed(f: Facts): readonly string[] {
  const said: string[] = [];
  const away = f.encounter.class === "ambulatory" || f.encounter.class === "virtual";
  const tell = (key: string, list: readonly string[]): void => void said.push(pick(f, `notice ${key}`, list));
  const temperature = measuredValue(f, vital.temperature);
  if (temperature !== undefined && temperature >= 38.3) {
    const value = f.habits.fahrenheit ? `${fahrenheit(temperature)} F` : `${temperature.toFixed(1)} C`;
    tell(
      "fever",
      sortOf(f) === "acute"
        ? [
            `{Febrile to|Temperature|Fever of|Temp} ${value}${f.encounter.class === "emergency" ? "{| here| on arrival}" : ""}, {antipyretic given|fluids and antipyretics|comes down with acetaminophen|antipyretics as needed}.`,
          ]
        : [
            `{Febrile to|Fever of} ${value} {today|at the visit}, {no source on exam|source looked for}; {to call if it lasts|recheck in a day}.`,
          ],
    );
  }
  const saturation = measuredValue(f, vital.saturation);
  if (saturation !== undefined && saturation < 92 && f.age >= 1)
    tell(
      "saturation",
      away
        ? [
            `{Saturation|O2 sat} ${saturation}% {at rest|on room air}, {comfortable|not in distress}; {walk test|walking oximetry} {to follow|next visit}, {to the ED if breathless|return at once if worse}.`,
          ]
        : [
            `{Saturation|O2 sat|Sat} ${saturation}%, {oxygen by nasal cannula|nasal cannula started|on 2 L}, {up with it|wean as able|goal 92 %}.`,
          ],
    );
  if (f.age < 13) return said;
  const systolic = measuredValue(f, vital.systolic);
  const diastolic = measuredValue(f, vital.diastolic) ?? 0;
  const shown = pressure(f)!;
  if (systolic !== undefined && (systolic >= 160 || diastolic >= 100)) {
    const isKnown = problems(f).some(({ code }) => /^I1[0-6]/.test(code.code));
    const severe = systolic >= 180 || diastolic >= 110;
    tell(
      "pressure",
      away
        ? [
            `{BP|Blood pressure|Pressure} ${shown}${isKnown ? ", {well above goal|far from goal|not controlled}" : ", {no diagnosis of hypertension so far|elevated, not known before|high today}"}: {recheck|nurse visit for pressure|repeat reading} in {${severe ? "3 days|one week" : "2 weeks|1-2 weeks"}}, {home log|home readings twice a day|readings at home to bring along}.`,
            `{BP|Pressure} ${shown}${severe ? ", {no headache, vision change or chest pain|without symptoms|neurologically intact}" : " {today|at this visit}"}; {home cuff and log|to measure at home|log of home pressures}, {back in|recheck in} {${severe ? "a week|3 to 5 days" : "2 weeks|14 days"}}.`,
          ]
        : f.encounter.class === "emergency"
          ? [
              `{BP|Pressure} ${shown}, {no signs of organ damage|asymptomatic|likely in part pain and stress}; {recheck with primary care within a week|PCP to recheck|repeat before leaving}.`,
              `{Elevated|High} pressure ${shown} {noted|seen}, {no acute treatment|not treated here}, {outpatient recheck|follow-up of pressure} {advised|arranged}.`,
            ]
          : [
              `{BP|Pressure} ${shown}: {as-needed drug with parameters|treat pain first, then reassess|home drugs resumed as able}.`,
              `{Hypertensive|Pressure up} at ${shown}, {follow|no symptoms, follow} {today|this shift}.`,
            ],
    );
  } else if (systolic !== undefined && (systolic >= 140 || diastolic >= 90) && sortOf(f) === "prenatal")
    tell("pressure", [
      `{BP|Pressure} ${shown}: {repeat after rest|recheck before leaving}, {protein in urine checked|labs for preeclampsia if it stays}, {home readings|pressure visit this week}.`,
      `{Elevated pressure|High reading} ${shown}, {no headache or visual change|denies headache}; {nurse visit in 3 days|recheck within the week}.`,
    ]);
  else if (systolic !== undefined && systolic < 90)
    tell(
      "low pressure",
      away
        ? [`{BP|Pressure} ${shown}, {low but not dizzy|no lightheadedness}; {fluids, rise slowly|drink more, recheck in a week}.`]
        : [`{Hypotensive at|Pressure low at|BP} ${shown}, {fluids running|fluid bolus|responds to fluids so far}.`],
    );
  const pulse = measuredValue(f, vital.pulse);
  if (pulse !== undefined && pulse > 120)
    tell("pulse", [`{Heart rate|Pulse|Tachycardic,} ${pulse.toFixed(0)}{, followed|, rechecked|: fluids, recheck}.`]);
  else if (pulse !== undefined && pulse < 45)
    tell("pulse", [`{Heart rate|Pulse} ${pulse.toFixed(0)}, {no symptoms|no dizziness}, {drugs reviewed|followed}.`]);
  return said;
}
