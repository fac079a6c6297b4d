/** The package ships no types: the part of it that Kith uses. */
declare module "snowball-stemmers" {
  const snowball: {
    newStemmer(algorithm: string): { stem(word: string): string };
    algorithms(): string[];
  };
  export = snowball;
}
