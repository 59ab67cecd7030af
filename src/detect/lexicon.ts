// Words by what they say of their neighbours, lower case. Grammar, not lists of identifiers.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s{1,80}/));

/** What follows is a name, whatever word it is: `Mr. Long`, `Dr. Pain`. */
export const titles = words(`
  agt det ofc bishop deacon ssg sfc ssgt tsgt pfc cpo ltjg lcdr cdr cmdr ltc
  dr drs doctor doc mr mrs ms miss mx messrs mister madam prof professor rev reverend fr sr hon judge sgt sergeant cpl lt capt captain
  col maj officer deputy detective nurse chaplain rabbi imam pastor sister sra srta don dona senor senora senorita mme mlle herr frau dra np rn lpn aprn crna cna
`);

/** Titles that are also other words in a note (`sr`, `fr` French, `col`, `sister`), so that a capital and a name-like word must follow. */
export const weakTitles = words(
  "agt det ofc bishop deacon ssg sfc ssgt tsgt pfc cpo ltjg lcdr cdr cmdr ltc rev capt lt fr sr doc don dona col maj hon sister doctor nurse judge miss officer pastor professor np rn lpn aprn crna cna",
);

export const providerTitles = words("dr drs doctor doc prof professor nurse dra np rn lpn aprn crna cna");

/** Letters behind a provider's name. */
export const credentials = words(`
  md do mbbs phd rn np pa lpn lvn cna crna aprn arnp dnp msn bsn fnp cnm pharmd rph dds dmd dpm od dvm dc pt dpt ot otr slp ccc lcsw lmsw msw
  psyd ccrn cnp cnrn ocn cnor cen ccm cpnp pmhnp-bc facr faoao fasn licsw lisw csw lac-r cbis lpc lmft rd rdn ldn rt rrt emt facp faap facs facc facog frcp frcs mph ms ma mba jd esq cma mlt mt agacnp acnp pmhnp cns pac lac aud
`);

export const suffixes = words("jr sr ii iii iv esq");

export const particles = words(
  "van von der den de la las los del della di da dos das du le el al bin ibn ben abu ter ten zu y e san st af",
);

/** Kin and others near the patient. */
export const relatives = words(`
  wife husband spouse partner fiance fiancee girlfriend boyfriend mother father mom mum dad mommy daddy parent parents stepmother stepfather
  stepmom stepdad son sons daughter daughters dtr dtrs dau child children stepson stepdaughter brother brothers bro sister sisters sis sibling siblings
  twin twins aunt uncle niece nephew cousin cousins grandmother grandfather grandma grandpa grandson granddaughter grandchild granny nana
  law guardian caregiver caretaker aide friend neighbor neighbour roommate landlord widow widower ex godmother godfather
  dil sil mil fil stepdtr stepdau stepmum hubby bf gf gma gpa mgm pgm godson goddaughter stepfamily fob mob poa hcpoa hcp nok kin
  auntie aunty mamaw papaw meemaw memaw gramma gramps granddad grandad nonna nonno oma opa lolo tutu bibi baba abuelita
  ammi umma appa halmoni yaya yiayia babushka stepbrother stepsister fiancée hubs mama dada daddy coworker housemate
  madre padre hijo hija esposo esposa hermano hermana mama papa abuela abuelo tio tia
`);

export const providerRoles = words(`
  attending physician surgeon provider pcp resident intern fellow hospitalist cardiologist neurologist oncologist psychiatrist psychologist
  pediatrician radiologist anesthesiologist pathologist dermatologist urologist nephrologist pulmonologist gastroenterologist endocrinologist
  rheumatologist hematologist obstetrician gynecologist midwife doula therapist counselor dietitian nutritionist pharmacist
  optometrist ophthalmologist dentist podiatrist chiropractor paramedic phlebotomist technician technologist consultant referring
  rep representative bystander adjuster escort clinician agent sponsor guarantor chaperone driver super superintendent coach sitter nanny
  babysitter principal crew operator submitting assistant requester cosigner reader anesthetist circulator
  prov charge coord asst interp trooper ofcr atty landlord landlady foreman
  scribe transcriptionist interpreter navigator coordinator caseworker teacher employer supervisor manager boss coworker attorney lawyer
  specialist internist audiologist orthopedist
`);

export const patientWords = words(
  "patient patients pt pts client resident infant baby newborn neonate boy girl man woman male female lady gentleman member subject victim veteran individual person donor recipient child teen teenager youth m f paciente",
);

