import type { Language } from '../texts';

export type Fields = { readonly name: string; readonly email: string; readonly locale: Language };

/** As far as a page can tell: the server says the rest. */
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** The first field that cannot be sent so. An address may be left out: then it is what the login says. */
export function whatIsWrong({ name, email }: Fields): 'name' | 'email' | undefined {
  if (name.trim() === '') return 'name';
  return email.trim() === '' || ADDRESS.test(email.trim()) ? undefined : 'email';
}
