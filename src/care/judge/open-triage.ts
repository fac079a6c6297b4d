import type { Log } from "../../kernel/index.ts";
import type { Store } from "../../store/index.ts";
import { findAreaVersion, readAreaFile } from "../queries/area-models.ts";
import { listAreas } from "../queries/areas.ts";
import { findModelVersion, readModelFile } from "../queries/triage-models.ts";
import type { Triage } from "../triage.ts";
import { triageByRules } from "../triage-rules.ts";
import { areaOf } from "./area-of.ts";
import type { AreaLesson, AreaSaid, AreasLearned, Judged, Learned, Lesson } from "./judge-messages.ts";
import { judgeProcess } from "./judge-process.ts";

/** Triage by the model of the text room, in a process of its own. */
export interface OpenTriage {
  readonly triage: Triage;
  /** Makes a model of lessons, newest first, and measures it. */
  learn(lessons: readonly Lesson[], trainedAt: string): Promise<Learned>;
  /** Makes a model of the subject areas, and measures it. */
  learnAreas(lesson: AreaLesson): Promise<AreasLearned>;
  close(): Promise<void>;
}

interface Answer {
  readonly judged: Judged;
  readonly area: AreaSaid | null;
}

/** The process holds at most so many communities' models, then begins anew. */
const heldModels = 50;
const restMs = 3 * 60_000;

export interface TriageSettings {
  readonly store: Pick<Store, "database">;
  readonly log: Log;
  /** How long a message waits for the process; then rules judge it, and the process the next. */
  readonly patienceMs?: number;
  /** The process's program, where it is another. */
  readonly program?: string;
}

/** A cold process needs a second of CPU; longer than this nobody waits behind a message, however busy the machine is. */
const usualPatienceMs = 3_000;

/**
 * Opens triage over a store. The process is started by the first message, which takes a second, and let go some minutes after the last.
 * Should it fail, rules judge in its place: no message waits for a machine.
 */
export function openTriage({ store, log, patienceMs = usualPatienceMs, program }: TriageSettings): OpenTriage {
  /** The versions that the process holds. */
  const held = new Map<number, string>();
  const judging = judgeProcess({ restMs, onGone: () => held.clear(), ...(program ? { program } : {}) });

  /** Sees to it that the process judges a community's messages with what that community taught. */
  async function provideModel(communityId: number): Promise<void> {
    const { database } = store;
    const [version, areaVersion] = await Promise.all([
      findModelVersion(database, communityId),
      findAreaVersion(database, communityId),
    ]);
    const versions = `${version ?? 0} ${areaVersion}`;
    if ((held.get(communityId) ?? "0 0") === versions) return;
    const [file, areaFile] = await Promise.all([
      version === null ? undefined : readModelFile(database, communityId, version),
      areaVersion === 0 ? undefined : readAreaFile(database, communityId, areaVersion),
    ]);
    // A version that was cleared away meanwhile has a newer one, which the next message finds.
    const dropped = held.size < heldModels ? [] : [...held.keys()];
    for (const other of [communityId, ...dropped]) held.delete(other);
    for (const other of dropped) await judging.ask({ kind: "use", communityId: other, file: null, areaFile: null });
    await judging.ask({ kind: "use", communityId, file: file ?? null, areaFile: areaFile ?? null });
    if ((version === null) === !file && (areaVersion === 0) === !areaFile) held.set(communityId, versions);
  }

  async function askProcess(text: string, communityId: number): Promise<Answer> {
    await provideModel(communityId);
    const answer = await judging.ask({ kind: "judge", text, communityId });
    if (answer.kind === "judged") return answer;
    throw new Error(`the triage process said ${answer.kind} of a message`);
  }

  async function judge(text: string, communityId: number): Promise<Answer> {
    try {
      return await within(patienceMs, askProcess(text, communityId));
    } catch (error) {
      log.warn({ err: error }, "triage has no answer from its process; rules judge this message");
      return { judged: triageByRules(text), area: null };
    }
  }

  return {
    async triage(text, communityId) {
      const [{ judged, area }, areas] = await Promise.all([
        judge(text, communityId),
        listAreas(store.database, communityId),
      ]);
      const { kind, urgency, language, probability, abstains } = judged;
      const guess = { kind, urgency, language, probability, abstains };
      const known = area && areas.find(({ id }) => id === area.areaId);
      if (known) return { ...guess, area: known.slug, areaProbability: area.probability };
      return { ...guess, area: areaOf(text, language, areas) };
    },
    async learnAreas(lesson) {
      const answer = await judging.ask({ kind: "learn-areas", lesson });
      if (answer.kind === "learned-areas") return answer.learned;
      throw new Error(`the triage process said ${answer.kind} of areas`);
    },
    async learn(lessons, trainedAt) {
      const answer = await judging.ask({ kind: "learn", lessons, trainedAt });
      if (answer.kind === "learned") return answer.learned;
      throw new Error(`the triage process said ${answer.kind} of lessons`);
    },
    close: () => judging.close(),
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  });
  // What comes too late, or fails then, concerns nobody any more.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
