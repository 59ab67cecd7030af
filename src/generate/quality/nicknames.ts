/** Short forms of given names: common knowledge, no survey. */
const pairs =
  "William Bill,Robert Bob,Richard Dick,James Jim,John Jack,Michael Mike,Thomas Tom,Charles Chuck,Joseph Joe,Christopher Chris,Daniel Dan,Matthew Matt,Anthony Tony,Steven Steve,Stephen Steve,Andrew Andy,Kenneth Ken,Joshua Josh,Edward Ed,Ronald Ron,Timothy Tim,Jeffrey Jeff,Gregory Greg,Nicholas Nick,Jonathan Jon,Lawrence Larry,Samuel Sam,Benjamin Ben,Patrick Pat,Alexander Alex,Raymond Ray,Gerald Jerry,Walter Walt,Henry Hank,Douglas Doug,Zachary Zach,Peter Pete,Donald Don,Frederick Fred,Albert Al,Eugene Gene,Francisco Paco,Jose Pepe,Manuel Manny,Elizabeth Liz,Margaret Peggy,Patricia Pat,Jennifer Jen,Barbara Barb,Susan Sue,Jessica Jess,Katherine Kate,Catherine Cathy,Kathleen Kathy,Deborah Deb,Rebecca Becky,Cynthia Cindy,Amanda Mandy,Christine Chris,Samantha Sam,Victoria Vicky,Jacqueline Jackie,Theresa Terry,Pamela Pam,Sandra Sandy,Judith Judy,Dorothy Dot,Virginia Ginny,Abigail Abby,Alexandra Alex,Madison Maddie,Isabella Bella,Maria Mari,Guadalupe Lupe,Frances Fran,Evelyn Evie,Josephine Jo";

let decoded: ReadonlyMap<string, string> | undefined;

/** What a person of that given name is often called. */
export function nicknameOf(given: string): string | undefined {
  decoded ??= new Map(pairs.split(",").map((pair) => pair.split(" ") as [string, string]));
  return decoded.get(given);
}
