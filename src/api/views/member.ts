import * as z from "zod";
import type { MemberListed, MemberProfile } from "../../accounts/index.ts";
import { named } from "../openapi/named.ts";
import { idSchema, momentSchema, roleSchema } from "./small.ts";

const listed = z.object({
  id: idSchema,
  name: z.string().meta({ examples: ["Ada"] }),
  roles: z.array(roleSchema),
  staff: z.boolean(),
  joinedAt: momentSchema,
});

export const listedMemberSchema = named("ListedMember", listed);
export const memberSchema = named("Member", listed.extend({ about: z.string() }));

export function showListedMember(member: MemberListed) {
  return {
    id: member.id,
    name: member.name,
    roles: member.roles,
    staff: member.staff,
    joinedAt: member.joinedAt,
  };
}

/** A member as others see them: their language and theme are theirs alone. */
export function showMember(member: MemberProfile) {
  return { ...showListedMember(member), about: member.about };
}
