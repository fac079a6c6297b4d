import type { Locale, Messages } from "./messages/index.ts";

/** Whoever reads the page, in the community the page belongs to. */
export interface Reader {
  /** null when the person is signed in but is not a member of this community yet. */
  memberId: number | null;
  name: string;
  roles: readonly string[];
  /** Solvers, analysts, marketers and administrators: labelled wherever their name stands. */
  staff: boolean;
  /** How many notifications they have not read here. */
  unread: number;
}

export interface CommunityBrief {
  slug: string;
  name: string;
  /** One or two sentences; also the page's description for search engines. */
  description: string;
  /** Address of this community's own stylesheet (see colours.ts), or null when it set no colours. */
  colours: string | null;
}

/** What a page may offer this reader. What may be done to one post stands in the view model of that post. */
export type PagePermission =
  | "ask"
  | "see administration"
  | "see problems"
  | "see the care plan"
  | "manage care"
  | "create groups"
  | "change groups"
  | "change roles"
  | "read mail";

export type Theme = "auto" | "light" | "dark";

/** What was just done, told once at the top of the next page; `undo` is offered for ten seconds. */
export interface Notice {
  /** A key of `t.notices`. */
  code: NoticeCode;
  /** Where "Undo" posts to; leave it out for what cannot be undone. */
  undo?: string;
  /** Where the thing that was done can be seen, such as `#answer-12`. */
  link?: string;
  /** What the sentence counts. */
  numbers?: readonly number[];
}

export type NoticeCode = keyof Messages["notices"];

/** All that a page needs besides its own view model. Made once a request by the routes. */
export interface PageContext {
  t: Messages;
  locale: Locale;
  now: Date;
  reader: Reader | null;
  community: CommunityBrief | null;
  /**
   * Put into every form as the field `csrf`. Made when a page first has a form; a visitor gets a cookie with it. No getter: one that is
   * made anew for each page keeps what the page leaves behind alive (docs/benchmarks.md).
   */
  csrfToken(): string;
  /** The address of this page: path and query, without origin. */
  path: string;
  /** `https://help.example.org`, for the canonical address. */
  origin: string;
  /** The reader's choice; `auto` follows the device. */
  theme: Theme;
  /** Addresses with a hash in them, so that they can be cached for ever. */
  assets: { styles: string; client: string };
  may: (permission: PagePermission) => boolean;
  notice: Notice | null;
}
