import { ok, type Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { checkAbout, checkName, tidyName } from "../profile.ts";
import { findMemberOfPerson, findPersonName, insertMember } from "./queries.ts";

export interface NewMember {
  readonly communityId: number;
  /** null for an author whom an import brings. */
  readonly personId: string | null;
  readonly name: string;
  readonly about?: string;
  readonly locale?: string | null;
  /** When they came, where it was before now: an import knows. */
  readonly joinedAt?: Date;
}

/** Makes a member and appends `member.joined`. A person who is a member already keeps the membership they have. */
export async function createMember(tx: Transaction, given: NewMember): Promise<Result<{ memberId: number }>> {
  const name = checkName(given.name);
  if (!name.ok) return name;
  const about = checkAbout(given.about ?? "");
  if (!about.ok) return about;
  const { communityId, personId } = given;
  const memberId = await insertMember(tx, {
    communityId,
    personId,
    name: name.value,
    about: about.value,
    locale: given.locale ?? null,
    joinedAt: given.joinedAt ?? tx.now,
  });
  if (memberId === undefined) return ok({ memberId: await membershipOf(tx, communityId, personId) });
  tx.append({ communityId, kind: "member.joined", actorId: memberId, subject: "member", subjectId: memberId });
  return ok({ memberId });
}

/** Makes a person a member of a community, under the name they signed up with; does nothing where they are one. */
export async function joinCommunity(
  tx: Transaction,
  personId: string,
  communityId: number,
): Promise<Result<{ memberId: number }>> {
  const member = await findMemberOfPerson(tx.db, communityId, personId);
  if (member) return ok({ memberId: member.id });
  const name = await findPersonName(tx.db, personId);
  return createMember(tx, { communityId, personId, name: tidyName(name ?? "") });
}

async function membershipOf(tx: Transaction, communityId: number, personId: string | null): Promise<number> {
  const member = personId ? await findMemberOfPerson(tx.db, communityId, personId) : undefined;
  if (!member) throw new Error("only a person who is a member already cannot be made one");
  return member.id;
}
