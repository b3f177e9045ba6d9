import type { Container, OperationInput } from '@azure/cosmos';
import type { ContainerName, StoredDocument } from './database';
import { check } from './violation';

/** Where a rolling update is simulated: documents of these containers have a member that this version does not know. */
const UPDATED: ReadonlySet<ContainerName> = new Set(['reservations', 'notifications', 'mypage']);
const ADDED = { addedLater: { by: 'a later version' } };

/** The container as a host of a later version has written to it before: whatever is created has its member. */
export function withLaterVersion(container: Container, name: ContainerName): Container {
  if (!UPDATED.has(name)) return container;
  const batch: Container['items']['batch'] = (operations, partitionKey) =>
    container.items.batch(operations.map(addMember), partitionKey);
  return { ...container, items: { ...container.items, batch } } as Container;
}

const addMember = (operation: OperationInput): OperationInput =>
  operation.operationType === 'Create'
    ? { ...operation, resourceBody: { ...operation.resourceBody, ...ADDED } }
    : operation;

/** An older host must not strip what a later version has added. */
export function checkLaterVersion(name: ContainerName, documents: readonly StoredDocument[]): void {
  if (!UPDATED.has(name)) return;
  for (const { id, kind, addedLater } of documents) {
    const isKept = kind === 'outbox' || addedLater !== undefined;
    check(isKept, 'later version', id, () => `a member of ${name} that a later version added is gone`);
  }
}
