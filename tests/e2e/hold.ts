import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually } from "../factories/eventually.ts";

/** A request that was made and is not answered yet. */
export interface Held {
  /** Waits until it was made. */
  isAsked(): Promise<void>;
  /** Lets its answer through. */
  letGo(): void;
  /** How many such requests there were. */
  count(): number;
}

/**
 * Holds back what the first request to an address is answered. Of a GET it is the answer of when it was asked for; a POST reaches the
 * server once it is let go.
 */
export async function hold(
  page: Page,
  address: string | ((url: URL) => boolean),
  method: "GET" | "POST" = "GET",
): Promise<Held> {
  const free = Promise.withResolvers<void>();
  let isAsked = false;
  let count = 0;
  await page.route(typeof address === "string" ? `**${address}` : address, async (route) => {
    if (route.request().method() !== method || ++count > 1) return route.continue();
    const response = method === "GET" ? await route.fetch() : undefined;
    isAsked = true;
    await free.promise;
    return response ? route.fulfill({ response }) : route.continue();
  });
  return {
    isAsked: () => eventually(() => expect(isAsked).toBe(true)),
    letGo: free.resolve,
    count: () => count,
  };
}
