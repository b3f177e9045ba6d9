import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useRef } from 'preact/hooks';
import { answered } from '../api/client';
import { meQuery } from '../api/ownQueries';
import type { Me } from '../api/types';
import { useApp } from '../app/context';
import { ProblemNote } from '../parts/ProblemNote';
import { LANGUAGES, language, useOwnTexts } from '../texts';
import { whatIsWrong } from './fields';
import css from './Profile.module.css';
import { useFields } from './useFields';

/** Name, address and the language of mails. */
export function ProfileForm({ me }: { readonly me: Me }) {
  const t = useOwnTexts().profile;
  const { api, session } = useApp();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const { fields, set } = useFields({
    name: me.name ?? session.customer.value?.name ?? '',
    email: me.email ?? '',
    locale: LANGUAGES.find((one) => me.locale?.startsWith(one)) ?? language.value,
  });
  const words = { name: t.name, email: t.email };
  const languages = { ko: t.ko, en: t.en };
  const wrong = whatIsWrong(fields);
  const saving = useMutation({
    mutationFn: () => {
      const { name, email, locale } = fields;
      const body = { name: name.trim(), locale, ...(email.trim() === '' ? {} : { email: email.trim() }) };
      return answered(api.PUT('/me', { body }));
    },
    onSuccess: (said) => queries.setQueryData(meQuery(api).queryKey, { ...me, ...said }),
  });
  const save = (event: Event) => {
    event.preventDefault();
    if (saving.isPending) return;
    if (wrong === undefined) saving.mutate();
    else form.current?.querySelector<HTMLInputElement>(`[name=${wrong}]`)?.focus();
  };
  return (
    <form class={css.form} ref={form} onSubmit={save} noValidate>
      {(['name', 'email'] as const).map((field) => (
        <p key={field}>
          <label for={field}>{words[field]}</label>
          <input
            id={field}
            name={field}
            type={field === 'email' ? 'email' : 'text'}
            autocomplete={field}
            maxLength={200}
            value={fields[field]}
            aria-invalid={wrong === field}
            aria-describedby={wrong === field ? `${field}-wrong` : undefined}
            onInput={({ currentTarget }) => {
              saving.reset();
              set({ [field]: currentTarget.value });
            }}
          />
          {wrong === field && (
            <span id={`${field}-wrong`} class={css.wrong}>
              {field === 'email' ? t.emailWrong : t.nameMissing}
            </span>
          )}
        </p>
      ))}
      <p>
        <label for="locale">{t.locale}</label>
        <select
          id="locale"
          value={fields.locale}
          onChange={({ currentTarget }) => {
            saving.reset();
            set({ locale: currentTarget.value === 'ko' ? 'ko' : 'en' });
          }}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {languages[one]}
            </option>
          ))}
        </select>
      </p>
      {saving.isError && <ProblemNote error={saving.error} />}
      <div class={css.actions}>
        <button type="submit" class="button" aria-disabled={saving.isPending}>
          {saving.isPending ? t.saving : t.save}
        </button>
        <span role="status">{saving.isSuccess && t.saved}</span>
      </div>
    </form>
  );
}
