import * as z from "zod";
import { keepPost, maskPost, type PostKind } from "../../community/index.ts";
import { personalDataKinds } from "../../text/index.ts";
import { named } from "../openapi/named.ts";
import { done, fine, type Operation, operation } from "../operation.ts";

const maskedSchema = named(
  "Masked",
  z.object({
    masked: z
      .array(z.enum(personalDataKinds))
      .meta({ description: "Each kind once; the data itself stands nowhere any more." }),
  }),
);

interface Maskable {
  readonly kind: PostKind;
  readonly tag: string;
  /** Of the path: the id of the post. */
  readonly params: z.ZodObject<{ id: z.ZodType<number> }>;
}

/** Taking personal data out of a post, and saying that it may stay: the same for questions, answers and comments. */
export function maskingOperations({ kind, tag, params }: Maskable): Operation[] {
  const name = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  const a = kind === "answer" ? "an answer" : `a ${kind}`;
  const path = `/communities/{slug}/${kind}s/{id}/personal-data`;
  return [
    operation({
      id: `mask${name}`,
      method: "post",
      path: `${path}/masking`,
      tag,
      summary: `Take personal data out of ${a}`,
      description:
        "Cards, bank accounts, phone numbers, addresses and the like go from the text and its history for good. One's own, or as staff or steward; then the author is told.",
      permission: "edit own messages",
      params,
      success: { status: 200, schema: maskedSchema, says: "Masked." },
      refusals: ["post-missing", "not-allowed-to-mask", "nothing-to-mask", "message-removed"],
      async change(tx, { actor, params: { id } }) {
        const masked = await maskPost(tx, actor, kind, id);
        return masked.ok ? fine({ masked: masked.value.masked }) : masked;
      },
    }),
    operation({
      id: `keepPersonalDataOf${name}`,
      method: "put",
      path: `${path}/kept`,
      tag,
      summary: `Say that what looks like personal data in ${a} may stay`,
      description: "Counts until the text is changed.",
      permission: "edit own messages",
      params,
      success: { status: 204, says: "Nobody is asked about it again." },
      refusals: ["post-missing", "not-allowed-to-mask", "message-removed"],
      async change(tx, { actor, params: { id } }) {
        const kept = await keepPost(tx, actor, kind, id);
        return kept.ok ? done : kept;
      },
    }),
  ];
}
