import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { answered } from '../../api/client';
import { asProblem } from '../../api/problem';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { plansQuery } from '../../membership/queries';
import { Blank } from '../../parts/Blank';
import { Dialog } from '../../parts/Dialog';
import { inLanguage } from '../../texts/format';
import { Field } from '../parts/Field';
import { StaffProblem } from '../parts/StaffProblem';
import { bodyOf, faultsOf, type Written, writtenOf } from './planFields';
import { planOfMembersQuery, type ReadPlan } from './planQuery';
import { useMemberTexts } from './texts';

type MakeProps = { readonly onClose: () => void };

/** Makes a plan that can be joined at once. */
export function MakePlan({ onClose }: MakeProps) {
  const t = useMemberTexts().form;
  return (
    <Dialog title={t.makeTitle} onClose={onClose}>
      <PlanForm onClose={onClose} />
    </Dialog>
  );
}

type ChangeProps = MakeProps & { readonly planId: string };

/** Changes a plan for who joins from now on. What somebody else has changed meanwhile is read again, and not written over unseen. */
export function ChangePlan({ planId, onClose }: ChangeProps) {
  const t = useMemberTexts().form;
  const { api } = useApp();
  const { data, isError, error, refetch } = useQuery(planOfMembersQuery(api, planId));
  return (
    <Dialog
      title={data === undefined ? t.change : t.changeTitle(inLanguage(data.plan.name))}
      onClose={onClose}
    >
      {isError && <StaffProblem error={error} onRetry={refetch} />}
      {data === undefined && !isError && <Blank letters={24} />}
      {data !== undefined && <PlanForm key={data.etag} read={data} onReadAgain={refetch} onClose={onClose} />}
    </Dialog>
  );
}

type FormProps = MakeProps & { readonly read?: ReadPlan; readonly onReadAgain?: () => void };

function PlanForm({ read, onReadAgain, onClose }: FormProps) {
  const t = useMemberTexts().form;
  const [written, setWritten] = useState(() => writtenOf(read?.plan));
  const [isTried, setIsTried] = useState(false);
  const saving = useSaving(read, onClose);
  const faults = faultsOf(written);
  const isStale = saving.isError && asProblem(saving.error).code === 'stale';
  const save = (event: Event) => {
    event.preventDefault();
    setIsTried(true);
    if (faults.length === 0 && !saving.isPending) saving.mutate(written);
  };
  return (
    <form class="stack" noValidate onSubmit={save}>
      <Fields written={written} faults={isTried ? faults : []} onChange={setWritten} />
      {read !== undefined && <p class="soft small">{t.onlyNew}</p>}
      {saving.isError && <StaffProblem error={saving.error} />}
      <div class="actions">
        <button
          type={isStale ? 'button' : 'submit'}
          class="button"
          aria-disabled={saving.isPending}
          {...(isStale && onReadAgain ? { onClick: onReadAgain } : {})}
        >
          {isStale ? t.readAgain : saving.isPending ? t.saving : t.save}
        </button>
        <button type="button" class="button quiet" onClick={onClose}>
          {t.keep}
        </button>
      </div>
    </form>
  );
}

/** Sent again after a lost answer it is made once: under its key, or because it is as it was to be already. */
function useSaving(read: ReadPlan | undefined, onSaved: () => void) {
  const t = useMemberTexts().form;
  const { api } = useApp();
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (written: Written) => {
      const body = bodyOf(written);
      if (read === undefined)
        return answered(api.POST('/plans', { params: { header: { 'Idempotency-Key': key.current } }, body }));
      const path = { planId: read.plan.planId };
      return answered(
        api.PUT('/plans/{planId}', { params: { path, header: { 'If-Match': read.etag } }, body }),
      );
    },
    onSuccess: ({ name }) => {
      announce(t.saved(inLanguage(name)));
      onSaved();
      queries.invalidateQueries({ queryKey: plansQuery(api).queryKey, exact: true });
    },
  });
}

type FieldsProps = {
  readonly written: Written;
  readonly faults: readonly (keyof Written)[];
  readonly onChange: (written: Written) => void;
};

function Fields({ written, faults, onChange }: FieldsProps) {
  const t = useMemberTexts().form;
  const fieldOf = (name: Exclude<keyof Written, 'presale'>, wrong: string) => ({
    value: written[name],
    onChange: (value: string) => onChange({ ...written, [name]: value }),
    wrong: faults.includes(name) ? wrong : undefined,
  });
  return (
    <>
      <Field label={t.name} what={t.nameWhat} maxLength={200} {...fieldOf('name', t.needed)} />
      <Field label={t.fee} what={t.feeWhat} inputMode="decimal" {...fieldOf('fee', t.feeWrong)} />
      <Field label={t.currency} maxLength={3} {...fieldOf('currency', t.currencyWrong)} />
      <div class="choices">
        <label>
          <input
            type="checkbox"
            checked={written.presale}
            onChange={({ currentTarget }) => onChange({ ...written, presale: currentTarget.checked })}
          />
          {t.presale}
        </label>
      </div>
      <Field
        label={t.percentOff}
        what={t.percentOffWhat}
        inputMode="numeric"
        {...fieldOf('percentOff', t.percentOffWrong)}
      />
    </>
  );
}
