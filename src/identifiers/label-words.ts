import { listed } from "./define.ts";

/** What headers shorten, from the column lists of OMOP, MIMIC, Epic Clarity, CMS claims, REDCap and HL7 v2 exports. */
export const abbreviations: ReadonlyMap<string, readonly string[]> = new Map(
  listed(`
    pt pat pts ptnt > patient, nm nme > name, fst frst > first, lst > last, mdl mid > middle, fname firstname > first name,
    lname lastname > last name, mname > middle name, fullname > full name, surnm > surname, addr addrs adr > address, strt > street,
    tel tele > telephone, phn phne fon > phone, mob > mobile, cel > cell, num nbr nmbr nr numb nums > number, idn ids > id,
    ident > identifier, acct acc acnt > account, mbr mem memb > member, subscr subscrbr > subscriber, bene benef > beneficiary,
    clm > claim, ins insur insr > insurance, pol plcy > policy, grpno > group number, lic licence lics > license,
    licnum > license number, prov prvdr prvd provdr > provider, phys physn > physician, doc > document, dr > doctor,
    attnd > attending, refr > referring, ord ordr > order, req > requisition, spec specn > specimen, accn acsn accsn > accession,
    enc encntr > encounter, encounterid > encounter id, hosp hsp > hospital, fac facil > facility, org > organization,
    dept dep > department, loc > location, dt dte > date, dtm dttm datetime > date time, ts tmstmp > timestamp, tm > time, dob > dob,
    brth bth > birth, birthdt bdate birthdate brthdt > birth date, bday > birthday, birthplace > birth place, hometown > home town,
    dth > death, deathdt > death date, cd > code, desc descr dscr dscrptn > description, typ > type, amt > amount, qty > quantity,
    ind > indicator, flg > flag, cnt > count, stat sts > status, zipcd zipcode > zip code, cnty > county, ctry cntry > country,
    postcd > postal code, adm admsn > admission, admt > admit, disch dsch dschrg dischg > discharge, svc srvc serv > service,
    proc prcdr > procedure, prod > product, dx dgns diag > diagnosis, med > medical, medrec > medical record, emp empl > employee,
    emplr > employer, usr > user, veh > vehicle, ser srl > serial, dev > device, eml emails > email, mail > mail, sec > security,
    soc > social, ssno > ssn, socsec > social security, yr > year, yrs > years, mo mth mnth > month, wk > week,
    emer emerg emrg > emergency, rel > relative, gtr guar > guarantor, rndrng > rendering, oprtg > operating, pmt > payment,
    pd > paid, thru > through, ctrl cntl > control, dest > destination, rpt > report, msg > message, txn > transaction,
    appt > appointment, rcv recd > received, coll > collection, rslt > result, cred > credential, cert > certificate,
    reg > registration, recip > recipient, dir > direccion, fec > fecha, nac > nacimiento, nom > nombre, apell > apellido, rec > record
  `).flatMap((line) => {
    const [short = "", whole = ""] = line.split(" > ");
    return short.split(" ").map((word) => [word, whole.split(" ")] as const);
  }),
);

/** Words that headers run together (`LASTBILLEDDATE1`), beside those of the kinds' own labels. */
export const labelWords: readonly string[] = (
  "id of at on by no to in out from the and or for is was has not new old last first next prior current start stop end begin date time day month year number name code type status class reason value unit units amount cost total base " +
  "patient person member subscriber beneficiary provider physician doctor nurse encounter visit stay admission admit discharge disch transfer hospital facility organization department appointment claim charge payer payor plan insurance primary secondary tertiary " +
  "referring supervising ordering attending rendering billing billed operating service illness diagnosis procedure medication drug condition observation device immunization allergy result report order owner ownership birth death place zip postal phone home work cell mobile email mail address line city county state country " +
  "street social security license drivers driver passport account policy group relation relative mother father spouse child emergency contact guarantor employer employee user record note notes document description desc comment text prefix suffix maiden marital race ethnicity gender sex language religion status expenses coverage " +
  "latitude longitude lat lon age created updated modified effective issued onset resolved recorded authored signed received sent collected chart store reg ed icu ward unit care site location health healthcare fee schedule outstanding transfer modifier payment payments adjustments method units series instance study subject " +
  "serial lot model version language interpreter deceased expired admitted discharged enrolled consent screening randomization baseline followup follow up detail source target key hash internal external unique global local reference identifier identification through paid check remit control internal medical history summary fecha nombre apellido apellidos nacimiento direccion telefono correo ciudad codigo numero seguro paciente historia clinica"
).split(" ");

