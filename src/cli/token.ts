import { createToken, findMember, isScope, type Scope, scopes } from "../accounts/index.ts";
import { findCommunity, listCommunities } from "../community/index.ts";
import { err, ok, type Refusal, type Result, refusal, unwrap } from "../kernel/index.ts";
import type { Database } from "../store/index.ts";
import { print, type Register } from "./command.ts";

interface Options {
  readonly member: string;
  readonly scopes: string;
  readonly name: string;
  readonly community?: string;
  readonly days?: string;
  readonly json?: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;

export const registerToken: Register = (program, host) => {
  program
    .command("token")
    .description("Tokens for the API.")
    .command("create")
    .description("Make a token that acts as a member. It is shown once.")
    .requiredOption("--member <name|email>", "whose: a name, an e-mail address, or id:12")
    .option("--scopes <list>", `what it may do, of ${scopes.join(", ")}`, "read,write")
    .option("--name <name>", "what it is for, to recognise it later", "command line")
    .option("--community <slug>", "which community, where there are several")
    .option("--days <number>", "how long it works; without it, until it is revoked")
    .option("--json", "print JSON")
    .action(async (options: Options) => {
      const wished = unwrap(readScopes(options.scopes));
      const days = unwrap(readDays(options.days));
      const store = await host().openStore();
      try {
        const community = unwrap(await chooseCommunity(store.database, options.community));
        const member = unwrap(await findMember(store.database, community.id, options.member));
        const expiresAt = days === null ? null : new Date(store.clock.now().getTime() + days * dayMs);
        const owner = { communityId: community.id, memberId: member.id };
        const wish = { name: options.name, scopes: wished, expiresAt };
        const token = unwrap(await store.transact((tx) => createToken(tx, owner, wish)));
        const shown = {
          token: token.secret,
          member: member.name,
          community: community.slug,
          scopes: wished,
          expiresAt,
        };
        if (options.json) print(JSON.stringify(shown));
        else
          print(
            `${token.secret}\nacts as ${member.name} in ${community.slug} with ${wished.join(", ")}. It is not shown again.`,
          );
      } finally {
        await store.close();
      }
    });
};

/** The named community, or the only one. */
export async function chooseCommunity(
  database: Database,
  slug: string | undefined,
): Promise<Result<{ id: number; slug: string; locale: string }>> {
  if (slug !== undefined) {
    const found = await findCommunity(database, slug);
    return found ? ok(found) : err(noCommunity(`There is no community ${slug}.`));
  }
  const all = await listCommunities(database);
  const [only] = all;
  if (only && all.length === 1) return ok(only);
  const names = all.map((community) => community.slug).join(", ");
  return err(noCommunity(only ? `There are several communities: ${names}.` : "There is no community yet."));
}

function noCommunity(message: string): Refusal {
  return refusal("missing", "community-missing", message, "Name one with --community, or set Kith up first.");
}

function readScopes(text: string): Result<Scope[]> {
  const given = text.split(/[\s,]+/).filter((word) => word !== "");
  const wrong = given.find((word) => !isScope(word));
  if (given.length > 0 && wrong === undefined) return ok(given.filter(isScope));
  return err(
    refusal("invalid", "scope-unknown", `There is no scope ${wrong ?? ""}.`, `Choose of ${scopes.join(", ")}.`),
  );
}

function readDays(text: string | undefined): Result<number | null> {
  if (text === undefined) return ok(null);
  const days = Number(text);
  if (Number.isInteger(days) && days > 0 && days <= 3650) return ok(days);
  return err(refusal("invalid", "days-invalid", `${text} is no number of days.`, "Choose a number from 1 to 3650."));
}
