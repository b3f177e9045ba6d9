import crypto from 'node:crypto';
import { seededRandom } from './random';

/** Lets `randomBytes`, from which the product makes its ids, follow from the seed. Returns what undoes it. */
export function seedIds(seed: string): () => void {
  const random = seededRandom(`${seed}/ids`);
  const genuine = crypto.randomBytes;
  const seeded = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => random.int(256)));
  Object.assign(crypto, { randomBytes: seeded });
  return () => void Object.assign(crypto, { randomBytes: genuine });
}
