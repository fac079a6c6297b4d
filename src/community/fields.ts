import { cleanLine, err, lengthOf, ok, type Result, refusal } from "../kernel/index.ts";

/** What a community says of itself; its address stays, so that links to it keep working. */
export interface CommunityFields {
  readonly name: string;
  readonly description: string;
  /** Language tag of the pages for readers who chose none. */
  readonly locale: string;
  /** `#rrggbb`, or null for Kith's own; pages correct them so that text stays readable. */
  readonly colourAccent: string | null;
  readonly colourPaper: string | null;
}

/** What a group is for: to solve things, or to share an interest, where talk of brand and product has a ceiling. */
export type Charter = "help" | "interest";

export interface GroupFields {
  readonly slug: string;
  readonly name: string;
  /** One or two sentences: what belongs here. */
  readonly purpose: string;
  /** What the group asks of its members, as text; votes on rules come with governance. */
  readonly rules: string;
  readonly charter: Charter;
  /** From which probability on "this is solved" is said here, above 0; 1 never says it, and null leaves it to what was learned. */
  readonly solvedFrom?: number | null;
}

const titleLength = { least: 3, most: 200 };
const mostTags = 5;
const longestTag = 50;

/** A question's title, made storable, or what is wrong with it. */
export function checkTitle(typed: string): Result<string> {
  const title = cleanLine(typed);
  const length = lengthOf(title);
  if (length >= titleLength.least && length <= titleLength.most) return ok(title);
  const message =
    length < titleLength.least
      ? `The title needs at least ${titleLength.least} characters.`
      : `The title has ${length} characters; ${titleLength.most} are the most.`;
  return err(refusal("invalid", "title-length", message, "Say in one line what the problem is.", { title: message }));
}

/**
 * Tags as typed, made storable: lower case, without a leading #, each once, in the order typed. Any script and any sign may stand in
 * a tag except the comma, which separates them.
 */
export function checkTags(typed: readonly string[]): Result<string[]> {
  const tags = [...new Set(typed.map(cleanTag).filter((tag) => tag !== ""))];
  if (tags.length > mostTags) return err(wrong(`There are ${tags.length} tags; ${mostTags} are the most.`));
  const long = tags.find((tag) => lengthOf(tag) > longestTag);
  return long ? err(wrong(`A tag has at most ${longestTag} characters.`)) : ok(tags);
}

/** A tag of dots alone would be read as a folder in an address. */
function cleanTag(typed: string): string {
  const tag = cleanLine(typed).replace(/^#+/, "").toLocaleLowerCase("und").trim();
  return /^\.*$/.test(tag) ? "" : tag;
}

function wrong(message: string) {
  return refusal("invalid", "tags-invalid", message, "Keep the few tags that help others to find it.", {
    tags: message,
  });
}

/** A name for a community or a group. */
export function checkName(typed: string): Result<string> {
  const name = cleanLine(typed);
  const length = lengthOf(name);
  if (length >= 1 && length <= 80) return ok(name);
  const message = length === 0 ? "A name is needed." : `The name has ${length} characters; 80 are the most.`;
  return err(
    refusal("invalid", "name-length", message, "Choose a short name that people recognise.", { name: message }),
  );
}

/** The part of an address that names a community or a group. */
export function checkSlug(typed: string): Result<string> {
  const slug = typed.trim().toLowerCase();
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 60) return ok(slug);
  const message = "The address may have small letters, digits and single hyphens, 60 at most.";
  return err(refusal("invalid", "slug-invalid", message, "Try something like coffee-machines.", { slug: message }));
}
