import { useQuery } from '@tanstack/preact-query';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { BlankTitle } from '../../parts/Blank';
import { useMay } from '../app/roles';
import { StaffProblem } from '../parts/StaffProblem';
import { MusicalForm } from './MusicalForm';
import { PerformanceTable } from './PerformanceTable';
import { PosterForm } from './PosterForm';
import css from './Programme.module.css';
import { RemoveMusical } from './RemoveMusical';
import { musicalAsWritten } from './staffQueries';
import { useProgrammeTexts } from './texts';

/** One musical: what it is, its poster and its performances. */
export default function MusicalPage({ musicalId }: { readonly musicalId: string }) {
  return musicalId === 'new' ? <NewMusical /> : <KnownMusical musicalId={musicalId} />;
}

function NewMusical() {
  const t = useProgrammeTexts().musical;
  useTitle(t.newTitle);
  return (
    <>
      <div class="bar">
        <h1 tabIndex={-1}>{t.newTitle}</h1>
      </div>
      <MusicalForm known={undefined} />
    </>
  );
}

function KnownMusical({ musicalId }: { readonly musicalId: string }) {
  const t = useProgrammeTexts();
  const { api } = useApp();
  const isAdmin = useMay('admin');
  const musical = useQuery(musicalAsWritten(api, musicalId));
  useTitle(musical.data?.value.title ?? t.list.title);
  return (
    <>
      <div class="bar">
        <h1 tabIndex={-1}>{musical.data?.value.title ?? <BlankTitle />}</h1>
        {isAdmin && musical.isSuccess && <RemoveMusical {...musical.data} />}
      </div>
      {musical.isError && <StaffProblem error={musical.error} onRetry={() => musical.refetch()} />}
      <PerformanceTable musicalId={musicalId} timeZone={musical.data?.value.venue.timeZone} />
      {isAdmin && musical.isSuccess && (
        <section class="part" key={musical.data.etag}>
          <h2>{t.musical.facts}</h2>
          <div class={css.two}>
            <MusicalForm known={musical.data} />
            <PosterForm {...musical.data} />
          </div>
        </section>
      )}
    </>
  );
}
