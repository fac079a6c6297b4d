import { type Log, ok } from "../../kernel/index.ts";
import { enqueue, type JobKind, type Store } from "../../store/index.ts";
import { listCommunitiesWithAreas } from "../queries/area-models.ts";
import { insertModel, listCommunitiesToTeach, readLessons } from "../queries/triage-models.ts";
import { dayMs, hourMs } from "../settings.ts";
import type { OpenTriage } from "./open-triage.ts";
import { teachAreas } from "./teach-areas.ts";

type Data = Pick<Store, "database" | "transact" | "clock">;
type Learner = Pick<OpenTriage, "learn" | "learnAreas">;

/** A thousand take a second; what people taught before these is outdated or known. */
const mostLessons = 5_000;
const keptVersions = 5;

/**
 * Learns anew what a community's people taught, and puts it away as the next version. Where that does worse on lessons that were held
 * back than the model that Kith starts with, the version says so and is not used.
 */
export async function teachCommunity(
  store: Data,
  learner: Pick<OpenTriage, "learn">,
  communityId: number,
): Promise<void> {
  const lessons = await readLessons(store.database, communityId, mostLessons);
  const newest = lessons[0];
  if (!newest) return;
  const { file, ...measured } = await learner.learn(lessons, store.clock.now().toISOString());
  const model = {
    ...measured,
    lastLessonId: newest.id,
    lessons: lessons.length,
    file: measured.rightAfter < measured.rightBefore ? null : file,
  };
  await store.transact(async (tx) => ok(await insertModel(tx, communityId, model, keptVersions)));
}

const learningJob = { name: "care-triage" } as const;

/** Once a night, each community in which somebody corrected the machine, or confirmed an area, since it last learned. */
export function careTriage(store: Data, learner: Learner, log: Log): JobKind<object> {
  return {
    ...learningJob,
    async run(_payload, ending) {
      try {
        for (const communityId of await listCommunitiesToTeach(store.database)) {
          if (ending?.aborted) return;
          await teachCommunity(store, learner, communityId);
          log.info({ community: communityId }, "triage has learned from what people corrected");
        }
        for (const communityId of await listCommunitiesWithAreas(store.database)) {
          if (ending?.aborted) return;
          if (!(await teachAreas(store, learner, communityId)).ok) continue;
          log.info({ community: communityId }, "triage has learned what the subject areas are about");
        }
      } finally {
        await scheduleCareTriage(store);
      }
    },
  };
}

const nightHour = 2;

/** Sees to it that triage learns in the coming night (by UTC, when fewest of Europe's and America's people are awake to wait for it). */
export async function scheduleCareTriage(store: Data): Promise<void> {
  const runAt = nextNight(store.clock.now());
  await store.transact(async (tx) => ok(await enqueue(tx, learningJob, {}, { runAt, key: learningJob.name })));
}

function nextNight(now: Date): Date {
  const today = Math.floor(now.getTime() / dayMs) * dayMs + nightHour * hourMs;
  return new Date(today > now.getTime() ? today : today + dayMs);
}
