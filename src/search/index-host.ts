import type { Clock, Log } from "../kernel/index.ts";
import {
  comparePlaces,
  lastEventUpTo,
  placeOfNow,
  type Reading,
  readEvents,
  type StoredEvent,
} from "../store/index.ts";
import { CommunityIndex } from "./community-index.ts";
import { loadIndex, saveIndex, tidyIndexes } from "./index-file.ts";
import { deserializeModel } from "./persistence.ts";
import { listCommunityIds } from "./queries/index.ts";
import type { LearnedModel } from "./ranking.ts";
import { asksToRebuild } from "./rebuild.ts";
import type { Answer, Ask, HostStatus, IndexStatus } from "./search-messages.ts";
import { touchOf } from "./touched-questions.ts";

/** Hints of one stretch of time are followed together: on a busy evening a hundred answers cost one look at the log. */
const gatherMs = 100;
/** Without a hint the log is looked at this often, so that an edit is found within a second whatever happened to its hint. */
const lookEveryMs = 900;
const longestPauseMs = 30_000;
/** How often it is looked whether an index is worth saving: after so many changes, or so long. Taking them up again takes a second. */
const saveLookMs = 60_000;
const saveAfter = { changes: 2_000, ms: 3_600_000 };
/** At an end, so many changes are left to be taken up again at the next start. */
const leftAtEnd = 200;

/** Every community's index in one thread, kept in step with the event log. Answers never wait for a build. */
export class IndexHost {
  readonly #reading: Reading;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #largest: number;
  readonly #folder: string | null;
  readonly #communities = new Map<number, CommunityIndex>();
  /** What was learned; a community's index may come later than its model. */
  readonly #models = new Map<number, LearnedModel>();
  /** Builds and savings, one after the other. */
  #work: Promise<void> = Promise.resolve();
  /** When it was last looked for indexes to save, by the monotonic clock. */
  #lookedMs = performance.now();
  readonly #closing = new AbortController();
  #place = "0";
  /** Events beyond the place that were taken up already, while an older transaction still runs. */
  #early = new Set<number>();
  /** When the log was last read to its end, by the monotonic clock. */
  #caughtUpMs: number | null = null;
  #ring: () => void = () => {};
  #hinted = false;
  #following: Promise<void> = Promise.resolve();

  constructor(options: { reading: Reading; clock: Clock; log: Log; largest: number; folder: string | null }) {
    this.#reading = options.reading;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#largest = options.largest;
    this.#folder = options.folder;
  }

