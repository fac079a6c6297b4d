import { err, hashSecret, newSecret, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { type Actor, impliedScopes, isScope, type Scope, scopes } from "../actor.ts";
import { tokenPrefix } from "../actors/read-actor.ts";
import { ensureMay } from "../permissions.ts";
import { checkName } from "../profile.ts";
import { countTokens, insertToken, memberExists } from "./queries.ts";

/** More than anybody needs at once, and few enough for one page. */
const mostTokens = 100;

export interface TokenWish {
  /** What it is for, as its member will recognise it. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** null: works until it is revoked. */
  readonly expiresAt: Date | null;
}

/** Whose token it will be: an actor makes one for themselves; the command line, which has no actor, names a member. */
export type TokenOwner = Actor | { readonly communityId: number; readonly memberId: number };

/**
 * Makes an API token and returns its secret, which is shown this once: only its hash is kept. An actor's token allows no more than
 * what the actor comes with. Appends `token.created`.
 */
export async function createToken(
  tx: Transaction,
  owner: TokenOwner,
  wish: TokenWish,
): Promise<Result<{ id: number; secret: string }>> {
  const { communityId, memberId } = owner;
  if ("roles" in owner) {
    const allowed = ensureMay(owner, "create tokens for oneself");
    if (!allowed.ok) return allowed;
  }
  const name = checkName(wish.name);
  if (!name.ok) return name;
  const asked = [...new Set(wish.scopes)];
  const known = asked.filter(isScope);
  if (known.length === 0 || known.length < asked.length) return err(scopesInvalid());
  if ("roles" in owner && !within(known, owner.scopes)) return err(scopesExceeded());
  if (wish.expiresAt && wish.expiresAt <= tx.now) return err(expiryInvalid());
  if (!(await memberExists(tx, communityId, memberId))) return err(memberMissing());
  if ((await countTokens(tx, communityId, memberId)) >= mostTokens) return err(tooManyTokens());

  const secret = `${tokenPrefix}${newSecret()}`;
  const id = await insertToken(tx, {
    communityId,
    memberId,
    name: name.value,
    secretHash: hashSecret(secret),
    scopes: known,
    expiresAt: wish.expiresAt,
  });
  tx.append({
    communityId,
    kind: "token.created",
    actorId: memberId,
    subject: "token",
    subjectId: id,
    data: { memberId, scopes: known },
  });
  return ok({ id, secret });
}

/** Whether a token with these scopes stays within what its maker's own token allows. */
function within(asked: readonly Scope[], held: readonly Scope[] | null): boolean {
  if (!held) return true;
  const implied = impliedScopes(held);
  return asked.every((scope) => implied.has(scope));
}

const scopesInvalid = () =>
  refusal(
    "invalid",
    "scopes-invalid",
    "A token needs at least one scope, and only scopes that exist.",
    `Choose from ${scopes.join(", ")}.`,
    { scopes: `Choose from ${scopes.join(", ")}.` },
  );

const scopesExceeded = () =>
  refusal(
    "forbidden",
    "scopes-exceeded",
    "A token cannot make a token that allows more than itself.",
    "Ask for fewer scopes, or sign in in a browser and create the token there.",
  );

const expiryInvalid = () =>
  refusal("invalid", "expiry-invalid", "The token would already be over.", "Choose a day that is still to come.", {
    expiresAt: "Choose a day that is still to come.",
  });

const memberMissing = () =>
  refusal("missing", "member-not-found", "There is no such member in this community.", "Look at the list of members.");

const tooManyTokens = () =>
  refusal(
    "conflict",
    "too-many-tokens",
    `A member has at most ${mostTokens} tokens.`,
    "Revoke some that are not used.",
  );
