import { foldWord } from "./fold.ts";
import { cities, counties } from "./generated/cities.ts";
import { zips } from "./generated/zips.ts";
import { type RankOf, ranksFrom, setFrom } from "./ranks.ts";

export interface State {
  /** USPS abbreviation. */
  readonly abbreviation: string;
  readonly name: string;
}

const pairs =
  "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,PR Puerto Rico,VI Virgin Islands,GU Guam,AS American Samoa,MP Northern Mariana Islands";

/** A state in the sense of 45 CFR 160.103: the 50 states, the District of Columbia, Puerto Rico and the Island Areas. */
export const states: readonly State[] = pairs.split(",").map((pair) => ({ abbreviation: pair.slice(0, 2), name: pair.slice(3) }));

/** Other spellings: Associated Press and older abbreviations, and full names of the territories. */
const otherSpellings =
  "ala AL,ariz AZ,ark AR,calif CA,cali CA,colo CO,conn CT,del DE,d.c. DC,washington dc DC,washington d.c. DC,fla FL,ill IL,ind IN,kan KS,kans KS,mass MA,mich MI,minn MN,miss MS,mont MT,neb NE,nebr NE,nev NV,n.h. NH,n.j. NJ,n.m. NM,n. mex NM,n.y. NY,n.c. NC,n.d. ND,n. dak ND,okla OK,ore OR,oreg OR,penn PA,penna PA,r.i. RI,s.c. SC,s.d. SD,s. dak SD,tenn TN,tex TX,w. va WV,w.va WV,wash WA,wis WI,wisc WI,wyo WY,u.s. virgin islands VI,us virgin islands VI,virgin islands of the us VI,commonwealth of the northern mariana islands MP,cnmi MP,usvi VI,distrito de columbia DC,nueva york NY,nueva jersey NJ,nuevo mexico NM,carolina del norte NC,carolina del sur SC,luisiana LA,pensilvania PA,misisipi MS,misuri MO,oregón OR,tejas TX,hawái HI,hawaiʻi HI,hawai'i HI,dakota del norte ND,dakota del sur SD,virginia occidental WV";

const stateByText: ReadonlyMap<string, string> = new Map([
  ...states.flatMap(({ abbreviation, name }): [string, string][] => [
    [abbreviation.toLowerCase(), abbreviation],
    [name.toLowerCase(), abbreviation],
  ]),
  ...otherSpellings.split(",").map((pair): [string, string] => [foldWord(pair.slice(0, -3)), pair.slice(-2)]),
]);

/** The USPS abbreviation of a state written as abbreviation, name or an older short form, in any case; else null. */
export function isState(text: string): string | null {
  const folded = foldWord(text.trim());
  return stateByText.get(folded) ?? stateByText.get(folded.endsWith(".") ? folded.slice(0, -1) : folded) ?? null;
}

const stateBeginnings: ReadonlySet<string> = new Set(
  [...stateByText.keys()].flatMap((name) => (name.includes(" ") ? [name.slice(0, name.indexOf(" "))] : [])),
);

/** Whether a word in lower case may be the first of a state's name of several words. */
export const beginsState = (word: string): boolean => stateBeginnings.has(foldWord(word));

/**
 * How many people a city name stands for (all US places of the name together, cities abroad at a quarter): 0 no city,
 * 1 a hamlet, 8 about 15,000, 15 a million or more. `city` is folded: `st. louis`, `san jose`. Many are names and words too
 * (jackson, reading, mobile).
 */
export const isCity: RankOf = ranksFrom(cities);

/** A US county or equivalent by its folded name without "county" or "parish": `middlesex`, `st. johns`. */
export const isCounty: (county: string) => boolean = setFrom(counties);

