import { createOneTimeSignIn, findMember, providePerson } from "../../accounts/index.ts";
import { findCommunity, listQuestions } from "../../community/index.ts";
import { ok, unwrap } from "../../kernel/index.ts";
import type { Serving } from "../command.ts";
import { community, type Person, regulars, staff, stewards } from "./content/index.ts";

/** Whom a link signs in; the order in which they are printed. */
export const visitors = ["member", "solver", "steward", "analyst", "admin"] as const;
export type Visitor = (typeof visitors)[number];

export interface LookAround {
  /** The community's page. */
  readonly home: string;
  /** Each works once, within seven days. */
  readonly links: Readonly<Record<Visitor, string>>;
  /** Who they are. */
  readonly names: Readonly<Record<Visitor, string>>;
  /** Where the answer is that helped most. */
  readonly mostHelpful: string;
}

const home = `/c/${community.slug}`;

/** New sign-in links for the demonstration's people, and where to look first. */
export async function lookAround(serving: Serving): Promise<LookAround> {
  const { store, address, links } = serving;
  const found = await findCommunity(store.database, community.slug);
  if (!found) throw new Error("the demonstration community is not there");
  const communityId = found.id;
  const ines = castOf("member");
  const asker = unwrap(await findMember(store.database, communityId, ines.email));
  const [own] = await listQuestions(store.database, { communityId, askerId: asker.id, limit: 1 });
  const incident = await listQuestions(store.database, { communityId, tag: "app-4-2", limit: 100 });
  const helpful = incident.toSorted((a, b) => b.helped - a.helped)[0];

  const made: [Visitor, string][] = [];
  for (const visitor of visitors) {
    const { name, email } = castOf(visitor);
    const secret = unwrap(
      await store.transact(async (tx) => {
        const person = unwrap(await providePerson(tx, { name, email, emailVerified: true }));
        if (!person) throw new Error(`${email} belongs to somebody else`);
        return ok(await createOneTimeSignIn(tx, person.personId));
      }),
    );
    made.push([visitor, links.signIn(secret, visitor === "member" && own ? `${home}/q/${own.id}` : home)]);
  }
  return {
    home: `${address}${home}`,
    links: Object.fromEntries(made) as Record<Visitor, string>,
    names: Object.fromEntries(visitors.map((visitor) => [visitor, castOf(visitor).name])) as Record<Visitor, string>,
    mostHelpful: `${address}${home}${helpful ? `/q/${helpful.id}` : ""}`,
  };
}

function castOf(visitor: Visitor): Person & { email: string } {
  const role = visitor === "member" ? undefined : visitor;
  const person = [...staff, ...stewards, ...regulars].find((each) => each.email !== undefined && each.role === role);
  if (person?.email === undefined) throw new Error(`nobody in the cast is a ${visitor}`);
  return { ...person, email: person.email };
}
