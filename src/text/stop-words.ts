/**
 * Light lists: only words that carry nothing in nearly every question. how, why, who, when and where tell questions apart and
 * stay out of the list, as do negations; BM25's inverse document frequency takes care of the rest.
 */
const lists: Readonly<Record<string, string>> = {
  en: "a an the of to in on at for and or is are was were be been do does did i you it my your s t m re ll ve d what can will should would could have has had there some any that this with as by from if so",
  de: "der die das den dem des ein eine einen einem einer eines und oder in im am an zu zum zur von vom mit ist sind war bin ich du er sie es wir ihr mein meine meinen dein sich auf für als bei aus so dass nicht auch noch",
  fr: "le la les un une des du de d l et ou à au aux en est sont je tu il elle nous vous ils elles mon ma mes ce cette ces se sur pour par que qui dans avec c j s n y a",
  es: "el la los las un una unos unas de del y o a al en es son yo tú él ella nosotros mi mis tu su sus se que por para con lo le me te",
  it: "il lo la i gli le un uno una di del della dei delle e o a al alla in nel nella è sono io tu lui lei noi mio mia si che per con da dal non",
  pt: "o a os as um uma de do da dos das e ou em no na nos nas é são eu tu ele ela nós meu minha se que por para com ao à",
  nl: "de het een en of in op aan te van voor met is zijn was ik je jij hij zij wij ze we mijn jouw dat die dit er om als bij",
  ru: "и в во не на я он она мы вы они с со к ко у о об от до из за по для это этот эта эти бы ли же а но или мой моя моё мне меня",
  pl: "i w we na z ze do o od po za nie się to ten ta te jest są ja ty on ona my wy oraz lub a ale mój moja mi",
  ja: "の は が を に で と も た て だ です ます する し い な れ さ か へ から まで ある いる こと",
  zh: "的 了 吗 呢 是 我 你 他 她 它 们 在 和 与 就 都 也 很 啊 吧 把 被",
};

const sets = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.normalize("NFC").split(" "))] as const),
);
const none: ReadonlySet<string> = new Set();

/** The light stop list of a language (ISO 639-1); empty where there is none. Words are lower-case and not stemmed. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return sets.get(language) ?? none;
}
