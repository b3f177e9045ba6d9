import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useTitle } from '../app/useTitle';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote } from '../parts/SlowNote';
import { language, useTexts } from '../texts';
import css from './TheatrePage.module.css';
import type { Part, Theatre } from './theatre';
import { theatreQuery } from './theatreQuery';

export type TheatrePageName = 'terms' | 'privacy' | 'imprint' | 'contact';

/** The theatre's own pages: terms, privacy, imprint, contact. */
export default function TheatrePage({ page }: { readonly page: TheatrePageName }) {
  const t = useTexts().theatre;
  const theatre = useQuery(theatreQuery());
  useTitle(t[page]);
  return (
    <article class={css.page} aria-busy={theatre.isPending}>
      <h1 tabIndex={-1}>{t[page]}</h1>
      {theatre.isError && <ProblemNote error={theatre.error} onRetry={() => theatre.refetch()} />}
      <SlowNote of={theatre} />
      {theatre.isPending && [24, 30, 18].map((letters) => <Blank key={letters} letters={letters} />)}
      {theatre.data !== undefined && <Content page={page} theatre={theatre.data} />}
    </article>
  );
}

function Content({ page, theatre }: { readonly page: TheatrePageName; readonly theatre: Theatre }) {
  switch (page) {
    case 'terms':
      return <Parts parts={theatre.terms} />;
    case 'privacy':
      return <Parts parts={theatre.privacy} />;
    case 'imprint':
      return <Imprint business={theatre.business} />;
    case 'contact':
      return <Contact business={theatre.business} />;
    default:
      return page satisfies never;
  }
}

const Parts = ({ parts }: { readonly parts: readonly Part[] }) => (
  <>
    {parts.map(({ heading, text }) => (
      <section key={heading.ko}>
        <h2>{heading[language.value]}</h2>
        <p>{text[language.value]}</p>
      </section>
    ))}
  </>
);

type BusinessProps = { readonly business: Theatre['business'] };

function Imprint({ business }: BusinessProps) {
  const t = useTexts().theatre;
  const spoken = language.value;
  return (
    <dl class={css.facts}>
      <Fact name={t.name}>{business.name[spoken]}</Fact>
      <Fact name={t.representative}>{business.representative[spoken]}</Fact>
      <Fact name={t.address}>{business.address[spoken]}</Fact>
      <Fact name={t.registration}>{business.registrationNumber[spoken]}</Fact>
      <Fact name={t.mailOrder}>{business.mailOrderNumber[spoken]}</Fact>
      <Fact name={t.privacyOfficer}>{business.privacyOfficer[spoken]}</Fact>
      <Reach business={business} />
    </dl>
  );
}

function Contact({ business }: BusinessProps) {
  const t = useTexts().theatre;
  return (
    <>
      <p>{t.contactLead}</p>
      <dl class={css.facts}>
        <Reach business={business} />
        <Fact name={t.hours}>{business.hours[language.value]}</Fact>
        <Fact name={t.address}>{business.address[language.value]}</Fact>
      </dl>
    </>
  );
}

function Reach({ business: { phone, email } }: BusinessProps) {
  const t = useTexts().theatre;
  return (
    <>
      <Fact name={t.phone}>
        <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
      </Fact>
      <Fact name={t.email}>
        <a href={`mailto:${email}`}>{email}</a>
      </Fact>
    </>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
