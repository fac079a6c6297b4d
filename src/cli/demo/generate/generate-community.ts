import { createHash } from "node:crypto";
import { type Act, dayMs, hourMs, questionOf } from "../act.ts";
import { currentStories, type GroupSlug, groups, problems, removedStories, stories } from "../content/index.ts";
import { someMoment } from "./calendar.ts";
import { incidentDaysAgo, playIncident } from "./incident.ts";
import { playProblem } from "./problem-thread.ts";
import { createStage, type Stage } from "./stage.ts";
import { playStory } from "./story-thread.ts";
import { welcomes } from "./welcomes.ts";
import { createWording } from "./wording.ts";

/** The seed of the community that `kith demo` shows. */
export const demoSeed = "tamberlo";

/**
 * Everything that happened in the demonstration community up to `now`, in order: about eight months, from the opening to the
 * questions of today. A pure function: the same seed and the same `now` give the same acts.
 */
export function generateCommunity(seed: string, now: Date): Act[] {
  const stage = createStage(seed, now.getTime());
  const { random, start } = stage;
  const asked = problems.flatMap((problem) => {
    const wording = createWording(random, problem);
    return Array.from({ length: problem.times }, () => ({
      at: someMoment(random, start + 9 * dayMs, stage.now - 9 * hourMs, 0.9),
      play: (at: number) => playProblem(stage, wording, at),
    }));
  });
  const incident = { at: stage.now - incidentDaysAgo * dayMs, play: () => playIncident(stage) };
  for (const { at, play } of [...asked, incident].sort((a, b) => a.at - b.at)) play(at);
  for (const story of [...stories, ...removedStories, ...currentStories]) playStory(stage, story);

  const acts = inOrder([...arrivals(stage), ...stage.acts].filter(({ at }) => at <= stage.now));
  const welcomed = inOrder([...acts, ...welcomes(acts, stage.now, random.fork("welcomes"))]);
  return withGroupsJoined(welcomed, openings(stage));
}

/** What the acts are, in one short text: two lists with the same digest are the same. */
export function digestOf(acts: readonly Act[]): string {
  return createHash("sha256").update(JSON.stringify(acts)).digest("hex").slice(0, 16);
}

/** Everybody comes, in the order of their arrival; the administrator first. */
function arrivals(stage: Stage): Act[] {
  return stage.crowd.members.map((member) => ({
    at: Math.max(member.joinedAt, stage.start),
    by: member.key,
    deed: {
      kind: "join",
      name: member.name,
      about: member.about,
      locale: member.locale,
      email: member.person?.email ?? null,
      role: member.person?.role ?? null,
    },
  }));
}

/** The groups, opened by the administrator once somebody is there. */
function openings(stage: Stage): Act[] {
  const ana = stage.crowd.named("ana");
  return groups.map(({ slug }, index) => ({
    at: ana.joinedAt + (1 + index) * 600_000,
    by: ana.key,
    deed: { kind: "open-group", group: slug },
  }));
}

/** By time; what happens at the same moment stays in the order in which it was told, arrivals first. */
function inOrder(acts: readonly Act[]): Act[] {
  return acts
    .map((act, place) => ({ act, place }))
    .sort((a, b) => a.act.at - b.act.at || a.place - b.place)
    .map(({ act }) => act);
}

/** Whoever does something in a group for the first time joins it in the same moment. */
function withGroupsJoined(acts: readonly Act[], opened: readonly Act[]): Act[] {
  const groupOf = new Map<string, GroupSlug>();
  const joined = new Set<string>();
  const all: Act[] = [];
  for (const act of inOrder([
    ...acts.filter(({ deed }) => deed.kind === "join"),
    ...opened,
    ...acts.filter(({ deed }) => deed.kind !== "join"),
  ])) {
    const { deed } = act;
    if (deed.kind === "ask") groupOf.set(deed.question, deed.group);
    const group = groupOf.get(questionOf(act) ?? "");
    if (group && !joined.has(`${act.by} ${group}`)) {
      joined.add(`${act.by} ${group}`);
      all.push({ at: act.at, by: act.by, deed: { kind: "join-group", group } });
    }
    all.push(act);
  }
  return all;
}
