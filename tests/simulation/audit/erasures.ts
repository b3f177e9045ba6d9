import type { CustomerRecord } from '../../../functions/reservation/domain/customerRecord';
import { CONTAINER_NAMES, type ContainerName, type Database, type StoredDocument } from '../database';
import { check } from '../violation';

/** Who a customer is, as it would stand in a document. Customers who were erased do not come back. */
export const nameOf = (customerId: string): string => `Name of ${customerId}`;
export const addressOf = (customerId: string): string => `${customerId}@example.com`;

const MARKED: readonly ContainerName[] = ['musical-erasures', 'notification-erasures', 'mypage-erasures'];

/** Erasures as every commit leaves them. */
export class ErasuresAudit {
  private readonly records = new Map<string, CustomerRecord>();
  private readonly erased = new Set<string>();

  committed(document: StoredDocument): void {
    const record = document as unknown as CustomerRecord;
    this.records.set(record.customerId, record);
    if (record.erasure?.step === 'done') this.erased.add(record.customerId);
  }

  isErased = (customerId: string): boolean => this.erased.has(customerId);
  isLifted = (customerId: string): boolean => this.records.get(customerId)?.erasure?.step === 'lifted';

  isJustMarked = (customerId: string): boolean => this.records.get(customerId)?.erasure?.step === 'mark';

  /** Nothing that is written after that says who it was, whatever caused it. */
  checkClean(container: ContainerName, document: unknown): void {
    if (this.erased.size === 0) return;
    const text = JSON.stringify(document);
    for (const id of this.erased) {
      const isClean = !text.includes(`"${nameOf(id)}"`) && !text.includes(`"${addressOf(id)}"`);
      check(isClean, 'personal-data', id, () => `${container} says who ${id} was, who is erased: ${text}`);
    }
  }

  /** Each erasure has come to its end, and none has left a mark or a word behind. */
  checkAtRest(database: Database): void {
    for (const record of this.records.values()) checkOver(record);
    const all = (name: ContainerName) =>
      database.query(name, undefined, 'SELECT * FROM c', []) as StoredDocument[];
    for (const name of MARKED) {
      for (const { state, customerId: id } of all(name))
        check(state !== 'asked', 'erasure', String(id), () => `${name} still has the mark of ${id}`);
    }
    for (const name of CONTAINER_NAMES) for (const document of all(name)) this.checkClean(name, document);
  }
}

function checkOver({ customerId: id, erasure, dueAt }: CustomerRecord): void {
  const isOver = dueAt === undefined && (erasure === undefined || ['done', 'lifted'].includes(erasure.step));
  check(isOver, 'erasure', id, () => `the erasure of ${id} hangs at ${erasure?.step}`);
}
