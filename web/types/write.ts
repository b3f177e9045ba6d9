// Writes src/api/schema.d.ts from the OpenAPI document; with --check it only says whether they still agree.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../../infra-bicep/openapi.json', import.meta.url);
const file = new URL('../src/api/schema.d.ts', import.meta.url);

const types = `// Generated from infra-bicep/openapi.json by npm run types -w web.\n${astToString(await openapiTS(document))}`;
if (!process.argv.includes('--check')) writeFileSync(file, types);
else if (readFileSync(file, 'utf8') !== types) {
  console.error('src/api/schema.d.ts is not what infra-bicep/openapi.json says. Run npm run types -w web.');
  process.exit(1);
}
