import { type RawBuilder, sql } from "kysely";
import type { Database, Transaction } from "../../store/index.ts";

/** Where it is known from in which language a question is: `unread` is the community's until somebody has looked. */
export type LanguageFrom = "unread" | "community" | "text" | "person";

/** A language as it is put away; null stands for the community's. */
export interface QuestionLanguage {
  readonly language: string | null;
  readonly from: LanguageFrom;
}

/** The language, or the community's where there is none. The same rule as `languageOfLocale`. */
export function languageOr(communityId: number, language: string | null): RawBuilder<string> {
  return sql<string>`coalesce(${language}::text, (
    select coalesce(substring(lower(locale) from '^([a-z]{2,3})(?:-|$)'), 'en') from community where id = ${communityId}))`;
}

/** Says in which language a question is; false where it was said already. */
export async function setLanguage(
  tx: Transaction,
  communityId: number,
  questionId: number,
  { language, from }: QuestionLanguage,
): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    update question q set language = ${languageOr(communityId, language)}, language_from = ${from}
    from question before
    where q.community_id = ${communityId} and q.id = ${questionId}
      and before.community_id = q.community_id and before.id = q.id
    returning before.language <> q.language or before.language_from <> q.language_from as changed`.execute(tx.db);
  return rows[0]?.changed ?? false;
}

/** A question that nobody has looked at for its language, with what tells it. */
export interface UnreadQuestion {
  readonly communityId: number;
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly language: string;
}

/** The next questions whose language nobody has looked at, locked; those that somebody is changing right now come later. */
export async function lockUnread(tx: Transaction, limit: number): Promise<UnreadQuestion[]> {
  const { rows } = await sql<UnreadQuestion>`
    select q.community_id as "communityId", q.id, q.title, left(m.body, 10000) as body, q.language
    from question q join message m on m.community_id = q.community_id and m.id = q.message_id
    where q.language_from = 'unread'
    order by q.community_id, q.id limit ${limit} for update of q skip locked`.execute(tx.db);
  return rows;
}

/** The beginnings of what was said below these questions in no known language. */
export async function listSaidBelow(
  tx: Transaction,
  communityId: number,
  questionIds: readonly number[],
): Promise<{ id: number; body: string }[]> {
  const { rows } = await sql<{ id: number; body: string }>`
    select id, left(body, 10000) as body from message
    where community_id = ${communityId} and conversation_id = any(${[...questionIds]}::bigint[]) and language is null
    limit 100000`.execute(tx.db);
  return rows;
}

/** Says of many messages in which language each is. */
export async function setLanguagesSaid(
  tx: Transaction,
  communityId: number,
  said: readonly { readonly id: number; readonly language: string }[],
): Promise<void> {
  await sql`
    update message m set language = said.language
    from unnest(${said.map(({ id }) => id)}::bigint[], ${said.map(({ language }) => language)}::text[]) as said (id, language)
    where m.community_id = ${communityId} and m.id = said.id`.execute(tx.db);
}

/** Whether there are questions whose language nobody has looked at. */
export async function hasUnread(database: Database): Promise<boolean> {
  const { rows } = await sql`select from question where language_from = 'unread' limit 1`.execute(database);
  return rows.length > 0;
}
