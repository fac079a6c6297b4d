import { findFittingKnown, type KnownNotice } from "../../care/index.ts";
import { type Group, type ListedAhead, listAhead, listGroups, listQuestions, listTags } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { type FoundQuestions, operatorsIn, shownLine, withoutOperator, withWords } from "../../search/index.ts";
import { showPage } from "../answer.ts";
import { searchPage } from "../pages/index.ts";
import { facetsOf, foundResult, setFilters } from "../search-views.ts";
import { addressOfWish, changed, readWish, type SearchWish, withoutNames } from "../search-wish.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { questionRow } from "../views.ts";
import { type CommunityVisit, communityVisit } from "../visit.ts";
import { firstPage, listedState, readPosition, rowsPerPage } from "./community.ts";

const resultsPerPage = 20;

type Outcome = NonNullable<Parameters<typeof searchPage>[0]["outcome"]>;

/** What a search came to; names that nobody has were left out of it. */
interface Searched {
  readonly wish: SearchWish;
  readonly outcome: Outcome | null;
  readonly unknownPeople: readonly string[];
}

export function searchRoutes(services: WebServices): Route[] {
  const { database } = services.store;

  async function search(c: HttpContext): Promise<Response> {
    const visit = communityVisit(c);
    const { community, actor, page } = visit;
    const { t } = page;
    const listing = listGroups(database, community.id);
    let read = readWish(c.req.query(), []);
    // Only where one is named must they be known before anything is looked for.
    if (read.unknownGroup !== null) read = readWish(c.req.query(), await listing);
    const [{ wish, outcome, unknownPeople }, known, groups] = await Promise.all([
      findOrList(visit, read.wish, listing),
      readKnown(visit, read.wish),
      listing,
    ]);
    const tag = outcome
      ? outcome.results.find(({ tags }) => tags.length > 0)?.tags[0]
      : (await listTags(database, community.id, { limit: 1 }))[0]?.name;
    const view = {
      wish,
      known,
      words: wordsOf(wish),
      groups,
      examples: { tag: tag ?? null, group: groups[0]?.slug ?? null, name: actor?.name ?? null },
      set: setFilters(wish, groups, pathsOf(community.slug), t),
      unknown: { groups: read.unknownGroup === null ? [] : [read.unknownGroup], people: unknownPeople },
      outcome,
    };
    return showPage(c, searchPage(view, page));
  }

  /** Known problems that fit the words of a search; they stand on its first page. */
  function readKnown({ community }: CommunityVisit, wish: SearchWish): Promise<KnownNotice[]> {
    const text = wordsOf(wish);
    if (text === "" || wish.page > 1) return Promise.resolve([]);
    return findFittingKnown(database, { communityId: community.id, locale: community.locale, text });
  }

  async function findOrList(visit: CommunityVisit, wish: SearchWish, groups: Promise<Group[]>): Promise<Searched> {
    if (wish.text === "") return { wish, outcome: await list(visit, wish, groups), unknownPeople: [] };
    const listed = listAhead(database, visit.community.id);
    const found = await find(visit, wish, listed);
    const { groups: noGroups, people } = found.unknown;
    if (noGroups.length + people.length === 0) {
      return { wish, outcome: await show(visit, wish, await groups, found, listed), unknownPeople: [] };
    }
    // What nobody has is said, and the rest is looked for: a page with something on it helps more.
    const known = withoutNames(withoutNames(wish, "by", people), "group", noGroups);
    return { ...(await findOrList(visit, known, groups)), unknownPeople: people };
  }

  /** Without words: what the lists say, by last activity; nothing where they say nothing. */
  async function list({ community }: CommunityVisit, wish: SearchWish, groups: Promise<Group[]>) {
    const chosen = (await groups).find(({ slug }) => slug === wish.group);
    if (wish.state === "all" && !chosen) return null;
    const listed = await listQuestions(database, {
      communityId: community.id,
      group: chosen?.slug,
      state: listedState(wish.state),
      before: readPosition(wish.before ?? undefined),
      limit: rowsPerPage + 1,
    });
    const { questions, older } = firstPage(listed, true);
    const outcome: Outcome = {
      results: questions.map((row) => ({ row, tags: [], title: null, passage: null, solution: null })),
      ...{
        decision: null,
        shown: null,
        order: "newest",
        matches: null,
        skipped: 0,
        didYouMean: null,
        facets: [],
        previous: null,
      },
      next: older === null ? null : addressOfWish(pathsOf(community.slug), { ...wish, before: older }),
    };
    return outcome;
  }

  function find({ community }: CommunityVisit, wish: SearchWish, listed: ListedAhead): Promise<FoundQuestions> {
    return services.search.questions({
      mayLeave: true,
      onFound: listed.begin,
      communityId: community.id,
      locale: community.locale,
      text: wish.text,
      group: wish.group ?? undefined,
      state: listedState(wish.state),
      limit: resultsPerPage,
      skip: (wish.page - 1) * resultsPerPage,
      facets: true,
    });
  }

  async function show(
    { community, page: { t } }: CommunityVisit,
    wish: SearchWish,
    groups: readonly Group[],
    answer: FoundQuestions,
    listed: ListedAhead,
  ): Promise<Outcome> {
    const { found, facets, decision, more, parsed, didYouMean } = answer;
    const paths = pathsOf(community.slug);
    const rows = await listed.byId();
    const to = (page: number) => addressOfWish(paths, { ...wish, page });
    const meant = didYouMean === undefined ? null : changed(wish, { text: withWords(wish.text, didYouMean) });
    return {
      results: found.flatMap((hit) => {
        const row = rows.get(hit.questionId);
        return row ? [foundResult(hit, questionRow(row, { withGroup: true }))] : [];
      }),
      decision: parsed.words !== "" && wish.page === 1 ? decision : null,
      shown: shownOf(answer, wish),
      order: parsed.words === "" ? "newest" : "best",
      matches: facets?.matches ?? null,
      skipped: (wish.page - 1) * resultsPerPage,
      didYouMean: meant && didYouMean ? { text: didYouMean, href: addressOfWish(paths, meant) } : null,
      facets: facets ? facetsOf(facets, wish, groups, paths, t) : [],
      previous: wish.page > 1 ? to(wish.page - 1) : null,
      next: more ? to(wish.page + 1) : null,
    };
  }

  return [{ method: "get", path: "/c/:slug/search", permission: "search the community", handle: search }];
}

/** Results of a page that are noted as shown. */
const mostNoted = 10;

/** The first results of a search in words, as the line that tells later whether it was right to show them. */
function shownOf({ found, decision, ranking, parsed }: FoundQuestions, { page }: SearchWish): string | null {
  if (parsed.words === "" || page > 1 || found.length === 0) return null;
  const questionIds = found.slice(0, mostNoted).map(({ questionId }) => questionId);
  return shownLine({ ...decision, ranking, arm: null, questionIds });
}

/** What was typed besides operators: what would be asked. */
function wordsOf({ text }: SearchWish): string {
  return operatorsIn(text).reduce((rest, { raw }) => withoutOperator(rest, raw), text);
}
