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

/**
 * What Html is while the program runs: text with the mark that hono/jsx and the templates know it by. Hono's own is a `String` object
 * with two more properties, which takes four times the memory; a page makes hundreds.
 */
class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  get isEscaped(): true {
    return true;
  }
  toString(): string {
    return this.text;
  }
}

function markup(text: string): Html {
  return new Markup(text) as unknown as Html;
}

/** Says that a sanitiser has been through this string. Call it only right behind the sanitiser. */
export function sanitised(value: string): SafeHtml {
  return value as SafeHtml;
}

/** Prints sanitised HTML as a child of JSX or of a template. */
export function printSafe(value: SafeHtml): Html {
  return markup(value);
}

/**
 * A template that escapes every value that is not Html itself. It costs a small part of a JSX tree of the same size, and makes no
 * garbage but the text, so what is on every page or repeats on one (the frame, rows, posts, small forms) is written with it; the
 * other pages are JSX. Neither `<svg>` nor `<head>` may stand in JSX: from the first one on, hono/jsx asks for a context at every element.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  let text = strings[0] ?? "";
  for (let at = 0; at < values.length; at += 1) text += printed(values[at]) + (strings[at + 1] ?? "");
  return markup(text);
}

function printed(value: Part): string {
  if (typeof value === "string") return escaped(value);
  if (value instanceof Markup) return value.text;
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (isList(value)) {
    let text = "";
    for (const one of value) text += printed(one);
    return text;
  }
  if (!("isEscaped" in value))
    throw new Error("what stands in a template is text, a number or Html, and waits for nothing");
  const text: unknown = value.toString();
  if (typeof text === "string") return text;
  throw new Error("a component in a template waits for something; read it before the page is drawn");
}

function isList(value: Part): value is readonly Part[] {
  return Array.isArray(value);
}

const special = /[&<>'"]/;
const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", '"': "&quot;" };

function escaped(text: string): string {
  return special.test(text) ? text.replaceAll(/[&<>'"]/g, (character) => names[character] ?? "") : text;
}

/** Nothing, as Html. */
export const nothing: Html = markup("");

/** Markup of our own that never changes: icons and the like. Takes a literal, never a value. */
export function literal(strings: TemplateStringsArray): Html {
  return markup(strings[0] ?? "");
}
