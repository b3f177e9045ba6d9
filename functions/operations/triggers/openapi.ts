import { type Endpoint, endpoint } from '../../../shared/http/endpoint';
import type { OperationsDeps } from '../deps';

/** Describes all calls, and is one of them. That is why the document is made when it is asked for. */
export const getOpenApi = (document: () => unknown): Endpoint<OperationsDeps> =>
  endpoint(
    {
      method: 'GET',
      route: 'openapi.json',
      summary: 'This description, OpenAPI 3.1',
      auth: 'anyone',
      answers: { 200: { description: 'The document' } },
    },
    async () => ({ status: 200, body: document(), headers: { 'cache-control': 'max-age=60' } }),
  );
