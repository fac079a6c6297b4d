import TurndownService from "turndown";
import { escapeAddresses, escapeMarkdown, titleLink } from "./escape-markdown.ts";
import { type FindPlace, nowhere } from "./post-address.ts";

/** What is needed of an element of the DOM that turndown reads HTML with. */
type Element = HTMLElement & { readonly flankingWhitespace?: { readonly leading: string; readonly trailing: string } };

export type Converter = (html: string, places?: FindPlace) => string;

/**
 * Makes the HTML of imported posts Markdown that can be edited: headings, lists, quotations, code with its language, tables, links,
 * pictures, emphasis. Of a text that is nested too deeply to be walked through, the words stay, in their paragraphs. `site` is what
 * addresses without a host of their own lead to; posts that have a place here are linked there, by their question's title where the
 * address stood alone.
 */
export function createConverter(site: string | null = null): Converter {
  let find = nowhere;
  const service = new TurndownService({
    headingStyle: "atx",
    hr: "---",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
  });
  service.escape = escapeMarkdown;
  const rule = (
    name: string,
    filter: TurndownService.Filter,
    replacement: (content: string, node: Element) => string,
  ) => void service.addRule(name, { filter, replacement: (content, node) => replacement(content, node as Element) });

  rule("emphasis", ["em", "i"], (content, node) => emphasise(content, node, "*"));
  rule("strong", ["strong", "b"], (content, node) => emphasise(content, node, "**"));
  rule("struck", ["del", "s"], (content, node) => emphasise(content, node, "~~"));
  rule(
    "struckOld",
    (node) => node.nodeName === "STRIKE",
    (content, node) => emphasise(content, node, "~~"),
  );
  rule("raised", ["sup"], (content) => shift(content, raised));
  rule("lowered", ["sub"], (content) => shift(content, lowered));
  rule("heading", ["h1", "h2", "h3", "h4", "h5", "h6"], (content, node) => {
    return `\n\n${"#".repeat(Number(node.nodeName[1]))} ${oneLine(content)}\n\n`;
  });
  rule("list", ["ul", "ol"], (content, node) => list(content, node));
  rule("item", ["li"], (content, node) => item(content, node));
  rule("code", ["pre"], (_content, node) => fence(node));
  rule(
    "link",
    (node) => node.nodeName === "A" && node.hasAttribute("href"),
    (content, node) => {
      if (content === "") return "";
      const given = (node.getAttribute("href") ?? "").trim();
      const place = find(given);
      if (!place) return `[${escapeAddresses(content)}]${destination(node, "href", site)}`;
      return node.textContent?.trim() === given ? titleLink(place) : `[${escapeAddresses(content)}](${place.path})`;
    },
  );
  rule("picture", ["img"], (_content, node) => {
    const source = node.getAttribute("src");
    return source
      ? `![${escapeAddresses(escapeMarkdown(node.getAttribute("alt") ?? ""))}]${destination(node, "src", site)}`
      : "";
  });
  rule("linkedPicture", isPictureLinkedToItself, (content) => content);
  rule("table", ["table"], (_content, node) => table(node, (cell) => service.turndown(cell)));
  return (html, places = nowhere) => {
    find = places;
    return service.turndown(isTooDeep(html) ? html.replace(/<(?!\/?(?:p|br)\b)[^>]*>/gi, " ") : html);
  };
}

/** What nobody wrote by hand, and what would take for ever: each table in a table doubles the work. */
const mostNested = { elements: 64, tables: 2 };

/** Elements that need no end of their own, so that their beginnings do not tell how deep a text is. */
const endedByOthers = new Set("p br hr img li dt dd tr td th thead tbody tfoot col input wbr area source".split(" "));

function isTooDeep(html: string): boolean {
  let [elements, tables] = [0, 0];
  for (const [, end, given = ""] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    const name = given.toLowerCase();
    const step = end ? -1 : 1;
    if (name === "table") tables = Math.max(0, tables + step);
    if (!endedByOthers.has(name)) elements = Math.max(0, elements + step);
    if (elements > mostNested.elements || tables > mostNested.tables) return true;
  }
  return false;
}

