/** Not in the types of pg: the part of it that Kith uses. */
declare module "pg/lib/utils.js" {
  const utils: {
    /** A value as PostgreSQL reads it from text. */
    prepareValue(value: unknown): unknown;
  };
  export = utils;
}
