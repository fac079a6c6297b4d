import type { Database, Transaction } from "../../store/index.ts";

/** What is kept of one sign-in, as its person sees it. */
export interface SessionListed {
  readonly id: string;
  /** What the browser calls itself. */
  readonly agent: string | null;
  readonly createdAt: Date;
  /** To the day. */
  readonly lastUsedAt: Date;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

type Readable = Database | Transaction["db"];

export async function findPersonByEmail(db: Readable, email: string) {
  return db
    .selectFrom("person")
    .where("email", "=", email)
    .select(["id as personId", "name", "email", "email_verified as emailVerified"])
    .executeTakeFirst();
}

export async function insertPerson(
  tx: Transaction,
  person: { id: string; name: string; email: string; emailVerified: boolean },
): Promise<boolean> {
  const inserted = await tx.db
    .insertInto("person")
    .values({
      id: person.id,
      name: person.name,
      email: person.email,
      email_verified: person.emailVerified,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** better-auth's name for "signs in with a password". */
const passwordProvider = "credential";

export async function findPassword(db: Readable, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom("credential")
    .where("person_id", "=", personId)
    .where("provider_id", "=", passwordProvider)
    .select("password")
    .executeTakeFirst();
  return row?.password ?? null;
}

/** Gives a person a password, in place of the one they had. */
export async function setPassword(tx: Transaction, personId: string, credentialId: string, phc: string): Promise<void> {
  const changed = await tx.db
    .updateTable("credential")
    .set({ password: phc, updated_at: tx.now })
    .where("person_id", "=", personId)
    .where("provider_id", "=", passwordProvider)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return;
  await tx.db
    .insertInto("credential")
    .values({
      id: credentialId,
      person_id: personId,
      account_id: personId,
      provider_id: passwordProvider,
      password: phc,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
}

export async function insertSession(
  tx: Transaction,
  session: { id: string; token: string; personId: string; expiresAt: Date; agent: string | null },
): Promise<void> {
  await tx.db
    .insertInto("session")
    .values({
      id: session.id,
      token: session.token,
      person_id: session.personId,
      expires_at: session.expiresAt,
      agent: session.agent,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
}

/** The person of a session that is not over. */
export async function findSessionOwner(db: Readable, token: string, now: Date) {
  return db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .where("session.token", "=", token)
    .where("session.expires_at", ">", now)
    .select(["session.id as sessionId", "person.id as personId", "person.name", "person.email"])
    .executeTakeFirst();
}

export async function deleteSession(database: Database, token: string): Promise<void> {
  await database.deleteFrom("session").where("token", "=", token).execute();
}

export async function deleteSessionOf(database: Database, personId: string, id: string): Promise<boolean> {
  const deleted = await database
    .deleteFrom("session")
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

export async function deleteOtherSessions(tx: Transaction, personId: string, keptId: string): Promise<void> {
  await tx.db.deleteFrom("session").where("person_id", "=", personId).where("id", "!=", keptId).execute();
}

export async function listSessionsOf(
  database: Database,
  personId: string,
  currentId: string,
  now: Date,
): Promise<SessionListed[]> {
  const rows = await database
    .selectFrom("session")
    .where("person_id", "=", personId)
    .where("expires_at", ">", now)
    .select(["id", "agent", "created_at as createdAt", "updated_at as lastUsedAt"])
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, current: row.id === currentId }));
}

/** Removes what is over: sessions, codes and links. Returns how many rows went. */
export async function deleteExpired(database: Database, now: Date): Promise<number> {
  const sessions = await database.deleteFrom("session").where("expires_at", "<=", now).executeTakeFirst();
  const codes = await database.deleteFrom("verification").where("expires_at", "<=", now).executeTakeFirst();
  const links = await database.deleteFrom("one_time_link").where("expires_at", "<=", now).executeTakeFirst();
  return Number(sessions.numDeletedRows + codes.numDeletedRows + links.numDeletedRows);
}

export async function insertOneTimeLink(
  tx: Transaction,
  link: { secretHash: string; purpose: "set-up" | "sign-in"; personId: string | null; expiresAt: Date },
): Promise<void> {
  await tx.db
    .insertInto("one_time_link")
    .values({
      secret_hash: link.secretHash,
      purpose: link.purpose,
      person_id: link.personId,
      created_at: tx.now,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** Uses a link up; undefined where there is none, or it is used or over. Whoever comes second waits for the first and gets nothing. */
export async function takeOneTimeLink(tx: Transaction, secretHash: string, purpose: "set-up" | "sign-in") {
  return tx.db
    .updateTable("one_time_link")
    .set({ used_at: tx.now })
    .where("secret_hash", "=", secretHash)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", tx.now)
    .returning("person_id as personId")
    .executeTakeFirst();
}

export async function oneTimeLinkWorks(
  database: Database,
  secretHash: string,
  purpose: "set-up" | "sign-in",
  now: Date,
): Promise<boolean> {
  const found = await database
    .selectFrom("one_time_link")
    .where("secret_hash", "=", secretHash)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .select("secret_hash")
    .executeTakeFirst();
  return found !== undefined;
}

/** Set-up links that were printed before end when a new one is. */
export async function deleteSetUpLinks(tx: Transaction): Promise<void> {
  await tx.db.deleteFrom("one_time_link").where("purpose", "=", "set-up").where("used_at", "is", null).execute();
}

export async function anyCommunity(db: Readable): Promise<boolean> {
  return (await db.selectFrom("community").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** The value of a setting; where there is none yet, `offered` becomes it. Processes that start together agree on one. */
export async function settleSetting(database: Database, name: string, offered: string, now: Date): Promise<string> {
  await database
    .insertInto("setting")
    .values({ name, value: offered, updated_at: now })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const { value } = await database
    .selectFrom("setting")
    .where("name", "=", name)
    .select("value")
    .executeTakeFirstOrThrow();
  return value;
}
