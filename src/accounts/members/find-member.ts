import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Database } from "../../store/index.ts";
import type { GrantableRole } from "../actor.ts";
import { noSuchMember } from "./change-roles.ts";
import {
  findMemberByEmail,
  findMemberById,
  findMembersByName,
  type MemberFound,
  type MemberListed,
  selectMembers,
} from "./queries.ts";

const listedIds = 10;

/**
 * The one member who is meant by a name, an e-mail address, or `id:12`. A name that several have is refused with
 * `member-ambiguous`, which lists their ids.
 */
export async function findMember(
  database: Database,
  communityId: number,
  nameOrEmail: string,
): Promise<Result<MemberFound>> {
  const wanted = nameOrEmail.trim();
  const id = /^id:(\d{1,15})$/.exec(wanted)?.[1];
  if (id) return found(await findMemberById(database, communityId, Number(id)));
  const byEmail = wanted.includes("@")
    ? await findMemberByEmail(database, communityId, wanted.toLowerCase())
    : undefined;
  if (byEmail) return ok(byEmail);
  const named = await findMembersByName(database, communityId, wanted);
  return named.length > 1 ? err(ambiguous(wanted, named)) : found(named[0]);
}

function found(member: MemberFound | undefined): Result<MemberFound> {
  return member ? ok(member) : err(noSuchMember());
}

function ambiguous(name: string, members: readonly MemberFound[]) {
  const ids = members.slice(0, listedIds).map(({ id }) => `id:${id}`);
  const more = members.length > listedIds ? " and others" : "";
  return refusal(
    "conflict",
    "member-ambiguous",
    `Several members are called ${name}: ${ids.join(", ")}${more}.`,
    "Write the e-mail address or one of these ids in place of the name.",
  );
}

export interface MemberWish {
  /** How the name begins, in any case. */
  readonly prefix?: string;
  readonly role?: GrantableRole;
  /** Only those of these. */
  readonly ids?: readonly number[];
  /** The last member of the page before. */
  readonly after?: { readonly name: string; readonly id: number };
  /** At most 200; 50 unless told. */
  readonly limit?: number;
}

/** A page of members by name. `next` is what to pass as `after` for the page that follows; null on the last one. */
export async function listMembers(
  database: Database,
  communityId: number,
  wish: MemberWish = {},
): Promise<{ members: MemberListed[]; next: { name: string; id: number } | null }> {
  const limit = Math.min(Math.max(wish.limit ?? 50, 1), 200);
  const rows = await selectMembers(database, communityId, {
    prefix: wish.prefix?.trim() || null,
    role: wish.role ?? null,
    ids: wish.ids ?? null,
    after: wish.after ?? null,
    limit: limit + 1,
  });
  const members = rows.slice(0, limit);
  const last = members.at(-1);
  return { members, next: rows.length > limit && last ? { name: last.name, id: last.id } : null };
}
