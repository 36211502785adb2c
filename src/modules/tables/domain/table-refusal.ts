/** Why something with tables is refused. */
export type TableRefusal =
  'table_not_found' | 'table_id_taken' | 'table_name_taken' | 'table_invalid' | 'table_occupied';
