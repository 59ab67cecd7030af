const rare: ReadonlySet<string> = new Set(
  "ambassador anchorman anchorwoman archbishop astronaut astronomer ballerina beekeeper bishop blacksmith broadcaster bullfighter cantor cardinal celebrity ceo chairman chairwoman chancellor coroner commissioner composer conductor congressman congresswoman consul coach cosmonaut councilman councilwoman councilmember curator dean diplomat diver embalmer falconer farrier gemologist general governor gunsmith headmaster imam jockey judge justice knight lighthouse magician magistrate mayor meteorologist millionaire billionaire monk mortician mountaineer newscaster novelist nun olympian oceanographer opera paleontologist playwright poet politician pope premier president priest prima prince princess prosecutor quarterback rabbi racecar rockstar rodeo secretary senator sheriff skydiver sommelier sculptor superintendent taxidermist treasurer undertaker violinist volcanologist wrestler zookeeper".split(
    " ",
  ),
);

const beginnings: ReadonlySet<string> = new Set([...rare].map((word) => word.slice(0, 2)));

/** An occupation so rare or public that with a state and an age it may point at one person (164.514(b)(2)(ii)); folded. */
export const isRareOccupation = (word: string): boolean => rare.has(word);

/** The first two letters of such an occupation, in lower case: most words are told apart by them. */
export const beginsRareOccupation: (two: string) => boolean = (two) => beginnings.has(two);