/** Verbs and phrases of which people are the objects or agents: `seen by`, `spoke with`, `named`. */
export const beforeNames = words(`
  by named name names called with w/ w per via attn attention cc from dear hi hello hey regards sincerely signed dictated transcribed
  aka née nee alias formerly maiden known goes contact contacted paged phoned notified informed told asked saw met spoke consulted
  discussed thanks thank introducing introduce am is was i'm im it's because for and & like regarding re about concerning referencing attending
`);

/** Verbs whose subject is a person. */
export const afterNames = words(`
  reports reported denies denied states stated says said endorses endorsed admits admitted presents presented complains complained describes
  described requests requested agrees agreed refuses refused declines declined verbalized verbalizes called calls lives lived works worked
  drove drives brought brings came comes went goes returns returned feels felt takes took thinks thought wants wanted signed signs saw sees
  accompanied accompanies understands tolerated tolerates ambulated slept ate walked woke fell rose arrived left underwent received has had is was
  will may can who whose whom does did recently currently previously also developed completed continues continued started stopped needs needed
  notes noted mentions mentioned explained explains advised recommended ordered performed examined evaluated assessed reviewed consulted
  helps helped cares cared visits visited
`);

/** Behind an eponym: `Graves disease`, `Kelly clamp`, `Glasgow coma scale`. */
export const afterEponyms = words(`
  disease diseases syndrome syndromes sign signs test tests testing score scores scale scales criteria criterion classification class stage
  staging grade grading index procedure procedures operation technique maneuver manoeuvre method repair patch clamp clamps forceps retractor
  retractors catheter catheters cath tube tubes drain drains pump line suture sutures needle stent graft bypass fracture fractures
  contracture palsy paralysis tremor tremors chorea ataxia dystrophy atrophy lymphoma sarcoma tumor tumors tumour carcinoma cancer disorder
  phenomenon reflex reflexes response esophagus thyroiditis anemia nephropathy neuropathy encephalopathy arthritis vasculitis purpura gland
  glands duct ducts cyst cysts node nodes nodule nodules body bodies cell cells cells' muscle ligament tendon canal triangle space angle point
  line lines ring spots spot plaques ulcer ulcers hernia deformity foot knee elbow joint sponge stain broth agar smear slide protocol rule
  rules formula equation model regimen diet law effect anomaly malformation deficiency inhibitor factor antigen antibody titer view
  position incision approach flap wire wires nail rod screw screws plate pin traction splint brace collar boot bandage dressing wrap gauze solution
  solutions lactate agonist questionnaire inventory survey exam scale-revised depression level levels negative positive fever rash breathing
  respiration respirations murmur pulse trial trials study studies heart hypothesis guideline guidelines stroke risk coma calculator medium bag
  thrombosis aneurysm gait hemorrhage pouch loop frame walker implant prosthesis chart curve nomogram units unit tear tears virus bacillus
  mask valve lens light lamp dementia cirrhosis colitis amyloidosis crisis attack bundle fibers fibres fissure area areas plexus tract
`);

/** Last word of the name of a place of care; what stands before it, in capitals, belongs to it. */
export const facilityEnds = words(`
  hospital hospitals hosp clinic clinics infirmary hospice sanatorium pharmacy pharmacies rehab rehabilitation manor pavilion campus
  medicine pediatrics obgyn dental dentistry dermatology orthopedics orthopaedics cardiology oncology radiology imaging urgent surgicenter dialysis
  health healthcare medical center centre institute facility facilities lodge villa terrace gardens estates assisted nursing living
  laboratory laboratories labs med ctr cntr group home alliance dispensary associates practice partners physicians network
  snf alf ambulance ems drug drugs endocrinology rheumatology nephrology pulmonology gastroenterology neurology urology surgical
  orthopaedic cardiovascular wellness therapy derm ortho
`);
/** Of those, the ones that alone make what stands before them a facility. */
export const strongFacilityEnds = words(
  "hospital hospitals hosp clinic clinics infirmary hospice sanatorium manor surgicenter healthcare institute facility rehab pavilion obgyn snf alf ambulance",
);

export const facilityMiddles = words(`
  general regional community county memorial city state university children veterans va methodist baptist presbyterian
  catholic lutheran mercy sacred heart saint st st. mount mt university family women men cancer heart eye spine health medical
  care center centre nursing home senior assisted living rehabilitation rehab skilled urgent behavioral psychiatric surgical surgery
  inpatient downtown uptown midtown westside eastside northside southside riverside lakeside hillside metropolitan metro hope grace
  providence trinity christian adventist kaiser permanente medstar
  outpatient specialty teaching district northern southern eastern western north south east west central valley the of and & for at
  national federal good our lady all primary pediatric orthopedic internal mental walk-in free community-based wellness
`);

