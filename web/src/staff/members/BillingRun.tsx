import { queryOptions, useMutation, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { type Api, answered } from '../../api/client';
import { asProblem } from '../../api/problem';
import { serverNow } from '../../api/serverClock';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { Dialog } from '../../parts/Dialog';
import { money, month as monthInWords } from '../../texts/format';
import { StaffProblem } from '../parts/StaffProblem';
import css from './Members.module.css';
import { lastMonths } from './months';
import { useMemberTexts } from './texts';

/** Months that can be chosen. What is older was billed by the timer, or with these. */
const MONTHS = 12;

/** Bills everybody up to a month by hand, as the timer does by itself. */
export function BillingRun() {
  const t = useMemberTexts().billing;
  const { config } = useApp();
  const months = lastMonths(MONTHS, config.timeZone, serverNow());
  const [chosen, choose] = useState(months[0] ?? '');
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div class="part">
      <h2>{t.title}</h2>
      <p class="soft">{t.what}</p>
      <div class={css.line}>
        <label class="field">
          <span>{t.upTo}</span>
          <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {months.map((month) => (
              <option key={month} value={month}>
                {monthInWords(month)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => setIsAsking(true)}>
          {t.run}
        </button>
      </div>
      {isAsking && <RunDialog month={chosen} onClose={() => setIsAsking(false)} />}
    </div>
  );
}

const previewQuery = (api: Api, month: string) =>
  queryOptions({
    queryKey: ['billing run', month],
    queryFn: ({ signal }) =>
      answered(api.GET('/admin/billing-runs', { params: { query: { month } }, cache: 'no-store', signal })),
    gcTime: 0,
  });

type Props = { readonly month: string; readonly onClose: () => void };

/** Says first what it does, and then what it did. Run again it bills nobody twice. */
function RunDialog({ month, onClose }: Props) {
  const t = useMemberTexts().billing;
  const { api } = useApp();
  const running = useMutation({
    mutationFn: () => answered(api.POST('/admin/billing-runs', { body: { month } })),
  });
  const { data } = running;
  const isOver = data?.isDone === true;
  return (
    <Dialog title={t.askTitle(monthInWords(month))} onClose={onClose}>
      <p>{t.askText}</p>
      {data === undefined && <Preview month={month} />}
      {data !== undefined && (
        <p role="status">
          <strong>{t.issued(data.issued)}</strong> {!data.isDone && t.notDone}
        </p>
      )}
      {running.isError && <NotRun error={running.error} />}
      <div class="actions">
        {!isOver && (
          <button
            type="button"
            class="button"
            aria-disabled={running.isPending}
            onClick={() => running.isPending || running.mutate()}
          >
            {running.isPending ? t.running : data === undefined ? t.runNow : t.goOn}
          </button>
        )}
        <button type="button" class="button quiet" onClick={onClose}>
          {data === undefined ? t.keep : t.close}
        </button>
      </div>
    </Dialog>
  );
}

/** How many people it touches and how much money, before anything is done. */
function Preview({ month }: Pick<Props, 'month'>) {
  const t = useMemberTexts().billing;
  const { api } = useApp();
  const preview = useQuery(previewQuery(api, month));
  if (preview.isError) return <NotRun error={preview.error} />;
  if (preview.data === undefined) return <Blank letters={30} />;
  const { members, bills, sums, isAll } = preview.data;
  const amount = sums.map((sum) => money(sum.amount, sum.currency)).join(' · ');
  return (
    <p role="status">
      <strong>{bills === 0 ? t.nothingToBill : t.wouldBill(members, bills, amount)}</strong>{' '}
      {!isAll && t.notAll}
    </p>
  );
}

function NotRun({ error }: { readonly error: unknown }) {
  const t = useMemberTexts().billing;
  return asProblem(error).code === 'wrong-state' ? (
    <p role="alert">{t.notBegun}</p>
  ) : (
    <StaffProblem error={error} />
  );
}
