import { isAbbreviation, isUnit } from "../tables/vocabulary.ts";

/** Words that name ways, from USPS Publication 28, appendix C1 (and its appendix H for Spanish), without those of clinical language. */
const ways = new Set(
  `alley aly annex anx arcade arc avenue ave av bay bayou beach bch bend bnd bluff blf bottom boulevard blvd branch br bridge brg brook brk burg bypass byp camp canyon
  cape causeway center centre ctr circle cir cliff clf club common commons corner cor course court ct cove cv creek crk crescent cres crest crossing xing crossroad
  curve dale dam divide drive dr esplanade estate estates est expressway expy extension ext fall falls ferry fry field fields fld flat flats ford forest forge fork forks
  fort freeway fwy garden gardens gateway glen gln green grove grv harbor hbr haven heights hts highway hwy highlands hill hl hills hollow holw inlet island isle junction jct
  key keys knoll knl knolls lake lakes land landing lndg lane ln light lights loaf lock locks lodge loop mall manor mnr meadow meadows mews mill mills mission mount mountain
  mtn motorway neck orchard oval overpass parade park parks parkway pkwy pass passage path pike pine pines place pl plain plains plaza plz point pt points port ports
  prairie promenade quay ramp ranch rapid rapids rest ridge rdg ridges river road rd roads route rte row rue run shoal shoals shore shores skyway spring springs spur spurs
  square sq station sta stravenue stream street st streets summit smt terrace ter throughway trace track trafficway trail trl trails trailer tunnel turnpike tpke underpass
  union unions valley vly via viaduct view vw village vlg ville villes vista vis walk walks wall way ways well wells wynd gate vale approach close
  calle avenida av avda camino paseo carrera cra plaza via privada calzada pasaje ronda travesia`
    .trim()
    .split(/\s{1,20}/),
);

const house = /^(?:\d{1,6}[A-Za-z]?|[NSEW]\d{1,5})(?:[-/ ]\d{1,5}(?:\/\d)?)? {1,3}(?=[\p{L}\d])/u;
const unit =
  /[,; ]{1,3}(?:apt|apartment|unit|suite|ste|bldg|building|floor|fl|room|rm|lot|trlr|box|p\.?o\.? ?box|#)\.? {0,2}#? {0,2}[\p{L}\d-]{1,8}$/iu;
const boxOrWayFirst =
  /^(?:(?:p\.? ?o\.?|apartado) ?box? ?\d|(?:calle|avenida|avda?\.?|c\/|carrera|cra\.?|camino|paseo|privada|ronda|rue|rua|via)\.? {1,2}\p{L}.{0,60}\d)/iu;

/** Whether a whole cell reads as a street address: a house number, a name, a word for a way, perhaps a unit behind. */
export function isStreet(value: string): boolean {
  if (value.length < 5 || value.length > 120) return false;
  if (boxOrWayFirst.test(value)) return true;
  const number = house.exec(value);
  if (!number) return false;
  let rest = value.slice(number[0].length);
  const withUnit = unit.exec(rest);
  if (withUnit) rest = rest.slice(0, withUnit.index);
  const words = rest.split(/[ ,]{1,4}/).filter((word) => word !== "");
  if (words.length === 0 || words.length > 7 || !/^[\p{Lu}\d]/u.test(words[0]!)) return false;
  const folded = words.map((word) => word.toLowerCase().replace(/\.$/, ""));
  // `24 HR Metformin`, `12 Lead EKG`: what follows the number is a unit or an abbreviation of medicine.
  if (words.length > 1 && isUnit(folded[0]!) && !directions.has(folded[0]!)) return false;
  if (withUnit && words.every((word) => /^[\p{Lu}\d]/u.test(word))) return true;
  const way = folded.findLastIndex((word) => ways.has(word));
  if (way < 1 && !(way === 0 && words.length > 1 && /^(?:st|ave?|avenue|highway|hwy|route|rte|road|rd|via|county)$/.test(folded[0]!)))
    return false;
  if (way < words.length - 3 || /[()[\]{}%:;]/.test(rest)) return false;
  return (
    words.every((word) => /^[\p{Lu}\d#&]/u.test(word) || /^(?:de|del|la|las|los|el|of|the|y)$/i.test(word)) &&
    !isAbbreviation(folded[0]!.length > 3 ? folded[0]! : "")
  );
}

const directions = new Set("n s e w ne nw se sw".split(" "));
