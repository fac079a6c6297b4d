import { type Finding, fine, warning, wrong } from "./finding.ts";

const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000, dnsTimeout: 5_000 } as const;

/** Whether the mail server answers and lets Kith in. Sends nothing. */
export async function checkMail(smtpUrl: string | null): Promise<Finding> {
  if (smtpUrl === null) {
    return fine("mail", "SMTP_URL is not set: mails stay in the outbox, where administrators read them.");
  }
  const url = new URL(smtpUrl);
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({ url: smtpUrl, ...patience });
  try {
    await transport.verify();
    return fine("mail", `The mail server ${url.host} answers.`);
  } catch (error) {
    return mailFinding(error, url.host);
  } finally {
    transport.close();
  }
}

/** Says what nodemailer's error codes mean (nodemailer, lib/errors). */
function mailFinding(error: unknown, host: string): Finding {
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  switch (code) {
    case "EAUTH":
    case "ENOAUTH":
      return wrong("mail", `The mail server ${host} refuses the name or the password.`, "Correct them in SMTP_URL.");
    case "EDNS":
    case "ENOTFOUND":
      return wrong("mail", `There is no mail server ${host}.`, "Correct the host in SMTP_URL.");
    case "ETLS":
    case "EREQUIRETLS":
      return wrong(
        "mail",
        `The mail server ${host} and Kith find no encryption that both speak: ${message}.`,
        "Use smtps:// for port 465, and smtp:// for 587 and 25.",
      );
    case "ECONNECTION":
    case "ECONNREFUSED":
    case "ESOCKET":
    case "ETIMEDOUT":
      return wrong(
        "mail",
        `The mail server ${host} cannot be reached: ${message}.`,
        "Look whether it runs, whether host and port in SMTP_URL are right, and whether a firewall is between.",
      );
    default:
      return warning("mail", `The mail server ${host} answers with: ${message}.`, "Ask whoever runs it.");
  }
}
