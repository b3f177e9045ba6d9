import { useQuery } from '@tanstack/preact-query';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { count, shortDayAndTime } from '../../texts/format';
import { Heads } from '../parts/Heads';
import { Scroll } from '../parts/Scroll';
import { StaffProblem } from '../parts/StaffProblem';
import css from './Operations.module.css';
import { type Health, healthQuery } from './operationsQueries';
import { Runbook } from './Runbook';
import { useOperationsTexts } from './texts';

const TONE = { ok: 'good', degraded: 'warn', down: 'bad' } as const;

/** Whether people can buy, which part is not well, and what waits. */
export function HealthView() {
  const t = useOperationsTexts().health;
  const { config } = useApp();
  const health = useQuery(healthQuery(config.apiUrl));
  if (health.isError) return <StaffProblem error={health.error} onRetry={() => health.refetch()} />;
  const { data } = health;
  return (
    <div aria-busy={data === undefined}>
      <p class={css.verdict} role="status">
        {data === undefined ? (
          <Blank letters={24} />
        ) : (
          <span class="state" data-tone={TONE[data.status]}>
            {t.says[data.status]}
          </span>
        )}
      </p>
      {data !== undefined && (
        <>
          <Parts checks={data.checks} />
          <Figures progress={data.progress} />
        </>
      )}
      <Runbook of="health" />
    </div>
  );
}

function Parts({ checks }: Pick<Health, 'checks'>) {
  const t = useOperationsTexts().health;
  const { config } = useApp();
  const names: Readonly<Record<string, string>> = t.parts;
  return (
    <section class="part">
      <h2>{t.checks}</h2>
      <Scroll label={t.checks}>
        <table class="table">
          <thead>
            <tr>
              <Heads of={[t.part, t.state, t.reason, t.since]} />
            </tr>
          </thead>
          <tbody>
            {Object.entries(checks).map(([name, { status, reason, since }]) => (
              <tr key={name}>
                <th scope="row">{names[name] ?? name}</th>
                <td>
                  <span class="state" data-tone={TONE[status]}>
                    {t.words[status]}
                  </span>
                </td>
                <td lang="en">{reason}</td>
                <td class="nowrap">{since && shortDayAndTime(since, config.timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Figures({ progress }: Pick<Health, 'progress'>) {
  const t = useOperationsTexts().health;
  const names: Readonly<Record<string, string>> = t.counts;
  return (
    <section class="part">
      <h2>{t.figures}</h2>
      <dl class="facts">
        {Object.entries(progress).map(([name, figure]) => [
          <dt key={name}>{names[name] ?? name}</dt>,
          <dd key={`${name} figure`}>{count(figure ?? 0)}</dd>,
        ])}
      </dl>
    </section>
  );
}
