// Addresses of posts, as the texts of a site write them.

/** A post of the site, as it is addressed. */
export interface Addressed {
  readonly postId: number;
  /** The question that the post belongs to, where the address tells it: a link to an answer that is gone leads there. */
  readonly questionId: number | null;
}

/** Where a post is here. */
export interface Place {
  readonly path: string;
  /** Of its question. */
  readonly title: string;
}

/** Where the post at an address of the site is here; undefined where it did not come, and for any other address. */
export type FindPlace = (address: string) => Place | undefined;

export const nowhere: FindPlace = () => undefined;

/**
 * The post that an address of a site leads to: `/q/12`, `/a/34`, `/questions/12/title`, and with `/34#34` behind it an answer. `host` is the
 * site's; a path alone is one of its own.
 */
export function postAt(address: string, host: string | null): Addressed | null {
  const parts = /^(?:(?:https?:)?\/\/(?:www\.)?([^/]+))?(\/[^#]*)(?:#(.*))?$/i.exec(address);
  const [, ofHost, path = "", anchor = ""] = parts ?? [];
  if (!parts || (ofHost !== undefined && ofHost.toLowerCase() !== host)) return null;
  const short = /^\/(?:q|a)\/(\d{1,15})(?:[/?]|$)/.exec(path);
  if (short) return { postId: Number(short[1]), questionId: null };
  const long = /^\/questions\/(\d{1,15})(?:\/[^/?]*(?:\/(\d{1,15}))?)?\/?(?:\?|$)/.exec(path);
  if (!long) return null;
  const answer = long[2] ?? /^(?:answer-|comment\d+_)?(\d{1,15})$/.exec(anchor)?.[1];
  const questionId = Number(long[1]);
  return { postId: answer === undefined ? questionId : Number(answer), questionId };
}
