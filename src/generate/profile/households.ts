import { z } from "zod";

const share = z.number().min(0).max(1);

/** Who lives with whom. */
export const households = {
  schema: z
    .strictObject({
      twins: share.describe("of children, those who are one of twins"),
      husbandsName: share.describe("of wives, those who bear their husband's family name"),
      bothNames: share.describe("of wives, those who join both family names by a hyphen"),
      moves: share.describe("of households in a year, those that move within their town, until the reference date"),
      relatives: share.describe(
        "of households without parents at home, those in which somebody may have parents in another household of the block, nearby: they are theirs if of one origin",
      ),
      mixed: share.describe("of couples, those whose race and Hispanic origin are drawn each by itself"),
    })
    .describe("families: names and origins that they share"),
  defaults: {
    // NVSR 72-1: 31.2 twins in 1,000 births in 2021, from memory.
    twins: 0.031,
    // Judgement, near a survey of 2023 (Pew Research Center: 79 % took the husband's name, 5 % hyphenate), from memory.
    husbandsName: 0.79,
    bothNames: 0.05,
    // Judgement, near the Census Bureau's count of movers (CPS 2022: 8.7 % of people in a year, from memory).
    moves: 0.09,
    // Judgement: many have parents nearby, and not all of those go to the same providers.
    relatives: 0.6,
    // Judgement: about one marriage in ten is between groups (Pew Research Center, 2017), from memory; some draw alike by chance.
    mixed: 0.15,
  },
};
