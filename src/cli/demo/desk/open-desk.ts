import { answerCheck, findProblemOfQuestion, readOwnQuestion } from "../../../care/index.ts";
import { ok, type Result } from "../../../kernel/index.ts";
import { atMoment, type Transaction } from "../../../store/index.ts";
import { type Act, dayMs, hourMs, questionOf } from "../act.ts";
import { staff } from "../content/index.ts";
import { createRandom } from "../generate/random.ts";
import { countSkills, heard, passTime } from "./live-on.ts";
import { playPhone } from "./phone-scenes.ts";
import { createPlay } from "./play.ts";
import { playQuestions } from "./question-scenes.ts";
import type { Cast, Scene } from "./scene.ts";
import { setUpDesk } from "./set-up-desk.ts";
import { playShifts } from "./shift-scenes.ts";
import { workAt } from "./work-at.ts";

/** The desk beside the community: what happens there has times of its own. */
export interface Desk {
  /** Lets everything happen that comes up to a moment, in milliseconds since 1970. */
  playUntil(tx: Transaction, cast: Cast, until: number): Promise<void>;
  /**
   * Lets an act of the community happen, and care hear of it where the desk follows its question.
   */
  follow<T>(tx: Transaction, cast: Cast, act: Act, play: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>>;
}

/** Care follows the questions of so many days as they happen; what was asked before is history to it when it starts, as an import is. */
const followedDays = 56;
/** What happened since then its reader hears of when the demonstration is served. */
const readerHearsMs = 25 * hourMs;

/**
 * Opens the desk of the demonstration: three teams from the first weeks on, stories of the last six weeks, and work on what solvers
 * answer in the community. The same seed, moment and acts give the same desk.
 */
export function openDesk(seed: string, now: number, acts: readonly Act[]): Desk {
  const random = createRandom(`${seed} desk`);
  const solvers = new Set(staff.filter(({ role }) => role === "solver").map(({ key }) => key));
  const followed = questionsOfSolvers(acts, solvers, { from: now - followedDays * dayMs, to: now - 2 * dayMs });
  const { play, scenes } = createPlay(now);
  play.at(220 * dayMs, setUpDesk);
  for (const ago of looks()) play.at(ago, look);
  for (let week = 8; week >= 1; week -= 1)
    play.at(week * 7 * dayMs, (tx, cast) => countSkills(tx, cast.named("ana").communityId));
  playPhone(play);
  playQuestions(play);
  playShifts(play);
  const due = scenes.sort((a, b) => a.at - b.at);

  /** The timers look. Of those who are asked about a question of theirs again some say, some hours later, that it is solved. */
  async function look(tx: Transaction): Promise<Result<unknown>> {
    for (const asked of await passTime(tx)) {
      const at = tx.now.getTime() + random.wait(6 * hourMs, 0.9);
      if (random.chance(0.6) && at < now - hourMs) insert({ at, play: (later, cast) => saySolved(later, cast, asked) });
    }
    return ok(undefined);
  }
  function insert(scene: Scene): void {
    const place = due.findIndex(({ at }) => at > scene.at);
    due.splice(place < 0 ? due.length : place, 0, scene);
  }

  return {
    async playUntil(tx, cast, until) {
      for (let scene = due[0]; scene && scene.at <= until; scene = due[0]) {
        due.shift();
        const moment = atMoment(tx, new Date(scene.at));
        const { play } = scene;
        const played = await heard(moment, (heardOf) => play(heardOf, cast));
        if (!played.ok) throw new Error(`at the desk, ${moment.now.toISOString()}: ${played.error.message}`);
      }
    },
    async follow(tx, cast, act, play) {
      const key = questionOf(act);
      if (!key || !followed.has(key) || act.at > now - readerHearsMs) return play(tx);
      const actor = cast.named(act.by);
      if (act.deed.kind === "answer" && solvers.has(act.by)) {
        const id = await findProblemOfQuestion(tx.db, actor.communityId, cast.question(key));
        if (id !== undefined) await workAt(tx, actor, id, random.between(6, 24));
      }
      return heard(tx, play);
    },
  };
}

/** How long ago the timers looked: every few seconds in truth, and here ever more often the nearer it is to now. */
function looks(): number[] {
  const every = (stepMs: number, from: number, to: number) =>
    Array.from({ length: Math.round((from - to) / stepMs) }, (_, step) => from - step * stepMs);
  return [
    ...every(dayMs, followedDays * dayMs, 14 * dayMs),
    ...every(6 * hourMs, 14 * dayMs, 2 * dayMs),
    ...every(2 * hourMs, 2 * dayMs, 0),
  ];
}

function questionsOfSolvers(
  acts: readonly Act[],
  solvers: ReadonlySet<string>,
  asked: { readonly from: number; readonly to: number },
): Set<string> {
  const answered = new Set(
    acts.flatMap((act) => (act.deed.kind === "answer" && solvers.has(act.by) ? (questionOf(act) ?? []) : [])),
  );
  const inTime = acts.filter(({ at, deed }) => deed.kind === "ask" && at > asked.from && at < asked.to);
  return new Set(inTime.flatMap((act) => questionOf(act) ?? []).filter((key) => answered.has(key)));
}

async function saySolved(
  tx: Transaction,
  cast: Cast,
  { questionId, askerId }: { readonly questionId: number; readonly askerId: number },
): Promise<Result<unknown>> {
  const asker = cast.member(askerId);
  const own = await readOwnQuestion(tx.db, asker.communityId, questionId);
  // It may have been reopened since.
  return own?.waiting ? answerCheck(tx, asker, own.waiting.id, { answer: "solved" }) : ok(undefined);
}
