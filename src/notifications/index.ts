export { type MailJobOptions, mailJob } from "./mail-job.ts";
export { listOutbox, type Mail, type MailListed, type MailState, readMail } from "./queries.ts";
export { type MailPayload, type NewMail, sendMail } from "./send-mail.ts";
export { type SignInAddresses, signInMails } from "./send-sign-in-mail.ts";
