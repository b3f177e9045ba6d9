import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiDocument } from '../../functions/api';
import { gatewayFiles } from './gatewayFiles';

const stored = (name: string): unknown => JSON.parse(readFileSync(path.join(__dirname, '..', name), 'utf8'));

test('the gateway imports the document of the code; npm run openapi writes it anew', () => {
  expect(stored('openapi.json')).toEqual(JSON.parse(JSON.stringify(apiDocument())));
});

test('the gateway knows which context each call belongs to', () => {
  expect(stored('operations.json')).toEqual(JSON.parse(gatewayFiles()['operations.json'] ?? ''));
});
