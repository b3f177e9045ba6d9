import { randomUUID } from 'node:crypto';
import { BlobServiceClient } from '@azure/storage-blob';
import { isoTime } from '../clock';
import type { StoreDeadLetters } from './dispatcher';
import type { DeadLetter } from './engine/model';

export const DEAD_LETTER_CONTAINER = 'event-grid-dead-letters';

/**
 * Writes dead letters to Blob storage as Event Grid does. Each subscription has a JSON array of its own, under topic,
 * subscription and hour.
 */
export function blobDeadLetters(connectionString: string, topic: string): StoreDeadLetters {
  const container =
    BlobServiceClient.fromConnectionString(connectionString).getContainerClient(DEAD_LETTER_CONTAINER);
  return async (letters) => {
    await container.createIfNotExists();
    for (const [queue, ofQueue] of Map.groupBy(letters, (letter) => letter.queue)) {
      const text = JSON.stringify(ofQueue.map(toStoredEvent));
      const blob = container.getBlockBlobClient(blobName(topic, queue, ofQueue[0]?.lastAttemptAt ?? 0));
      await blob.upload(text, Buffer.byteLength(text), {
        blobHTTPHeaders: { blobContentType: 'application/json' },
      });
    }
  };
}

/** Source: Event Grid docs, "dead letter and retry policies": `<topic>/<subscription>/<year>/<month>/<day>/<hour UTC>/<guid>.json`. */
function blobName(topic: string, queue: string, at: number): string {
  const time = new Date(at);
  const hour = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate(), time.getUTCHours()];
  return `${topic.toUpperCase()}/${queue.toUpperCase()}/${hour.join('/')}/${randomUUID()}.json`;
}

const toStoredEvent = (letter: DeadLetter): object => ({
  ...letter.event,
  deadLetterReason: letter.reason,
  deliveryAttempts: letter.attempts,
  lastDeliveryOutcome: letter.outcome,
  publishTime: isoTime(letter.publishedAt),
  lastDeliveryAttemptTime: isoTime(letter.lastAttemptAt),
});
