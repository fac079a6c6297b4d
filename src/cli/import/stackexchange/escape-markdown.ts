import { type FindPlace, nowhere, type Place } from "./post-address.ts";

// What CommonMark would read as a sign is escaped, and nothing else: people edit these texts later (CommonMark 0.31.2, 2.4).

const address = /\bhttps?:\/\/[^\s<>"[\]]+/gi;

/** Plain text as Markdown that shows it unchanged. Addresses stay as they are, because they become links as a whole. */
export function escapeMarkdown(text: string): string {
  let escaped = "";
  let from = 0;
  for (const found of text.matchAll(address)) {
    escaped += escapeWords(text.slice(from, found.index), from === 0) + found[0];
    from = found.index + found[0].length;
  }
  return escaped + escapeWords(text.slice(from), from === 0);
}

/** In a link's text an address is no link of its own, so there its signs count as well. */
export function escapeAddresses(markdown: string): string {
  return markdown.replace(address, (found) => found.replace(/(?<!\\)[_*~]/g, "\\$&"));
}

function escapeWords(text: string, first: boolean): string {
  const escaped = text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, "\\\\")
    .replace(/[*`[\]]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/<(?=[a-z/!?])/gi, "\\<")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/~(?=~)|(?<=~)~/g, "\\~")
    // A link that follows would become a picture.
    .replace(/!$/, "\\!");
  return first ? escapeLineStart(escaped) : escaped;
}

/** Signs that open a heading, a list, a quotation, a rule or a table where they begin a line. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^#{1,6}(?=\s|$)/, "\\$&")
    .replace(/^[-+](?=\s|$)/, "\\$&")
    .replace(/^(?:=+|-+|[|:][-|: ]*-[-|: ]*)$/, "\\$&")
    .replace(/^>/, "\\>")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/**
 * A Stack Exchange comment: Markdown already, of which only emphasis, code and links count there. Whatever would open a block here
 * is escaped, so that it reads as it did. Links to posts that have a place here lead there.
 */
export function commentToMarkdown(text: string, find: FindPlace = nowhere): string {
  return pointHere(text, find)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .map((line) =>
      line
        .replace(/^(#{1,6}|[-+*])(?=\s|$)/, "\\$1")
        .replace(/^(?:=+|-{2,}|[|:][-|: ]*-[-|: ]*)$/, "\\$&")
        .replace(/^(>|~~~|```)/, "\\$1")
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2"),
    )
    .join("\n");
}

/** Where an address stands alone in a comment, the title of what it leads to stands there instead. */
function pointHere(text: string, find: FindPlace): string {
  return text.replace(
    /(\]\(\s*)?((?:https?:\/\/[\w.-]+)?\/[^\s<>"()[\]]+)/gi,
    (found, opening: string | undefined, at: string) => {
      const [, bare = at, sign = ""] = /^(.*?)([.,;:!?]*)$/.exec(at) ?? [];
      const place = find(bare);
      if (!place) return found;
      return opening ? `${opening}${place.path}${sign}` : `${titleLink(place)}${sign}`;
    },
  );
}

/** A link to a post here, by its question's title. */
export function titleLink({ path, title }: Place): string {
  return `[${escapeAddresses(escapeMarkdown(title))}](${path})`;
}
