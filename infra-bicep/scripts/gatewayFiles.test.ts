import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiDocument } from '../../functions/api';
import { gatewayFiles } from './gatewayFiles';

const stored = (name: string): unknown => JSON.parse(readFileSync(path.join(__dirname, '..', name), 'utf8'));

test.each(Object.entries(gatewayFiles()))(
  '%s is of the code; npm run generate writes it anew',
  (name, content) => {
    expect(stored(name)).toEqual(JSON.parse(content));
  },
);

type Document = { readonly paths: object; readonly components: { readonly schemas: object } };

test('the documents of the contexts are together the whole one', () => {
  const contexts = Object.keys((stored('operations.json') as { byContext: object }).byContext);
  const documents = contexts.map((context) => stored(`openapi/${context}.json`) as Document);
  expect(Object.assign({}, ...documents.map(({ paths }) => paths))).toEqual(
    JSON.parse(JSON.stringify((apiDocument() as Document).paths)),
  );
  expect(Object.assign({}, ...documents.map(({ components }) => components.schemas))).toEqual(
    JSON.parse(JSON.stringify((apiDocument() as Document).components.schemas)),
  );
});
