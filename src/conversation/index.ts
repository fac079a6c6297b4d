export { checkBody, mostImported, prepareWords, type Words } from "./body.ts";
export {
  type ChangedWords,
  editMessage,
  maskMessage,
  messageToChange,
  removeMessage,
  restoreMessage,
} from "./change-message.ts";
export { mentionedIn } from "./mentioned.ts";
export { joinConversations, type NewMessage, openConversation, postMessage } from "./post-message.ts";
export type { MessageRow } from "./queries.ts";
export { renderMarkdown } from "./render-markdown.ts";
