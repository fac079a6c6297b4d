import type { Database } from "../../store/index.ts";
import {
  type Candidate,
  countReports,
  findKnown,
  type KnownRow,
  listCandidates,
  listPhrased,
  type Phrased,
} from "../queries/known.ts";
import { fitOf, showsFrom, suggestsFrom, wordsOf } from "./fits.ts";

/** What anybody reads of a known problem. */
export type KnownNotice = Pick<Phrased, "problemId" | "title" | "body" | "markedAt">;

const mostShown = 2;

/** Known problems that are worked on and fit what somebody types, the best first; two at most. `locale` is the community's. */
export async function findFittingKnown(
  database: Database,
  wanted: { readonly communityId: number; readonly locale: string; readonly text: string },
): Promise<KnownNotice[]> {
  const known = await listPhrased(database, wanted.communityId);
  if (known.length === 0) return [];
  const language = languageOf(wanted.locale);
  const written = wordsOf(wanted.text, language);
  return known
    .map(({ phrasings, ...notice }) => ({
      notice,
      fit: fitOf(
        written,
        phrasings.map((one) => wordsOf(one, language)),
      ),
    }))
    .filter(({ fit }) => fit >= showsFrom)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, mostShown)
    .map(({ notice }) => notice);
}

/** A problem that may be a report of a known one, and how well it fits, from 0 to 1. */
export interface LikelyReport extends Omit<Candidate, "body"> {
  readonly fit: number;
}

/** What the desk has of a known problem. */
export interface KnownAtDesk {
  readonly known: KnownRow;
  /** How many reports are linked with it. */
  readonly reports: number;
  readonly likely: readonly LikelyReport[];
}

/** What is known of a problem and what may be reports of it, for its page at the desk; null where it is no known one. */
export async function readKnownAtDesk(
  database: Database,
  wanted: { readonly communityId: number; readonly locale: string; readonly knownId: number },
): Promise<KnownAtDesk | null> {
  const known = await findKnown(database, wanted.communityId, wanted.knownId);
  if (!known || known.ended) return null;
  const [reports, likely] = await Promise.all([
    countReports(database, wanted.communityId, wanted.knownId),
    known.current ? findLikelyReports(database, wanted) : [],
  ]);
  return { known, reports, likely };
}

const mostLikely = 20;

/** Problems that are not over and may be reports of this one, the best first; 20 at most. */
export async function findLikelyReports(
  database: Database,
  wanted: { readonly communityId: number; readonly locale: string; readonly knownId: number },
): Promise<LikelyReport[]> {
  const { communityId, knownId } = wanted;
  const notice = await findKnown(database, communityId, knownId);
  if (!notice) return [];
  const phrased = (await listPhrased(database, communityId)).find(({ problemId }) => problemId === knownId);
  const language = languageOf(wanted.locale);
  const phrasings = (phrased?.phrasings ?? [notice.title]).map((one) => wordsOf(one, language));
  return (await listCandidates(database, communityId, knownId))
    .map(({ body, ...one }) => ({ ...one, fit: fitOf(wordsOf(`${one.title}\n${body}`, language), phrasings) }))
    .filter(({ fit }) => fit >= suggestsFrom)
    .sort((a, b) => b.fit - a.fit || b.id - a.id)
    .slice(0, mostLikely);
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split("-")[0] ?? "";
}
