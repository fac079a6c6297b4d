/** What the sign-in mails are told. */
export interface SignInWords {
  readonly community: string;
  readonly link: string;
  readonly minutes: number;
}
