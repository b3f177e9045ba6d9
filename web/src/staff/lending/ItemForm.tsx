import { useState } from 'preact/hooks';
import { asProblem } from '../../api/problem';
import type { Item } from '../../api/types';
import { Dialog } from '../../parts/Dialog';
import { inLanguage } from '../../texts/format';
import { Field } from '../parts/Field';
import { StaffProblem } from '../parts/StaffProblem';
import { faultsOf, MOST_HOURS, MOST_STOCK, outOf, type Written, writtenOf } from './itemFields';
import { useLendingTexts } from './texts';
import { useSaving } from './useSaving';

type Props = { readonly item: Item | undefined; readonly onClose: () => void };

/** Makes an item, or changes what it is called, how many there are and for how long it is lent. */
export function ItemForm({ item, onClose }: Props) {
  const t = useLendingTexts().form;
  const [written, setWritten] = useState(() => writtenOf(item));
  const [isTried, setIsTried] = useState(false);
  const { saving, now } = useSaving(item, onClose);
  const faults = faultsOf(written);
  const save = (event: Event) => {
    event.preventDefault();
    setIsTried(true);
    if (faults.length === 0 && !saving.isPending) saving.mutate(written);
  };
  return (
    <Dialog title={item === undefined ? t.makeTitle : t.changeTitle(inLanguage(item.name))} onClose={onClose}>
      <form class="stack" noValidate onSubmit={save}>
        <Fields
          written={written}
          faults={isTried ? faults : []}
          out={outOf(now ?? item)}
          onChange={setWritten}
        />
        {now !== undefined && !saving.isPending && <p role="alert">{t.changed(now.stock, now.loanHours)}</p>}
        {saving.isError && <Refused error={saving.error} />}
        <div class="actions">
          <button type="submit" class="button" aria-disabled={saving.isPending}>
            {saving.isPending ? t.saving : t.save}
          </button>
          <button type="button" class="button quiet" onClick={onClose}>
            {t.keep}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

type FieldsProps = {
  readonly written: Written;
  readonly faults: readonly (keyof Written)[];
  readonly out: number;
  readonly onChange: (written: Written) => void;
};

function Fields({ written, faults, out, onChange }: FieldsProps) {
  const t = useLendingTexts().form;
  const fieldOf = (name: keyof Written, wrong: string) => ({
    value: written[name],
    onChange: (value: string) => onChange({ ...written, [name]: value }),
    wrong: faults.includes(name) ? wrong : undefined,
  });
  return (
    <>
      <Field label={t.name} what={t.nameWhat} maxLength={200} {...fieldOf('name', t.needed)} />
      <Field label={t.description} maxLength={2000} {...fieldOf('description', '')} />
      <Field
        label={t.stock}
        what={out === 0 ? t.stockNew : t.stockWhat(out)}
        inputMode="numeric"
        {...fieldOf('stock', t.number(0, MOST_STOCK))}
      />
      <Field
        label={t.hours}
        what={t.hoursWhat}
        inputMode="numeric"
        {...fieldOf('loanHours', t.number(1, MOST_HOURS))}
      />
    </>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const t = useLendingTexts().form;
  const { code, body } = asProblem(error);
  return code === 'in-use' ? (
    <p role="alert">{t.tooFew(Number(body.lent))}</p>
  ) : (
    <StaffProblem error={error} />
  );
}
