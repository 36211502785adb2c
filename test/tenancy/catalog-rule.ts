/** One sentence about the catalogue that must hold. Its query names whatever breaks it. */
export interface CatalogRule {
  readonly name: string;
  /** Answers one column, `subject`: an offender each row. */
  readonly sql: string;
  /** Offenders that are meant to be, each with the reason. One that no longer offends has to go from the list. */
  readonly allowed?: Readonly<Record<string, string>>;
}

/** Condition on the schema `n`: not one of PostgreSQL's own. */
export const OF_USERS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

/** Condition: the object came with the migrations, not with an extension. */
export const notOfExtension = (catalog: string, oid: string): string =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;
