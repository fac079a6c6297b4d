/** What hours are for: solving problems, building the community, connecting people (docs/care-managers.md). */
export const purposes = ["solving", "building", "connecting"] as const;
export type Purpose = (typeof purposes)[number];

/** Whether a text names one of the three purposes. */
export function isPurpose(text: string): text is Purpose {
  return (purposes as readonly string[]).includes(text);
}

/** Milliseconds for each purpose. */
export type ByPurpose = Readonly<Record<Purpose, number>>;

/** One number for each purpose. */
export function byPurpose(of: (purpose: Purpose) => number): ByPurpose {
  return { solving: of("solving"), building: of("building"), connecting: of("connecting") };
}
