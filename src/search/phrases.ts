/** Whether any field has the words of the phrase in this order next to each other; stop words are not kept everywhere and do not count. */
export function containsPhrase(
  fields: readonly (readonly number[])[],
  phrase: readonly number[],
  isStop: (term: number) => boolean,
): boolean {
  const wanted = phrase.filter((term) => !isStop(term));
  if (wanted.length === 0) return fields.some((field) => contains(field, phrase));
  return fields.some((field) =>
    contains(
      field.filter((term) => !isStop(term)),
      wanted,
    ),
  );
}

function contains(field: readonly number[], wanted: readonly number[]): boolean {
  const last = field.length - wanted.length;
  for (let start = 0; start <= last; start++) {
    let at = 0;
    while (at < wanted.length && field[start + at] === wanted[at] && (wanted[at] as number) >= 0) at++;
    if (at === wanted.length) return true;
  }
  return false;
}
