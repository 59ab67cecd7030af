const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s/));

const common = setOf(
  "accountant actor actress administrator agent analyst architect artist assistant athlete attorney author baker banker barber bartender bookkeeper bricklayer broker builder butcher carpenter cashier chef chemist cleaner clerk coach construction consultant contractor cook cosmetologist counselor custodian dancer dealer dentist designer developer dietitian director dispatcher doctor driver economist editor educator electrician engineer entrepreneur executive factory farmer firefighter fisherman foreman gardener guard hairdresser handyman homemaker housekeeper housewife inspector instructor insurance janitor jeweler journalist laborer landscaper lawyer lecturer librarian logger machinist maid mail manager manicurist marine mason mechanic merchant miner minister model musician nanny nurse nursing officer operator optician painter paralegal paramedic pharmacist photographer physician physicist pilot plumber police porter principal printer producer professor programmer psychologist realtor receptionist reporter researcher retired roofer sailor salesman salesperson saleswoman scientist secretary soldier student supervisor surgeon surveyor tailor teacher technician technologist teller therapist trainer translator trucker tutor unemployed veteran veterinarian waiter waitress warehouse welder woodworker worker writer",
);
const rare = setOf(
  "ambassador anchorman anchorwoman archbishop astronaut astronomer ballerina beekeeper bishop blacksmith broadcaster bullfighter cantor cardinal celebrity ceo chairman chairwoman chancellor coroner commissioner composer conductor congressman congresswoman consul coach cosmonaut councilman councilwoman councilmember curator dean diplomat diver embalmer falconer farrier gemologist general governor gunsmith headmaster imam jockey judge justice knight lighthouse magician magistrate mayor meteorologist millionaire billionaire monk mortician mountaineer newscaster novelist nun olympian oceanographer opera paleontologist playwright poet politician pope premier president priest prima prince princess prosecutor quarterback rabbi racecar rockstar rodeo secretary senator sheriff skydiver sommelier sculptor superintendent taxidermist treasurer undertaker violinist volcanologist wrestler zookeeper",
);

/** A word for what someone does for a living, folded. */
export const isOccupation = (word: string): boolean => common.has(word) || rare.has(word);

/** An occupation so rare or public that with a state and an age it may point at one person (164.514(b)(2)(ii)); folded. */
export const isRareOccupation = (word: string): boolean => rare.has(word);
