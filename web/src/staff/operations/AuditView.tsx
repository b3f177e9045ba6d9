import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { shortDayAndTime } from '../../texts/format';
import { Field } from '../parts/Field';
import { Heads } from '../parts/Heads';
import { Scroll } from '../parts/Scroll';
import { StaffProblem } from '../parts/StaffProblem';
import css from './Operations.module.css';
import { type AuditEntry, auditQuery } from './operationsQueries';
import { useOperationsTexts } from './texts';

/** What staff changed on a day of the theatre: who, which call, with which ids, and what came of it. */
export function AuditView() {
  const t = useOperationsTexts();
  const { api } = useApp();
  const [day, setDay] = useState('');
  const audit = useInfiniteQuery(auditQuery(api, day));
  const items = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div class="form">
        <Field
          label={t.audit.day}
          type="date"
          value={day || (audit.data?.pages[0]?.day ?? '')}
          onChange={setDay}
        />
      </div>
      <div class="part">
        {audit.isError && <StaffProblem error={audit.error} onRetry={() => audit.refetch()} />}
        {audit.isPending && <Blank letters={40} />}
        {audit.isSuccess && items.length === 0 && <p role="status">{t.audit.empty}</p>}
        {items.length > 0 && <Table items={items} />}
      </div>
      {audit.hasNextPage && (
        <button type="button" class="button quiet" onClick={() => audit.fetchNextPage()}>
          {t.more}
        </button>
      )}
    </>
  );
}

function Table({ items }: { readonly items: readonly AuditEntry[] }) {
  const t = useOperationsTexts().audit;
  const { config } = useApp();
  return (
    <Scroll label={t.caption}>
      <table class="table">
        <thead>
          <tr>
            <Heads of={[t.at, t.who, t.call, t.said, t.outcome]} />
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, at, staff, call, ids, said, outcome }) => (
            <tr key={id}>
              <td class="nowrap">{shortDayAndTime(at, config.timeZone)}</td>
              <td>{staff}</td>
              <th scope="row" lang="en">
                {call}
                <span class="code soft"> {Object.values(ids).join(' ')}</span>
              </th>
              <td class={css.reason}>
                <span class="code">{said === undefined ? '' : JSON.stringify(said)}</span>
              </td>
              <td class="nowrap">
                {outcome === undefined ? t.begun : `${outcome.status} ${outcome.code ?? ''}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
