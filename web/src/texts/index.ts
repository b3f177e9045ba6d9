import { signal } from '@preact/signals';
import type ko from './ko';

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every text of the app. Korean is written first; the compiler holds the other languages to its keys. */
export type Texts = typeof ko;

const load: Record<Language, () => Promise<{ default: Texts }>> = {
  ko: () => import('./ko'),
  en: () => import('./en'),
};

const KEPT = 'language';

export const language = signal<Language>('ko');
const texts = signal<Texts | undefined>(undefined);

/** Changes the language of the whole page; only the texts of that language are loaded. */
export async function speak(wanted: Language): Promise<void> {
  texts.value = (await load[wanted]()).default;
  language.value = wanted;
  document.documentElement.lang = wanted;
}

/** Speaks it from now on, also on the next visit. */
export async function choose(wanted: Language): Promise<void> {
  localStorage.setItem(KEPT, wanted);
  await speak(wanted);
}

/**
 * The language chosen before, else the first of the browser's that we have. A browser of another language gets English, and
 * one of none Korean.
 */
export function preferredLanguage(
  kept: string | null = localStorage.getItem(KEPT),
  wanted: readonly string[] = navigator.languages,
): Language {
  const known = [kept ?? '', ...wanted].map((tag) => LANGUAGES.find((own) => isOf(own, tag)));
  return known.find((own) => own !== undefined) ?? (wanted.length > 0 ? 'en' : 'ko');
}

/** `ko-KR` is Korean, and Konkani (`kok`) is not. */
const isOf = (language: Language, tag: string): boolean => tag.toLowerCase().split(/[-_]/)[0] === language;

/** The texts in the language of now. A component that asks is drawn again when it changes. */
export function useTexts(): Texts {
  if (texts.value === undefined) throw new Error('No language is loaded yet: call speak() first.');
  return texts.value;
}
