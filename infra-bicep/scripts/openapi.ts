import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gatewayFiles } from './gatewayFiles';

/** npm run openapi: writes what the gateway's Bicep loads. */
for (const [name, content] of Object.entries(gatewayFiles())) {
  writeFileSync(path.join('infra-bicep', name), content);
  console.log(`infra-bicep/${name}`);
}
