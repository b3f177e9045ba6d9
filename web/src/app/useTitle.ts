import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { language, useTexts } from '../texts';
import { useApp } from './context';
import { writeHead } from './head';

type Options = { readonly description?: string | undefined; readonly isListed?: boolean };

/** Names the page in the browser's tab, and so in its history and for screen readers, and to those who list pages. */
export function useTitle(name: string, { description, isListed = true }: Options = {}): void {
  const { theatre } = useApp().config;
  const { url } = useLocation();
  const t = useTexts().app;
  const title = name === '' ? theatre : `${name} · ${theatre}`;
  const said = description ?? t.description(theatre);
  const spoken = language.value;
  useEffect(
    () => writeHead({ title, description: said, language: spoken }, isListed),
    [title, said, spoken, isListed, url],
  );
}
