import type { ApiServices } from "../services.ts";

export const apiPrefix = "/api/v1";

/** The address of something in the API: `/api/v1/communities/lamps/questions/12`. */
export function addressOf(communitySlug: string, ...parts: (string | number)[]): string {
  return [`${apiPrefix}/communities/${communitySlug}`, ...parts.map((part) => encodeURIComponent(part))].join("/");
}

/** The address of a question's page, which adds the title to it. */
export function pageOf(services: ApiServices, communitySlug: string, questionId: number): string {
  return `${services.publicUrl()}/c/${communitySlug}/q/${questionId}`;
}
