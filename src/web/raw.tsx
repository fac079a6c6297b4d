import { html as honoHtml, raw as honoRaw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/**
 * The only file that lets HTML through unescaped (house rule 14).
 *
 * Terminology
 * - **Html**: markup that is ready to be sent. hono/jsx and the `html` template both take it as a child as it is.
 * - **SafeHtml**: a string that a sanitiser has been through. The type is the proof; only `sanitised` makes one.
 */
export type Html = HtmlEscapedString;

declare const safe: unique symbol;
/** A string of HTML that was sanitised; pages print it as it is. */
export type SafeHtml = string & { readonly [safe]: true };

/** Anything that may stand as a child in a template. JSX's type allows promises; no page of ours waits inside its tree. */
export type Part = Html | Promise<Html> | string | number | boolean | null | undefined | readonly Part[];

/** Says that a sanitiser has been through this string. Call it only right behind the sanitiser. */
export function sanitised(value: string): SafeHtml {
  return value as SafeHtml;
}

/** Prints sanitised HTML as a child of JSX or of a template. */
export function printSafe(value: SafeHtml): Html {
  return honoRaw(value);
}

/**
 * A template that escapes every value that is not Html itself. It costs a sixth of a JSX tree of the same size, so what
 * is on every page or repeats on one (the frame, rows, posts, small forms) is written with it; the other pages are JSX.
 * Neither `<svg>` nor `<head>` may stand in JSX: from the first one on, hono/jsx asks for a context at every element.
 */
export const html = honoHtml as unknown as (strings: TemplateStringsArray, ...values: readonly Part[]) => Html;

/** Nothing, as Html. */
export const nothing: Html = honoRaw("");

/** Markup of our own that never changes: icons and the like. Takes a literal, never a value. */
export function literal(strings: TemplateStringsArray): Html {
  return honoRaw(strings[0] ?? "");
}
