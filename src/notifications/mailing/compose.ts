import { cleanLine } from "../../kernel/index.ts";
import type { Language, Press } from "../kinds/kind.ts";
import { mailTexts } from "../texts/index.ts";

/** One notification as a mail says it. */
export interface MailItem {
  /** What happened, as a sentence without a full stop. */
  readonly line: string;
  /** The beginning of what was written, as it was typed; null where nothing was. */
  readonly excerpt: string | null;
  /** Where it can be read. */
  readonly address: string;
  /** What its reader is asked along with it. */
  readonly press: Press | null;
}

export interface MailParts {
  readonly language: Language;
  readonly name: string;
  readonly community: string;
  /** What several of them are about; null in a digest. */
  readonly title: string | null;
  readonly items: readonly MailItem[];
  /** The permit's reason, which the plain text gets from `sendMail`. */
  readonly reason: string;
  readonly wayOut: string;
  readonly settings: string;
}

export interface ComposedMail {
  readonly subject: string;
  readonly body: string;
  readonly footer: string;
  readonly html: string;
}

const longestExcerpt = 500;

/** The beginning of a text, cut between words. */
export function excerptOf(text: string): string {
  const whole = text.trim();
  if (whole.length <= longestExcerpt) return whole;
  const cut = whole
    .slice(0, longestExcerpt)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longestExcerpt / 2)).trimEnd()} …`;
}

/** A mail in two forms that say the same: plain text, and HTML without styles, images or anything that phones home. */
export function composeMail(parts: MailParts): ComposedMail {
  const { items, title, community, name, reason, wayOut, settings } = parts;
  const words = mailTexts(parts.language).news;
  const [only] = items;
  const subject =
    title === null
      ? words.digestSubject(community, items.length)
      : only && items.length === 1
        ? only.line
        : words.severalSubject(title, items.length);
  const text = items.map(({ line, excerpt, address, press }) =>
    [sentence(line), ...(excerpt ? [quoted(excerpt)] : []), address, ...(press ? [pressText(press)] : [])].join("\n\n"),
  );
  const html = items.map(
    ({ line, excerpt, address, press }) =>
      `<p><a href="${escaped(address)}">${escaped(line)}</a></p>${excerpt ? `<blockquote>${withBreaks(excerpt)}</blockquote>` : ""}${press ? pressHtml(press) : ""}`,
  );
  const hello = words.hello(name);
  return {
    subject: cleanLine(subject),
    body: `${hello}\n\n${text.join("\n\n\n")}`,
    footer: `\n${words.stop}:\n${wayOut}\n${words.settings}:\n${settings}`,
    html: `<!doctype html><html lang="${parts.language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body><p>${escaped(hello)}</p>${html.join("")}<hr><p>${escaped(reason)}</p><p><a href="${escaped(wayOut)}">${escaped(words.stop)}</a> · <a href="${escaped(settings)}">${escaped(words.settings)}</a></p></body></html>`,
  };
}

/** A line is a sentence without a full stop, or a question. */
function sentence(line: string): string {
  return line.endsWith("?") ? line : `${line}.`;
}

function pressText({ asks, choices }: Press): string {
  return [asks, ...choices.map(({ label, address }) => `${label}:\n${address}`)].join("\n\n");
}

function pressHtml({ asks, choices }: Press): string {
  const links = choices.map(({ label, address }) => `<a href="${escaped(address)}">${escaped(label)}</a>`);
  return `<p><strong>${escaped(asks)}</strong></p><p>${links.join(" · ")}</p>`;
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

function withBreaks(text: string): string {
  return text.split("\n").map(escaped).join("<br>");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
