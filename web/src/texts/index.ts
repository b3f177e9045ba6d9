import { signal } from '@preact/signals';
import type ko from './ko';
import type own from './ko/own';

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every text of the app. Korean is written first; the compiler holds the other languages to its keys. */
export type Texts = CommonTexts & OwnTexts;
/** What everybody's screens say. */
export type CommonTexts = typeof ko;
/** What only a customer's own screens say. */
export type OwnTexts = typeof own;

const load: Record<Language, () => Promise<{ default: CommonTexts }>> = {
  ko: () => import('./ko'),
  en: () => import('./en'),
};
const loadOwn: Record<Language, () => Promise<{ default: OwnTexts }>> = {
  ko: () => import('./ko/own'),
  en: () => import('./en/own'),
};

const KEPT = 'language';
/** As in `?lang=en`: each language has an address of its own, for those who list pages and for links. */
const ASKED = 'lang';

export const language = signal<Language>('ko');
const texts = signal<CommonTexts | undefined>(undefined);
const ownTexts = signal<OwnTexts | undefined>(undefined);
let areOwnSpoken = false;

/** Changes the language of the whole page; only the texts of that language are loaded. */
export async function speak(next: Language): Promise<void> {
  const [common, own] = await Promise.all([load[next](), areOwnSpoken ? loadOwn[next]() : undefined]);
  texts.value = common.default;
  ownTexts.value = own?.default;
  language.value = next;
  document.documentElement.lang = next;
}

/** Loads what a customer's own screens say: their script comes with it. */
export async function speakOwn(): Promise<void> {
  if (areOwnSpoken) return;
  areOwnSpoken = true;
  ownTexts.value = (await loadOwn[language.value]()).default;
}

/** Speaks it from now on, also on the next visit. An address that asks for another language no longer does. */
export async function choose(next: Language): Promise<void> {
  localStorage.setItem(KEPT, next);
  const address = new URL(location.href);
  if (address.searchParams.has(ASKED)) {
    address.searchParams.delete(ASKED);
    history.replaceState(history.state, '', address);
  }
  await speak(next);
}

/**
 * The language that the address asks for, else the one chosen before, else the first of the browser's that we have. A browser of another language gets English, and
 * one of none Korean.
 */
export function preferredLanguage(
  kept: string | null = new URLSearchParams(location.search).get(ASKED) ?? localStorage.getItem(KEPT),
  offered: readonly string[] = navigator.languages,
): Language {
  const known = [kept ?? '', ...offered].map((tag) => LANGUAGES.find((own) => isOf(own, tag)));
  return known.find((own) => own !== undefined) ?? (offered.length > 0 ? 'en' : 'ko');
}

/** `ko-KR` is Korean, and Konkani (`kok`) is not. */
const isOf = (language: Language, tag: string): boolean => tag.toLowerCase().split(/[-_]/)[0] === language;

/** The texts in the language of now. A component that asks is drawn again when it changes. */
export function useTexts(): CommonTexts {
  if (texts.value === undefined) throw new Error('No language is loaded yet: call speak() first.');
  return texts.value;
}

/** As `useTexts`, in a customer's own screens. */
export function useOwnTexts(): Texts {
  const common = useTexts();
  if (ownTexts.value === undefined)
    throw new Error('Only a customer’s own screens have these: see speakOwn().');
  return { ...common, ...ownTexts.value };
}
