import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createOneTimeSignIn, createToken } from "../../accounts/index.ts";
import { ok, unwrap } from "../../kernel/index.ts";
import { readServer, type Store } from "../../store/index.ts";
import type { Steps } from "../progress.ts";
import { type Case, type Keys, makeCases } from "./cases.ts";
import type { Catalogue } from "./catalogue.ts";
import { fill } from "./fill.ts";
import { fullSearches } from "./full-searches.ts";
import type { Size } from "./make-threads.ts";
import type { Target } from "./measure.ts";
import { parentOf, treeOf } from "./processes.ts";
import { type Launch, type OnEnd, type Served, startServed } from "./served.ts";

/** Opens the data in a folder, beside a serving Kith or alone. */
export type OpenData = (dataFolder: string) => Promise<Store>;

/** Members who answer in one run: enough that none of them comes to the bound of what one may post. */
const answerers = 400;

/** Makes and fills the installation in a folder, or takes it as an earlier run of the same size left it. */
export async function provideInstallation(
  open: OpenData,
  folder: string,
  size: Size,
  progress: Steps,
): Promise<Catalogue> {
  const file = path.join(folder, "catalogue.json");
  const known = readCatalogue(file);
  if (known && JSON.stringify(known.size) === JSON.stringify(size)) return known;
  mkdirSync(folder, { recursive: true });
  // Where Kith runs as root its PostgreSQL does not, and has to walk through.
  chmodSync(folder, 0o755);
  const store = await open(folder);
  try {
    const catalogue = await fill(store, size, progress);
    writeFileSync(file, JSON.stringify(catalogue));
    return catalogue;
  } finally {
    await store.close();
  }
}

function readCatalogue(file: string): Catalogue | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Catalogue;
  } catch {
    return null;
  }
}

/** An installation that serves, of which nothing has been asked but a sign-in. */
export interface Started extends Omit<Target, "cases"> {
  readonly served: Served;
  readonly postgresVersion: string;
  readonly keys: Keys;
}

export type Running = Started & Target & { readonly searches: readonly string[] };

/** Starts the installation and signs somebody in. */
export async function startInstallation(
  open: OpenData,
  folder: string,
  catalogue: Catalogue,
  onEnd: OnEnd,
  launch: Launch = {},
): Promise<Started> {
  const served = await startServed(folder, onEnd, launch);
  try {
    const { secret, tokens, postmaster, version } = await makeKeys(open, folder, catalogue);
    const cookie = await signIn(served.address, secret, `/c/${catalogue.slug}`);
    const keys: Keys = { cookie, tokens };
    const trees = { tree: treeOf([served.pid, postmaster]), postgres: treeOf([postmaster]) };
    return { served, port: Number(new URL(served.address).port), ...trees, keys, postgresVersion: version };
  } catch (error) {
    await served.stop();
    throw error;
  }
}

/** Chooses what an installation is asked, `pages` different pages of each kind; without `known` searches it asks for many to find full ones. */
export async function chooseCases(
  started: Started,
  catalogue: Catalogue,
  pages: number,
  known?: readonly string[],
): Promise<Running> {
  const searches = known ?? (await fullSearches(started.served.address, catalogue, pages));
  const made = makeCases(catalogue, started.keys, pages, searches);
  return { ...started, searches, cases: new Map(made.map((one): [string, Case] => [one.name, one])) };
}

async function makeKeys(open: OpenData, folder: string, catalogue: Catalogue) {
  const store = await open(folder);
  try {
    const { version, backendPid } = await readServer(store.database);
    const postmaster = parentOf(backendPid);
    if (postmaster === null)
      throw new Error("the PostgreSQL of this installation is not among the machine's processes");
    const { communityId, memberIds, personId } = catalogue;
    const first = nextTurn(folder) * answerers;
    const chosen = Array.from(
      { length: Math.min(answerers, memberIds.length) },
      (_, i) => memberIds[(first + i) % memberIds.length] as number,
    );
    const keys = await store.transact(async (tx) => {
      const wish = { name: "Bench", scopes: ["read", "write"], expiresAt: null };
      const tokens: string[] = [];
      for (const memberId of chosen) tokens.push(unwrap(await createToken(tx, { communityId, memberId }, wish)).secret);
      return ok({ tokens, secret: await createOneTimeSignIn(tx, personId) });
    });
    return { ...unwrap(keys), postmaster, version };
  } finally {
    await store.close();
  }
}

/** Counts the runs of a folder: the bound of what one may post falls after ten minutes, so runs one after the other need other members. */
function nextTurn(folder: string): number {
  const file = path.join(folder, "runs");
  const turn = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  writeFileSync(file, String(turn + 1));
  return turn;
}

/** Signs in with a one-time link as a browser would; returns the header `Cookie`. */
async function signIn(address: string, secret: string, to: string): Promise<string> {
  const answer = await fetch(new URL(`/sign-in/now?token=${secret}&to=${to}`, address), { redirect: "manual" });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  const session = cookies.filter((cookie) => !/notice/.test(cookie));
  if (answer.status !== 303 || session.length === 0) throw new Error(`signing in answered ${answer.status}`);
  return session.join("; ");
}
