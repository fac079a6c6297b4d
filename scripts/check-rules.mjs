// House rules that no ready linter knows, read from the syntax tree: each is a promise of DESIGN or CONVENTIONS that
// would otherwise be a memory. `node scripts/check-rules.mjs` prints one line a finding.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { filesUnder, root } from "./freshness.mjs";

/**
 * @typedef {object} Place
 * @property {string} path from the repository root, with `/`
 * @property {ts.SourceFile} source
 * @property {ts.Node} node
 */
/**
 * @typedef {object} Rule
 * @property {string} says the sentence that a finding ends with
 * @property {(path: string) => boolean} holdsIn whether the rule is for this file
 * @property {(place: Place) => boolean} broken whether this node breaks it
 */

const inSource = (/** @type {string} */ path) => path.startsWith("src/") && !isTest(path);
const isTest = (/** @type {string} */ path) => /\.test\.tsx?$/.test(path) || path.startsWith("tests/");
const inClient = (/** @type {string} */ path) => path.startsWith("src/web/client/");
const inPages = (/** @type {string} */ path) => /^src\/(web|http)\//.test(path) && inSource(path) && !inClient(path);
const rawFile = "src/web/raw.tsx";
// The browser's script puts in place what our own server rendered, and only there.
const swapFile = "src/web/client/swap.ts";
const patienceFile = "tests/factories/eventually.ts";
const drawsFile = "tests/factories/draws.ts";

/** @param {ts.Node} node @param {string} object @param {string} property */
const isMember = (node, object, property) =>
  ts.isPropertyAccessExpression(node) &&
  node.name.text === property &&
  (node.expression.getText() === object || node.expression.getText() === `globalThis.${object}`);

/** The names that a file imports from modules whose name matches. @param {ts.SourceFile} source @param {RegExp} from */
function importedFrom(source, from) {
  const names = new Map();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!from.test(statement.moduleSpecifier.text) || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const one of bindings.elements) names.set(one.name.text, one.propertyName?.text ?? one.name.text);
  }
  return names;
}

/** A tagged template's or a call's own name, where it is a plain one. @param {ts.Node} node */
function calledName(node) {
  const callee = ts.isTaggedTemplateExpression(node)
    ? node.tag
    : ts.isCallExpression(node)
      ? node.expression
      : undefined;
  return callee === undefined ? undefined : /^\w+/.exec(callee.getText())?.[0];
}

/** The text of a string or template, its gaps left out. @param {ts.Node} node */
function literalText(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ? ");
}

/** @param {ts.Node} node @returns {ts.Expression | undefined} what a JSX attribute is given, out of its braces */
function attributeValue(node) {
  if (!ts.isJsxAttribute(node) || node.initializer === undefined) return undefined;
  return ts.isJsxExpression(node.initializer) ? node.initializer.expression : /** @type {any} */ (node.initializer);
}

/** Whether an expression glues a string together, other than inside a call (of url(), say). @param {ts.Node} node @returns {boolean} */
function gluesText(node) {
  if (ts.isTemplateExpression(node)) return true;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) return true;
  if (ts.isCallExpression(node)) {
    return ts.isPropertyAccessExpression(node.expression) && ["concat", "join"].includes(node.expression.name.text);
  }
  return ts.forEachChild(node, (child) => gluesText(child) || undefined) ?? false;
}

