import { createHash } from "node:crypto";
import { createMember, tidyName } from "../../../accounts/index.ts";
import { findImported } from "../../../community/index.ts";
import { ok, type Result } from "../../../kernel/index.ts";
import type { Transaction } from "../../../store/index.ts";
import type { Outcome, Phase } from "./batches.ts";
import { readUser, type UserRow } from "./rows.ts";
import type { Run } from "./run.ts";

const longestAbout = 1_000;

/** Every account of the dump becomes a member with whom no person is linked. */
export function usersPhase(run: Run): Phase<UserRow, Map<number, number>> {
  return {
    file: "Users.xml",
    read: readUser,
    kindOf: () => "users",
    prepare: (tx, rows) =>
      findImported(
        tx.db,
        run.key,
        "user",
        rows.map(({ id }) => id),
      ),
    async write(tx, row, known): Promise<Result<Outcome>> {
      if (known.has(row.id)) return ok({ became: "known" });
      const { communityId } = run.key;
      const about = row.about === "" ? "" : aboutOf(run.convert(row.about));
      const made = await createMember(tx, { communityId, personId: null, name: tidyName(row.name), about });
      if (!made.ok) return made;
      known.set(row.id, made.value.memberId);
      return ok({ became: "new", items: [{ kind: "user", sourceId: row.id, targetId: made.value.memberId }] });
    },
  };
}

/** What people say about themselves may be longer over there: then the paragraphs, or at least the words, that fit stay. */
function aboutOf(markdown: string): string {
  const clean = markdown.replace(/(?![\n\t])\p{Cc}/gu, " ").toWellFormed();
  const characters = [...clean];
  if (characters.length <= longestAbout) return clean;
  const fitting = characters.slice(0, longestAbout - 2).join("");
  const paragraphs = fitting.lastIndexOf("\n\n");
  return `${fitting.slice(0, paragraphs > longestAbout / 3 ? paragraphs : fitting.lastIndexOf(" "))} …`;
}

interface Owned {
  readonly ownerId: number | null;
  readonly ownerName: string | null;
}

/** The members of a batch's authors, by the ids and names that they had over there. */
export interface Authors {
  readonly members: Map<number, number>;
  readonly former: Map<number, number>;
}

export async function findAuthors(tx: Transaction, run: Run, rows: readonly Owned[]): Promise<Authors> {
  const ids = rows.flatMap((row) => (row.ownerId === null ? [] : [row.ownerId]));
  const members = await findImported(tx.db, run.key, "user", ids);
  const left = rows.filter((row) => row.ownerId === null || !members.has(row.ownerId));
  const former = await findImported(tx.db, run.key, "former", left.map(formerId));
  return { members, former };
}

/** Whoever wrote a row. An author who has left is one member for each name that the dump still tells, and one for no name. */
export async function authorOf(tx: Transaction, run: Run, row: Owned, authors: Authors): Promise<Result<Author>> {
  const member = row.ownerId === null ? undefined : authors.members.get(row.ownerId);
  if (member !== undefined) return ok({ memberId: member, items: [] });
  const sourceId = formerId(row);
  const known = authors.former.get(sourceId);
  if (known !== undefined) return ok({ memberId: known, items: [] });
  const name = tidyName(row.ownerName ?? "", formerName);
  const made = await createMember(tx, { communityId: run.key.communityId, personId: null, name });
  if (!made.ok) return made;
  const { memberId } = made.value;
  authors.former.set(sourceId, memberId);
  return ok({ memberId, items: [{ kind: "former", sourceId, targetId: memberId }] });
}

export interface Author {
  readonly memberId: number;
  readonly items: readonly { kind: "former"; sourceId: number; targetId: number }[];
}

const formerName = "Former member";

/** A name as a number, because the import's ledger knows numbers only: 48 bits of SHA-256. */
function formerId(row: Owned): number {
  const name = tidyName(row.ownerName ?? "", formerName);
  return createHash("sha256").update(name).digest().readUIntBE(0, 6);
}
