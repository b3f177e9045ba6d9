import type { EndpointSpec } from '../shared/http/endpoint';
import type { ProblemCode } from './problems';

type Kind = { readonly isOf: (spec: EndpointSpec) => boolean; readonly codes: readonly ProblemCode[] };

/** What every call of a kind may answer, beside what its endpoint names. */
const KINDS: readonly Kind[] = [
  { isOf: ({ auth }) => auth !== 'anyone', codes: ['unauthenticated', 'forbidden'] },
  { isOf: ({ body, query }) => body !== undefined || query !== undefined, codes: ['invalid-request'] },
  { isOf: ({ route }) => route.includes('{'), codes: ['not-found'] },
  {
    isOf: ({ body, file }) => body !== undefined || file !== undefined,
    codes: ['body-too-large', 'unsupported-media-type'],
  },
  { isOf: ({ idempotencyKey }) => idempotencyKey !== undefined, codes: ['idempotency-key-reused'] },
  { isOf: ({ idempotencyKey }) => idempotencyKey === 'required', codes: ['idempotency-key-required'] },
  { isOf: ({ ifMatch }) => ifMatch !== undefined, codes: ['stale'] },
  { isOf: ({ ifMatch }) => ifMatch === 'required', codes: ['precondition-required'] },
  { isOf: () => true, codes: ['too-many-requests', 'internal-error', 'unavailable'] },
];

/** The codes of all problems that a call may answer. */
export const problemCodesOf = (spec: EndpointSpec): ReadonlySet<ProblemCode> =>
  new Set([
    ...((spec.problems ?? []) as readonly ProblemCode[]),
    ...KINDS.filter(({ isOf }) => isOf(spec)).flatMap(({ codes }) => codes),
  ]);