/** Stack Exchange links every picture to its own file; the picture says that already. */
function isPictureLinkedToItself(node: HTMLElement): boolean {
  if (node.nodeName !== "A" || node.childNodes.length !== 1) return false;
  const child = node.firstChild as HTMLElement;
  return child.nodeName === "IMG" && child.getAttribute("src") === node.getAttribute("href");
}

const oneLine = (content: string) => content.replace(/\s*\n\s*/g, " ").trim();

function destination(node: Element, attribute: string, site: string | null): string {
  const given = (node.getAttribute(attribute) ?? "").trim();
  const resolved = site && /^\/(?!\/)/.test(given) ? new URL(given, site).href : given.replace(/^\/\//, "https://");
  const safe = resolved.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign)).replace(/[()]/g, "\\$&");
  const title = (node.getAttribute("title") ?? "").replace(/\s+/g, " ").trim();
  return title === "" ? `(${safe})` : `(${safe} "${title.replace(/["\\]/g, "\\$&").replace(/&(?=#?\w+;)/g, "\\&")}")`;
}

/** Only a list that begins with 1 may follow a paragraph without a blank line (CommonMark, 5.3). */
function list(content: string, node: Element): string {
  const isTight = node.parentNode?.nodeName === "LI" && node.nextSibling === null && startOf(node) === 1;
  return isTight ? `\n${content}` : `\n\n${content}\n\n`;
}

function item(content: string, node: Element): string {
  const parent = node.parentNode as Element | null;
  const items = Array.from(parent?.childNodes ?? []).filter(({ nodeName }) => nodeName === "LI");
  const isOrdered = parent?.nodeName === "OL";
  const mark = isOrdered
    ? `${startOf(parent) + items.indexOf(node)}${isSecond(parent) ? ")" : "."} `
    : isSecond(parent)
      ? "+ "
      : "- ";
  const text = content.replace(/^\n+|\n+$/g, "").replace(/\n(?!\n)/g, `\n${" ".repeat(mark.length)}`);
  const isLast = items.at(-1) === node;
  return `${mark}${text}${isLast ? "" : /\n$/.test(content) ? "\n\n" : "\n"}`;
}

function startOf(list: Element): number {
  const start = list.nodeName === "OL" ? Number(list.getAttribute("start") ?? 1) : 1;
  return Number.isInteger(start) && start >= 0 && start < 1e8 ? start : 1;
}

/** Two lists in a row stay two by different marks. */
function isSecond(list: Element | null): boolean {
  let before = list?.previousSibling ?? null;
  while (before?.nodeType === 3 && (before.nodeValue ?? "").trim() === "") before = before.previousSibling;
  return list !== null && before?.nodeName === list.nodeName && !isSecond(before as Element);
}

