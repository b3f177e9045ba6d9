export type Lock = { readonly sequenceNumber: number; readonly delivery: number };

/**
 * A lock token is a UUID in form, made of the message's sequence number and the number of its delivery. So it is unique
 * for good, survives a restart, needs no randomness and leads straight to the message.
 */
export function lockTokenOf({ sequenceNumber, delivery }: Lock): string {
  const hex = sequenceNumber.toString(16).padStart(16, '0') + delivery.toString(16).padStart(16, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The lock a token names. Any 32 hex digits are read. What was never given out simply finds no message. */
export function parseLockToken(token: string): Lock {
  const hex = token.replaceAll('-', '');
  return {
    sequenceNumber: Number.parseInt(hex.slice(0, 16), 16),
    delivery: Number.parseInt(hex.slice(16), 16),
  };
}
