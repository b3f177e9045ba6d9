import type { ToldTerms } from '../../reservation/contract';

type Locale = 'ko' | 'en';
const KOREAN = /\p{Script=Hangul}/u;

/**
 * The half in the customer's language of a text that has two, as a theatre writes its titles: "달의 지붕 · Rooftops of the
 * Moon". Any other text stays whole.
 */
export function halfIn(text: string, locale: Locale): string {
  const halves = text.split(' · ');
  const half = halves.find((one) => KOREAN.test(one) === (locale === 'ko'));
  const isInTwo = halves.length === 2 && halves.filter((one) => KOREAN.test(one)).length === 1;
  return isInTwo && half !== undefined ? half : text;
}

/** What the performance is called in the customer's language. Empty as long as it is not known. */
export const titleIn = ({ title = '', translations }: ToldTerms, locale: Locale): string =>
  (locale === 'en' ? translations?.en?.title : undefined) ?? halfIn(title, locale);
