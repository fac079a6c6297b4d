import { newSecret } from "../kernel/index.ts";
import type { Notice, NoticeCode } from "./page-context.ts";
import { localPath } from "./url.ts";

/**
 * The three small cookies of the pages besides the session's own: what protects a visitor's forms, what was just done (shown once
 * on the next page), and how a visitor likes pages to look. Nothing in them follows anybody.
 */

export function readCookie(header: string | undefined, name: string): string | null {
  if (!header) return null;
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return decode(part.slice(at + 1).trim());
  }
  return null;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

export function writeCookie(
  name: string,
  value: string,
  options: { readonly maxAge: number; readonly secure: boolean },
): string {
  const secure = options.secure ? "; Secure" : "";
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${options.maxAge}${secure}`;
}

export const formCookie = "kith-form";
export const noticeCookie = "kith-notice";
export const preferencesCookie = "kith-look";

export function newFormKey(): string {
  return newSecret();
}

const noticeSeconds = 60;

/** Tells the next page what was just done. */
export function writeNotice(notice: Notice, secure: boolean): string {
  return writeCookie(noticeCookie, JSON.stringify(notice), { maxAge: noticeSeconds, secure });
}

/** What the page before did; null for anything that this site did not write so. */
export function readNotice(header: string | undefined, isCode: (code: string) => code is NoticeCode): Notice | null {
  const text = readCookie(header, noticeCookie);
  if (!text) return null;
  try {
    const told = JSON.parse(text) as { code?: unknown; undo?: unknown; numbers?: unknown };
    const { code, undo } = told;
    if (typeof code !== "string" || !isCode(code)) return null;
    const numbers = Array.isArray(told.numbers) ? told.numbers.filter((one) => Number.isSafeInteger(one)) : [];
    const can = typeof undo === "string" && localPath(undo) === undo ? { undo } : {};
    return { code, ...can, ...(numbers.length > 0 ? { numbers } : {}) };
  } catch {
    return null;
  }
}