const statement =
  /^\s*(select\s[\s\S]+\sfrom\s|insert\s+into\s|update\s+[\w."?]+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\(|(create|alter|drop|truncate)\s+(table|index|view|schema|type|function)\s)/i;
// A sentence that begins with "Select" is not a statement.
const keywordFirst = /^\s*([a-z]+|[A-Z]+)\b/;
const builderMethods = new Set(["selectFrom", "insertInto", "updateTable", "deleteFrom", "mergeInto"]);
const addressAttributes = new Set(["href", "src", "action", "formaction", "formAction", "poster", "hx-get", "hx-post"]);
const wordsAttributes = new Set(["title", "alt", "placeholder", "aria-label", "label", "aria-description"]);
// LOOK.md, "Voice": words of selling, and words that are ours and not the reader's.
const unwanted =
  /\b(users?|tickets?|likes?|liked|engag(e|es|ed|ing|ement)|convert\w*|conversions?|funnels?|leverag\w*|oops)\b|[^\s<=>!]!(?!=)/iu;

/** @type {Record<string, Rule>} */
const rules = {
  "raw-html": {
    says: `raw HTML comes out of ${rawFile} only, and in the browser out of ${swapFile}`,
    holdsIn: (path) => inSource(path) && path !== rawFile && path !== swapFile,
    broken: ({ node, source }) => {
      if (ts.isJsxAttribute(node)) return node.name.getText() === "dangerouslySetInnerHTML";
      if (ts.isPropertyAssignment(node)) return node.name.getText().includes("dangerouslySetInnerHTML");
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
        return /\.(innerHTML|outerHTML|srcdoc)$/.test(node.left.getText());
      }
      if (ts.isCallExpression(node) && /\.(insertAdjacentHTML|setHTMLUnsafe)$/.test(node.expression.getText()))
        return true;
      if (ts.isCallExpression(node) && node.expression.getText() === "document.write") return true;
      const name = calledName(node);
      return (
        name !== undefined && ["raw", "html"].includes(importedFrom(source, /^hono\/(html|utils\/html)$/).get(name))
      );
    },
  },
  "inline-code": {
    says: "the Content-Security-Policy allows no inline script, style or handler",
    holdsIn: inPages,
    broken: ({ node }) => {
      if (ts.isJsxAttribute(node)) return node.name.getText() === "style" || /^on\w/i.test(node.name.getText());
      if (!ts.isJsxElement(node)) return false;
      const tag = node.openingElement.tagName.getText();
      return (tag === "script" || tag === "style") && node.children.length > 0;
    },
  },
  "address-through-url": {
    says: "an address in an attribute is put together by a function of src/web/url.ts",
    holdsIn: (path) => inPages(path) && path !== rawFile,
    broken: ({ node }) => {
      if (!ts.isJsxAttribute(node) || !addressAttributes.has(node.name.getText())) return false;
      const value = attributeValue(node);
      return value !== undefined && gluesText(value);
    },
  },
  "words-in-messages": {
    says: "what a person reads comes from src/web/messages",
    holdsIn: (path) => inPages(path) && path.endsWith(".tsx"),
    broken: ({ node }) => {
      if (ts.isJsxText(node)) return /\p{L}{2,}/u.test(node.text.replaceAll("Kith", ""));
      if (!ts.isJsxAttribute(node) || !wordsAttributes.has(node.name.getText())) return false;
      const value = attributeValue(node);
      return value !== undefined && ts.isStringLiteralLike(value) && /\p{L}{2,}/u.test(value.text);
    },
  },
  "unwanted-words": {
    says: "a word, or an exclamation mark, that LOOK.md keeps off every page",
    holdsIn: (path) => path.startsWith("src/web/messages/") && !isTest(path),
    broken: ({ node }) => {
      if (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)) return false;
      if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)) return unwanted.test(literalText(node) ?? "");
      return false;
    },
  },
  clock: {
    says: "the time comes from the clock of the kernel",
    holdsIn: (path) => inSource(path) && path !== "src/kernel/clock.ts" && !inClient(path),
    broken: ({ node }) =>
      isMember(node, "Date", "now") ||
      (ts.isNewExpression(node) && node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0) ||
      (ts.isCallExpression(node) && node.expression.getText() === "Date"),
  },
  "sql-in-queries": {
    says: "SQL stands in queries.ts, queries/*.ts, src/store and migrations only",
    holdsIn: (path) => inSource(path) && !path.startsWith("src/store/") && !isQueries(path),
    broken: ({ node, source }) => {
      if (ts.isTaggedTemplateExpression(node)) {
        return importedFrom(source, /^kysely$|store\/index\.ts$/).get(calledName(node)) === "sql";
      }
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        return builderMethods.has(node.expression.name.text);
      }
      const text = ts.isTaggedTemplateExpression(node.parent) ? undefined : literalText(node);
      return text !== undefined && keywordFirst.test(text) && statement.test(text);
    },
  },
  environment: {
    says: "the environment is read in src/kernel/configuration.ts only",
    holdsIn: (path) => inSource(path) && path !== "src/kernel/configuration.ts" && !inClient(path),
    broken: ({ node }) =>
      isMember(node, "process", "env") ||
      (ts.isImportSpecifier(node) &&
        (node.propertyName ?? node.name).text === "env" &&
        /^["'](node:)?process["']$/.test(node.parent.parent.parent.moduleSpecifier.getText())),
  },
  "no-luck": {
    says: `a test waits with eventually() of ${patienceFile}, which a busy machine does not wear out, and draws with fc of ${drawsFile}, from a seed`,
    holdsIn: (path) => isTest(path) && path !== patienceFile && path !== drawsFile,
    broken: ({ node }) =>
      ["waitFor", "waitUntil"].some((name) => isMember(node, "vi", name)) ||
      isMember(node, "Math", "random") ||
      (ts.isImportDeclaration(node) && /^["']fast-check["']$/.test(node.moduleSpecifier.getText())),
  },
  "made-code": {
    says: "no code is made from text",
    holdsIn: inSource,
    broken: ({ node }) =>
      (ts.isCallExpression(node) && node.expression.getText() === "eval") ||
      ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "Function"),
  },
};

/** @param {string} path */
function isQueries(path) {
  const faces = /^src\/(http|web|api|cli)\//;
  return !faces.test(path) && (/\/queries\.ts$/.test(path) || /\/queries\/[\w-]+\.ts$/.test(path));
}

const longFrom = 300;
const saysWhyLong = /\b(long|lines|length|one file|in one place|generated)\b/i;

/** @param {string} path @param {string} text @returns {string[]} */
function tooLong(path, text) {
  const count = text.split("\n").length - 1;
  if (count <= longFrom) return [];
  const comment = /^\s*(?:#![^\n]*\n)?\s*(\/\*[\s\S]*?\*\/|(?:\s*\/\/[^\n]*\n)+)/.exec(text)?.[1] ?? "";
  if (saysWhyLong.test(comment)) return [];
  return [`${path}:1 length: ${count} lines; a file over ${longFrom} says in its first comment why it is long.`];
}

/**
 * Findings in one file.
 * @param {string} path from the repository root
 * @param {string} text
 * @returns {string[]}
 */
export function checkFile(path, text) {
  const findings = tooLong(path, text);
  const active = Object.entries(rules).filter(([, rule]) => rule.holdsIn(path));
  if (active.length === 0 || !/\.(tsx?|mjs)$/.test(path)) return findings;
  const kind = path.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  /** @param {ts.Node} node */
  const visit = (node) => {
    for (const [name, rule] of active) {
      if (!rule.broken({ path, source, node })) continue;
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      findings.push(`${path}:${line} ${name}: ${rule.says}.`);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return findings;
}

/**
 * Findings in the whole house.
 * @param {string} [base] the folder that holds src/
 * @returns {string[]}
 */
export function checkRules(base = root) {
  const files = ["src", "tests", "scripts"]
    .flatMap((folder) => filesUnder(join(base, folder)))
    .map((path) => relative(base, path).replaceAll("\\", "/"))
    .filter((path) => /\.(tsx?|mjs|css)$/.test(path));
  if (!files.some((path) => path.startsWith("src/"))) return ["The rules check found no files to look at in src/."];
  return files.flatMap((path) => checkFile(path, readFileSync(join(base, path), "utf8")));
}

if (process.argv[1] === import.meta.filename) {
  const findings = checkRules();
  for (const finding of findings) console.error(finding);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
