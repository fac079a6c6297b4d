import * as z from "zod";
import { grantRole, listMembers, readMember, revokeRole } from "../../accounts/index.ts";
import { cleanText, err, refusal } from "../../kernel/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, operation } from "../operation.ts";
import { listedMemberSchema, memberSchema, showListedMember, showMember } from "../views/member.ts";
import { grantableRoleSchema, nextSchema } from "../views/small.ts";
import { afterOf, limitOf, pathId, storable } from "./fields.ts";

const tag = "Members";
const params = z.object({ id: pathId.meta({ description: "The member's id." }) });
const ofRole = params.extend({ role: grantableRoleSchema });

export const memberMissing = refusal(
  "missing",
  "member-not-found",
  "There is no such member here.",
  "Look for them in the list of members.",
);

/** A place in the list of members: their id and name, since the list goes by name. */
function readPlace(text: string): { name: string; id: number } | null {
  const [, id, name] = /^(\d{1,15})-([A-Za-z0-9_-]{0,1500})$/.exec(text) ?? [];
  if (!id || name === undefined) return null;
  return { id: Number(id), name: cleanText(Buffer.from(name, "base64url").toString()) };
}

export const memberOperations = [
  operation({
    id: "listMembers",
    method: "get",
    path: "/communities/{slug}/members",
    tag,
    summary: "List members by name",
    description:
      "With `name`, whom somebody may mean who is typing it. A link to a member's page (`/c/{slug}/m/{id}`) in the words of a question, an answer or a comment mentions them.",
    permission: "see members",
    query: z.object({
      name: storable.optional().meta({ description: "How the name begins, in any case." }),
      role: grantableRoleSchema.optional().meta({ description: "Only those who hold this role." }),
      after: afterOf(readPlace),
      limit: limitOf(50, 200),
    }),
    success: {
      status: 200,
      schema: named("MemberList", z.object({ members: z.array(listedMemberSchema), next: nextSchema })),
      says: "Members, without those who were erased.",
    },
    async readAsMember({ community, query, services }) {
      const { members, next } = await listMembers(services.store.database, community.id, {
        limit: query.limit,
        ...(query.name === undefined ? {} : { prefix: query.name }),
        ...(query.role === undefined ? {} : { role: query.role }),
        ...(query.after ? { after: query.after } : {}),
      });
      return fine({
        members: members.map(showListedMember),
        next: next && `${next.id}-${Buffer.from(next.name).toString("base64url")}`,
      });
    },
  }),
  operation({
    id: "getMember",
    method: "get",
    path: "/communities/{slug}/members/{id}",
    tag,
    summary: "Read a member's profile",
    permission: "see members",
    params,
    success: { status: 200, schema: memberSchema, says: "The member." },
    refusals: ["member-not-found"],
    async readAsMember({ community, params: { id }, services }) {
      const member = await readMember(services.store.database, community.id, id);
      return member ? fine(showMember(member)) : err(memberMissing);
    },
  }),
  operation({
    id: "grantRole",
    method: "put",
    path: "/communities/{slug}/members/{id}/roles/{role}",
    tag,
    summary: "Grant a role",
    permission: "manage members and roles",
    params: ofRole,
    success: { status: 204, says: "Granted; granting twice changes nothing." },
    refusals: ["member-not-found", "marketer-stands-alone"],
    async change(tx, { actor, community, params: { id, role } }) {
      const granted = await grantRole(tx, { communityId: community.id, actor, memberId: id, role });
      return granted.ok ? done : granted;
    },
  }),
  operation({
    id: "revokeRole",
    method: "delete",
    path: "/communities/{slug}/members/{id}/roles/{role}",
    tag,
    summary: "Take a role back",
    permission: "manage members and roles",
    params: ofRole,
    success: { status: 204, says: "Taken back." },
    refusals: ["member-not-found", "last-admin"],
    async change(tx, { actor, community, params: { id, role } }) {
      const revoked = await revokeRole(tx, { communityId: community.id, actor, memberId: id, role });
      return revoked.ok ? done : revoked;
    },
  }),
];
