import type { Actor } from "../accounts/index.ts";
import type { Transaction } from "../store/index.ts";
import { findLinkedMembers } from "./queries/index.ts";

/** A link to somebody's own page, in some community of this Kith. */
export interface MemberLink {
  /** The community's slug. */
  readonly community: string;
  readonly memberId: number;
}

/** So many people may be mentioned in one post: a round of friends, not an address list. */
const mostMentions = 10;

/** The links of a message's HTML, which the conversation room has made and sanitised: nothing else in it begins like this. */
const anchor = /<a\s[^>]*?href="([^"]*)"/g;
/** The path of a member's page, as the faces address it. */
const memberPage = /^\/c\/([a-z0-9-]{1,60})\/m\/([1-9]\d{0,14})$/;
/** Where nobody says what this Kith's own address is, only paths lead to it. */
const nowhere = "http://kith.invalid";

/**
 * The members' pages that a message leads to, each once, in order; `publicUrl` is this Kith's own address, so that one that was copied
 * from the browser counts like a path. Never throws. Where no such page is linked, this is a look for three letters.
 */
export function memberLinksIn(html: string, publicUrl = nowhere): MemberLink[] {
  if (!html.includes("/m/")) return [];
  const links = new Map<string, MemberLink>();
  const here = URL.parse(publicUrl)?.origin;
  for (const [, href = ""] of html.matchAll(anchor)) {
    const to = URL.parse(href, publicUrl);
    const [, community, id] = (to?.origin === here && memberPage.exec(to?.pathname ?? "")) || [];
    if (community && id) {
      const link = { community, memberId: Number(id) };
      links.set(keyOf(link), link);
    }
  }
  return [...links.values()];
}

/**
 * Whom a message mentions, as data of its event: members of this community whose pages it leads to, without its author and without
 * those who are not here any more. Of a message that was changed, only whom it did not mention before (`before` is its HTML until
 * then): they alone learn something by the change. A message without such a link asks the database nothing.
 */
export async function mentionsOf(
  tx: Transaction,
  actor: Actor,
  html: string,
  before: () => string = () => "",
): Promise<{ readonly mentions?: readonly number[] }> {
  const links = memberLinksIn(html, actor.publicUrl)
    .filter(({ memberId }) => memberId !== actor.memberId)
    .slice(0, mostMentions);
  if (links.length === 0) return {};
  const known = new Set(memberLinksIn(before(), actor.publicUrl).map(keyOf));
  const fresh = links.filter((link) => !known.has(keyOf(link)));
  const here = fresh.length === 0 ? [] : await findLinkedMembers(tx, actor.communityId, fresh);
  const mentions = fresh.map(({ memberId }) => memberId).filter((id) => here.includes(id));
  return mentions.length === 0 ? {} : { mentions: [...new Set(mentions)] };
}

function keyOf({ community, memberId }: MemberLink): string {
  return `${community} ${memberId}`;
}
