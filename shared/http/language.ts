import type { Answer } from './answer';

/** What the product speaks. What is not translated is answered as it was written, which is in Korean. */
const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
const WRITTEN: Language = 'ko';

type Range = { readonly range: string; readonly weight: number };

/**
 * The language that weighs most with the reader, Korean when none does. Of those that weigh the same it is the one named
 * first. A language that is named weighs what is said of it, and not what is said of `*`.
 * Source: RFC 9110, section 12.5.4; RFC 4647, section 3.4
 */
export function languageAsked(header: string | null): Language {
  const asked = (header ?? '').split(',').flatMap(rangeIn);
  const weighed = LANGUAGES.map((language) => {
    const named = asked.find(({ range }) => range === language || range.startsWith(`${language}-`));
    const place = named ?? asked.find(({ range }) => range === '*');
    return { language, weight: place?.weight ?? 0, at: place === undefined ? 0 : asked.indexOf(place) };
  });
  const best = weighed
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.at - b.at);
  return best[0]?.language ?? WRITTEN;
}

function rangeIn(text: string): Range[] {
  const [, range, weight = '1'] =
    /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i.exec(text) ?? [];
  return range === undefined ? [] : [{ range: range.toLowerCase(), weight: Number(weight) }];
}

/** The ETag of a version as it is answered in a language. Two languages never share one. */
export const etagIn = (etag: string, language: Language): string =>
  language === WRITTEN ? etag : etag.replace(/"$/, `-${language}"`);

/** Whether it is the ETag of this version in another language than it is written in. */
export const isTranslated = (etag: string, version: string): boolean =>
  LANGUAGES.some((language) => language !== WRITTEN && etag === etagIn(version, language));

/** The answer in a language, and by which header that was chosen. */
export function answerIn(answer: Answer, language: Language): Answer {
  const { body, headers = {} } = answer;
  const { etag } = headers;
  return {
    ...answer,
    ...(body === undefined ? {} : { body: translated(body, language) }),
    headers: {
      ...headers,
      ...(etag === undefined ? {} : { etag: etagIn(etag, language) }),
      'content-language': language,
      vary: 'accept-language',
    },
  };
}

/** What has `translations`, and each that has them in a list of it, with the texts of this language in their places. */
function translated(value: unknown, language: Language, depth = 1): unknown {
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    depth > 0 && Array.isArray(member) ? member.map((one) => translated(one, language, depth - 1)) : member,
  ]);
  const texts = isObject(value.translations) ? value.translations[language] : undefined;
  return { ...Object.fromEntries(members), ...(isObject(texts) ? texts : {}) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
