import type { components } from '../../api/schema';
import type { Musical } from '../../api/types';

export type MusicalBody = components['schemas']['MusicalsPostBody'];

/** A musical as it is typed. */
export type MusicalDraft = {
  readonly title: string;
  readonly titleEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly venue: string;
  readonly timeZone: string;
  readonly minutes: string;
  readonly ageRating: string;
};

export const blankMusical = (timeZone: string): MusicalDraft => ({
  title: '',
  titleEn: '',
  description: '',
  descriptionEn: '',
  startDate: '',
  endDate: '',
  venue: '',
  timeZone,
  minutes: '',
  ageRating: '',
});

export const draftOf = (musical: Musical): MusicalDraft => ({
  title: musical.title,
  titleEn: musical.translations?.en?.title ?? '',
  description: musical.description ?? '',
  descriptionEn: musical.translations?.en?.description ?? '',
  startDate: musical.startDate,
  endDate: musical.endDate,
  venue: musical.venue.name,
  timeZone: musical.venue.timeZone,
  minutes: String(musical.runningTimeMinutes ?? ''),
  ageRating: musical.ageRating ?? '',
});

/** What of it is said, as the API takes it; what is left empty is not there. The poster stays as it was. */
export function bodyOf(draft: MusicalDraft, posterUrl: string | undefined): MusicalBody {
  const en = filled({ title: draft.titleEn, description: draft.descriptionEn });
  return {
    title: draft.title.trim(),
    startDate: draft.startDate,
    endDate: draft.endDate,
    venue: { name: draft.venue.trim(), timeZone: draft.timeZone.trim() },
    ...filled({ description: draft.description, ageRating: draft.ageRating }),
    ...(draft.minutes.trim() === '' ? {} : { runningTimeMinutes: Number(draft.minutes) }),
    ...(Object.keys(en).length === 0 ? {} : { translations: { en } }),
    ...(posterUrl === undefined ? {} : { posterUrl }),
  };
}

/** Its venue is another one, so performances without a house of their own move there. */
export const isElsewhere = ({ venue, timeZone }: MusicalDraft, before: Musical): boolean =>
  venue.trim() !== before.venue.name || timeZone.trim() !== before.venue.timeZone;

const filled = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, text.trim()])
      .filter(([, text]) => text !== ''),
  );
