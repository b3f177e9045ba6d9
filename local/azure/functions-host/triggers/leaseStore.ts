import type { Container } from '@azure/cosmos';
import type { Lease } from './lease';

export interface LeaseStore {
  list(): Promise<readonly Lease[]>;
  /** Does nothing when there is one already. */
  create(lease: Omit<Lease, '_etag'>): Promise<void>;
  /** Writes the lease if nobody has since it was read. Undefined if somebody has, or it is gone. */
  replace(lease: Lease): Promise<Lease | undefined>;
  read(id: string): Promise<Lease | undefined>;
}

const codeOf = (error: unknown): number | undefined => (error as { code?: number }).code;

/**
 * Leases as documents of the lease container, all under one prefix. Works with the partition key `/id` or `/partitionKey`,
 * as the real trigger.
 */
export function createLeaseStore(container: Container, prefix: string): LeaseStore {
  const byPrefix = {
    query: 'SELECT * FROM c WHERE STARTSWITH(c.id, @prefix)',
    parameters: [{ name: '@prefix', value: prefix }],
  };
  return {
    list: async () => (await container.items.query<Lease>(byPrefix).fetchAll()).resources,
    create: async (lease) => {
      try {
        await container.items.create({ ...lease, partitionKey: lease.id });
      } catch (error) {
        if (codeOf(error) !== 409) throw error;
      }
    },
    replace: async (lease) => {
      try {
        const { resource } = await container
          .item(lease.id, lease.id)
          .replace(
            { ...lease, partitionKey: lease.id },
            { accessCondition: { type: 'IfMatch', condition: lease._etag } },
          );
        return resource as Lease | undefined;
      } catch (error) {
        if (codeOf(error) === 412 || codeOf(error) === 404) return undefined;
        throw error;
      }
    },
    read: async (id) => (await container.item(id, id).read<Lease>()).resource,
  };
}
