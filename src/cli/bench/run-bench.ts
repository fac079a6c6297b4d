import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { countWholeAnswers } from "../../community/index.ts";
import type { Steps } from "../progress.ts";
import type { Catalogue } from "./catalogue.ts";
import { type FirstView, readFirstView } from "./first-view.ts";
import {
  chooseCases,
  type OpenData,
  provideInstallation,
  type Running,
  type Started,
  startInstallation,
} from "./installation.ts";
import { startLoad } from "./load.ts";
import { describeMachine, loadNow, type Machine } from "./machine.ts";
import type { Size } from "./make-threads.ts";
import { aftermathMs, type Figure, measureCase, type Others, type Row } from "./measure.ts";
import { plainCase, startPlain } from "./plain-server.ts";
import { sharedCases } from "./rival.ts";
import type { OnEnd } from "./served.ts";
import { measureStart } from "./start-time.ts";

export interface BenchWish {
  readonly size: Size;
  /** The size that growth is told against. */
  readonly small: Size;
  /** Different pages of each kind. */
  readonly pages: number;
  /** A small run that only shows that everything works: it hardly rests. */
  readonly quick: boolean;
  /** Only cases whose names begin so. */
  readonly only: readonly string[];
  /** Folder for a CPU profile of the server, written when it ends; the profiler itself costs a tenth or so. */
  readonly profile: string | null;
  /** Another program that answers the same addresses on the same data and takes turns with this one: a built Kith, or a yardstick. */
  readonly against: string | null;
}

/** Everything that one run found out. */
export interface Findings {
  readonly machine: Machine;
  readonly parameters: BenchWish;
  readonly rows: readonly Row[];
  /** What a server that does nothing costs on this machine: the least that any answer takes. */
  readonly plain: Row;
  /** Seconds. */
  readonly start: { readonly node: Figure; readonly npm: Figure };
  /** After a start, once it has come to rest, and after the load and a minute of rest. */
  readonly memory: { readonly start: Memory; readonly load: Memory };
  readonly firstView: FirstView;
  readonly answers: { readonly acknowledged: number; readonly kept: number };
}

/** Bytes, pages that processes share counted once (PSS); null where the system does not say. */
export interface Memory {
  /** Kith and PostgreSQL together. */
  readonly allBytes: number | null;
  readonly postgresBytes: number | null;
}

export interface BenchTools {
  readonly open: OpenData;
  readonly progress: Steps;
  readonly onEnd: OnEnd;
}

/** At rest is who has used less than a twentieth of a core for some seconds; what a start has to catch up with comes before. */
const quiet = { lookMs: 1_000, cpuMs: 50, looks: 5, longestMs: 60_000 };
/** Idle connections end and memory is given back within a minute. */
const longRestMs = 60_000;

function memoryOf({ tree, postgres }: Started): Memory {
  return { allBytes: tree.memoryBytes(), postgresBytes: postgres.memoryBytes() };
}

async function comeToRest({ tree }: Started): Promise<void> {
  for (let looks = 0, waitedMs = 0; looks < quiet.looks && waitedMs < quiet.longestMs; waitedMs += quiet.lookMs) {
    const before = tree.cpuMs();
    await pause(quiet.lookMs);
    looks = tree.cpuMs() - before < quiet.cpuMs ? looks + 1 : 0;
  }
}

/** Fills two installations below `folder`, or three, measures, and leaves nothing running. */
export async function runBench(wish: BenchWish, folder: string, tools: BenchTools): Promise<Findings> {
  const { progress, onEnd } = tools;
  const loadBefore = loadNow();
  const filled = await fillAll(wish, folder, tools);
  progress.next("starting on existing data");
  const start = await measureStarts(filled.large, onEnd);
  const { target, others, memoryAtStart, firstView } = await serveAll(wish, filled, tools);
  const { plain, rows } = await measureAll(wish, target, others, tools);
  progress.next("resting");
  await pause(wish.quick ? 0 : longRestMs);
  const memory = { start: memoryAtStart, load: memoryOf(target) };
  progress.next("checking the answers");
  const ids = rows.flatMap(({ madeIds }) => madeIds);
  const answers = { acknowledged: ids.length, kept: await countKept(tools.open, filled.large, ids) };
  const machine = describeMachine(target.postgresVersion, loadBefore);
  return { machine, parameters: wish, rows, plain, start, memory, firstView, answers };
}

