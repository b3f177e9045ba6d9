import { LANGUAGES, type Language } from '../texts';

/** What a page says of itself to those who list pages. */
export type PageHead = {
  readonly title: string;
  readonly description: string;
  readonly language: Language;
};

/** Somebody’s own: nobody else has anything to read there. `robots.txt` names the same. */
const OWN = /^\/(my|login|reservations)(\/|$)|^\/performances\/[^/]+\/holds\//;

export const isOwnPage = (path: string): boolean => OWN.test(path);

/** An address without its language is for everybody; one that asks for a language is that language’s own. */
export function addressesOf({ origin, pathname, search }: Pick<Location, 'origin' | 'pathname' | 'search'>) {
  const page = origin + pathname;
  const asked = LANGUAGES.find((language) => language === new URLSearchParams(search).get('lang'));
  const inLanguage = (language: Language) => `${page}?lang=${language}`;
  return { canonical: asked === undefined ? page : inLanguage(asked), page, inLanguage };
}

/** Writes it into the document, in place of what the page before said. */
export function writeHead({ title, description, language }: PageHead, isListed: boolean): void {
  document.title = title;
  for (const element of document.head.querySelectorAll('[data-page]')) element.remove();
  document.querySelector('meta[name=description]')?.setAttribute('content', description);
  if (!isListed || isOwnPage(location.pathname)) {
    add('meta', { name: 'robots', content: 'noindex' });
    return;
  }
  const { canonical, page, inLanguage } = addressesOf(location);
  add('link', { rel: 'canonical', href: canonical });
  add('link', { rel: 'alternate', hreflang: 'x-default', href: page });
  for (const other of LANGUAGES) add('link', { rel: 'alternate', hreflang: other, href: inLanguage(other) });
  add('meta', { property: 'og:title', content: title });
  add('meta', { property: 'og:description', content: description });
  add('meta', { property: 'og:locale', content: language });
}

function add(name: 'meta' | 'link', attributes: Readonly<Record<string, string>>): void {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.dataset.page = '';
  document.head.append(element);
}