/** A label that ends in one of these asks for something about the thing named, not for the thing. */
export const attributeWords: ReadonlySet<string> = new Set(
  (
    "type code codes class status reason cost amount count system use unit units flag indicator category role specialty specialities speciality gender sex coverage description result results value values priority percent rate score version source method relationship relation language race ethnicity quantity quality charge charges paid balance total " +
    "payment payments length stay outcome disposition expenses revenue utilization encounters medications procedures immunizations customers months ownership weight height severity level grade stage color precision format text comment comments note notes present known verified availability preference history expertise title tipo estado motivo consent eligible eligibility duration frequency"
  ).split(" "),
);

/**
 * Labels of columns that hold no identifier though a word of theirs may name one. They win where they are longer than
 * any kind's label; `=` stands for the whole label.
 */
export const clinicalLabels: readonly string[] = listed(`
  drug name, medication name, med name, medicine name, generic name, brand name, trade name, product name, ingredient name,
  test name, lab test name, component name, analyte name, organism name, unit name, procedure name, diagnosis name, condition name,
  problem name, disease name, allergy name, allergen name, vaccine name, order name, result name, measure name, concept name,
  vocabulary name, code name, service name, specialty name, race name, language name, gene name, antibiotic name, antibody name,
  panel name, item name, field name, variable name, column name, table name, event name, redcap event name, form name,
  instrument name, department name, ward name, unit location, plan name, payer name, insurance name, program name, category name,
  class name, type name, method name, device name, specimen name, file type, state name, country name, display, body site, site of,
  anatomical site, surgical site, injection site, collection site, concept id, vocabulary id, domain id, concept class id,
  type concept id, item id, itemid, type id, class id, status id, category id, unit id, race id, language id, fee schedule id,
  claim type id, product service id, version id, code system, order set id, formulary id, drug id, gsn, ndc, rxnorm id, loinc id,
  loinc number, snomed id, code id, gene id, variant id, rs id, test id, question id, field id, component id, template id,
  sequence number, seq number, line number, row number, page number, version number, model number, order of, number of, lot size,
  phase number, visit sequence, stay length, cycle number, dose number, catalog number, cas number, refill number, code number,
  icd number, ndc number, cpt number, drg number, revenue center, icd code, procedure code, diagnosis code, reason code,
  revenue code, state code, country code, service code, drug code, test code, status code, type code, race code, sex code,
  language code, unit code, place of service, site code, patient class, patient type, patient status, encounter class,
  encounter type, visit type, visit reason, order status, order type, claim type, account type, account status, account balance,
  account class, admission type, admit type, admission source, discharge disposition, discharge status, address type, address use,
  phone type, phone use, contact type, contact preference, id type, identifier type, identifier system, name type, name use,
  provider type, provider specialty, provider taxonomy, facility type, organization type, location type, insurance type, payer type,
  coverage type, plan type, group type, group therapy, blood group, blood type, age group, age band, age category, age unit,
  age units, ethnic group, risk group, treatment group, study group, study arm, drg, apr drg, specimen type, specimen source,
  specimen site, sample type, sample volume, device type, device status, serial results, document type, note type, note text,
  report status, report text, report type, message type, patient instructions, patient education, patient reported outcome,
  patient history, family history, member months, payer coverage, birth weight, birth order, birth sex, birth length,
  birth plurality, birth head circumference, gestational age, bone age, fetal age, mental age, age adjusted, mother age group,
  marital status, wait time, turn around time, turnaround time, prothrombin time, thromboplastin time, partial thromboplastin time,
  bleeding time, clotting time, exposure time, response time, time unit, time zone, timezone, part time, full time, time spent,
  time to, run time, infusion time, date type, date precision, medication order, care plan, care site type, medical history,
  medical condition, medical specialty, medicare status, medicare coverage, medicaid status, medicaid coverage, medicaid eligible,
  dual status, coverage months, total claim cost, claim amount, claim cost, payment amount, check box, user defined,
  employment status, employee status, school grade, school level, smoking status, household size, household income, first trimester,
  second trimester, last dose, first dose, first line therapy, line of therapy, central line, line type, arterial line,
  line placement, growth plate, plate count, city type, long term, long acting, mac anesthesia, middle ear, medical record type,
  record type, record status, record count, link type, url type, photo taken, cell count, cell type, white cell, red cell, t cell,
  b cell, stem cell, mast cell, cell line, cell volume, pack cell volume, packed cell volume, handle type, serial type,
  accession type, tag name, visual field, residence type, place type, drivers of, tin count, first visit, sn ap, ip status,
  op status, lot type, clinic visit, clinic type, pharmacy type, hospital type, hospital service, hospital course, hospital day,
  nurse note, nurse notes, doctor note, key finding, birth control, birth complications, birth history, =provider specialty, =race,
  =ethnicity, =gender, =sex, =state, =country, =code, =description, =result, =dose, =unit, =type, =status, =category, =prefix,
  =suffix, tipo de documento, tipo de paciente, motivo de consulta, nombre del medicamento, nombre medicamento, nombre de la prueba,
  nombre del examen, estado civil, codigo diagnostico, grupo sanguineo, edad gestacional
`);
