import { admissionEndpoints } from '../../functions/admission/register';
import { apiDocument } from '../../functions/api';
import { lendingEndpoints } from '../../functions/lending/register';
import { membershipEndpoints } from '../../functions/membership/register';
import { musicalEndpoints } from '../../functions/musical/register';
import { mypageEndpoints } from '../../functions/mypage/register';
import { notificationEndpoints } from '../../functions/notification/register';
import { openApiDocument } from '../../functions/openapi';
import { operationsEndpoints } from '../../functions/operations/register';
import { reservationEndpoints } from '../../functions/reservation/register';
import { generalProblem, problemDocument } from '../../shared/http/problem';

const endpointsByContext = () => ({
  admission: admissionEndpoints,
  lending: lendingEndpoints,
  membership: membershipEndpoints,
  musical: musicalEndpoints,
  mypage: mypageEndpoints,
  notification: notificationEndpoints,
  operations: operationsEndpoints(apiDocument),
  reservation: reservationEndpoints,
});

/** What is made from the code for the gateway and for people: name → content. The gateway's Bicep puts the documents together. */
export function gatewayFiles(): Readonly<Record<string, string>> {
  const contexts = Object.entries(endpointsByContext());
  const operations = {
    byContext: Object.fromEntries(
      contexts.map(([context, endpoints]) => [context, Object.keys(endpoints).sort()]),
    ),
    anyone: contexts
      .flatMap(([, endpoints]) => Object.entries(endpoints))
      .filter(([, { spec }]) => spec.auth === 'anyone')
      .map(([name]) => name)
      .sort(),
    problems: {
      unauthenticated: problemDocument(
        generalProblem('unauthenticated', 'The token is missing, has expired or is not valid here.'),
      ),
      tooManyRequests: problemDocument(
        generalProblem('too-many-requests', 'You have called too often. Wait as long as Retry-After says.'),
      ),
    },
  };
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  // For the gateway without a space: Bicep takes so many characters of a file.
  const documents = contexts.map(([context, endpoints]) => [
    `openapi/${context}.json`,
    JSON.stringify(openApiDocument(endpoints)),
  ]);
  return {
    'openapi.json': json(apiDocument()),
    'operations.json': json(operations),
    ...Object.fromEntries(documents),
  };
}