interface Filled {
  readonly place: string;
  readonly catalogue: Catalogue;
}

interface AllFilled {
  readonly small: Filled;
  readonly large: Filled;
  readonly against: Filled | null;
}

async function fillAll(wish: BenchWish, folder: string, { open, progress }: BenchTools): Promise<AllFilled> {
  async function fill(name: string, size: Size, step: string): Promise<Filled> {
    progress.next(step);
    const place = path.join(folder, name);
    return { place, catalogue: await provideInstallation(open, place, size, progress) };
  }
  return {
    small: await fill("small", wish.small, `filling ${wish.small.posts} posts`),
    large: await fill("large", wish.size, `filling ${wish.size.posts} posts`),
    against: wish.against ? await fill("against", wish.size, "filling as many for the other program") : null,
  };
}

async function measureStarts({ place, catalogue }: Filled, onEnd: OnEnd): Promise<Findings["start"]> {
  const somePage = `/api/v1/communities/${catalogue.slug}/questions/${catalogue.questions[0]?.id}`;
  return {
    node: await measureStart(place, {}, somePage, onEnd),
    npm: await measureStart(place, "npm", somePage, onEnd),
  };
}

interface AllServed {
  readonly target: Running;
  readonly others: Others;
  readonly memoryAtStart: Memory;
  readonly firstView: FirstView;
}

/** Starts everything and chooses what is asked; what a start takes is told before anything else was asked. */
async function serveAll(wish: BenchWish, filled: AllFilled, tools: BenchTools): Promise<AllServed> {
  const { open, progress, onEnd } = tools;
  function serve({ place, catalogue }: Filled, program: string | null = null): Promise<Started> {
    const flags = wish.profile ? ["--cpu-prof", `--cpu-prof-dir=${path.join(wish.profile, path.basename(place))}`] : [];
    return startInstallation(open, place, catalogue, onEnd, { flags, ...(program && { program }) });
  }
  const started = await serve(filled.large);
  progress.next("resting");
  if (!wish.quick) await comeToRest(started);
  const memoryAtStart = memoryOf(started);
  progress.next("choosing pages");
  const searches = isWanted(wish, "search") || isWanted(wish, "search-json") ? undefined : [];
  const target = await chooseCases(started, filled.large.catalogue, wish.pages, searches);
  const firstView = await medianFirstView(target, filled.large.catalogue);
  const small = await chooseCases(await serve(filled.small), filled.small.catalogue, wish.pages, searches);
  if (!filled.against) return { target, others: { small }, memoryAtStart, firstView };
  const rival = await serve(filled.against, wish.against);
  const asked = await chooseCases(rival, filled.against.catalogue, wish.pages, target.searches);
  return { target, others: { small, against: await sharedCases(target, asked) }, memoryAtStart, firstView };
}

function isWanted({ only }: BenchWish, name: string): boolean {
  return only.length === 0 || only.some((one) => name.startsWith(one));
}

async function measureAll(wish: BenchWish, target: Running, others: Others, { progress, onEnd }: BenchTools) {
  const load = startLoad();
  onEnd(load.stop);
  const restMs = wish.quick ? 0 : aftermathMs;
  progress.next("a server that does nothing");
  const plain = await measureCase(load, plainCase(wish.pages), await startPlain(onEnd), {}, restMs);
  const chosen = [...target.cases.values()].filter(({ name }) => isWanted(wish, name));
  const rows: Row[] = [];
  for (const one of chosen) {
    progress.next(one.label);
    rows.push(await measureCase(load, one, target, others, restMs));
  }
  return { plain, rows };
}

/** Of some questions' first views the one in the middle. */
async function medianFirstView(target: Running, catalogue: Catalogue): Promise<FirstView> {
  const pages = target.cases.get("question")?.requests(0).slice(0, 15) ?? [];
  const views: FirstView[] = [];
  for (const page of pages) views.push(await readFirstView(target.served.address, page.path));
  views.sort((a, b) => a.bytes - b.bytes);
  const view = views[Math.floor(views.length / 2)];
  if (!view) throw new Error(`there is no question to look at in ${catalogue.slug}`);
  return view;
}

async function countKept(open: OpenData, { place, catalogue }: Filled, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0;
  const store = await open(place);
  try {
    return await countWholeAnswers(store.database, catalogue.communityId, ids);
  } finally {
    await store.close();
  }
}
