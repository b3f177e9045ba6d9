import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gatewayFiles } from './gatewayFiles';

/** npm run generate: writes the document for people, and what the gateway's Bicep loads. */
mkdirSync('infra-bicep/openapi', { recursive: true });
for (const [name, content] of Object.entries(gatewayFiles())) {
  writeFileSync(path.join('infra-bicep', name), content);
  console.log(`infra-bicep/${name}: ${content.length} characters`);
}
