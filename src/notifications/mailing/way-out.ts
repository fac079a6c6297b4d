import { createHmac, timingSafeEqual } from "node:crypto";

/** What a link at the foot of a mail stops, for whom. It holds for ever, because mails are kept for years. */
export interface WayOut {
  readonly communityId: number;
  readonly memberId: number;
  /** Kinds of notifications; `digest` stands for the digest as a whole. */
  readonly kinds: readonly string[];
}

/** Stands in place of a kind's name. */
export const wholeDigest = "digest";

/** Makes and reads the part of the link that nobody can make up: what it stops, and a signature (HMAC-SHA-256, RFC 2104). */
export interface WayOutSigner {
  sign(wayOut: WayOut): string;
  /** null for what was not made here. */
  read(token: string): WayOut | null;
}

export function wayOutSigner(secret: string): WayOutSigner {
  const signatureOf = (claim: string) => createHmac("sha256", secret).update(`way out of mails: ${claim}`).digest();
  return {
    sign({ communityId, memberId, kinds }) {
      const claim = `${communityId}.${memberId}.${kinds.join("+")}`;
      return `${claim}.${signatureOf(claim).toString("base64url")}`;
    },
    read(token) {
      const end = token.lastIndexOf(".");
      const claim = token.slice(0, Math.max(end, 0));
      const given = Buffer.from(token.slice(end + 1), "base64url");
      const right = signatureOf(claim);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const [communityId, memberId, kinds = ""] = claim.split(".");
      return { communityId: Number(communityId), memberId: Number(memberId), kinds: kinds.split("+") };
    },
  };
}
