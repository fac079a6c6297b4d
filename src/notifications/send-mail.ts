import type { Permit } from "../guard/index.ts";
import { cleanLine, cleanText } from "../kernel/index.ts";
import { enqueue, type Transaction } from "../store/index.ts";
import { insertMail } from "./queries/outbox.ts";

export interface NewMail {
  readonly communityId: number;
  /** One address. */
  readonly recipient: string;
  readonly subject: string;
  /** Plain text; the permit's reason is put under it. */
  readonly body: string;
  /** Stands below the reason. */
  readonly footer?: string;
  /** The same as HTML, complete. */
  readonly html?: string;
  /** An address that stops mails of this kind when it is posted to, without a sign-in (RFC 8058). */
  readonly wayOut?: string;
}

/** What the job that sends a mail is given. */
export interface MailPayload {
  readonly communityId: number;
  readonly id: number;
}

export const sendMailJob = { name: "send-mail" } as const;

/** A subject longer than a line is cut by mail programs anyway; RFC 5322, section 2.1.1, bounds a line at 998. */
const longestSubject = 200;

/**
 * The one way out of the house: writes the mail to the outbox and asks for the job that sends it, in the same transaction. Without
 * a permit this cannot be called. Returns the outbox id.
 */
export async function sendMail(tx: Transaction, permit: Permit, mail: NewMail): Promise<number> {
  const { communityId } = mail;
  if (permit.communityId !== communityId) throw new Error("a permit holds in its own community only");
  const id = await insertMail(tx, {
    communityId,
    permitId: permit.id,
    recipient: mail.recipient,
    subject: [...cleanLine(mail.subject)].slice(0, longestSubject).join(""),
    body: `${cleanText(mail.body).trimEnd()}\n\n-- \n${permit.reason}\n${mail.footer ? `${mail.footer}\n` : ""}`,
    html: mail.html ?? null,
    wayOut: mail.wayOut ?? null,
  });
  await enqueue<MailPayload>(tx, sendMailJob, { communityId, id });
  tx.append({
    communityId,
    kind: "mail.queued",
    actorId: null,
    subject: "mail",
    subjectId: id,
    data: { permitId: permit.id },
  });
  return id;
}
