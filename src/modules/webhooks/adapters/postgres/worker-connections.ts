/** As much as the worker's statements take of a pool of the worker's role, which sees the rows of all tenants. */
export interface WorkerConnections {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}
