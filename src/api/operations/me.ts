import * as z from "zod";
import {
  type Actor,
  createToken,
  editProfile,
  listTokens,
  type MemberProfile,
  may,
  permissions,
  readMember,
  revokeToken,
  scopes,
  type TokenListed,
} from "../../accounts/index.ts";
import { listThanksTo } from "../../community/index.ts";
import { err } from "../../kernel/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, made, operation } from "../operation.ts";
import { memberSchema, showMember } from "../views/member.ts";
import { authorSchema, idSchema, momentSchema, nextSchema, showAuthor } from "../views/small.ts";
import { addressOf } from "./addresses.ts";
import { afterId, limitOf, pathId } from "./fields.ts";
import { memberMissing } from "./members.ts";

const tag = "Oneself";
const scope = z.enum(scopes);
const scopeList = z.array(scope).meta({
  description:
    "`read` reads, `write` takes part, `admin` does all else that the member may; each includes those before.",
});

const meSchema = named(
  "Me",
  memberSchema.extend({
    locale: z.string().nullable(),
    theme: z.enum(["light", "dark"]).nullable(),
    permissions: z
      .array(z.enum(permissions))
      .meta({ description: "What the caller may do, the token's scopes applied." }),
    scopes: scopeList.nullable().meta({ description: "Of the token; null for a session." }),
  }),
);

/** Those on one's own things count as if the thing were one's own. */
function permissionsOfCaller(actor: Actor): readonly string[] {
  const own = { ownerId: actor.memberId };
  return permissions.filter((permission) => may(actor, permission as "edit own messages", own));
}

function showMe(actor: Actor, member: MemberProfile) {
  const { locale, theme } = member;
  return { ...showMember(member), locale, theme, permissions: permissionsOfCaller(actor), scopes: actor.scopes };
}

const tokenSchema = named(
  "Token",
  z.object({
    id: idSchema,
    name: z.string().meta({ examples: ["our shop's help page"] }),
    scopes: scopeList,
    createdAt: momentSchema,
    expiresAt: momentSchema.nullable(),
    lastUsedAt: momentSchema.nullable(),
  }),
);

function showToken(token: TokenListed) {
  return {
    id: token.id,
    name: token.name,
    scopes: token.scopes,
    createdAt: token.createdAt,
    expiresAt: token.expiresAt,
    lastUsedAt: token.lastUsedAt,
  };
}

