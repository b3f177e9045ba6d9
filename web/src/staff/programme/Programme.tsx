import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { Blank } from '../../parts/Blank';
import { inLanguage, run } from '../../texts/format';
import { staffPath } from '../app/paths';
import { useMay } from '../app/roles';
import { Field } from '../parts/Field';
import { Scroll } from '../parts/Scroll';
import { StaffProblem } from '../parts/StaffProblem';
import { musicalsOfStaff } from './staffQueries';
import { useProgrammeTexts } from './texts';

/** Every musical, and the way to make one. */
export default function Programme() {
  const t = useProgrammeTexts().list;
  const { api } = useApp();
  const isAdmin = useMay('admin');
  const [query, setQuery] = useState('');
  const musicals = useInfiniteQuery(musicalsOfStaff(api, query.trim()));
  useTitle(t.title);
  const rows = musicals.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div class="bar">
        <h1 tabIndex={-1}>{t.title}</h1>
        <div class="actions">
          <Field type="search" label={t.search} value={query} onChange={setQuery} />
          {isAdmin && (
            <a class="button" href={staffPath.musical('new')}>
              {t.add}
            </a>
          )}
        </div>
      </div>
      {musicals.isError && <StaffProblem error={musicals.error} onRetry={() => musicals.refetch()} />}
      {musicals.isSuccess && rows.length === 0 ? (
        <p>{query === '' ? t.empty : t.nothingFound}</p>
      ) : (
        <Scroll label={t.caption}>
          <table class="table" aria-busy={musicals.isPending}>
            <thead>
              <tr>
                <th scope="col">{t.musical}</th>
                <th scope="col">{t.run}</th>
                <th scope="col">{t.venue}</th>
              </tr>
            </thead>
            <tbody>
              {musicals.isPending && <BlankRows />}
              {rows.map((musical) => (
                <tr key={musical.musicalId}>
                  <th scope="row">
                    <a href={staffPath.musical(musical.musicalId)}>{inLanguage(musical.title)}</a>
                  </th>
                  <td class="nowrap">{run(musical.startDate, musical.endDate)}</td>
                  <td>{inLanguage(musical.venue.name)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {musicals.hasNextPage && (
        <button type="button" class="button quiet" onClick={() => musicals.fetchNextPage()}>
          {t.more}
        </button>
      )}
    </>
  );
}

const BlankRows = () => (
  <>
    {[14, 10, 17].map((letters) => (
      <tr key={letters}>
        <th scope="row">
          <Blank letters={letters} />
        </th>
        <td>
          <Blank letters={18} />
        </td>
        <td>
          <Blank letters={12} />
        </td>
      </tr>
    ))}
  </>
);
