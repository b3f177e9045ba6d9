import type { Language } from '../texts';

/** A text in every language of the app. */
export type Both = Readonly<Record<Language, string>>;
export type Part = { readonly heading: Both; readonly text: Both };

/** What the theatre says of itself. It writes it into one file, `/theatre.json`, without a build. */
export type Theatre = {
  readonly business: {
    readonly name: Both;
    readonly representative: Both;
    readonly address: Both;
    readonly registrationNumber: Both;
    readonly mailOrderNumber: Both;
    readonly privacyOfficer: Both;
    readonly hours: Both;
    readonly phone: string;
    readonly email: string;
  };
  readonly terms: readonly Part[];
  readonly privacy: readonly Part[];
  /** Where a customer finds the receipt of a payment; `{reservationId}` in it is filled in. */
  readonly receiptUrl: string | undefined;
};

/** Reads a `/theatre.json`. A text that is the same in every language may be written once. Throws an error that names the member to mend. */
export function parseTheatre(value: unknown): Theatre {
  const theatre = record(value, 'the document');
  const business = record(theatre.business, 'business');
  const of = (member: string) => both(business[member], `business.${member}`);
  return {
    business: {
      name: of('name'),
      representative: of('representative'),
      address: of('address'),
      registrationNumber: of('registrationNumber'),
      mailOrderNumber: of('mailOrderNumber'),
      privacyOfficer: of('privacyOfficer'),
      hours: of('hours'),
      phone: text(business.phone, 'business.phone'),
      email: text(business.email, 'business.email'),
    },
    terms: parts(theatre.terms, 'terms'),
    privacy: parts(theatre.privacy, 'privacy'),
    receiptUrl: theatre.receiptUrl === undefined ? undefined : text(theatre.receiptUrl, 'receiptUrl'),
  };
}

/** Where the receipt of a reservation is. Undefined when the theatre has not said. */
export const receiptOf = ({ receiptUrl }: Theatre, reservationId: string): string | undefined =>
  receiptUrl?.replaceAll('{reservationId}', encodeURIComponent(reservationId));

function parts(value: unknown, name: string): Part[] {
  if (!Array.isArray(value) || value.length === 0) throw wrong(name, 'must be a list that is not empty');
  return value.map((part, index) => {
    const { heading, text: words } = record(part, `${name}[${index}]`);
    return {
      heading: both(heading, `${name}[${index}].heading`),
      text: both(words, `${name}[${index}].text`),
    };
  });
}

function both(value: unknown, name: string): Both {
  if (typeof value === 'string') return { ko: text(value, name), en: value };
  const { ko, en } = record(value, name);
  return { ko: text(ko, `${name}.ko`), en: text(en, `${name}.en`) };
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw wrong(name, 'must be an object');
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw wrong(name, 'must be a text that is not empty');
}

const wrong = (name: string, what: string): Error => new Error(`/theatre.json: ${name} ${what}.`);
