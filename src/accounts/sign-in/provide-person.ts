import { ok, type Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { tidyName } from "../profile.ts";
import { checkEmail } from "./email.ts";
import { createPerson } from "./people.ts";
import { findPersonByEmail } from "./queries.ts";

/**
 * The person whose address a member had in another installation, made where there is none; they sign in by a link to that address.
 * null where the address belongs to an account here that never showed it to be its own: whoever made that account must not become
 * the member.
 */
export async function providePerson(
  tx: Transaction,
  given: { readonly name: string; readonly email: string; readonly emailVerified: boolean },
): Promise<Result<{ personId: string } | null>> {
  const email = checkEmail(given.email);
  if (!email.ok) return email;
  const found = await findPersonByEmail(tx.db, email.value);
  if (found) return ok(found.emailVerified ? { personId: found.personId } : null);
  return createPerson(tx, {
    name: tidyName(given.name),
    email: email.value,
    emailVerified: given.emailVerified,
    password: null,
  });
}
