import { pathsOf, withQuery } from "./url.ts";

/** Addresses of the desk, of what askers say of their problems, and of the open book. */
export function deskPathsOf(slug: string) {
  const { home } = pathsOf(slug);
  const desk = `${home}/care`;
  const problem = (id: number) => `${desk}/p/${id}`;
  const own = (id: number) => `${home}/problems/${id}`;
  return {
    queue: desk,
    view: (query: Readonly<Record<string, string | number | null | undefined>>) => withQuery(desk, query),
    /** POST: something with several problems at once. */
    acts: `${desk}/acts`,
    /** POST: takes back what was just done to these. */
    undo: (ids: readonly number[]) => withQuery(`${desk}/acts/undo`, { ids: ids.join("-") }),
    /** Server-sent events: `change`. */
    live: `${desk}/live`,
    views: `${desk}/views`,
    viewForget: (id: number) => `${desk}/views/${id}/forget`,
    /** What was handed over, and handing over. */
    shift: `${desk}/shift`,
    macros: `${desk}/macros`,
    macroRemove: (id: number) => `${desk}/macros/${id}/remove`,
    whatIsThis: `${desk}/what-is-this`,
    place: (messageId: number) => `${desk}/what-is-this/${messageId}`,
    problem,
    /** POST: one of `problemActs`. */
    act: (id: number, what: string) => `${problem(id)}/${what}`,
    /** Server-sent events: `change`, and `presence`. */
    problemLive: (id: number) => `${problem(id)}/live`,
    typing: (id: number) => `${problem(id)}/typing`,
    active: (id: number) => `${problem(id)}/active`,
    /** A problem for whoever has to do with it: its asker, a member who was asked by name, the desk. */
    anyProblem: (id: number) => `${home}/p/${id}`,
    /** Server-sent events of its asker's page: `change`. */
    anyProblemLive: (id: number) => `${home}/p/${id}/live`,
    ownAct: (id: number, what: "confirm" | "withdraw" | "contest" | "reopen") => `${own(id)}/${what}`,
    check: (id: number) => `${home}/checks/${id}`,
    /** Answers a check without a sign-in. */
    isItSolved: (token: string) => `${home}/is-it-solved/${encodeURIComponent(token)}`,
    /** What is known not to work. */
    known: `${home}/known`,
    /** POST: "tell me when it is fixed". */
    knownReport: (id: number) => `${home}/known/${id}/report`,
    book: `${home}/book`,
  };
}

export type DeskPaths = ReturnType<typeof deskPathsOf>;
