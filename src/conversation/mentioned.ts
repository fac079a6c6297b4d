import type { StoredEvent } from "../store/index.ts";

/** The members whom the words that an event is about mention: those who are new to it, where it is about a change. */
export function mentionedIn({ data: { mentions } }: Pick<StoredEvent, "data">): readonly number[] {
  return Array.isArray(mentions) ? mentions.filter((id) => typeof id === "number") : [];
}
