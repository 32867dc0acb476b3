// Reads queries from standard input, a JSON list, and prints their rows as JSON:
// a list of rows for each query, every value as text or null.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const answers = [];
for (const query of JSON.parse(readFileSync(0, 'utf8'))) {
  const reader = await connection.runAndReadAll(query);
  answers.push(reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value)))));
}
console.log(JSON.stringify(answers));
