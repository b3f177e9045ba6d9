import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { webConfigOf } from './webConfigOf';

const FILE = 'dist/package/web/site/config.json';

/** npm run config:web [-- --outputs <file>]: writes the page's /config.json from the outputs of a deployment. */
const { values } = parseArgs({ options: { outputs: { type: 'string' } } });
const outputs = values.outputs === undefined ? undefined : readFileSync(values.outputs, 'utf8');
const config = webConfigOf(outputs, process.env.webConfig);
writeFileSync(FILE, `${JSON.stringify(config, null, 2)}\n`);
console.log(`${FILE}: ${config.apiUrl}`);
