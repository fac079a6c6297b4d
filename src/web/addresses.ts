import type { CheckAnswer } from "../care/index.ts";
import type { NewsAddresses, SubjectRef } from "../notifications/index.ts";
import { deskPathsOf } from "./desk-paths.ts";
import { pathsOf, site, withQuery } from "./url.ts";

/** Full addresses of the pages that mails of signing in lead to; `origin` is the address that people type. */
export function signInAddresses(origin: () => string) {
  return {
    signInLink: (community: string, secret: string) =>
      origin() + withQuery(site.signInByLink, { token: secret, to: pathsOf(community).home }),
    signUp: (community: string) => origin() + withQuery(site.signUp, { to: pathsOf(community).home }),
  };
}

/** The address of a link that a terminal prints to sign somebody in. */
export function signInNowAddress(origin: string, secret: string, to: string): string {
  return origin + withQuery(site.signInNow, { token: secret, to });
}

/** The address of the set-up link. */
export function setUpAddress(origin: string, secret: string): string {
  return origin + withQuery(site.setUp, { token: secret });
}

/** Full addresses that mails of news lead to. */
export function newsAddresses(origin: () => string): NewsAddresses {
  return {
    subject: (community, subject, anchor) => origin() + subjectPath(community, subject, anchor),
    settings: (community) => origin() + pathsOf(community).notificationSettings,
    wayOut: (community, token) => origin() + pathsOf(community).wayOut(token),
  };
}

/** The full address where a mail's reader says with one press whether it is solved; what they chose in the mail is chosen there. */
export function checkAddress(origin: () => string) {
  return (community: string, token: string, answer: CheckAnswer) =>
    origin() + withQuery(deskPathsOf(community).isItSolved(token), { answer });
}

/** Where what a notification is about can be read. */
export function subjectPath(community: string, { type, id }: SubjectRef, anchor: string | null): string {
  return `${placeOf(community, type, id, anchor)}${anchor === null ? "" : `#${anchor}`}`;
}

function placeOf(community: string, type: string, id: number, anchor: string | null): string {
  // The page of answers that it stands on is found once somebody goes there.
  if (type === "question") return withQuery(pathsOf(community).questionById(id), { post: postOf(anchor) });
  // Each reader is led on to where they work on the problem or read of it; what comes after # the server does not see.
  if (type === "problem") return withQuery(deskPathsOf(community).anyProblem(id), { at: anchor });
  throw new Error(`there is no page for ${type}`);
}

function postOf(anchor: string | null): string | undefined {
  return /^(?:answer|comment)-(\d+)$/.exec(anchor ?? "")?.[1];
}
