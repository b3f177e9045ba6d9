import type { Versioned } from '../../shared/kernel/versioned';

/** As if this had been read under the ETag, from a document with nothing in it that the code does not know. */
export const asRead = <T>(value: T, etag = ''): Versioned<T> => ({
  value,
  etag,
  unread: { stored: {}, known: {} },
});
