import { useMutation } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { serverNow } from '../../api/serverClock';
import { useApp } from '../../app/context';
import { Field } from '../parts/Field';
import { StaffProblem } from '../parts/StaffProblem';
import { staffFetch } from '../parts/staffFetch';
import { onWallClock } from '../parts/wallClock';
import { useOperationsTexts } from './texts';

const GROUPS = ['hour', 'day', 'performance', 'tier', 'price-type'] as const;

/** The papers of the box office as tables for a spreadsheet. */
export function PapersView() {
  const t = useOperationsTexts().papers;
  const { config } = useApp();
  const today = onWallClock(new Date(serverNow()).toISOString(), config.timeZone).slice(0, 10);
  const [days, setDays] = useState({ from: today, to: today });
  const [groupBy, setGroupBy] = useState<string>('day');
  const [day, setDay] = useState(today);
  return (
    <div class="stack">
      <Paper
        title={t.sales}
        what={t.salesWhat}
        path={`/admin/sales?from=${days.from}&to=${days.to}&groupBy=${groupBy}`}
        file={`sales-${days.from}-${days.to}-${groupBy}.csv`}
      >
        <Field
          label={t.from}
          type="date"
          required
          max={days.to}
          value={days.from}
          onChange={(from) => setDays({ ...days, from })}
        />
        <Field
          label={t.to}
          type="date"
          required
          min={days.from}
          value={days.to}
          onChange={(to) => setDays({ ...days, to })}
        />
        <label class="field">
          <span>{t.groupBy}</span>
          <select value={groupBy} onChange={({ currentTarget }) => setGroupBy(currentTarget.value)}>
            {GROUPS.map((group) => (
              <option key={group} value={group}>
                {t.groups[group]}
              </option>
            ))}
          </select>
        </label>
      </Paper>
      <Paper
        title={t.settlement}
        what={t.settlementWhat}
        path={`/admin/settlement?day=${day}`}
        file={`settlement-${day}.csv`}
      >
        <Field label={t.day} type="date" required value={day} onChange={setDay} />
      </Paper>
    </div>
  );
}

function Paper(props: {
  readonly title: string;
  readonly what: string;
  readonly path: string;
  readonly file: string;
  readonly children: ComponentChildren;
}) {
  const t = useOperationsTexts().papers;
  const app = useApp();
  const fetching = useMutation({
    mutationFn: async () => {
      const answer = await staffFetch(app, props.path, { headers: { Accept: 'text/csv' } });
      saveBlob(props.file, await answer.blob());
    },
  });
  return (
    <form
      class="part"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fetching.isPending) fetching.mutate();
      }}
    >
      <h2>{props.title}</h2>
      <p class="small soft">{props.what}</p>
      <div class="form">{props.children}</div>
      {fetching.isError && <StaffProblem error={fetching.error} />}
      <div class="part">
        <button type="submit" class="button" aria-disabled={fetching.isPending}>
          {t.download}
        </button>
      </div>
    </form>
  );
}

/** As it came: a table begins with a byte order mark, which a text would lose. */
function saveBlob(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
