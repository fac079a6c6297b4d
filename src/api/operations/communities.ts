import * as z from "zod";
import { type Community, listCommunities } from "../../community/index.ts";
import type { Database } from "../../store/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { idSchema } from "../views/small.ts";

const communitySchema = named(
  "Community",
  z.object({
    id: idSchema,
    slug: z.string().meta({ examples: ["lamps"] }),
    name: z.string(),
    description: z.string(),
    locale: z.string().meta({ description: "A language tag (BCP 47).", examples: ["en"] }),
  }),
);
export const communityListSchema = named("CommunityList", z.object({ communities: z.array(communitySchema) }));

function showCommunity(community: Community) {
  return {
    id: community.id,
    slug: community.slug,
    name: community.name,
    description: community.description,
    locale: community.locale,
  };
}

/** Every community of this installation; the one operation that belongs to none of them. */
export async function showCommunities(database: Database) {
  return { communities: (await listCommunities(database)).map(showCommunity) };
}

export const communityOperations = [
  operation({
    id: "getCommunity",
    method: "get",
    path: "/communities/{slug}",
    tag: "Communities",
    summary: "Read a community",
    permission: "read the community",
    success: { status: 200, schema: communitySchema, says: "The community." },
    async read({ community }) {
      return fine(showCommunity(community));
    },
  }),
];
