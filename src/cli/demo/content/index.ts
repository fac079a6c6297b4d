import { accountProblems } from "./app-account.ts";
import { connectionProblems } from "./app-connection.ts";
import { brewingStories } from "./baristas-brewing.ts";
import { lifeStories } from "./baristas-life.ts";
import { germanOtherProblems } from "./deutsch-alltag.ts";
import { germanMachineProblems } from "./deutsch-technik.ts";
import { grinderCareProblems } from "./grinders-care.ts";
import { grinderFlowProblems } from "./grinders-flow.ts";
import { latteArtStories } from "./latte-art.ts";
import { cupProblems } from "./machines-cup.ts";
import { heatProblems } from "./machines-heat.ts";
import { pressureProblems } from "./machines-pressure.ts";
import { waterProblems } from "./machines-water.ts";
import { orderProblems } from "./orders.ts";
import type { Problem, Story } from "./problem.ts";
import { repairProblems } from "./repair.ts";
import { roastingStories } from "./roasting.ts";
import { helpStories } from "./stories-help.ts";

/** Problems that come up again and again, those of the incident left out. */
export const problems: readonly Problem[] = [
  ...pressureProblems,
  ...heatProblems,
  ...waterProblems,
  ...cupProblems,
  ...grinderFlowProblems,
  ...grinderCareProblems,
  ...connectionProblems,
  ...accountProblems,
  ...orderProblems,
  ...repairProblems,
  ...germanMachineProblems,
  ...germanOtherProblems,
];

/** Conversations that happened once, somewhere in the months. */
export const stories: readonly Story[] = [
  ...brewingStories,
  ...lifeStories,
  ...latteArtStories,
  ...roastingStories,
  ...helpStories,
];

export { pairing, pairingInGerman } from "./app-pairing.ts";
export { type Person, regulars, staff, stewards } from "./cast.ts";
export { english } from "./english.ts";
export { german } from "./german.ts";
export { community, groups } from "./groups.ts";
export { type Names, namesByPlace, nicknames } from "./names.ts";
export type { Phrases, Remarks } from "./phrases.ts";
export type { GroupSlug, Line, Problem, Reply, Story } from "./problem.ts";
export { currentStories, removedStories } from "./stories-now.ts";
