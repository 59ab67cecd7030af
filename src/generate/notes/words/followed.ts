import { followedConditions } from "./followed-conditions.ts";
import { type Followed, follow } from "./followed-form.ts";

const unknown = follow(
  ["Doing about the same.", "No new concerns."],
  ["fever", "chest pain", "weight loss"],
  [
    "General: {no distress|comfortable|at ease}",
    "Heart: {regular|regular rate|normal rate, regular}",
    "Lungs: {clear|clear bilaterally|clear, unlabored}",
  ],
  ["stable"],
  ["Continue as before."],
);

export function followedOf(code: string): Followed {
  for (let length = code.length; length >= 1; length--) {
    const found = followedConditions[code.slice(0, length)];
    if (found) return found;
  }
  return unknown;
}
