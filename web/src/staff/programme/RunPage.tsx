import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Musical } from '../../api/types';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { BlankTitle } from '../../parts/Blank';
import { staffPath } from '../app/paths';
import { StaffProblem } from '../parts/StaffProblem';
import { MakingRunView } from './MakingRunView';
import { keepRun, keptRun, type MakingRun } from './makeRun';
import type { RunFields } from './priceDraft';
import { RunForm } from './RunForm';
import { musicalAsWritten } from './staffQueries';
import { useProgrammeTexts } from './texts';

/** Many performances at once, from what a week looks like. A run that was begun goes on here. */
export default function RunPage({ musicalId }: { readonly musicalId: string }) {
  const t = useProgrammeTexts().run;
  const { api } = useApp();
  const musical = useQuery(musicalAsWritten(api, musicalId));
  useTitle(t.title);
  return (
    <>
      <div class="bar">
        <h1 tabIndex={-1}>{t.title}</h1>
        <a href={staffPath.musical(musicalId)}>{musical.data?.value.title ?? <BlankTitle />}</a>
      </div>
      {musical.isError && <StaffProblem error={musical.error} onRetry={() => musical.refetch()} />}
      {musical.isSuccess && <Run musical={musical.data.value} />}
    </>
  );
}

function Run({ musical }: { readonly musical: Musical }) {
  const { musicalId } = musical;
  const [run, setRun] = useState(() => keptRun<RunFields>(localStorage, musicalId));
  const begin = (fields: RunFields, starts: readonly string[]) => {
    const begun: MakingRun<RunFields> = { runId: crypto.randomUUID(), fields, starts, made: [] };
    keepRun(localStorage, musicalId, begun);
    setRun(begun);
  };
  if (run === undefined) return <RunForm musical={musical} onBegin={begin} />;
  return <MakingRunView musicalId={musicalId} run={run} onRun={setRun} />;
}
