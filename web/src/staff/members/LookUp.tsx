import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { asProblem } from '../../api/problem';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { SlowNote } from '../../parts/SlowNote';
import { staffPath } from '../app/paths';
import { Field } from '../parts/Field';
import { StaffProblem } from '../parts/StaffProblem';
import { Member } from './Member';
import css from './Members.module.css';
import { memberQuery } from './memberQuery';
import { useMemberTexts } from './texts';

/** How somebody stands. Who was asked for stands in the address, so that going back finds them again. */
export function LookUp() {
  const t = useMemberTexts().lookUp;
  const asked = useLocation().query.customer ?? '';
  return (
    <div class="part">
      <h2>{t.title}</h2>
      <Search key={asked} asked={asked} />
      {asked !== '' && <Found key={asked} customerId={asked} />}
    </div>
  );
}

function Search({ asked }: { readonly asked: string }) {
  const t = useMemberTexts().lookUp;
  const { route } = useLocation();
  const [text, setText] = useState(asked);
  const search = (event: Event) => {
    event.preventDefault();
    route(staffPath.member(text.trim()));
  };
  return (
    <search>
      <form class={css.line} onSubmit={search}>
        <Field label={t.customer} type="search" value={text} onChange={setText} />
        <button type="submit" class="button quiet">
          {t.find}
        </button>
        <p class="soft small">{t.customerWhat}</p>
      </form>
    </search>
  );
}

function Found({ customerId }: { readonly customerId: string }) {
  const t = useMemberTexts().lookUp;
  const { api } = useApp();
  const member = useQuery(memberQuery(api, customerId));
  if (member.isError && asProblem(member.error).code === 'not-found')
    return <p role="status">{t.nobody(customerId)}</p>;
  return (
    <div aria-busy={member.isLoading}>
      {member.isError && <StaffProblem error={member.error} onRetry={() => member.refetch()} />}
      <SlowNote of={member} />
      {member.isLoading && <Blank letters={40} />}
      {member.data !== undefined && <Member member={member.data} />}
    </div>
  );
}
