import type { OperationInput } from '@azure/cosmos';
import type { ContainerName } from './database';

/**
 * While an update rolls out, hosts of two versions write the same documents. Here the later version knows one member more,
 * and writes it wherever it writes.
 */
const MEMBER = 'ofALaterVersion';

/** Where hosts of an older version keep what they do not know. */
const KEPT: ReadonlySet<ContainerName> = new Set([
  'musicals',
  'seats',
  'availability',
  'reservations',
  'notifications',
  'members',
  'mypage',
  'mypage-loans',
  'tickets',
  'items',
  'loans',
  'memberships',
  'mypage-memberships',
]);

type Body = { readonly kind?: string; readonly [member: string]: unknown };

/** The operations as a host of the later version sends them. */
export const asLaterVersion = (name: ContainerName, operations: OperationInput[]): OperationInput[] =>
  KEPT.has(name) ? operations.map(withMember) : operations;

function withMember(operation: OperationInput): OperationInput {
  const { resourceBody } = operation as { readonly resourceBody?: Body };
  if (resourceBody === undefined) return operation;
  return { ...operation, resourceBody: { ...resourceBody, [MEMBER]: true } } as unknown as OperationInput;
}

export const isOfLaterVersion = (document: Body): boolean => document[MEMBER] === true;
