export * from "./answers.ts";
export * from "./communities.ts";
export * from "./import-items.ts";
export * from "./links.ts";
export * from "./lists.ts";
export * from "./posts.ts";
export * from "./question-page.ts";
export * from "./threads.ts";