  /** Follows the log until it is closed, beginning with the communities that there are. Does not wait for the first builds. */
  start(): void {
    const unsubscribe = this.#reading.hints.subscribe(() => {
      this.#hinted = true;
      this.#ring();
    });
    this.#following = this.#follow().finally(unsubscribe);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#following;
    await this.#work;
    for (const community of this.#communities.values()) {
      community.stopPreparing();
      if (community.changes > leftAtEnd || community.savedMs === null) await this.#save(community);
    }
  }

  /** Answers one ask. Throws only what is a bug. */
  answer(ask: Exclude<Ask, { kind: "close" }>): Answer {
    if (ask.kind === "status") return { kind: "status", status: this.status() };
    if (ask.kind === "learn") {
      this.#learn(ask.communityId, ask.model);
      return { kind: "done" };
    }
    // Before the beginning nobody knows what was saved.
    if (this.#place === "0") return { kind: "none", why: "building" };
    const community = this.#community(ask.communityId);
    const answer = this.#caughtUpMs !== null ? community.search(ask.request) : undefined;
    if (answer) return { kind: "search", answer };
    return { kind: "none", why: community.state === "too-large" ? "too-large" : "building" };
  }

  status(): HostStatus {
    const communities = [...this.#communities.values()].map((community): IndexStatus => {
      const status = community.status();
      return status.state === "ready" && this.#caughtUpMs === null ? { ...status, state: "building" } : status;
    });
    const behindMs = this.#caughtUpMs === null ? null : Math.round(performance.now() - this.#caughtUpMs);
    return { communities, place: this.#place, behindMs };
  }

  #learn(communityId: number, file: Uint8Array | null): void {
    const read = file ? deserializeModel(file) : null;
    if (read && !read.ok) {
      this.#log.warn({ refusal: read.error, community: communityId }, "a ranking model cannot be used");
      return;
    }
    const model = read?.value.model;
    if (model) this.#models.set(communityId, model);
    else this.#models.delete(communityId);
    this.#communities.get(communityId)?.learn(model);
  }

  /** The community's index; one that is asked for the first time begins to be built. */
  #community(communityId: number): CommunityIndex {
    const known = this.#communities.get(communityId);
    if (known) return known;
    const made = this.#add(communityId);
    this.#build(made);
    return made;
  }

  #add(communityId: number): CommunityIndex {
    const made = new CommunityIndex(communityId, this.#reading.database);
    made.learn(this.#models.get(communityId));
    this.#communities.set(communityId, made);
    return made;
  }

  #build(community: CommunityIndex): void {
    this.#work = this.#work.then(async () => {
      for (let failures = 0; !this.#closing.signal.aborted; failures += 1) {
        try {
          await community.build(this.#largest, () => this.#clock.now(), this.#closing.signal);
          return await this.#save(community);
        } catch (error) {
          if (this.#closing.signal.aborted) return;
          this.#log.error({ err: error, community: community.communityId }, "a search index could not be built");
          await this.#rest(Math.min(1_000 * 2 ** failures, longestPauseMs));
        }
      }
    });
  }

  /** Saves an index; where that fails it goes on without, and says so. */
  async #save(community: CommunityIndex): Promise<void> {
    const { communityId } = community;
    if (!this.#folder || !community.index || this.#place === "0") return;
    try {
      const place = this.#place;
      const lastEvent = await lastEventUpTo(this.#reading.database, communityId, place);
      const pieces = lastEvent === null ? undefined : await community.pack({ place, lastEvent });
      if (!pieces) return;
      await saveIndex(this.#folder, communityId, pieces);
      community.savedMs = performance.now();
    } catch (error) {
      this.#log.warn(
        { err: error, community: communityId },
        "a search index could not be saved; the next start builds it",
      );
    }
  }

  #saveWhatIsWorthIt(): void {
    const now = performance.now();
    if (now - this.#lookedMs < saveLookMs) return;
    this.#lookedMs = now;
    for (const community of this.#communities.values()) {
      const isOld = now - (community.savedMs ?? 0) > saveAfter.ms;
      if (!isOld && community.changes < saveAfter.changes) continue;
      this.#work = this.#work.then(() => this.#save(community));
    }
  }

  async #follow(): Promise<void> {
    const { signal } = this.#closing;
    for (let failures = 0; !signal.aborted; ) {
      try {
        if (this.#place === "0") await this.#begin();
        const more = await this.#readOn();
        failures = 0;
        if (more) continue;
        this.#caughtUpMs = performance.now();
        this.#saveWhatIsWorthIt();
        if (!this.#hinted) await this.#rest(lookEveryMs, true);
        // Those that come at once are read at once.
        await this.#rest(gatherMs);
      } catch (error) {
        failures += 1;
        if (failures === 1) this.#log.warn({ err: error }, "search cannot read the event log; it tries again");
        await this.#rest(Math.min(250 * 2 ** failures, longestPauseMs));
      }
    }
  }

  async #begin(): Promise<void> {
    const { database } = this.#reading;
    // Asked for first: whatever is committed later is either read by a build or met in the log.
    const now = await placeOfNow(database);
    const ids = await listCommunityIds(database);
    if (this.#folder) await tidyIndexes(this.#folder, ids);
    for (const communityId of ids) {
      if (!this.#communities.has(communityId) && !(await this.#load(communityId, now))) this.#community(communityId);
    }
    const places = [...this.#communities.values()].flatMap(({ loadedFrom }) => loadedFrom ?? []);
    this.#place = places.reduce((first, place) => (comparePlaces(place, first) < 0 ? place : first), now);
  }

  /** Takes up a saved index; false where it has to be built. */
  async #load(communityId: number, now: string): Promise<boolean> {
    if (!this.#folder) return false;
    const read = await loadIndex(this.#folder, communityId);
    if (!read.ok) {
      const { code } = read.error;
      if (code !== "file_missing")
        this.#log.warn({ refusal: read.error, community: communityId }, "a search index is built anew");
      return false;
    }
    const { index, facts } = read.value;
    const isOfThisLog =
      comparePlaces(facts.place, now) <= 0 &&
      facts.lastEvent === (await lastEventUpTo(this.#reading.database, communityId, facts.place));
    if (!isOfThisLog) {
      this.#log.warn({ community: communityId }, "a saved search index is of another event log; it is built anew");
      return false;
    }
    await this.#add(communityId).adopt(index, facts);
    return true;
  }

  /** Takes up the next events; true where there may be more right away. */
  async #readOn(): Promise<boolean> {
    this.#hinted = false;
    const { events, early, next, more } = await readEvents(this.#reading.database, this.#place);
    const unseen = early.filter(({ id }) => !this.#early.has(id));
    await this.#takeUp([...events, ...unseen]);
    this.#early = new Set(early.map(({ id }) => id));
    if (comparePlaces(next, this.#place) > 0) this.#place = next;
    return more;
  }

  async #takeUp(events: readonly StoredEvent[]): Promise<void> {
    const touched = new Map<number, Set<number>>();
    for (const event of events) {
      const community = this.#community(event.communityId);
      // One that was met early comes once more; it asks for one build.
      if (asksToRebuild(event) && event.id > community.rebuiltFor) {
        community.rebuiltFor = event.id;
        this.#build(community);
      }
      const touch = touchOf(event);
      if (!touch || (touch.onlyAnswered && !community.awaitsAnswer(touch.questionId))) continue;
      const ids = touched.get(event.communityId) ?? new Set();
      touched.set(event.communityId, ids.add(touch.questionId));
    }
    for (const [communityId, ids] of touched) {
      const community = this.#community(communityId);
      await community.refresh([...ids]);
      if (community.isWorn) this.#build(community);
    }
  }

  /** Pauses; a hint ends the pause where it may. */
  #rest(ms: number, untilHint = false): Promise<void> {
    const { signal } = this.#closing;
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      // Two may rest at once, one that follows and one that builds: the end wakes both.
      signal.addEventListener("abort", end);
      if (untilHint) this.#ring = end;
    });
  }
}
