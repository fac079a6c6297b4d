import type { Database } from "../../store/index.ts";
import type { TrainingData } from "../learning/training-data.ts";
import { readPhrasePlaces, readQuestionPlaces } from "../queries/index.ts";
import type { Places } from "./learn-embedded.ts";
import { hashOf } from "./what-is-sent.ts";

/** Where the service's model puts what a community learns from, as far as it was fetched; nothing is asked for here. */
export async function readPlaces(
  database: Database,
  communityId: number,
  model: string,
  { index, titles }: Pick<TrainingData, "index" | "titles">,
): Promise<Places> {
  const questions = await readQuestionPlaces(database, { communityId, model, ids: null });
  const phrases = await readPhrasePlaces(database, communityId, model);
  const asked = (key: number) => {
    const title = titles.get(key);
    return title === undefined ? undefined : phrases.get(hashOf(title));
  };
  return {
    model,
    count: questions.size + phrases.size,
    asked,
    found(document) {
      const key = index.columns.key[document] ?? -1;
      // An alias is a document of its own while search learns, and has no other words.
      return questions.get(key) ?? asked(key);
    },
  };
}