/** The fence is longer than any run of backticks in the code; the language is what Stack Exchange's highlighter was told. */
function fence(node: Element): string {
  const code = (node.textContent ?? "").replace(/^\n|\n+$/g, "");
  const classes = `${node.className} ${(node.firstChild as Element | null)?.className ?? ""}`;
  const language = /(?:^|\s)lang(?:uage)?-([\w+#-]+)/.exec(classes)?.[1] ?? "";
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
  const marks = "`".repeat(longest + 1);
  return `\n\n${marks}${language === "none" ? "" : language}\n${code}\n${marks}\n\n`;
}

const raised = { from: "0123456789+=()ni", to: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁼⁽⁾ⁿⁱ" };
const lowered = { from: "0123456789+=()", to: "₀₁₂₃₄₅₆₇₈₉₊₌₍₎" };

/** Short raised or lowered figures keep their meaning: 10² is not 102. Longer texts are small print, and stay as they are. */
function shift(content: string, to: { readonly from: string; readonly to: string }): string {
  const shifted = [...content].map((character) => to.to[to.from.indexOf(character)] ?? "");
  return content.length <= 8 && shifted.every((character) => character !== "") ? shifted.join("") : content;
}

const isSpace = (character: string) => character === "" || /\s/u.test(character);
const isSign = (character: string) => /[\p{P}\p{S}]/u.test(character);

/**
 * Puts emphasis around words where CommonMark will see it (rules of delimiter runs, 6.2): signs at an edge that touches a letter are
 * left outside, and where nothing helps the words stand alone.
 */
function emphasise(content: string, node: Element, mark: string): string {
  if (content.trim() === "") return content;
  const { leading = "", trailing = "" } = node.flankingWhitespace ?? {};
  const before = leading || neighbour(node, "previousSibling");
  const after = trailing || neighbour(node, "nextSibling");
  let [head, words, tail] = ["", oneLine(content), ""];
  if (!isSpace(before) && !isSign(before)) {
    const signs = /^(?:\\[!-/:-@[-`{-~]|[^\p{L}\p{N}\s\\[*_`~!<])+/u.exec(words)?.[0] ?? "";
    [head, words] = [signs, words.slice(signs.length)];
  }
  if (!isSpace(after) && !isSign(after)) {
    const signs = /(?:\\[!-/:-@[-`{-~]|[^\p{L}\p{N}\s\\\])*_`~>])+$/u.exec(words)?.[0] ?? "";
    [words, tail] = [words.slice(0, words.length - signs.length), signs];
  }
  const opens = !isSign([...words][0] ?? " ") || isSpace(before) || isSign(head || before);
  const closes = !isSign([...words].at(-1) ?? " ") || isSpace(after) || isSign(tail || after);
  const isTouching = before === "*" || before === "~";
  return words.trim() === words && words !== "" && opens && closes && !isTouching
    ? `${head}${mark}${words}${mark}${tail}`
    : `${head}${words}${tail}`;
}

/** The character beside an element in its line; empty at a block's edge. */
function neighbour(node: Node, side: "previousSibling" | "nextSibling"): string {
  const beside = node[side];
  if (beside === null) {
    const parent = node.parentNode;
    return parent && /^(?:EM|I|STRONG|B|A|SPAN|SUB|SUP|S|DEL|STRIKE)$/.test(parent.nodeName)
      ? neighbour(parent, side)
      : "";
  }
  if (/^(?:BR|P|UL|OL|PRE|DIV|HR|TABLE|BLOCKQUOTE)$/.test(beside.nodeName)) return "";
  if (/^(?:EM|I|STRONG|B)$/.test(beside.nodeName)) return "*";
  if (/^(?:S|DEL|STRIKE)$/.test(beside.nodeName)) return "~";
  const text = [...(beside.textContent ?? "")];
  return (side === "previousSibling" ? text.at(-1) : text[0]) ?? "";
}

/** A table as GFM has it: its first row is the head, and a cell is one line. */
function table(node: Element, convert: (cell: HTMLElement) => string): string {
  const rows = Array.from(node.querySelectorAll("tr"), (row) =>
    Array.from(row.childNodes as Iterable<ChildNode> | ArrayLike<ChildNode>).filter(isCell),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return "";
  const lines = rows
    .filter((row) => row.length > 0)
    .map((row) => Array.from({ length: width }, (_, index) => cellText(row[index], convert)));
  const rule = Array.from({ length: width }, (_, index) => alignment(rows.find((row) => row.length > 0)?.[index]));
  const [head = [], ...body] = lines;
  return `\n\n${[head, rule, ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n\n`;
}

const isCell = (node: Node): node is HTMLElement => node.nodeName === "TD" || node.nodeName === "TH";

function cellText(cell: HTMLElement | undefined, convert: (cell: HTMLElement) => string): string {
  return cell ? oneLine(convert(cell)).replace(/\|/g, "\\|") : "";
}

function alignment(cell: HTMLElement | undefined): string {
  const given = `${cell?.getAttribute("align") ?? ""} ${cell?.getAttribute("style") ?? ""}`;
  if (/center/.test(given)) return ":-:";
  return /right/.test(given) ? "--:" : "---";
}
