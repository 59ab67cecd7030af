import { states } from "../tables/places.ts";

/** The states whose ZIP codes and populations we have: the 50 and DC. */
export const inhabited = states.map(({ abbreviation }) => abbreviation).filter((state) => !["PR", "VI", "GU", "AS", "MP"].includes(state));

export const isInhabited = (state: string): boolean => inhabited.includes(state);
