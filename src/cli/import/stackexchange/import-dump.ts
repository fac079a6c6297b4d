import { createCommunity, findCommunity, lockImport, provideGroup } from "../../../community/index.ts";
import { ok, type Result, unwrap } from "../../../kernel/index.ts";
import { searchReader } from "../../../search/index.ts";
import { atMoment, readOnce, type Store } from "../../../store/index.ts";
import { confirmWithoutVote, votesPhase } from "./accepted.ts";
import { runPhase } from "./batches.ts";
import { commentsPhase } from "./comments.ts";
import { findHost } from "./find-host.ts";
import { createConverter } from "./html-to-markdown.ts";
import { laterLinksPhase } from "./later-links.ts";
import { linksPhase } from "./links.ts";
import { usersPhase } from "./members.ts";
import { earlyAnswersPhase, postsPhase } from "./posts.ts";
import { readRows } from "./read-rows.ts";
import { readUser } from "./rows.ts";
import type { Reading, Run } from "./run.ts";
import { type TagTexts, tagsPhase } from "./tags.ts";

/** Where a dump goes. */
export interface Destination {
  readonly community: { readonly slug: string; readonly name: string };
  readonly group: { readonly slug: string; readonly name: string };
  /** The site's address, such as `https://cooking.stackexchange.com`; null where the texts are to tell it. */
  readonly site: string | null;
}

/** Where it went. */
export interface Arrived {
  readonly community: string;
  readonly communityCreated: boolean;
  readonly group: string;
}

/**
 * Takes over a whole dump: members, tags, questions and answers, comments, confirmations, links, in this order, then makes it all
 * findable. What an earlier run has taken over is passed by, so a run that was killed goes on.
 */
export async function importDump(reading: Reading, store: Store, to: Destination): Promise<Arrived> {
  const site = await identify(reading);
  const host = to.site === null ? await findHost(reading) : new URL(to.site).host.replace(/^www\./, "");
  const place = unwrap(await prepare(store, to, site));
  const key = { communityId: place.communityId, source: site.source };
  const run: Run = {
    ...reading,
    store,
    key,
    group: to.group.slug,
    began: site.began,
    slug: to.community.slug,
    host,
    convert: createConverter(to.site ?? (host && `https://${host}`)),
  };

  await runPhase(run, usersPhase(run));
  const texts: TagTexts = new Map();
  await runPhase(run, tagsPhase(run, texts));
  const early = new Set<number>();
  await runPhase(run, postsPhase(run, texts, early));
  if (early.size > 0) await runPhase(run, earlyAnswersPhase(run, early));
  await runPhase(run, laterLinksPhase(run));
  await runPhase(run, commentsPhase(run));
  await runPhase(run, votesPhase(run));
  await confirmWithoutVote(run);
  await runPhase(run, linksPhase(run));
  reading.progress.begin("making it findable");
  while ((await readOnce(store.database, reading.clock, searchReader)) > 0) reading.progress.advance(0, 0);
  return { community: to.community.slug, communityCreated: place.created, group: to.group.slug };
}

interface Site {
  /** Names the site in the import's ledger, wherever its dump lies and however often a newer one comes. */
  readonly source: string;
  readonly began: Date;
}

/** A site is known by its first account, made to the millisecond when the site began: dumps do not say whose they are. */
async function identify(reading: Reading): Promise<Site> {
  for await (const rows of readRows(reading.dump.files["Users.xml"], { onBroken: () => {} })) {
    for (const row of rows) {
      const user = readUser(row);
      if (!("row" in user)) continue;
      const { id, at } = user.row;
      return { source: `stackexchange ${id} ${at.toISOString()}`, began: at };
    }
  }
  return { source: "stackexchange", began: reading.clock.now() };
}

/** Finds or makes the community and its group. Another import of the same dump may make it a moment earlier: then it is found. */
async function prepare(
  store: Store,
  to: Destination,
  site: Site,
): Promise<Result<{ communityId: number; created: boolean }>> {
  const prepared = await prepareOnce(store, to, site);
  const wasLate = !prepared.ok && prepared.error.code === "community-exists";
  return wasLate ? prepareOnce(store, to, site) : prepared;
}

async function prepareOnce(
  store: Store,
  to: Destination,
  site: Site,
): Promise<Result<{ communityId: number; created: boolean }>> {
  const existing = await findCommunity(store.database, to.community.slug);
  return store.transact(async (tx) => {
    const then = existing ? tx : atMoment(tx, site.began);
    const fields = { ...to.community, description: "", locale: "en" };
    const community = existing ? ok(existing) : await createCommunity(then, fields);
    if (!community.ok) return community;
    const communityId = community.value.id;
    await lockImport(tx, { communityId, source: site.source });
    const group = await provideGroup(then, communityId, to.group);
    return group.ok ? ok({ communityId, created: !existing }) : group;
  });
}
