import type { SendMailOptions } from "nodemailer";
import { type Configuration, type Log, ok } from "../kernel/index.ts";
import type { JobKind, Store } from "../store/index.ts";
import { holdWaitingMail, markMail, noteFailure } from "./queries/outbox.ts";
import { type MailPayload, sendMailJob } from "./send-mail.ts";

export interface MailJobOptions {
  readonly store: Pick<Store, "database" | "transact" | "clock">;
  readonly configuration: Pick<Configuration, "smtpUrl" | "mailFrom">;
  readonly log: Log;
}

interface Transport {
  sendMail(options: SendMailOptions): Promise<unknown>;
}

/** A mail server that says nothing for this long has gone; the job comes again. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

/**
 * Sends a mail of the outbox. It is held while the mail server takes it, so that no two processes send it; should Kith die
 * between the server's "taken" and the commit, the mail goes out again under the same Message-ID, by which mail programs know it.
 * Without SMTP_URL mails are kept for administrators to read.
 */
export function mailJob({ store, configuration, log }: MailJobOptions): JobKind<MailPayload> {
  let transport: Promise<Transport> | undefined;
  const send = async (mail: SendMailOptions) => {
    transport ??= openTransport(configuration.smtpUrl as string);
    await (await transport).sendMail(mail);
  };

  return {
    ...sendMailJob,
    async run({ communityId, id }) {
      try {
        await store.transact(async (tx) => {
          const mail = await holdWaitingMail(tx, communityId, id);
          if (!mail) return ok(undefined);
          const failure = configuration.smtpUrl
            ? await tryToSend(send, {
                from: configuration.mailFrom,
                to: { name: "", address: mail.recipient },
                subject: mail.subject,
                text: mail.body,
                ...(mail.html ? { html: mail.html } : {}),
                date: tx.now,
                messageId: messageIdOf(communityId, id, mail.createdAt, configuration.mailFrom),
                // RFC 3834, section 5: nobody's out-of-office answers this.
                headers: { "Auto-Submitted": "auto-generated", ...wayOutHeaders(mail.wayOut) },
                disableFileAccess: true,
                disableUrlAccess: true,
              })
            : null;
          const state = failure ? "failed" : configuration.smtpUrl ? "sent" : "kept";
          await markMail(tx, communityId, id, state, failure);
          tx.append({ communityId, kind: `mail.${state}`, actorId: null, subject: "mail", subjectId: id });
          if (failure) log.warn({ communityId, mail: id }, "a mail server refused a mail for good");
          return ok(undefined);
        });
      } catch (error) {
        await noteFailure(store.database, communityId, id, reasonOf(error)).catch(() => {});
        // Thrown on, the job comes again later; without the error itself, which may quote the address.
        throw new Error(`the mail ${id} could not be sent yet`);
      }
    },
  };
}

/** RFC 8058, section 3.1: mail programs show a button that posts to this address. */
function wayOutHeaders(wayOut: string | null): Record<string, string> {
  return wayOut ? { "List-Unsubscribe": `<${wayOut}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {};
}

async function openTransport(smtpUrl: string): Promise<Transport> {
  const { createTransport } = await import("nodemailer");
  return createTransport({ url: smtpUrl, ...patience });
}

/** Answers null where the mail was taken, or why it never will be (SMTP replies 5xx: RFC 5321, section 4.2.1). Else throws. */
async function tryToSend(
  send: (mail: SendMailOptions) => Promise<void>,
  mail: SendMailOptions,
): Promise<string | null> {
  try {
    await send(mail);
    return null;
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: number; code?: string };
    // A refused sign-in at the mail server is a mistake in the configuration, not in this mail.
    if (responseCode && responseCode >= 500 && code !== "EAUTH") return reasonOf(error);
    throw error;
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}

/** The same for each try; the moment keeps apart the mails of two installations that share a domain. */
export function messageIdOf(communityId: number, id: number, createdAt: Date, mailFrom: string): string {
  const domain = /@([a-z0-9.-]+)/i.exec(mailFrom)?.[1] ?? "localhost";
  return `<kith.${communityId}.${id}.${createdAt.getTime().toString(36)}@${domain}>`;
}
