/**
 * Units of measure as laboratory and vital sign columns write them: UCUM (Unified Code for Units of Measure) and the
 * everyday spellings. Lower case; `isUnit` folds `µ` and `μ` to `u`.
 */
const units: ReadonlySet<string> = new Set(
  "% %{hb} %{saturation} 10*3/ul 10*6/ul 10*9/l 10*12/l x10*3/ul x10^3/ul x10e3/ul 10^3/ul 10^6/ul 10^9/l 10e3/ul k/ul k/mm3 m/ul thou/ul thousand/ul thou/mm3 mil/ul million/ul cells/ul cells/mm3 cells/hpf /hpf /lpf /[hpf] /[lpf] /ul /min /h /d {score} {index} {ratio} {inr} {ph} {nominal} {#} {count} {beats}/min {breaths}/min beats/min breaths/min bpm rpm g mg mcg ug ng pg fg kg kgs lb lbs oz [lb_av] [oz_av] [in_i] [ft_i] [degf] cel degc degf deg ° °c °f c f l dl ml cl ul nl pl fl cc m cm mm um nm km in ft g/dl g/l mg/dl mg/l mg/g mg/kg mg/m2 mg/h mg/d mg/24h mg/day mcg/dl mcg/ml mcg/kg mcg/l mcg/kg/min ug/dl ug/l ug/ml ug/g ug/mg ug/kg ng/dl ng/ml ng/l pg/ml pg/dl pg/ml pg fmol/l nmol/l nmol/ml umol/l mmol/l mmol/mol mol/l mol mmol umol nmol meq meq/l meq/24h meq/d mosm/kg mosm/l iu iu/l iu/ml iu/dl u u/l u/ml u/dl [iu]/l [iu]/ml [iu] k[iu]/l ku/l mu/l m[iu]/l m[iu]/ml miu/l miu/ml uiu/ml u[iu]/ml u[iu]/l ukat/l nkat/l ml/min ml/min/1.73m2 ml/min/{1.73_m2} ml/min/1.73 ml/min/1.73sqm ml/min/1.73m^2 l/min l/min/m2 ml/h ml/hr ml/kg ml/kg/h cc/hr ml/dl ml/beat mm[hg] mmhg mm hg cm[h2o] cmh2o cm h2o kpa pa torr mm/h mm/hr mm/1h m/s cm/s m2 cm2 mm2 cm3 mm3 m^2 kg/m2 kg/m^2 kg/sqm lb/in2 in_i s sec secs second seconds min mins minute minutes h hr hrs hour hours d day days wk wks week weeks mo mos month months y yr yrs year years a ms us mv uv v ma hz khz mhz db w kcal cal kj j n nm kcal/d kcal/day gy cgy msv mci mbq gbq r rad pack-years pack years pk-yrs packs/day ppd drinks/week units unit unt unt/ml mg/ml mg/actuat mcg/actuat mg/hr actuat puff puffs tab tabs tablet tablets cap caps capsule capsules dose doses drop drops gtt gtts patch patches spray sprays tsp tbsp amp ampule vial vials supp lozenge ratio index titer titre copies/ml copies cfu cfu/ml cfu/l log copies/ml log10 copies/ml fl oz mg/mmol g/24h g/d g/day g/kg mmol/24h mmol/d umol/d nmol/mg nmol/mmol mm/sec s/co index value ehrlich units/dl eu/dl kaiu/l abu/ml aps gpl mpl gpl u/ml elisa units au au/ml bu ru/ml ml/s mg/min ml/m2 g/m2 mmhg/s l/s ml/d ml/24h ml/24hr ng/kg/min units/hr units/kg units/day units/ml mcg/hr mcg/min mcg/day mg/kg/day mg/kg/hr bpm.".split(
    " ",
  ),
);
const spaced: ReadonlySet<string> = new Set([
  "mm hg",
  "cm h2o",
  "pack years",
  "fl oz",
  "log copies/ml",
  "log10 copies/ml",
  "index value",
  "ehrlich units/dl",
  "gpl u/ml",
  "elisa units",
]);

/** Whether the text, in any case, is a unit of measure by itself: `mg/dL`, `mm[Hg]`, `x10^3/µL`. */
export function isUnit(text: string): boolean {
  if (text.length > 24) return false;
  if (units.has(text)) return true;
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/[µμ]/g, "u")
    .replace(/ {2,4}/g, " ");
  return units.has(folded) || (folded.includes(" ") && spaced.has(folded));
}
