import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../api/problem';
import { musicalQuery, performancesQuery } from '../api/queries';
import type { Musical } from '../api/types';
import { useApp } from '../app/context';
import { NotFound } from '../app/NotFound';
import { useTitle } from '../app/useTitle';
import { OfflineNote } from '../offline/OfflineNote';
import { useLastKnown } from '../offline/useLastKnown';
import { BlankTitle } from '../parts/Blank';
import { Poster } from '../parts/Poster';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote } from '../parts/SlowNote';
import { useTexts } from '../texts';
import { inLanguage, run } from '../texts/format';
import { Dates } from './Dates';
import css from './MusicalPage.module.css';

/** One musical: what it is, and when it is played. */
export default function MusicalPage({ musicalId }: { readonly musicalId: string }) {
  const { api } = useApp();
  const musical = useQuery(musicalQuery(api, musicalId));
  const performances = useQuery(performancesQuery(api, musicalId));
  const shown = useLastKnown(`musical ${musicalId}`, musical);
  const dates = useLastKnown(`performances ${musicalId}`, performances);
  const title = shown.data && inLanguage(shown.data.title);
  const about = textOf(shown.data?.description);
  useTitle(title ?? '', { description: about });
  if (musical.isError && asProblem(musical.error).code === 'not-found') return <NotFound />;
  return (
    <article class={css.page}>
      <div class={css.poster}>
        <Poster url={shown.data?.posterUrl} title={title ?? ''} />
      </div>
      <div class={css.about}>
        <h1 tabIndex={-1}>{title ?? <Untitled isLoading={shown.isLoading} />}</h1>
        <SlowNote of={musical} />
        <Trouble of={[musical, performances]} />
        <OfflineNote of={shown} />
        {about !== undefined && <p class={css.description}>{about}</p>}
        {shown.data !== undefined && <Facts musical={shown.data} />}
        {(dates.isLoading || dates.data !== undefined) && (
          <Dates performances={dates.data} isPending={dates.isLoading} />
        )}
      </div>
    </article>
  );
}

const Untitled = ({ isLoading }: { readonly isLoading: boolean }) => {
  const t = useTexts().musical;
  return isLoading ? <BlankTitle /> : t.unreadTitle;
};

const textOf = (text: string | undefined): string | undefined => text && inLanguage(text);

type Asked = { readonly isError: boolean; readonly error: unknown; readonly refetch: () => unknown };

/** What could not be read is said once. */
function Trouble({ of }: { readonly of: readonly Asked[] }) {
  const failed = of.filter(({ isError }) => isError);
  if (failed.length === 0) return null;
  const again = () => {
    for (const { refetch } of failed) refetch();
  };
  return <ProblemNote error={failed[0]?.error} onRetry={again} />;
}

function Facts({ musical }: { readonly musical: Musical }) {
  const t = useTexts().musical;
  const { startDate, endDate, venue, runningTimeMinutes, ageRating } = musical;
  return (
    <dl class={css.facts}>
      <dt>{t.run}</dt>
      <dd>{run(startDate, endDate)}</dd>
      <dt>{t.venue}</dt>
      <dd>{inLanguage(venue.name)}</dd>
      {runningTimeMinutes !== undefined && (
        <>
          <dt>{t.runningTime}</dt>
          <dd>{t.minutes(runningTimeMinutes)}</dd>
        </>
      )}
      {ageRating !== undefined && (
        <>
          <dt>{t.age}</dt>
          <dd>{inLanguage(ageRating)}</dd>
        </>
      )}
    </dl>
  );
}
