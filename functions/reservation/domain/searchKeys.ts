import type { Reservation } from './reservation';

/** However a number of a phone is divided, it is its digits. */
const PHONE = /^[+\d][\d().-]*$/;
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** What looks the same to a reader is the same here, however it is typed. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((word) => (PHONE.test(word) ? digitsOf(word) : word))
    .filter((word) => word !== '');

/** More words than a name has. */
const MOST_WORDS = 8;

/**
 * By what the box office finds it: its number, each word of the name, the whole name without blanks, the
 * address, and the phone or its last four digits. They
 * follow from the customer who is stored with it, so whoever is erased is found by the number alone.
 */
export function searchKeysOf({
  reservationId,
  customer,
}: Pick<Reservation, 'reservationId' | 'customer'>): readonly string[] {
  const { name = '', email = '', phone = '' } = customer;
  const digits = digitsOf(phone);
  const words = wordsIn(name).slice(0, MOST_WORDS);
  const keys = [
    reservationId.toLowerCase(),
    ...words,
    words.join(''),
    ...wordsIn(email),
    digits,
    digits.slice(-4),
  ];
  return [...new Set(keys)].filter((key) => key !== '');
}

/** The words of a search. Each has to begin one of the keys. */
export const searchWords = (query: string): readonly string[] => wordsIn(query).slice(0, MOST_WORDS);
