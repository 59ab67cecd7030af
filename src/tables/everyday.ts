const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s/));

const months = setOf(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic",
);
/** An English or Spanish month, in full or in three letters, folded. */
export const isMonth = (word: string): boolean => months.has(word);

const weekdays = setOf(
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun lunes martes miercoles jueves viernes sabado domingo",
);
/** An English or Spanish day of the week, folded. */
export const isWeekday = (word: string): boolean => weekdays.has(word);

const relationships = setOf(
  "mother father mom mum dad mommy daddy mama papa parent parents stepmother stepfather stepmom stepdad son sons daughter daughters stepson stepdaughter child children kid kids wife husband spouse partner fiance fiancee boyfriend girlfriend girlfriends exhusband exwife brother brothers sister sisters sibling siblings stepbrother stepsister halfbrother halfsister twin twins grandmother grandfather grandma grandpa grandparent grandparents grandson granddaughter grandchild grandchildren aunt uncle niece nephew cousin cousins inlaw inlaws godmother godfather guardian caregiver caretaker roommate housemate neighbor neighbour friend friends coworker colleague boss employer widow widower relative relatives family kin madre padre hijo hija hijos hijas esposo esposa marido mujer hermano hermana hermanos abuelo abuela nieto nieta tio tia sobrino sobrina primo prima novio novia cuidador cuidadora tutor tutora pareja",
);
/** A word for a relative, household member or carer, in English or Spanish; a name often follows it. Folded. */
export const isRelationshipWord = (word: string): boolean => relationships.has(word);

const titles = setOf(
  "mr mrs ms miss mx dr drs doctor prof professor sir madam dame lord lady rev reverend fr father pastor rabbi imam sister brother hon judge justice sen senator rep gov governor pres president capt captain col colonel gen general lt lieutenant maj major sgt sergeant cpl corporal pvt private officer sr sra srta senor senora senorita don dona dra doctora herr frau monsieur madame mme mlle md do rn np pa pac pharmd phd dds dmd dpm od dc lpn cna crna cnm lcsw lmft pt ot slp rd msw mph mba facs facp jr ii iii iv esq attending resident intern fellow nurse surgeon physician provider",
);
/** A title before a name or a credential after one, folded and without full stops. */
export const isTitle = (word: string): boolean => titles.has(word);

const smallVocabulary = setOf(
  "yes no y n true false t f unknown unk none null na nan nil male female m f u x other o intersex nonbinary non-binary transgender cisgender masculino femenino hombre mujer si active inactive pending final preliminary corrected cancelled canceled completed complete incomplete amended registered draft stopped resolved recurrence relapse remission confirmed unconfirmed provisional differential refuted planned arrived triaged finished onleave positive negative pos neg abnormal normal abn high low hh ll h l critical trace reactive nonreactive non-reactive detected indeterminate equivocal borderline elevated decreased increased stable unstable mild moderate severe married single divorced widowed separated never-married domestic partnered soltero soltera casado casada divorciado viudo viuda white black asian hispanic latino latina latinx native american african alaska hawaiian pacific islander caucasian aa nonhispanic non-hispanic mixed multiracial biracial declined refused english spanish french german italian portuguese russian chinese mandarin cantonese japanese korean vietnamese tagalog arabic hindi urdu bengali punjabi farsi persian polish ukrainian haitian creole navajo hmong somali amharic swahili greek hebrew turkish thai burmese nepali gujarati inpatient outpatient emergency ambulatory urgent urgentcare wellness elective observation virtual telehealth hospice snf admission discharge transfer admitted discharged deceased alive dead left right bilateral primary secondary tertiary principal admitting final oral iv im sc sq subq po pr sl top topical inh medicare medicaid tricare commercial selfpay self-pay uninsured hmo ppo epo pos hdhp mexican cuban dominican salvadoran guatemalan colombian filipino indian irish swedish norwegian dutch scottish canadian european australian christian catholic jewish muslim protestant baptist buddhist hindu agnostic atheist ama eloped expired home",
);
/** A value of small vocabularies in record systems (flags, sex, race, language, status, payer class), folded. */
export const isSmallVocabulary = (word: string): boolean => smallVocabulary.has(word);

const spanish = setOf(
  "el la los las un una unos unas lo al del de en y e o u que quien cual cuyo como cuando donde por para con sin sobre entre hasta desde hacia segun durante mediante contra tras ante bajo a se su sus mi mis tu tus le les me te nos yo ella ellos ellas usted ustedes nosotros este esta estos estas ese esa esos esas aquel aquella esto eso ser es son era fue fueron sera estar esta estan estaba haber ha han habia hay he hemos tener tiene tienen tenia tuvo hacer hace hizo puede pueden debe no si ni pero mas menos muy ya tambien tampoco solo aun todavia nunca siempre ahora hoy ayer manana antes despues luego dia dias semana semanas mes meses ano anos edad hora horas vez veces todo toda todos todas otro otra otros otras mismo misma cada algun alguna algunos ningun ninguna nada algo mucho mucha muchos poco poca gran grande pequeno bueno buena malo mala mejor peor nuevo nueva primer primera segundo segunda ultimo ultima paciente pacientes dolor fiebre tos cabeza pecho espalda abdomen brazo pierna mano pie ojo ojos oido garganta corazon pulmon higado rinon sangre orina presion arterial peso talla altura temperatura pulso diagnostico tratamiento medicamento medicamentos dosis alergia alergias antecedentes historia clinica consulta cita ingreso egreso alta urgencias cirugia enfermedad enfermera medico medica hospital nombre apellido apellidos fecha nacimiento sexo domicilio direccion calle ciudad estado codigo postal telefono correo numero seguro social expediente ocupacion religion observaciones notas motivo resultado resultados examen laboratorio muestra normal anormal positivo negativo izquierdo izquierda derecho derecha leve moderado grave cronico cronica agudo aguda niega refiere presenta acude toma diaria cada embarazo embarazada vacuna vacunas diabetes hipertension asma cancer infeccion",
);
/** A Spanish function word or a frequent Spanish word of records, folded. */
export const isSpanishWord = (word: string): boolean => spanish.has(word);

const contractions = setOf(
  "aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't shouldn't wasn't weren't won't wouldn't i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll we're we've we'll we'd they're they've they'll they'd that's there's what's who's where's here's let's o'clock patient's today's mother's father's",
);
/** An English contraction, lower case, with its apostrophe. */
export const isContraction = (word: string): boolean => contractions.has(word);