const countryNames =
  "afghanistan,albania,algeria,andorra,angola,antigua and barbuda,argentina,armenia,aruba,australia,austria,azerbaijan,bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bermuda,bhutan,bolivia,bosnia,bosnia and herzegovina,botswana,brazil,brunei,bulgaria,burkina faso,burma,burundi,cabo verde,cambodia,cameroon,canada,cape verde,cayman islands,central african republic,chad,chile,china,colombia,comoros,congo,costa rica,cote d'ivoire,croatia,cuba,curacao,cyprus,czech republic,czechia,democratic republic of the congo,denmark,djibouti,dominica,dominican republic,east timor,ecuador,egypt,el salvador,england,equatorial guinea,eritrea,estonia,eswatini,ethiopia,fiji,finland,france,french guiana,french polynesia,gabon,gambia,georgia,germany,ghana,gibraltar,great britain,greece,greenland,grenada,guadeloupe,guatemala,guinea,guinea-bissau,guyana,haiti,holland,honduras,hong kong,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,jamaica,japan,jordan,kazakhstan,kenya,kiribati,korea,kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,macau,macedonia,madagascar,malawi,malaysia,maldives,mali,malta,marshall islands,martinique,mauritania,mauritius,mexico,micronesia,moldova,monaco,mongolia,montenegro,morocco,mozambique,myanmar,namibia,nauru,nepal,netherlands,new caledonia,new zealand,nicaragua,niger,nigeria,north korea,north macedonia,northern ireland,norway,oman,pakistan,palau,palestine,panama,papua new guinea,paraguay,peru,philippines,poland,portugal,qatar,republic of korea,republic of the congo,romania,russia,russian federation,rwanda,saint kitts and nevis,saint lucia,saint vincent and the grenadines,samoa,san marino,sao tome and principe,saudi arabia,scotland,senegal,serbia,seychelles,sierra leone,singapore,slovakia,slovenia,solomon islands,somalia,south africa,south korea,south sudan,soviet union,spain,sri lanka,sudan,suriname,swaziland,sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand,timor-leste,togo,tonga,trinidad,trinidad and tobago,tunisia,turkey,turkiye,turkmenistan,turks and caicos,tuvalu,uganda,ukraine,united arab emirates,united kingdom,united states,united states of america,uruguay,uzbekistan,vanuatu,vatican city,venezuela,vietnam,viet nam,wales,yemen,yugoslavia,zambia,zimbabwe,us,usa,u.s.,u.s.a.,uk,u.k.,uae,drc,estados unidos,alemania,espana,francia,inglaterra,italia,japon,corea,brasil,republica dominicana,filipinas,haiti,rusia,reino unido,canada";
const countries: ReadonlySet<string> = new Set(countryNames.split(","));

/** A country by its folded English (or Spanish) name or a common short form. Countries stay under Safe Harbor. */
export const isCountry = (country: string): boolean => countries.has(country);

const facilityWords: ReadonlySet<string> = new Set(
  "hospital hospitals clinic clinics medical center centre infirmary sanatorium sanitarium hospice nursing rehabilitation rehab healthcare health pavilion institute university college school academy laboratory laboratories pharmacy imaging surgery surgical surgicenter dialysis urgent care associates practice group physicians memorial regional community county general mercy providence presbyterian methodist baptist lutheran adventist veterans va children's childrens pediatrics women's foundation system network manor lodge villa village home homes facility unit ward church prison jail shelter inc llc pllc pc corporation company".split(
    " ",
  ),
);

/** A word, folded, that names of facilities and organizations are built with (Mercy Regional Medical Center). */
export const isFacilityWord = (word: string): boolean => facilityWords.has(word);

/** US ZIP codes with the place they belong to, one array a column, in the order state, county, city, ZIP. */
export interface ZipPlaces {
  readonly zip: readonly string[];
  readonly city: readonly string[];
  readonly county: readonly string[];
  readonly state: readonly string[];
  /** Degrees, to two places (about a kilometre). */
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  /** People in the ZIP's tabulation area, 2020 Census; never 0. */
  readonly population: Uint32Array;
}

let places: ZipPlaces | undefined;

/** About 6,700 ZIP codes of the 50 states and DC: those with most people, and the largest of each state and ZIP3. */
export function zipPlaces(): ZipPlaces {
  places ??= decodePlaces();
  return places;
}

function decodePlaces(): ZipPlaces {
  const rows = zips.split(";").map((row) => row.split("|"));
  for (let i = 1; i < rows.length; i++) for (const field of [1, 2, 3]) rows[i]![field] ||= rows[i - 1]![field]!;
  const column = (field: number): string[] => rows.map((row) => row[field]!);
  return {
    zip: column(0),
    city: column(1),
    county: column(2),
    state: column(3),
    lat: Float64Array.from(column(4), (text) => Number(text) / 100),
    lng: Float64Array.from(column(5), (text) => Number(text) / 100),
    population: Uint32Array.from(column(6), Number),
  };
}

let cityStates: ReadonlySet<string> | undefined;

/** Whether a city and its state may both be right: a ZIP of the generator's places lies in such a city of that state. */
export function cityAllowedState(city: string, state: string): boolean {
  const places = zipPlaces();
  cityStates ??= new Set(places.city.map((name, i) => `${foldWord(name)}|${places.state[i]}`));
  return cityStates.has(`${foldWord(city)}|${state}`);
}
