import { dayOf } from "../../days.ts";

/** What is told of a child of some age. */
export interface Stage {
  readonly feeding: readonly string[];
  readonly does: readonly string[];
  readonly exam: readonly string[];
  readonly guidance: readonly string[];
}

const infantExam = [
  "Head: anterior fontanelle soft and flat",
  "Eyes: red reflex bilaterally",
  "Heart: {regular, no murmur|regular rhythm, no murmur heard|normal S1 and S2, no murmur}, femoral pulses equal",
  "Lungs: {clear|clear bilaterally|clear, unlabored}",
  "Abdomen: soft, no mass",
  "Hips: stable, no click",
  "Skin: {no rash|clear|warm and dry, no rash}",
];
const childExam = [
  "Ears: drums clear bilaterally",
  "Heart: {regular, no murmur|regular rhythm, no murmur heard|normal S1 and S2, no murmur}",
  "Lungs: {clear|clear bilaterally|clear, unlabored}",
  "Abdomen: soft, {nontender|nontender, no mass|not distended, nontender}",
  "Spine: straight",
  "Neuro: normal tone and gait",
];

/** From so many months on. Milestones of CDC's "Learn the Signs. Act Early." in our own words; guidance by judgement. */
const stages: readonly (readonly [number, Stage])[] = [
  [
    0,
    {
      feeding: ["Feeds every two to three hours.", "Six wet diapers a day.", "Breastfed with formula top-up."],
      does: ["looks at faces", "startles to sound", "moves all limbs"],
      exam: infantExam,
      guidance: ["back to sleep", "car seat facing the rear", "fever in the first two months means a call", "tummy time"],
    },
  ],
  [
    2,
    {
      feeding: ["Takes about 4 oz a feed.", "Breastfeeding on demand.", "Sleeps one longer stretch."],
      does: ["smiles", "coos", "lifts the head on the tummy"],
      exam: infantExam,
      guidance: ["back to sleep", "never leave on a table", "no water or juice yet", "read aloud"],
    },
  ],
  [
    5,
    {
      feeding: ["Started purees.", "Formula 6 oz a feed.", "Naps twice a day."],
      does: ["rolls both ways", "reaches for toys", "babbles"],
      exam: infantExam,
      guidance: ["introduce peanut products early", "childproof the home", "no honey before one year", "brush the first teeth"],
    },
  ],
  [
    9,
    {
      feeding: ["Eats finger foods.", "Drinks from a cup with help.", "Wakes once at night."],
      does: ["sits without support", "pulls to stand", "says mama or dada", "plays peekaboo"],
      exam: infantExam,
      guidance: ["poison control number", "stair gates", "cup instead of bottle", "whole milk from one year"],
    },
  ],
  [
    14,
    {
      feeding: ["Whole milk, 16 oz a day.", "Picky with vegetables.", "Sleeps through."],
      does: ["walks alone", "uses several words", "points to ask", "drinks from a cup"],
      exam: infantExam.slice(1),
      guidance: ["limit milk to 24 oz", "no screens", "discipline by redirection", "first dental visit"],
    },
  ],
  [
    24,
    {
      feeding: ["Eats with the family.", "Milk twice a day.", "Toilet training begun."],
      does: ["puts two words together", "runs", "kicks a ball", "follows two-step directions"],
      exam: childExam,
      guidance: ["screens under one hour", "water safety", "tantrums", "car seat"],
    },
  ],
  [
    36,
    {
      feeding: ["Good appetite.", "Eats fruit, few vegetables.", "Sleeps ten hours."],
      does: ["speaks in sentences", "rides a tricycle", "plays with others", "draws a circle"],
      exam: childExam,
      guidance: ["bicycle helmet", "swim lessons", "bedtime routine", "stranger safety"],
    },
  ],
  [
    72,
    {
      feeding: ["Eats breakfast most days.", "Milk and water to drink.", "Sleeps nine hours."],
      does: ["reads at grade level", "has friends", "helps at home", "rides a bicycle"],
      exam: childExam,
      guidance: ["booster seat", "screen limits", "five fruits and vegetables a day", "dental visits twice a year"],
    },
  ],
  [
    144,
    {
      feeding: ["Skips breakfast at times.", "Plays sports after school.", "Sleeps seven to eight hours."],
      does: ["grades are good", "has close friends", "active in a club", "helps with chores"],
      exam: [...childExam, "Skin: mild acne"],
      guidance: ["seat belt", "phone out of the bedroom", "tobacco and alcohol", "mood and stress"],
    },
  ],
];

export function milestones(age: number, birthDate: string, time: string): Stage {
  const months = age >= 2 ? age * 12 : (dayOf(time.slice(0, 10)) - dayOf(birthDate)) / 30.4375;
  return stages.findLast(([from]) => months >= from)![1];
}