export const schoolEnds = words("school schools university college academy elementary kindergarten preschool seminary polytechnic elem");
export const churchEnds = words(
  "church temple synagogue mosque parish chapel cathedral shelter jail prison penitentiary courthouse shelters correctional mission convent monastery",
);
export const companyEnds = words(
  "inc inc. llc llp ltd corp corp. corporation company co gmbh plc foundation technologies industries holdings enterprises supermarket store stores restaurant hotel bank freight casino motors airlines farms logistics diner cafe bakery seafood foods",
);

export const streetEnds = words(`
  street st avenue ave av boulevard blvd road rd drive dr lane ln court ct place pl parkway pkwy highway hwy route rte way terrace ter circle cir
  trail trl square sq plaza alley loop pike turnpike tpke crescent close path row mews run ridge
`);

/** Units of a hospital: wards, not places. */
export const units = words(`
  ed er icu micu sicu ccu nicu picu pacu or ward ccrc osh opd ecu cvicu tcu snf ltac ltach irf obs l&d pcp ob gyn ent hx cath lab mri ct pet us
  home baseline bedside admission discharge risk rest night bedtime triage clinic station floor unit office work school
`);

export const months = words(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
);
export const weekdays = words("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun");

/** Capitals that begin a label or a heading, and words that stand before names without being part of them. */
export const neverNames = words(`
  patient patients pt pts client name names dob ssn mrn the a an and or but if in on at to of for from with without by is are was were be been has have had
  he she they we it his her their our its this that these those there here who whom whose which what when where why how please note plan
  history exam assessment allergies allergy medications meds vitals labs impression chief complaint diagnosis diagnoses date time age sex gender
  phone fax email address insurance policy member group id number no not yes none unknown unremarkable male female emergency contact provider physician
  attending nurse doctor hospital clinic medical center department service unit room bed ward admitted admission discharged discharge
  follow followup up seen given started continue continued today yesterday tomorrow now then after before during since until per via also
  former current latest best recommended recommendations guidelines treatment contraindications effectiveness evaluation management
  what's mr mrs ms dr miss prof year years old yo y/o month months week weeks day days am pm est utc
  american african asian hispanic caucasian white black latino latina european jewish muslim christian catholic
  english spanish french german italian russian chinese japanese korean vietnamese arabic portuguese
  medicare medicaid tricare hipaa covid fda cdc nih who aha acc ada emr ehr
`);

/** With a proper name before them these end the name of a hospital by themselves: `Mass General`, `Rush Presbyterian`. */
export const facilityBrands = words(
  "general memorial presbyterian methodist baptist regional mercy permanente deaconess adventist sinai langone",
);

/** What cities are called besides their names. */
export const cityNicknames = words(
  "nyc philly bronx brooklyn manhattan harlem vegas frisco nola cincy indy jville bk dfw socal norcal staten atl phx slc",
);

/** Peoples, languages and faiths besides those above: they may begin the name of a church or a clinic, but nobody's own. */
export const demonyms = words(`
  somali kenyan ethiopian eritrean nigerian ghanaian haitian kreyol creole jamaican cuban mexican guatemalan honduran salvadoran nicaraguan colombian
  venezuelan peruvian ecuadorian brazilian bolivian chilean argentinian hawaiian samoan tongan chamorro marshallese micronesian filipino tagalog ilocano cebuano
  thai lao laotian hmong khmer cambodian burmese indonesian malay nepali bhutanese tibetan bengali bangladeshi punjabi hindi urdu gujarati tamil telugu malayalam
  pakistani afghan dari pashto farsi persian iranian iraqi syrian lebanese palestinian jordanian yemeni egyptian sudanese moroccan algerian tunisian turkish kurdish
  armenian azerbaijani uzbek kazakh ukrainian belarusian polish czech slovak hungarian romanian moldovan bulgarian serbian croatian bosnian albanian greek
  lithuanian latvian estonian finnish swedish norwegian danish dutch flemish irish scottish welsh british mandarin cantonese taiwanese swahili amharic tigrinya oromo yoruba igbo
  hausa twi wolof fulani lingala kinyarwanda mixteco quechua mayan navajo dine hopi zuni apache lakota ojibwe cherokee choctaw ashkenazi sephardic
  buddhist hindu sikh mormon amish mennonite episcopalian pentecostal
`);
