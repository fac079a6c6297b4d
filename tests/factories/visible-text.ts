import MarkdownIt from "markdown-it";

const blocks = /^(?:p|br|hr|h[1-6]|blockquote|pre|ul|ol|li|table|thead|tbody|tr|th|td|div)$/;
const { unescapeAll } = new MarkdownIt().utils;

/**
 * What a reader of some HTML sees, with white space as single spaces. A picture is what stands for it (or its address), and raised
 * and lowered figures are plain ones (Unicode's compatibility form, NFKC). Knows only HTML as Stack Exchange and Kith write it.
 */
export function visibleText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi, (_tag, _slash, name, attributes) => {
      if (name.toLowerCase() === "img")
        return (/ alt="([^"]+)"/.exec(attributes) ?? / src="([^"]*)"/.exec(attributes))?.[1] ?? "";
      return blocks.test(name.toLowerCase()) ? " " : "";
    })
    .replace(/&(?:#\d+|#x[0-9a-f]+|\w+);/gi, (entity) => unescapeAll(entity))
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .trim();
}
