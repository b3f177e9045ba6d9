import { readFileSync } from 'node:fs';
import path from 'node:path';
import { erasureMutants } from './erasure';
import { memberMutants } from './members';
import { ownMutants } from './own';
import { applied } from './patch';
import { seedMutants } from './seeds';

test.each([...seedMutants, ...ownMutants, ...erasureMutants, ...memberMutants])(
  '$id still fits the code: $what',
  ({ patches }) => {
    for (const patch of patches) {
      const original = readFileSync(path.join(__dirname, '../..', patch.file), 'utf8');
      expect(applied(original, patch)).not.toBe(original);
    }
  },
);