export const meOperations = [
  operation({
    id: "getMe",
    method: "get",
    path: "/communities/{slug}/me",
    tag,
    summary: "Who the caller is and what they may do",
    permission: "read the community",
    success: { status: 200, schema: meSchema, says: "The member behind the token or the session." },
    refusals: ["sign-in-needed", "member-not-found"],
    async readAsMember({ actor, community, services }) {
      const member = await readMember(services.store.database, community.id, actor.memberId);
      return member ? fine(showMe(actor, member)) : err(memberMissing);
    },
  }),
  operation({
    id: "editMe",
    method: "patch",
    path: "/communities/{slug}/me",
    tag,
    summary: "Change one's own profile",
    description: "What is left out stays as it is.",
    permission: "edit own profile",
    body: named(
      "ProfileChange",
      z.strictObject({
        name: z.string().optional().meta({ minLength: 1, maxLength: 80 }),
        about: z.string().optional().meta({ maxLength: 1000 }),
        locale: z
          .string()
          .nullable()
          .optional()
          .meta({ description: "null follows the browser.", examples: ["de-AT"] }),
        theme: z.enum(["light", "dark"]).nullable().optional().meta({ description: "null follows the device." }),
      }),
    ),
    success: { status: 200, schema: meSchema, says: "Changed." },
    refusals: ["name-invalid", "about-invalid", "locale-invalid", "member-not-found"],
    async change(tx, { actor, body, community }) {
      const edited = await editProfile(tx, actor, {
        ...(body.name === undefined ? {} : { name: body.name }),
        ...(body.about === undefined ? {} : { about: body.about }),
        ...(body.locale === undefined ? {} : { locale: body.locale }),
        ...(body.theme === undefined ? {} : { theme: body.theme }),
      });
      if (!edited.ok) return edited;
      const member = await readMember(tx.db, community.id, actor.memberId);
      return member ? fine(showMe(actor, member)) : err(memberMissing);
    },
  }),
  operation({
    id: "listMyThanks",
    method: "get",
    path: "/communities/{slug}/me/thanks",
    tag,
    summary: "Thanks that the caller got",
    description: "Private between two people: nobody else can read them.",
    permission: "edit own profile",
    query: z.object({ after: afterId(), limit: limitOf(50, 100) }),
    success: {
      status: 200,
      schema: named(
        "ThanksList",
        z.object({
          thanks: z.array(
            z.object({
              id: idSchema,
              note: z.string(),
              createdAt: momentSchema,
              from: authorSchema,
              questionId: idSchema,
              questionTitle: z.string(),
            }),
          ),
          next: nextSchema,
        }),
      ),
      says: "The newest first.",
    },
    async readAsMember({ actor, community, query: { after: before, limit }, services }) {
      const wish = { communityId: community.id, memberId: actor.memberId, before, limit: limit + 1 };
      const listed = await listThanksTo(services.store.database, wish);
      const shown = listed.slice(0, limit);
      return fine({
        next: listed.length > limit ? String(shown.at(-1)?.id) : null,
        thanks: shown.map(({ id, note, at, from, questionId, questionTitle }) => ({
          ...{ id, note, createdAt: at, from: showAuthor(from), questionId, questionTitle },
        })),
      });
    },
  }),
  operation({
    id: "listTokens",
    method: "get",
    path: "/communities/{slug}/me/tokens",
    tag,
    summary: "List one's own API tokens",
    permission: "create tokens for oneself",
    success: {
      status: 200,
      schema: named("TokenList", z.object({ tokens: z.array(tokenSchema) })),
      says: "Those that are not revoked, the newest first, without their secrets.",
    },
    async readAsMember({ actor, community, services }) {
      const tokens = await listTokens(services.store.database, community.id, actor.memberId);
      return fine({ tokens: tokens.map(showToken) });
    },
  }),
  operation({
    id: "createToken",
    method: "post",
    path: "/communities/{slug}/me/tokens",
    tag,
    summary: "Create an API token for oneself",
    description: "The secret is shown this once. Takes no Idempotency-Key, because the secret is not kept anywhere.",
    permission: "create tokens for oneself",
    body: named(
      "NewToken",
      z.strictObject({
        name: z.string().meta({ minLength: 1, maxLength: 80, description: "What it is for." }),
        scopes: z.array(scope).meta({ minItems: 1, examples: [["read"]] }),
        expiresAt: z.iso
          .datetime("This must be a moment such as 2027-01-31T00:00:00Z.")
          .nullable()
          .default(null)
          .meta({ description: "null: until it is revoked." }),
      }),
    ),
    success: {
      status: 201,
      schema: named("TokenMade", z.object({ id: idSchema, secret: z.string().meta({ examples: ["kith_…"] }) })),
      says: "Created.",
    },
    refusals: [
      "name-invalid",
      "scopes-invalid",
      "scopes-exceeded",
      "expiry-invalid",
      "too-many-tokens",
      "member-not-found",
    ],
    async change(tx, { actor, body, community }) {
      const { name, expiresAt } = body;
      const created = await createToken(tx, actor, {
        name,
        scopes: body.scopes,
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      });
      if (!created.ok) return created;
      return made(addressOf(community.slug, "me", "tokens", created.value.id), created.value);
    },
  }),
  operation({
    id: "revokeToken",
    method: "delete",
    path: "/communities/{slug}/me/tokens/{id}",
    tag,
    summary: "Revoke one of one's own tokens",
    permission: "create tokens for oneself",
    params: z.object({ id: pathId.meta({ description: "The token's id." }) }),
    success: { status: 204, says: "It works no more." },
    refusals: ["token-not-found"],
    async change(tx, { actor, params: { id } }) {
      const revoked = await revokeToken(tx, actor, id);
      return revoked.ok ? done : revoked;
    },
  }),
];
